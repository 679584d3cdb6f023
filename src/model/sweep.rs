//! How revenue and gross profit follow one input while the others rest: the curves of the page.

use super::Evaluation;
use super::margin::Margin;
use super::moved::moved;
use super::parameters::{Inputs, Key};
use crate::plot::round_up_on_ladder;

/// Points of a curve, those of the reader apart.
const POINTS: usize = 200;
/// What of an axis is no distance.
const SLACK: f64 = 1e-9;

/// A curve of revenue and gross profit, USD/EH/day, over one input.
#[derive(Clone, Debug, PartialEq)]
pub struct Sweep {
    /// Values of the input in its own unit, rising.
    pub x: Vec<f64>,
    /// Revenue at each.
    pub revenue: Vec<f64>,
    /// Gross profit at each.
    pub gross_profit: Vec<f64>,
}

/// Whether a break-even is shown beside today's value, and not left out because it would press that into
/// a corner.
#[must_use]
pub fn is_near(breakeven: f64, value: f64) -> bool {
    const FARTHEST: f64 = 10.0;
    value / FARTHEST <= breakeven && breakeven <= value * FARTHEST
}

/// The stretch of an input that a curve shows: today's value and the break-even with room around
/// them. The ends are round, so that they rest while a value is dragged within them. Revenue goes with one over
/// difficulty: there it starts above zero.
#[must_use]
pub fn window(inputs: &Inputs, key: Key, breakeven: Option<f64>) -> (f64, f64) {
    if key == Key::Difficulty {
        return window_above_zero(inputs, key, breakeven);
    }
    (0.0, end(inputs, key, breakeven))
}

/// The same where what is shown goes with one over the input, and falls or rises without limit towards zero:
/// costs in satoshis over the bitcoin price.
#[must_use]
pub fn window_above_zero(inputs: &Inputs, key: Key, breakeven: Option<f64>) -> (f64, f64) {
    /// It starts at the first of these parts of its end that is below the break-even.
    const STARTS: [f64; 3] = [6.0, 12.0, 24.0];
    /// Room around the break-even, and below today's value.
    const ROOM: f64 = 1.1;
    const ROOM_BELOW: f64 = 1.2;
    let row = key.parameter();
    let value = inputs.effective(key).unwrap_or(row.min);
    let high = end(inputs, key, breakeven);
    let breakeven = breakeven.filter(|breakeven| is_near(*breakeven, value));
    let below = breakeven.map_or(value, |breakeven| breakeven / ROOM);
    let below = below.min((value / ROOM_BELOW).max(row.min));
    let starts = STARTS.map(|part| high / part);
    let low = starts.iter().find(|start| **start <= below);
    (low.copied().unwrap_or(below).min(value), high)
}

/// Where such a stretch ends.
fn end(inputs: &Inputs, key: Key, breakeven: Option<f64>) -> f64 {
    /// Room above today's value.
    const ROOM: f64 = 1.4;
    /// Room around the break-even.
    const ROOM_AT_BREAKEVEN: f64 = 1.1;
    let row = key.parameter();
    let value = inputs.effective(key).unwrap_or(row.min);
    let breakeven = breakeven.filter(|breakeven| is_near(*breakeven, value));
    let above = breakeven.map_or(0.0, |breakeven| breakeven * ROOM_AT_BREAKEVEN);
    let floor = row.slider.1 / 10.0;
    round_up_on_ladder((value * ROOM).max(above).max(floor))
        .unwrap_or(row.max)
        .min(row.max)
}

/// `count` values evenly spread from one end to the other, and among them those of `through` that lie
/// within: where a reader looks for today's figures on a curve, they are. Rising.
#[must_use]
pub fn spread_through((low, high): (f64, f64), count: usize, through: &[f64]) -> Vec<f64> {
    let last = count.saturating_sub(1).max(1) as f64;
    // The last is the end itself, and not what it is to rounding.
    let even = (0..count).map(|index| index as f64 / last);
    let even = even.map(|share| (low * (1.0 - share) + high * share).clamp(low, high));
    with_values(even.collect(), through)
}

/// Rising values, and among them those of `through` that lie within. One that is no other, to rounding,
/// makes way.
#[must_use]
pub fn with_values(values: Vec<f64>, through: &[f64]) -> Vec<f64> {
    let (Some(low), Some(high)) = (values.first().copied(), values.last().copied()) else {
        return values;
    };
    let is_within = |value: &&f64| low <= **value && **value <= high;
    let through: Vec<f64> = through.iter().filter(is_within).copied().collect();
    let slack = SLACK * (high - low);
    let is_other = |value: &f64| through.iter().all(|met| (met - value).abs() > slack);
    let mut all = Vec::with_capacity(values.len() + through.len());
    all.extend(values.into_iter().filter(is_other));
    for value in through {
        let place = all.partition_point(|other| *other < value);
        all.insert(place, value);
    }
    all.dedup();
    all
}

