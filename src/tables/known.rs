//! A column that a table may have: how headers call it, and the numbers that it accepts.

use super::numerals::{Decimals, Numeral};
use crate::decimal::{self, exact};
use crate::model::parameters::{Accepted, Given, InputError, Refusal};
use crate::units::{multiplier, own_places};

/// A column that a table may have.
#[derive(Clone, Copy, Debug)]
pub(super) struct Known {
    pub key: &'static str,
    /// The name on screen.
    pub label: &'static str,
    /// What it accepts; `None` for a text.
    pub accepted: Option<Accepted>,
}

impl Known {
    /// Whether a header means this column: by its key or its label, in any case, with or without
    /// the unit in brackets.
    pub fn is_called(&self, header: &str) -> bool {
        let unit = self.accepted.map_or("", |accepted| accepted.unit);
        let bare = header
            .strip_suffix(')')
            .and_then(|header| header.strip_suffix(unit))
            .and_then(|header| header.strip_suffix('('))
            .map_or(header, str::trim_end);
        let spaced = |name: &str| name.replace('_', " ").to_ascii_lowercase();
        [self.key, self.label]
            .into_iter()
            .any(|name| spaced(name) == spaced(bare))
    }

    /// The text of a number without the percent sign that a column of percentages allows, or without a
    /// multiplier (`48bn`); and the power of ten by which that multiplies the column's unit.
    fn split<'t>(&self, text: &'t str) -> (&'t str, i32) {
        let unit = self.accepted.map_or("", |accepted| accepted.unit);
        if let Some(bare) = text.strip_suffix('%').filter(|_| unit.starts_with('%')) {
            return (bare.trim_end(), 0);
        }
        let bare = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let letters = text[bare.len()..].to_ascii_lowercase();
        match multiplier(&letters) {
            Some((places, "")) => (bare.trim_end(), places - own_places(unit)),
            _ => (text, 0),
        }
    }

    /// The text of a number without what may stand behind it.
    pub fn bare<'t>(&self, text: &'t str) -> &'t str {
        self.split(text).0
    }

    /// What the text says in a file with these decimals.
    fn read(&self, text: &str, decimals: Decimals) -> Numeral {
        let (bare, places) = self.split(text);
        let times = |number: f64| match places {
            0 => number,
            // Rounded once.
            places => decimal::read(&format!("{}e{places}", exact(number))).unwrap_or(f64::NAN),
        };
        match decimals.read(bare) {
            Numeral::Number(number) => Numeral::Number(times(number)),
            Numeral::Either(point, comma) => Numeral::Either(times(point), times(comma)),
            other => other,
        }
    }

    /// The number that the text says in a file with these decimals, if the column accepts it; the
    /// message names key, value, range and unit.
    pub fn number(
        &self,
        text: &str,
        accepted: Accepted,
        decimals: Decimals,
    ) -> Result<f64, String> {
        let key = self.key;
        let refusal = |value| Refusal {
            key,
            value,
            accepted,
        };
        match self.read(text, decimals) {
            Numeral::Number(number) => match accepted.check(key, number) {
                Ok(()) => Ok(number),
                Err(error) => Err(error.to_string()),
            },
            Numeral::None => Err(InputError::NotANumber(refusal(Given::from(text))).to_string()),
            Numeral::StrayComma => Err(format!(
                "{key} = \"{text}\" has a comma out of place (in a file with commas between its \
                 columns decimals take a point): give {accepted}"
            )),
            Numeral::Either(point, comma) => Err(format!(
                "{key} = \"{text}\" may be {} or {}, and no other number of the file tells \
                 which: give {accepted}, without a separator of thousands",
                exact(point),
                exact(comma)
            )),
        }
    }

    /// The text as our own files write it: as typed, unless that is a number that would mean
    /// another one there, or that may be two.
    pub fn own_text(&self, text: &str, decimals: Decimals) -> String {
        match self.read(text, decimals) {
            _ if self.accepted.is_none() => text.to_owned(),
            number @ Numeral::Number(value) if self.read(text, Decimals::Point) != number => {
                exact(value)
            }
            Numeral::Either(point, comma) => format!("{} or {}", exact(point), exact(comma)),
            _ => text.to_owned(),
        }
    }
}
