//! Rows to the text of a file.

use super::defuse::{defused, is_plain_number};
use super::known::Known;
use super::problem::{UnknownColumn, UnreadRow};

/// The mark by which Excel knows UTF-8.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// The text of a file: a header of keys and of the unknown columns' names, these rows with their
/// cells in the unknown columns, then the rows that could not be read.
pub(super) fn write(
    known: &[Known],
    unknown: &[UnknownColumn],
    rows: impl Iterator<Item = Vec<String>>,
    unread: &[UnreadRow],
) -> String {
    let keys = known.iter().map(|column| column.key);
    let names = unknown.iter().map(|column| column.name.as_str());
    let mut file = Written::new();
    file.row(keys.chain(names));
    for (index, row) in rows.enumerate() {
        let extra = unknown.iter().map(|column| column.cells.get(index));
        let extra = extra.map(|cell| cell.map_or("", String::as_str));
        file.row(row.iter().map(String::as_str).chain(extra));
    }
    for row in unread {
        let cells = row.cells.iter().chain(&row.extra).chain(&row.surplus);
        file.row(cells.map(String::as_str));
    }
    file.0
}

/// The text of a file that is being written.
///
/// It is UTF-8 with a byte-order mark, because Excel takes a file without one for Windows-1252, with
/// commas and CR LF; numbers are as they are, every other text is in quotes and defused.
pub(super) struct Written(pub String);

impl Written {
    pub fn new() -> Self {
        Self(BYTE_ORDER_MARK.into())
    }

    /// Adds a row.
    pub fn row<'a>(&mut self, cells: impl Iterator<Item = &'a str>) {
        for (index, cell) in cells.enumerate() {
            if index > 0 {
                self.0.push(',');
            }
            self.0.push_str(&written(cell));
        }
        self.0.push_str("\r\n");
    }
}

fn written(cell: &str) -> String {
    if cell.is_empty() || is_plain_number(cell) {
        cell.to_owned()
    } else {
        format!("\"{}\"", defused(cell).replace('"', "\"\""))
    }
}
