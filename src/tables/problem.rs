//! What reading a file reports.

use std::fmt;

use serde::Serialize;

use crate::model::order::order;

/// One thing that is wrong with a row of a file.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Problem {
    /// The line of the file on which the cell begins, counted from 1.
    pub line: usize,
    /// The number of the cell's column, counted from 1; `None` if it is the whole row.
    pub column: Option<usize>,
    /// What the header calls the column; empty where it has no name.
    pub name: String,
    /// The value as typed.
    pub value: String,
    /// What is wrong, with key, value, range and unit.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}", self.line)?;
        if let Some(column) = self.column {
            write!(f, ", column {column}")?;
            if !self.name.is_empty() {
                write!(f, " ({})", self.name)?;
            }
        }
        write!(f, ": {}", self.message)
    }
}

/// A cell that was empty and took the page's number.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Filled {
    /// The line of the file, counted from 1.
    pub line: usize,
    /// The key of the number.
    pub key: &'static str,
    /// The page's number, in the unit of the key.
    pub value: f64,
}

/// A column that no model asks for, kept aside.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct UnknownColumn {
    /// Its number in the file, counted from 1.
    pub column: usize,
    /// What the header calls it.
    pub name: String,
    /// Its texts, one for each row that was read, in their order.
    pub cells: Vec<String>,
}

/// A row with a problem, kept so that it can be repaired and written back.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct UnreadRow {
    /// The line of the file on which it begins, counted from 1.
    pub line: usize,
    /// Its texts in the columns of the table, in the table's order, empty where there is none. They
    /// are as typed, but numbers that would mean another one in a file with decimal points are
    /// written with one, and one that may be two names both.
    pub cells: Vec<String>,
    /// Its texts in the unknown columns, in their order.
    pub extra: Vec<String>,
    /// Texts beyond the columns that the header names; of a row whose quotes make no sense its line
    /// as it stands, so that it is refused again when it is read from a file of ours.
    pub surplus: Vec<String>,
    /// Everything that is wrong with it, by column; never empty.
    pub problems: Vec<Problem>,
}

/// The problems in the order of their columns, those of the whole row first.
pub(super) fn by_column(problems: &[Problem]) -> Vec<Problem> {
    let places = order(problems.len(), &|a, b| {
        problems[a].column < problems[b].column
    });
    let problem = |place: usize| problems[place].clone();
    places.into_iter().map(problem).collect()
}

/// Why a file is no table of the kind that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TableError {
    /// There is nothing in it.
    Empty,
    /// There is more in it than is read.
    TooLarge {
        /// What there is too much of: bytes, rows or columns.
        what: &'static str,
        /// How much of it the file has.
        size: usize,
        /// How much may be read.
        most: usize,
    },
    /// Its header lacks a column that must be there.
    NoColumn {
        /// The line of the header, counted from 1.
        line: usize,
        /// The key of the column.
        key: &'static str,
        /// What the header says.
        header: Vec<String>,
        /// All keys that a header may have.
        keys: Vec<&'static str>,
    },
    /// Two columns are the same.
    SameColumn {
        /// The line of the header, counted from 1.
        line: usize,
        /// The key of both.
        key: &'static str,
        /// Number (counted from 1) and name of the first.
        first: (usize, String),
        /// Number and name of the second.
        second: (usize, String),
    },
}

impl fmt::Display for TableError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("the file is empty: give a header and rows below it"),
            Self::TooLarge { what, size, most } => {
                write!(f, "the file has {size} {what}: give at most {most}")
            }
            Self::NoColumn {
                line,
                key,
                header,
                keys,
            } => write!(
                f,
                "line {line}: the header has no column \"{key}\", it has \"{}\": give a header with \
                 {key} and any of {}",
                header.join("\", \""),
                keys.join(", ")
            ),
            Self::SameColumn {
                line,
                key,
                first: (first, called),
                second: (second, also),
            } => write!(
                f,
                "line {line}: column {first} (\"{called}\") and column {second} (\"{also}\") are \
                 both {key}: give it once"
            ),
        }
    }
}

impl std::error::Error for TableError {}
