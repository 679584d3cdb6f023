//! The functions of `hashpivot.js`, but for `signals`: what the models say about inputs, sites and
//! miners.

use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::given::{self, Entries};
use super::{Answer, answer, axis, miners, refusal};
use crate::model::attribution::Attribution;
use crate::model::cost_curve::CostCurve;
use crate::model::hashprice::Hashprice;
use crate::model::parameters::{Key, Parameter};
use crate::model::pivot::Pivot;
use crate::model::sum_of_parts::SumOfParts;
use crate::model::valuation::Valuation;
use crate::model::{self, Evaluation, screen};

const SITE: &str = "a plain object of inputs with name, start_month and contract, such as \
                    { name: \"North\", start_month: 6, gross_mw: 100 }";

/// Which release computes.
#[derive(Serialize)]
struct Version {
    package: &'static str,
    model: &'static str,
}

/// The versions of the package and of the models.
///
/// # Errors
/// None; the type is that of every function here.
#[wasm_bindgen]
pub fn version() -> Answer {
    answer(&Version {
        package: env!("CARGO_PKG_VERSION"),
        model: model::MODEL_VERSION,
    })
}

/// The rows of the parameter table.
///
/// # Errors
/// None; the type is that of every function here.
#[wasm_bindgen]
pub fn parameters() -> Answer {
    let rows: [&Parameter; Key::ALL.len()] = Key::ALL.map(Key::parameter);
    answer(&rows.as_slice())
}

/// The results of every model, under its name.
#[derive(Serialize)]
struct Results<'a> {
    hashprice: &'a Hashprice,
    cost_curve: &'a CostCurve,
    valuation: &'a Valuation,
    pivot: &'a Pivot,
    sum_of_parts: &'a SumOfParts,
}

/// What the models say about `inputs`.
///
/// # Errors
/// When an input is refused.
#[wasm_bindgen]
pub fn evaluate(inputs: &JsValue) -> Answer {
    let evaluation = Evaluation::of(&given::inputs("inputs", inputs)?);
    answer(&Results {
        hashprice: evaluation.hashprice(),
        cost_curve: evaluation.cost_curve(),
        valuation: evaluation.valuation(),
        pivot: evaluation.pivot(),
        sum_of_parts: evaluation.sum_of_parts(),
    })
}

/// The network's way from `inputs`, epoch by epoch.
///
/// # Errors
/// When an input is refused.
#[wasm_bindgen]
pub fn simulate(inputs: &JsValue) -> Answer {
    let inputs = given::inputs("inputs", inputs)?;
    answer(&model::difficulty_lag::simulate(&inputs))
}

/// Why gross profit changed between two sets of inputs.
///
/// # Errors
/// When an input is refused.
#[wasm_bindgen]
pub fn attribution(from: &JsValue, to: &JsValue) -> Answer {
    let [from, to] = [("from", from), ("to", to)].map(|(name, value)| given::inputs(name, value));
    let parts: Attribution = model::attribution::attribution(&from?, &to?);
    answer(&parts)
}

/// Gross margin over efficiency and power price, and where it is zero.
///
/// # Errors
/// When an input or an axis is refused.
#[wasm_bindgen]
pub fn margin_map(inputs: &JsValue, efficiency: &JsValue, power_price: &JsValue) -> Answer {
    let inputs = given::inputs("inputs", inputs)?;
    let efficiency = axis::read(Key::Efficiency, efficiency)?;
    let power_price = axis::read(Key::PowerPrice, power_price)?;
    answer(&model::margin_map::margin_map(
        &inputs,
        efficiency,
        power_price,
    ))
}

/// How far a result swings when each input of its model moves by a tenth.
///
/// # Errors
/// When an input is refused, or `output` is not the name of a result.
#[wasm_bindgen]
pub fn tornado(inputs: &JsValue, output: &JsValue) -> Answer {
    let inputs = given::inputs("inputs", inputs)?;
    let output = given::text(
        "output",
        output,
        "the name of a result such as \"gross_profit\"",
    )?;
    let bars = model::tornado::tornado(&inputs, &output);
    answer(&bars.map_err(|error| refusal::of_type(&error))?)
}

/// What named changes of several inputs do to four results.
///
/// # Errors
/// When an input is refused.
#[wasm_bindgen]
pub fn stress(inputs: &JsValue) -> Answer {
    let inputs = given::inputs("inputs", inputs)?;
    answer(&model::stress::stress(&inputs))
}

/// What a list of conversions adds up to; what a site leaves out is as in `inputs`.
///
/// # Errors
/// When an input or a site is refused.
#[wasm_bindgen]
pub fn sites(list: &JsValue, inputs: &JsValue) -> Answer {
    let inputs = given::inputs("inputs", inputs)?;
    let list = given::list("list", list, SITE)?;
    let list = model::sites::read(&inputs, list.iter().map(Entries::iter));
    answer(&model::sites::sites(
        &list.map_err(|error| refusal::of_sites(&error))?,
    ))
}

/// A row for each miner at the market of `inputs`.
///
/// # Errors
/// When an input or a miner is refused.
#[wasm_bindgen(js_name = "screen")]
pub fn screen_rows(rows: &JsValue, inputs: &JsValue) -> Answer {
    let inputs = given::inputs("inputs", inputs)?;
    answer(&screen::screen(
        &miners::list("rows", rows, &inputs)?,
        &inputs,
    ))
}

/// Two miners, long one and short the other, at the market of `inputs`.
///
/// # Errors
/// When an input or a miner is refused.
#[wasm_bindgen]
pub fn pair(long: &JsValue, short: &JsValue, inputs: &JsValue) -> Answer {
    let inputs = given::inputs("inputs", inputs)?;
    let long = miners::one("long", 1, long, &inputs)?;
    let short = miners::one("short", 2, short, &inputs)?;
    answer(&screen::pair(&long, &short, &inputs))
}

/// Illustrative miners to start from.
///
/// # Errors
/// None; the type is that of every function here.
#[wasm_bindgen]
pub fn archetypes() -> Answer {
    answer(&screen::archetypes())
}
