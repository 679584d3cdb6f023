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

use yew::prelude::*;

use self::cash_chart::{CumulativeCash, LeveredCash, Props as CashProps};
use self::conditions::conditions;
use self::deals_chart::DealsChart;
use self::frontier_chart::{FrontierChart, Props as FrontierProps};
use self::gain::gain;
use self::key_figures::{key_figures, other_figures};
use self::megawatt_chart::{MegawattChart, Props as MegawattProps};
use self::sentence::sentence;
use self::sites::{Props as SitesProps, Sites};
use self::start_from::start_from;
use crate::ui::figures::Figures;

/// Sentence, key figures, a deal as a start, charts, what decides, sites, every figure.
pub fn view(figures: Figures<'_>) -> Html {
    let Figures {
        state,
        now,
        before,
        act,
    } = figures;
    let cash = CashProps::of(figures);
    let sites = SitesProps {
        sites: state.sites.clone(),
        inputs: state.inputs.clone(),
        baseline: state.baseline.clone(),
        pivot: now.pivot().clone(),
        pivot_before: before.pivot().clone(),
        choices: state.choices,
        act: act.clone(),
    };
    html! {
        <>
            { sentence(figures) }
            { key_figures(figures) }
            { start_from(&state.inputs, act) }
            <div class="hp-charts">
                <CumulativeCash ..cash.clone() />
                <MegawattChart ..MegawattProps::of(figures) />
                <FrontierChart ..FrontierProps::of(figures) />
                <LeveredCash ..cash />
                { conditions(figures) }
                { gain(figures) }
                <DealsChart inputs={state.inputs.clone()} baseline={state.baseline.clone()} choices={state.choices} act={act.clone()} />
                <Sites ..sites />
            </div>
            { other_figures(figures) }
            <p class="hp-caveat">
                { "Not modelled: tax, working capital, power curtailment of the tenant, terminal value of mining. \
                   Discount rates, renewal, execution and the hashprice drift are our assumptions: every one is an input." }
            </p>
        </>
    }
}
