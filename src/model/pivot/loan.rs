//! The construction loan: drawn with capex, interest added until full rent, then level payments.

use super::timeline::Timeline;
use crate::model::parameters::Inputs;

/// A loan's draws and payments.
pub(super) struct Loan {
    /// Drawn in each month of building, USD m.
    draw: f64,
    /// Paid in each month from full rent to the end of the first tranche's lease, USD m.
    pub(super) payment: f64,
    /// Number of payments.
    pub(super) payments: usize,
    timeline: Timeline,
}

impl Loan {
    /// The loan on `capex_total` (USD m).
    pub(super) fn new(inputs: &Inputs, timeline: Timeline, capex_total: f64) -> Self {
        let rate = inputs.loan_rate_pct() / 100.0 / 12.0;
        let draw = inputs.loan_to_cost_pct() / 100.0 * capex_total / timeline.build as f64;
        let payments = timeline.lease - timeline.ramp + 1;
        let balance = draw * accrued(rate, timeline);
        let payment = if rate == 0.0 {
            balance / payments as f64
        } else {
            balance * rate / -libm::expm1(-(payments as f64) * libm::log1p(rate))
        };
        Self {
            draw,
            payment,
            payments,
            timeline,
        }
    }

    /// The unlevered flows with draws added and payments taken off, USD m.
    pub(super) fn levered(&self, unlevered: &[f64]) -> Vec<f64> {
        let mut flows = unlevered.to_vec();
        for flow in &mut flows[..self.timeline.build] {
            *flow += self.draw;
        }
        let start = self.timeline.full_rent();
        for flow in &mut flows[start..start + self.payments] {
            *flow -= self.payment;
        }
        flows
    }

    /// Smallest NOI over payment in the months with payments, from the NOI of each month since
    /// first rent; `None` without a loan.
    pub(super) fn min_dscr(&self, noi: impl Iterator<Item = f64>) -> Option<f64> {
        if self.payment <= 0.0 {
            return None;
        }
        noi.skip(self.timeline.ramp - 1)
            .take(self.payments)
            .map(|noi| noi / self.payment)
            .min_by(f64::total_cmp)
    }
}

/// What a dollar drawn in each month of building has grown to in the month before full rent.
fn accrued(rate: f64, timeline: Timeline) -> f64 {
    let until = timeline.full_rent();
    (0..timeline.build)
        .map(|month| libm::pow(1.0 + rate, until.saturating_sub(month + 1) as f64))
        .sum()
}
