//! The functions of `tables.js`: histories of the network, and files of rows.

use js_sys::{Array, ArrayBuffer, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use super::given::{self, Entries};
use super::{Answer, answer, miners, refusal};
use crate::facts::jpmorgan;
use crate::model::difficulty_lag;
use crate::model::parameters::{Given, Inputs};
use crate::model::signals::{self, Date, History, Observation};
use crate::tables::{self, MinersTable};

const OBSERVATION: &str = "a plain object such as { date: \"2025-12\", hashrate: 1045 }";
const HISTORY: &str =
    "an array of rows, or { simulated_from: \"2025-12-31\" } with a day or a month";

/// The miners of a CSV file, with everything else that it holds.
///
/// # Errors
/// When an input is refused, or the file is no table of miners.
#[wasm_bindgen]
pub fn miners_from_csv(file: &JsValue, inputs: &JsValue) -> Answer {
    let inputs = given::inputs("inputs", inputs)?;
    let table = tables::read_miners(&file_text(file)?, &inputs);
    answer(&table.map_err(|error| refusal::of_type(&error))?)
}

/// The text of a CSV file with these miners.
///
/// # Errors
/// When an input or a miner is refused.
#[wasm_bindgen]
pub fn miners_to_csv(rows: &JsValue, inputs: &JsValue) -> Answer {
    let inputs = given::inputs("inputs", inputs)?;
    let table = MinersTable::from(miners::list(rows, &inputs)?);
    answer(&tables::write_miners(&table))
}

/// The history of a CSV file, with everything else that it holds.
///
/// # Errors
/// When the file is no history.
#[wasm_bindgen]
pub fn history_from_csv(file: &JsValue) -> Answer {
    let table = tables::read_history(&file_text(file)?);
    answer(&table.map_err(|error| refusal::of_type(&error))?)
}

/// The text of the argument `file`, which is text or bytes.
fn file_text(file: &JsValue) -> Result<String, JsValue> {
    if file.is_instance_of::<Uint8Array>() || file.is_instance_of::<ArrayBuffer>() {
        return Ok(tables::decode(&Uint8Array::new(file).to_vec()));
    }
    let wanted = "the text of a file, or its bytes as Uint8Array or ArrayBuffer";
    given::text("file", file, wanted)
}

/// What a history says about stress in mining.
///
/// # Errors
/// When an input or a row is refused.
#[wasm_bindgen(js_name = "signals")]
pub fn read_signals(history: &JsValue, inputs: &JsValue) -> Answer {
    let inputs = given::inputs("inputs", inputs)?;
    answer(&signals::signals(&read_history(history, &inputs)?, &inputs))
}

/// Rows, the path simulated from a day, or what JPMorgan reported where nothing is given.
fn read_history(history: &JsValue, inputs: &Inputs) -> Result<History, JsValue> {
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
