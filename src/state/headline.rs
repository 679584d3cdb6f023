//! The result by which a view is judged, over the track of one input.

use super::{View, slider};
use crate::model::outputs::{Model, Output, OutputUnit};
use crate::model::parameters::{Inputs, Key};
use crate::model::{difficulty_lag, sweep};

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

/// Results of each model, the most important first.
const HASHPRICE: Candidates = (
    Model::HASHPRICE,
    &[
        "gross_profit",
        "free_cash_flow",
        "upgrade_payback_days",
        "fleet_gross_profit_year",
    ],
);
const COST_CURVE: Candidates = (
    Model::COST_CURVE,
    &["equilibrium_hashprice", "online_share", "your_percentile"],
);
const PIVOT: Candidates = (
    Model::PIVOT,
    &["npv_gain", "expected_npv_gain", "levered_irr"],
);
const VALUATION: Candidates = (
    Model::VALUATION,
    &["ratio", "implied_market_cap", "ratio_own_share"],
);
const SUM_OF_PARTS: Candidates = (Model::SUM_OF_PARTS, &["per_share", "implied_mw"]);

/// Where the simulated path of the network ends: its own inputs move nothing else.
static AT_HORIZON: Output = Output {
    key: "hashprice_at_horizon",
    label: "Hashprice at the horizon",
    unit: OutputUnit::RevenuePerDay,
    value: |now| {
        let path = difficulty_lag::simulate(now.inputs());
        path.epochs.last().map(|epoch| epoch.hashprice)
    },
};

/// A model and names of its results.
type Candidates = (Model, &'static [&'static str]);

/// The models whose results an input may be drawn with: those of the view first, then all others.
const fn candidates(view: View) -> [Candidates; 5] {
    match view {
        View::Hashprice | View::Miners | View::Outlook => {
            [HASHPRICE, PIVOT, SUM_OF_PARTS, COST_CURVE, VALUATION]
        }
        View::Network => [COST_CURVE, HASHPRICE, PIVOT, VALUATION, SUM_OF_PARTS],
        View::Pivot => [PIVOT, HASHPRICE, SUM_OF_PARTS, COST_CURVE, VALUATION],
        View::Valuation => [VALUATION, SUM_OF_PARTS, PIVOT, HASHPRICE, COST_CURVE],
    }
}

/// The first result of the view, or else of another model, that follows the input, over a track with these
/// ends; all other inputs rest, and what the input itself is today makes no difference. Where the input moves
/// nothing, the view's first result, which is level then. `None` where that does not exist.
#[must_use]
pub fn headline(view: View, inputs: &Inputs, key: Key, ends: (f64, f64)) -> Option<Headline> {
    let scale = slider::scale(key.parameter(), ends);
    let value_at = |index: usize| scale.value(index as f64 / (POINTS - 1) as f64);
    let there = sweep::evaluations_over(inputs, key, (0..POINTS).map(value_at));
    let over = |output: &'static Output| Headline {
        output,
        values: there.iter().map(output.value).collect(),
    };
    let models = candidates(view);
    let mut named = models
        .iter()
        .flat_map(|(model, names)| names.iter().filter_map(|name| model.output(name)));
    let first = named.clone().next();
    let follows = |headline: &Headline| headline.values.iter().any(|at| *at != headline.values[0]);
    let found = named.by_ref().chain([&AT_HORIZON]).map(over).find(follows);
    found.or_else(|| first.map(over))
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
                for name in names {
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
            (View::Hashprice, Key::LeaseRate, Some("npv_gain")),
            (
                View::Network,
                Key::FleetPowerPrice,
                Some("equilibrium_hashprice"),
            ),
            (
                View::Network,
                Key::ResponseLag,
                Some("hashprice_at_horizon"),
            ),
            (View::Network, Key::Overhead, Some("free_cash_flow")),
            (
                View::Network,
                Key::RealisedHashrate,
                Some("equilibrium_hashprice"),
            ),
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
    fn every_slider_has_a_curve_in_every_view_and_it_is_level_only_where_nothing_moves() {
        for key in Key::ALL {
            // Uptime leaves nothing to be credited; the others move what is drawn at random.
            let moves_nothing = [
                Key::CurtailmentCredit,
                Key::PriceVolatilityPct,
                Key::Paths,
                Key::Seed,
            ];
            for view in View::ALL {
                let values = of(view, key).expect("exists in the preset").values;
                let is_level = values.iter().all(|value| *value == values[0]);
                assert_eq!(is_level, moves_nothing.contains(&key), "{view:?}: {key:?}");
            }
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
