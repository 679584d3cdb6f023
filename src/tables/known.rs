//! A column that a table may have: how headers call it, and the numbers that it accepts.

use super::numerals::{Decimals, Numeral};
use crate::decimal::exact;
use crate::model::parameters::{Accepted, Given, InputError, Refusal};

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

    /// The text of a number without the percent sign that a column of percentages allows.
    pub fn bare<'t>(&self, text: &'t str) -> &'t str {
        let is_percentage = self
            .accepted
            .is_some_and(|accepted| accepted.unit.starts_with('%'));
        let bare = text.strip_suffix('%').filter(|_| is_percentage);
        bare.map_or(text, str::trim_end)
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
        match decimals.read(self.bare(text)) {
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
        let typed = self.bare(text);
        match decimals.read(typed) {
            _ if self.accepted.is_none() => text.to_owned(),
            Numeral::Number(number) if Decimals::Point.read(typed) != Numeral::Number(number) => {
                exact(number)
            }
            Numeral::Either(point, comma) => format!("{} or {}", exact(point), exact(comma)),
            _ => text.to_owned(),
        }
    }
}
