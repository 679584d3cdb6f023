//! The records of a text one by one, each cell with its place.
//!
//! RFC 4180, and what programs write beyond it: any separator, any line end, spaces behind a closing
//! quotation mark, quotation marks within a cell that does not begin with one. A record whose quotes
//! make no sense ends with its line, so that a quote that is never closed costs one line instead of
//! the rest of the file. To see that it makes none its cells may have to be followed to the end of the
//! text; where they opened quotes is remembered, so that no second record follows the same ones and
//! the whole takes time in proportion to the text.

use std::collections::BTreeSet;

use super::defuse::restored;

/// A cell as typed, without its quotes and without the apostrophes that defused it.
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
    /// Its first line as it stands, if its quotes make no sense; its cells are then those of that
    /// line, split at every separator, quotes left as they are.
    pub torn: Option<String>,
}

impl Record {
    /// The text of a cell without the spaces around it; empty beyond the row's end.
    pub fn text(&self, index: usize) -> &str {
        self.cells.get(index).map_or("", |cell| cell.text.trim())
    }

    /// Spreadsheets write blank rows as separators only.
    fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.text.trim().is_empty())
    }
}

/// The records of a text, blank ones left out.
pub(super) struct Records<'a> {
    text: &'a str,
    separator: u8,
    /// Cells of a full row, once the header has told.
    columns: usize,
    /// Where the next record begins, or blank lines before it.
    at: usize,
    /// The line there, counted from 1.
    line: usize,
    /// Where quotes were opened that make no sense.
    senseless: BTreeSet<usize>,
    /// Bytes that were looked at for the ends of cells.
    #[cfg(test)]
    pub looked_at: usize,
}

impl<'a> Records<'a> {
    /// Those of a text from `start` on, which is on its first line.
    pub fn of(text: &'a str, start: usize, separator: u8) -> Self {
        Self {
            text,
            separator,
            columns: 0,
            at: start,
            line: 1,
            senseless: BTreeSet::new(),
            #[cfg(test)]
            looked_at: 0,
        }
    }

    /// From here on a full row has as many cells as this one.
    pub fn have_the_columns_of(&mut self, header: &Record) {
        self.columns = header.cells.len();
    }

    /// The cells of the record that begins here and where it ends, if its quotes make sense.
    fn whole(&mut self) -> Option<(Vec<Cell>, usize)> {
        let mut opened = Vec::new();
        let whole = self.cells(&mut opened);
        if whole.is_none() {
            self.senseless.extend(opened);
        }
        whole
    }

    fn cells(&mut self, opened: &mut Vec<usize>) -> Option<(Vec<Cell>, usize)> {
        let (mut at, mut line) = (self.at, self.line);
        let mut cells = Vec::new();
        let mut runs_on = false;
        loop {
            let (text, length) = self.cell(at, opened)?;
            let breaks = breaks(&self.text[at..at + length]);
            runs_on |= breaks > 0 && text.contains(char::from(self.separator));
            cells.push(Cell {
                text: restored(&text),
                line,
            });
            line += breaks;
            at += length;
            if self.text.as_bytes().get(at) != Some(&self.separator) {
                // A row that a quote has run together with others is shorter than the header;
                // programs write full ones.
                let makes_sense = !runs_on || cells.len() >= self.columns;
                return makes_sense.then_some((cells, at));
            }
            at += 1;
        }
    }

    /// The text of the cell that begins at `at`, and how many bytes it takes there; `None` if its
    /// quotes make no sense. Where it opens a quote is added to `opened`.
    fn cell(&mut self, at: usize, opened: &mut Vec<usize>) -> Option<(String, usize)> {
        let rest = &self.text[at..];
        let (text, length) = match rest.strip_prefix('"') {
            Some(_) if self.senseless.contains(&at) => return None,
            Some(quoted) => {
                opened.push(at);
                let (text, length) = self.quoted(quoted);
                (text, 1 + length)
            }
            None => {
                let end = rest.bytes().position(|byte| self.ends_cell(byte));
                let length = end.unwrap_or(rest.len());
                (Some(rest[..length].to_owned()), length)
            }
        };
        #[cfg(test)]
        {
            self.looked_at += length;
        }
        Some((text?, length))
    }

    /// What stands in quotes, behind the first of them, and how many bytes that takes with the last
    /// one and the spaces behind it. There is no text if they are not closed, or if a cell goes on
    /// where they are.
    fn quoted(&self, rest: &str) -> (Option<String>, usize) {
        let mut text = String::new();
        let mut at = 0;
        loop {
            let Some(plain) = rest[at..].find('"') else {
                return (None, rest.len());
            };
            text.push_str(&rest[at..at + plain]);
            at += plain + 1;
            if !rest[at..].starts_with('"') {
                break;
            }
            text.push('"');
            at += 1;
        }
        let behind = match self.separator {
            b' ' => &rest[at..],
            _ => rest[at..].trim_start_matches(' '),
        };
        let ends = behind
            .bytes()
            .next()
            .is_none_or(|byte| self.ends_cell(byte));
        (ends.then_some(text), rest.len() - behind.len())
    }

    fn ends_cell(&self, byte: u8) -> bool {
        byte == self.separator || matches!(byte, b'\r' | b'\n')
    }

    /// The first line of a record whose quotes make no sense, and where it ends.
    fn torn(&self) -> (Record, usize) {
        let rest = &self.text[self.at..];
        let line = &rest[..rest.find(['\r', '\n']).unwrap_or(rest.len())];
        let cell = |text: &str| Cell {
            text: restored(text),
            line: self.line,
        };
        let record = Record {
            line: self.line,
            cells: line.split(char::from(self.separator)).map(cell).collect(),
            torn: Some(line.to_owned()),
        };
        (record, self.at + line.len())
    }

    fn go_to(&mut self, at: usize) {
        self.line += breaks(&self.text[self.at..at]);
        self.at = at;
    }
}

impl Iterator for Records<'_> {
    type Item = Record;

    fn next(&mut self) -> Option<Record> {
        loop {
            let rest = self.text[self.at..].trim_start_matches(['\r', '\n']);
            self.go_to(self.text.len() - rest.len());
            if rest.is_empty() {
                return None;
            }
            let line = self.line;
            let (record, end) = match self.whole() {
                Some((cells, end)) => {
                    let torn = None;
                    (Record { line, cells, torn }, end)
                }
                None => self.torn(),
            };
            self.go_to(end);
            if !record.is_blank() {
                return Some(record);
            }
        }
    }
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
