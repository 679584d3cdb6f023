//! From data to pixels and back.

use super::interval::{finite_ends, mix, share};

/// A map from data (the domain) to pixels (the range), straight or logarithmic.
///
/// Domain and range may each run in either direction. A domain of no width sends every value to
/// the middle of the range. Positions are monotone in the value, never clamped unless asked
/// ([`clamped`](Self::clamped)), and always finite: a value absurdly far outside the domain ends at
/// ±`f64::MAX`.
///
/// Two scales are equal when they map alike, and a scale always equals itself: ends that are not
/// finite are mended when the scale is made (see the constructors), so that a scale may be a key of
/// a memo.
///
/// ```
/// use hashpivot::plot::Scale;
/// let y = Scale::linear((0.0, 100.0), (268.0, 8.0));
/// assert_eq!(y.position(50.0), Some(138.0));
/// assert_eq!(y.value(138.0), 50.0);
/// assert_eq!(y.position(f64::NAN), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    kind: Kind,
    domain: (f64, f64),
    /// The domain in the coordinate that is proportional to pixels.
    warped: (f64, f64),
    range: (f64, f64),
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    Linear,
    Log,
}

/// How far below its good end a log domain reaches that has only one: three decades.
const LOG_REACH: f64 = 1e3;

impl Scale {
    /// A straight scale from `domain` (data) to `range` (px).
    ///
    /// An end that is not finite is taken to be the other end; where neither is, both are 0.
    pub fn linear(domain: (f64, f64), range: (f64, f64)) -> Self {
        let domain = finite_ends(domain);
        Self {
            kind: Kind::Linear,
            domain,
            warped: domain,
            range: finite_ends(range),
        }
    }

    /// A logarithmic scale from `domain` (data, both ends above 0) to `range` (px).
    ///
    /// An end that is not finite and positive is taken to lie three decades below the other end;
    /// where neither is, the domain is `(1, 1)`. Make ticks from [`domain`](Self::domain), which is
    /// mended, and not from the data.
    pub fn log(domain: (f64, f64), range: (f64, f64)) -> Self {
        let domain = positive_ends(domain);
        let warped = (libm::log(domain.0), libm::log(domain.1));
        Self {
            kind: Kind::Log,
            domain,
            warped,
            range: finite_ends(range),
        }
    }

    /// Where `value` (data) is drawn, px; outside the range when the value is outside the domain.
    ///
    /// `None` for a value that is not finite and, on a log scale, for one that is 0 or less.
    pub fn position(&self, value: f64) -> Option<f64> {
        Some(mix(self.range, share(self.warped, self.kind.warp(value)?)))
    }

    /// As [`position`](Self::position), but never outside the range.
    pub fn clamped(&self, value: f64) -> Option<f64> {
        let (start, end) = self.range;
        Some(
            self.position(value)?
                .max(start.min(end))
                .min(start.max(end)),
        )
    }

    /// The value (data) that is drawn at `position` (px): the inverse of
    /// [`position`](Self::position), not clamped to the domain.
    ///
    /// A range of no width and a NaN position give the middle of the domain, which on a log scale
    /// is the geometric one. The result is finite and, on a log scale, positive.
    pub fn value(&self, position: f64) -> f64 {
        let share = if position.is_nan() {
            0.5
        } else {
            share(self.range, position)
        };
        self.kind.unwarp(mix(self.warped, share))
    }

    /// The ends of the domain, data, in the direction given and mended where they had to be.
    pub fn domain(&self) -> (f64, f64) {
        self.domain
    }

    /// The ends of the range, px, in the direction given.
    pub fn range(&self) -> (f64, f64) {
        self.range
    }

    /// Whether equal distances are equal ratios.
    pub fn is_log(&self) -> bool {
        self.kind == Kind::Log
    }
}

impl Kind {
    fn warp(self, value: f64) -> Option<f64> {
        match self {
            Self::Linear => value.is_finite().then_some(value),
            Self::Log => (value.is_finite() && value > 0.0).then(|| libm::log(value)),
        }
    }

    fn unwarp(self, warped: f64) -> f64 {
        match self {
            Self::Linear => warped,
            Self::Log => libm::exp(warped).clamp(f64::MIN_POSITIVE, f64::MAX),
        }
    }
}

fn positive_ends((start, end): (f64, f64)) -> (f64, f64) {
    let good = |value: f64| value.is_finite() && value > 0.0;
    // Below the smallest of numbers there is nothing to reach for.
    let below = |value: f64| {
        if good(value / LOG_REACH) {
            value / LOG_REACH
        } else {
            value
        }
    };
    match (good(start), good(end)) {
        (true, true) => (start, end),
        (true, false) => (start, below(start)),
        (false, true) => (below(end), end),
        (false, false) => (1.0, 1.0),
    }
}

#[cfg(test)]
mod tests {
    use super::Scale;

