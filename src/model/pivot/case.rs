//! Present values of both uses of the megawatts, for any delay and any hashprice.

use super::MiningParts;
use super::data_centre::{
    capex_planned, capex_total, machine_sale, noi_profile, residual_per_rate,
};
use super::mining::{Mining, MiningPlan};
use super::rate_of_return::discount_factors;
use super::timeline::Timeline;
use crate::model::finite::{finite, ratio};
use crate::model::margin::Margin;
use crate::model::parameters::{Inputs, Key};
use crate::model::solve;

/// Everything about one conversion that its net present values and break-evens are made of. Money
/// is USD m; present values are at month 0, which is not discounted.
pub(super) struct Case<'a> {
    inputs: &'a Inputs,
    pub(super) timeline: Timeline,
    /// Today's hashprice, USD/EH/day.
    hashprice: f64,
    /// NOI of each month since first rent for a lease rate of one USD/kW-month.
    pub(super) noi_profile: Vec<f64>,
    pub(super) mining: Mining,
    discount_hpc: Vec<f64>,
    discount_mining: Vec<f64>,
    /// Value at the month of first rent of rent and residual for a lease rate of one.
    rent_value: f64,
    /// Present value of capex for each dollar of it.
    capex_discount: f64,
    run_off: Vec<f64>,
    renew: Vec<f64>,
}

/// The highest hashprice at which the break-even is looked for, USD/EH/day.
pub(super) const HIGHEST_HASHPRICE: f64 = 1e7;
/// The longest delay, in months.
const MAX_DELAY: u64 = Key::DelayMonths.parameter().max as u64;

impl<'a> Case<'a> {
    /// The case of these inputs, for any delay.
    pub(super) fn new(inputs: &'a Inputs) -> Self {
        Self::with_delays_to(inputs, MAX_DELAY)
    }

    /// The same for the delay of the inputs alone (and one month, because the residual is paid after the
    /// last): what it is made of is shorter.
    pub(super) fn of_this_delay(inputs: &'a Inputs) -> Self {
        Self::with_delays_to(inputs, inputs.delay_months() + 1)
    }

    fn with_delays_to(inputs: &'a Inputs, longest: u64) -> Self {
        let timeline = Timeline::of(inputs);
        let months = Timeline::with_delay(inputs, longest).last();
        let discount_hpc = discount_factors(inputs.hpc_discount_pct(), months);
        let discount_mining = discount_factors(inputs.mining_discount_pct(), months);
        let noi_profile = noi_profile(inputs, timeline);
        let rent: f64 = noi_profile
            .iter()
            .zip(&discount_hpc)
            .map(|(noi, factor)| noi * factor)
            .sum();
        let residual = residual_per_rate(inputs) * discount_hpc[timeline.rent_months()];
        let building: f64 = discount_hpc[..timeline.build].iter().sum();
        let mining = Mining::new(inputs, months);
        let hashprice = Margin::of(inputs).hashprice();
        let totals = |plan| mining.running_totals(plan, hashprice, &discount_mining);
        Self {
            timeline,
            hashprice,
            rent_value: rent + residual,
            capex_discount: building / timeline.build as f64,
            run_off: totals(MiningPlan::RunOff),
            renew: totals(MiningPlan::Renew),
            inputs,
            noi_profile,
            mining,
            discount_hpc,
            discount_mining,
        }
    }

    pub(super) fn capex_present_value(&self) -> f64 {
        capex_total(self.inputs) * self.capex_discount
    }

    /// Present value of rent and residual for a lease rate of one USD/kW-month.
    fn rent_present_value(&self, timeline: Timeline) -> f64 {
        self.rent_value * self.discount_hpc[timeline.first_rent]
    }

    fn npv_hpc_at(&self, timeline: Timeline) -> f64 {
        self.inputs.lease_rate() * self.rent_present_value(timeline) - self.capex_present_value()
    }

    /// Present value of the data centre's cash.
    pub(super) fn npv_hpc(&self) -> f64 {
        self.npv_hpc_at(self.timeline)
    }

    pub(super) fn npv_run_off(&self) -> f64 {
        self.run_off[self.timeline.last()]
    }

    pub(super) fn npv_renew(&self) -> f64 {
        self.renew[self.timeline.last()]
    }

    /// The better plan; running off on a tie.
    pub(super) fn plan(&self) -> MiningPlan {
        if self.npv_renew() > self.npv_run_off() {
            MiningPlan::Renew
        } else {
            MiningPlan::RunOff
        }
    }

    /// Cash of the better plan in a month, as if nothing were converted.
    pub(super) fn mining_cash(&self, month: usize) -> f64 {
        self.mining.cash(self.plan(), self.hashprice, month)
    }

    /// What today's machines fetch when mining stops.
    fn sale(&self, timeline: Timeline) -> f64 {
        machine_sale(self.inputs) * self.discount_mining[timeline.mining_stop]
    }

    /// Mining that converting gives up: the better plan less what is still mined before the stop.
    /// The two often are the same sum, so they are subtracted before anything else is added.
    fn given_up(&self, timeline: Timeline) -> f64 {
        let last = timeline.last();
        self.run_off[last].max(self.renew[last]) - self.run_off[timeline.mining_stop]
    }

