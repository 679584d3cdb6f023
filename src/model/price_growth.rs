//! The curve of price growth over the ratio that it justifies.

use super::parameters::Inputs;
use super::valuation::{GROWTH, implied_price_growth, ratio_at_growth};

/// Points of the curve at most.
const POINTS: usize = 100;

/// How much bitcoin has to grow for today's cap to stand at each ratio to the block rewards of the
/// next four years.
#[derive(Clone, Debug, PartialEq)]
pub struct PriceGrowth {
    /// Cap over opportunity, fractions, rising.
    pub ratio: Vec<f64>,
    /// The constant yearly growth at each, fractions, falling.
    pub growth: Vec<f64>,
}

impl PriceGrowth {
    /// The curve between two ratios (fractions, the lower one first). It is shorter where no growth
    /// between −99% and +10,000% a year leads to a ratio, and empty where none leads to any.
    ///
    /// A ratio follows from a growth at once, a growth from a ratio by a search: only the ends are
    /// searched, and the points between are spread over growth.
    #[must_use]
    pub fn between(inputs: &Inputs, (low, high): (f64, f64)) -> Self {
        let reached = |growth| ratio_at_growth(inputs, growth);
        let is_out = reached(GROWTH.1).is_none_or(|least| least > high)
            || reached(GROWTH.0).is_none_or(|most| most < low);
        if is_out {
            let (ratio, growth) = (Vec::new(), Vec::new());
            return Self { ratio, growth };
        }
        let found = [low, high].map(|ratio| implied_price_growth(inputs, ratio));
        let most = found[0].unwrap_or(GROWTH.1);
        let least = found[1].unwrap_or(GROWTH.0);
        // Even steps of ln(1 + growth) are nearly even steps along the curve.
        let (from, to) = (libm::log1p(most), libm::log1p(least));
        let growth = |index| {
            let share = f64::from(index) / (POINTS - 1) as f64;
            libm::expm1(from + (to - from) * share)
        };
        let growths = (0..POINTS as u32).map(growth);
        let points = growths.filter_map(|growth| Some((reached(growth)?, growth)));
        let (mut ratio, growth): (Vec<f64>, Vec<f64>) = points.unzip();
        // An end that was searched for is the very ratio.
        if let [first, .., last] = &mut ratio[..] {
            *first = if found[0].is_some() { low } else { *first };
            *last = if found[1].is_some() { high } else { *last };
        }
        Self { ratio, growth }
    }

    /// The curve of these inputs with some ratios (fractions) among its points that lie between its ends:
    /// today's target and the baseline's, so that a reader finds them.
    #[must_use]
    pub fn through(self, inputs: &Inputs, ratios: &[f64]) -> Self {
        ratios.iter().fold(self, |curve, ratio| {
            if curve.ratio.contains(ratio) {
                return curve;
            }
            match implied_price_growth(inputs, *ratio) {
                Some(growth) => curve.with(*ratio, growth),
                None => curve,
            }
        })
    }

    /// The curve with this point among its own, if it lies between its ends.
    fn with(mut self, ratio: f64, growth: f64) -> Self {
        let after = self.ratio.partition_point(|there| *there < ratio);
        if after > 0 && after < self.ratio.len() {
            self.ratio.insert(after, ratio);
            self.growth.insert(after, growth);
        }
        self
    }

