//! Compares what Node computed with what the models compute natively, bit by bit.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use hashpivot::model::margin_map::{self, Axis};
use hashpivot::model::parameters::{Given, Inputs, Key};
use hashpivot::model::signals::{self, Date, History};
use hashpivot::model::{Evaluation, attribution, difficulty_lag, screen, sites, stress, tornado};
use serde_json::{Map, Value, json};

/// The first number of the file at `path` that differs from the native one: which input and where.
///
/// # Errors
/// When the file is not what `tests/api/reference.mjs` writes.
pub(super) fn first_difference(path: &Path) -> Result<Option<String>> {
    let text =
        std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let samples: Vec<Value> = serde_json::from_str(&text).context("it is not JSON")?;
    ensure!(samples.len() >= 500, "only {} samples", samples.len());
    let all = samples
        .iter()
        .map(|sample| inputs(&sample["inputs"]))
        .collect::<Result<Vec<_>>>()?;
    for (index, sample) in samples.iter().enumerate() {
        let here = results(&all, index)?;
        if let Some(found) = difference(&sample["results"], &here, "") {
            return Ok(Some(format!(
                "input {index}, {found} natively, for {}",
                sample["inputs"]
            )));
        }
    }
    println!("{} inputs agree in every bit.", samples.len());
    Ok(None)
}

/// The inputs of a sample.
fn inputs(sample: &Value) -> Result<Inputs> {
    let entries = sample.as_object().context("inputs are an object")?;
    let entries = entries.iter().map(|(key, value)| {
        (
            key.as_str(),
            value.as_f64().map_or(Given::Null, Given::Number),
        )
    });
    Ok(Inputs::from_entries(entries)?)
}

/// What is slow or long is asked for one input in so many.
const SELDOM: usize = 10;

/// What `results` of `tests/api/sample.mjs` gives.
fn results(all: &[Inputs], index: usize) -> Result<Value> {
    let inputs = &all[index];
    let evaluation = Evaluation::of(inputs);
    let earlier = &all[index.saturating_sub(1)];
    let path = difficulty_lag::simulate(inputs);
    let mut results = json!({
        "evaluate": {
            "hashprice": evaluation.hashprice(),
            "cost_curve": evaluation.cost_curve(),
            "valuation": evaluation.valuation(),
            "pivot": evaluation.pivot(),
            "sum_of_parts": evaluation.sum_of_parts(),
        },
        "simulate": path,
        "attribution": attribution::attribution(earlier, inputs),
        "stress": stress::stress(inputs),
        "screen": screen::screen(&screen::archetypes(), inputs),
    });
    if index.is_multiple_of(SELDOM) {
        let list = [
            vec![
                ("start_month", Given::Number(7.0)),
                ("contract", Given::from("memorandum")),
            ],
            vec![("gross_mw", Given::Number(50.0))],
        ];
        let start = Date::parse("2025-12-31").context("it is a date")?;
        let history = History::from_simulation(&path, start);
        let efficiency = Axis {
            window: Key::Efficiency.parameter().slider,
            count: 5,
        };
        let power_price = Axis {
            window: (10.0, 90.0),
            count: 4,
        };
        results["margin_map"] = json!(margin_map::margin_map(inputs, efficiency, power_price));
        results["tornado"] = json!(tornado::tornado(inputs, "expected_npv_gain")?);
        results["sites"] = json!(sites::sites(&sites::read(inputs, list)?));
        results["signals"] = json!(signals::signals(&history, inputs));
    }
    Ok(results)
}

/// Where two values first differ, and how.
fn difference(node: &Value, native: &Value, path: &str) -> Option<String> {
    match (node, native) {
        (Value::Object(node), Value::Object(native)) => {
            let keys = |map: &Map<_, _>| map.keys().cloned().collect::<Vec<String>>();
            if keys(node) != keys(native) {
                return Some(format!(
                    "{path}: {:?} in Node, {:?}",
                    keys(node),
                    keys(native)
                ));
            }
            let pairs = node.iter().zip(native.values());
            pairs
                .map(|((key, node), native)| difference(node, native, &format!("{path}.{key}")))
                .find_map(|found| found)
        }
        (Value::Array(node), Value::Array(native)) => {
            if node.len() != native.len() {
                return Some(format!(
                    "{path}: length {} in Node, {}",
                    node.len(),
                    native.len()
                ));
            }
            let pairs = node.iter().zip(native).enumerate();
            pairs
                .map(|(at, (node, native))| difference(node, native, &format!("{path}[{at}]")))
                .find_map(|found| found)
        }
        _ if is_same(node, native) => None,
        _ => Some(format!("{path}: {node} in Node, {native}")),
    }
}

/// Whether two values without parts are the same, numbers in every bit. The file writes −0 as a
/// text.
fn is_same(node: &Value, native: &Value) -> bool {
    let bits = |value: &Value| value.as_f64().map(f64::to_bits);
    match node {
        Value::Number(_) => bits(node) == bits(native),
        Value::String(text) if text == "-0" => bits(native) == Some((-0.0_f64).to_bits()),
        _ => node == native,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compare(node: &str, native: &Value) -> Option<String> {
        difference(&serde_json::from_str(node).expect("JSON"), native, "")
    }

    #[test]
    fn equal_bits_pass_and_the_last_bit_counts() {
        let native = json!({ "a": [0.1, 930_300_u64, null, -0.0, "renew"] });
        assert_eq!(
            compare(r#"{"a":[0.1,930300,null,"-0","renew"]}"#, &native),
            None
        );
        let found = compare(
            r#"{"a":[0.10000000000000002,930300,null,"-0","renew"]}"#,
            &native,
        );
        assert!(
            found
                .expect("differs")
                .starts_with(".a[0]: 0.10000000000000002 in Node")
        );
        assert!(compare(r#"{"a":[0.1,930300,null,0,"renew"]}"#, &native).is_some());
        assert!(compare(r#"{"a":[0.1,930300,0,"-0","renew"]}"#, &native).is_some());
    }

    #[test]
    fn what_only_one_side_has_is_found() {
        assert!(compare(r#"{"a":1}"#, &json!({ "a": 1, "b": 2 })).is_some());
        assert!(compare(r#"{"a":[1]}"#, &json!({ "a": [1, 2] })).is_some());
    }
}