/// Where a value stands among rising ones, if it is one of them.
#[must_use]
pub fn index_of(rising: &[f64], value: f64) -> Option<usize> {
    rising.binary_search_by(|at| at.total_cmp(&value)).ok()
}

/// Revenue and gross profit at [`POINTS`] values of `key` (one of those of [`Margin::with`]), evenly
/// spread over the part of `window` that the input's range allows, and at those of `through` that lie
/// there: today's and the baseline's.
#[must_use]
pub fn profit(inputs: &Inputs, key: Key, window: (f64, f64), through: &[f64]) -> Sweep {
    let row = key.parameter();
    let x = spread_through(
        (window.0.max(row.min), window.1.min(row.max)),
        POINTS,
        through,
    );
    let margin = Margin::of(inputs);
    let moved = x.iter().map(|x| margin.with(key, *x));
    let (revenue, gross_profit) = moved
        .map(|moved| (moved.revenue(), moved.gross_profit()))
        .unzip();
    Sweep {
        x,
        revenue,
        gross_profit,
    }
}

/// The results at each of these values of an input, all others resting; a value that the input does
/// not accept is moved to the nearest that it does.
#[must_use]
pub fn evaluations_over(
    inputs: &Inputs,
    key: Key,
    values: impl IntoIterator<Item = f64>,
) -> Vec<Evaluation> {
    let at = |value| Evaluation::of(&moved(inputs, key, value).inputs);
    values.into_iter().map(at).collect()
}

