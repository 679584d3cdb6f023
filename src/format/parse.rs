//! Text to numbers: what people type and paste into a field.

use std::fmt;
use std::ops::RangeInclusive;

use super::field::{display_places, input_text, is_minus};
use super::suffix::multiplier;
use crate::decimal;
use crate::model::parameters::{InputError, Key, Parameter};
use crate::units::own_places;

/// Why a field's text was not taken. The message names field, value, allowed range and unit.
#[derive(Clone, Debug, PartialEq)]
pub struct ParseError {
    label: &'static str,
    text: String,
    reason: Reason,
    /// The ends of the range, in words.
    from: String,
    to: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reason {
    NotANumber,
    OtherCurrency,
    OtherUnit,
    StrayComma,
    Fractional,
    OutOfRange,
}

impl ParseError {
    pub(super) fn new(
        label: &'static str,
        text: &str,
        reason: Reason,
        from: String,
        to: String,
    ) -> Self {
        let text = text.trim().to_owned();
        Self {
            label,
            text,
            reason,
            from,
            to,
        }
    }
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = match self.reason {
            Reason::NotANumber => "is not a number",
            Reason::OtherCurrency => "is not in US dollars",
            Reason::OtherUnit => "is not in the unit of this field",
            Reason::StrayComma => "has a comma out of place (decimals take a point)",
            Reason::Fractional => "is not a whole number",
            Reason::OutOfRange => "is out of range",
        };
        let Self {
            label,
            text,
            from,
            to,
            ..
        } = self;
        write!(f, "{label}: “{text}” {what}. Allowed: {from} to {to}.")
    }
}

impl std::error::Error for ParseError {}

/// Why a text is no name: with the field's label, the text and how long a name may be.
#[must_use]
pub fn refused_name(text: &str, lengths: &RangeInclusive<usize>) -> String {
    let (least, most) = (lengths.start(), lengths.end());
    let what = match text.trim() {
        "" => "no name is given".to_owned(),
        text => format!("the name has {} characters", text.chars().count()),
    };
    format!("Name: {what}. Allowed: {least} to {most} characters.")
}

/// An end of the row's range in words; rounded so that what the words say is itself allowed.
fn end_inside(key: Key, row: &Parameter, end: f64, inward: f64) -> String {
    /// The most by which text of four significant digits is off.
    const ROUNDING: f64 = 5e-4;
    let text = input_text(key, end);
    if value(key, row, &text).is_ok() {
        text
    } else {
        input_text(key, end + inward * ROUNDING * end.abs())
    }
}

/// The value of an input from its field's text, in the parameter's own unit.
///
/// Understood are thousands separators (commas before groups of three digits; spaces, underscores
/// and apostrophes anywhere), in fields of money a dollar sign (`$`, `US$`, `USD` before the number), an
/// accountant's brackets for minus, the field's own unit or that times a power of ten (`0.3 GW`, `4.5 ¢/kWh`), exponents, and the multipliers `k`, `M`/`m`,
/// `bn`/`B`/`b` and `T`/`t`, also as `mm`, `mn`, `tn` and in words. In the difficulty field a plain number is in
/// trillions unless it is too large for that, so that a pasted 148195306640204.7 means what it says; so does a
/// pasted 48,000,000,000 in a field of billions.
///
/// # Errors
/// Text that is no number, money that is not in dollars, another unit, a number out of the input's range, and a fraction of a
/// whole input. A comma that separates no thousands is refused too: 45,5 may mean 45.5 or 455.
pub fn parse(key: Key, text: &str) -> Result<f64, ParseError> {
    parse_as(key, key.parameter(), text)
}

/// The same for a field that is no input and reads like one: cash like net debt. Label and range are
/// the row's.
///
/// # Errors
/// As [`parse`].
pub fn parse_as(key: Key, row: &Parameter, text: &str) -> Result<f64, ParseError> {
    value(key, row, text).map_err(|reason| {
        let [from, to] = [
            end_inside(key, row, row.min, 1.0),
            end_inside(key, row, row.max, -1.0),
        ];
        ParseError::new(row.label, text, reason, from, to)
    })
}

