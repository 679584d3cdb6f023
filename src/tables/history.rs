//! A history of the network and the listed miners as a file.

use std::collections::BTreeMap;

use serde::Serialize;

use super::columns::Columns;
use super::known::Known;
use super::problem::{self, Problem, TableError, UnknownColumn, UnreadRow};
use super::read::read;
use super::records::Record;
use super::write::write;
use crate::decimal::exact;
use crate::model::order::order;
use crate::model::parameters::Given;
use crate::model::signals::{Column, Date, History, Observation, RowProblem};

/// A history with everything else that its file held.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct HistoryTable {
    /// The rows without a problem, oldest first.
    pub history: History,
    /// Rows with a problem, as typed: the date and a cell for each [`Column`].
    pub unread: Vec<UnreadRow>,
    /// Columns that no signal asks for, with a cell for each row of the history.
    pub unknown: Vec<UnknownColumn>,
    /// Keys of columns that the file does not have.
    pub missing: Vec<&'static str>,
}

/// The date, then each number.
fn known() -> [Known; 1 + Column::ALL.len()] {
    let date = Known {
        key: Observation::DATE,
        label: "Date",
        accepted: None,
    };
    let mut known = [date; 1 + Column::ALL.len()];
    for (place, column) in known[1..].iter_mut().zip(Column::ALL) {
        *place = Known {
            key: column.key(),
            label: column.key(),
            accepted: Some(column.accepted()),
        };
    }
    known
}

/// The history of a file's text; cells may be empty. Dates are days (`2025-12-31`) or months
/// (`2025-12`), never both: the first row that has no other problem decides.
///
/// Separators, decimal commas and headers are understood as in [`super::read_miners`].
///
/// # Errors
/// When the text is empty or too large, or its header has no date or one column twice. A row with a problem is
/// no error: it is among [`HistoryTable::unread`].
pub fn read_history(text: &str) -> Result<HistoryTable, TableError> {
    let known = known();
    let is_known = |header: &str| known.iter().any(|column| column.is_called(header));
    let sheet = read(text, is_known)?;
    let columns = Columns::of(&sheet, &known)?;
    let mut unread = Vec::new();
    let mut above = Dates::default();
    let mut rows: Vec<(Observation, Vec<String>)> = Vec::new();
    for record in &sheet.rows {
        match read_row(record, &columns, &above) {
            Ok(observation) => {
                above.add(observation.date(), record.line);
                rows.push((observation, columns.extra(record)));
            }
            Err(problems) => unread.push(columns.unread(record, problems)),
        }
    }
    let mut unknown = columns.unknown();
    // No two dates are equal: a row with a date that is taken is unread.
    for place in order(rows.len(), &|a, b| rows[a].0.date() < rows[b].0.date()) {
        let extra = std::mem::take(&mut rows[place].1);
        for (column, cell) in unknown.iter_mut().zip(extra) {
            column.cells.push(cell);
        }
    }
    let history = History::new(rows.iter().map(|(observation, _)| *observation));
    Ok(HistoryTable {
        history: history.expect("each row's date was held against those of all rows before it"),
        unread,
        unknown,
        missing: columns.missing(),
    })
}

/// The dates of the rows that were read, each with its line.
#[derive(Default)]
struct Dates {
    first: Option<Date>,
    lines: BTreeMap<Date, usize>,
}

impl Dates {
    fn add(&mut self, date: Date, line: usize) {
        self.first = self.first.or(Some(date));
        self.lines.insert(date, line);
    }

    /// Refuses a date that is taken, or that is a month among days or the other way about.
    fn fits(&self, date: Date) -> Result<Date, String> {
        let key = Observation::DATE;
        if let Some(line) = self.lines.get(&date) {
            return Err(format!(
                "{key} = {date} is that of line {line} too: give one row a date"
            ));
        }
        match self.first {
            Some(first) if first.is_month() != date.is_month() => {
                let problem = RowProblem::MixedDates(first);
                Err(format!("{key} = {date}: {problem}"))
            }
            _ => Ok(date),
        }
    }
}

/// The observation of a row, or everything that is wrong with it; `above` are the dates of those before it.
fn read_row(
    record: &Record,
    columns: &Columns<'_>,
    above: &Dates,
) -> Result<Observation, Vec<Problem>> {
    let mut problems = Vec::from_iter(columns.problem_of_row(record));
    let text = columns.text(record, 0);
    let date = read_date(text).and_then(|date| above.fits(date));
    if let Err(message) = date {
        problems.push(columns.problem(record, 0, message));
    }
    let mut entries = vec![(Observation::DATE, Given::from(text))];
    for (index, column) in (1..).zip(Column::ALL) {
        match columns.number(record, index) {
            Ok(value) => entries.push((column.key(), Given::from(value))),
            Err(message) => problems.push(columns.problem(record, index, message)),
        }
    }
    if problems.is_empty() {
        let observation = Observation::from_entries(record.line, entries);
        return Ok(observation.expect("date and numbers were checked"));
    }
    Err(problem::by_column(&problems))
}

/// The date in the text. Forms in which countries differ are refused with that reason.
fn read_date(text: &str) -> Result<Date, String> {
    if let Some(date) = Date::parse(text) {
        return Ok(date);
    }
    let refusal = RowProblem::Date(Given::from(text)).to_string();
    let is_national = text.contains(['/', '.']) && text.bytes().any(|byte| byte.is_ascii_digit());
    Err(if is_national {
        format!(
            "{refusal}; other forms are not read, because countries put day and month in different orders"
        )
    } else {
        refusal
    })
}

/// The text of a file: a header of keys and of the unknown columns' names, the history, then the
/// unread rows as typed. [`read_history`] gives all of it back; no cell of it is a formula.
#[must_use]
pub fn write_history(table: &HistoryTable) -> String {
    let rows = table.history.rows().iter().map(|row| {
        let date = std::iter::once(row.date().to_string());
        let number = |column| row.get(column).map_or(String::new(), exact);
        date.chain(Column::ALL.map(number)).collect()
    });
    write(&known(), &table.unknown, rows, &table.unread)
}

impl From<History> for HistoryTable {
    /// A history that comes from no file.
    fn from(history: History) -> Self {
        Self {
            history,
            ..Self::default()
        }
    }
}
