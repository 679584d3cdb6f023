//! Results as text, in the unit in which the page shows them.

use super::{
    DIFFICULTY_DISPLAY, MINUS, NO_BREAK, compact, counted, number, percent, signed_dollar,
    significant, usd, usd_large, usd_m,
};
use crate::model::outputs::OutputUnit;
use crate::units::RevenueUnit;

/// A result as text: the number and the words behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amount {
    /// The number with its sign, currency and scale: `$38,698`, `$1.92 bn`, `17.4%`, `1,045`.
    pub bare: String,
    /// The unit that is said after it: `EH/s`; may be empty.
    pub unit: &'static str,
    /// What it is per, where that is not obvious: `per EH a day`; may be empty.
    pub words: &'static str,
}

impl Amount {
    /// The number with its unit: `$38,698`, `1,045 EH/s`.
    #[must_use]
    pub fn number(self) -> String {
        if self.unit.is_empty() {
            self.bare
        } else {
            format!("{}{NO_BREAK}{}", self.bare, self.unit)
        }
    }

    /// The number with its unit and what it is per: `$38,698 per EH a day`, `17.4%`.
    #[must_use]
    pub fn whole(self) -> String {
        let words = self.words;
        let number = self.number();
        if words.is_empty() {
            number
        } else {
            format!("{number} {words}")
        }
    }
}

/// A result as the page shows it. `shown` and `btc_price` (USD/BTC) decide how revenue per hashrate
/// reads.
#[must_use]
pub fn amount(kind: OutputUnit, value: f64, shown: RevenueUnit, btc_price: f64) -> Amount {
    let (bare, unit, words) = match kind {
        OutputUnit::RevenuePerDay => {
            let value = shown.from_usd_per_eh_day(value, btc_price);
            (bare_revenue(value, shown), "", shown.words())
        }
        OutputUnit::BtcPerEhDay => (significant(value, 5, 0), "BTC", "per EH a day"),
        OutputUnit::UsdPerBtc => (usd(value, 0), "", "per bitcoin"),
        OutputUnit::UsdPerDay => (usd_large(value), "", "a day"),
        OutputUnit::UsdPerYear => (usd_large(value), "", "a year"),
        OutputUnit::UsdPerMwh => (usd(value, 2), "", "per MWh"),
        OutputUnit::UsdPerKwMonth => (usd(value, 2), "", "per kW a month"),
        OutputUnit::UsdM => (usd_m(value), "", ""),
        OutputUnit::UsdMPerMwYear => (usd_m(value), "", "per gross MW a year"),
        OutputUnit::Fraction => (percent(value, 1), "", ""),
        OutputUnit::Percent => (format!("{}%", significant(value, 3, 0)), "", ""),
        OutputUnit::UsdBn => (usd_m(1e3 * value), "", ""),
        OutputUnit::UsdPerShare => (usd(value, 2), "", "a share"),
        OutputUnit::Btc => (significant(value, 4, 0), "BTC", ""),
        OutputUnit::Multiple => (format!("{}×", number(value, 2)), "", ""),
        OutputUnit::Difficulty => (significant(value / DIFFICULTY_DISPLAY, 4, 0), "T", ""),
        OutputUnit::EhPerSecond => (significant(value, 4, 0), "EH/s", ""),
        OutputUnit::JoulePerTh => (significant(value, 4, 0), "J/TH", ""),
        OutputUnit::Mw => (significant(value, 4, 0), "MW", ""),
        OutputUnit::Days => {
            let (count, unit) = counted(value, ["day", "days"]);
            (count, unit, "")
        }
        OutputUnit::Months => {
            let (count, unit) = counted(value, ["month", "months"]);
            (count, unit, "")
        }
    };
    Amount { bare, unit, words }
}

/// An amount that is already in the page's unit: whole dollars per EH, cents per PH, and so on.
#[must_use]
pub fn shown_revenue(value: f64, shown: RevenueUnit) -> String {
    let number = bare_revenue(value, shown);
    if shown.is_usd() {
        number
    } else {
        format!("{number} sats")
    }
}

/// The same with what it is per: `$38,698 per EH a day`, `43,000 sats per PH a day`.
#[must_use]
pub fn revenue_in_words(value: f64, shown: RevenueUnit) -> String {
    format!("{} {}", bare_revenue(value, shown), shown.words())
}

