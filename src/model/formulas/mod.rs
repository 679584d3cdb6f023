//! How each result is computed, as a formula that can be read, drawn and evaluated.
//!
//! A formula is a text over the names of inputs, results ([`table`]) and a few parts ([`parts`]); [`Expression`]
//! is what it says. The models do not compute with these: a test evaluates each one for random
//! inputs and compares it with the model, so that a formula on the screen cannot say anything else
//! than what was computed.

mod expression;
mod parser;
mod parts;
mod table;
mod value;

pub use expression::{Expression, Function, Operator};
pub use parser::Mistake;
pub use parts::Part;
pub use table::Formula;
pub use value::Scope;

use super::outputs::Output;
use super::parameters::Key;

/// What a name in a formula stands for.
#[derive(Clone, Copy, Debug)]
pub enum Quantity {
    /// An input.
    Input(Key),
    /// A result.
    Output(&'static Output),
    /// An intermediate quantity.
    Part(&'static Part),
}

impl Quantity {
    /// What has this name: an input, a result or a part.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        if let Some(key) = Key::from_name(name) {
            return Some(Self::Input(key));
        }
        Output::from_key(name)
            .map(Self::Output)
            .or_else(|| Part::named(name).map(Self::Part))
    }

    /// Its name in formulas.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Input(key) => key.name(),
            Self::Output(output) => output.key,
            Self::Part(part) => part.key,
        }
    }

    /// Whether it is a list, of months or blocks, and no single number.
    #[must_use]
    pub const fn is_listed(self) -> bool {
        matches!(self, Self::Part(part) if part.is_listed)
    }

    /// Its name on screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Input(key) => key.parameter().label,
            Self::Output(output) => output.label,
            Self::Part(part) => part.label,
        }
    }

    /// Its unit, as types and documents write it.
    #[must_use]
    pub fn unit(self) -> &'static str {
        match self {
            Self::Input(key) => key.parameter().unit,
            Self::Output(output) => output.unit.text(),
            Self::Part(part) => part.unit,
        }
    }

    /// How it is computed; `None` for an input.
    #[must_use]
    pub fn formula(self) -> Option<&'static Formula> {
        match self {
            Self::Input(_) => None,
            Self::Output(output) => Formula::of(output.key),
            Self::Part(part) => Some(&part.formula),
        }
    }
}

#[cfg(test)]
mod tests;
