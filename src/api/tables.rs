//! The functions of `tables.js`: files of rows.

use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use super::given;
use super::{Answer, answer, history, miners, refusal};
use crate::tables::{self, HistoryTable, MinersTable};

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

/// The text of a CSV file with this history.
///
/// # Errors
/// When a row is refused.
#[wasm_bindgen]
pub fn history_to_csv(history: &JsValue) -> Answer {
    let table = HistoryTable::from(history::rows(history)?);
    answer(&tables::write_history(&table))
}

/// The text of the argument `file`, which is text or bytes.
fn file_text(file: &JsValue) -> Result<String, JsValue> {
    if file.is_instance_of::<Uint8Array>() || file.is_instance_of::<ArrayBuffer>() {
        return Ok(tables::decode(&Uint8Array::new(file).to_vec()));
    }
    let wanted = "the text of a file, or its bytes as Uint8Array or ArrayBuffer";
    given::text("file", file, wanted)
}
