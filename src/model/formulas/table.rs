//! The formulas: one row a result.
//!
//! Names are those of inputs, results and parts. `x[i]` is a list's entry for month or block `i`,
//! `sum(x, m, a, b)` the sum of `x` over months `m` from `a` to `b`, `smallest` likewise. A row
//! without an equals sign is what the result is; with one it is the equation that the result solves.

use super::Expression;

/// How a number is computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Formula {
    /// The formula; empty where only words say it.
    pub text: &'static str,
    /// What the formula does not say by itself; may be empty.
    pub words: &'static str,
    /// Where it comes from.
    pub source: &'static str,
}

impl Formula {
    /// The formula of a result; `None` if there is no such result.
    #[must_use]
    pub fn of(output: &str) -> Option<&'static Self> {
        let row = FORMULAS.iter().find(|(key, _)| *key == output);
        row.map(|(_, formula)| formula)
    }

    /// What the text says; `None` where only words say it.
    #[must_use]
    pub fn expression(&self) -> Option<Expression> {
        Expression::parse(self.text).ok()
    }
}

pub(super) const PROTOCOL: &str = "Bitcoin's consensus rules: a block takes difficulty × 2³² hashes on average, and pays the \
                        subsidy of its height and its fees.";
pub(super) const PRACTICE: &str =
    "The miners' own reports and JPMorgan's monthly notes count it this way.";
pub(super) const DEFINITION: &str = "By definition.";
const ZERO_PROFIT: &str = "Gross profit set to zero and solved for this input, all else equal.";
pub(super) const COST_CURVE: &str = "The page's model of the network: power costs are log-normal across the installed fleet. \
                          The spreads are assumptions.";
const JPMORGAN_RATIO: &str =
    "JPMorgan's four-year block-reward opportunity: subsidy only, halving counted, undiscounted.";
pub(super) const PRESENT_VALUE: &str =
    "Monthly cash discounted at a yearly rate; month 0 is the decision and is not discounted.";
pub(super) const LEASES: &str =
    "As announced leases count: USD per kW of critical IT a month, NOI after the tenant's costs.";
pub(super) const LOAN: &str =
    "A construction loan: drawn with capex, interest added until full rent, then level payments.";
const LINEAR: &str = "The gain is linear in this input, so one division finds where it is zero.";
pub(super) const PARTS_SUM: &str =
    "A sum of the parts: mining at a multiple of EBITDA, the conversion at its probability.";

pub(super) const fn row(text: &'static str, source: &'static str) -> Formula {
    Formula {
        text,
        words: "",
        source,
    }
}

pub(super) const fn told(text: &'static str, words: &'static str, source: &'static str) -> Formula {
    Formula {
        text,
        words,
        source,
    }
}

