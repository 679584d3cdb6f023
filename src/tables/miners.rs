//! The miner screen as a file.

use std::collections::BTreeMap;

use serde::Serialize;

use super::columns::Columns;
use super::known::Known;
use super::problem::{self, Filled, Problem, TableError, UnknownColumn, UnreadRow};
use super::read::read;
use super::records::{Cell, Record};
use super::write::write;
use crate::decimal::exact;
use crate::model::parameters::Inputs;
use crate::model::screen::{Column, Miner};

/// Miners with everything else that their file held.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct MinersTable {
    /// The miners, in the order of their rows.
    pub miners: Vec<Miner>,
    /// Rows with a problem, as typed: the name and a cell for each [`Column`].
    pub unread: Vec<UnreadRow>,
    /// Columns that the screen does not know, with a cell for each miner.
    pub unknown: Vec<UnknownColumn>,
    /// Keys of columns that the file does not have: each miner has the page's number, or no cash.
    pub missing: Vec<&'static str>,
    /// Cells of the miners' rows that are empty and took the page's number.
    pub filled: Vec<Filled>,
}

/// The name, then each number.
fn known() -> [Known; 1 + Column::ALL.len()] {
    let name = Known {
        key: Miner::NAME,
        label: "Name",
        accepted: None,
    };
    let mut known = [name; 1 + Column::ALL.len()];
    for (place, column) in known[1..].iter_mut().zip(Column::ALL) {
        *place = Known {
            key: column.key(),
            label: column.parameter().label,
            accepted: Some(column.accepted()),
        };
    }
    known
}

/// The miners of a file's text; numbers whose column is missing or whose cell is empty are the
/// page's.
///
/// A first line `sep=;`, commas, semicolons and tabs are understood, decimal commas where commas
/// do not part columns, and headers in any order: keys, or names on screen with or without unit.
///
/// # Errors
/// When the text is empty or too large, or its header has no name or one column twice. A row with a problem is
/// no error: it is among [`MinersTable::unread`].
pub fn read_miners(text: &str, page: &Inputs) -> Result<MinersTable, TableError> {
    let known = known();
    let is_known = |header: &str| known.iter().any(|column| column.is_called(header));
    let sheet = read(text, is_known)?;
    let columns = Columns::of(&sheet, &known)?;
    let mut table = MinersTable {
        unknown: columns.unknown(),
        missing: columns.missing(),
        ..MinersTable::default()
    };
    for record in &sheet.rows {
        match read_row(record, &columns, page) {
            Ok((miner, filled)) => {
                table.push(miner, columns.extra(record));
                table.filled.extend(filled);
            }
            Err(problems) => table.unread.push(columns.unread(record, problems)),
        }
    }
    Ok(table)
}

/// The miner of a row and the cells that took the page's number, or everything that is wrong.
fn read_row(
    record: &Record,
    columns: &Columns<'_>,
    page: &Inputs,
) -> Result<(Miner, Vec<Filled>), Vec<Problem>> {
    let mut problems = Vec::from_iter(columns.problem_of_row(record));
    let mut miner = Miner::named(columns.text(record, 0), page)
        .map_err(|problem| problems.push(columns.problem(record, 0, problem.to_string())))
        .ok();
    let mut filled = Vec::new();
    for (index, column) in (1..).zip(Column::ALL) {
        match columns.number(record, index) {
            Ok(Some(value)) => {
                let with = |miner: Miner| miner.with(column, value);
                miner = miner.map(|miner| with(miner).expect("the number was checked"));
            }
            Ok(None) => filled.push(column),
            Err(message) => problems.push(columns.problem(record, index, message)),
        }
    }
    match miner {
        Some(miner) if problems.is_empty() => {
            let missing = columns.missing();
            let filled = filled
                .into_iter()
                .filter(|column| !missing.contains(&column.key()));
            let filled = filled.map(|column| Filled {
                line: record.line,
                key: column.key(),
                value: miner.get(column),
            });
            let filled = filled.collect();
            Ok((miner, filled))
        }
        _ => Err(problem::by_column(&problems)),
    }
}

impl MinersTable {
    /// Adds a miner with its texts in the unknown columns; those that are left out are empty.
    pub fn push(&mut self, miner: Miner, extra: Vec<String>) {
        self.miners.push(miner);
        let mut extra = extra.into_iter();
        for column in &mut self.unknown {
            column.cells.push(extra.next().unwrap_or_default());
        }
    }

    /// The same file with these miners in place of its own; each has the texts in unknown columns of
    /// the file's first miner of its name.
    #[must_use]
    pub fn with_miners(&self, miners: &[Miner]) -> Self {
        let mut table = Self {
            miners: Vec::new(),
            filled: Vec::new(),
            ..self.clone()
        };
        for column in &mut table.unknown {
            column.cells.clear();
        }
        let mut rows: BTreeMap<&str, usize> = BTreeMap::new();
        for (row, own) in self.miners.iter().enumerate() {
            rows.entry(own.name()).or_insert(row);
        }
        for miner in miners {
            let own = rows.get(miner.name());
            let cells = self.unknown.iter();
            let extra = own.map(|row| cells.map(|column| column.cells[*row].clone()).collect());
            table.push(miner.clone(), extra.unwrap_or_default());
        }
        table
    }

    /// Takes out a miner with its texts in the unknown columns; `None` if there is none at `index`.
    pub fn remove(&mut self, index: usize) -> Option<Miner> {
        if index >= self.miners.len() {
            return None;
        }
        for column in &mut self.unknown {
            column.cells.remove(index);
        }
        Some(self.miners.remove(index))
    }

    /// Reads the unread row at `index` again with these texts in place of its own (the name and a
    /// cell for each [`Column`], numbers with decimal points) and nothing beyond its columns. If
    /// nothing is wrong any more it becomes the last miner; otherwise it stays, with the texts and
    /// what is wrong with them. Says whether it became a miner.
    pub fn repair(&mut self, index: usize, cells: &[String], page: &Inputs) -> bool {
        let Some(row) = self.unread.get_mut(index) else {
            return false;
        };
        let (known, line) = (known(), row.line);
        let texts: Vec<String> = (0..known.len())
            .map(|index| cells.get(index).cloned().unwrap_or_default())
            .collect();
        let cell = |text: String| Cell { text, line };
        let record = Record {
            line,
            cells: texts.iter().cloned().map(cell).collect(),
            torn: None,
        };
        match read_row(&record, &Columns::own(&known), page) {
            Ok((miner, filled)) => {
                let row = self.unread.remove(index);
                self.push(miner, row.extra);
                self.filled.extend(filled);
                true
            }
            Err(problems) => {
                row.cells = texts;
                row.surplus.clear();
                row.problems = problems;
                false
            }
        }
    }
}

/// The text of a file: a header of keys and of the unknown columns' names, the miners, then the
/// unread rows as typed. [`read_miners`] gives all of it back; no cell of it is a formula.
#[must_use]
pub fn write_miners(table: &MinersTable) -> String {
    let miners = table.miners.iter().map(|miner| {
        let name = std::iter::once(miner.name().to_owned());
        name.chain(Column::ALL.map(|column| exact(miner.get(column))))
            .collect()
    });
    write(&known(), &table.unknown, miners, &table.unread)
}

impl From<Vec<Miner>> for MinersTable {
    /// Miners that come from no file.
    fn from(miners: Vec<Miner>) -> Self {
        Self {
            miners,
            ..Self::default()
        }
    }
}
