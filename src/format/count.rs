//! Text to whole numbers that are no inputs of the page.

use super::parse::{ParseError, Reason, read};
use super::significant;
use crate::decimal;
use crate::model::parameters::{InputError, Parameter};

/// Digits of the ends of the range: all of them.
const DIGITS: usize = 15;

/// A number of months or the like from its field's text, in the unit of its row. Understood are thousands
/// separators and the unit, as in the fields of the inputs.
///
/// # Errors
/// Text that is no number, another unit, a number that is not whole, and one out of the row's range.
pub fn parse_count(row: &Parameter, text: &str) -> Result<f64, ParseError> {
    count(row, text).map_err(|reason| {
        let [from, to] = [row.min, row.max].map(|end| significant(end, DIGITS, 0));
        ParseError::new(row.label, text, reason, from, format!("{to} {}", row.unit))
    })
}

fn count(row: &Parameter, text: &str) -> Result<f64, Reason> {
    let is_unit = |suffix: &str| {
        let one = row.unit.trim_end_matches('s');
        ["", one, row.unit, "mo", "m"]
            .iter()
            .any(|unit| suffix.eq_ignore_ascii_case(unit))
    };
    let (number, _) = read(text, &|suffix| is_unit(suffix).then_some(None))?;
    let value = decimal::read(&number).ok_or(Reason::NotANumber)?;
    match row.check(value) {
        // Adding zero turns −0 into 0.
        Ok(()) => Ok(value + 0.0),
        Err(InputError::Fractional(_)) => Err(Reason::Fractional),
        Err(_) => Err(Reason::OutOfRange),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::sites::START_MONTH;

    #[test]
    fn a_month_is_understood_as_people_write_it() {
        for (text, month) in [
            ("24", 24.0),
            (" 0 ", 0.0),
            ("-0", 0.0),
            ("6e2", 600.0),
            ("1 month", 1.0),
            ("36 Months", 36.0),
            ("12 mo", 12.0),
        ] {
            let read = parse_count(&START_MONTH, text).expect("is a month");
            assert_eq!(read.to_bits(), f64::to_bits(month), "{text}");
        }
    }

    #[test]
    fn a_refusal_names_field_text_range_and_unit() {
        for (text, what) in [
            ("", "is not a number"),
            ("soon", "is not a number"),
            ("2k", "is not in the unit of this field"),
            ("1,2", "has a comma out of place (decimals take a point)"),
            ("12.5", "is not a whole number"),
            ("-3", "is out of range"),
            ("9999", "is out of range"),
        ] {
            let error = parse_count(&START_MONTH, text).expect_err("is no month");
            assert_eq!(
                error.to_string(),
                format!("Decision: “{text}” {what}. Allowed: 0 to 600 months.")
            );
        }
    }
}
