//! Gross margin over efficiency and power price, with the fleet as a dot.

use yew::prelude::*;

use crate::format::input_text;
use crate::model::margin::Margin;
use crate::model::margin_map::{Axis, gross_margin_at, margin_map};
use crate::model::parameters::{Inputs, Key};
use crate::model::sweep;
use crate::ui::chart::{Heat, HeatMap, Level, MapValue, Spot, XText};

/// Efficiencies and power prices of the grid.
const COLUMNS: usize = 25;
const ROWS: usize = 17;

/// Where colours begin, and the names of the lines there.
const LEVELS: [(f64, &str); 6] = [
    (-0.5, "−50%"),
    (-0.25, "−25%"),
    (0.0, "0%"),
    (0.25, "25%"),
    (0.5, "50%"),
    (0.75, "75%"),
];
/// The level of no margin.
const EVEN: usize = 2;

/// What the map shows.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// Today's inputs.
    pub inputs: Inputs,
    /// The baseline's.
    pub baseline: Inputs,
    /// The efficiency of no gross profit, J/TH.
    pub breakeven_efficiency: Option<f64>,
    /// The power price of no gross profit, USD/MWh.
    pub breakeven_power_price: f64,
}

/// The map: computed for the market and the stretches of the axes, and not again where only the fleet
/// moves on it.
#[component]
pub fn Margins(props: &Props) -> Html {
    let Props {
        inputs, baseline, ..
    } = props;
    let stretch = |key, breakeven| window(inputs, baseline, key, breakeven);
    let across = stretch(Key::Efficiency, props.breakeven_efficiency);
    let up = stretch(Key::PowerPrice, Some(props.breakeven_power_price));
    let heat = use_memo((market(inputs), across, up), |(market, across, up)| {
        heat(market, *across, *up)
    });
    let margin = Margin::of(inputs);
    let spot = |inputs: &Inputs| {
        let (x, y) = (inputs.efficiency(), inputs.power_price());
        let value = gross_margin_at(&margin, x, y);
        Spot { x, y, value }
    };
    let (today, before) = (spot(inputs), spot(baseline));
    let before = Some(before).filter(|before| *before != today);
    let value_at = use_callback(inputs.clone(), |(efficiency, power_price), inputs| {
        gross_margin_at(&Margin::of(inputs), efficiency, power_price)
    });
    html! {
        <HeatMap id="margin-map" title="Who still makes money" answer={answer(props)}
            foot="colours and lines: gross margin" {heat} {today} baseline={before} {value_at} />
    }
}

/// The inputs without those that the map has along its axes.
fn market(inputs: &Inputs) -> Inputs {
    inputs.at_presets(&[Key::Efficiency, Key::PowerPrice])
}

/// The stretch of an axis: today and break-even with room around them, and the baseline unless it is
/// far away.
fn window(inputs: &Inputs, baseline: &Inputs, key: Key, breakeven: Option<f64>) -> (f64, f64) {
    let (_, high) = sweep::window(inputs, key, breakeven);
    let before = baseline.effective(key).unwrap_or(high);
    let high = if before < 2.0 * high {
        high.max(before)
    } else {
        high
    };
    // No machine needs nothing, while power may cost nothing.
    let low = if key == Key::Efficiency {
        high / 8.0
    } else {
        0.0
    };
    (low.min(inputs.effective(key).unwrap_or(low)), high)
}

fn heat(market: &Inputs, across: (f64, f64), up: (f64, f64)) -> Heat {
    let axis = |window, count| Axis { window, count };
    let map = margin_map(market, axis(across, COLUMNS), axis(up, ROWS));
    let level = |(from, name): (f64, &'static str)| Level { from, name };
    Heat {
        x: map.efficiency,
        y: map.power_price,
        values: map.gross_margin,
        levels: LEVELS.map(level).into(),
        even: EVEN,
        bad: "loss",
        x_text: XText::Input(Key::Efficiency),
        y_text: XText::Input(Key::PowerPrice),
        value: MapValue::GrossMargin,
    }
}

/// "At $45/MWh, machines of up to 35.83 J/TH make a profit; yours need 20 J/TH."
fn answer(props: &Props) -> String {
    let Some(limit) = props.breakeven_efficiency else {
        let power = if Margin::of(&props.inputs).power_cost() < 0.0 {
            "Your power earns money by itself"
        } else {
            "Power costs nothing"
        };
        return format!("{power}, so every machine makes money.");
    };
    let power = input_text(Key::PowerPrice, props.inputs.power_price());
    let yours = input_text(Key::Efficiency, props.inputs.efficiency());
    let limit = input_text(Key::Efficiency, limit);
    format!("At {power}, machines of up to {limit} make a profit; yours need {yours}.")
}
