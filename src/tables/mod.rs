//! Tables as files: CSV from spreadsheets to rows and back, losing nothing on the way.
//!
//! Files come as Excel and LibreOffice save them in any country: with commas, semicolons or tabs,
//! with decimal points or commas, in UTF-8, UTF-16 or Windows-1252. What cannot be read is never
//! dropped and never guessed: a row with a problem is kept as typed, and each of its problems names
//! line, column, value, what is accepted and in which unit.
//!
//! Splitting into cells is left to the crate `csv`, which knows quotes, doubled quotes, breaks
//! within quotes and every kind of line end, and which always finds some reading. What it does not
//! tell is where a cell stands in the file and whether the quotes made sense; `read.rs` finds both by
//! following the cells through the text, so that messages name the right line and a quote that is
//! never closed costs one line instead of the rest of the file.
//!
//! A [`Sheet`] is what a chart shows, as rows. On the way out no text is left that a spreadsheet would run as a formula (`defuse.rs`).

mod columns;
mod decode;
mod defuse;
mod history;
mod known;
mod miners;
mod numerals;
mod problem;
mod read;
mod sheet;
mod write;

pub use decode::decode;
pub use history::{HistoryTable, read_history, write_history};
pub use miners::{MinersTable, read_miners, write_miners};
pub use problem::{Filled, Problem, TableError, UnknownColumn, UnreadRow};
pub use sheet::{Cell, Sheet};

#[cfg(test)]
mod tests;
