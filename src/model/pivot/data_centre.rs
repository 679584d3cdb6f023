//! The data centre's cash: capex, rent net of costs, residual value.

use super::timeline::Timeline;
use crate::model::parameters::Inputs;
use crate::units::{TH_PER_EH, USD_PER_USD_M};

/// kW in a MW.
const KW_PER_MW: f64 = 1_000.0;
const MONTHS_PER_YEAR: f64 = 12.0;

/// Critical IT power of the site, MW.
pub(super) fn it_mw(inputs: &Inputs) -> f64 {
    inputs.gross_mw() / inputs.pue()
}

/// Hashrate that the same gross megawatts run, EH/s.
pub(super) fn displaced_hashrate(inputs: &Inputs) -> f64 {
    inputs.gross_mw() / inputs.efficiency()
}

/// What today's machines fetch, USD m.
pub(super) fn machine_sale(inputs: &Inputs) -> f64 {
    inputs.machine_resale() * TH_PER_EH * displaced_hashrate(inputs) / USD_PER_USD_M
}

/// Own capex as planned, without overrun, USD m.
pub(super) fn capex_planned(inputs: &Inputs) -> f64 {
    it_mw(inputs) * inputs.capex() * (1.0 - inputs.customer_funded_pct() / 100.0)
}

/// Own capex, USD m.
pub(super) fn capex_total(inputs: &Inputs) -> f64 {
    capex_planned(inputs) * (1.0 + inputs.overrun_pct() / 100.0)
}

/// The yearly factor by which rent rises.
fn escalation(inputs: &Inputs) -> f64 {
    1.0 + inputs.escalator_pct() / 100.0
}

/// NOI for each dollar of lease rate: a month at full, unescalated rent, USD m per USD/kW.
fn noi_per_rate(inputs: &Inputs) -> f64 {
    let kept = inputs.occupancy_pct() / 100.0 * (inputs.noi_margin_pct() / 100.0);
    it_mw(inputs) * KW_PER_MW * kept / USD_PER_USD_M
}

/// NOI of each month from the first rent on for a lease rate of one USD/kW-month, USD m; one
/// tranche a month of the ramp, each escalating from its own start.
pub(super) fn noi_profile(inputs: &Inputs, timeline: Timeline) -> Vec<f64> {
    let by_year: Vec<f64> = (0..inputs.tenor())
        .map(|year| libm::pow(escalation(inputs), year as f64))
        .collect();
    let tranche = noi_per_rate(inputs) / timeline.ramp as f64;
    let mut profile = vec![0.0; timeline.rent_months()];
    for start in 0..timeline.ramp {
        for (age, noi) in profile[start..start + timeline.lease]
            .iter_mut()
            .enumerate()
        {
            *noi += tranche * by_year[age / 12];
        }
    }
    profile
}

/// Expected value of the site after the lease for a lease rate of one USD/kW-month, USD m: the
/// chance of renewal times the next year's NOI at the exit cap rate.
pub(super) fn residual_per_rate(inputs: &Inputs) -> f64 {
    let next_year = noi_per_rate(inputs)
        * MONTHS_PER_YEAR
        * libm::pow(escalation(inputs), inputs.tenor() as f64);
    inputs.renewal_pct() / 100.0 * next_year / (inputs.exit_cap_pct() / 100.0)
}

/// NOI of a year at full, unescalated rent, USD m.
pub(super) fn noi_first_year(inputs: &Inputs) -> f64 {
    noi_per_rate(inputs) * inputs.lease_rate() * MONTHS_PER_YEAR
}

/// Mean yearly NOI of a tranche over its lease, USD m: the first year's times
/// ((1+g)^T − 1)/(g·T).
pub(super) fn noi_average(inputs: &Inputs) -> f64 {
    noi_first_year(inputs) * growth(inputs) / inputs.tenor() as f64
}

/// Rent of all years of the lease over that of the first.
fn growth(inputs: &Inputs) -> f64 {
    (0..inputs.tenor())
        .map(|year| libm::pow(escalation(inputs), year as f64))
        .sum()
}

/// Mean rent over the lease over that of its first year: what announced rents, which are means, have
/// to be divided by to stand beside a lease rate.
#[must_use]
pub fn mean_escalation(inputs: &Inputs) -> f64 {
    growth(inputs) / inputs.tenor() as f64
}

/// Cash of the data centre in each month 0 … N, USD m.
pub(super) fn flows(inputs: &Inputs, timeline: Timeline, profile: &[f64]) -> Vec<f64> {
    let rate = inputs.lease_rate();
    let mut flows = vec![0.0; timeline.last() + 1];
    for flow in &mut flows[..timeline.build] {
        *flow -= capex_total(inputs) / timeline.build as f64;
    }
    for (flow, noi) in flows[timeline.first_rent..].iter_mut().zip(profile) {
        *flow += noi * rate;
    }
    flows[timeline.last()] += residual_per_rate(inputs) * rate;
    flows
}
