//! What an exahash earns in a day (hashprice), what is left of it, and where it breaks even.

use serde::Serialize;

use super::finite::{finite, ratio};
use super::margin::Margin;
use super::parameters::Inputs;
use crate::units::{DAYS_PER_YEAR, HOURS_PER_DAY, TH_PER_EH};

/// Results for one EH/s over one day, unless a field says otherwise.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Hashprice {
    /// Expected revenue before pool fee and downtime, USD/EH/day:
    /// 10^18·86400/(D·2^32)·reward·price (Lumerin's hashes-per-satoshi oracle is its inverse).
    pub hashprice: f64,
    /// Revenue after pool fee and downtime, BTC/EH/day.
    pub revenue_btc: f64,
    /// The same at the bitcoin price, USD/EH/day.
    pub revenue: f64,
    /// Power bill less curtailment credit, USD/EH/day; negative when the credit exceeds the bill.
    pub power_cost: f64,
    /// Revenue less power cost, USD/EH/day.
    pub gross_profit: f64,
    /// Gross profit over revenue, a fraction.
    pub gross_margin: f64,
    /// Straight-line replacement of machines, USD/EH/day.
    pub sustaining_capex: f64,
    /// Gross profit less overhead, interest and sustaining capex, USD/EH/day.
    pub free_cash_flow: f64,
    /// Bitcoin price of zero gross profit, USD/BTC; 0 when power earns money by itself.
    pub breakeven_btc_price: f64,
    /// Difficulty of zero gross profit; `None` when power costs nothing.
    pub breakeven_difficulty: Option<f64>,
    /// The same as implied network hashrate, EH/s.
    pub breakeven_network_hashrate: Option<f64>,
    /// Power price of zero gross profit, USD/MWh.
    pub breakeven_power_price: f64,
    /// Fleet efficiency of zero gross profit, J/TH; `None` when power costs nothing.
    pub breakeven_efficiency: Option<f64>,
    /// All costs including overhead, interest and sustaining capex per bitcoin mined, USD/BTC.
    pub all_in_cost_per_btc: f64,
    /// Revenue per MWh that runs machines, USD/MWh.
    pub revenue_per_mwh: f64,
    /// What 1% on the bitcoin price does to gross profit, in %; `None` unless it is positive.
    pub price_elasticity: Option<f64>,
    /// What 1% on the bitcoin price does to free cash flow, in %; `None` unless it is positive.
    pub fcf_elasticity: Option<f64>,
    /// Hashprice times network hashrate: what the whole network earns, USD/day.
    pub network_revenue_day: f64,
    /// Days in which more efficient machines on the same megawatts earn their price back; `None`
    /// unless they are more efficient.
    pub upgrade_payback_days: Option<f64>,
    /// Power that the fleet draws, MW.
    pub fleet_power_mw: f64,
    /// The fleet's revenue, USD a year.
    pub fleet_revenue_year: f64,
    /// The fleet's gross profit, USD a year.
    pub fleet_gross_profit_year: f64,
    /// The fleet's free cash flow, USD a year.
    pub fleet_free_cash_flow_year: f64,
}

/// Machine replacement in USD/EH/day, spread evenly over a machine's life.
#[must_use]
pub fn sustaining_capex(inputs: &Inputs) -> f64 {
    inputs.machine_price() * TH_PER_EH / (inputs.machine_life() * DAYS_PER_YEAR)
}

/// Every result of the hashprice model.
#[must_use]
pub fn evaluate(inputs: &Inputs) -> Hashprice {
    let margin = Margin::of(inputs);
    let hashprice = margin.hashprice();
    let revenue_btc = margin.revenue_btc();
    let revenue = margin.revenue();
    let power_cost = margin.power_cost();
    let gross_profit = margin.gross_profit();
    let sustaining_capex = sustaining_capex(inputs);
    let free_cash_flow = gross_profit - inputs.overhead() - inputs.interest() - sustaining_capex;
    let uptime = inputs.uptime_pct() / 100.0;
    let running_mwh = HOURS_PER_DAY * inputs.efficiency() * uptime;
    let all_costs = power_cost + inputs.overhead() + inputs.interest() + sustaining_capex;
    let cover = positive_ratio(revenue, power_cost);
    let fleet = inputs.fleet_hashrate();
    let year = fleet * DAYS_PER_YEAR;
    Hashprice {
        hashprice,
        revenue_btc,
        revenue,
        power_cost,
        gross_profit,
        gross_margin: gross_profit / revenue,
        sustaining_capex,
        free_cash_flow,
        breakeven_btc_price: (power_cost / revenue_btc).max(0.0),
        breakeven_difficulty: cover.and_then(|c| finite(inputs.difficulty().to_number() * c)),
        breakeven_network_hashrate: cover
            .and_then(|c| finite(inputs.network_hashrate().to_eh_s() * c)),
        breakeven_power_price: breakeven_power_price(inputs, revenue),
        breakeven_efficiency: breakeven_efficiency(&margin),
        all_in_cost_per_btc: all_costs / revenue_btc,
        revenue_per_mwh: revenue / running_mwh,
        price_elasticity: positive_ratio(revenue, gross_profit),
        fcf_elasticity: positive_ratio(revenue, free_cash_flow),
        network_revenue_day: hashprice * inputs.network_hashrate().to_eh_s(),
        upgrade_payback_days: upgrade_payback_days(inputs, revenue),
        fleet_power_mw: fleet * inputs.efficiency(),
        fleet_revenue_year: revenue * year,
        fleet_gross_profit_year: gross_profit * year,
        fleet_free_cash_flow_year: free_cash_flow * year,
    }
}

fn breakeven_power_price(inputs: &Inputs, revenue: f64) -> f64 {
    let up = inputs.uptime_pct() / 100.0;
    let per_mwh = revenue / (HOURS_PER_DAY * inputs.efficiency());
    (per_mwh + (1.0 - up) * inputs.curtailment_credit()) / up
}

fn breakeven_efficiency(margin: &Margin) -> Option<f64> {
    positive_ratio(margin.revenue(), HOURS_PER_DAY * margin.net_power_price())
}

/// Revenue, which is positive, over a result or a cost: `None` unless that is positive too.
fn positive_ratio(revenue: f64, divisor: f64) -> Option<f64> {
    ratio(revenue, divisor).filter(|ratio| ratio.is_sign_positive())
}

/// New machines on the same megawatts: per MW there is 1/efficiency of an EH/s, so both what they
/// cost (less the resale of the old ones) and what they add are compared per MW.
fn upgrade_payback_days(inputs: &Inputs, revenue: f64) -> Option<f64> {
    let new = 1.0 / inputs.upgrade_efficiency();
    let old = 1.0 / inputs.efficiency();
    if inputs.upgrade_efficiency() >= inputs.efficiency() {
        return None;
    }
    let price = inputs.upgrade_price() * TH_PER_EH * new;
    let resale = inputs.machine_resale() * TH_PER_EH * old;
    ratio((price - resale).max(0.0), revenue * (new - old))
}

#[cfg(test)]
mod tests;
