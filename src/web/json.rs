//! JSON, read by the browser.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::js_sys::{Array, JSON, Object};

use super::Refused;
use crate::facts::live::Value;

/// What a JSON text says, as far as it is looked at.
///
/// # Errors
/// When it is none.
pub fn parse(text: &str) -> Result<Value, Refused> {
    Ok(value(&JSON::parse(text)?, Value::DEPTH))
}

fn value(json: &JsValue, depth: usize) -> Value {
    if let Some(number) = json.as_f64() {
        return Value::Number(number);
    }
    if let Some(text) = json.as_string() {
        return Value::Text(text);
    }
    if depth == 0 {
        return Value::Other;
    }
    if let Some(values) = json.dyn_ref::<Array>() {
        let values = values.iter();
        return Value::List(values.map(|member| value(&member, depth - 1)).collect());
    }
    match json.dyn_ref::<Object>() {
        Some(object) => Value::Object(members(object, depth - 1)),
        None => Value::Other,
    }
}

fn members(object: &Object, depth: usize) -> Vec<(String, Value)> {
    let entries = Object::entries(object);
    let entries = entries.iter().map(|entry| {
        let entry: Array = entry.unchecked_into();
        let name = entry.get(0).as_string().unwrap_or_default();
        (name, value(&entry.get(1), depth))
    });
    entries.collect()
}
