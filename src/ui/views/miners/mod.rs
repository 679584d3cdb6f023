//! The Miners view: miners side by side, at the page's market.

mod cell;
mod editor;
mod figures;
mod intake;
mod pairing;
mod ranking;
mod scatter_chart;
mod sentence;
mod share_moves;

use std::rc::Rc;

use yew::prelude::*;

use editor::editor;
use intake::RowsIn;
use pairing::pairing;
use ranking::Ranking;
use scatter_chart::ScatterChart;
use sentence::sentence;
use share_moves::share_moves;

use crate::format;
use crate::model::parameters::{Inputs, Key};
use crate::model::screen::{Miner, screen};
use crate::state::{Action, Choices, Pairing, State};
use crate::ui::figures::Figures;
use crate::ui::seen::seen_chart;
use crate::units::RevenueUnit;

/// Outputs shown as key figures: what the market pays, now and then, and what it asks of a fleet.
const KEY_FIGURES: &[&str] = &[
    "hashprice",
    "equilibrium_hashprice",
    "online_share",
    "breakeven_power_price",
    "breakeven_efficiency",
];

/// Key figures, and everything about the miners.
pub fn view(figures: Figures<'_>) -> Html {
    let Figures { state, act, .. } = figures;
    let notes = notes(state);
    let key_figures = figures.cards_of(KEY_FIGURES, &notes.each_ref().map(String::as_str));
    html! {
        <Miners miners={state.miners.clone()} pair={state.pair.clone()} choices={state.choices} inputs={state.inputs.clone()}
            baseline={state.baseline.clone()} unit={state.unit} rows_in={Rc::clone(&state.miner_rows)} act={act.clone()} {key_figures} />
    }
}

/// The map of the miners.
pub fn chart(figures: Figures<'_>) -> Html {
    let State {
        miners,
        inputs,
        baseline,
        unit,
        ..
    } = &**figures.state;
    let rows = Rc::new(screen(miners, inputs));
    html! {
        <ScatterChart {rows} miners={miners.clone()} inputs={inputs.clone()} baseline={baseline.clone()} unit={*unit} />
    }
}

/// What the view is made from.
#[derive(Clone, PartialEq, Properties)]
struct Props {
    miners: Vec<Miner>,
    pair: Pairing,
    choices: Choices,
    inputs: Inputs,
    baseline: Inputs,
    unit: RevenueUnit,
    rows_in: AttrValue,
    act: Callback<Action>,
    key_figures: Html,
}

#[component]
fn Miners(
    Props {
        miners,
        pair,
        choices,
        inputs,
        baseline,
        unit,
        rows_in,
        act,
        key_figures,
    }: &Props,
) -> Html {
    let rows = use_memo((miners.clone(), inputs.clone()), |(miners, inputs)| {
        screen(miners, inputs)
    });
    html! {
        <>
            { sentence(inputs, *unit, &rows) }
            { key_figures.clone() }
            <Ranking rows={Rc::clone(&rows)} miners={miners.clone()} price={inputs.btc_price()} unit={*unit}
                pair={pair.clone()} told={pairing(pair, miners, inputs)} choices={*choices} act={act.clone()} />
            { seen_chart("miners-scatter", html! {
                <ScatterChart rows={Rc::clone(&rows)} miners={miners.clone()} inputs={inputs.clone()}
                    baseline={baseline.clone()} unit={*unit} />
            }) }
            { editor(miners, inputs, act) }
            <RowsIn miners={miners.clone()} inputs={inputs.clone()} text={rows_in} act={act.clone()} />
            { share_moves() }
        </>
    }
}

/// What each key figure is, after what it is per.
fn notes(state: &State) -> [String; KEY_FIGURES.len()] {
    let efficiency = format::significant(state.inputs.efficiency(), 3, 0);
    let power = format::input_text(Key::PowerPrice, state.inputs.power_price());
    [
        "what the market pays".to_owned(),
        "once the network has settled".to_owned(),
        "of the hashrate covers its power".to_owned(),
        format!("at {efficiency} J/TH"),
        format!("at {power}"),
    ]
}
