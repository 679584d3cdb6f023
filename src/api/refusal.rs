//! The errors that the API throws: `RangeError` for a number that is refused, `TypeError` for what
//! is no number or no input at all. Both are `Error`s.

use std::fmt::Display;

use js_sys::{RangeError, TypeError};
use wasm_bindgen::JsValue;

use crate::model::parameters::{Given, InputError};
use crate::model::screen::{MinerError, MinerProblem};
use crate::model::signals::{RowError, RowProblem};
#[cfg(feature = "api")]
use crate::model::sites::{SiteProblem, SitesError};
#[cfg(feature = "api-tables")]
use crate::tables::TableError;

/// An input of the argument called `name` that was refused.
pub(super) fn of_input(name: &str, error: &InputError) -> JsValue {
    thrown(&format!("{name}.{error}"), Some(error))
}

/// The argument called `name`, which is not what the function wants.
pub(super) fn of_argument(name: &str, value: &Given, wanted: &str) -> JsValue {
    of_type(&format!(
        "{name} = {value} is not understood: give {wanted}"
    ))
}

/// A miner that was refused.
pub(super) fn of_miner(error: &MinerError) -> JsValue {
    let number = match &error.problem {
        MinerProblem::Number(number) => Some(number),
        _ => None,
    };
    thrown(error, number)
}

/// A list of sites that was refused.
#[cfg(feature = "api")]
pub(super) fn of_sites(error: &SitesError) -> JsValue {
    let number = match error {
        SitesError::Site {
            problem: SiteProblem::Input(number),
            ..
        } => Some(number),
        _ => None,
    };
    thrown(error, number)
}

/// A row of a history that was refused.
pub(super) fn of_row(error: &RowError) -> JsValue {
    let number = match &error.problem {
        RowProblem::Number(number) => Some(number),
        _ => None,
    };
    thrown(error, number)
}

/// A file that is no table of the kind that was asked for, or too large.
#[cfg(feature = "api-tables")]
pub(super) fn of_table(error: &TableError) -> JsValue {
    match error {
        TableError::TooLarge { .. } => RangeError::new(&error.to_string()).into(),
        _ => of_type(error),
    }
}

/// Anything else that is not what it should be.
pub(super) fn of_type(message: &dyn Display) -> JsValue {
    TypeError::new(&message.to_string()).into()
}

/// The error that says this, by what was refused.
fn thrown(message: &dyn Display, refused: Option<&InputError>) -> JsValue {
    match refused {
        Some(
            InputError::OutOfRange(_)
            | InputError::NotFinite(_)
            | InputError::Fractional(_)
            | InputError::LongerThanLease { .. },
        ) => RangeError::new(&message.to_string()).into(),
        _ => of_type(message),
    }
}
