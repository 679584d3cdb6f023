//! A history: observations in the order of time.

use serde::Serialize;

use super::date::Date;
use super::error::{RowError, RowProblem};
use super::observation::{Column, Observation};
use crate::model::difficulty_lag::Simulation;
use crate::model::order::order;

/// Observations in the order of time, each on a date of its own, all dated by the day or all by the
/// month.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(transparent)]
pub struct History {
    rows: Vec<Observation>,
    /// Whether the rows are all the epochs of a simulated path, so that none is missing between
    /// two of them.
    #[serde(skip)]
    is_simulated: bool,
}

/// A number of a history and its date.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Point {
    pub date: Date,
    pub value: f64,
}

impl History {
    /// The history that these rows make, in whatever order they come.
    ///
    /// # Errors
    /// Names the first row, counted from 1, whose date an earlier row has, or that is dated by the
    /// month where the first row is dated by the day, or the other way about.
    pub fn new(rows: impl IntoIterator<Item = Observation>) -> Result<Self, RowError> {
        Self::of(&rows.into_iter().collect::<Vec<_>>())
    }

    /// The same of rows in a list, so that it is compiled once.
    fn of(rows: &[Observation]) -> Result<Self, RowError> {
        let refuse = |place: usize, problem| RowError {
            row: place + 1,
            date: Some(rows[place].date()),
            problem,
        };
        if let Some(first) = rows.first().map(Observation::date) {
            let is_other = |row: &Observation| row.date().is_month() != first.is_month();
            if let Some(other) = rows.iter().position(is_other) {
                return Err(refuse(other, RowProblem::MixedDates(first)));
            }
        }
        let in_time = order(rows.len(), &|a, b| rows[a].date() < rows[b].date());
        let repeated = in_time
            .windows(2)
            .filter(|pair| rows[pair[0]].date() == rows[pair[1]].date())
            .map(|pair| pair[1])
            .min();
        match repeated {
            Some(later) => Err(refuse(later, RowProblem::SameDate)),
            None => Ok(Self {
                rows: in_time.into_iter().map(|place| rows[place]).collect(),
                is_simulated: false,
            }),
        }
    }

    /// The history of a simulated path that begins on `start` (of a month, on its first day): a row
    /// an epoch, with the day on which it begins, its hashprice as revenue (before pool fee and
    /// downtime) and its gross profit (after both). Of epochs that begin on one day the last counts.
    #[must_use]
    pub fn from_simulation(path: &Simulation, start: Date) -> Self {
        let mut rows: Vec<Observation> = Vec::new();
        for epoch in &path.epochs {
            let date = Date::from_day_number(start.day_number() + epoch.day as i32);
            rows.pop_if(|last| last.date() == date);
            let row = Observation::at(date)
                .with(Column::Hashrate, epoch.hashrate)
                .with(Column::Difficulty, epoch.difficulty)
                .with(Column::BtcPrice, epoch.btc_price)
                .with(Column::Revenue, epoch.hashprice)
                .with(Column::GrossProfit, epoch.gross_profit);
            rows.push(row);
        }
        Self {
            rows,
            is_simulated: true,
        }
    }

    /// The rows, oldest first.
    #[must_use]
    pub fn rows(&self) -> &[Observation] {
        &self.rows
    }

    /// The history as it stood when it had this many rows, or all of it.
    #[must_use]
    pub fn up_to(&self, rows: usize) -> Self {
        Self {
            rows: self.rows.iter().take(rows).copied().collect(),
            is_simulated: self.is_simulated,
        }
    }

    /// Whether the rows are the epochs of a simulated path.
    #[must_use]
    pub const fn is_simulated(&self) -> bool {
        self.is_simulated
    }

    /// The numbers of a column, with their dates, oldest first.
    pub(super) fn series(&self, column: Column) -> Vec<Point> {
        let point = |row: &Observation| {
            row.get(column).map(|value| Point {
                date: row.date(),
                value,
            })
        };
        self.rows.iter().filter_map(point).collect()
    }
}
