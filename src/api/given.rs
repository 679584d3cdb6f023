//! What a caller hands over, read without changing it.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::refusal;
use crate::model::parameters::{Given, Inputs};

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
    if !Array::is_array(value) {
        let wanted = format!("an array; each of its elements is {wanted}");
        return Err(refusal::of_argument(name, &given(value), &wanted));
    }
    let list: &Array = value.unchecked_ref();
    (0..list.length())
        .map(|index| entries(&format!("{name}[{index}]"), &list.get(index), wanted))
        .collect()
}

/// The entries of the plain object that the argument called `name` holds, without those that are
/// `undefined`.
///
/// # Errors
/// What the function throws: an argument that is no plain object, or what one of its getters throws.
pub(super) fn entries(name: &str, value: &JsValue, wanted: &str) -> Result<Entries, JsValue> {
    let Some(object) = plain(value) else {
        return Err(refusal::of_argument(name, &given(value), wanted));
    };
    let mut entries = Vec::new();
    for key in Object::keys(object).iter() {
        let value = Reflect::get(object, &key)?;
        if !value.is_undefined() {
            entries.push((key.as_string().unwrap_or_default(), given(&value)));
        }
    }
    Ok(Entries(entries))
}

/// The text that the argument called `name` holds.
///
/// # Errors
/// What the function throws: an argument that is no text.
pub(super) fn text(name: &str, value: &JsValue, wanted: &str) -> Result<String, JsValue> {
    let text = value.as_string();
    text.ok_or_else(|| refusal::of_argument(name, &given(value), wanted))
}

/// The value as an object that only holds entries: what `{ … }` makes, here or in another frame,
/// or `Object.create(null)`.
fn plain(value: &JsValue) -> Option<&Object> {
    if !value.is_object() || Array::is_array(value) {
        return None;
    }
    let object: &Object = value.unchecked_ref();
    let parent = Object::get_prototype_of(object);
    let is_plain = parent.is_null() || Object::get_prototype_of(&parent).is_null();
    is_plain.then_some(object)
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
        Given::Other(kind(value))
    }
}

/// What a message calls a value that is neither number nor text nor `null`.
fn kind(value: &JsValue) -> &'static str {
    match value.as_bool() {
        Some(true) => "true",
        Some(false) => "false",
        None if value.is_function() => "a function",
        None if Array::is_array(value) => "an array",
        None if value.is_object() => "an object",
        None if value.is_bigint() => "a bigint",
        None if value.is_symbol() => "a symbol",
        None => "undefined",
    }
}
