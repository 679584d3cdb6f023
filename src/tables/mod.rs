//! Tables as files: CSV from spreadsheets to rows and back, losing nothing on the way.
//!
//! Files come as Excel and LibreOffice save them in any country: with commas, semicolons or tabs,
//! with decimal points or commas, in UTF-8, UTF-16 or Windows-1252. What cannot be read is never
//! dropped and never guessed: a row with a problem is kept as typed, and each of its problems names
//! line, column, value, what is accepted and in which unit.
//!
//! Splitting into cells (`records.rs`) follows RFC 4180 and what programs write beyond it, in time
//! proportional to the text; a quote that is never closed costs one line instead of the rest of the
//! file.
//!
//! On the way out no text is left that a spreadsheet would run as a formula (`defuse.rs`). A [`Sheet`]
//! is what a chart shows, as rows.

mod columns;
mod decode;
mod defuse;
mod history;
mod known;
mod miners;
mod numerals;
mod problem;
mod read;
mod records;
mod sheet;
mod write;

pub use decode::decode;
pub use history::{HistoryTable, read_history, write_history};
pub use miners::{MinersTable, read_miners, write_miners};
pub use problem::{Filled, Problem, TableError, UnknownColumn, UnreadRow};
pub use read::check_size;
pub use sheet::{Cell, Sheet};

#[cfg(test)]
mod tests;
