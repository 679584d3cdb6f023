//! What an exahash earns in a day, hash by hash: the chance of each hash to find a block.

use super::expected::{Expected, Summed, Table};
use super::inputs::Values;

/// One day of one EH/s.
#[derive(Clone, Copy, Debug)]
pub struct Day {
    pub hashprice: f64,
    pub revenue: f64,
    pub power_cost: Summed,
    pub gross_profit: Summed,
    pub sustaining_capex: f64,
}

/// Bitcoin that a block at this height creates: 50, halved every 210,000 blocks, cut to satoshis.
pub fn subsidy_btc(height: usize) -> f64 {
    let mut sats = 5_000_000_000_u64;
    for _ in 0..height / 210_000 {
        sats /= 2;
    }
    sats as f64 / 1e8
}

/// Blocks that 1 EH/s finds in a day.
pub fn blocks_per_day(difficulty: f64) -> f64 {
    1e18 * 86_400.0 / (difficulty * 65_536.0 * 65_536.0)
}

pub fn day(v: &Values) -> Day {
    let reward = subsidy_btc(v.count("block_height")) * (1.0 + v.fraction("fees_pct"));
    day_at(v, v.get("btc_price"), v.difficulty(), reward)
}

/// The day at another price, difficulty and block reward in bitcoin.
pub fn day_at(v: &Values, btc_price: f64, difficulty: f64, reward: f64) -> Day {
    let hashprice = blocks_per_day(difficulty) * reward * btc_price;
    day_that_earns(v, hashprice)
}

/// The day at another hashprice.
pub fn day_that_earns(v: &Values, hashprice: f64) -> Day {
    let up = v.fraction("uptime_pct");
    let revenue = hashprice * (1.0 - v.fraction("pool_fee_pct")) * up;
    let mwh_bought = 24.0 * v.get("efficiency") * up;
    let mwh_left = 24.0 * v.get("efficiency") * (1.0 - up);
    let power_cost =
        Summed::from(mwh_bought * v.get("power_price")) - mwh_left * v.get("curtailment_credit");
    Day {
        hashprice,
        revenue,
        power_cost,
        gross_profit: Summed::from(revenue) - power_cost,
        sustaining_capex: v.get("machine_price") * 1e6 / (v.get("machine_life") * 365.0),
    }
}

pub fn table(v: &Values) -> Table<'static> {
    let mut table = margins(v);
    table.extend(break_evens(v));
    table.extend(fleet(v));
    table
}

fn free_cash_flow(v: &Values, day: &Day) -> Summed {
    day.gross_profit - v.get("overhead") - v.get("interest") - day.sustaining_capex
}

fn margins(v: &Values) -> Table<'static> {
    let day = day(v);
    let revenue = Summed::from(day.revenue);
    let revenue_btc = day.revenue / v.get("btc_price");
    let free_cash_flow = free_cash_flow(v, &day);
    let costs = day.power_cost + v.get("overhead") + v.get("interest") + day.sustaining_capex;
    let mwh = 24.0 * v.get("efficiency") * v.fraction("uptime_pct");
    vec![
        ("hashprice", day.hashprice.into()),
        ("revenue_btc", revenue_btc.into()),
        ("revenue", day.revenue.into()),
        ("power_cost", day.power_cost.into()),
        ("gross_profit", day.gross_profit.into()),
        ("gross_margin", (day.gross_profit / day.revenue).into()),
        ("sustaining_capex", day.sustaining_capex.into()),
        ("free_cash_flow", free_cash_flow.into()),
        ("all_in_cost_per_btc", (costs / revenue_btc).into()),
        ("revenue_per_mwh", (day.revenue / mwh).into()),
        (
            "price_elasticity",
            Expected::if_positive(day.gross_profit, revenue / day.gross_profit),
        ),
        (
            "fcf_elasticity",
            Expected::if_positive(free_cash_flow, revenue / free_cash_flow),
        ),
        (
            "network_revenue_day",
            (day.hashprice * v.network_hashrate()).into(),
        ),
    ]
}

/// Gross profit is revenue less power: each input scales one of the two, or stands in its bracket.
fn break_evens(v: &Values) -> Table<'static> {
    let day = day(v);
    let up = v.fraction("uptime_pct");
    let mwh = 24.0 * v.get("efficiency");
    let credit = (1.0 - up) * v.get("curtailment_credit");
    let usd_per_mwh = day.power_cost / mwh;
    let times = Summed::from(day.revenue) / day.power_cost;
    let price = day.power_cost / day.revenue * v.get("btc_price");
    vec![
        ("breakeven_btc_price", price.at_least_zero().into()),
        (
            "breakeven_difficulty",
            Expected::if_positive(day.power_cost, times * v.difficulty()),
        ),
        (
            "breakeven_network_hashrate",
            Expected::if_positive(day.power_cost, times * v.network_hashrate()),
        ),
        (
            "breakeven_power_price",
            ((Summed::from(day.revenue / mwh) + credit) / up).into(),
        ),
        (
            "breakeven_efficiency",
            Expected::if_positive(usd_per_mwh, Summed::from(day.revenue / 24.0) / usd_per_mwh),
        ),
    ]
}

fn fleet(v: &Values) -> Table<'static> {
    let day = day(v);
    let size = v.get("fleet_hashrate");
    let year = 365.0 * size;
    let (old, new) = (v.get("efficiency"), v.get("upgrade_efficiency"));
    let price =
        Summed::from(v.get("upgrade_price") * 1e6 / new) - v.get("machine_resale") * 1e6 / old;
    let more_eh_per_mw = Summed::from(1.0 / new) - 1.0 / old;
    let payback = price.at_least_zero() / (more_eh_per_mw * day.revenue);
    vec![
        (
            "upgrade_payback_days",
            Expected::from(payback).where_(new < old),
        ),
        ("fleet_power_mw", (size * old).into()),
        ("fleet_revenue_year", (day.revenue * year).into()),
        ("fleet_gross_profit_year", (day.gross_profit * year).into()),
        (
            "fleet_free_cash_flow_year",
            (free_cash_flow(v, &day) * year).into(),
        ),
    ]
}
