//! What the page must show, computed natively by the same models from the inputs that it shows.

mod bars;
mod company;
mod controls;
mod figures;
mod line_charts;
mod maps;
mod projection;
mod waterfalls;

use hashpivot::model::Evaluation;
use hashpivot::model::parameters::{Inputs, Key};
use hashpivot::units::RevenueUnit;

use crate::page::Snapshot;

/// How far two numbers that should be the same may differ, as a part of the larger one.
const TOLERANCE: f64 = 1e-9;

/// Whether two numbers are the same but for rounding.
#[must_use]
pub fn is_close(a: f64, b: f64) -> bool {
    (a - b).abs() <= TOLERANCE * a.abs().max(b.abs())
}

/// What the page should show.
struct Expected {
    inputs: Inputs,
    results: Evaluation,
    unit: RevenueUnit,
}

/// Everything on the page that does not follow from its inputs, in words.
#[must_use]
pub fn disagreements(seen: &Snapshot) -> Vec<String> {
    let expected = match Expected::of(seen) {
        Ok(expected) => expected,
        Err(wrong) => return vec![wrong],
    };
    let mut wrong = controls::disagreements(seen);
    wrong.extend(missing_charts(seen));
    wrong.extend(figures::disagreements(seen, &expected));
    for chart in &seen.charts {
        let about = match chart.id.as_str() {
            "per-gross-mw" => bars::disagreements(chart, &expected),
            "margin-map" => maps::disagreements(chart, &expected),
            "cash-waterfall" => waterfalls::cash(chart, &expected),
            // It follows from the baseline too.
            "change-waterfall" => waterfalls::misdrawn(chart),
            // Their numbers follow from more than the inputs.
            "history-hashrate" | "history-revenue" | "miners-scatter" | "stages" | "deals"
            | "sites-cash" => line_charts::misdrawn(chart),
            "sum-of-parts" => company::parts(chart, &expected),
            "value-map" => company::on_the_map(chart, &expected),
            // It follows when the hand rests; stories compare its rows with the model's.
            "tornado" => Vec::new(),
            _ => line_charts::disagreements(chart, &expected),
        };
        wrong.extend(
            about
                .into_iter()
                .map(|text| format!("{}: {text}", chart.id)),
        );
    }
    wrong
}

/// The charts that the view should have and has not.
fn missing_charts(seen: &Snapshot) -> Vec<String> {
    let wanted: &[&str] = match seen.view.as_str() {
        "hashprice" => &[
            "profit-by-price",
            "profit-by-difficulty",
            "profit-by-power-price",
            "profit-by-efficiency",
            "margin-map",
            "cash-waterfall",
            "change-waterfall",
        ],
        "pivot" => &[
            "cumulative-cash",
            "per-gross-mw",
            "frontier",
            "levered-cash",
            "deals",
            "stages",
        ],
        "network" => &[
            "cost-curve",
            "epochs",
            "equilibrium-by-price",
            "hashprice-by-price",
        ],
        "miners" => &["miners-scatter"],
        "valuation" => &["market-cap", "price-growth", "sum-of-parts", "value-map"],
        "outlook" => &["tornado"],
        view => return vec![format!("the oracle does not know the view “{view}”")],
    };
    let is_missing = |id: &&&str| !seen.charts.iter().any(|chart| chart.id == **id);
    let missing = wanted.iter().filter(is_missing);
    missing
        .map(|id| format!("there is no chart {id}"))
        .collect()
}

/// The inputs that the page shows.
///
/// # Errors
/// When they are not valid together.
pub fn inputs(seen: &Snapshot) -> Result<Inputs, String> {
    let implied = Inputs::default().difficulty().to_number();
    let given = seen.controls.iter().filter(|control| {
        // Until it is touched, difficulty follows from the preset's network hashrate.
        control.key != Key::Difficulty.name() || !is_close(control.value, implied)
    });
    Inputs::from_entries(given.map(|control| (control.key.as_str(), Some(control.value))))
        .map_err(|error| error.to_string())
}

impl Expected {
    fn of(seen: &Snapshot) -> Result<Self, String> {
        let inputs = inputs(seen)?;
        let results = Evaluation::of(&inputs);
        let unit = RevenueUnit::from_key(&seen.unit)
            .ok_or_else(|| format!("the unit is “{}”", seen.unit))?;
        Ok(Self {
            inputs,
            results,
            unit,
        })
    }

    /// An amount in USD/EH/day in the unit that the page shows.
    fn shown(&self, usd_per_eh_day: f64) -> f64 {
        self.unit
            .from_usd_per_eh_day(usd_per_eh_day, self.inputs.btc_price())
    }
}
