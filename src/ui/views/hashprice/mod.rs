//! The Hashprice view: what an exahash earns, and where that ends.

mod cash;
mod change;
mod margin_map;
mod profit_chart;

use yew::prelude::*;

use cash::CashWaterfall;
use change::ChangeWaterfall;
use margin_map::Margins;
use profit_chart::ProfitChart;

use crate::format;
use crate::model::hashprice::Hashprice as Results;
use crate::model::outputs::Model;
use crate::model::parameters::{Inputs, Key};
use crate::state::State;
use crate::ui::controls::Losing;
use crate::ui::figures::Figures;
use crate::ui::seen::seen_chart;
use crate::units::RevenueUnit;

/// Outputs shown as key figures.
const KEY_FIGURES: &[&str] = &[
    "revenue",
    "power_cost",
    "gross_profit",
    "free_cash_flow",
    "price_elasticity",
];

/// All other outputs of the model.
const OTHERS: &[&str] = &[
    "hashprice",
    "revenue_btc",
    "gross_margin",
    "sustaining_capex",
    "breakeven_btc_price",
    "breakeven_difficulty",
    "breakeven_network_hashrate",
    "breakeven_power_price",
    "breakeven_efficiency",
    "all_in_cost_per_btc",
    "revenue_per_mwh",
    "fcf_elasticity",
    "network_revenue_day",
    "upgrade_payback_days",
    "fleet_power_mw",
    "fleet_revenue_year",
    "fleet_gross_profit_year",
    "fleet_free_cash_flow_year",
];

/// Sentence, key figures, and `below` them what is fetched later.
pub fn view(figures: Figures<'_>, below: Html) -> Html {
    let Figures { state, now, .. } = figures;
    let results = now.hashprice();
    html! {
        <>
            { sentence(state, results) }
            { figures.cards(Model::HASHPRICE, KEY_FIGURES, &notes(state, results)) }
            { below }
        </>
    }
}

/// Profit against one input.
fn profit(figures: Figures<'_>, id: &'static str, title: &'static str, axis: Key) -> Html {
    let Figures { state, now, .. } = figures;
    let losing = Losing::of_profit(now, axis);
    html! {
        <ProfitChart key={id} {id} {title} {axis} {losing} inputs={state.inputs.clone()}
            baseline={state.baseline.clone()} unit={state.unit} />
    }
}

/// One chart of the view.
pub fn chart(figures: Figures<'_>, id: &'static str) -> Html {
    let Figures { state, now, .. } = figures;
    let results = now.hashprice();
    let (inputs, baseline, unit) = (state.inputs.clone(), state.baseline.clone(), state.unit);
    match id {
        "profit-by-price" => profit(figures, id, "If bitcoin moves", Key::BtcPrice),
        "profit-by-difficulty" => profit(figures, id, "If difficulty moves", Key::Difficulty),
        "profit-by-power-price" => profit(figures, id, "If power gets dearer", Key::PowerPrice),
        "profit-by-efficiency" => profit(
            figures,
            id,
            "If machines are less efficient",
            Key::Efficiency,
        ),
        "margin-map" => html! {
            <Margins {inputs} {baseline} breakeven_efficiency={results.breakeven_efficiency}
                breakeven_power_price={results.breakeven_power_price} />
        },
        "cash-waterfall" => {
            let before = (figures.before.hashprice().clone(), baseline);
            html! { <CashWaterfall results={results.clone()} {inputs} {before} {unit} /> }
        }
        _ => {
            let before = long_name_of(&baseline);
            html! { <ChangeWaterfall {inputs} {baseline} {before} {unit} /> }
        }
    }
}

/// Profit against each main input, margin map, waterfalls, every figure.
pub fn below(figures: Figures<'_>) -> Html {
    let chart = |id| seen_chart(id, chart(figures, id));
    html! {
        <>
            <div class="hp-charts">
                { chart("profit-by-price") }
                { chart("profit-by-difficulty") }
                { chart("margin-map") }
                { chart("cash-waterfall") }
                <div class="hp-wide">{ chart("change-waterfall") }</div>
                { chart("profit-by-power-price") }
                { chart("profit-by-efficiency") }
            </div>
            { figures.table(Model::HASHPRICE, OTHERS) }
        </>
    }
}

