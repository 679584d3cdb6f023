//! What a conversion is worth, without its returns and break-evens.

use super::case::Case;
use super::data_centre::displaced_hashrate;
use crate::model::parameters::Inputs;

/// The results of the pivot that value a company, each the very number that the whole model has. They
/// take a fiftieth of its time: returns and break-evens are searches.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PresentValues {
    /// Hashrate that the same gross megawatts run, EH/s.
    pub displaced_hashrate: f64,
    /// Present value of own capex at the HPC discount rate, USD m.
    pub capex: f64,
    /// Present value of the data centre's cash at the HPC discount rate, USD m.
    pub npv_hpc: f64,
    /// Present value of converting less that of mining on, USD m.
    pub npv_gain: f64,
}

impl PresentValues {
    /// Of these inputs.
    #[must_use]
    pub fn of(inputs: &Inputs) -> Self {
        let case = Case::of_this_delay(inputs);
        Self {
            displaced_hashrate: displaced_hashrate(inputs),
            capex: case.capex_present_value(),
            npv_hpc: case.npv_hpc(),
            npv_gain: case.npv_gain(),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::Evaluation;
    use crate::model::parameters::arbitrary;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn they_are_those_of_the_whole_model(inputs in arbitrary::inputs()) {
            let evaluation = Evaluation::of(&inputs);
            let whole = evaluation.pivot();
            let expected = PresentValues {
                displaced_hashrate: whole.displaced_hashrate,
                capex: whole.capex_present_value,
                npv_hpc: whole.npv_hpc,
                npv_gain: whole.npv_gain,
            };
            prop_assert_eq!(PresentValues::of(&inputs), expected);
        }
    }
}
