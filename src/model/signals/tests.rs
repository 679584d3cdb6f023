//! Tables and laws of the signals.

mod basis;
mod falling;
mod laws;
mod levels;
mod next_adjustment;
mod reading_rows;
mod ribbons;
mod simulated;

use super::*;
use crate::model::parameters::Given;

type Entry = (&'static str, f64);

/// Rows, and the state, value, since and lower bound that they make.
type Case<'a, T> = (&'a [T], State, Option<f64>, &'a str, bool);

fn date(text: &str) -> Date {
    Date::parse(text).expect("is a date")
}

/// A row with these numbers.
fn row(at: &str, entries: &[Entry]) -> Observation {
    let numbers = entries
        .iter()
        .map(|(key, value)| (*key, Given::Number(*value)));
    let entries = numbers.chain([("date", Given::from(at))]);
    Observation::from_entries(1, entries).expect("is valid")
}

/// The history of these rows.
fn history(rows: &[(&str, &[Entry])]) -> History {
    let rows = rows.iter().map(|(at, entries)| row(at, entries));
    History::new(rows).expect("each has a date of its own")
}

/// One number a row, this many days apart, from 1 January 2025 on.
fn every(days: i32, key: &'static str, values: &[f64]) -> History {
    let start = date("2025-01-01").day_number();
    let rows = (0..).zip(values).map(|(index, value)| {
        let at = Date::from_day_number(start + days * index);
        row(&at.to_string(), &[(key, *value)])
    });
    History::new(rows).expect("each has a date of its own")
}

/// One signal at the preset.
fn signal(key: &str, history: &History) -> Signal {
    signal_at(key, history, &Inputs::default())
}

fn signal_at(key: &str, history: &History, inputs: &Inputs) -> Signal {
    let signals = signals(history, inputs);
    let signal = signals.into_iter().find(|signal| signal.key == key);
    signal.expect("is a signal")
}

/// State, value, since and whether it is a lower bound.
fn said(signal: &Signal) -> (State, Option<f64>, String, bool) {
    let since = signal.since.map_or_else(String::new, |at| at.to_string());
    (signal.state, signal.value, since, signal.at_least)
}

fn assert_says(signal: &Signal, state: State, value: Option<f64>, since: &str, at_least: bool) {
    assert_eq!(
        said(signal),
        (state, value, since.to_owned(), at_least),
        "{signal:?}"
    );
    assert_eq!(
        signal.missing.is_some(),
        state == State::NotEnoughData,
        "{signal:?}"
    );
}

fn months(key: &'static str, rows: &[(&str, f64)]) -> History {
    let rows = rows.iter().map(|(at, value)| row(at, &[(key, *value)]));
    History::new(rows).expect("each has a date of its own")
}