/// What a baseline is called within a sentence.
fn long_name_of(baseline: &Inputs) -> &'static str {
    if *baseline == Inputs::default() {
        "December 2025 baseline"
    } else {
        "pinned baseline"
    }
}

/// The words for one unit of hashrate.
fn hashrate_words(unit: RevenueUnit) -> &'static str {
    match unit {
        RevenueUnit::UsdPerEhDay => "an exahash",
        RevenueUnit::UsdPerPhDay | RevenueUnit::SatsPerPhDay => "a petahash",
        RevenueUnit::UsdPerThDay | RevenueUnit::SatsPerThDay => "a terahash",
    }
}

fn sentence(state: &State, results: &Results) -> Html {
    let inputs = &state.inputs;
    let money = |value: f64| {
        let shown = state.unit.from_usd_per_eh_day(value, inputs.btc_price());
        format::shown_revenue(shown, state.unit)
    };
    let price = format::usd(inputs.btc_price(), 0);
    let difficulty = format::difficulty(inputs.difficulty().to_number(), 0);
    let power = if results.power_cost < 0.0 {
        html! { <>{ " and is paid " }<b class="hp-ink-cost">{ money(-results.power_cost) }</b>{ " for power it leaves alone. " }</> }
    } else {
        html! { <>{ " and spends " }<b class="hp-ink-cost">{ money(results.power_cost) }</b>{ " on power. " }</> }
    };
    html! {
        <h1 class="hp-sentence">
            { "At " }<b>{ price }</b>{ " a bitcoin and " }<b>{ difficulty }</b>{ " difficulty, " }
            <span class="hp-long">
                { hashrate_words(state.unit) }{ " earns " }
                <b class="hp-ink-revenue">{ money(results.revenue) }</b>{ " a day" }{ power }
            </span>
            { left(results, hashrate_words(state.unit), money) }
        </h1>
    }
}

/// What is left, and at which price it is gone.
fn left(results: &Results, hashrate: &str, money: impl Fn(f64) -> String) -> Html {
    let breakeven = format::usd(results.breakeven_btc_price, 0);
    let margin = format::percent(results.gross_margin, 0);
    let profit = results.gross_profit;
    if money(profit.abs()) == money(0.0) && results.breakeven_btc_price > 0.0 {
        return html! {
            <>{ subject(hashrate) }{ " leaves nothing; mining pays above " }<b>{ breakeven }</b>{ " a bitcoin." }</>
        };
    }
    if profit < 0.0 {
        return html! {
            <>{ subject(hashrate) }{ " loses " }<b class="hp-ink-loss">{ money(-profit) }</b>
            { " a day; mining pays again above " }<b>{ breakeven }</b>{ " a bitcoin." }</>
        };
    }
    let end = if results.breakeven_btc_price > 0.0 {
        html! { <>{ "; it is gone below " }<b>{ breakeven }</b>{ " a bitcoin." }</> }
    } else {
        html! { { "." } }
    };
    html! {
        <>{ subject(hashrate) }{ " leaves " }<b class="hp-ink-profit">{ money(profit) }</b>
        { format!(" of gross profit a day, a margin of {margin}") }{ end }</>
    }
}

/// "That" after the long sentence, the hashrate itself in the short one.
fn subject(hashrate: &str) -> Html {
    html! {
        <><span class="hp-long">{ "That" }</span><span class="hp-short">{ hashrate }</span></>
    }
}

/// What stands under each key figure while nothing changed.
fn notes(state: &State, results: &Results) -> Vec<String> {
    let efficiency = format::significant(state.inputs.efficiency(), 3, 0);
    let fcf = match results.fcf_elasticity {
        Some(elasticity) => format!(
            "and free cash flow {}%",
            format::significant(elasticity, 3, 0)
        ),
        None => "there is no free cash flow".to_owned(),
    };
    vec![
        state.unit.words().to_owned(),
        format!("{efficiency} {} around the clock", state.unit.power()),
        format!("{} of revenue", format::percent(results.gross_margin, 1)),
        "after all costs".to_owned(),
        fcf,
    ]
}
