//! One company as a miner and as a landlord.

use super::expected::{Expected, Summed, Table};
use super::hashprice;
use super::inputs::Values;
use super::pivot::Site;

/// What the company is made of, USD m.
struct Parts {
    /// EBITDA of an exahash in a year.
    ebitda: Summed,
    /// What a converted exahash is worth in mining.
    per_eh: Summed,
    displaced: f64,
    /// What power is worth where the contract fails.
    otherwise: Summed,
    npv_hpc: Summed,
    cap: f64,
}

impl Parts {
    fn of(v: &Values) -> Self {
        let site = Site::of(v);
        let profit = hashprice::day(v).gross_profit - v.get("overhead");
        let ebitda = profit.at_least_zero() * (365.0 / 1e6);
        let sunk = v.fraction("sunk_pct") * site.capex_present_value();
        Self {
            ebitda,
            per_eh: ebitda * v.get("mining_multiple"),
            displaced: site.eh.min(v.get("fleet_hashrate")),
            otherwise: Summed::from(v.get("site_value") * v.get("gross_mw")) - sunk,
            npv_hpc: site.npv_hpc(site.first_rent()),
            cap: v.get("share_price") * v.get("shares"),
        }
    }

    fn mining_value(&self, v: &Values) -> Summed {
        let left =
            Summed::from(v.get("fleet_hashrate")) - v.fraction("execution_pct") * self.displaced;
        self.per_eh * left
    }

    fn hpc_value(&self, v: &Values) -> Summed {
        let p = v.fraction("execution_pct");
        self.npv_hpc * p + self.otherwise * (1.0 - p)
    }

    fn equity_value(&self, v: &Values) -> Summed {
        let raised = v.fraction("new_shares_pct") * self.cap;
        self.mining_value(v) + self.hpc_value(v) - v.get("net_debt") + raised
    }
}

pub fn table(v: &Values) -> Table<'_> {
    let parts = Parts::of(v);
    let equity = parts.equity_value(v);
    let shares = v.get("shares") * (1.0 + v.fraction("new_shares_pct"));
    let mut table = vec![
        ("mining_value", parts.mining_value(v).into()),
        ("hpc_value", parts.hpc_value(v).into()),
        ("equity_value", equity.into()),
        ("per_share", (equity / shares).into()),
    ];
    table.extend(implied(v, &parts));
    table.extend(to_bitcoin(v, equity));
    table
}

/// What the share price implies.
fn implied(v: &Values, parts: &Parts) -> Table<'static> {
    let enterprise = Summed::from(parts.cap) + v.get("net_debt");
    let fleet = v.get("fleet_hashrate");
    let unexplained = enterprise - parts.per_eh * fleet;
    let of_success = parts.npv_hpc - parts.otherwise - parts.per_eh * parts.displaced;
    let execution = (unexplained - parts.otherwise) / of_success * 100.0;
    let of_a_mw = parts.npv_hpc / v.get("gross_mw") - parts.per_eh / v.get("efficiency");
    vec![
        ("implied_execution_pct", probability(of_success, execution)),
        ("implied_mw", both_positive(of_a_mw, unexplained)),
        (
            "implied_mining_multiple",
            both_positive(parts.ebitda, enterprise / fleet),
        ),
    ]
}

/// The percentage, if it is one and what divides it is not zero.
fn probability(divisor: Summed, pct: Summed) -> Expected<'static> {
    if divisor.value == 0.0 && divisor.size == 0.0 {
        return Expected::Absent;
    }
    if !pct.size.is_finite() {
        return Expected::law(|got| got.is_none_or(|pct| (0.0..=100.0).contains(&pct)));
    }
    let from_ends = Summed {
        value: pct.value.min(100.0 - pct.value),
        size: pct.size + 100.0,
    };
    Expected::unless_negative(from_ends, pct)
}

/// The quotient, if its divisor is above and its numerator not below zero.
fn both_positive(divisor: Summed, numerator: Summed) -> Expected<'static> {
    let quotient = numerator / divisor;
    match Expected::if_positive(divisor, quotient) {
        Expected::Near(_) => Expected::unless_negative(numerator, quotient),
        Expected::Unsure(_) if numerator.is_surely_negative() => Expected::Absent,
        other => other,
    }
}

/// What bitcoin does to equity, by two bumped prices.
fn to_bitcoin(v: &Values, equity: Summed) -> Table<'static> {
    let price = v.get("btc_price");
    let bumped = |factor: f64| {
        let there = v.with("btc_price", factor * price);
        Parts::of(&there).equity_value(&there)
    };
    let swing = bumped(1.01) - bumped(0.99);
    let beta = swing / (equity * 0.02);
    let anything = Summed {
        value: equity.value.abs(),
        ..equity
    };
    vec![
        ("equity_beta", Expected::if_positive(anything, beta)),
        ("hedge_btc", (swing * 1e6 / (0.02 * price)).into()),
    ]
}
