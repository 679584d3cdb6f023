//! Why a miner was refused.

use std::fmt;
use std::ops::RangeInclusive;

use super::column::Column;
use super::miner::Miner;
use crate::model::parameters::{Given, InputError};

/// Characters that a name may have.
pub const NAME_LENGTHS: RangeInclusive<usize> = 1..=100;

/// A miner that was refused. The message names the row, its name where it has one, and key, value,
/// range and unit.
#[derive(Clone, Debug, PartialEq)]
pub struct MinerError {
    /// The number of the row, as the caller counts.
    pub row: usize,
    /// The miner's name, where it could be read.
    pub name: Option<String>,
    /// What is wrong with it.
    pub problem: MinerProblem,
}

/// What is wrong with a miner.
#[derive(Clone, Debug, PartialEq)]
pub enum MinerProblem {
    /// The name is missing, empty, too long or no text.
    Name(Given),
    /// A number is refused.
    Number(InputError),
    /// No column has this key.
    UnknownKey {
        /// The key as given.
        key: String,
        /// The value as given.
        value: Given,
    },
    /// The key was given twice.
    Repeated {
        /// The key.
        key: String,
        /// The second value.
        value: Given,
    },
}

impl fmt::Display for MinerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "row {}", self.row)?;
        if let Some(name) = &self.name {
            write!(f, " ({name})")?;
        }
        write!(f, ": {}", self.problem)
    }
}

impl fmt::Display for MinerProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Name(value) => {
                write!(f, "{} = {value} is no name: ", Miner::NAME)?;
                let (least, most) = (NAME_LENGTHS.start(), NAME_LENGTHS.end());
                write!(f, "give a text of {least} to {most} characters")
            }
            Self::Number(refusal) => write!(f, "{refusal}"),
            Self::UnknownKey { key, value } => {
                write!(f, "{key} = {value} is not a column: give {}", Miner::NAME)?;
                Column::ALL
                    .into_iter()
                    .try_for_each(|column| write!(f, ", {}", column.key()))
            }
            Self::Repeated { key, value } => {
                write!(f, "{key} = {value} is given a second time")?;
                Column::from_key(key).map_or(Ok(()), |column| {
                    write!(f, ": give {} once", column.accepted())
                })
            }
        }
    }
}

impl std::error::Error for MinerError {}

impl From<InputError> for MinerProblem {
    fn from(refusal: InputError) -> Self {
        Self::Number(refusal)
    }
}