/// An amount without the name of the satoshi, which stands in [`RevenueUnit::words`].
#[must_use]
pub fn bare_revenue(value: f64, shown: RevenueUnit) -> String {
    revenue_with(value, shown, revenue_decimals(shown))
}

/// The same with so many decimals.
#[must_use]
pub fn revenue_with(value: f64, shown: RevenueUnit, decimals: usize) -> String {
    if shown.is_usd() {
        usd(value, decimals)
    } else {
        number(value, decimals)
    }
}

/// The decimals that revenue is shown with.
#[must_use]
pub const fn revenue_decimals(shown: RevenueUnit) -> usize {
    match shown {
        RevenueUnit::UsdPerEhDay | RevenueUnit::SatsPerPhDay => 0,
        RevenueUnit::UsdPerPhDay | RevenueUnit::SatsPerThDay => 2,
        RevenueUnit::UsdPerThDay => 5,
    }
}

/// How a result moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// By nothing that could be read.
    None,
    /// By so much: in percent for amounts, in points for shares.
    By(String),
    /// From one side of zero to the other, from or to zero, from one loss to another, or out of all
    /// proportion: no percentage says that.
    Through,
}

/// What has become more than so many times as large is said as what it was.
const MOST_TIMES: f64 = 4.0;

/// The change of a result from `before` to `now`.
#[must_use]
pub fn change(unit: OutputUnit, now: f64, before: f64) -> Change {
    let by = now - before;
    let (difference, decimals, suffix) = match unit {
        OutputUnit::Fraction => (100.0 * by, 1, " pts"),
        OutputUnit::Percent => (by, 2, " pts"),
        OutputUnit::Months => (by, 0, ""),
        _ if by == 0.0 => return Change::None,
        _ if now == 0.0 || before == 0.0 || (now < 0.0) != (before < 0.0) => {
            return Change::Through;
        }
        _ => (100.0 * by / before.abs(), 1, "%"),
    };
    if !difference.is_finite() {
        return Change::Through;
    }
    let text = number(difference, decimals);
    if text.chars().all(|c| matches!(c, '0' | '.')) {
        return Change::None;
    }
    if suffix == "%" && (before < 0.0 || now > MOST_TIMES * before) {
        return Change::Through;
    }
    let sign = if text.starts_with(MINUS) { "" } else { "+" };
    Change::By(format!("{sign}{text}{suffix}"))
}

/// An amount that is already in the page's unit, short, for an axis.
#[must_use]
pub fn chart_unit(value: f64, shown: RevenueUnit) -> String {
    if value == 0.0 {
        return "0".to_owned();
    }
    // All of an axis in one manner: $8k, $9k, $10k.
    let text = match value.abs() {
        size if size < 999.95 => significant(value, 4, 0),
        size if size < 999_950.0 => format!("{}k", significant(value / 1e3, 4, 0)),
        _ => compact(value),
    };
    if shown.is_usd() {
        signed_dollar(&text)
    } else {
        text
    }
}

/// What stands where a result does not exist, by the result's name.
#[must_use]
pub fn absent(key: &str) -> &'static str {
    match key {
        "breakeven_difficulty" | "breakeven_network_hashrate" | "breakeven_efficiency" => {
            "none: power costs nothing"
        }
        "price_elasticity" => "no gross profit",
        "fcf_elasticity" => "no free cash flow",
        "upgrade_payback_days" => "never",
        "irr" | "levered_irr" => "not defined",
        "payback_months" => "never",
        "multiple_on_capex" | "yield_on_cost_first_year" | "yield_on_cost_average" => "no capex",
        "equity_needed" => "none needed",
        "min_dscr" => "no loan",
        "implied_price_growth" => "no growth rate",
        "implied_execution_pct" => "none fits the price",
        "implied_mw" => "none fits the price",
        "implied_mining_multiple" => "no mining profit",
        "equity_beta" => "no equity",
        "breakeven_lease_rate" => "no break-even",
        "breakeven_overrun_pct" => "no break-even",
        "breakeven_hashprice" => "none up to $10m per EH",
        "breakeven_delay_months" => "none within ten years",
        _ => "none",
    }
}
