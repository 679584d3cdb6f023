//! The HPC pivot: the same megawatts as a data centre or as a mine.
//!
//! Monthly cash flows of one conversion from the decision in month 0. Not modelled: tax, working
//! capital, power curtailment of the tenant, terminal value of mining.

mod case;
mod data_centre;
mod frontier;
mod loan;
mod mining;
mod present_values;
mod rate_of_return;
mod schedule;
mod timeline;

pub use data_centre::mean_escalation;
pub use frontier::Frontier;
pub use mining::MiningPlan;
pub use present_values::PresentValues;
pub use schedule::Schedule;

use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

use self::case::Case;
use self::data_centre::{
    capex_total, displaced_hashrate, it_mw, noi_average, noi_first_year, residual_per_rate,
};
use self::loan::Loan;
use super::finite::ratio;
use super::hashprice::Hashprice;
use super::parameters::Inputs;
use crate::units::{DAYS_PER_YEAR, USD_PER_USD_M};

/// Results of one conversion. Money is USD m unless a field says otherwise; present values are at
/// month 0.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Pivot {
    /// Critical IT power, MW: gross over PUE.
    pub it_mw: f64,
    /// Hashrate that the same gross megawatts run, EH/s.
    pub displaced_hashrate: f64,
    /// Own capex with overrun, less what the tenant pays.
    pub capex_total: f64,
    /// Present value of own capex at the HPC discount rate; not part of the JavaScript API.
    #[serde(skip)]
    pub capex_present_value: f64,
    /// What the gain is made of beside the data centre; not part of the JavaScript API.
    #[serde(skip)]
    pub mining_parts: MiningParts,
    /// Present value of the data centre's cash at the HPC discount rate.
    pub npv_hpc: f64,
    /// Present value of mining until the machines are worn out.
    pub npv_run_off: f64,
    /// Present value of mining with machines replaced for ever.
    pub npv_renew: f64,
    /// The larger of the two.
    pub npv_mining: f64,
    /// Which of the two it is.
    pub mining_plan: MiningPlan,
    /// Present value of converting: data centre, mining before the stop, sale of machines.
    pub npv_convert: f64,
    /// `npv_convert` less `npv_mining`.
    pub npv_gain: f64,
    /// The gain weighted with the probability that the contract becomes paying capacity.
    pub expected_npv_gain: f64,
    /// Internal rate of return of the data centre, a fraction a year.
    pub irr: Option<f64>,
    /// Months until the data centre's cumulative cash is no longer negative; 0 without capex.
    pub payback_months: Option<u64>,
    /// NOI and residual over capex, undiscounted.
    pub multiple_on_capex: Option<f64>,
    /// NOI of a year at full rent of the first year.
    pub noi_first_year: f64,
    /// Mean yearly NOI over the lease.
    pub noi_average: f64,
    /// First-year NOI over capex, a fraction.
    pub yield_on_cost_first_year: Option<f64>,
    /// Mean NOI over capex, a fraction; flatters by the escalator.
    pub yield_on_cost_average: Option<f64>,
    /// Internal rate of return after the loan, a fraction a year; the smallest of several.
    pub levered_irr: Option<f64>,
    /// Smallest NOI over loan payment.
    pub min_dscr: Option<f64>,
    /// Cash that the owner has to bring.
    pub equity_needed: Option<f64>,
    /// Lease rate of zero gain, USD/kW-month.
    pub breakeven_lease_rate: Option<f64>,
    /// Overrun of zero gain, %.
    pub breakeven_overrun_pct: Option<f64>,
    /// Today's hashprice of zero gain, USD/EH/day.
    pub breakeven_hashprice: Option<f64>,
    /// Largest whole delay before the gain first turns negative, months.
    pub breakeven_delay_months: Option<u64>,
    /// Rent, USD m per gross MW a year.
    pub hpc_revenue_per_gross_mw_year: f64,
    /// NOI, USD m per gross MW a year.
    pub hpc_margin_per_gross_mw_year: f64,
    /// Mining revenue, USD m per gross MW a year.
    pub mining_revenue_per_gross_mw_year: f64,
    /// Mining gross profit, USD m per gross MW a year.
    pub mining_margin_per_gross_mw_year: f64,
    /// Month by month.
    pub cash_flows: CashFlows,
}

/// Present values at the mining discount rate of what converting does to mining, USD m.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MiningParts {
    /// What today's machines fetch when mining stops.
    pub sale: f64,
    /// The better plan less what is still mined before the stop.
    pub given_up: f64,
    /// The better plan's cash between the stop and the first rent: lost also when the conversion
    /// fails.
    pub idle: f64,
}

/// Monthly cash, USD m; all of one length, months 0 … N.
#[derive(Clone, Debug, PartialEq)]
pub struct CashFlows {
    /// The data centre's.
    pub hpc: Vec<f64>,
    /// The data centre's with loan draws and payments.
    pub levered: Vec<f64>,
    /// The better mining plan's, without conversion; 0 in month N.
    pub mining: Vec<f64>,
}

/// As columns, with the month of each row before them.
impl Serialize for CashFlows {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let months: Vec<usize> = (0..self.hpc.len()).collect();
        let mut columns = serializer.serialize_struct("CashFlows", 4)?;
        columns.serialize_field("month", &months)?;
        columns.serialize_field("hpc", &self.hpc)?;
        columns.serialize_field("levered", &self.levered)?;
        columns.serialize_field("mining", &self.mining)?;
        columns.end()
    }
}

