//! The HPC pivot view: the same megawatts as a mine or as a data centre.

use std::rc::Rc;

use yew::prelude::*;

use super::Props;
use crate::format;
use crate::model::parameters::Inputs;
use crate::model::pivot::Pivot as Results;
use crate::model::sweep::cumulative;
use crate::state::State;
use crate::ui::chart::{Bar, Bars, Curve, Ink, LineChart, Lines, XText, YText};
use crate::ui::figures::{FigureTable, KeyFigures};
use crate::units::HOURS_PER_YEAR;

/// Outputs shown as key figures.
const KEY_FIGURES: &[&str] = &["npv_gain", "expected_npv_gain", "irr", "payback_months", "noi_first_year"];

/// All other outputs of the model.
const OTHERS: &[&str] = &[
    "it_mw",
    "displaced_hashrate",
    "capex_total",
    "npv_hpc",
    "npv_convert",
    "npv_mining",
    "npv_run_off",
    "npv_renew",
    "noi_average",
    "yield_on_cost_first_year",
    "yield_on_cost_average",
    "multiple_on_capex",
    "levered_irr",
    "min_dscr",
    "equity_needed",
    "breakeven_lease_rate",
    "breakeven_overrun_pct",
    "breakeven_hashprice",
    "breakeven_delay_months",
    "hpc_revenue_per_gross_mw_year",
    "hpc_margin_per_gross_mw_year",
    "mining_revenue_per_gross_mw_year",
    "mining_margin_per_gross_mw_year",
];

/// Sentence, key figures, cumulative cash, the megawatt in both uses, every figure.
#[component]
pub fn Pivot(Props { state, now, before }: &Props) -> Html {
    let results = &now.pivot;
    html! {
        <>
            { sentence(&state.inputs, results) }
            <KeyFigures state={Rc::clone(state)} now={Rc::clone(now)} before={Rc::clone(before)}
                outputs={KEY_FIGURES} notes={notes(state, results)} />
            <div class="hp-charts">
                <CumulativeCash ..Props { state: Rc::clone(state), now: Rc::clone(now), before: Rc::clone(before) } />
                <Bars id="per-gross-mw" title="What a megawatt earns" answer={megawatt_answer(results)}
                    foot="per gross MW a year, and per MWh around the clock" bars={bars(results)} />
            </div>
            <FigureTable state={Rc::clone(state)} now={Rc::clone(now)} before={Rc::clone(before)} outputs={OTHERS} />
            <p class="hp-caveat">
                { "Not modelled: tax, working capital, power curtailment of the tenant, terminal value of mining. " }
                { "Discount rates, renewal, execution and the hashprice drift are assumptions of ours; change them on the left." }
            </p>
        </>
    }
}

fn sentence(inputs: &Inputs, results: &Results) -> Html {
    let gain = results.npv_gain;
    let (more, ink) = if gain < 0.0 { ("less", "hp-ink-loss") } else { ("more", "hp-ink-profit") };
    let mw = format::significant(inputs.gross_mw(), 4, 0);
    html! {
        <h1 class="hp-sentence">
            { "Leased as a data centre, " }<b>{ format!("{mw} MW") }</b>{ " are worth " }
            <b class={ink}>{ format::usd_m(gain.abs()) }</b>{ format!(" {more} than mining on: ") }
            <b class="hp-ink-hpc">{ format::usd_m(results.npv_convert) }</b>{ " against " }
            <b class="hp-ink-mining">{ format::usd_m(results.npv_mining) }</b>{ ". " }
            { condition(results) }
        </h1>
    }
}

/// Down to which rent, or from which rent on, converting wins.
fn condition(results: &Results) -> Html {
    let Some(rate) = results.breakeven_lease_rate else {
        return html! { { "No rent changes that." } };
    };
    let rate = format::usd(rate, 2);
    let words = if results.npv_gain < 0.0 { "Converting wins above " } else { "It stays ahead down to a rent of " };
    html! { <>{ words }<b>{ rate }</b>{ " a kW a month." }</> }
}

fn notes(state: &State, results: &Results) -> Vec<String> {
    let inputs = &state.inputs;
    let levered = results.levered_irr.map(|irr| format::percent(irr, 1));
    vec![
        "against mining on".to_owned(),
        format!("at {}% execution", format::significant(inputs.execution_pct(), 3, 0)),
        format!("levered {}", levered.unwrap_or_else(|| format::absent("levered_irr").to_owned())),
        format!("first rent in month {}", inputs.build_months() + inputs.delay_months()),
        format!("{} on average", format::usd_m(results.noi_average)),
    ]
}

/// Cumulative cash of both uses, month by month.
#[component]
fn CumulativeCash(Props { state, now, .. }: &Props) -> Html {
    let results = &now.pivot;
    let flows = results.cash_flows.clone();
    let payback = results.payback_months.filter(|months| *months > 0);
    let lines = use_memo((flows, payback), |(flows, payback)| {
        let (hpc, mining) = (cumulative(&flows.hpc), cumulative(&flows.mining));
        let end = |months: &[f64]| months.last().map(|last| ((months.len() - 1) as f64, *last));
        let paid = payback.and_then(|months| {
            let month = months as usize - 1;
            Some((month as f64, *hpc.get(month)?))
        });
        Lines {
            x_domain: (0.0, (hpc.len() - 1) as f64),
            x: (0..hpc.len()).map(|month| month as f64).collect(),
            losing: None,
            x_text: XText::Months,
            y_text: YText::UsdM,
            curves: vec![
                Curve { name: "Data centre", ink: Ink::Hpc, today: paid.or(end(&hpc)), baseline: None, values: hpc },
                Curve { name: "Mining on", ink: Ink::Mining, today: None, baseline: None, values: mining },
            ],
        }
    });
    let answer = match results.payback_months {
        Some(0) => "The data centre needs no capital of its own.".to_owned(),
        Some(months) => format!(
            "{} of capex come back after {}; first rent in month {}.",
            format::usd_m(results.capex_total),
            format::months(months as f64),
            state.inputs.build_months() + state.inputs.delay_months(),
        ),
        None => format!("{} of capex never come back.", format::usd_m(results.capex_total)),
    };
    html! {
        <LineChart id="cumulative-cash" title="Where the cash stands" {answer}
            foot="cumulative and undiscounted, without the loan; the last step is the residual value" {lines} />
    }
}

fn megawatt_answer(results: &Results) -> String {
    let (hpc, mining) =
        (results.hpc_margin_per_gross_mw_year, results.mining_margin_per_gross_mw_year);
    if mining <= 0.0 {
        return "Mining leaves nothing after power.".to_owned();
    }
    format!("A leased megawatt keeps {} times what a mining one does.", format::significant(hpc / mining, 2, 0))
}

fn bars(results: &Results) -> Vec<Bar> {
    let bar = |name, ink, value: f64, group, is_part| Bar {
        name,
        ink,
        value,
        text: format!("{} · {}/MWh", format::usd_m(value), format::usd(value * 1e6 / HOURS_PER_YEAR, 0)),
        group,
        is_part,
    };
    vec![
        bar("HPC rent", Ink::Hpc, results.hpc_revenue_per_gross_mw_year, 0, false),
        bar("HPC NOI", Ink::Hpc, results.hpc_margin_per_gross_mw_year, 0, true),
        bar("Mining revenue", Ink::Mining, results.mining_revenue_per_gross_mw_year, 1, false),
        bar("Gross profit", Ink::Mining, results.mining_margin_per_gross_mw_year, 1, true),
    ]
}
