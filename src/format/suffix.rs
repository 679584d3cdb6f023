//! The letters behind a number: multipliers and units.

use super::field::input_unit;
use crate::model::parameters::Key;
use crate::units;

/// Other ways to write a unit.
const ALIASES: [(&str, &str); 17] = [
    ("x", "×"),
    ("eh", "eh/s"),
    ("/kw", "/kw/mo"),
    ("/kw/month", "/kw/mo"),
    ("/kwamonth", "/kw/mo"),
    ("perkwamonth", "/kw/mo"),
    ("/mo", "/kw/mo"),
    ("permwh", "/mwh"),
    ("perth", "/th"),
    ("perehaday", "/eh/day"),
    ("percent", "%"),
    ("percentayear", "%/year"),
    ("/mw", "/itmw"),
    ("yr", "years"),
    ("yrs", "years"),
    ("y", "years"),
    ("mo", "months"),
];

/// Units that are a field's own times a power of ten: the field's (as [`bare`] writes it), theirs, the power. Cents
/// are quoted per kWh, and of months nobody has a million.
const SCALED: [(&str, &str, i32); 16] = [
    ("mw", "gw", 3),
    ("mw", "kw", -3),
    ("eh/s", "zh/s", 3),
    ("eh/s", "zh", 3),
    ("eh/s", "ph/s", -3),
    ("eh/s", "th/s", -6),
    ("j/th", "w/th", 0),
    ("j/th", "mw/eh", 0),
    ("/mwh", "/kwh", 3),
    ("/mwh", "¢/kwh", 1),
    ("/mwh", "c/kwh", 1),
    ("/mwh", "ct/kwh", 1),
    ("/mwh", "cents/kwh", 1),
    ("/mwh", "¢", 1),
    ("/mwh", "c", 1),
    ("months", "m", 0),
];

/// The power of ten by which the letters behind a number (without spaces and dollar signs) multiply
/// it: `Some(None)` for none or the field's own unit, `None` for letters that mean nothing in this
/// field.
pub(super) fn multiplier(key: Key, suffix: &str) -> Option<Option<i32>> {
    let suffix = suffix.to_ascii_lowercase();
    let own = bare(input_unit(key));
    let written = match suffix.strip_prefix("usd") {
        Some(rest) if own.starts_with('/') => rest,
        _ => &suffix,
    };
    let mut scaled = SCALED.iter();
    let scaled = scaled.find(|(unit, other, _)| *unit == own && *other == written);
    if let Some((_, _, places)) = scaled {
        return Some(Some(*places));
    }
    // "USD" of "48 USD bn".
    let amount = suffix.strip_prefix("usd").unwrap_or(&suffix);
    let multiplied = units::multiplier(amount).filter(|(_, unit)| is_own_unit(key, unit));
    match multiplied {
        Some((places, _)) => Some(Some(places)),
        None => is_own_unit(key, &suffix).then_some(None),
    }
}

/// Whether this names the unit of the field, as the field or the parameter table writes it, or is
/// nothing at all.
fn is_own_unit(key: Key, text: &str) -> bool {
    let alias = match text.strip_prefix("usd") {
        Some(rest) if input_unit(key).starts_with('$') => rest,
        _ => text,
    };
    let written = ALIASES.iter().find(|(known, _)| *known == alias);
    let written = written.is_some_and(|(_, unit)| is_written_unit(key, unit));
    written || is_written_unit(key, text)
}

fn is_written_unit(key: Key, text: &str) -> bool {
    let field = input_unit(key);
    let text = if field.starts_with('$') {
        let rest = text.strip_prefix("usd").or_else(|| text.strip_prefix("us"));
        rest.unwrap_or(text)
    } else {
        text
    };
    let is_name = |unit: &str| {
        let unit = bare(unit);
        text == unit || unit.strip_suffix('s').is_some_and(|one| text == one)
    };
    let is_percent = text == "%" && field.starts_with('%');
    text.is_empty() || is_percent || is_name(field) || is_name(key.parameter().unit)
}

/// A unit in small letters without spaces, currency and multiplier: `/itmw` for `$m/IT MW`.
fn bare(unit: &str) -> String {
    let letters: String = unit.chars().filter(|c| !c.is_whitespace()).collect();
    let lower = letters.to_ascii_lowercase();
    match lower
        .strip_prefix('$')
        .or_else(|| lower.strip_prefix("usd"))
    {
        Some(rest) if rest.starts_with("bn") => rest[2..].to_owned(),
        Some(rest) if rest.starts_with('m') => rest[1..].to_owned(),
        Some(rest) => rest.to_owned(),
        None => lower,
    }
}
