//! Text to numbers: what people type and paste into a field.

use std::fmt;

use super::field::{display_divisor, input_text, is_minus};
use crate::model::parameters::{InputError, Key};

/// Why a field's text was not taken. The message names field, value, allowed range and unit.
#[derive(Clone, Debug, PartialEq)]
pub struct ParseError {
    key: Key,
    text: String,
    reason: Reason,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reason {
    NotANumber,
    Fractional,
    OutOfRange,
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let row = self.key.parameter();
        let what = match self.reason {
            Reason::NotANumber => "is not a number",
            Reason::Fractional => "is not a whole number",
            Reason::OutOfRange => "is out of range",
        };
        let from = input_text(self.key, row.min);
        let to = input_text(self.key, row.max);
        write!(
            f,
            "{}: “{}” {what}. Allowed: {from} to {to}.",
            row.label, self.text
        )
    }
}

impl std::error::Error for ParseError {}

/// The value of an input from its field's text, in the parameter's own unit.
///
/// Understood are thousands separators (commas, spaces, underscores, apostrophes), a currency
/// sign, a unit that names the field's own, `%`, exponents, and the multipliers `k`, `M`/`m`, `bn`/
/// `B`/`b` and `T`/`t`. In the difficulty field a plain number is in trillions unless it is too
/// large for that, so that a pasted 148195306640204.7 means what it says.
///
/// # Errors
/// Text that is no number, a number out of the input's range, and a fraction of a whole input.
pub fn parse(key: Key, text: &str) -> Result<f64, ParseError> {
    let error = |reason| ParseError {
        key,
        text: text.trim().to_owned(),
        reason,
    };
    let (number, multiplier) = read(text).ok_or_else(|| error(Reason::NotANumber))?;
    let value = match (key, multiplier) {
        (Key::Difficulty, None) if number >= key.parameter().min => number,
        (_, None) => number * display_divisor(key),
        (_, Some(multiplier)) => number * multiplier / own_multiplier(key),
    };
    match key.parameter().check(value) {
        Ok(()) => Ok(value),
        Err(InputError::Fractional(_)) => Err(error(Reason::Fractional)),
        Err(_) => Err(error(Reason::OutOfRange)),
    }
}

/// What a parameter's unit already multiplies dollars by: `48bn` in a field of USD bn is 48.
fn own_multiplier(key: Key) -> f64 {
    let unit = key.parameter().unit;
    if unit.starts_with("USD bn") {
        1e9
    } else if unit.starts_with("USD m") || unit.starts_with("million") {
        1e6
    } else {
        1.0
    }
}

/// The number in the text and the multiplier behind it, if any.
fn read(text: &str) -> Option<(f64, Option<f64>)> {
    let compact: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, ',' | '_' | '\'' | '$' | '€' | '£' | '₿'))
        .map(|c| if is_minus(c) { '-' } else { c })
        .collect();
    let end = number_length(&compact);
    let number: f64 = compact[..end].parse().ok()?;
    let multiplier = multiplier(&compact[end..])?;
    number.is_finite().then_some((number, multiplier))
}

/// How many bytes at the start are a plain decimal number.
fn number_length(text: &str) -> usize {
    let digits = |from: usize| text[from..].bytes().take_while(u8::is_ascii_digit).count();
    let mut end = usize::from(text.starts_with(['-', '+']));
    end += digits(end);
    if text[end..].starts_with('.') {
        end += 1 + digits(end + 1);
    }
    if text[end..].starts_with(['e', 'E']) {
        let sign = usize::from(text[end + 1..].starts_with(['-', '+']));
        let exponent = digits(end + 1 + sign);
        if exponent > 0 {
            end += 1 + sign + exponent;
        }
    }
    end
}

/// What the letters behind a number multiply it by: `Some(None)` for none or a mere unit, `None`
/// for letters that mean nothing.
fn multiplier(suffix: &str) -> Option<Option<f64>> {
    const UNITS: [&str; 14] = [
        "", "%", "usd", "btc", "/mwh", "usd/mwh", "j/th", "mw", "eh/s", "eh", "/th", "months",
        "years", "×",
    ];
    let lower = suffix.to_ascii_lowercase();
    let (head, tail) = match lower.as_str() {
        _ if UNITS.contains(&lower.as_str()) => return Some(None),
        text if text.starts_with("bn") => (1e9, &lower[2..]),
        text if text.starts_with('k') => (1e3, &lower[1..]),
        text if text.starts_with('m') => (1e6, &lower[1..]),
        text if text.starts_with('b') => (1e9, &lower[1..]),
        text if text.starts_with('t') => (1e12, &lower[1..]),
        _ => return None,
    };
    UNITS.contains(&tail).then_some(Some(head))
}
