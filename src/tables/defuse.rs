//! Texts that a spreadsheet would run as a formula, made harmless.
//!
//! OWASP ("CSV Injection") advises an apostrophe before cells that begin with `=`, `+`, `-`, `@`,
//! tab, carriage return or line feed; spreadsheets that run full-width signs are covered too. The
//! apostrophe is what Excel itself writes before a text, and reading takes one off, so that every
//! text comes back as it was.

/// What defuses a cell.
const PREFIX: &str = "'";

/// The cell as it is written to a file: a plain number as it is, any other text defused.
pub(super) fn defused(text: &str) -> String {
    let prefix = if is_harmless(text) { "" } else { PREFIX };
    format!("{prefix}{text}")
}

/// The cell as it was before it was defused, or before a spreadsheet marked it as text.
pub(super) fn restored(cell: &str) -> &str {
    cell.strip_prefix(PREFIX).unwrap_or(cell)
}

/// Whether the text neither runs nor would lose an apostrophe of its own on the way back.
fn is_harmless(text: &str) -> bool {
    !text.starts_with(['\'', '\t', '\r', '\n'])
        && (is_plain_number(text) || !text.trim_start_matches(is_skipped).starts_with(is_sign))
}

/// What a formula begins with.
pub(super) fn is_sign(c: char) -> bool {
    matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠')
}

/// What may stand before a formula without making it harmless everywhere.
fn is_skipped(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '"' | '\'' | '\u{feff}' | '\u{200b}'..='\u{200f}')
}

/// Whether the text is digits with at most a minus, a decimal point and an exponent: a number to
/// every spreadsheet.
pub(super) fn is_plain_number(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = unsigned.split_once(['e', 'E']).unwrap_or((unsigned, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, "0"));
    digits(whole)
        && digits(fraction)
        && digits(exponent.strip_prefix(['-', '+']).unwrap_or(exponent))
}
