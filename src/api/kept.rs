//! What a table keeps besides the rows that were read, as a caller hands it back to be written: rows
//! that could not be read, and columns that no model asks for.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};

use super::given::{self, Members};
use super::refusal;
use crate::tables::{UnknownColumn, UnreadRow};

const ROW: &str = "a plain object with cells, extra and surplus, as a table has it";
const COLUMN: &str = "a plain object with name and cells, as a table has it";

/// A table in parts.
pub(super) struct Parts {
    /// What messages call the list of its rows.
    pub name: String,
    /// The list.
    pub rows: JsValue,
    /// What messages call the table.
    argument: &'static str,
    unread: JsValue,
    unknown: JsValue,
}

impl Parts {
    /// The parts of the argument called `argument`: a list of rows alone, or a table whose rows
    /// stand under `key`; `wanted` is what the message of a refusal asks for.
    ///
    /// # Errors
    /// What the function throws: an argument that is neither, or holds what no table has.
    pub fn of(
        argument: &'static str,
        key: &str,
        value: &JsValue,
        wanted: &str,
    ) -> Result<Self, JsValue> {
        let mut parts = Self {
            name: argument.to_owned(),
            rows: value.clone(),
            argument,
            unread: JsValue::UNDEFINED,
            unknown: JsValue::UNDEFINED,
        };
        if Array::is_array(value) {
            return Ok(parts);
        }
        let members = given::members(argument, value, wanted)?;
        parts.name = format!("{argument}.{key}");
        parts.rows = members.get(key);
        if parts.rows.is_undefined() {
            return Err(refusal::of_argument(argument, &given::given(value), wanted));
        }
        for (name, member) in members.0 {
            match name.as_str() {
                "unread" => parts.unread = member,
                "unknown" => parts.unknown = member,
                // What was said about one file is not written to another.
                "missing" | "filled" => {}
                name if name == key => {}
                name => {
                    let wanted = format!("{key}, unread and unknown");
                    let name = format!("{argument}.{name}");
                    return Err(refusal::of_argument(&name, &given::given(&member), &wanted));
                }
            }
        }
        Ok(parts)
    }

    /// The columns that no model asks for, each with a text for each of so many rows.
    ///
    /// # Errors
    /// What the function throws: what is no list of such columns.
    pub fn unknown(&self, rows: usize) -> Result<Vec<UnknownColumn>, JsValue> {
        self.list("unknown", &self.unknown, COLUMN, &|name, column| {
            Ok(UnknownColumn {
                column: 0,
                name: given::text(&format!("{name}.name"), &column.get("name"), "a text")?,
                cells: texts(&format!("{name}.cells"), &column.get("cells"), Some(rows))?,
            })
        })
    }

    /// The rows that could not be read, with a text for each of so many known and unknown columns.
    ///
    /// # Errors
    /// What the function throws: what is no list of such rows.
    pub fn unread(&self, known: usize, unknown: usize) -> Result<Vec<UnreadRow>, JsValue> {
        self.list("unread", &self.unread, ROW, &|name, row| {
            let texts = |key, count| texts(&format!("{name}.{key}"), &row.get(key), count);
            Ok(UnreadRow {
                line: 0,
                cells: texts("cells", Some(known))?,
                extra: texts("extra", Some(unknown))?,
                surplus: texts("surplus", None)?,
                problems: Vec::new(),
            })
        })
    }

    /// What `read` makes of each object of a list; nothing where there is no list.
    fn list<T>(
        &self,
        key: &str,
        value: &JsValue,
        wanted: &str,
        read: &dyn Fn(&str, &Members) -> Result<T, JsValue>,
    ) -> Result<Vec<T>, JsValue> {
        if value.is_undefined() {
            return Ok(Vec::new());
        }
        let name = format!("{}.{key}", self.argument);
        let element = |(index, value): (usize, JsValue)| {
            let name = format!("{name}[{index}]");
            read(&name, &given::members(&name, &value, wanted)?)
        };
        let list = given::array(&name, value, wanted)?;
        list.iter().enumerate().map(element).collect()
    }
}

/// The texts of the list called `name`, of which there are `count` where that is given.
fn texts(name: &str, value: &JsValue, count: Option<usize>) -> Result<Vec<String>, JsValue> {
    let list = value.dyn_ref::<Array>();
    let texts = list.and_then(|list| list.iter().map(|text| text.as_string()).collect());
    let texts = texts.filter(|texts: &Vec<String>| count.is_none_or(|count| texts.len() == count));
    texts.ok_or_else(|| {
        let count = count.map_or(String::new(), |count| format!("{count} "));
        let wanted = format!("an array of {count}texts");
        refusal::of_argument(name, &given::given(value), &wanted)
    })
}
