//! A history of the network and the listed miners as a file.

use serde::Serialize;

use super::columns::Columns;
use super::known::Known;
use super::problem::{Problem, TableError, UnknownColumn, UnreadRow};
use super::read::{self, Record};
use super::write::write;
use crate::decimal::exact;
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
/// When the text is empty, or its header has no date or one column twice. A row with a problem is
/// no error: it is among [`HistoryTable::unread`].
pub fn read_history(text: &str) -> Result<HistoryTable, TableError> {
    let known = known();
    let is_known = |header: &str| known.iter().any(|column| column.is_called(header));
    let sheet = read::read(text, is_known).ok_or(TableError::Empty)?;
    let columns = Columns::of(&sheet, &known)?;
    let mut unread = Vec::new();
    let mut rows: Vec<Row> = Vec::new();
    for record in &sheet.rows {
        match read_row(record, &columns, &rows) {
            Ok(observation) => rows.push(Row {
                line: record.line,
                observation,
                extra: columns.extra(record),
            }),
            Err(problems) => unread.push(columns.unread(record, problems)),
        }
    }
    rows.sort_unstable_by_key(|row| row.observation.date());
    let mut unknown = columns.unknown();
    for row in &mut rows {
        for (column, cell) in unknown.iter_mut().zip(row.extra.drain(..)) {
            column.cells.push(cell);
        }
    }
    let history = History::new(rows.iter().map(|row| row.observation));
    Ok(HistoryTable {
        history: history.expect("each row's date was held against those of all rows before it"),
        unread,
        unknown,
        missing: columns.missing(),
    })
}

/// A row without a problem.
struct Row {
    line: usize,
    observation: Observation,
    extra: Vec<String>,
}

/// The observation of a row, or everything that is wrong with it; `above` are the rows before it.
fn read_row(
    record: &Record,
    columns: &Columns<'_>,
    above: &[Row],
) -> Result<Observation, Vec<Problem>> {
    let mut problems = columns.problems_of_row(record);
    let text = columns.text(record, 0);
    let date = read_date(text).and_then(|date| fits(date, above));
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
    problems.sort_unstable_by_key(|problem| problem.column);
    Err(problems)
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

/// Refuses a date that is taken, or that is a month among days or the other way about.
fn fits(date: Date, above: &[Row]) -> Result<Date, String> {
    let key = Observation::DATE;
    if let Some(row) = above.iter().find(|row| row.observation.date() == date) {
        let line = row.line;
        return Err(format!(
            "{key} = {date} is that of line {line} too: give one row a date"
        ));
    }
    match above.first() {
        Some(first) if first.observation.date().is_month() != date.is_month() => {
            let problem = RowProblem::MixedDates(first.observation.date());
            Err(format!("{key} = {date}: {problem}"))
        }
        _ => Ok(date),
    }
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
