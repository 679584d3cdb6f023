//! The functions of `tables.js`: files of rows.

use js_sys::{ArrayBuffer, JsString, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use super::kept::Parts;
use super::{Answer, answer, given, history, miners, refusal};
use crate::model::order::order;
use crate::model::{screen, signals};
use crate::tables::{self, HistoryTable, MinersTable};

/// The miners of a CSV file, with everything else that it holds.
///
/// # Errors
/// When an input is refused, or the file is no table of miners.
#[wasm_bindgen]
pub fn miners_from_csv(file: &JsValue, inputs: &JsValue) -> Answer {
    let inputs = given::inputs("inputs", inputs)?;
    let table = tables::read_miners(&file_text(file)?, &inputs);
    answer(&table.map_err(|error| refusal::of_table(&error))?)
}

/// The text of a CSV file with these miners, or with a table of miners and all that it keeps.
///
/// # Errors
/// When an input, a miner or what a table keeps is refused.
#[wasm_bindgen]
pub fn miners_to_csv(rows: &JsValue, inputs: &JsValue) -> Answer {
    let inputs = given::inputs("inputs", inputs)?;
    let wanted = format!(
        "an array; each of its elements is {}; or what miners_from_csv gives",
        miners::MINER
    );
    let parts = Parts::of("rows", "miners", rows, &wanted)?;
    let miners = miners::list(&parts.name, &parts.rows, &inputs)?;
    let unknown = parts.unknown(miners.len())?;
    let unread = parts.unread(1 + screen::Column::ALL.len(), unknown.len())?;
    answer(&tables::write_miners(&MinersTable {
        miners,
        unread,
        unknown,
        ..MinersTable::default()
    }))
}

/// The history of a CSV file, with everything else that it holds.
///
/// # Errors
/// When the file is no history.
#[wasm_bindgen]
pub fn history_from_csv(file: &JsValue) -> Answer {
    let table = tables::read_history(&file_text(file)?);
    answer(&table.map_err(|error| refusal::of_table(&error))?)
}

/// The text of a CSV file with this history, or with a table of one and all that it keeps.
///
/// # Errors
/// When a row or what a table keeps is refused.
#[wasm_bindgen]
pub fn history_to_csv(history: &JsValue) -> Answer {
    let wanted = format!(
        "an array; each of its elements is {}; or what history_from_csv gives",
        history::OBSERVATION
    );
    let parts = Parts::of("history", "history", history, &wanted)?;
    let rows = history::rows(&parts.name, &parts.rows)?;
    let mut unknown = parts.unknown(rows.len())?;
    // Texts follow their rows into the order of time.
    let places = order(rows.len(), &|a, b| rows[a].date() < rows[b].date());
    for column in &mut unknown {
        let cell = |place: &usize| column.cells[*place].clone();
        column.cells = places.iter().map(cell).collect();
    }
    let unread = parts.unread(1 + signals::Column::ALL.len(), unknown.len())?;
    answer(&tables::write_history(&HistoryTable {
        history: history::of(rows)?,
        unread,
        unknown,
        ..HistoryTable::default()
    }))
}

/// The text of the argument `file`, which is text or bytes, if it is not too large.
fn file_text(file: &JsValue) -> Result<String, JsValue> {
    let check = |length: u32| {
        let checked = tables::check_size(length as usize);
        checked.map_err(|error| refusal::of_table(&error))
    };
    if file.is_instance_of::<Uint8Array>() || file.is_instance_of::<ArrayBuffer>() {
        let bytes = Uint8Array::new(file);
        check(bytes.length())?;
        return Ok(tables::decode(&bytes.to_vec()));
    }
    if let Some(text) = file.dyn_ref::<JsString>() {
        check(text.length())?;
    }
    let wanted = "the text of a file, or its bytes as Uint8Array or ArrayBuffer";
    given::text("file", file, wanted)
}
