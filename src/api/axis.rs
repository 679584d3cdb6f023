//! Axes of a map as a caller hands them over.

use wasm_bindgen::JsValue;

use super::{given, refusal};
use crate::model::margin_map::Axis;
use crate::model::parameters::{Accepted, Given, InputError, Key, Refusal};

const AXIS: &str = "a plain object such as { from: 10, to: 40, count: 31 }, or nothing for what the \
                    slider covers";

/// Values of an axis that nobody describes.
const USUAL_COUNT: usize = 31;

/// How many values an axis may have.
const COUNT: Accepted = Accepted {
    min: 2.0,
    max: 200.0,
    whole: true,
    unit: "values",
};

/// The axis of `key` that the argument called by that name holds; what it leaves out is as the
/// slider has it.
///
/// # Errors
/// What the function throws: an argument that is no plain object, an end that the input would
/// refuse, or a count that is refused.
pub(super) fn read(key: Key, value: &JsValue) -> Result<Axis, JsValue> {
    let (name, row) = (key.name(), key.parameter());
    let mut axis = Axis {
        window: row.slider,
        count: USUAL_COUNT,
    };
    if value.is_undefined() {
        return Ok(axis);
    }
    for (key, value) in given::entries(name, value, AXIS)?.iter() {
        let (key, accepted) = match key {
            "from" => ("from", Accepted::by(row)),
            "to" => ("to", Accepted::by(row)),
            "count" => ("count", COUNT),
            _ => {
                let name = format!("{name}.{key}");
                return Err(refusal::of_argument(&name, &value, "from, to and count"));
            }
        };
        let number = number(key, value, accepted);
        let number = number.map_err(|error| refusal::of_input(name, &error))?;
        match key {
            "from" => axis.window.0 = number,
            "to" => axis.window.1 = number,
            _ => axis.count = number as usize,
        }
    }
    Ok(axis)
}

fn number(key: &'static str, value: Given, accepted: Accepted) -> Result<f64, InputError> {
    let Given::Number(number) = value else {
        return Err(InputError::NotANumber(Refusal {
            key,
            value,
            accepted,
        }));
    };
    accepted.check(key, number).map(|()| number)
}
