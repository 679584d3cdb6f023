//! The one table of inputs, and values that satisfy it.
//!
//! Sliders, number fields, range errors, links, schemas, generated documents and property tests
//! all read the rows of `table.rs`. [`Inputs`] holds one valid value for each row.

mod error;
mod inputs;
mod parameter;
mod table;

pub use error::{Accepted, Given, InputError, Refusal};
pub use inputs::Inputs;
pub use parameter::{Group, Parameter, SliderScale};
pub use table::Key;

impl Key {
    /// The row that describes this input.
    #[must_use]
    pub const fn parameter(self) -> &'static Parameter {
        const ROWS: &[Parameter] = &table::TABLE;
        &ROWS[self as usize]
    }

    /// The name in links, exports and the JavaScript API.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.parameter().key
    }

    /// The input with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|key| key.name() == name)
    }

    /// The input whose name takes the fewest edits to become `name`.
    fn nearest(name: &str) -> Self {
        let edits = |key: &Self| strsim::levenshtein(key.name(), name);
        Self::ALL
            .into_iter()
            .min_by_key(edits)
            .expect("the table has rows")
    }
}

impl Parameter {
    /// Accepts a number that is finite, in range and, where needed, whole.
    ///
    /// # Errors
    /// Otherwise says which of the three it is not.
    pub fn check(&self, value: f64) -> Result<(), InputError> {
        Accepted::by(self).check(self.key, value)
    }
}

#[cfg(test)]
mod tests;

#[cfg(test)]
pub(crate) mod arbitrary;
