//! Why a history was refused.

use std::fmt;

use super::date::Date;
use super::observation::{Column, Observation};
use crate::model::parameters::{Given, InputError};

/// A row of a history that was refused. The message names the row, its date where it has one, and
/// key, value, range and unit.
#[derive(Clone, Debug, PartialEq)]
pub struct RowError {
    /// The number of the row, as the caller counts.
    pub row: usize,
    /// Its date, where it could be read.
    pub date: Option<Date>,
    /// What is wrong with it.
    pub problem: RowProblem,
}

/// What is wrong with a row.
#[derive(Clone, Debug, PartialEq)]
pub enum RowProblem {
    /// The date is missing, or neither a day nor a month.
    Date(Given),
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
    /// Another row has the same date.
    SameDate,
    /// The row is dated by the day and another by the month, or the other way about: this is the
    /// other's date.
    MixedDates(Date),
}

impl fmt::Display for RowError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "row {}", self.row)?;
        if let Some(date) = self.date {
            write!(f, " ({date})")?;
        }
        write!(f, ": {}", self.problem)
    }
}

impl fmt::Display for RowProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(value) => write!(
                f,
                "date = {value} is not a date: give a day as YYYY-MM-DD or a month as YYYY-MM, \
                 from 2009 to 9999"
            ),
            Self::Number(refusal) => write!(f, "{refusal}"),
            Self::UnknownKey { key, value } => {
                write!(
                    f,
                    "{key} = {value} is not a column: give {}",
                    Observation::DATE
                )?;
                Column::ALL
                    .into_iter()
                    .try_for_each(|column| write!(f, ", {}", column.key()))
            }
            Self::Repeated { key, value } => write!(f, "{key} = {value} is given a second time"),
            Self::SameDate => f.write_str("another row has the same date: give one row a date"),
            Self::MixedDates(other) => write!(
                f,
                "days and months are mixed, another row is dated {other}: give all dates as \
                 YYYY-MM-DD or all as YYYY-MM"
            ),
        }
    }
}

impl std::error::Error for RowError {}
