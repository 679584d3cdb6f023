//! Numbers to text and text to numbers; the only place that does either.
//!
//! Everything is en-US everywhere (comma between thousands, point before decimals), so that a
//! pasted `1,500` means one thing. Negative numbers carry a true minus sign (U+2212).

mod count;
mod field;
mod output;
mod parse;
mod suffix;

pub use count::parse_count;
pub use field::{
    chip_text, end_text, exact_text, field_text, input_text, input_unit, short_input_text,
};
pub use output::{
    Amount, Change, absent, amount, bare_revenue, change, chart_unit, revenue_decimals,
    revenue_in_words, revenue_with, shown_revenue,
};
pub use parse::{ParseError, parse, parse_as, refused_name};

use crate::decimal::fixed;

/// The true minus sign.
const MINUS: char = '\u{2212}';

/// Largest number of decimals that `f64` text can use here.
const MAX_DECIMALS: usize = 12;

/// The number rounded to `decimals` decimals (at most 12), with commas between thousands: `1,045.5`.
#[must_use]
pub fn number(value: f64, decimals: usize) -> String {
    let plain = fixed(value, decimals.min(MAX_DECIMALS));
    let is_zero = plain.bytes().all(|byte| matches!(byte, b'0' | b'.'));
    grouped(&plain, value < 0.0 && !is_zero)
}

/// A plain decimal number with commas between thousands and, if asked for, a minus sign.
fn grouped(plain: &str, is_negative: bool) -> String {
    let (whole, fraction) = plain.split_once('.').unwrap_or((plain, ""));
    let mut text = String::with_capacity(plain.len() + plain.len() / 3 + 4);
    if is_negative {
        text.push(MINUS);
    }
    for (index, digit) in whole.char_indices() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push('.');
        text.push_str(fraction);
    }
    text
}

/// Dollars rounded to `decimals` decimals: `−$1,500`.
#[must_use]
pub fn usd(value: f64, decimals: usize) -> String {
    signed_dollar(&number(value, decimals))
}

/// Puts the dollar sign after the minus sign.
fn signed_dollar(text: &str) -> String {
    match text.strip_prefix(MINUS) {
        Some(rest) => format!("{MINUS}${rest}"),
        None => format!("${text}"),
    }
}

/// A sentence in which no line ends between a minus and its dollar sign.
#[must_use]
pub fn unbroken(sentence: &str) -> String {
    sentence.replace("\u{2212}$", "\u{2212}\u{2060}$")
}

/// The text of a change, with its sign: `+$1,211`, `−$3,314`; nothing has none: `$0`.
#[must_use]
pub fn signed(text: String) -> String {
    let is_nothing = !text.contains(|letter: char| ('1'..='9').contains(&letter));
    if text.starts_with(MINUS) || is_nothing {
        text
    } else {
        format!("+{text}")
    }
}

/// A fraction in percent: `44.2%` for 0.442 and one decimal.
#[must_use]
pub fn percent(fraction: f64, decimals: usize) -> String {
    format!("{}%", number(100.0 * fraction, decimals))
}

/// How far from something a fraction is, in whole percent: `79%`, `less than 1%`, `more than 99%` of what is
/// short of all of it.
#[must_use]
pub fn distance(fraction: f64) -> String {
    let size = fraction.abs();
    match percent(size, 0).as_str() {
        "0%" if size > 0.0 => "less than 1%".to_owned(),
        "100%" if fraction < 0.0 && size < 1.0 => "more than 99%".to_owned(),
        text => text.to_owned(),
    }
}

/// A share of a whole in whole percent: `57%`, `less than 1%`, `more than 99%` of what is not all.
#[must_use]
pub fn share(fraction: f64) -> String {
    // Short of all of it, as a fall is.
    distance(-fraction)
}

