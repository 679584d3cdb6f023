//! When a conversion spends its capex and when its capacity pays, month by month.

use super::data_centre::capex_total;
use super::timeline::Timeline;
use crate::model::parameters::Inputs;

/// The months of one conversion; month 0 is the decision.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Schedule {
    timeline: Timeline,
    /// USD m.
    capex_total: f64,
}

impl Schedule {
    /// The schedule of these inputs.
    #[must_use]
    pub fn of(inputs: &Inputs) -> Self {
        Self {
            timeline: Timeline::of(inputs),
            capex_total: capex_total(inputs),
        }
    }

    /// First month of rent.
    #[must_use]
    pub fn first_rent(&self) -> usize {
        self.timeline.first_rent
    }

    /// First month in which the whole capacity pays.
    #[must_use]
    pub fn full_rent(&self) -> usize {
        self.timeline.full_rent()
    }

    /// The last month, in which no tranche pays any more and the residual value falls.
    #[must_use]
    pub fn last(&self) -> usize {
        self.timeline.last()
    }

    /// Own capex that is spent in `month`, USD m.
    #[must_use]
    pub fn capex(&self, month: usize) -> f64 {
        if month < self.timeline.build {
            self.capex_total / self.timeline.build as f64
        } else {
            0.0
        }
    }

    /// The share of capacity, 0 … 1, that does not pay yet in `month`.
    #[must_use]
    pub fn building(&self, month: usize) -> f64 {
        self.share(self.timeline.ramp - self.begun(month))
    }

    /// The share of capacity, 0 … 1, that pays in `month`: a tranche from its start to the end of
    /// its lease.
    #[must_use]
    pub fn paying(&self, month: usize) -> f64 {
        let ended = self.begun_before(month, self.timeline.first_rent + self.timeline.lease);
        self.share(self.begun(month) - ended)
    }

    /// Tranches that have begun to pay by `month`.
    fn begun(&self, month: usize) -> usize {
        self.begun_before(month, self.timeline.first_rent)
    }

    /// Tranches of which the first comes in month `first`, one a month, that have come by `month`.
    fn begun_before(&self, month: usize, first: usize) -> usize {
        (month + 1).saturating_sub(first).min(self.timeline.ramp)
    }

    fn share(&self, tranches: usize) -> f64 {
        tranches as f64 / self.timeline.ramp as f64
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
    fn tranches_begin_to_pay_one_a_month_and_end_with_their_leases() {
        let inputs = with(&[
            ("build_months", 2.0),
            ("delay_months", 1.0),
            ("ramp_months", 4.0),
            ("tenor", 1.0),
        ]);
        let schedule = Schedule::of(&inputs);
        let months = [schedule.first_rent(), schedule.full_rent(), schedule.last()];
        assert_eq!(months, [3, 6, 18]);
        let at = |month| (schedule.building(month), schedule.paying(month));
        let expected = [
            (0, (1.0, 0.0)),
            (2, (1.0, 0.0)),
            (3, (0.75, 0.25)),
            (5, (0.25, 0.75)),
            (6, (0.0, 1.0)),
            (14, (0.0, 1.0)),
            (15, (0.0, 0.75)),
            (17, (0.0, 0.25)),
            (18, (0.0, 0.0)),
        ];
        for (month, shares) in expected {
            assert_eq!(at(month), shares, "month {month}");
        }
        let capex = Evaluation::of(&inputs).pivot().capex_total;
        let spent = [0, 1, 2].map(|month| schedule.capex(month));
        assert_eq!(spent, [capex / 2.0, capex / 2.0, 0.0]);
    }

    proptest! {
        #[test]
        fn cash_is_the_rent_of_what_pays_less_capex(inputs in arbitrary::inputs()) {
            let flat = [(Key::EscalatorPct, 0.0), (Key::RenewalPct, 0.0)];
            let inputs = flat
                .iter()
                .fold(inputs, |inputs, (key, value)| arbitrary::put(&inputs, *key, *value));
            let schedule = Schedule::of(&inputs);
            let evaluation = Evaluation::of(&inputs);
            let rent = evaluation.pivot().noi_first_year / 12.0;
            let size = rent + evaluation.pivot().capex_total;
            for (month, cash) in evaluation.pivot().cash_flows.hpc.iter().enumerate() {
                let expected = rent * schedule.paying(month) - schedule.capex(month);
                prop_assert!((cash - expected).abs() <= 1e-12 * size, "month {month}");
            }
        }
    }
}
