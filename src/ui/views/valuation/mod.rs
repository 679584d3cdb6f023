//! The Valuation view: what share prices already assume.

mod company;
mod findings;
mod growth;
mod lines;
mod market;
mod value_map;

use yew::prelude::*;

use company::{SumOfPartsChart, apart};
use growth::GrowthNeeded;
use market::MarketCap;
use value_map::ValueMapChart;

use crate::format;
use crate::model::outputs::Model;
use crate::model::parameters::{Inputs, Key};
use crate::model::sum_of_parts::mining_alone;
use crate::model::valuation::Valuation;
use crate::ui::figures::Figures;
use crate::ui::seen::{seen_card, seen_chart};
use crate::ui::views::baseline_name;

/// Outputs of the cohort shown as key figures.
const COHORT_FIGURES: &[&str] = &[
    "block_reward_opportunity",
    "ratio",
    "implied_market_cap",
    "implied_btc_price",
    "implied_price_growth",
];
/// All other outputs of the cohort.
const COHORT_OTHERS: &[&str] = &["issuance_btc", "ratio_own_share", "implied_move"];
/// Outputs of one company shown as key figures.
const COMPANY_FIGURES: &[&str] = &[
    "per_share",
    "equity_value",
    "implied_execution_pct",
    "implied_mw",
    "implied_mining_multiple",
];
/// All other outputs of one company.
const COMPANY_OTHERS: &[&str] = &["mining_value", "hpc_value", "equity_beta", "hedge_btc"];

/// What the charts of the cohort show.
fn cohort(figures: Figures<'_>) -> market::Props {
    let Figures {
        state, now, before, ..
    } = figures;
    let (inputs, baseline) = (&state.inputs, &state.baseline);
    market::Props {
        results: now.valuation().clone(),
        before: before.valuation().clone(),
        inputs: inputs.clone(),
        baseline: baseline.clone(),
        baseline_name: baseline_name(inputs, baseline),
    }
}

/// What the charts of the company show.
fn company(figures: Figures<'_>) -> company::Props {
    let Figures {
        state, now, before, ..
    } = figures;
    let (inputs, baseline) = (&state.inputs, &state.baseline);
    company::Props {
        equity_before: before.sum_of_parts().equity_value,
        results: now.sum_of_parts().clone(),
        mining_alone: mining_alone(inputs, now.hashprice().gross_profit),
        inputs: inputs.clone(),
        baseline: baseline.clone(),
        baseline_name: baseline_name(inputs, baseline),
    }
}

/// One chart of the view.
pub fn chart(figures: Figures<'_>, id: &'static str) -> Html {
    match id {
        "market-cap" => html! { <MarketCap ..cohort(figures) /> },
        "price-growth" => html! { <GrowthNeeded ..cohort(figures) /> },
        "sum-of-parts" => html! { <SumOfPartsChart ..company(figures) /> },
        _ => html! { <ValueMapChart ..value_map::Props::of(figures) /> },
    }
}

/// The cohort against block rewards, one company against its parts, every figure of both.
pub fn view(figures: Figures<'_>) -> Html {
    let Figures { state, now, .. } = figures;
    let company = company(figures);
    let chart = |id| seen_chart(id, chart(figures, id));
    html! {
        <>
            { sentence(&state.inputs, now.valuation()) }
            { figures.cards(Model::VALUATION, COHORT_FIGURES, &cohort_notes(&state.inputs, now.valuation())) }
            <div class="hp-charts">
                { chart("market-cap") }
                { chart("price-growth") }
                { seen_card("hp-reconciliation", lines::reconciled(&state.inputs, figures.act)) }
                { seen_card("hp-reported", lines::reported(&state.inputs, figures.act)) }
            </div>
            <h2 class="hp-sentence hp-second-sentence">{ company_sentence(&company) }</h2>
            { figures.cards(Model::SUM_OF_PARTS, COMPANY_FIGURES, &company_notes(&state.inputs)) }
            <div class="hp-charts">
                { chart("sum-of-parts") }
                { chart("value-map") }
            </div>
            <section class="hp-card hp-sets hp-wide" aria-labelledby="hp-findings">
                <h2 id="hp-findings">{ "What the price says" }</h2>
                { findings::list(&company, now) }
            </section>
            { figures.table_of("Every figure of the miners together", Model::VALUATION, COHORT_OTHERS) }
            { figures.table_of("Every figure of the company", Model::SUM_OF_PARTS, COMPANY_OTHERS) }
            <p class="hp-caveat">
                { "Block rewards here are subsidies at a constant price, undiscounted, the halving counted and fees \
                   left out, as in the reports. The company, its shares and its multiple are our assumptions: every \
                   one is an input." }
            </p>
        </>
    }
}

