//! What a caller hands over, read without changing it.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};

use super::refusal;
use crate::model::parameters::{Given, Inputs};

/// What is told apart in JavaScript, where it takes the least.
mod script {
    use js_sys::Array;
    use wasm_bindgen::JsValue;
    use wasm_bindgen::prelude::wasm_bindgen;

    #[wasm_bindgen(module = "/src/api/given.js")]
    extern "C" {
        #[wasm_bindgen(catch)]
        pub(super) fn entries(value: &JsValue) -> Result<Option<Array>, JsValue>;
        pub(super) fn kind(value: &JsValue) -> String;
    }
}

/// The entries of a plain object: what its keys are given as.
pub(super) struct Entries(Vec<(String, Given)>);

impl Entries {
    /// Key by key, as the models take them.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, Given)> {
        self.0
            .iter()
            .map(|(key, value)| (key.as_str(), value.clone()))
    }
}

/// The inputs that the argument called `name` holds: the preset where it says nothing.
///
/// # Errors
/// What the function throws: an argument that is no plain object, or an input that is refused.
pub(super) fn inputs(name: &str, value: &JsValue) -> Result<Inputs, JsValue> {
    if value.is_undefined() {
        return Ok(Inputs::default());
    }
    let wanted = "a plain object of inputs such as { btc_price: 90000 }, or nothing for the preset";
    let entries = entries(name, value, wanted)?;
    Inputs::from_entries(entries.iter()).map_err(|error| refusal::of_input(name, &error))
}

/// The entries of each object of the list that the argument called `name` holds; `wanted` is what
/// the message of a refusal asks for.
///
/// # Errors
/// What the function throws: an argument that is no array, or holds what is no plain object.
pub(super) fn list(name: &str, value: &JsValue, wanted: &str) -> Result<Vec<Entries>, JsValue> {
    let list = array(name, value, wanted)?;
    (0..list.length())
        .map(|index| entries(&format!("{name}[{index}]"), &list.get(index), wanted))
        .collect()
}

/// The array that the argument called `name` holds; `wanted` is what each of its elements is.
///
/// # Errors
/// What the function throws: an argument that is no array.
pub(super) fn array<'a>(
    name: &str,
    value: &'a JsValue,
    wanted: &str,
) -> Result<&'a Array, JsValue> {
    if Array::is_array(value) {
        return Ok(value.unchecked_ref());
    }
    let wanted = format!("an array; each of its elements is {wanted}");
    Err(refusal::of_argument(name, &given(value), &wanted))
}

/// The entries of the plain object that the argument called `name` holds, without those that are
/// `undefined`.
///
/// # Errors
/// What the function throws: an argument that is no plain object, or what one of its getters throws.
pub(super) fn entries(name: &str, value: &JsValue, wanted: &str) -> Result<Entries, JsValue> {
    let Some(entries) = script::entries(value)? else {
        return Err(refusal::of_argument(name, &given(value), wanted));
    };
    let entry = |entry: JsValue| {
        let entry: &Array = entry.unchecked_ref();
        (
            entry.get(0).as_string().unwrap_or_default(),
            given(&entry.get(1)),
        )
    };
    Ok(Entries(entries.iter().map(entry).collect()))
}

/// The members of a plain object, as they are.
#[cfg(feature = "api-tables")]
pub(super) struct Members(pub Vec<(String, JsValue)>);

#[cfg(feature = "api-tables")]
impl Members {
    /// The member of this name; `undefined` if there is none.
    pub(super) fn get(&self, name: &str) -> JsValue {
        let found = self.0.iter().find(|(own, _)| own == name);
        found.map_or(JsValue::UNDEFINED, |(_, member)| member.clone())
    }
}

/// The members of the plain object that the argument called `name` holds, without those that are
/// `undefined`.
///
/// # Errors
/// As [`entries`].
#[cfg(feature = "api-tables")]
pub(super) fn members(name: &str, value: &JsValue, wanted: &str) -> Result<Members, JsValue> {
    let Some(entries) = script::entries(value)? else {
        return Err(refusal::of_argument(name, &given(value), wanted));
    };
    let member = |entry: JsValue| {
        let entry: &Array = entry.unchecked_ref();
        (entry.get(0).as_string().unwrap_or_default(), entry.get(1))
    };
    Ok(Members(entries.iter().map(member).collect()))
}

/// The text that the argument called `name` holds.
///
/// # Errors
/// What the function throws: an argument that is no text.
pub(super) fn text(name: &str, value: &JsValue, wanted: &str) -> Result<String, JsValue> {
    let text = value.as_string();
    text.ok_or_else(|| refusal::of_argument(name, &given(value), wanted))
}

/// A value as the models take it.
pub(super) fn given(value: &JsValue) -> Given {
    if let Some(number) = value.as_f64() {
        Given::Number(number)
    } else if let Some(text) = value.as_string() {
        Given::Text(text)
    } else if value.is_null() {
        Given::Null
    } else {
        Given::Other(script::kind(value).into())
    }
}