fn value(key: Key, row: &Parameter, text: &str) -> Result<f64, Reason> {
    let is_money = key.parameter().unit.starts_with("USD");
    if !is_money && text.contains('$') {
        return Err(Reason::OtherUnit);
    }
    if is_money && has_other_currency(text) {
        return Err(Reason::OtherCurrency);
    }
    let own_places = own_places(key.parameter().unit);
    let (number, multiplier) = read(text, &|suffix| multiplier(key, suffix))?;
    let places = match multiplier {
        Some(places) => places - own_places,
        None => display_places(key) as i32,
    };
    let is_allowed = |value: &f64| row.check(*value).is_ok();
    let value = match (multiplier, scaled(&number, 0)) {
        (None, Some(plain)) if key == Key::Difficulty && plain >= key.parameter().min => plain,
        (None, Some(plain)) if plain.abs() >= FAR_BEYOND * row.max => {
            // A pasted 48,000,000,000 means that many dollars, where 48 bn is meant and no other is allowed.
            let whole = scaled(&number, -own_places);
            whole.filter(is_allowed).unwrap_or(plain)
        }
        _ => scaled(&number, places).ok_or(Reason::NotANumber)?,
    };
    match row.check(value) {
        // Adding zero turns −0 into 0.
        Ok(()) => Ok(value + 0.0),
        Err(InputError::Fractional(_)) => Err(Reason::Fractional),
        Err(_) => Err(Reason::OutOfRange),
    }
}

/// So many times the highest value allowed is no slip: it was meant in another unit.
const FAR_BEYOND: f64 = 1e3;

/// Whether the text names a currency other than the US dollar: by its sign, or by letters before a `$`. What
/// stands between a number and a `$` is read with the unit.
fn has_other_currency(text: &str) -> bool {
    let before = text.split_once('$').map_or("", |(before, _)| before.trim());
    let is_behind = before.bytes().any(|byte| byte.is_ascii_digit());
    let letters: String = before.chars().filter(|c| c.is_alphabetic()).collect();
    let is_ours = ["", "us", "usd"].contains(&letters.to_ascii_lowercase().as_str());
    text.contains(['€', '£', '¥']) || !(is_behind || is_ours)
}

/// The decimal number times a power of ten, rounded once.
fn scaled(number: &str, places: i32) -> Option<f64> {
    let (mantissa, exponent) = number.split_once(['e', 'E']).unwrap_or((number, "0"));
    let exponent = exponent.parse::<i32>().ok()?.checked_add(places)?;
    decimal::read(&format!("{mantissa}e{exponent}"))
}

/// The number in the text, without commas, and the power of ten of the multiplier behind it, which
/// `multiplier` makes of the letters there.
pub(super) fn read(
    text: &str,
    multiplier: &dyn Fn(&str) -> Option<Option<i32>>,
) -> Result<(String, Option<i32>), Reason> {
    let plain: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '_' | '\'' | '’' | '$'))
        .map(|c| if is_minus(c) { '-' } else { c })
        .collect();
    // An accountant's brackets are a minus.
    let bracketed = plain
        .strip_prefix('(')
        .and_then(|text| text.strip_suffix(')'));
    let plain = match bracketed {
        Some(text) => format!("-{}", without_currency(text)),
        None => plain,
    };
    let plain = without_currency(&plain);
    let (number, suffix) = plain.split_at(number_length(plain));
    let is_number = decimal::read(&number.replace(',', "")).is_some();
    let refusal = if is_number && may_be_unit(suffix) {
        Reason::OtherUnit
    } else {
        Reason::NotANumber
    };
    let multiplier = multiplier(suffix).ok_or(refusal)?;
    if commas_part_thousands(number) {
        Ok((number.replace(',', ""), multiplier))
    } else {
        Err(Reason::StrayComma)
    }
}

/// Whether this may be a unit: letters and `%` (a lone `e` is an exponent that is not there yet).
fn may_be_unit(suffix: &str) -> bool {
    let is_part = |c: char| c.is_alphabetic() || matches!(c, '%' | '/' | '×' | '¢');
    suffix.chars().all(is_part) && !suffix.eq_ignore_ascii_case("e")
}

/// The text without the letters of a dollar before the number (`US`, `USD`).
fn without_currency(text: &str) -> &str {
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (word, rest) = text.split_at(letters);
    if ["us", "usd"]
        .iter()
        .any(|name| word.eq_ignore_ascii_case(name))
    {
        rest
    } else {
        text
    }
}

/// How many bytes at the start are a decimal number, with commas in its whole part.
fn number_length(text: &str) -> usize {
    let count =
        |from: usize, is_part: fn(&u8) -> bool| text[from..].bytes().take_while(is_part).count();
    let digits = |from| count(from, u8::is_ascii_digit);
    let mut end = usize::from(text.starts_with(['-', '+']));
    end += count(end, |byte| byte.is_ascii_digit() || *byte == b',');
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

/// Whether every comma has one to three digits before it, no zero first, and exactly three behind it.
fn commas_part_thousands(number: &str) -> bool {
    let unsigned = number.trim_start_matches(['-', '+']);
    let whole = unsigned.split(['.', 'e', 'E']).next().unwrap_or_default();
    match whole.split_once(',') {
        None => true,
        Some((first, rest)) => {
            let is_first = (1..=3).contains(&first.len()) && !first.starts_with('0');
            is_first && rest.split(',').all(|group| group.len() == 3)
        }
    }
}
