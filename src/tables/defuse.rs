//! Texts that a spreadsheet would run as a formula, made harmless.
//!
//! OWASP ("CSV Injection") advises an apostrophe before cells that begin with `=`, `+`, `-`, `@`,
//! tab, carriage return or line feed; spreadsheets that run full-width signs are covered too. The
//! apostrophe is what Excel itself writes before a text.
//!
//! A spreadsheet that splits at semicolons, as Excel does where a comma parts decimals, sees cells
//! begin within ours, and knows no quotes there: so a sign behind a semicolon, a tab or a line end is
//! defused as well. Reading takes off what writing put on, so that every text comes back as it was.

/// What defuses a cell.
const APOSTROPHE: char = '\'';

/// The cell as it is written to a file: a plain number as it is, any other text defused.
pub(super) fn defused(text: &str) -> String {
    let mut cell = backwards(text, |behind, runs| {
        if runs {
            behind.push(APOSTROPHE);
        }
    });
    if !is_harmless(text) {
        cell.push(APOSTROPHE);
    }
    cell.into_iter().rev().collect()
}

/// The cell as it was before it was defused, or before a spreadsheet marked it as text.
pub(super) fn restored(cell: &str) -> String {
    let cell = cell.strip_prefix(APOSTROPHE).unwrap_or(cell);
    let text = backwards(cell, |behind, runs| {
        behind.pop_if(|last| runs && *last == APOSTROPHE);
    });
    text.into_iter().rev().collect()
}

/// The characters of the text from its end to its start. At each that may part cells, `change` is
/// given what stands behind it, and whether that would run as a formula.
fn backwards(text: &str, change: impl Fn(&mut Vec<char>, bool)) -> Vec<char> {
    let mut behind = Vec::with_capacity(text.len());
    let mut runs = false;
    for character in text.chars().rev() {
        if matches!(character, ';' | '\t' | '\r' | '\n') {
            change(&mut behind, runs);
        }
        behind.push(character);
        runs = is_sign(character) || (runs && is_skipped(character));
    }
    behind
}

/// Whether the text neither runs nor would lose an apostrophe of its own on the way back.
fn is_harmless(text: &str) -> bool {
    !text.starts_with([APOSTROPHE, '\t', '\r', '\n'])
        && (is_plain_number(text) || !text.trim_start_matches(is_skipped).starts_with(is_sign))
}

/// What a formula begins with.
pub(super) fn is_sign(c: char) -> bool {
    matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠')
}

/// What may stand before a formula without making it harmless everywhere.
pub(super) fn is_skipped(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '"' | APOSTROPHE | '\u{feff}' | '\u{200b}'..='\u{200f}')
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
