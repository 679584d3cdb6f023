//! Histories as a caller hands them over.

use wasm_bindgen::JsValue;

use super::{given, refusal};
use crate::model::signals::{History, Observation};

const OBSERVATION: &str = "a plain object such as { date: \"2025-12\", hashrate: 1045 }";

/// The history that the rows of the argument `history` make.
///
/// # Errors
/// What the function throws: an argument that is no list of rows, or a row that is refused.
pub(super) fn rows(history: &JsValue) -> Result<History, JsValue> {
    let rows = given::list("history", history, OBSERVATION)?;
    let rows: Result<Vec<Observation>, _> = (1..)
        .zip(&rows)
        .map(|(row, entries)| Observation::from_entries(row, entries.iter()))
        .collect();
    rows.and_then(History::new)
        .map_err(|error| refusal::of_row(&error))
}
