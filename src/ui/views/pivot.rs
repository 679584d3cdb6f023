//! The HPC pivot view: the same megawatts as a mine or as a data centre.

use yew::prelude::*;

use crate::format;
use crate::model::outputs::Model;
use crate::model::parameters::Inputs;
use crate::model::pivot::{CashFlows, Pivot as Results};
use crate::model::sweep::cumulative;
use crate::ui::chart::{Bar, Bars, Curve, Ink, LineChart, Lines, XText, YText};
use crate::ui::figures::Figures;
use crate::units::{HOURS_PER_YEAR, USD_PER_USD_M};

/// Outputs shown as key figures.
const KEY_FIGURES: &[&str] = &[
    "npv_gain",
    "expected_npv_gain",
    "irr",
    "payback_months",
    "noi_first_year",
];

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
pub fn view(figures: Figures<'_>) -> Html {
    let Figures { state, now, .. } = figures;
    let results = now.pivot();
    let first_rent = state.inputs.build_months() + state.inputs.delay_months();
    html! {
        <>
            { sentence(&state.inputs, results) }
            { figures.cards(Model::PIVOT, KEY_FIGURES, &notes(&state.inputs, results, first_rent)) }
            <div class="hp-charts">
                <CumulativeCash flows={results.cash_flows.clone()} payback={results.payback_months}
                    capex={results.capex_total} {first_rent} />
                <Bars id="per-gross-mw" title="What a megawatt earns" answer={megawatt_answer(results)}
                    foot="per gross MW a year, and per MWh around the clock"
                    column="Per gross MW (USD m/year)" bars={bars(results)} />
            </div>
            { figures.table(Model::PIVOT, OTHERS) }
            <p class="hp-caveat">
                { "Not modelled: tax, working capital, power curtailment of the tenant, terminal value of mining. \
                   Discount rates, renewal, execution and the hashprice drift are our assumptions: every one is an input." }
            </p>
        </>
    }
}

fn sentence(inputs: &Inputs, results: &Results) -> Html {
    let gain = results.npv_gain;
    let (more, ink) = if gain < 0.0 {
        ("less", "hp-ink-loss")
    } else {
        ("more", "hp-ink-profit")
    };
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
    let words = if results.npv_gain < 0.0 {
        "Converting wins above "
    } else {
        "It stays ahead down to a rent of "
    };
    html! { <>{ words }<b>{ rate }</b>{ " a kW a month." }</> }
}

fn notes(inputs: &Inputs, results: &Results, first_rent: u64) -> Vec<String> {
    let levered = results.levered_irr.map(|irr| format::percent(irr, 1));
    vec![
        "against mining on".to_owned(),
        format!(
            "at {}% execution",
            format::significant(inputs.execution_pct(), 3, 0)
        ),
        format!(
            "levered {}",
            levered.unwrap_or_else(|| format::absent("levered_irr").to_owned())
        ),
        format!("first rent in month {first_rent}"),
        format!("{} on average", format::usd_m(results.noi_average)),
    ]
}

/// What the chart of cumulative cash shows.
#[derive(Clone, PartialEq, Properties)]
struct CashProps {
    flows: CashFlows,
    payback: Option<u64>,
    capex: f64,
    first_rent: u64,
}

/// Cumulative cash of both uses, month by month.
#[component]
fn CumulativeCash(props: &CashProps) -> Html {
    let lines = use_memo(props.clone(), |props| {
        cash_lines(&props.flows, props.payback)
    });
    html! {
        <LineChart id="cumulative-cash" title="Where the cash stands" answer={cash_answer(props)}
            foot="before the loan; the last step is the residual value" {lines} />
    }
}

/// Both curves; the data centre's is marked where it is paid back, or at its end.
fn cash_lines(flows: &CashFlows, payback: Option<u64>) -> Lines {
    let (hpc, mining) = (cumulative(&flows.hpc), cumulative(&flows.mining));
    let last = hpc.len().saturating_sub(1);
    let marked = payback.map_or(last, |months| (months as usize).saturating_sub(1));
    let mark = hpc.get(marked).map(|cash| (marked as f64, *cash));
    let curve = |name, ink, values, today| Curve {
        name,
        ink,
        values,
        today,
        baseline: None,
    };
    Lines {
        x_domain: (0.0, last as f64),
        x: (0..hpc.len()).map(|month| month as f64).collect(),
        losing: None,
        x_text: XText::Months,
        y_text: YText::UsdM,
        curves: vec![
            curve("Data centre", Ink::Hpc, hpc, mark),
            curve("Mining on", Ink::Mining, mining, None),
        ],
    }
}

fn cash_answer(
    CashProps {
        payback,
        capex,
        first_rent,
        ..
    }: &CashProps,
) -> String {
    let capex = format::usd_m(*capex);
    match payback {
        Some(0) => "The data centre needs no capital of its own.".to_owned(),
        Some(months) => format!(
            "{capex} of capex come back after {}; first rent in month {first_rent}.",
            format::months(*months as f64),
        ),
        None => format!("{capex} of capex never come back."),
    }
}

fn megawatt_answer(results: &Results) -> String {
    let (hpc, mining) = (
        results.hpc_margin_per_gross_mw_year,
        results.mining_margin_per_gross_mw_year,
    );
    if mining <= 0.0 {
        return "Mining leaves nothing after power.".to_owned();
    }
    format!(
        "A leased megawatt keeps {} times what a mining one does.",
        format::significant(hpc / mining, 2, 0)
    )
}

fn bars(results: &Results) -> Vec<Bar> {
    let bar = |name, ink, value: f64, group, is_part| {
        let per_year = format::usd_m(value);
        let per_mwh = format::usd(value * USD_PER_USD_M / HOURS_PER_YEAR, 0);
        let text = format!("{per_year} · {per_mwh}/MWh").into();
        Bar {
            name,
            ink,
            value,
            text,
            short_text: per_year.into(),
            group,
            is_part,
        }
    };
    vec![
        bar(
            "HPC rent",
            Ink::Hpc,
            results.hpc_revenue_per_gross_mw_year,
            0,
            false,
        ),
        bar(
            "HPC NOI",
            Ink::Hpc,
            results.hpc_margin_per_gross_mw_year,
            0,
            true,
        ),
        bar(
            "Mining revenue",
            Ink::Mining,
            results.mining_revenue_per_gross_mw_year,
            1,
            false,
        ),
        bar(
            "Mining profit",
            Ink::Mining,
            results.mining_margin_per_gross_mw_year,
            1,
            true,
        ),
    ]
}
