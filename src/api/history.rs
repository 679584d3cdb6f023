//! Histories as a caller hands them over.

use wasm_bindgen::JsValue;

use super::{given, refusal};
use crate::model::signals::{History, Observation};

/// What a row looks like.
pub(super) const OBSERVATION: &str = "a plain object such as { date: \"2025-12\", hashrate: 1045 }";

/// The rows of the argument called `name`, in their order.
///
/// # Errors
/// What the function throws: an argument that is no list of rows, or a row that is refused.
pub(super) fn rows(name: &str, value: &JsValue) -> Result<Vec<Observation>, JsValue> {
    let rows = given::list(name, value, OBSERVATION)?;
    let rows: Result<Vec<Observation>, _> = (1..)
        .zip(&rows)
        .map(|(row, entries)| Observation::from_entries(row, entries.iter()))
        .collect();
    rows.map_err(|error| refusal::of_row(&error))
}

/// The history that these rows make.
///
/// # Errors
/// What the function throws: two rows that do not go together.
pub(super) fn of(rows: Vec<Observation>) -> Result<History, JsValue> {
    History::new(rows).map_err(|error| refusal::of_row(&error))
}
