//! Inputs as text, in the unit in which their field shows them.

use super::{
    DIFFICULTY_DISPLAY, DIFFICULTY_PLACES, MINUS, NO_BREAK, compact, grouped, signed_dollar,
    significant, usd_m_digits,
};
use crate::decimal::exact;
use crate::model::parameters::Key;

/// Significant digits that a resting field shows.
const FIELD_DIGITS: usize = 5;
/// Significant digits in sentences.
const SENTENCE_DIGITS: usize = 4;

/// How many of the parameter's own units make one of its field's.
fn display_divisor(key: Key) -> f64 {
    match key {
        Key::Difficulty => DIFFICULTY_DISPLAY,
        _ => 1.0,
    }
}

/// The same as a power of ten.
pub(super) fn display_places(key: Key) -> usize {
    match key {
        Key::Difficulty => DIFFICULTY_PLACES,
        _ => 0,
    }
}

/// The unit beside an input's field, short.
#[must_use]
pub fn input_unit(key: Key) -> &'static str {
    match key {
        Key::Difficulty => "T",
        Key::BtcPrice | Key::SpotPrice | Key::SharePrice => "$",
        Key::PowerPrice | Key::FleetPowerPrice | Key::CurtailmentCredit => "$/MWh",
        Key::Overhead | Key::Interest => "$/EH/day",
        Key::MachinePrice | Key::MachineResale | Key::UpgradePrice => "$/TH",
        Key::LeaseRate => "$/kW/mo",
        Key::Capex => "$m/IT MW",
        Key::SiteValue => "$m/MW",
        Key::NetDebt => "$m",
        Key::MarketCap => "$bn",
        Key::GrossMw => "MW",
        Key::Pue | Key::MiningMultiple => "×",
        Key::MiningStopMonth => "months",
        Key::HorizonEpochs => "epochs",
        Key::Shares => "m",
        Key::EfficiencySpread | Key::PowerSpread => "log-sd",
        Key::Seed => "",
        _ if key.parameter().unit.starts_with('%') => percent_unit(key.parameter().unit),
        _ => key.parameter().unit,
    }
}

/// The head of a unit that is a percentage of something.
fn percent_unit(unit: &'static str) -> &'static str {
    if unit.starts_with("% a year") {
        "%/year"
    } else if unit.starts_with("% a month") {
        "%/month"
    } else {
        "%"
    }
}

/// An input's value as its resting field shows it: five significant digits, whole parts whole.
#[must_use]
pub fn field_text(key: Key, value: f64) -> String {
    significant(
        value / display_divisor(key),
        FIELD_DIGITS,
        key.parameter().decimals,
    )
}

/// An input's value in as little room as seven digits take, without its unit: `2M`, `88,950`.
#[must_use]
pub fn chip_text(key: Key, value: f64) -> String {
    const ROOM: usize = 7;
    let text = field_text(key, value);
    if text.len() <= ROOM {
        text
    } else {
        compact(value / display_divisor(key))
    }
}

/// An input's value to the last digit, as its field shows it for editing; [`parse`](super::parse)
/// gives the same value back.
#[must_use]
pub fn exact_text(key: Key, value: f64) -> String {
    let plain = exact(value.abs());
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    // The point is moved and nothing is divided, so that no digit changes.
    let places = display_places(key);
    let digits = format!("{whole:0>width$}", width = places + 1);
    let (whole, moved) = digits.split_at(digits.len() - places);
    let decimals = format!("{moved}{fraction}");
    let decimals = decimals.trim_end_matches('0');
    let min_decimals = key.parameter().decimals;
    let plain = format!("{whole}.{decimals:0<min_decimals$}");
    grouped(plain.trim_end_matches('.'), value < 0.0)
}

/// An input's value as the end of a range: no decimals that say nothing.
#[must_use]
pub fn end_text(key: Key, value: f64) -> String {
    significant(value / display_divisor(key), SENTENCE_DIGITS, 0)
}

/// An input's value with its unit, for sentences and messages: `$88,950`, `146 T`, `20 J/TH`.
#[must_use]
pub fn input_text(key: Key, value: f64) -> String {
    let text = end_text(key, value);
    match input_unit(key) {
        "" => text,
        "$" => dollars(value),
        "×" => format!("{text}×"),
        "m" => format!("{text}{NO_BREAK}m"),
        "$m" => usd_m_digits(value, SENTENCE_DIGITS),
        "$bn" => usd_m_digits(1e3 * value, SENTENCE_DIGITS),
        unit if unit.starts_with("$m") => {
            format!("{}{NO_BREAK}{}", signed_dollar(&text), &unit[1..])
        }
        unit if unit.starts_with('$') => format!("{}{}", dollars(value), &unit[1..]),
        unit if unit.starts_with('%') => format!("{text}{unit}"),
        unit if text == "1" && unit.bytes().all(|byte| byte.is_ascii_alphabetic()) => {
            format!("{text} {}", unit.trim_end_matches('s'))
        }
        unit => format!("{text} {unit}"),
    }
}

/// The same where there is little room: dollars and percentages without what they are per or of, and of anything
/// else the number alone: `$3,300`, `5%`, `1,150`.
#[must_use]
pub fn short_input_text(key: Key, value: f64) -> String {
    let text = input_text(key, value);
    match input_unit(key).chars().next() {
        Some('$') => text.split('/').next().unwrap_or_default().to_owned(),
        Some('%') => format!("{}%", end_text(key, value)),
        _ => end_text(key, value),
    }
}

/// Dollars, with cents where they are not whole.
fn dollars(value: f64) -> String {
    let text = significant(value, SENTENCE_DIGITS, 0);
    if text.contains('.') {
        signed_dollar(&significant(value, SENTENCE_DIGITS, 2))
    } else {
        signed_dollar(&text)
    }
}

/// Whether a character may stand for minus.
pub(super) fn is_minus(c: char) -> bool {
    matches!(c, '-' | MINUS | '\u{2013}')
}