/// Every result of the pivot model; `mining` are the results of the hashprice model for the same
/// inputs.
#[must_use]
pub fn evaluate(inputs: &Inputs, mining: &Hashprice) -> Pivot {
    let case = Case::new(inputs);
    let timeline = case.timeline;
    let capex_total = capex_total(inputs);
    let has_capex = capex_total > 0.0;
    let of_capex = |amount| {
        if has_capex {
            ratio(amount, capex_total)
        } else {
            None
        }
    };
    let rate = inputs.lease_rate();
    let hpc = data_centre::flows(inputs, timeline, &case.noi_profile);
    let loan = Loan::new(inputs, timeline, capex_total);
    let levered = loan.levered(&hpc);
    let noi = || case.noi_profile.iter().map(|noi| noi * rate);
    let noi_and_residual = noi().sum::<f64>() + residual_per_rate(inputs) * rate;
    let last = timeline.last();
    let mining_cash = (0..=last).map(|m| if m < last { case.mining_cash(m) } else { 0.0 });
    let per_gross_mw = PerGrossMw::new(inputs, mining);
    Pivot {
        it_mw: it_mw(inputs),
        displaced_hashrate: displaced_hashrate(inputs),
        capex_total,
        capex_present_value: case.capex_present_value(),
        mining_parts: case.mining_parts(),
        npv_hpc: case.npv_hpc(),
        npv_run_off: case.npv_run_off(),
        npv_renew: case.npv_renew(),
        npv_mining: case.npv_run_off().max(case.npv_renew()),
        mining_plan: case.plan(),
        npv_convert: case.npv_convert(),
        npv_gain: case.npv_gain(),
        expected_npv_gain: case.expected_npv_gain(),
        irr: if has_capex {
            rate_of_return::smallest_rate(&hpc)
        } else {
            None
        },
        payback_months: payback_months(&hpc, timeline.first_rent, capex_total),
        multiple_on_capex: of_capex(noi_and_residual),
        noi_first_year: noi_first_year(inputs),
        noi_average: noi_average(inputs),
        yield_on_cost_first_year: of_capex(noi_first_year(inputs)),
        yield_on_cost_average: of_capex(noi_average(inputs)),
        levered_irr: if has_capex {
            rate_of_return::smallest_rate(&levered)
        } else {
            None
        },
        min_dscr: if has_capex {
            loan.min_dscr(noi())
        } else {
            None
        },
        equity_needed: has_capex.then(|| levered.iter().map(|flow| (-flow).max(0.0)).sum()),
        breakeven_lease_rate: case.breakeven_lease_rate(),
        breakeven_overrun_pct: case.breakeven_overrun_pct(),
        breakeven_hashprice: case.breakeven_hashprice(),
        breakeven_delay_months: case.breakeven_delay_months(),
        hpc_revenue_per_gross_mw_year: per_gross_mw.hpc_revenue,
        hpc_margin_per_gross_mw_year: per_gross_mw.hpc_margin,
        mining_revenue_per_gross_mw_year: per_gross_mw.mining_revenue,
        mining_margin_per_gross_mw_year: per_gross_mw.mining_margin,
        cash_flows: CashFlows {
            mining: mining_cash.collect(),
            hpc,
            levered,
        },
    }
}

/// The gain from converting, USD m, for each whole delay from 0 to 120 months, all else equal.
#[must_use]
pub fn npv_gain_by_delay(inputs: &Inputs) -> Vec<f64> {
    Case::new(inputs).npv_gain_by_delay()
}

/// The gain from converting, USD m, at another hashprice of today (USD/EH/day), all else equal.
#[must_use]
pub fn npv_gain_at_hashprice(inputs: &Inputs, hashprice: f64) -> f64 {
    Case::of_this_delay(inputs).npv_gain_at_hashprice(hashprice)
}

/// The highest hashprice of today up to which a break-even is looked for, USD/EH/day.
pub const HIGHEST_HASHPRICE: f64 = case::HIGHEST_HASHPRICE;

/// Months until the first month from first rent on in which cumulative cash is no longer negative:
/// nearer to zero than a trillionth of the capex counts as zero, because sums of months are rounded.
fn payback_months(hpc: &[f64], first_rent: usize, capex_total: f64) -> Option<u64> {
    /// The part of the capex that counts as nothing.
    const NOTHING: f64 = 1e-12;
    if capex_total <= 0.0 {
        return Some(0);
    }
    let mut cumulative = 0.0;
    let month = hpc.iter().enumerate().position(|(month, flow)| {
        cumulative += flow;
        month >= first_rent && cumulative >= -NOTHING * capex_total
    })?;
    Some(month as u64 + 1)
}

/// The common currency of both uses: USD m per gross MW a year.
struct PerGrossMw {
    hpc_revenue: f64,
    hpc_margin: f64,
    mining_revenue: f64,
    mining_margin: f64,
}

impl PerGrossMw {
    fn new(inputs: &Inputs, mining: &Hashprice) -> Self {
        let rent = 12.0 * inputs.lease_rate() * inputs.occupancy_pct() / 100.0;
        let hpc_revenue = rent / (1_000.0 * inputs.pue());
        let eh_years = DAYS_PER_YEAR / inputs.efficiency() / USD_PER_USD_M;
        Self {
            hpc_revenue,
            hpc_margin: hpc_revenue * inputs.noi_margin_pct() / 100.0,
            mining_revenue: mining.revenue * eh_years,
            mining_margin: mining.gross_profit * eh_years,
        }
    }
}

#[cfg(test)]
mod tests;
