//! What several formulas share: intermediate quantities, one row each.

use super::table::{
    COST_CURVE, DEFINITION, Formula, LEASES, LOAN, PARTS_SUM, PRACTICE, PRESENT_VALUE, PROTOCOL,
    row, told,
};

/// An intermediate quantity, which is no result of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its name in formulas.
    pub key: &'static str,
    /// Its name on screen.
    pub label: &'static str,
    /// Its unit.
    pub unit: &'static str,
    /// Whether it is a list, of months or blocks.
    pub is_listed: bool,
    /// How it is computed; without a text the models list it.
    pub formula: Formula,
}

impl Part {
    /// The part of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        PARTS.iter().find(|part| part.key == name)
    }
}

const fn part(
    key: &'static str,
    label: &'static str,
    unit: &'static str,
    formula: Formula,
) -> Part {
    Part {
        key,
        label,
        unit,
        is_listed: false,
        formula,
    }
}

const fn list(
    key: &'static str,
    label: &'static str,
    unit: &'static str,
    formula: Formula,
) -> Part {
    Part {
        is_listed: true,
        ..part(key, label, unit, formula)
    }
}

const PARTS: [Part; 19] = [
    list(
        "subsidy",
        "Subsidy of block",
        "BTC",
        told(
            "",
            "50 BTC, halved every 210,000 blocks and cut to whole satoshis.",
            PROTOCOL,
        ),
    ),
    part(
        "block_reward",
        "Reward of a block",
        "BTC",
        row("subsidy[block_height] * (1 + fees_pct / 100)", PROTOCOL),
    ),
    part(
        "log_cost_spread",
        "Spread of the log of power costs",
        "(a pure number)",
        row("sqrt(efficiency_spread^2 + power_spread^2)", COST_CURVE),
    ),
    part(
        "log_cost_mean",
        "Mean log of power costs",
        "(a pure number)",
        row(
            "ln(24 * fleet_efficiency * fleet_power_price) - log_cost_spread^2 / 2",
            COST_CURVE,
        ),
    ),
    part(
        "first_rent",
        "Month of first rent",
        "months",
        row("build_months + delay_months", LEASES),
    ),
    part(
        "full_rent",
        "Month of full rent",
        "months",
        row("first_rent + ramp_months - 1", LEASES),
    ),
    part(
        "last_month",
        "Last month",
        "months",
        row("full_rent + 12 * tenor", LEASES),
    ),
    part(
        "stop_month",
        "Month in which mining stops",
        "months",
        row("min(mining_stop_month, first_rent)", DEFINITION),
    ),
    list(
        "hpc_cash",
        "Data centre’s cash in month",
        "USD m",
        told(
            "",
            "Rent of the tranches that pay, less the capex of the month while it is built; in the last month the \
         residual, next year’s NOI at the cap rate and the probability of renewal.",
            LEASES,
        ),
    ),
    list(
        "levered_cash",
        "Data centre’s cash after the loan in month",
        "USD m",
        told(
            "",
            "The data centre’s cash with what is drawn and less what is paid.",
            LOAN,
        ),
    ),
    list(
        "mining_cash",
        "Mining’s cash in month",
        "USD m",
        told(
            "",
            "The cash of the better of the two plans of a miner who stays.",
            PRESENT_VALUE,
        ),
    ),
    list(
        "mining_margin",
        "Gross profit in month",
        "USD/EH/day",
        row(
            "hashprice * (1 + hashprice_drift_pct / 100)^(m / 12) * (1 - pool_fee_pct / 100) * uptime_pct / 100 - power_cost",
            PRACTICE,
        ),
    ),
    part(
        "capex_present_value",
        "Present value of capex",
        "USD m",
        row(
            "capex_total / max(1, build_months) * sum(1 / (1 + hpc_discount_pct / 100)^(m / 12), m, 0, max(1, build_months) - 1)",
            PRESENT_VALUE,
        ),
    ),
    part(
        "loan_balance",
        "Loan at full rent",
        "USD m",
        row(
            "loan_to_cost_pct / 100 * capex_total / max(1, build_months) \
         * sum((1 + loan_rate_pct / 1200)^max(0, full_rent - 1 - m), m, 0, max(1, build_months) - 1)",
            LOAN,
        ),
    ),
    part(
        "loan_payment",
        "Payment on the loan",
        "USD m a month",
        told(
            "loan_balance * loan_rate_pct / 1200 / (1 - (1 + loan_rate_pct / 1200)^(ramp_months - 1 - 12 * tenor))",
            "Without interest the balance in equal parts.",
            LOAN,
        ),
    ),
    part(
        "ebitda_per_eh",
        "Mining EBITDA of an EH/s",
        "USD m a year",
        row("max(0, gross_profit - overhead) * 365 / 1e6", PARTS_SUM),
    ),
    part(
        "displaced_of_fleet",
        "Hashrate the conversion takes",
        "EH/s",
        row("min(displaced_hashrate, fleet_hashrate)", PARTS_SUM),
    ),
    part(
        "market_value",
        "Market value of the company",
        "USD m",
        row("share_price * shares", DEFINITION),
    ),
    part(
        "value_if_failed",
        "Value if the conversion fails",
        "USD m",
        row(
            "site_value * gross_mw - sunk_pct / 100 * capex_present_value",
            PARTS_SUM,
        ),
    ),
];

#[cfg(test)]
pub(super) fn parts() -> &'static [Part] {
    &PARTS
}
