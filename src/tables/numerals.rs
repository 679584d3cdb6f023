//! Numbers as people and spreadsheets of any country write them.
//!
//! Text tells which sign parts decimals only sometimes: `45,5`, `1.234,5` and `0,125` do, `1.234`
//! does not. So the unmistakable numbers of a file decide for all of it, and a number that may still
//! be two is refused.

use crate::decimal;

/// Which sign parts the decimals in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Decimals {
    /// A point; commas part thousands.
    Point,
    /// A comma; points part thousands.
    Comma,
    /// A comma as far as the semicolons between columns tell: spreadsheets write them where a comma
    /// parts decimals, but programs write them with points.
    LikelyComma,
    /// Nothing tells, or numbers contradict each other.
    Unclear,
}

/// What a text says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Numeral {
    /// One number.
    Number(f64),
    /// This with a decimal point, that with a decimal comma.
    Either(f64, f64),
    /// A number with a decimal comma in a file with commas between its columns.
    StrayComma,
    /// No number.
    None,
}

impl Decimals {
    /// Of a file with this separator and these texts in its columns of numbers.
    pub fn of<'a>(separator: u8, texts: impl IntoIterator<Item = &'a str>) -> Self {
        if separator == b',' {
            return Self::Point;
        }
        let (mut points, mut commas) = (false, false);
        for text in texts {
            match (reading(text, '.'), reading(text, ',')) {
                (Some(_), None) => points = true,
                (None, Some(_)) => commas = true,
                (Some(_), Some(_)) if is_in_dollars(text) => points = true,
                _ => {}
            }
        }
        match (points, commas) {
            (true, false) => Self::Point,
            (false, true) => Self::Comma,
            (false, false) if separator == b';' => Self::LikelyComma,
            _ => Self::Unclear,
        }
    }

    /// The number that the text says in such a file.
    pub fn read(self, text: &str) -> Numeral {
        let (point, comma) = match (reading(text, '.'), reading(text, ',')) {
            (None, None) => return Numeral::None,
            (Some(_), None) if self == Self::Comma => return Numeral::None,
            (None, Some(_)) if self == Self::Point => return Numeral::StrayComma,
            (Some(only), None) | (None, Some(only)) => return Numeral::Number(only),
            (Some(point), Some(comma)) => (point, comma),
        };
        match self {
            _ if point.total_cmp(&comma).is_eq() => Numeral::Number(point),
            Self::Point => Numeral::Number(point),
            Self::Comma => Numeral::Number(comma),
            Self::LikelyComma if text.contains(',') => Numeral::Number(comma),
            Self::LikelyComma | Self::Unclear => Numeral::Either(point, comma),
        }
    }
}

/// Whether these are dollars with commas between their thousands, as this page writes them: `$38,700`.
fn is_in_dollars(text: &str) -> bool {
    text.trim_start().starts_with('$') && text.contains(',')
}

/// The number in the text if this sign parts its decimals.
///
/// Understood are a sign (or an accountant's brackets for minus), a dollar sign, an exponent, and
/// thousands parted by the other sign, spaces or apostrophes, in groups of three throughout.
fn reading(text: &str, decimal: char) -> Option<f64> {
    let text = text.trim();
    let bracketed = text
        .strip_prefix('(')
        .and_then(|text| text.strip_suffix(')'));
    let text = bracketed.unwrap_or(text);
    let unsigned = text.strip_prefix(['-', '\u{2212}', '\u{2013}']);
    let is_negative = bracketed.is_some() != unsigned.is_some();
    let plain = unsigned.or(text.strip_prefix('+')).unwrap_or(text);
    let plain = plain.strip_prefix('$').unwrap_or(plain).trim_start();
    let (mantissa, exponent) = match plain.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (plain, None),
    };
    let (whole, fraction) = mantissa.split_once(decimal).unwrap_or((mantissa, ""));
    let whole = match exponent {
        None => ungrouped(whole, decimal)?,
        Some(_) => whole.to_owned(),
    };
    let exponent = exponent.unwrap_or("0");
    let is_number = is_digits(&whole)
        && is_digits(fraction)
        && !(whole.is_empty() && fraction.is_empty())
        && !exponent.is_empty()
        && is_digits(exponent.strip_prefix(['-', '+']).unwrap_or(exponent));
    let number: f64 = is_number
        .then(|| decimal::read(&format!("{whole}.{fraction}e{exponent}")))
        .flatten()?;
    // Adding zero turns −0 into 0.
    Some(if is_negative { -number } else { number } + 0.0)
}

/// The whole part without what parts its thousands; `None` where that stands elsewhere.
fn ungrouped(whole: &str, decimal: char) -> Option<String> {
    let other = if decimal == '.' { ',' } else { '.' };
    let parts = |c: char| c == other || c.is_whitespace() || matches!(c, '\'' | '’');
    let Some(sign) = whole.chars().find(|c| parts(*c)) else {
        return Some(whole.to_owned());
    };
    let mut groups = whole.split(sign);
    let first = groups.next()?;
    let is_grouped = (1..=3).contains(&first.len())
        && !first.starts_with('0')
        && is_digits(first)
        && groups.all(|group| group.len() == 3 && is_digits(group));
    is_grouped.then(|| whole.replace(sign, ""))
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}
