//! The columns of a file: which are which, and what stands in them.

use super::known::Known;
use super::numerals::Decimals;
use super::problem::{Problem, TableError, UnknownColumn, UnreadRow};
use super::read::Sheet;
use super::records::Record;

/// Where the columns stand in a file, and how it writes numbers.
pub(super) struct Columns<'a> {
    known: &'a [Known],
    header: Vec<String>,
    /// For each known column its index in the file.
    places: Vec<Option<usize>>,
    /// The indices of named columns that are not known.
    unknown: Vec<usize>,
    decimals: Decimals,
    separator: u8,
}

impl<'a> Columns<'a> {
    /// Of a file whose rows need the first of the known columns.
    pub fn of(sheet: &Sheet, known: &'a [Known]) -> Result<Self, TableError> {
        let header: Vec<String> = (0..sheet.header.cells.len())
            .map(|index| sheet.header.text(index).to_owned())
            .collect();
        let places = places(&header, known, sheet.header.line)?;
        let unknown = (0..header.len())
            .filter(|index| !header[*index].is_empty() && !places.contains(&Some(*index)))
            .collect();
        let decimals = Decimals::of(sheet.separator, texts_of_numbers(sheet, known, &places));
        Ok(Self {
            known,
            header,
            places,
            unknown,
            decimals,
            separator: sheet.separator,
        })
    }

    /// The columns as our own files have them: all of them, in their order.
    pub fn own(known: &'a [Known]) -> Self {
        Self {
            known,
            header: known.iter().map(|column| column.key.to_owned()).collect(),
            places: (0..known.len()).map(Some).collect(),
            unknown: Vec::new(),
            decimals: Decimals::Point,
            separator: b',',
        }
    }

    /// The columns that are not known, without cells.
    pub fn unknown(&self) -> Vec<UnknownColumn> {
        let column = |&index: &usize| UnknownColumn {
            column: index + 1,
            name: self.header[index].clone(),
            cells: Vec::new(),
        };
        self.unknown.iter().map(column).collect()
    }

    /// The row with its problems.
    pub fn unread(&self, record: &Record, problems: Vec<Problem>) -> UnreadRow {
        let surplus = match &record.torn {
            Some(line) => vec![line.clone()],
            None => self.surplus(record),
        };
        UnreadRow {
            line: record.line,
            cells: (0..self.known.len())
                .map(|known| self.known[known].own_text(self.text(record, known), self.decimals))
                .collect(),
            extra: self.extra(record),
            surplus,
            problems,
        }
    }

    /// Keys of the known columns that the file does not have.
    pub fn missing(&self) -> Vec<&'static str> {
        let absent = self.known.iter().zip(&self.places);
        absent
            .filter_map(|(column, place)| place.is_none().then_some(column.key))
            .collect()
    }

    /// The text of a known column, without the spaces around it; empty where there is none.
    pub fn text<'r>(&self, record: &'r Record, known: usize) -> &'r str {
        self.places[known].map_or("", |index| record.text(index))
    }

    /// The texts of the unknown columns.
    pub fn extra(&self, record: &Record) -> Vec<String> {
        let text = |index: &usize| {
            let cell = record.cells.get(*index);
            cell.map_or(String::new(), |cell| cell.text.clone())
        };
        self.unknown.iter().map(text).collect()
    }

    /// The indices of cells that hold something and that the header does not name.
    fn unnamed(&self, record: &Record) -> impl Iterator<Item = usize> {
        (0..record.cells.len())
            .filter(|index| self.header.get(*index).is_none_or(String::is_empty))
            .filter(|index| !record.text(*index).is_empty())
    }

    /// The texts of those cells.
    fn surplus(&self, record: &Record) -> Vec<String> {
        let text = |index: usize| record.cells[index].text.clone();
        self.unnamed(record).map(text).collect()
    }

    /// The number of a known column; `None` where the cell is empty.
    pub fn number(&self, record: &Record, known: usize) -> Result<Option<f64>, String> {
        let text = self.text(record, known);
        let column = &self.known[known];
        let Some(accepted) = column.accepted.filter(|_| !text.is_empty()) else {
            return Ok(None);
        };
        column.number(text, accepted, self.decimals).map(Some)
    }

    /// A problem of a known column.
    pub fn problem(&self, record: &Record, known: usize, message: String) -> Problem {
        let index = self.places[known];
        let cell = index.and_then(|index| record.cells.get(index));
        Problem {
            line: cell.map_or(record.line, |cell| cell.line),
            column: index.map(|index| index + 1),
            name: index.map_or(String::new(), |index| self.header[index].clone()),
            value: cell.map_or(String::new(), |cell| cell.text.clone()),
            message,
        }
    }

    /// The problem of the row as such, if it has one: quotes that make no sense, or cells that no
    /// name stands above.
    pub fn problem_of_row(&self, record: &Record) -> Option<Problem> {
        match &record.torn {
            Some(line) => Some(torn(record.line, line)),
            None => {
                let unnamed = self.unnamed(record).next();
                unnamed.map(|index| self.without_name(record, index))
            }
        }
    }

    fn without_name(&self, record: &Record, index: usize) -> Problem {
        let column = index + 1;
        let quoting = if self.separator == b',' {
            ", and quotation marks to one with a comma"
        } else {
            ""
        };
        Problem {
            line: record.cells[index].line,
            column: Some(column),
            name: String::new(),
            value: record.cells[index].text.clone(),
            message: format!(
                "the header has no name for column {column}: give each cell a named column{quoting}"
            ),
        }
    }
}

fn torn(line: usize, text: &str) -> Problem {
    Problem {
        line,
        column: None,
        name: String::new(),
        value: text.to_owned(),
        message: "a quotation mark is opened and not closed in the row, or closed within a cell: \
                  give a cell's own quotation marks twice"
            .to_owned(),
    }
}

/// For each known column its index in the header.
fn places(
    header: &[String],
    known: &[Known],
    line: usize,
) -> Result<Vec<Option<usize>>, TableError> {
    let mut places = Vec::with_capacity(known.len());
    let named = (0..header.len()).filter(|&index| !header[index].is_empty());
    let named: Vec<usize> = named.collect();
    for column in known {
        let is_it = |index: &usize| column.is_called(&header[*index]);
        let mut found = named.iter().copied().filter(is_it);
        let (first, second) = (found.next(), found.next());
        if let (Some(first), Some(second)) = (first, second) {
            return Err(TableError::SameColumn {
                line,
                key: column.key,
                first: (first + 1, header[first].clone()),
                second: (second + 1, header[second].clone()),
            });
        }
        places.push(first);
    }
    if places.first() == Some(&None) {
        return Err(TableError::NoColumn {
            line,
            key: known[0].key,
            header: header.to_vec(),
            keys: known.iter().map(|column| column.key).collect(),
        });
    }
    Ok(places)
}

/// Everything that stands in columns of numbers.
fn texts_of_numbers<'s>(
    sheet: &'s Sheet,
    known: &'s [Known],
    places: &'s [Option<usize>],
) -> impl Iterator<Item = &'s str> {
    let numbers = known.iter().zip(places);
    let numbers = numbers.filter(|(column, _)| column.accepted.is_some());
    numbers
        .filter_map(|(column, place)| Some((column, (*place)?)))
        .flat_map(|(column, index)| {
            sheet
                .rows
                .iter()
                .map(move |row| column.bare(row.text(index)))
        })
}
