//! What a signal says.

use std::fmt;

use serde::Serialize;

use super::date::Date;
use super::history::{History, Point};
use super::spacing::Spacing;

/// One signal.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Signal {
    /// The name in exports and the JavaScript API.
    pub key: &'static str,
    /// The name on screen.
    pub name: &'static str,
    /// Whether it is given.
    pub state: State,
    /// What was measured, in `unit`; where the data do not suffice, what they show at least, if
    /// anything.
    pub value: Option<f64>,
    /// The unit of `value`.
    pub unit: &'static str,
    /// Whether the history begins within what `since` and `value` count, so that it may have begun
    /// earlier.
    pub at_least: bool,
    /// Since when the state holds, where the history shows it.
    pub since: Option<Date>,
    /// What it has meant.
    pub meaning: &'static str,
    /// On what data.
    pub basis: Basis,
    /// What would have to be known, where the data do not suffice.
    pub missing: Option<String>,
}

/// Whether a signal is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// It is.
    On,
    /// Nearly.
    Near,
    /// It is not.
    Off,
    /// It was, and ended within the last 30 days.
    Recovered,
    /// Nobody can tell.
    NotEnoughData,
}

/// What a signal was read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Basis {
    /// Whether it was read from the inputs instead of the history.
    pub from_inputs: bool,
    /// Rows of the history that have the numbers needed.
    pub rows: usize,
    /// How far apart they are, where there are two.
    pub spacing: Option<Spacing>,
    /// Date of the first of them.
    pub from: Option<Date>,
    /// Date of the last of them.
    pub to: Option<Date>,
}

impl Basis {
    /// The inputs.
    pub(super) const INPUTS: Self = Self {
        from_inputs: true,
        rows: 0,
        spacing: None,
        from: None,
        to: None,
    };

    /// These points of a history.
    pub(super) fn of(history: &History, points: &[Point]) -> Self {
        Self {
            from_inputs: false,
            rows: points.len(),
            spacing: Spacing::of(history, points),
            from: points.first().map(|point| point.date),
            to: points.last().map(|point| point.date),
        }
    }
}

/// In words: `16 rows about a month apart, 2024-09 to 2025-12`.
impl fmt::Display for Basis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (Some(from), Some(to)) = (self.from, self.to) else {
            return f.write_str(if self.from_inputs {
                "the inputs"
            } else {
                "no rows"
            });
        };
        match self.spacing {
            Some(spacing) => write!(f, "{} rows {spacing}, {from} to {to}", self.rows),
            None => write!(f, "1 row, {to}"),
        }
    }
}

/// What is the same in every reading of a signal.
pub(super) struct About {
    pub key: &'static str,
    pub name: &'static str,
    pub unit: &'static str,
    pub meaning: &'static str,
}

impl About {
    /// The signal with what was read. Eight signals end here; each with this code within it would
    /// be a third longer.
    #[inline(never)]
    pub(super) fn signal(&self, basis: Basis, reading: Reading) -> Signal {
        let Reading {
            state,
            value,
            at_least,
            since,
            missing,
        } = reading;
        Signal {
            key: self.key,
            name: self.name,
            state,
            value,
            unit: self.unit,
            at_least,
            since,
            meaning: self.meaning,
            basis,
            missing,
        }
    }
}

/// What was read from the data.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Reading {
    pub state: State,
    pub value: Option<f64>,
    pub at_least: bool,
    pub since: Option<Date>,
    pub missing: Option<String>,
}

impl Reading {
    /// A state and what was measured.
    pub(super) const fn new(state: State, value: Option<f64>, since: Option<Date>) -> Self {
        Self {
            state,
            value,
            at_least: false,
            since,
            missing: None,
        }
    }

    /// The data do not suffice: this is missing.
    pub(super) fn missing(what: impl Into<String>) -> Self {
        Self {
            missing: Some(what.into()),
            ..Self::new(State::NotEnoughData, None, None)
        }
    }

    /// The same, where the history begins within what is counted.
    pub(super) fn at_least(self, at_least: bool) -> Self {
        Self { at_least, ..self }
    }
}
