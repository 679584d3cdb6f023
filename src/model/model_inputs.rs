//! The inputs that each model's results follow, in one place.

use super::outputs::{Model, Output};
use super::parameters::Key;

/// A model and the inputs of which at least one of its results is made, in the order of the table.
#[derive(Clone, Copy, Debug)]
pub struct ModelInputs {
    /// The model with its results.
    pub model: Model,
    /// Its inputs. Difficulty and network hashrate, one quantity, are both named.
    pub inputs: &'static [Key],
}

use Key::{
    BlockHeight, BtcPrice, BuildMonths, Capex, CurtailmentCredit, CustomerFundedPct, DelayMonths,
    Difficulty, Efficiency, EfficiencySpread, EscalatorPct, ExecutionPct, ExitCapPct, FeesPct,
    FleetEfficiency, FleetHashrate, FleetPowerPrice, GrossMw, HashpriceDriftPct, HpcDiscountPct,
    IdlePct, Interest, LeaseRate, LoanRatePct, LoanToCostPct, MachineLife, MachinePrice,
    MachineResale, MarketCap, MiningDiscountPct, MiningMultiple, MiningStopMonth, NetDebt,
    NetworkHashrate, NetworkSharePct, NewSharesPct, NoiMarginPct, OccupancyPct, Overhead,
    OverrunPct, PoolFeePct, PowerPrice, PowerSpread, Pue, RampMonths, RealisedHashrate, RenewalPct,
    SharePrice, Shares, SiteValue, SpotPrice, SunkPct, TargetRatioPct, Tenor, UpgradeEfficiency,
    UpgradePrice, UptimePct,
};

impl ModelInputs {
    /// Every model, in the order of [`Model::ALL`].
    #[rustfmt::skip]
    pub const ALL: [Self; Model::ALL.len()] = [
        Self {
            model: Model::HASHPRICE,
            inputs: &[
                BtcPrice, NetworkHashrate, Difficulty, FeesPct, BlockHeight,
                Efficiency, PowerPrice, PoolFeePct, UptimePct, CurtailmentCredit, Overhead,
                Interest, MachinePrice, MachineResale, MachineLife, UpgradeEfficiency,
                UpgradePrice, FleetHashrate,
            ],
        },
        Self {
            model: Model::COST_CURVE,
            inputs: &[
                BtcPrice, NetworkHashrate, Difficulty, FeesPct, BlockHeight,
                Efficiency, PowerPrice,
                FleetEfficiency, FleetPowerPrice, EfficiencySpread, PowerSpread, IdlePct,
                RealisedHashrate,
            ],
        },
        Self {
            model: Model::VALUATION,
            inputs: &[
                BtcPrice, BlockHeight,
                MarketCap, SpotPrice, TargetRatioPct, NetworkSharePct,
            ],
        },
        Self {
            model: Model::PIVOT,
            inputs: &[
                BtcPrice, NetworkHashrate, Difficulty, FeesPct, BlockHeight,
                Efficiency, PowerPrice, PoolFeePct, UptimePct, CurtailmentCredit, Overhead,
                MachinePrice, MachineResale, MachineLife,
                GrossMw, Pue, LeaseRate, EscalatorPct, Tenor, OccupancyPct, NoiMarginPct,
                Capex, OverrunPct, CustomerFundedPct, BuildMonths, RampMonths, DelayMonths,
                MiningStopMonth,
                RenewalPct, ExitCapPct, HpcDiscountPct, MiningDiscountPct, HashpriceDriftPct,
                ExecutionPct, SunkPct, LoanToCostPct, LoanRatePct,
            ],
        },
        Self {
            model: Model::SUM_OF_PARTS,
            inputs: &[
                BtcPrice, NetworkHashrate, Difficulty, FeesPct, BlockHeight,
                Efficiency, PowerPrice, PoolFeePct, UptimePct, CurtailmentCredit, Overhead,
                FleetHashrate,
                SharePrice, Shares, NewSharesPct, NetDebt, MiningMultiple, SiteValue,
                GrossMw, Pue, LeaseRate, EscalatorPct, Tenor, OccupancyPct, NoiMarginPct,
                Capex, OverrunPct, CustomerFundedPct, BuildMonths, RampMonths, DelayMonths,
                RenewalPct, ExitCapPct, HpcDiscountPct, ExecutionPct, SunkPct,
            ],
        },
    ];

    /// The result with this name, and the inputs of its model.
    #[must_use]
    pub fn of_output(key: &str) -> Option<(&'static Output, &'static [Key])> {
        Self::ALL
            .into_iter()
            .find_map(|Self { model, inputs }| Some((model.output(key)?, inputs)))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::Evaluation;
    use crate::model::parameters::{Inputs, arbitrary};
    use crate::model::tests::with;

    fn results(model: &Model, inputs: &Inputs) -> Vec<Option<f64>> {
        let evaluation = Evaluation::of(inputs);
        let outputs = model.outputs.iter();
        outputs.map(|output| (output.value)(&evaluation)).collect()
    }

    /// A changed input, as [`arbitrary::put`], but the lease keeps its ramp.
    fn put(inputs: &Inputs, key: Key, value: f64) -> Inputs {
        let changed = inputs.with(key, Some(value));
        changed.unwrap_or_else(|_| arbitrary::put(inputs, key, value))
    }

    #[test]
    fn every_model_has_its_list_in_the_order_of_the_table() {
        let names = ModelInputs::ALL.map(|list| list.model.name);
        assert_eq!(names, Model::ALL.map(|model| model.name));
        for ModelInputs { model, inputs } in ModelInputs::ALL {
            assert!(inputs.is_sorted(), "{}", model.name);
            assert!(inputs.windows(2).all(|pair| pair[0] != pair[1]));
        }
    }

    #[test]
    fn each_input_of_a_model_changes_a_result_of_it() {
        // Between them these leave no input without an effect: curtailment needs idle hours, a
        // sunk share a failure, the renewal of machines a hashprice that lasts.
        let rich = [
            ("btc_price", 200_000.0),
            ("hashprice_drift_pct", 0.0),
            ("uptime_pct", 90.0),
        ];
        let starts = [Inputs::default(), with(&rich)];
        for ModelInputs { model, inputs } in ModelInputs::ALL {
            for key in inputs {
                let row = key.parameter();
                let middle = (row.min + row.max) / 2.0;
                let middle = if row.whole { middle.round() } else { middle };
                let changes = starts.iter().any(|start| {
                    let before = results(&model, start);
                    [row.min, middle, row.max]
                        .iter()
                        .any(|value| results(&model, &put(start, *key, *value)) != before)
                });
                assert!(changes, "{key:?} changes nothing in {}", model.name);
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]

        #[test]
        fn an_input_that_is_not_a_models_changes_none_of_its_results(
            inputs in arbitrary::inputs(), others in arbitrary::inputs(),
        ) {
            for ModelInputs { model, inputs: listed } in ModelInputs::ALL {
                let before = results(&model, &inputs);
                // All of them at once: two that cancel out would have to do so in every case.
                let unlisted = Key::ALL.into_iter().filter(|key| !listed.contains(key));
                let changed = unlisted.fold(inputs.clone(), |changed, key| {
                    others.get(key).map_or(changed.clone(), |value| put(&changed, key, value))
                });
                prop_assert_eq!(results(&model, &changed), before, "{}", model.name);
            }
        }
    }
}
