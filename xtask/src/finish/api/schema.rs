//! The JSON Schema of the inputs: what validates is what the models take.

use hashpivot::model::parameters::{Key, Parameter};
use serde_json::{Map, Value, json};

use super::types::takes_null;
use crate::project;

/// The schema of the object of inputs (JSON Schema 2020-12).
pub(super) fn of_inputs() -> Value {
    let properties: Map<_, _> = Key::ALL
        .map(|key| (key.name().to_owned(), property(key.parameter())))
        .into_iter()
        .collect();
    let mut rules = vec![one_display_of_difficulty()];
    rules.extend(ramps_within_their_lease());
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": format!("Inputs of Hashpivot {}", project::VERSION),
        "description": "What is left out takes the default; null is absent.",
        "type": "object",
        "additionalProperties": false,
        "properties": properties,
        "allOf": rules,
    })
}

fn property(row: &Parameter) -> Value {
    let number = if row.whole { "integer" } else { "number" };
    let kind = match takes_null(row) {
        true => json!([number, "null"]),
        false => json!(number),
    };
    json!({
        "title": row.label,
        "description": row.help,
        "type": kind,
        "minimum": as_json(row.min),
        "maximum": as_json(row.max),
        "default": row.default.map(as_json),
        "x-unit": row.unit,
        "x-scale": row.scale,
        "x-group": row.group,
        "x-source": row.source,
    })
}

/// Difficulty and network hashrate are one quantity: not a number for both.
fn one_display_of_difficulty() -> Value {
    let keys = [Key::Difficulty, Key::NetworkHashrate].map(Key::name);
    let numbers: Map<_, _> = keys
        .map(|key| (key.to_owned(), json!({ "type": "number" })))
        .into_iter()
        .collect();
    json!({
        "description": "Give difficulty or network_hashrate, not both.",
        "not": { "required": keys, "properties": numbers },
    })
}

/// The ramp is at most the lease: a rule for each tenor that is shorter than the longest ramp.
fn ramps_within_their_lease() -> impl Iterator<Item = Value> {
    let [tenor, ramp] = [Key::Tenor, Key::RampMonths].map(Key::parameter);
    let shorter = (1..).take_while(|years| 12.0 * f64::from(*years) < ramp.max);
    shorter.map(|years: u32| {
        let lease = json!({ tenor.key: { "const": years } });
        let longest = json!({ ramp.key: { "maximum": 12 * years } });
        json!({
            "if": { "required": [tenor.key], "properties": lease },
            "then": { "properties": longest },
        })
    })
}

/// A number as JSON writes it: without a fraction where there is none.
fn as_json(number: f64) -> Value {
    const MAX_SAFE: f64 = 9_007_199_254_740_991.0;
    if number.fract() == 0.0 && number.abs() <= MAX_SAFE {
        (number as i64).into()
    } else {
        number.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_row_of_the_table_is_a_property() {
        let schema = of_inputs();
        for key in Key::ALL {
            let row = key.parameter();
            let property = &schema["properties"][row.key];
            assert_eq!(property["minimum"].as_f64(), Some(row.min), "{}", row.key);
            assert_eq!(property["maximum"].as_f64(), Some(row.max), "{}", row.key);
            assert_eq!(property["default"].as_f64(), row.default, "{}", row.key);
            assert_eq!(property["x-unit"], row.unit, "{}", row.key);
        }
    }

    #[test]
    fn whole_numbers_are_written_without_a_fraction() {
        assert_eq!(
            as_json(9_007_199_254_740_991.0).to_string(),
            "9007199254740991"
        );
        assert_eq!(as_json(0.001).to_string(), "0.001");
        assert_eq!(as_json(-95.0).to_string(), "-95");
    }
}
