//! The HPC pivot view: the same megawatts as a mine or as a data centre.

mod cash_chart;
mod conditions;
mod deals_chart;
mod frontier_chart;
mod gain;
mod key_figures;
mod megawatt_chart;
mod sentence;
mod sites;
mod start_from;

use std::rc::Rc;

use yew::prelude::*;

use self::cash_chart::{CumulativeCash, LeveredCash, Props as CashProps};
use self::conditions::Conditions;
use self::deals_chart::DealsChart;
use self::frontier_chart::{FrontierChart, Props as FrontierProps};
use self::gain::Gain;
use self::key_figures::{key_figures, other_figures};
use self::megawatt_chart::{MegawattChart, Props as MegawattProps};
use self::sentence::{changes, sentence};
use self::sites::{Props as SitesProps, Sites};
use self::start_from::start_from;
use crate::model::Evaluation;
use crate::state::State;
use crate::ui::figures::Figures;
use crate::ui::seen::{seen, seen_card, seen_chart};

/// Finds the list of sites and its charts.
const SITES: &str = "[data-chart=stages],[data-chart=sites-cash],[aria-labelledby=hp-sites]";

/// What the panels of the view are made from.
#[derive(PartialEq, Properties)]
struct PanelProps {
    /// The state of the page.
    state: Rc<State>,
    /// The results.
    now: Rc<Evaluation>,
}

impl PanelProps {
    fn of(figures: Figures<'_>) -> Self {
        Self {
            state: Rc::clone(figures.state),
            now: Rc::clone(figures.now),
        }
    }
}

/// One chart of the view.
pub fn chart(figures: Figures<'_>, id: &'static str) -> Html {
    let state = figures.state;
    match id {
        "cumulative-cash" => html! { <CumulativeCash ..CashProps::of(figures) /> },
        "levered-cash" => html! { <LeveredCash ..CashProps::of(figures) /> },
        "per-gross-mw" => html! { <MegawattChart ..MegawattProps::of(figures) /> },
        "frontier" => html! { <FrontierChart ..FrontierProps::of(figures) /> },
        "deals" => html! {
            <DealsChart inputs={state.inputs.clone()} baseline={state.baseline.clone()} choices={state.choices}
                act={figures.act.clone()} />
        },
        _ => html! { <Sites ..SitesProps { only: Some(id), ..SitesProps::of(figures) } /> },
    }
}

/// Sentence, key figures, a deal as a start, charts and what changed, what decides, sites, every figure.
pub fn view(figures: Figures<'_>) -> Html {
    let Figures { state, act, .. } = figures;
    let chart = |id| seen_chart(id, chart(figures, id));
    html! {
        <>
            { sentence(figures) }
            { key_figures(figures) }
            { start_from(&state.inputs, act) }
            <div class="hp-charts">
                { chart("cumulative-cash") }
                { chart("per-gross-mw") }
                { changes(figures) }
                { chart("frontier") }
                { chart("levered-cash") }
                { seen_card("hp-conditions", html! { <Conditions ..PanelProps::of(figures) /> }) }
                { seen_card("hp-gain", html! { <Gain ..PanelProps::of(figures) /> }) }
                { chart("deals") }
                { seen(SITES, html! { <Sites ..SitesProps::of(figures) /> }) }
            </div>
            { other_figures(figures) }
            <p class="hp-caveat">
                { "Not modelled: tax, working capital, power curtailment of the tenant, terminal value of mining. \
                   Discount rates, renewal, execution and the hashprice drift are our assumptions: every one is an input." }
            </p>
        </>
    }
}