const FORMULAS: [(&str, Formula); 73] = [
    // What an exahash earns.
    (
        "hashprice",
        row(
            "1e18 * 86400 / (difficulty * 2^32) * block_reward * btc_price",
            PROTOCOL,
        ),
    ),
    (
        "revenue_btc",
        row(
            "hashprice / btc_price * (1 - pool_fee_pct / 100) * uptime_pct / 100",
            PRACTICE,
        ),
    ),
    ("revenue", row("revenue_btc * btc_price", PRACTICE)),
    (
        "power_cost",
        told(
            "24 * efficiency * (uptime_pct / 100 * power_price - (1 - uptime_pct / 100) * curtailment_credit)",
            "1 J/TH is 1 MW per EH/s.",
            PRACTICE,
        ),
    ),
    ("gross_profit", row("revenue - power_cost", PRACTICE)),
    ("gross_margin", row("gross_profit / revenue", DEFINITION)),
    (
        "sustaining_capex",
        row(
            "machine_price * 1e6 / (machine_life * 365)",
            "Machines replaced evenly over their lives.",
        ),
    ),
    (
        "free_cash_flow",
        row(
            "gross_profit - overhead - interest - sustaining_capex",
            DEFINITION,
        ),
    ),
    (
        "breakeven_btc_price",
        row("max(0, power_cost / revenue_btc)", ZERO_PROFIT),
    ),
    (
        "breakeven_difficulty",
        row("difficulty * revenue / power_cost", ZERO_PROFIT),
    ),
    (
        "breakeven_network_hashrate",
        row("network_hashrate * revenue / power_cost", ZERO_PROFIT),
    ),
    (
        "breakeven_power_price",
        row(
            "(revenue / (24 * efficiency) + (1 - uptime_pct / 100) * curtailment_credit) / (uptime_pct / 100)",
            ZERO_PROFIT,
        ),
    ),
    (
        "breakeven_efficiency",
        row(
            "revenue / (24 * (uptime_pct / 100 * power_price - (1 - uptime_pct / 100) * curtailment_credit))",
            ZERO_PROFIT,
        ),
    ),
    (
        "all_in_cost_per_btc",
        row(
            "(power_cost + overhead + interest + sustaining_capex) / revenue_btc",
            PRACTICE,
        ),
    ),
    (
        "revenue_per_mwh",
        row("revenue / (24 * efficiency * uptime_pct / 100)", DEFINITION),
    ),
    (
        "price_elasticity",
        row(
            "revenue / gross_profit",
            "Revenue is proportional to the bitcoin price and power is not, so profit moves by revenue over profit.",
        ),
    ),
    (
        "fcf_elasticity",
        row(
            "revenue / free_cash_flow",
            "Revenue is proportional to the bitcoin price and costs are not, so cash moves by revenue over cash.",
        ),
    ),
    (
        "network_revenue_day",
        row("hashprice * network_hashrate", PROTOCOL),
    ),
    (
        "upgrade_payback_days",
        told(
            "max(0, upgrade_price * 1e6 / upgrade_efficiency - machine_resale * 1e6 / efficiency) \
         / (revenue * (1 / upgrade_efficiency - 1 / efficiency))",
            "New machines on the same megawatts, so power costs the same.",
            DEFINITION,
        ),
    ),
    (
        "fleet_power_mw",
        row("fleet_hashrate * efficiency", DEFINITION),
    ),
    (
        "fleet_revenue_year",
        row("revenue * fleet_hashrate * 365", DEFINITION),
    ),
    (
        "fleet_gross_profit_year",
        row("gross_profit * fleet_hashrate * 365", DEFINITION),
    ),
    (
        "fleet_free_cash_flow_year",
        row("free_cash_flow * fleet_hashrate * 365", DEFINITION),
    ),
    // The network's cost curve.
    (
        "online_share",
        told(
            "max(0.001, normal((ln(hashprice) - log_cost_mean) / log_cost_spread))",
            "The share whose power costs no more than hashprice; 0.1% always stay, so that blocks keep coming.",
            COST_CURVE,
        ),
    ),
    (
        "capacity",
        row("realised_hashrate / (1 - idle_pct / 100)", COST_CURVE),
    ),
    (
        "equilibrium_hashrate",
        told(
            "equilibrium_hashrate = capacity * max(0.001, normal((ln(equilibrium_hashprice) - log_cost_mean) / log_cost_spread))",
            "Those who run are those whose power is covered; found by halving and parabolas.",
            COST_CURVE,
        ),
    ),
    (
        "equilibrium_hashprice",
        row("network_revenue_day / equilibrium_hashrate", COST_CURVE),
    ),
    (
        "your_percentile",
        row(
            "normal((ln(24 * efficiency * power_price) - log_cost_mean) / log_cost_spread)",
            COST_CURVE,
        ),
    ),
    // The cohort.
    (
        "issuance_btc",
        row(
            "sum(subsidy[b], b, block_height, block_height + 210239)",
            PROTOCOL,
        ),
    ),
    (
        "block_reward_opportunity",
        row("issuance_btc * spot_price / 1e9", JPMORGAN_RATIO),
    ),
    (
        "ratio",
        row("market_cap / block_reward_opportunity", JPMORGAN_RATIO),
    ),
    (
        "ratio_own_share",
        row("ratio / (network_share_pct / 100)", JPMORGAN_RATIO),
    ),
    (
        "implied_market_cap",
        row(
            "target_ratio_pct / 100 * block_reward_opportunity",
            JPMORGAN_RATIO,
        ),
    ),
    (
        "implied_move",
        row("implied_market_cap / market_cap - 1", DEFINITION),
    ),
    (
        "implied_btc_price",
        row(
            "market_cap * 1e9 / (target_ratio_pct / 100 * issuance_btc)",
            JPMORGAN_RATIO,
        ),
    ),
    (
        "implied_price_growth",
        told(
            "market_cap * 1e9 = target_ratio_pct / 100 * spot_price \
         * sum(subsidy[b] * (1 + implied_price_growth)^((b - block_height) / 52560), b, block_height, block_height + 210239)",
            "The constant yearly growth of the price that puts the cap at the target; found by halving and parabolas.",
            JPMORGAN_RATIO,
        ),
    ),
    // The pivot.
    ("it_mw", row("gross_mw / pue", LEASES)),
    (
        "displaced_hashrate",
        row("gross_mw / efficiency", DEFINITION),
    ),
    (
        "capex_total",
        row(
            "it_mw * capex * (1 + overrun_pct / 100) * (1 - customer_funded_pct / 100)",
            LEASES,
        ),
    ),
    (
        "npv_hpc",
        row(
            "sum(hpc_cash[m] / (1 + hpc_discount_pct / 100)^(m / 12), m, 0, last_month)",
            PRESENT_VALUE,
        ),
    ),
    (
        "npv_run_off",
        told(
            "sum(max(0, mining_margin[m] - overhead) * displaced_hashrate * 365 / 12 / 1e6 \
         / (1 + mining_discount_pct / 100)^(m / 12), m, 0, min(last_month, ceil(12 * machine_life)) - 1)",
            "Today's machines until they are worn out; idle in months that would lose money.",
            PRESENT_VALUE,
        ),
    ),
    (
        "npv_renew",
        told(
            "sum(max(0, mining_margin[m] - overhead - sustaining_capex) * displaced_hashrate * 365 / 12 / 1e6 \
         / (1 + mining_discount_pct / 100)^(m / 12), m, 0, last_month - 1)",
            "Machines replaced as they wear out; idle in months that would lose money.",
            PRESENT_VALUE,
        ),
    ),
    (
        "npv_mining",
        row(
            "max(npv_run_off, npv_renew)",
            "The better of the two plans of a miner who stays.",
        ),
    ),
    (
        "npv_convert",
        told(
            "npv_hpc + machine_resale * 1e6 * displaced_hashrate / 1e6 / (1 + mining_discount_pct / 100)^(stop_month / 12) \
         + sum(max(0, mining_margin[m] - overhead) * displaced_hashrate * 365 / 12 / 1e6 \
         / (1 + mining_discount_pct / 100)^(m / 12), m, 0, min(stop_month, ceil(12 * machine_life)) - 1)",
            "The data centre, what the machines fetch when mining stops, and what is mined until then.",
            PRESENT_VALUE,
        ),
    ),
    ("npv_gain", row("npv_convert - npv_mining", DEFINITION)),
    (
        "expected_npv_gain",
        told(
            "execution_pct / 100 * npv_gain + (1 - execution_pct / 100) * (-sunk_pct / 100 * capex_present_value \
         - sum(mining_cash[m] / (1 + mining_discount_pct / 100)^(m / 12), m, stop_month, first_rent - 1))",
            "If it fails, part of the capex and the mining meanwhile are lost, and mining resumes.",
            "A probability-weighted sum of the two outcomes.",
        ),
    ),
    (
        "irr",
        told(
            "0 = sum(hpc_cash[m] / (1 + irr)^(m / 12), m, 0, last_month)",
            "The yearly rate between −99% and 1,000% at which the cash is worth nothing.",
            PRESENT_VALUE,
        ),
    ),
    (
        "payback_months",
        told(
            "0 <= sum(hpc_cash[m], m, 0, payback_months - 1)",
            "The number of months, from first rent on, after which the cash adds up to zero or more.",
            DEFINITION,
        ),
    ),
    (
        "multiple_on_capex",
        told(
            "(sum(hpc_cash[m], m, 0, last_month) + capex_total) / capex_total",
            "All NOI and the residual, undiscounted.",
            DEFINITION,
        ),
    ),
    (
        "noi_first_year",
        row(
            "it_mw * 1000 * lease_rate * 12 / 1e6 * occupancy_pct / 100 * noi_margin_pct / 100",
            LEASES,
        ),
    ),
    (
        "noi_average",
        told(
            "noi_first_year * ((1 + escalator_pct / 100)^tenor - 1) / (escalator_pct / 100 * tenor)",
            "Without an escalator it is that of the first year.",
            LEASES,
        ),
    ),
    (
        "yield_on_cost_first_year",
        row("noi_first_year / capex_total", LEASES),
    ),
    (
        "yield_on_cost_average",
        told(
            "noi_average / capex_total",
            "The average flatters by the escalator: compare first years with first years.",
            LEASES,
        ),
    ),
    (
        "levered_irr",
        told(
            "0 = sum(levered_cash[m] / (1 + levered_irr)^(m / 12), m, 0, last_month)",
            "The smallest such rate between −99% and 1,000% a year.",
            LOAN,
        ),
    ),
    (
        "min_dscr",
        told(
            "smallest(hpc_cash[m] / loan_payment, m, full_rent, first_rent + 12 * tenor - 1)",
            "NOI over payment in the worst month with a payment.",
            LOAN,
        ),
    ),
    (
        "equity_needed",
        row("sum(max(0, -levered_cash[m]), m, 0, last_month)", LOAN),
    ),
    (
        "breakeven_lease_rate",
        row(
            "lease_rate * (1 - npv_gain / (npv_hpc + capex_present_value))",
            LINEAR,
        ),
    ),
    (
        "breakeven_overrun_pct",
        row(
            "100 * ((1 + overrun_pct / 100) * (1 + npv_gain / capex_present_value) - 1)",
            LINEAR,
        ),
    ),
    (
        "breakeven_hashprice",
        told(
            "",
            "Today's hashprice at which the gain from converting is zero, all else equal; found by halving and parabolas between \
         0 and 10,000,000 USD/EH/day.",
            PRESENT_VALUE,
        ),
    ),
    (
        "breakeven_delay_months",
        told(
            "",
            "The largest whole delay, up to 120 months, before the gain from converting first turns negative.",
            PRESENT_VALUE,
        ),
    ),
    (
        "hpc_revenue_per_gross_mw_year",
        row(
            "12 * lease_rate * occupancy_pct / 100 / (1000 * pue)",
            LEASES,
        ),
    ),
    (
        "hpc_margin_per_gross_mw_year",
        row(
            "hpc_revenue_per_gross_mw_year * noi_margin_pct / 100",
            LEASES,
        ),
    ),
    (
        "mining_revenue_per_gross_mw_year",
        row("revenue * 365 / efficiency / 1e6", DEFINITION),
    ),
    (
        "mining_margin_per_gross_mw_year",
        row("gross_profit * 365 / efficiency / 1e6", DEFINITION),
    ),
    // One company.
    (
        "mining_value",
        row(
            "mining_multiple * ebitda_per_eh * (fleet_hashrate - execution_pct / 100 * displaced_of_fleet)",
            PARTS_SUM,
        ),
    ),
    (
        "hpc_value",
        row(
            "execution_pct / 100 * npv_hpc + (1 - execution_pct / 100) * value_if_failed",
            PARTS_SUM,
        ),
    ),
    (
        "equity_value",
        row(
            "mining_value + hpc_value - net_debt + new_shares_pct / 100 * market_value",
            PARTS_SUM,
        ),
    ),
    (
        "per_share",
        row(
            "equity_value / (shares * (1 + new_shares_pct / 100))",
            PARTS_SUM,
        ),
    ),
    (
        "implied_execution_pct",
        told(
            "100 * (market_value + net_debt - mining_multiple * ebitda_per_eh * fleet_hashrate - value_if_failed) \
         / (npv_hpc - value_if_failed - mining_multiple * ebitda_per_eh * displaced_of_fleet)",
            "The probability at which the parts are worth today's share price.",
            PARTS_SUM,
        ),
    ),
    (
        "implied_mw",
        told(
            "(market_value + net_debt - mining_multiple * ebitda_per_eh * fleet_hashrate) \
         / (npv_hpc / gross_mw - mining_multiple * ebitda_per_eh / efficiency)",
            "Gross megawatts, certain to be converted, that today's share price pays for.",
            PARTS_SUM,
        ),
    ),
    (
        "implied_mining_multiple",
        told(
            "(market_value + net_debt) / (ebitda_per_eh * fleet_hashrate)",
            "What the price pays for mining if the conversion is worth nothing.",
            PARTS_SUM,
        ),
    ),
    (
        "equity_beta",
        told(
            "",
            "Equity value at a bitcoin price 1% higher less that at one 1% lower, over 2% of the equity value.",
            PARTS_SUM,
        ),
    ),
    (
        "hedge_btc",
        told(
            "",
            "The same difference in dollars, over 2% of the bitcoin price: bitcoin to sell short so that a small move \
         of the price leaves the equity value where it is.",
            PARTS_SUM,
        ),
    ),
];

#[cfg(test)]
pub(super) fn formulas() -> &'static [(&'static str, Formula)] {
    &FORMULAS
}
