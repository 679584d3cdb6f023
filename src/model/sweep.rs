//! How revenue and gross profit follow one input while the others rest: the curves of the page.

use super::Evaluation;
use super::margin::Margin;
use super::moved::moved;
use super::outputs::Output;
use super::parameters::{Inputs, Key};
use crate::plot::round_up_on_ladder;

/// Points of a curve.
pub const POINTS: usize = 200;

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
    /// Room around the break-even.
    const ROOM: f64 = 1.1;
    let value = inputs.effective(key).unwrap_or(key.parameter().min);
    let high = end(inputs, key, breakeven);
    let breakeven = breakeven.filter(|breakeven| is_near(*breakeven, value));
    let below = breakeven.map_or(value, |breakeven| breakeven / ROOM);
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

/// Revenue and gross profit at [`POINTS`] values of `key` (one of those of [`Margin::with`]), evenly
/// spread over the part of `window` that the input's range allows; the one between the ends that is
/// nearest to `through` is put there, so that a reader finds today's figures on the curve.
#[must_use]
pub fn profit(inputs: &Inputs, key: Key, window: (f64, f64), through: f64) -> Sweep {
    let row = key.parameter();
    let (low, high) = (window.0.max(row.min), window.1.min(row.max));
    let mut sweep = Sweep {
        x: Vec::with_capacity(POINTS),
        revenue: Vec::with_capacity(POINTS),
        gross_profit: Vec::with_capacity(POINTS),
    };
    let margin = Margin::of(inputs);
    let last = POINTS - 1;
    // No place, or one before the first, is that of the first, which stays.
    let met = ((through - low) / (high - low) * last as f64).round() as usize;
    for index in 0..POINTS {
        let x = if index == met && index > 0 && index < last {
            through
        } else {
            let share = index as f64 / last as f64;
            (low + (high - low) * share).clamp(low, high)
        };
        let moved = margin.with(key, x);
        sweep.x.push(x);
        sweep.revenue.push(moved.revenue());
        sweep.gross_profit.push(moved.gross_profit());
    }
    sweep
}

/// A result at each of these values of an input, all others resting; a value that the input does
/// not accept is moved to the nearest that it does.
#[must_use]
pub fn output_over(
    inputs: &Inputs,
    key: Key,
    output: &Output,
    values: impl IntoIterator<Item = f64>,
) -> Vec<Option<f64>> {
    let at = |value| (output.value)(&Evaluation::of(&moved(inputs, key, value).inputs));
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
        let sweep = profit(&Inputs::default(), Key::PowerPrice, (10.0, 408.0), f64::NAN);
        assert_eq!((sweep.x[0], sweep.x[POINTS - 1]), (10.0, 408.0));
        for pair in sweep.x.windows(2) {
            assert!((pair[1] - pair[0] - 2.0).abs() < 1e-12, "{pair:?}");
        }
        let cut = profit(&Inputs::default(), Key::PowerPrice, (-10.0, 900.0), -10.0);
        assert_eq!((cut.x[0], cut.x[POINTS - 1]), (0.0, 500.0));
    }

    #[test]
    fn todays_value_is_one_of_the_points() {
        for today in [0.0, 0.1, 44.99, 45.0, 99.9, 100.0] {
            let sweep = profit(&Inputs::default(), Key::PowerPrice, (0.0, 100.0), today);
            let is_near_an_end = today > 0.0 && today < 0.25 || today > 99.75 && today < 100.0;
            assert_eq!(sweep.x.contains(&today), !is_near_an_end, "{today}");
            assert!(sweep.x.is_sorted_by(|one, next| one < next), "{today}");
        }
    }

    #[test]
    fn a_result_over_an_input_is_the_models_at_each_accepted_value() {
        use crate::model::outputs::Model;
        let output = Model::HASHPRICE
            .output("gross_profit")
            .expect("is a result");
        let inputs = Inputs::default();
        let over = output_over(&inputs, Key::PowerPrice, output, [-5.0, 60.0, 900.0]);
        let expected = [0.0, 60.0, 500.0].map(|price| {
            let moved = arbitrary::put(&inputs, Key::PowerPrice, price);
            Some(hashprice::evaluate(&moved).gross_profit)
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
            prop_assert!(low >= price.min(breakeven / 1.2).min(high / 24.0), "{low}..{high}");
            prop_assert_eq!(high, window(&inputs, Key::BtcPrice, Some(breakeven)).1);
        }

        #[test]
        fn curves_agree_with_the_model_at_each_point(
            inputs in arbitrary::inputs(), axis in prop::sample::select(&AXES[..]),
        ) {
            let through = inputs.effective(axis).expect("is given");
            let sweep = profit(&inputs, axis, window(&inputs, axis, None), through);
            prop_assert_eq!(sweep.x.len(), POINTS);
            prop_assert!(sweep.x.is_sorted());
            for index in [0, 77, POINTS - 1] {
                let there = hashprice::evaluate(&arbitrary::put(&inputs, axis, sweep.x[index]));
                prop_assert_eq!(sweep.revenue[index], there.revenue);
                prop_assert_eq!(sweep.gross_profit[index], there.gross_profit);
            }
        }
    }
}
