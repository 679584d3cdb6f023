//! Histories as a caller hands them over.

use js_sys::Array;
use wasm_bindgen::JsValue;

use super::given::{self, Entries};
use super::refusal;
use crate::facts::jpmorgan;
use crate::model::difficulty_lag;
use crate::model::parameters::{Given, Inputs};
use crate::model::signals::{Date, History, Observation};

const OBSERVATION: &str = "a plain object such as { date: \"2025-12\", hashrate: 1045 }";
const HISTORY: &str =
    "an array of rows, or { simulated_from: \"2025-12-31\" } with a day or a month";

/// What the argument `history` holds: rows, the path simulated from a day, or what JPMorgan reported
/// where nothing is given.
///
/// # Errors
/// What the function throws: an argument that is none of these, or a row that is refused.
pub(super) fn read(history: &JsValue, inputs: &Inputs) -> Result<History, JsValue> {
    if history.is_undefined() {
        return Ok(jpmorgan::history());
    }
    if !Array::is_array(history) {
        let start = start(&given::entries("history", history, HISTORY)?);
        let start = start
            .ok_or_else(|| refusal::of_argument("history", &given::given(history), HISTORY))?;
        let path = difficulty_lag::simulate(inputs);
        return Ok(History::from_simulation(&path, start));
    }
    let rows = given::list("history", history, OBSERVATION)?;
    let rows: Result<Vec<Observation>, _> = (1..)
        .zip(&rows)
        .map(|(row, entries)| Observation::from_entries(row, entries.iter()))
        .collect();
    rows.and_then(History::new)
        .map_err(|error| refusal::of_row(&error))
}

/// The date of `{ simulated_from: "2025-12-31" }`.
fn start(entries: &Entries) -> Option<Date> {
    let mut entries = entries.iter();
    match (entries.next(), entries.next()) {
        (Some(("simulated_from", Given::Text(date))), None) => Date::parse(&date),
        _ => None,
    }
}
