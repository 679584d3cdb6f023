//! The months of a conversion; month 0 is the decision.

use crate::model::parameters::Inputs;

/// When a conversion builds, rents and ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Timeline {
    /// Months over which capex is spent, from month 0 on.
    pub(super) build: usize,
    /// First month of rent: building time and delay.
    pub(super) first_rent: usize,
    /// Months from first to full rent, one tranche each.
    pub(super) ramp: usize,
    /// Length of each tranche's lease in months.
    pub(super) lease: usize,
    /// Month in which the site stops mining, at the latest when rent starts.
    pub(super) mining_stop: usize,
}

impl Timeline {
    /// The timeline of these inputs.
    pub(super) fn of(inputs: &Inputs) -> Self {
        Self::with_delay(inputs, inputs.delay_months())
    }

    /// The timeline of these inputs with another delay, in months.
    pub(super) fn with_delay(inputs: &Inputs, delay: u64) -> Self {
        let first_rent = (inputs.build_months() + delay) as usize;
        Self {
            build: inputs.build_months().max(1) as usize,
            first_rent,
            ramp: inputs.ramp_months() as usize,
            lease: 12 * inputs.tenor() as usize,
            mining_stop: (inputs.mining_stop_month() as usize).min(first_rent),
        }
    }

    /// Months with rent: the first tranche's first to the last tranche's last.
    pub(super) fn rent_months(self) -> usize {
        self.ramp - 1 + self.lease
    }

    /// The last month, N, in which the residual value falls.
    pub(super) fn last(self) -> usize {
        self.first_rent + self.rent_months()
    }

    /// First month of full rent, in which the loan's payments start.
    pub(super) fn full_rent(self) -> usize {
        self.first_rent + self.ramp - 1
    }
}