/// A place in a row: `1st`, `12th`, `93rd`.
#[must_use]
pub fn ordinal(place: u64) -> String {
    let ending = match (place % 100, place % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{}{ending}", number(place as f64, 0))
}

/// A change as a fraction in percent, with its sign: `+44.2%`, `−3%`, `0%`.
#[must_use]
pub fn signed_percent(fraction: f64, decimals: usize) -> String {
    let text = percent(fraction, decimals);
    let is_zero = !text.bytes().any(|byte| matches!(byte, b'1'..=b'9'));
    if is_zero || text.starts_with(MINUS) {
        text
    } else {
        format!("+{text}")
    }
}

/// Months since the year 0 as the month they lie in: `Dec 2025`.
#[must_use]
pub fn month(index: f64) -> String {
    let whole = libm::floor(index) as i64;
    let name = &MONTHS[whole.rem_euclid(12) as usize][..3];
    format!("{name} {}", whole.div_euclid(12))
}

/// A year, a month or a day as data have it (`2025`, `2025-12`, `2025-12-31`), as people write it: `2025`,
/// `Dec 2025`, `Dec 31, 2025`. What is none of these stays.
#[must_use]
pub fn period(text: &str) -> String {
    let mut parts = text.split('-');
    let year = parts.next().unwrap_or_default();
    let number = |part: &str| part.parse::<usize>().ok();
    let month = parts
        .next()
        .and_then(number)
        .and_then(|month| MONTHS.get(month.checked_sub(1)?));
    match (month, parts.next().map(number)) {
        (Some(month), None) => format!("{} {year}", &month[..3]),
        (Some(month), Some(Some(day))) => format!("{} {day}, {year}", &month[..3]),
        _ => text.to_owned(),
    }
}

/// The number with at most `digits` significant digits and at least `min_decimals` decimals;
/// whole parts are never cut: `88,950`, `145.98`, `20.0`, `0.25`.
#[must_use]
pub fn significant(value: f64, digits: usize, min_decimals: usize) -> String {
    let room =
        (digits as i32 - 1 - leading_place(value.abs())).clamp(0, MAX_DECIMALS as i32) as usize;
    let decimals = room.max(min_decimals);
    trim(number(value, decimals), min_decimals)
}

/// The power of ten of the leading digit; 0 for 0.
fn leading_place(size: f64) -> i32 {
    if size > 0.0 && size.is_finite() {
        libm::floor(libm::log10(size)) as i32
    } else {
        0
    }
}

/// Cuts zeros off the end, down to `min_decimals` decimals.
fn trim(mut text: String, min_decimals: usize) -> String {
    let Some(point) = text.find('.') else {
        return text;
    };
    let least = if min_decimals == 0 {
        point
    } else {
        point + 1 + min_decimals
    };
    while text.len() > least && text.ends_with(['0', '.']) {
        text.pop();
    }
    text
}

/// A short form for axes and chips: `38.7k`, `1.99m`, `2.1bn`; three significant digits.
#[must_use]
pub fn compact(value: f64) -> String {
    let size = value.abs();
    let (divisor, suffix) = match size {
        _ if size >= 999.5e9 => (1e12, "T"),
        _ if size >= 999.5e6 => (1e9, "bn"),
        _ if size >= 999.5e3 => (1e6, "m"),
        _ if size >= 9_999.5 => (1e3, "k"),
        _ => (1.0, ""),
    };
    format!("{}{suffix}", significant(value / divisor, 3, 0))
}

/// Dollars in the short form: `$38.7k`.
#[must_use]
pub fn compact_usd(value: f64) -> String {
    signed_dollar(&compact(value))
}

/// Difficulty in trillions: `145.98 T`.
#[must_use]
pub fn difficulty(value: f64, decimals: usize) -> String {
    format!("{} T", number(value / DIFFICULTY_DISPLAY, decimals))
}

/// Difficulty is shown in trillions.
const DIFFICULTY_DISPLAY: f64 = 1e12;
/// The same as a power of ten.
const DIFFICULTY_PLACES: usize = 12;

/// Months in words: `94 months`, `1 month`.
#[must_use]
pub fn months(count: f64) -> String {
    let (text, unit) = counted(count, ["month", "months"]);
    format!("{text} {unit}")
}

/// The number, whole, and its word: of one or of many.
fn counted(count: f64, [one, many]: [&'static str; 2]) -> (String, &'static str) {
    let text = number(count, 0);
    let unit = if text == "1" { one } else { many };
    (text, unit)
}

/// The months' names.
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A day: `November 27, 2026`; the month counts from 1.
#[must_use]
pub fn date(year: u32, month: u32, day: u32) -> String {
    let month = MONTHS.get((month as usize).wrapping_sub(1)).unwrap_or(&"");
    format!("{month} {day}, {year}")
}

/// Between a number and the letters of its size in sentences and tables: no line ends there.
const NO_BREAK: char = '\u{a0}';

/// USD m in words of the right size, three significant digits: `$706k`, `$462 m`, `$1.92 bn`.
#[must_use]
pub fn usd_m(value: f64) -> String {
    usd_m_digits(value, 3)
}

/// The same with so many significant digits: `$48.06 bn` with four.
#[must_use]
pub fn usd_m_digits(value: f64, digits: usize) -> String {
    // What rounds to a thousand of one size is one of the next.
    let edge = 1e3 - 0.5 * libm::pow(10.0, 3.0 - digits as f64);
    let (value, size) = match value.abs() {
        size if size >= edge => (value / 1e3, "bn"),
        size if size >= edge / 1e3 => (value, "m"),
        _ => return usd_small(1e6 * value, digits),
    };
    format!(
        "{}{NO_BREAK}{size}",
        signed_dollar(&significant(value, digits, 0))
    )
}

/// USD m that stand under each other and add up: in one size, that of the largest, which has four digits:
/// `$1.994 bn` over `$0.060 bn`; nothing is `$0`.
#[must_use]
pub fn usd_m_column(values: &[f64]) -> Vec<String> {
    const DIGITS: i32 = 4;
    let most = values
        .iter()
        .fold(0.0_f64, |most, value| most.max(value.abs()));
    let (divisor, size) = match most {
        most if most >= 999.95 => (1e3, "bn"),
        most if most >= 0.999_95 => (1.0, "m"),
        _ => return values.iter().map(|value| usd(1e6 * value, 0)).collect(),
    };
    let whole = libm::floor(libm::log10(most / divisor * 1.000_05)) as i32 + 1;
    let decimals = (DIGITS - whole.max(1)).max(0) as usize;
    let text = |value: &f64| match *value {
        0.0 => "$0".to_owned(),
        value => format!("{}{NO_BREAK}{size}", usd(value / divisor, decimals)),
    };
    values.iter().map(text).collect()
}

/// Dollars below a million: `$706k`, `$8,220`.
fn usd_small(value: f64, digits: usize) -> String {
    if value.abs() < 9_999.5 {
        usd(value, 0)
    } else {
        format!("{}k", signed_dollar(&significant(value / 1e3, digits, 0)))
    }
}

/// Dollars in words of the right size: `$14.1k`, `$706 m`, `$1.92 bn`.
fn usd_large(value: f64) -> String {
    if value.abs() >= 999.5e3 {
        usd_m(value / 1e6)
    } else {
        compact_usd(value)
    }
}

/// USD m on an axis: `$1.5bn`, `−$500m`, `$250k`, `0`.
#[must_use]
pub fn usd_m_axis(value: f64) -> String {
    match value {
        0.0 => "0".to_owned(),
        _ if value.abs() >= 999.5 => {
            format!("{}bn", signed_dollar(&significant(value / 1e3, 3, 0)))
        }
        _ if value.abs() < 0.999_5 => compact_usd(1e6 * value),
        _ => format!("{}m", signed_dollar(&significant(value, 3, 0))),
    }
}

#[cfg(test)]
mod tests;
