//! Which inputs move what a view shows.

use super::View;
use crate::model::model_inputs::ModelInputs;
use crate::model::parameters::Key;

/// The models whose results a view shows.
const fn models(view: View) -> &'static [&'static str] {
    match view {
        View::Hashprice => &["hashprice"],
        View::Network => &["cost_curve"],
        View::Pivot => &["pivot"],
        View::Valuation => &["valuation", "sum_of_parts"],
        View::Outlook => &[
            "hashprice",
            "cost_curve",
            "valuation",
            "pivot",
            "sum_of_parts",
        ],
        View::Miners => &["sum_of_parts"],
    }
}

/// What a view shows besides follows these as well.
const fn others(view: View) -> &'static [Key] {
    match view {
        View::Network => &[
            Key::PoolFeePct,
            Key::UptimePct,
            Key::CurtailmentCredit,
            Key::CapacityGrowthPct,
            Key::ResponseLag,
            Key::PriceDriftPct,
            Key::HorizonEpochs,
        ],
        View::Miners => &[
            Key::Interest,
            Key::MachinePrice,
            Key::MachineResale,
            Key::MachineLife,
            Key::FleetEfficiency,
            Key::FleetPowerPrice,
            Key::EfficiencySpread,
            Key::PowerSpread,
        ],
        _ => &[],
    }
}

/// Whether something that the view shows follows the input.
#[must_use]
pub fn is_followed(view: View, key: Key) -> bool {
    let lists = ModelInputs::ALL.into_iter();
    others(view).contains(&key)
        || lists
            .filter(|list| models(view).contains(&list.model.name))
            .any(|list| list.inputs.contains(&key))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::facts::jpmorgan;
    use crate::model::difficulty_lag::simulate;
    use crate::model::outputs::Model;
    use crate::model::parameters::{Inputs, arbitrary};
    use crate::model::screen::{archetypes, screen};
    use crate::model::signals::signals;

    #[test]
    fn every_name_is_a_models() {
        for name in View::ALL.into_iter().flat_map(models) {
            assert!(Model::ALL.iter().any(|model| model.name == *name), "{name}");
        }
    }

    #[test]
    fn a_view_follows_what_its_results_are_made_of_and_nothing_else() {
        let table = [
            (View::Hashprice, Key::Overhead, true),
            (View::Hashprice, Key::UpgradePrice, true),
            (View::Hashprice, Key::LeaseRate, false),
            (View::Network, Key::ResponseLag, true),
            (View::Network, Key::Overhead, false),
            (View::Pivot, Key::MachineLife, true),
            (View::Pivot, Key::MarketCap, false),
            (View::Valuation, Key::LeaseRate, true),
            (View::Valuation, Key::LoanRatePct, false),
            (View::Outlook, Key::LoanRatePct, true),
            (View::Miners, Key::UptimePct, true),
            (View::Miners, Key::FleetEfficiency, true),
        ];
        for (view, key, expected) in table {
            assert_eq!(is_followed(view, key), expected, "{view:?} {key:?}");
        }
    }

    /// What a view shows of other things than the models' results.
    fn shown(view: View, inputs: &Inputs) -> String {
        match view {
            View::Network => {
                let read = signals(&jpmorgan::history(), inputs);
                format!("{:?} {read:?}", simulate(inputs))
            }
            View::Miners => format!("{:?}", screen(&archetypes(), inputs)),
            _ => String::new(),
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]

        #[test]
        fn an_input_that_a_view_does_not_follow_changes_nothing_that_it_shows(
            inputs in arbitrary::inputs(), others in arbitrary::inputs(),
        ) {
            for view in [View::Network, View::Miners] {
                let rest = Key::ALL.into_iter().filter(|key| !is_followed(view, *key));
                let changed = rest.fold(inputs.clone(), |changed, key| {
                    others.get(key).map_or(changed.clone(), |value| arbitrary::put(&changed, key, value))
                });
                prop_assert_eq!(shown(view, &changed), shown(view, &inputs), "{:?}", view);
            }
        }
    }
}
