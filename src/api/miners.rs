//! Miners as a caller hands them over.

use wasm_bindgen::JsValue;

use super::given::{self, Entries};
use super::refusal;
use crate::model::parameters::Inputs;
use crate::model::screen::Miner;

/// What a row looks like.
pub(super) const MINER: &str =
    "a plain object such as { name: \"Acme\", fleet_hashrate: 30, efficiency: 18 }";

/// The miners of the argument called `name`; what they leave out is as in `inputs`.
///
/// # Errors
/// What the function throws: an argument that is no list of miners, or a miner that is refused.
pub(super) fn list(name: &str, value: &JsValue, inputs: &Inputs) -> Result<Vec<Miner>, JsValue> {
    let rows = given::list(name, value, MINER)?;
    (1..)
        .zip(&rows)
        .map(|(row, entries)| read(row, entries, inputs))
        .collect()
}

/// The miner that the argument called `name` holds; messages call it the row `row`.
///
/// # Errors
/// What the function throws: an argument that is no miner, or a miner that is refused.
#[cfg(feature = "api")]
pub(super) fn one(
    name: &str,
    row: usize,
    value: &JsValue,
    inputs: &Inputs,
) -> Result<Miner, JsValue> {
    read(row, &given::entries(name, value, MINER)?, inputs)
}

fn read(row: usize, entries: &Entries, inputs: &Inputs) -> Result<Miner, JsValue> {
    Miner::from_entries(row, inputs, entries.iter()).map_err(|error| refusal::of_miner(&error))
}
