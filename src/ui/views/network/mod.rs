//! The Network view: what the network does about the hashprice.

mod calibrate;
mod cost_curve_chart;
mod epochs_chart;
mod sentence;
mod settled_charts;
mod signals;

use std::rc::Rc;

use yew::prelude::*;

use calibrate::installed;
use cost_curve_chart::CostCurveChart;
use epochs_chart::EpochsChart;
use sentence::sentence;
use settled_charts::SettledCharts;
use signals::{HistoryCharts, Signals};

use crate::facts::jpmorgan;
use crate::format;
use crate::model::cost_curve::{self, CostCurve};
use crate::model::difficulty_lag::simulate;
use crate::model::outputs::Model;
use crate::state::State;
use crate::ui::figures::Figures;
use crate::ui::seen::{seen, seen_card, seen_chart};

/// Outputs shown as key figures.
const KEY_FIGURES: &[&str] = &[
    "online_share",
    "capacity",
    "equilibrium_hashrate",
    "equilibrium_hashprice",
    "your_percentile",
];

/// Sentence, key figures, charts, what the installed hashrate is, signals.
pub fn view(figures: Figures<'_>) -> Html {
    let Figures {
        state, now, act, ..
    } = figures;
    let (inputs, baseline, unit) = (&state.inputs, &state.baseline, state.unit);
    let path = Rc::new(simulate(inputs));
    let before = (inputs != baseline).then(|| Rc::new(simulate(baseline)));
    html! {
        <>
            { sentence(state, now, &path) }
            { figures.cards(Model::COST_CURVE, KEY_FIGURES, &notes(state, now.cost_curve())) }
            <div class="hp-charts">
                { seen_chart("cost-curve", html! {
                    <CostCurveChart inputs={inputs.clone()} baseline={baseline.clone()} {unit} />
                }) }
                { seen_chart("epochs", html! {
                    <EpochsChart path={Rc::clone(&path)} {before} {unit} baseline={super::baseline_name(inputs, baseline)} />
                }) }
                { seen("[data-chart$=by-price]", html! {
                    <SettledCharts inputs={inputs.clone()} baseline={baseline.clone()} {unit} />
                }) }
            </div>
            { seen_card("hp-installed", installed(inputs, act)) }
            { seen_card("hp-signals", html! {
                <Signals inputs={inputs.clone()} {path} {unit} choices={state.choices} rows={Rc::clone(&state.history_rows)}
                    act={act.clone()} />
            }) }
        </>
    }
}

/// One chart of the view; the history is the reported one.
pub fn chart(figures: Figures<'_>, id: &'static str) -> Html {
    let state = figures.state;
    let (inputs, baseline, unit) = (state.inputs.clone(), state.baseline.clone(), state.unit);
    match id {
        "cost-curve" => html! { <CostCurveChart {inputs} {baseline} {unit} /> },
        "epochs" => {
            let before = (inputs != baseline).then(|| Rc::new(simulate(&baseline)));
            let name = super::baseline_name(&inputs, &baseline);
            html! { <EpochsChart path={Rc::new(simulate(&inputs))} {before} {unit} baseline={name} /> }
        }
        "equilibrium-by-price" | "hashprice-by-price" => html! {
            <SettledCharts {inputs} {baseline} {unit} only={id} />
        },
        _ => html! { <HistoryCharts history={Rc::new(jpmorgan::history())} {unit} only={id} /> },
    }
}

/// What stands under each key figure while nothing changed.
fn notes(state: &State, results: &CostCurve) -> Vec<String> {
    let running = cost_curve::running_hashrate(&state.inputs);
    let covering = if results.covers_nearly_none() {
        "the model's least: nearly none covers its power bill"
    } else {
        "covers its power bill"
    };
    vec![
        covering.to_owned(),
        "running or idle".to_owned(),
        format!("{} EH/s run today", format::significant(running, 4, 0)),
        "once it has settled".to_owned(),
        "of the installed hashrate".to_owned(),
    ]
}
