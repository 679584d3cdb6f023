//! The JavaScript API: the models for pages, workers and Node, without the page.
//!
//! Objects go in and out under the names of the parameter table ([`crate::model::parameters`]) and
//! of the results. What cannot be used throws an `Error` that names key, value, range and unit; the
//! caller's objects are only read. There are two files: `hashpivot.js` with the functions of
//! [`models`] and [`signals`] (feature `api`) and `tables.js` with those of [`tables`] (feature
//! `api-tables`), so that reading files costs those who do. What stands in `static/api/` loads the WebAssembly that this
//! makes, and says precisely what each function takes and gives (`hashpivot.d.ts`, `tables.d.ts`).

#[cfg(feature = "api")]
mod axis;
mod given;
mod history;
#[cfg(feature = "api-tables")]
mod kept;
mod miners;
#[cfg(feature = "api")]
pub mod models;
mod refusal;
#[cfg(feature = "api")]
pub mod signals;
#[cfg(feature = "api-tables")]
pub mod tables;

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

/// Takes 8 kB less of the WebAssembly than the standard allocator.
#[cfg(all(target_arch = "wasm32", not(feature = "ui")))]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// What a function gives, or the error that it throws.
type Answer = Result<JsValue, JsValue>;

/// A result as the caller gets it.
fn answer(value: &(impl Serialize + ?Sized)) -> Answer {
    Ok(value.serialize(&Serializer::json_compatible())?)
}