    /// The growth at a ratio (a fraction), read off the curve: between its points along straight
    /// lines, `None` beyond its ends.
    #[must_use]
    pub fn at(&self, ratio: f64) -> Option<f64> {
        let after = self.ratio.partition_point(|there| *there < ratio);
        let (x, y) = (self.ratio.get(after)?, self.growth.get(after)?);
        let Some(before) = after.checked_sub(1) else {
            return (*x <= ratio).then_some(*y);
        };
        let (x0, y0) = (self.ratio[before], self.growth[before]);
        Some(y0 + (y - y0) * ((ratio - x0) / (x - x0)))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::Evaluation;
    use crate::model::parameters::{Key, arbitrary};
    use crate::model::tests::with;

    #[test]
    fn a_lower_ratio_needs_more_growth() {
        let curve = PriceGrowth::between(&Inputs::default(), (0.3, 1.5));
        assert_eq!(curve.ratio.len(), POINTS);
        assert!((curve.ratio[0] - 0.3).abs() < 1e-9);
        assert!((curve.ratio[POINTS - 1] - 1.5).abs() < 1e-9);
        assert!(curve.ratio.is_sorted() && curve.growth.iter().rev().is_sorted());
    }

    #[test]
    fn its_ends_are_the_ratios_that_were_asked_for() {
        for (price, low, high) in [
            (88_950.0, 0.3, 1.4),
            (60_000.0, 0.3, 2.0),
            (123_456.0, 0.31, 1.7),
        ] {
            let curve = PriceGrowth::between(&with(&[("btc_price", price)]), (low, high));
            let ends = (curve.ratio[0], curve.ratio[POINTS - 1]);
            assert_eq!(ends, (low, high), "{price}");
            assert_eq!(curve.at(low), Some(curve.growth[0]), "{price}");
        }
    }

    #[test]
    fn it_passes_through_the_check_figures() {
        let curve = PriceGrowth::between(&Inputs::default(), (0.2, 2.0));
        for (ratio, growth) in [(0.45, 0.540_768), (1.0, 0.027_183), (1.046_744, 0.0)] {
            let read = curve.at(ratio).expect("lies on the curve");
            assert!(
                (read - growth).abs() < 2e-3,
                "{ratio}: {read}, not {growth}"
            );
        }
        assert_eq!((curve.at(0.1), curve.at(2.1)), (None, None));
    }

    #[test]
    fn a_ratio_of_the_utmost_growth_still_has_a_curve() {
        let inputs = Inputs::default();
        let [least, most] = [GROWTH.1, GROWTH.0]
            .map(|growth| ratio_at_growth(&inputs, growth).expect("the price is positive"));
        let curve = PriceGrowth::between(&inputs, (0.5 * least, least));
        assert!(
            (curve.growth[0] - 100.0).abs() < 1e-9,
            "{}",
            curve.growth[0]
        );
        let curve = PriceGrowth::between(&inputs, (most, 2.0 * most));
        let growth = curve.growth.last().expect("has points");
        assert!((growth + 0.99).abs() < 1e-9, "{growth}");
    }

    #[test]
    fn the_curve_is_read_from_its_first_to_its_last_point() {
        let curve = PriceGrowth::between(&Inputs::default(), (0.3, 1.5));
        for (ratio, growth) in curve.ratio.iter().zip(&curve.growth) {
            let read = curve.at(*ratio).expect("lies on the curve");
            assert!(
                (read - growth).abs() < 1e-12,
                "{ratio}: {read}, not {growth}"
            );
        }
    }

    #[test]
    fn the_ratios_that_a_reader_looks_for_are_points_of_the_curve() {
        let inputs = Inputs::default();
        let curve = || PriceGrowth::between(&inputs, (0.3, 1.5));
        for ratio in [0.29, 0.300_001, 0.45, 1.0, 1.499_999, 1.6] {
            let met = curve().through(&inputs, &[ratio, ratio]);
            assert!(met.ratio.is_sorted_by(|one, next| one < next), "{ratio}");
            let is_inside = (0.3..=1.5).contains(&ratio);
            assert_eq!(met.ratio.len(), POINTS + usize::from(is_inside), "{ratio}");
            let index = met.ratio.iter().position(|there| *there == ratio);
            let growth = index.map(|index| met.growth[index]);
            let expected = implied_price_growth(&inputs, ratio).filter(|_| is_inside);
            assert_eq!(growth, expected, "{ratio}");
        }
        let none = PriceGrowth {
            ratio: Vec::new(),
            growth: Vec::new(),
        };
        assert!(none.through(&inputs, &[0.45]).ratio.is_empty());
    }

    #[test]
    fn a_cap_that_no_growth_explains_has_no_curve() {
        let tiny = with(&[("market_cap", 0.001)]);
        assert!(PriceGrowth::between(&tiny, (0.3, 1.5)).ratio.is_empty());
        assert_eq!(PriceGrowth::between(&tiny, (0.3, 1.5)).at(1.0), None);
        let dear = [("market_cap", 10_000.0), ("btc_price", 1_000.0)];
        let huge = with(&[dear[0], dear[1], ("block_height", 2_000_000.0)]);
        assert!(PriceGrowth::between(&huge, (0.01, 0.02)).ratio.is_empty());
    }

    proptest! {
        #[test]
        fn every_point_is_the_models(inputs in arbitrary::inputs()) {
            let ratio = Evaluation::of(&inputs).valuation().ratio;
            let curve = PriceGrowth::between(&inputs, (0.3 * ratio, 3.0 * ratio));
            for index in [0, 33, 66, 99] {
                let Some(target) = curve.ratio.get(index) else { continue };
                let row = Key::TargetRatioPct.parameter();
                if row.check(100.0 * target).is_err() {
                    continue;
                }
                let there = arbitrary::put(&inputs, Key::TargetRatioPct, 100.0 * target);
                let growth = Evaluation::of(&there).valuation().implied_price_growth;
                let near = |growth: f64| (growth - curve.growth[index]).abs() <= 1e-6 * (1.0 + growth);
                prop_assert!(growth.is_none_or(near), "{growth:?}, {}", curve.growth[index]);
            }
        }
    }
}
