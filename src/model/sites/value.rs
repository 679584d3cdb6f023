//! What a site is worth in calendar month 0.

use super::Site;
use crate::model::pivot::{MiningParts, Pivot};

/// Present values in calendar month 0, USD m.
///
/// A site decides in month s. What it is worth then is discounted by its parts: what the data centre
/// earns and costs by h = (1 + hpc_discount)^(−s/12), what converting does to mining by
/// m = (1 + mining_discount)^(−s/12).
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Value {
    /// h·npv_hpc.
    pub(super) npv_hpc: f64,
    /// h·npv_hpc + m·(npv_convert − npv_hpc − npv_mining): the second part is mining before the
    /// stop and the sale of machines less mining on.
    pub(super) npv_gain: f64,
    /// p·(the above) − (1 − p)·(h·sunk·PV(capex) + m·PV(mining plan from the stop to first rent)).
    pub(super) expected_npv_gain: f64,
}

impl Value {
    /// Of a site with the results of its conversion.
    pub(super) fn of(site: &Site, pivot: &Pivot) -> Self {
        let factor = |yearly_pct: f64| {
            let months = site.start_month as f64;
            libm::exp(-libm::log1p(yearly_pct / 100.0) * months / 12.0)
        };
        let inputs = &site.inputs;
        let hpc = factor(inputs.hpc_discount_pct());
        let mining = factor(inputs.mining_discount_pct());
        let MiningParts {
            sale,
            given_up,
            idle,
        } = pivot.mining_parts;
        let npv_hpc = hpc * pivot.npv_hpc;
        // In the pivot's order, so that a site in month 0 has its bits.
        let npv_gain = npv_hpc + mining * sale - mining * given_up;
        let sunk = inputs.sunk_pct() / 100.0 * pivot.capex_present_value;
        let success = inputs.execution_pct() / 100.0;
        let failure = hpc * sunk + mining * idle;
        Self {
            npv_hpc,
            npv_gain,
            // Adding zero turns −0 into 0.
            expected_npv_gain: success * npv_gain - (1.0 - success) * failure + 0.0,
        }
    }
}
