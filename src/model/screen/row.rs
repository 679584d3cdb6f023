//! The screen's rows: what the models say of each miner at the page's market.

use serde::Serialize;

use super::column::Column;
use super::miner::Miner;
use crate::model::Evaluation;
use crate::model::cost_curve::PowerCosts;
use crate::model::finite::ratio;
use crate::model::margin::Margin;
use crate::model::order::order;
use crate::model::parameters::Inputs;
use crate::model::sum_of_parts;
use crate::units::{DAYS_PER_MONTH, HOURS_PER_DAY, USD_PER_USD_M};

/// By how much bitcoin falls and rises in the columns `…_btc_down` and `…_btc_up`.
pub(super) const BTC_MOVE: f64 = 0.1;

/// Results for one miner; values of the company in USD m unless a field says otherwise.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Row {
    /// Its name.
    pub name: String,
    /// 1 + how many miners have more upside: those with the same upside have the same rank.
    pub rank: usize,
    /// Hashprice, before pool fee and downtime, of zero gross profit, USD/EH/day; 0 when power
    /// earns money by itself.
    pub breakeven_hashprice: f64,
    /// Revenue less power cost, USD/EH/day.
    pub gross_profit: f64,
    /// Gross profit over revenue, a fraction.
    pub gross_margin: f64,
    /// Gross profit less overhead, interest and sustaining capex, USD/EH/day.
    pub free_cash_flow: f64,
    /// Share of installed hashrate whose power is cheaper, 0 … 1.
    pub percentile: f64,
    /// Whether an exahash that runs all day takes less power money here than on the network's
    /// average.
    pub cheaper_than_average: bool,
    /// What the fleet loses in a month where free cash flow is negative, otherwise 0.
    pub monthly_burn: f64,
    /// Months in which the burn uses up the cash; `None` without a burn.
    pub months_of_liquidity: Option<f64>,
    /// Mining EBITDA of the hashrate that is expected to stay, at the multiple.
    pub mining_value: f64,
    /// The conversion, weighted with its probability; may be negative.
    pub hpc_value: f64,
    /// Both, less net debt, with the proceeds of new shares.
    pub equity_value: f64,
    /// The same per share, USD.
    pub per_share: f64,
    /// Execution probability (%) that today's price pays for; `None` outside 0 … 100.
    pub implied_execution_pct: Option<f64>,
    /// Gross MW, certain to be converted, that today's price pays for.
    pub implied_mw: Option<f64>,
    /// Mining multiple that today's price pays if HPC is worth nothing.
    pub implied_mining_multiple: Option<f64>,
    /// What 1% on bitcoin does to the equity value, in %; with negative equity the sign turns.
    pub equity_beta: Option<f64>,
    /// Bitcoin to sell short to be neutral to the whole company.
    pub hedge_btc: f64,
    /// Value per share over share price, less 1: a fraction.
    pub upside: f64,
    /// Gross profit with bitcoin 10% lower, everything else equal, USD/EH/day.
    pub gross_profit_btc_down: f64,
    /// Gross profit with bitcoin 10% higher, everything else equal, USD/EH/day.
    pub gross_profit_btc_up: f64,
    /// Value per share with bitcoin 10% lower, everything else equal, USD.
    pub per_share_btc_down: f64,
    /// Value per share with bitcoin 10% higher, everything else equal, USD.
    pub per_share_btc_up: f64,
    /// Bitcoin that moves in value like USD 1 m of its shares: `hedge_btc` per USD m of market cap,
    /// shares that are issued counted.
    pub bitcoin_exposure: f64,
}

/// A row for each miner, in the order of the miners, ranked by upside.
#[must_use]
pub fn screen(miners: &[Miner], page: &Inputs) -> Vec<Row> {
    let mut rows: Vec<Row> = miners.iter().map(|miner| evaluate(miner, page)).collect();
    let mut above: Option<(f64, usize)> = None;
    for (place, index) in ranking(&rows).into_iter().enumerate() {
        let upside = rows[index].upside;
        let rank = match above {
            Some((same, rank)) if same.total_cmp(&upside).is_eq() => rank,
            _ => place + 1,
        };
        rows[index].rank = rank;
        above = Some((upside, rank));
    }
    rows
}

/// The places of the rows, most upside first; those with the same upside by name, and those with
/// the same name in the order in which they stand.
#[must_use]
pub fn ranking(rows: &[Row]) -> Vec<usize> {
    order(rows.len(), &|a, b| {
        let by_upside = rows[b].upside.total_cmp(&rows[a].upside);
        by_upside
            .then_with(|| rows[a].name.cmp(&rows[b].name))
            .is_lt()
    })
}

/// The row of one miner, unranked.
pub(super) fn evaluate(miner: &Miner, page: &Inputs) -> Row {
    let inputs = miner.inputs(page);
    let evaluation = Evaluation::of(&inputs);
    let (mining, parts) = (evaluation.hashprice(), evaluation.sum_of_parts());
    let margin = Margin::of(&inputs);
    let gross_profit_at = |factor| margin.revenue() * factor - margin.power_cost();
    let per_share_at = |factor| sum_of_parts::per_share_at(&inputs, &evaluation, factor);
    let power_cost = HOURS_PER_DAY * inputs.efficiency() * inputs.power_price();
    let average = HOURS_PER_DAY * inputs.fleet_efficiency() * inputs.fleet_power_price();
    let market_cap = inputs.share_price() * sum_of_parts::diluted_shares(&inputs);
    let month = inputs.fleet_hashrate() * DAYS_PER_MONTH / USD_PER_USD_M;
    let monthly_burn = (-mining.free_cash_flow * month).max(0.0);
    Row {
        name: miner.name().to_owned(),
        rank: 0,
        breakeven_hashprice: (margin.power_cost() / margin.revenue_share()).max(0.0),
        gross_profit: mining.gross_profit,
        gross_margin: mining.gross_margin,
        free_cash_flow: mining.free_cash_flow,
        percentile: PowerCosts::of(&inputs).cheaper_than(power_cost),
        cheaper_than_average: power_cost < average,
        monthly_burn,
        // Without a burn the quotient is infinite, or no number: it does not exist.
        months_of_liquidity: ratio(miner.get(Column::Cash), monthly_burn),
        mining_value: parts.mining_value,
        hpc_value: parts.hpc_value,
        equity_value: parts.equity_value,
        per_share: parts.per_share,
        implied_execution_pct: parts.implied_execution_pct,
        implied_mw: parts.implied_mw,
        implied_mining_multiple: parts.implied_mining_multiple,
        equity_beta: parts.equity_beta,
        hedge_btc: parts.hedge_btc,
        upside: parts.per_share / inputs.share_price() - 1.0,
        gross_profit_btc_down: gross_profit_at(1.0 - BTC_MOVE),
        gross_profit_btc_up: gross_profit_at(1.0 + BTC_MOVE),
        per_share_btc_down: per_share_at(1.0 - BTC_MOVE),
        per_share_btc_up: per_share_at(1.0 + BTC_MOVE),
        bitcoin_exposure: parts.hedge_btc / market_cap,
    }
}
