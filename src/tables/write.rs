//! Rows to the text of a file.

use csv::{QuoteStyle, Terminator, WriterBuilder};

use super::defuse::defused;
use super::known::Known;
use super::problem::{UnknownColumn, UnreadRow};

/// The mark by which Excel knows UTF-8.
pub(super) const BYTE_ORDER_MARK: char = '\u{feff}';

/// The text of a file: a header of keys and of the unknown columns' names, these rows with their
/// cells in the unknown columns, then the rows that could not be read.
///
/// It is UTF-8 with a byte-order mark, because Excel takes a file without one for Windows-1252, with
/// commas and CR LF; every text is in quotes and defused, numbers are as they are.
pub(super) fn write(
    known: &[Known],
    unknown: &[UnknownColumn],
    rows: impl Iterator<Item = Vec<String>>,
    unread: &[UnreadRow],
) -> String {
    let keys = known.iter().map(|column| column.key);
    let names = unknown.iter().map(|column| column.name.as_str());
    let mut writer = Writer::new();
    writer.write(keys.chain(names));
    for (index, row) in rows.enumerate() {
        let extra = unknown.iter().map(|column| column.cells.get(index));
        let extra = extra.map(|cell| cell.map_or("", String::as_str));
        writer.write(row.iter().map(String::as_str).chain(extra));
    }
    for row in unread {
        let cells = row.cells.iter().chain(&row.extra).chain(&row.surplus);
        writer.write(cells.map(String::as_str));
    }
    writer.finish()
}

/// Rows on their way to text.
struct Writer(csv::Writer<Vec<u8>>);

impl Writer {
    fn new() -> Self {
        Self(
            WriterBuilder::new()
                .flexible(true)
                .quote_style(QuoteStyle::NonNumeric)
                .terminator(Terminator::CRLF)
                .from_writer(Vec::new()),
        )
    }

    /// Adds a row.
    fn write<'a>(&mut self, cells: impl Iterator<Item = &'a str>) {
        let written = self.0.write_record(cells.map(defused));
        written.expect("rows of any length go to memory, which takes them all");
    }

    /// The text of all rows, with its mark.
    fn finish(self) -> String {
        let bytes = self.0.into_inner().expect("memory takes every byte");
        let text = String::from_utf8(bytes).expect("texts and ASCII signs make a text");
        format!("{BYTE_ORDER_MARK}{text}")
    }
}
