//! Why an input was refused.

use std::fmt;

use super::{Key, Parameter};
use crate::format::Digits;

/// Characters of a text that a message quotes.
const LONGEST_QUOTE: usize = 80;

/// What was given as the value of an input.
#[derive(Clone, Debug, PartialEq)]
pub enum Given {
    /// A number, finite or not.
    Number(f64),
    /// Nothing, said out loud.
    Null,
    /// A text.
    Text(String),
    /// Anything else, as the message names it: `true`, `an object`.
    Other(Box<str>),
}

impl From<f64> for Given {
    fn from(value: f64) -> Self {
        Self::Number(value)
    }
}

impl From<Option<f64>> for Given {
    fn from(value: Option<f64>) -> Self {
        value.map_or(Self::Null, Self::Number)
    }
}

impl From<&str> for Given {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl fmt::Display for Given {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(value) => Digits(*value).fmt(f),
            Self::Null => f.write_str("null"),
            Self::Text(text) => {
                let cut: String = text.chars().take(LONGEST_QUOTE).collect();
                let rest = if cut.len() < text.len() { "…" } else { "" };
                write!(f, "\"{cut}{rest}\"")
            }
            Self::Other(what) => f.write_str(what),
        }
    }
}

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
    /// The value is no number.
    NotANumber(Refusal),
    /// The ramp is longer than the lease.
    LongerThanLease {
        /// The ramp, with the longest that the lease allows.
        ramp: Refusal,
        /// The lease, years.
        tenor: f64,
    },
    /// No input has this key.
    UnknownKey {
        /// The key as given.
        key: String,
        /// The value as given.
        value: Given,
        /// The input whose key is nearest.
        nearest: Key,
    },
    /// Difficulty and network hashrate were both given: they are one quantity.
    BothDifficultyAndHashrate {
        /// The difficulty as given.
        difficulty: f64,
        /// The network hashrate as given, in EH/s.
        network_hashrate: f64,
    },
    /// The key was given twice.
    Repeated(Refusal),
}

/// The input that was refused, what was given and what is accepted.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    /// The input's key.
    pub key: &'static str,
    /// The value as given.
    pub value: Given,
    /// What is accepted.
    pub accepted: Accepted,
}

/// The numbers that an input accepts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Accepted {
    /// Smallest accepted value.
    pub min: f64,
    /// Largest accepted value.
    pub max: f64,
    /// Whether only integers are accepted.
    pub whole: bool,
    /// The unit of value and range.
    pub unit: &'static str,
}

impl Accepted {
    /// What the row accepts.
    pub(crate) const fn by(row: &Parameter) -> Self {
        Self {
            min: row.min,
            max: row.max,
            whole: row.whole,
            unit: row.unit,
        }
    }

    /// Accepts a number that is finite, in range and, where needed, whole; `key` is what it was
    /// given for.
    ///
    /// # Errors
    /// Otherwise says which of the three it is not.
    pub(crate) fn check(self, key: &'static str, number: f64) -> Result<(), InputError> {
        let kind = if !number.is_finite() {
            InputError::NotFinite
        } else if !(self.min..=self.max).contains(&number) {
            InputError::OutOfRange
        } else if self.whole && number.fract() != 0.0 {
            InputError::Fractional
        } else {
            return Ok(());
        };
        Err(kind(Refusal {
            key,
            value: Given::Number(number),
            accepted: self,
        }))
    }
}

impl fmt::Display for Accepted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            min,
            max,
            whole,
            unit,
        } = self;
        let number = if *whole { "a whole number" } else { "a number" };
        let [min, max] = [min, max].map(|end| Digits(*end));
        write!(f, "{number} from {min} to {max} {unit}")
    }
}

impl Refusal {
    /// A refusal of `value` for the input that `row` describes.
    pub(super) fn new(row: &Parameter, value: impl Into<Given>) -> Self {
        Self {
            key: row.key,
            value: value.into(),
            accepted: Accepted::by(row),
        }
    }
}

impl fmt::Display for InputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut refuse = |refusal: &Refusal, what: &str| {
            let Refusal {
                key,
                value,
                accepted,
            } = refusal;
            write!(f, "{key} = {value} {what}: give {accepted}")
        };
        match self {
            Self::OutOfRange(refusal) => refuse(refusal, "is out of range"),
            Self::NotFinite(refusal) => refuse(refusal, "is not a finite number"),
            Self::Fractional(refusal) => refuse(refusal, "is not a whole number"),
            Self::Missing(refusal) => refuse(refusal, "is missing"),
            Self::NotANumber(refusal) => refuse(refusal, "is not a number"),
            Self::Repeated(refusal) => refuse(refusal, "is given a second time"),
            Self::LongerThanLease { ramp, tenor } => refuse(
                ramp,
                &format!(
                    "is longer than the lease (tenor = {} years)",
                    Digits(*tenor)
                ),
            ),
            Self::UnknownKey {
                key,
                value,
                nearest,
            } => {
                let row = nearest.parameter();
                let accepted = Accepted::by(row);
                write!(
                    f,
                    "{key} = {value} is not an input: the nearest key is {}, {accepted}",
                    row.key
                )
            }
            Self::BothDifficultyAndHashrate {
                difficulty,
                network_hashrate,
            } => {
                let [difficulty, network_hashrate] =
                    [difficulty, network_hashrate].map(|number| Digits(*number));
                let [as_difficulty, as_hashrate] = [Key::Difficulty, Key::NetworkHashrate]
                    .map(|key| Accepted::by(key.parameter()));
                write!(
                    f,
                    "difficulty = {difficulty} and network_hashrate = {network_hashrate} are one \
                     quantity: give one of them, difficulty as {as_difficulty} or \
                     network_hashrate as {as_hashrate}"
                )
            }
        }
    }
}

impl std::error::Error for InputError {}