    /// Present value of converting: data centre, mining before the stop, sale of the machines.
    pub(super) fn npv_convert(&self) -> f64 {
        self.npv_hpc() + self.sale(self.timeline) + self.run_off[self.timeline.mining_stop]
    }

    /// Present value of converting less that of mining on.
    pub(super) fn npv_gain(&self) -> f64 {
        self.npv_gain_at(self.timeline)
    }

    fn npv_gain_at(&self, timeline: Timeline) -> f64 {
        self.npv_hpc_at(timeline) + self.sale(timeline) - self.given_up(timeline)
    }

    /// What converting does to mining.
    pub(super) fn mining_parts(&self) -> MiningParts {
        let totals = match self.plan() {
            MiningPlan::RunOff => &self.run_off,
            MiningPlan::Renew => &self.renew,
        };
        MiningParts {
            sale: self.sale(self.timeline),
            given_up: self.given_up(self.timeline),
            idle: totals[self.timeline.first_rent] - totals[self.timeline.mining_stop],
        }
    }

    /// The gain weighted with its probability. On failure part of the capex is lost, and the
    /// mining plan's cash between the stop and the first rent; then mining resumes.
    pub(super) fn expected_npv_gain(&self) -> f64 {
        let idle = self.mining_parts().idle;
        let sunk = self.inputs.sunk_pct() / 100.0 * self.capex_present_value();
        let success = self.inputs.execution_pct() / 100.0;
        // Adding zero turns −0 into 0.
        success * self.npv_gain() - (1.0 - success) * (sunk + idle) + 0.0
    }

    /// Lease rate at which the gain is zero, USD/kW-month: the gain is linear in it. `None` if it
    /// would be negative or rent changes nothing.
    pub(super) fn breakeven_lease_rate(&self) -> Option<f64> {
        let slope = self.rent_present_value(self.timeline);
        let cost = self.given_up(self.timeline) - self.sale(self.timeline);
        ratio(self.capex_present_value() + cost, slope).filter(|rate| *rate >= 0.0)
    }

    /// Overrun at which the gain is zero, %: the gain is linear in it. `None` without capex or
    /// below −100.
    pub(super) fn breakeven_overrun_pct(&self) -> Option<f64> {
        let planned = capex_planned(self.inputs) * self.capex_discount;
        let rent = self.inputs.lease_rate() * self.rent_present_value(self.timeline);
        let affordable = rent + (self.sale(self.timeline) - self.given_up(self.timeline));
        let overrun = 100.0 * (ratio(affordable, planned)? - 1.0);
        finite(overrun).filter(|overrun| *overrun >= -100.0)
    }

    /// As [`Self::given_up`], at another hashprice of today, USD/EH/day.
    fn given_up_at(&self, hashprice: f64) -> f64 {
        let present = |plan, months: usize| {
            let discount = &self.discount_mining[..months.min(self.mining.months_of(plan))];
            discount
                .iter()
                .enumerate()
                .map(|(month, factor)| self.mining.cash(plan, hashprice, month) * factor)
                .sum::<f64>()
        };
        let last = self.timeline.last();
        let npv_mining = present(MiningPlan::RunOff, last).max(present(MiningPlan::Renew, last));
        npv_mining - present(MiningPlan::RunOff, self.timeline.mining_stop)
    }

    /// Today's hashprice at which the gain is zero, USD/EH/day, looked for up to ten million;
    /// `None` where the gain does not change sign.
    pub(super) fn breakeven_hashprice(&self) -> Option<f64> {
        let fixed = self.npv_hpc() + self.sale(self.timeline);
        solve::root(
            |hashprice| fixed - self.given_up_at(hashprice),
            0.0,
            HIGHEST_HASHPRICE,
        )
    }

    /// The gain at another hashprice of today, USD/EH/day.
    pub(super) fn npv_gain_at_hashprice(&self, hashprice: f64) -> f64 {
        self.npv_hpc() + self.sale(self.timeline) - self.given_up_at(hashprice)
    }

    /// Lease rate at which the gain is zero at another hashprice of today (USD/EH/day),
    /// USD/kW-month; negative where converting wins without rent, `None` where rent changes nothing.
    pub(super) fn even_lease_rate(&self, hashprice: f64) -> Option<f64> {
        let cost = self.given_up_at(hashprice) - self.sale(self.timeline);
        let slope = self.rent_present_value(self.timeline);
        ratio(self.capex_present_value() + cost, slope)
    }

    /// The largest whole delay, in months, before the gain first turns negative; `None` if it is
    /// negative without delay or stays positive up to 120 months.
    pub(super) fn breakeven_delay_months(&self) -> Option<u64> {
        (0..=MAX_DELAY)
            .find(|delay| self.npv_gain_after(*delay) < 0.0)?
            .checked_sub(1)
    }

    fn npv_gain_after(&self, delay: u64) -> f64 {
        self.npv_gain_at(Timeline::with_delay(self.inputs, delay))
    }

    /// The gain for each delay from 0 months to the longest.
    pub(super) fn npv_gain_by_delay(&self) -> Vec<f64> {
        let delays = 0..=MAX_DELAY;
        delays.map(|delay| self.npv_gain_after(delay)).collect()
    }
}
