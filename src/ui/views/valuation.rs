//! The Valuation view: what share prices already assume.

use yew::prelude::*;

use crate::format;
use crate::model::outputs::Model;
use crate::ui::figures::Figures;

/// Outputs of the cohort shown as key figures.
const KEY_FIGURES: &[&str] = &[
    "block_reward_opportunity",
    "ratio",
    "implied_market_cap",
    "implied_btc_price",
    "implied_price_growth",
];

/// Sentence and key figures.
pub fn view(figures: Figures<'_>) -> Html {
    let Figures { state, now, .. } = figures;
    let results = now.valuation();
    let cap = format::usd_m(1e3 * state.inputs.market_cap());
    html! {
        <>
            <h1 class="hp-sentence">
                { "The listed miners are worth " }<b>{ cap }</b>{ ", " }
                <b>{ format::percent(results.ratio, 0) }</b>
                { " of the block rewards of the next four years." }
            </h1>
            { figures.cards(Model::VALUATION, KEY_FIGURES, &vec![String::new(); KEY_FIGURES.len()]) }
        </>
    }
}