fn sentence(inputs: &Inputs, results: &Valuation) -> Html {
    let cap = format::usd_m(1e3 * inputs.market_cap());
    let target = format::short_input_text(Key::TargetRatioPct, inputs.target_ratio_pct());
    html! {
        <h1 class="hp-sentence">
            { "The listed miners are worth " }<b>{ cap }</b>{ ", " }
            <b>{ format::distance(results.ratio) }</b>
            { " of the block rewards of the next four years." }
            <span class="hp-long">{ " At " }<b>{ target }</b>{ " " }{ at_target(results) }</span>
        </h1>
    }
}

/// What has to happen for the cap to be at the target.
fn at_target(results: &Valuation) -> Html {
    let fall = results.implied_move;
    let way = if fall < 0.0 { "fall" } else { "rise" };
    let ink = if fall < 0.0 {
        "hp-ink-loss"
    } else {
        "hp-ink-profit"
    };
    let moved = format::distance(fall);
    let growth = results.implied_price_growth;
    html! {
        <>
            { format!("their shares would {way} by ") }<b class={ink}>{ moved }</b>
            if let Some(growth) = growth {
                { if growth < 0.0 { ", or bitcoin would fall by " } else { ", or bitcoin would rise by " } }
                <b>{ format::distance(growth) }</b>{ " a year" }
            }
            { "." }
        </>
    }
}

fn cohort_notes(inputs: &Inputs, results: &Valuation) -> Vec<String> {
    let target = format::short_input_text(Key::TargetRatioPct, inputs.target_ratio_pct());
    let btc = format::number(results.issuance_btc, 0);
    vec![
        format!("{btc} BTC in four years"),
        format!("at a cap of {}", format::usd_m(1e3 * inputs.market_cap())),
        format!("at {target} of block rewards"),
        format!("for today's cap at {target}"),
        "a year, for four years".to_owned(),
    ]
}

/// "One company: …", the answer of its chart with the words in front.
fn company_sentence(company: &company::Props) -> Html {
    let (worth, price) = (company.results.per_share, company.inputs.share_price());
    let apart = apart(worth, price);
    let ink = if worth < price {
        "hp-ink-loss"
    } else {
        "hp-ink-profit"
    };
    html! {
        <>
            { "One company: a share is worth " }<b>{ format::usd(worth, 2) }</b>{ ", " }
            <b class={ink}>{ apart }</b>{ " than its price of " }
            <b>{ format::usd(price, 2) }</b>{ "." }
        </>
    }
}

fn company_notes(inputs: &Inputs) -> Vec<String> {
    let assumed = |key: Key, value: f64| format!("you assume {}", format::input_text(key, value));
    vec![
        format!("price {}", format::usd(inputs.share_price(), 2)),
        format!(
            "cap {}",
            format::usd_m(inputs.share_price() * inputs.shares())
        ),
        assumed(Key::ExecutionPct, inputs.execution_pct()),
        format!(
            "you plan {}",
            format::input_text(Key::GrossMw, inputs.gross_mw())
        ),
        assumed(Key::MiningMultiple, inputs.mining_multiple()),
    ]
}