    fn assert_near(actual: f64, expected: f64) {
        assert!(
            (actual - expected).abs() <= 1e-9 * expected.abs(),
            "{actual}, not {expected}"
        );
    }

    #[test]
    fn maps_the_ends_of_the_domain_to_the_ends_of_the_range() {
        for scale in [
            Scale::linear((10.0, 20.0), (100.0, 300.0)),
            Scale::log((10.0, 20.0), (100.0, 300.0)),
        ] {
            assert_eq!(scale.position(10.0), Some(100.0));
            assert_eq!(scale.position(20.0), Some(300.0));
        }
    }

    #[test]
    fn reports_what_it_was_made_of() {
        let scale = Scale::log((10.0, 1.0), (300.0, 100.0));
        assert_eq!(
            (scale.domain(), scale.range()),
            ((10.0, 1.0), (300.0, 100.0))
        );
        assert!(scale.is_log() && !Scale::linear((1.0, 2.0), (0.0, 1.0)).is_log());
    }

    #[test]
    fn maps_equal_differences_to_equal_distances() {
        let scale = Scale::linear((-1.0, 1.0), (0.0, 10.0));
        assert_eq!(
            [-1.0, -0.5, 0.0, 0.5].map(|v| scale.position(v)),
            [0.0, 2.5, 5.0, 7.5].map(Some)
        );
    }

    #[test]
    fn maps_equal_ratios_to_equal_distances_on_a_log_scale() {
        let scale = Scale::log((0.01, 100.0), (0.0, 400.0));
        for (value, expected) in [(0.1, 100.0), (1.0, 200.0), (10.0, 300.0), (1000.0, 500.0)] {
            assert_near(scale.position(value).unwrap(), expected);
        }
    }

    #[test]
    fn maps_outside_the_range_what_is_outside_the_domain() {
        let scale = Scale::linear((0.0, 1.0), (0.0, 100.0));
        assert_eq!(
            [-1.0, 3.0].map(|v| scale.position(v)),
            [Some(-100.0), Some(300.0)]
        );
        assert_near(scale.value(-100.0), -1.0);
    }

    #[test]
    fn clamps_on_request_whichever_way_the_range_runs() {
        for range in [(0.0, 100.0), (100.0, 0.0)] {
            let scale = Scale::linear((0.0, 1.0), range);
            assert_eq!(scale.clamped(-1.0), Some(range.0));
            assert_eq!(scale.clamped(3.0), Some(range.1));
            assert_eq!(scale.clamped(0.5), Some(50.0));
            assert_eq!(scale.clamped(f64::INFINITY), None);
        }
    }

    #[test]
    fn maps_an_empty_domain_to_the_middle_of_the_range() {
        for scale in [
            Scale::linear((5.0, 5.0), (0.0, 10.0)),
            Scale::log((5.0, 5.0), (10.0, 0.0)),
        ] {
            assert_eq!(
                [1e-9, 5.0, 1e300].map(|v| scale.position(v)),
                [Some(5.0); 3]
            );
            assert_near(scale.value(5.0), 5.0);
        }
    }

    #[test]
    fn inverts_an_empty_range_to_the_middle_of_the_domain() {
        assert_near(Scale::linear((2.0, 4.0), (7.0, 7.0)).value(100.0), 3.0);
        assert_near(Scale::log((1.0, 100.0), (7.0, 7.0)).value(100.0), 10.0);
    }

    #[test]
    fn inverts_a_position_that_is_no_number_to_something_finite() {
        let linear = Scale::linear((2.0, 4.0), (0.0, 1.0));
        assert_near(linear.value(f64::NAN), 3.0);
        for scale in [linear, Scale::log((2.0, 4.0), (0.0, 1.0))] {
            for position in [f64::INFINITY, f64::NEG_INFINITY, 1e308, -1e308] {
                assert!(scale.value(position).is_finite());
            }
        }
    }

    #[test]
    fn runs_backward_when_domain_or_range_does() {
        assert_eq!(
            Scale::linear((0.0, 10.0), (100.0, 0.0)).position(1.0),
            Some(90.0)
        );
        assert_eq!(
            Scale::linear((10.0, 0.0), (0.0, 100.0)).position(1.0),
            Some(90.0)
        );
        assert_eq!(
            Scale::linear((10.0, 0.0), (100.0, 0.0)).position(1.0),
            Some(10.0)
        );
        assert_near(
            Scale::log((100.0, 1.0), (0.0, 10.0))
                .position(10.0)
                .unwrap(),
            5.0,
        );
    }

