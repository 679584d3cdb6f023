//! The function `signals` of `hashpivot.js`, which takes its history in one of three ways.

use js_sys::Array;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::given::{self, Entries};
use super::{Answer, answer, history, refusal};
use crate::facts::jpmorgan;
use crate::model::difficulty_lag;
use crate::model::parameters::{Given, Inputs};
use crate::model::signals::{self, Date, History};

const HISTORY: &str =
    "an array of rows, or { simulated_from: \"2025-12-31\" } with a day or a month";

/// What a history says about stress in mining.
///
/// # Errors
/// When an input or a row is refused.
#[wasm_bindgen(js_name = "signals")]
pub fn read_signals(history: &JsValue, inputs: &JsValue) -> Answer {
    let inputs = given::inputs("inputs", inputs)?;
    answer(&signals::signals(&read(history, &inputs)?, &inputs))
}

/// Rows, the path simulated from a day, or what JPMorgan reported where nothing is given.
fn read(history: &JsValue, inputs: &Inputs) -> Result<History, JsValue> {
    if history.is_undefined() {
        return Ok(jpmorgan::history());
    }
    if Array::is_array(history) {
        return history::of(history::rows("history", history)?);
    }
    let start = start(&given::entries("history", history, HISTORY)?);
    let start =
        start.ok_or_else(|| refusal::of_argument("history", &given::given(history), HISTORY))?;
    let path = difficulty_lag::simulate(inputs);
    Ok(History::from_simulation(&path, start))
}

/// The date of `{ simulated_from: "2025-12-31" }`.
fn start(entries: &Entries) -> Option<Date> {
    let mut entries = entries.iter();
    match (entries.next(), entries.next()) {
        (Some(("simulated_from", Given::Text(date))), None) => Date::parse(&date),
        _ => None,
    }
}
