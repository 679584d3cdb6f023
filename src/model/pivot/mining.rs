//! What the same gross megawatts earn if they go on mining.

use serde::Serialize;

use super::data_centre::displaced_hashrate;
use crate::model::hashprice;
use crate::model::margin::Margin;
use crate::model::parameters::Inputs;
use crate::units::{DAYS_PER_MONTH, USD_PER_USD_M};

const MONTHS_PER_YEAR: f64 = 12.0;

/// What the miner does when machines wear out; `run_off` and `renew` in the JavaScript API.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum MiningPlan {
    /// Run the machines until they are worn out, then stop.
    RunOff,
    /// Replace machines as they wear out, for ever.
    Renew,
}

/// Monthly mining cash under both plans for any hashprice, USD m.
pub(super) struct Mining {
    /// Hashprice of each month over today's.
    drift: Vec<f64>,
    /// Revenue a month for each dollar of hashprice, USD m.
    revenue_per_hashprice: f64,
    /// Power and overhead a month, USD m.
    running_cost: f64,
    /// Sustaining capex a month, USD m.
    renewal_cost: f64,
    /// Months until today's machines are worn out; those that start before it run.
    life_months: f64,
}

impl Mining {
    /// The mining case of these inputs over `months` months.
    pub(super) fn new(inputs: &Inputs, months: usize) -> Self {
        let log = libm::log1p(inputs.hashprice_drift_pct() / 100.0) / MONTHS_PER_YEAR;
        let margin = Margin::of(inputs);
        let site_month = displaced_hashrate(inputs) * DAYS_PER_MONTH / USD_PER_USD_M;
        Self {
            drift: (0..months).map(|m| libm::exp(log * m as f64)).collect(),
            revenue_per_hashprice: margin.revenue_share() * site_month,
            running_cost: (margin.power_cost() + inputs.overhead()) * site_month,
            renewal_cost: hashprice::sustaining_capex(inputs) * site_month,
            life_months: MONTHS_PER_YEAR * inputs.machine_life(),
        }
    }

    /// Months in which a plan can earn anything.
    pub(super) fn months_of(&self, plan: MiningPlan) -> usize {
        let all = self.drift.len();
        match plan {
            MiningPlan::RunOff => all.min(libm::ceil(self.life_months) as usize),
            MiningPlan::Renew => all,
        }
    }

    /// Cash in `month` under `plan` at today's `hashprice` (USD/EH/day): never below zero, because
    /// a miner who loses money switches off.
    pub(super) fn cash(&self, plan: MiningPlan, hashprice: f64, month: usize) -> f64 {
        let margin = self.revenue_per_hashprice * hashprice * self.drift[month] - self.running_cost;
        match plan {
            MiningPlan::RunOff if (month as f64) < self.life_months => margin.max(0.0),
            MiningPlan::RunOff => 0.0,
            MiningPlan::Renew => (margin - self.renewal_cost).max(0.0),
        }
    }

    /// Present values of the months before 0, 1, … in each plan.
    pub(super) fn running_totals(
        &self,
        plan: MiningPlan,
        hashprice: f64,
        discount: &[f64],
    ) -> Vec<f64> {
        let months = self.drift.len();
        let mut totals = Vec::with_capacity(months + 1);
        let mut total = 0.0;
        totals.push(total);
        for (month, factor) in discount[..months].iter().enumerate() {
            total += self.cash(plan, hashprice, month) * factor;
            totals.push(total);
        }
        totals
    }
}