/// Running totals of monthly flows: cumulative cash.
#[must_use]
pub fn cumulative(flows: &[f64]) -> Vec<f64> {
    flows
        .iter()
        .scan(0.0, |total, flow| {
            *total += flow;
            Some(*total)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::hashprice;
    use crate::model::parameters::arbitrary;

    const AXES: [Key; 5] = [
        Key::BtcPrice,
        Key::Difficulty,
        Key::NetworkHashrate,
        Key::Efficiency,
        Key::PowerPrice,
    ];

    #[test]
    fn the_preset_shows_break_even_and_today_on_round_axes() {
        let result = hashprice::evaluate(&Inputs::default());
        let windows = [
            (
                Key::BtcPrice,
                Some(result.breakeven_btc_price),
                (0.0, 150_000.0),
            ),
            (
                Key::Difficulty,
                result.breakeven_difficulty,
                (50e12, 300e12),
            ),
            (Key::Efficiency, result.breakeven_efficiency, (0.0, 40.0)),
            (
                Key::PowerPrice,
                Some(result.breakeven_power_price),
                (0.0, 100.0),
            ),
        ];
        for (key, breakeven, expected) in windows {
            assert_eq!(
                window(&Inputs::default(), key, breakeven),
                expected,
                "{key:?}"
            );
        }
    }

    #[test]
    fn a_window_leaves_room_above_a_break_even_and_is_never_narrow() {
        let price = |usd: f64| Inputs::default().with(Key::BtcPrice, Some(usd));
        for (usd, breakeven, high) in [
            // A tenth above 145,000 is above 150,000.
            (88_950.0, 145_000.0, 200_000.0),
            // Ten times today's price is still shown, and more is too far.
            (20_000.0, 200_000.0, 250_000.0),
            (20_000.0, 210_000.0, 100_000.0),
            // A tenth of the slider's end, at least.
            (20_000.0, 0.0, 100_000.0),
        ] {
            let inputs = price(usd).expect("in range");
            assert_eq!(window(&inputs, Key::BtcPrice, Some(breakeven)), (0.0, high));
        }
    }

    #[test]
    fn a_curve_over_difficulty_begins_below_the_break_even() {
        let today = Inputs::default().with(Key::Difficulty, Some(1e15));
        let inputs = today.expect("in range");
        for (breakeven, expected) in [
            (Some(450e12), (250e12, 1500e12)),
            (Some(150e12), (125e12, 1500e12)),
            (Some(101e12), (62.5e12, 1500e12)),
            // Further away than a tenth of today's.
            (Some(99e12), (250e12, 1500e12)),
            (None, (250e12, 1500e12)),
        ] {
            assert_eq!(window(&inputs, Key::Difficulty, breakeven), expected);
        }
    }

    #[test]
    fn points_are_evenly_spread_from_end_to_end() {
        let sweep = profit(
            &Inputs::default(),
            Key::PowerPrice,
            (10.0, 408.0),
            &[f64::NAN],
        );
        assert_eq!((sweep.x[0], sweep.x[POINTS - 1]), (10.0, 408.0));
        for pair in sweep.x.windows(2) {
            assert!((pair[1] - pair[0] - 2.0).abs() < 1e-12, "{pair:?}");
        }
        let cut = profit(
            &Inputs::default(),
            Key::PowerPrice,
            (-10.0, 900.0),
            &[-10.0],
        );
        assert_eq!((cut.x[0], cut.x[POINTS - 1]), (0.0, 500.0));
    }

    #[test]
    fn todays_value_and_the_baselines_are_among_the_points() {
        for today in [0.0, 0.1, 44.99, 45.0, 99.9, 100.0] {
            let through = [today, 30.01];
            let sweep = profit(&Inputs::default(), Key::PowerPrice, (0.0, 100.0), &through);
            assert!(
                through.iter().all(|value| sweep.x.contains(value)),
                "{today}"
            );
            assert!(sweep.x.is_sorted_by(|one, next| one < next), "{today}");
        }
    }

    #[test]
    fn results_over_an_input_are_the_models_at_each_accepted_value() {
        let inputs = Inputs::default();
        let over = evaluations_over(&inputs, Key::PowerPrice, [-5.0, 60.0, 900.0]);
        let over: Vec<f64> = over.iter().map(|at| at.hashprice().gross_profit).collect();
        let expected = [0.0, 60.0, 500.0].map(|price| {
            let moved = arbitrary::put(&inputs, Key::PowerPrice, price);
            hashprice::evaluate(&moved).gross_profit
        });
        assert_eq!(over, expected);
    }

    #[test]
    fn cumulative_cash_ends_with_the_sum() {
        assert_eq!(cumulative(&[-3.0, 1.0, 4.0]), [-3.0, -2.0, 2.0]);
        assert!(cumulative(&[]).is_empty());
    }

    proptest! {
        #[test]
        fn values_within_are_met_exactly_and_no_value_stands_twice(
            (low, width) in (-1e6..1e6_f64, 1e-3..1e6_f64),
            shares in prop::collection::vec(-0.5..1.5_f64, 0..4),
        ) {
            let high = low + width;
            let through: Vec<f64> = shares.iter().map(|share| low + width * share).collect();
            let values = spread_through((low, high), 20, &through);
            prop_assert!(values.is_sorted_by(|one, next| one < next));
            prop_assert_eq!((values.first(), values.last()), (Some(&low), Some(&high)));
            for value in through {
                prop_assert_eq!(values.contains(&value), low <= value && value <= high);
            }
        }

        #[test]
        fn a_window_holds_the_value_of_today(
            inputs in arbitrary::inputs(), axis in prop::sample::select(&AXES[..]),
        ) {
            let (low, high) = window(&inputs, axis, Some(1e9));
            let value = inputs.effective(axis).expect("is given");
            prop_assert!(low <= value && value <= high, "{value} is not in {low}..{high}");
        }

        #[test]
        fn a_window_above_zero_starts_below_all_it_shows_and_not_near_zero(
            inputs in arbitrary::inputs(), times in 0.11..9.0f64,
        ) {
            let price = inputs.btc_price();
            let breakeven = times * price;
            let (low, high) = window_above_zero(&inputs, Key::BtcPrice, Some(breakeven));
            prop_assert!(low <= price && low <= breakeven && price <= high, "{low}..{high}");
            prop_assert!(low <= (price / 1.2).max(1_000.0), "{low}..{high}");
            prop_assert!(low >= (price / 1.2).min(breakeven / 1.2).min(high / 24.0), "{low}..{high}");
            prop_assert_eq!(high, window(&inputs, Key::BtcPrice, Some(breakeven)).1);
        }

        #[test]
        fn curves_agree_with_the_model_at_each_point(
            inputs in arbitrary::inputs(), axis in prop::sample::select(&AXES[..]),
        ) {
            let today = inputs.effective(axis).expect("is given");
            let sweep = profit(&inputs, axis, window(&inputs, axis, None), &[today]);
            prop_assert!(sweep.x.contains(&today) && sweep.x.is_sorted());
            for index in [0, 77, POINTS - 1] {
                let there = hashprice::evaluate(&arbitrary::put(&inputs, axis, sweep.x[index]));
                prop_assert_eq!(sweep.revenue[index], there.revenue);
                prop_assert_eq!(sweep.gross_profit[index], there.gross_profit);
            }
        }
    }
}
