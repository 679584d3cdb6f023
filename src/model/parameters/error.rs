//! Why an input was refused.

use std::fmt;

use super::Parameter;

/// An input that was refused. The message names key, value, range and unit.
#[derive(Clone, Debug, PartialEq)]
pub enum InputError {
    /// The number lies outside the accepted range.
    OutOfRange(Refusal),
    /// The number is NaN or infinite.
    NotFinite(Refusal),
    /// The number has a fractional part where only integers are accepted.
    Fractional(Refusal),
    /// `null` was given for an input that must be present.
    Missing(Refusal),
    /// No input has this key.
    UnknownKey {
        /// The key as given.
        key: String,
        /// The value as given.
        value: Option<f64>,
    },
    /// Difficulty and network hashrate were both given: they are one quantity.
    BothDifficultyAndHashrate {
        /// The difficulty as given.
        difficulty: f64,
        /// The network hashrate as given, in EH/s.
        network_hashrate: f64,
    },
    /// The key was given twice.
    Repeated {
        /// The key as given.
        key: &'static str,
        /// The second value.
        value: Option<f64>,
    },
}

/// The input that was refused, what was given and what is accepted.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    /// The input's key.
    pub key: &'static str,
    /// The value as given; `None` for `null`.
    pub value: Option<f64>,
    /// Smallest accepted value.
    pub min: f64,
    /// Largest accepted value.
    pub max: f64,
    /// The unit of value and range.
    pub unit: &'static str,
}

impl Refusal {
    /// A refusal of `value` for the input that `row` describes.
    pub(super) fn new(row: &Parameter, value: Option<f64>) -> Self {
        Self {
            key: row.key,
            value,
            min: row.min,
            max: row.max,
            unit: row.unit,
        }
    }

    fn describe(&self, f: &mut fmt::Formatter<'_>, what: &str) -> fmt::Result {
        let Self {
            key,
            value,
            min,
            max,
            unit,
        } = self;
        let value = Given(*value);
        write!(
            f,
            "{key} = {value} {what}: give a number from {min} to {max} {unit}"
        )
    }
}

/// A value as it was given; an absent one reads `null`.
struct Given(Option<f64>);

impl fmt::Display for Given {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(value) => write!(f, "{value}"),
            None => f.write_str("null"),
        }
    }
}

impl fmt::Display for InputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OutOfRange(refusal) => refusal.describe(f, "is out of range"),
            Self::NotFinite(refusal) => refusal.describe(f, "is not a finite number"),
            Self::Fractional(refusal) => refusal.describe(f, "is not a whole number"),
            Self::Missing(refusal) => refusal.describe(f, "is missing"),
            Self::UnknownKey { key, value } => {
                write!(
                    f,
                    "{key} = {} is not an input: no input has this key",
                    Given(*value)
                )
            }
            Self::BothDifficultyAndHashrate {
                difficulty,
                network_hashrate,
            } => write!(
                f,
                "difficulty = {difficulty} and network_hashrate = {network_hashrate} EH/s are one \
                 quantity: give one of them"
            ),
            Self::Repeated { key, value } => {
                write!(
                    f,
                    "{key} = {} is given a second time: give it once",
                    Given(*value)
                )
            }
        }
    }
}

impl std::error::Error for InputError {}
