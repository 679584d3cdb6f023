//! The result by which a view is judged, over the track of one input.

use super::{View, slider};
use crate::model::outputs::{Model, Output};
use crate::model::parameters::{Inputs, Key};
use crate::model::sweep;

/// Places on the track, evenly spread, both ends among them.
pub const POINTS: usize = 33;

/// A result at [`POINTS`] places of a track.
#[derive(Clone, Debug)]
pub struct Headline {
    /// The result.
    pub output: &'static Output,
    /// Its value at each place; `None` where it does not exist.
    pub values: Vec<Option<f64>>,
}

/// Results of a view, the most important first: an input is drawn with the first that follows it.
const fn candidates(view: View) -> &'static [(Model, &'static [&'static str])] {
    match view {
        View::Hashprice | View::Miners | View::Outlook => &[(
            Model::HASHPRICE,
            &[
                "gross_profit",
                "free_cash_flow",
                "upgrade_payback_days",
                "fleet_gross_profit_year",
            ],
        )],
        View::Network => &[(
            Model::COST_CURVE,
            &["equilibrium_hashprice", "online_share", "your_percentile"],
        )],
        View::Pivot => &[(
            Model::PIVOT,
            &["npv_gain", "expected_npv_gain", "levered_irr"],
        )],
        View::Valuation => &[
            (
                Model::VALUATION,
                &["ratio", "implied_market_cap", "ratio_own_share"],
            ),
            (Model::SUM_OF_PARTS, &["per_share", "implied_mw"]),
        ],
    }
}

/// The first result of the view that follows the input, over a track with these ends; all other
/// inputs rest, and what the input itself is today makes no difference. `None` when the input moves
/// none of them.
#[must_use]
pub fn headline(view: View, inputs: &Inputs, key: Key, ends: (f64, f64)) -> Option<Headline> {
    let scale = slider::scale(key.parameter(), ends);
    let value_at = |index: usize| scale.value(index as f64 / (POINTS - 1) as f64);
    let named = candidates(view)
        .iter()
        .flat_map(|(model, names)| names.iter().filter_map(|name| model.output(name)));
    for output in named {
        let values = sweep::output_over(inputs, key, output, (0..POINTS).map(value_at));
        if values.iter().any(|value| *value != values[0]) {
            return Some(Headline { output, values });
        }
    }
    None
}

/// The inputs with one of them at its preset: what does not change while it is dragged.
#[must_use]
pub fn without(inputs: &Inputs, key: Key) -> Inputs {
    let key = match key {
        Key::Difficulty => Key::NetworkHashrate,
        _ => key,
    };
    inputs
        .with(key, key.parameter().default)
        .unwrap_or_else(|_| inputs.clone())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::Evaluation;
    use crate::model::parameters::arbitrary;

    fn of(view: View, key: Key) -> Option<Headline> {
        headline(view, &Inputs::default(), key, key.parameter().slider)
    }

    #[test]
    fn every_name_is_a_result() {
        for view in View::ALL {
            for (model, names) in candidates(view) {
                for name in *names {
                    assert!(model.output(name).is_some(), "{view:?}: {name}");
                }
            }
        }
    }

    #[test]
    fn an_input_is_drawn_with_the_first_result_that_follows_it() {
        let table = [
            (View::Hashprice, Key::BtcPrice, Some("gross_profit")),
            (View::Hashprice, Key::Difficulty, Some("gross_profit")),
            (View::Hashprice, Key::Overhead, Some("free_cash_flow")),
            (
                View::Hashprice,
                Key::UpgradePrice,
                Some("upgrade_payback_days"),
            ),
            (
                View::Hashprice,
                Key::FleetHashrate,
                Some("fleet_gross_profit_year"),
            ),
            (View::Hashprice, Key::LeaseRate, None),
            (
                View::Network,
                Key::FleetPowerPrice,
                Some("equilibrium_hashprice"),
            ),
            (View::Network, Key::ResponseLag, None),
            (View::Pivot, Key::LeaseRate, Some("npv_gain")),
            (View::Pivot, Key::ExecutionPct, Some("expected_npv_gain")),
            (View::Pivot, Key::LoanRatePct, Some("levered_irr")),
            (View::Valuation, Key::MarketCap, Some("ratio")),
            (
                View::Valuation,
                Key::TargetRatioPct,
                Some("implied_market_cap"),
            ),
            (View::Valuation, Key::NetDebt, Some("per_share")),
        ];
        for (view, key, expected) in table {
            let drawn = of(view, key).map(|headline| headline.output.key);
            assert_eq!(drawn, expected, "{view:?} {key:?}");
        }
    }

    #[test]
    fn gross_profit_rises_with_the_price_from_end_to_end_of_the_track() {
        let headline = of(View::Hashprice, Key::BtcPrice).expect("follows the price");
        let profits: Vec<f64> = headline.values.into_iter().flatten().collect();
        assert_eq!(profits.len(), POINTS);
        assert!(profits.is_sorted_by(|a, b| a < b));
        let at = |price| {
            let inputs = Inputs::default().with(Key::BtcPrice, Some(price));
            Evaluation::of(&inputs.expect("in range"))
                .hashprice()
                .gross_profit
        };
        let close = |a: f64, b: f64| (a - b).abs() <= 1e-9 * b.abs();
        assert!(close(profits[0], at(10_000.0)) && close(profits[POINTS - 1], at(1_000_000.0)));
    }

    proptest! {
        #[test]
        fn what_an_input_is_today_makes_no_difference(
            inputs in arbitrary::inputs(),
            key in prop::sample::select(&[
                Key::BtcPrice, Key::Difficulty, Key::PowerPrice, Key::Overhead, Key::UptimePct,
            ][..]),
        ) {
            let ends = key.parameter().slider;
            let drawn = headline(View::Hashprice, &inputs, key, ends);
            let resting = headline(View::Hashprice, &without(&inputs, key), key, ends);
            prop_assert_eq!(
                drawn.map(|headline| headline.values),
                resting.map(|headline| headline.values)
            );
        }

        #[test]
        fn without_an_input_all_others_rest(inputs in arbitrary::inputs()) {
            for key in Key::ALL {
                let rest = without(&inputs, key);
                for other in Key::ALL {
                    let is_one = [Key::Difficulty, Key::NetworkHashrate];
                    if other != key && !(is_one.contains(&key) && is_one.contains(&other)) {
                        prop_assert_eq!(rest.get(other), inputs.get(other));
                    }
                }
            }
        }
    }
}