    #[test]
    fn has_no_position_for_gaps() {
        for gap in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert_eq!(Scale::linear((0.0, 1.0), (0.0, 1.0)).position(gap), None);
            assert_eq!(Scale::log((1.0, 2.0), (0.0, 1.0)).position(gap), None);
        }
    }

    #[test]
    fn has_no_position_for_zero_and_less_on_a_log_scale() {
        let scale = Scale::log((1.0, 2.0), (0.0, 1.0));
        assert_eq!([0.0, -0.0, -1.0].map(|v| scale.position(v)), [None; 3]);
        assert_eq!(scale.clamped(0.0), None);
    }

    #[test]
    fn mends_ends_that_are_not_finite() {
        let domain = |start, end| Scale::linear((start, end), (0.0, 1.0)).domain();
        assert_eq!(domain(f64::NAN, 3.0), (3.0, 3.0));
        assert_eq!(domain(3.0, f64::INFINITY), (3.0, 3.0));
        assert_eq!(domain(f64::NAN, f64::NAN), (0.0, 0.0));
        let scale = Scale::linear((f64::NAN, f64::NAN), (f64::NAN, f64::NAN));
        let again = scale;
        assert_eq!(scale, again, "a scale is usable as a key");
    }

    #[test]
    fn reaches_three_decades_down_from_the_good_end_of_a_log_domain() {
        let domain = |start, end| Scale::log((start, end), (0.0, 1.0)).domain();
        assert_eq!(domain(0.0, 100.0), (0.1, 100.0));
        assert_eq!(domain(100.0, -5.0), (100.0, 0.1));
        assert_eq!(domain(f64::NAN, 100.0), (0.1, 100.0));
        assert_eq!(domain(0.0, 5e-324), (5e-324, 5e-324));
        assert_eq!(domain(-1.0, 0.0), (1.0, 1.0));
    }

    #[test]
    fn does_not_overflow_on_huge_and_tiny_domains() {
        for (low, high) in [
            (-1e300, 1e300),
            (f64::MIN, f64::MAX),
            (-1e-300, 1e-300),
            (-5e-324, 5e-324),
        ] {
            let scale = Scale::linear((low, high), (0.0, 100.0));
            assert_eq!(
                [low, 0.0, high].map(|v| scale.position(v)),
                [0.0, 50.0, 100.0].map(Some)
            );
            assert_eq!([0.0, 50.0, 100.0].map(|p| scale.value(p)), [low, 0.0, high]);
            assert!(scale.position(f64::MAX).unwrap().is_finite());
            assert!(scale.position(f64::MIN).unwrap().is_finite());
        }
        let scale = Scale::log((1e-300, 1e300), (0.0, 100.0));
        assert_near(scale.position(1.0).unwrap(), 50.0);
        assert!(scale.value(1e9).is_finite() && scale.value(-1e9) > 0.0);
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod laws {
    use super::Scale;
    use proptest::prelude::*;

    fn scales() -> impl Strategy<Value = Scale> {
        let ends = |values: std::ops::Range<f64>| (values.clone(), values);
        let apart = |(start, end): &(f64, f64)| (start - end).abs() > 1e-3 * start.abs();
        prop_oneof![
            (ends(-1e6..1e6).prop_filter("apart", apart), ends(-2e3..2e3))
                .prop_map(|(domain, range)| Scale::linear(domain, range)),
            (ends(1e-6..1e6).prop_filter("apart", apart), ends(-2e3..2e3))
                .prop_map(|(domain, range)| Scale::log(domain, range)),
        ]
    }

    proptest! {
        #[test]
        fn value_undoes_position(scale in scales(), share in 0.0..1.0) {
            let ((low, high), (start, end)) = (scale.domain(), scale.range());
            prop_assume!((end - start).abs() > 1.0);
            let value = low + share * (high - low);
            let back = scale.value(scale.position(value).unwrap());
            let tolerance = 1e-9 * low.abs().max(high.abs());
            prop_assert!((back - value).abs() <= tolerance, "{back}, not {value}");
        }

        #[test]
        fn position_is_monotone(scale in scales(), a in 1e-6..1e6, b in 1e-6..1e6) {
            let ((low, high), (start, end)) = (scale.domain(), scale.range());
            let rises = (low < high) == (start <= end);
            let (less, more) = (scale.position(f64::min(a, b)), scale.position(f64::max(a, b)));
            let (first, second) = if rises { (less, more) } else { (more, less) };
            prop_assert!(first <= second);
        }

        #[test]
        fn position_is_finite_for_every_finite_value(
            domain in (prop::num::f64::ANY, prop::num::f64::ANY),
            value in prop::num::f64::ANY,
        ) {
            for scale in [Scale::linear(domain, (0.0, 500.0)), Scale::log(domain, (500.0, 0.0))] {
                let shown = value.is_finite() && (!scale.is_log() || value > 0.0);
                prop_assert_eq!(scale.position(value).is_some(), shown);
                prop_assert!(scale.position(value).is_none_or(f64::is_finite));
                prop_assert!(scale.clamped(value).is_none_or(|at| (0.0..=500.0).contains(&at)));
                prop_assert!(scale.value(value).is_finite());
            }
        }
    }
}
