//! The text of a file to cells, each with its place.

use csv::{ReaderBuilder, StringRecord};

use super::defuse::restored;

/// A cell as typed, without its quotes and without the apostrophe that marks a text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Cell {
    pub text: String,
    /// The line on which it begins, counted from 1.
    pub line: usize,
}

/// A row of cells.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Record {
    /// The line on which it begins, counted from 1.
    pub line: usize,
    pub cells: Vec<Cell>,
    /// Whether its quotes make no sense; then its cells are those of its first line, split at every
    /// separator, quotes left as they are.
    pub is_torn: bool,
}

impl Record {
    /// The text of a cell without the spaces around it; empty beyond the row's end.
    pub fn text(&self, index: usize) -> &str {
        self.cells.get(index).map_or("", |cell| cell.text.trim())
    }
}

/// The rows of a file, blank ones left out.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Sheet {
    pub separator: u8,
    pub header: Record,
    pub rows: Vec<Record>,
}

/// Separators that are looked for, the likeliest first.
const SEPARATORS: [u8; 3] = *b",;\t";

/// The rows of a file; `None` if there is none that is not blank. The separator is what a first
/// line `sep=;` says; otherwise the one that finds the most names in the header that `is_known`
/// knows, then the one that finds the most cells.
pub(super) fn read(text: &str, is_known: impl Fn(&str) -> bool) -> Option<Sheet> {
    let text = text.trim_start_matches('\u{feff}');
    let (said, start) = said_separator(text);
    let separator = said.unwrap_or_else(|| {
        let finds = |separator: &u8| {
            let header = Records::of(text, start, *separator).next();
            let cells = header.map_or(Vec::new(), |record| record.cells);
            let known = cells.iter().filter(|cell| is_known(cell.text.trim()));
            (known.count(), cells.len())
        };
        // Of equals `max_by_key` takes the last.
        let likeliest = SEPARATORS.into_iter().rev().max_by_key(finds);
        likeliest.expect("there are separators")
    });
    let mut records = Records::of(text, start, separator);
    Some(Sheet {
        separator,
        header: records.next()?,
        rows: records.collect(),
    })
}

/// The separator that Excel's first line `sep=;` says, and where the table begins.
fn said_separator(text: &str) -> (Option<u8>, usize) {
    let end = text.find(['\r', '\n']).unwrap_or(text.len());
    let line = text[..end].trim_matches('"').as_bytes();
    match line {
        [s, e, p, b'=', separator]
            if [*s, *e, *p].eq_ignore_ascii_case(b"sep")
                && separator.is_ascii()
                && !separator.is_ascii_alphanumeric()
                && *separator != b'"' =>
        {
            (Some(*separator), end)
        }
        _ => (None, 0),
    }
}

/// The records of a text one by one.
struct Records<'a> {
    text: &'a str,
    separator: u8,
    reader: csv::Reader<&'a [u8]>,
    /// Where the reader began.
    base: usize,
    /// How far lines have been counted, and the line there.
    counted: (usize, usize),
}

impl<'a> Records<'a> {
    fn of(text: &'a str, start: usize, separator: u8) -> Self {
        Self {
            text,
            separator,
            reader: reader(&text[start..], separator, true),
            base: start,
            counted: (0, 1),
        }
    }

    /// The line of a place that lies behind all places that were asked for before.
    fn line(&mut self, at: usize) -> usize {
        let (from, line) = self.counted;
        self.counted = (at, line + breaks(&self.text[from..at]));
        self.counted.1
    }

    /// The cells of a record, and where it begins.
    fn parsed(&mut self) -> Option<(usize, StringRecord)> {
        let mut record = StringRecord::new();
        let found = self.reader.read_record(&mut record);
        if !found.expect("a text in memory is read without failure, and is UTF-8") {
            return None;
        }
        let place = record
            .position()
            .expect("a record that was read has a place");
        let start = self.base + place.byte() as usize;
        // The place is where reading went on: at the rest of the last line end and blank lines.
        let skipped =
            self.text[start..].len() - self.text[start..].trim_start_matches(['\r', '\n']).len();
        Some((start + skipped, record))
    }

    /// The record's cells with their lines, if its quotes make sense.
    fn placed(&mut self, start: usize, parsed: &StringRecord) -> Option<Vec<Cell>> {
        let mut places = Vec::with_capacity(parsed.len());
        let mut at = start;
        for cell in parsed {
            places.push(at);
            let rest = &self.text[at..];
            let length = length_in_text(rest, cell)?;
            at += length;
            match self.text.as_bytes().get(at) {
                Some(byte) if *byte == self.separator => at += 1,
                Some(b'\r' | b'\n') | None => {}
                Some(_) => return None,
            }
        }
        let cells = parsed.iter().zip(places).map(|(cell, at)| Cell {
            text: restored(cell).to_owned(),
            line: self.line(at),
        });
        Some(cells.collect())
    }

    /// The first line of a record whose quotes make no sense; reading goes on behind it.
    fn torn(&mut self, start: usize) -> Vec<Cell> {
        let rest = &self.text[start..];
        let end = start + rest.find(['\r', '\n']).unwrap_or(rest.len());
        self.base = end;
        self.reader = reader(&self.text[end..], self.separator, true);
        let mut record = StringRecord::new();
        let found = reader(&self.text[start..end], self.separator, false).read_record(&mut record);
        found.expect("a text in memory is read without failure, and is UTF-8");
        let line = self.line(start);
        let cell = |cell: &str| Cell {
            text: restored(cell).to_owned(),
            line,
        };
        record.iter().map(cell).collect()
    }
}

impl Iterator for Records<'_> {
    type Item = Record;

    fn next(&mut self) -> Option<Record> {
        loop {
            let (start, parsed) = self.parsed()?;
            let line = self.line(start);
            let (cells, is_torn) = match self.placed(start, &parsed) {
                Some(cells) => (cells, false),
                None => (self.torn(start), true),
            };
            // Spreadsheets write blank rows as separators only.
            if cells.iter().any(|cell| !cell.text.trim().is_empty()) {
                return Some(Record {
                    line,
                    cells,
                    is_torn,
                });
            }
        }
    }
}

fn reader(text: &str, separator: u8, has_quotes: bool) -> csv::Reader<&[u8]> {
    ReaderBuilder::new()
        .delimiter(separator)
        .quoting(has_quotes)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes())
}

/// How many bytes the cell takes at the start of the text, quotes and the spaces behind them
/// included; `None` if it does not stand there so.
fn length_in_text(text: &str, cell: &str) -> Option<usize> {
    let Some(quoted) = text.strip_prefix('"') else {
        return text.starts_with(cell).then_some(cell.len());
    };
    let mut at = 0;
    let mut rest = cell;
    loop {
        let plain = quoted[at..].find('"')?;
        rest = rest.strip_prefix(&quoted[at..at + plain])?;
        at += plain + 1;
        if !quoted[at..].starts_with('"') {
            break;
        }
        rest = rest.strip_prefix('"')?;
        at += 1;
    }
    // The opening quote, the text with the closing quote, and spaces that follow it.
    let is_blank = rest.bytes().all(|byte| byte == b' ') && quoted[at..].starts_with(rest);
    is_blank.then_some(1 + at + rest.len())
}

/// How many lines end in the text. A carriage return and a line feed are one end; the text never
/// begins between the two.
fn breaks(text: &str) -> usize {
    let bytes = text.as_bytes();
    let ends = bytes.iter().enumerate().filter(|&(at, byte)| match byte {
        b'\n' => true,
        b'\r' => bytes.get(at + 1) != Some(&b'\n'),
        _ => false,
    });
    ends.count()
}
