//! The Outlook view: which inputs matter, and what named shocks do.

use yew::prelude::*;

use crate::model::outputs::Model;
use crate::ui::figures::Figures;

/// Outputs shown as key figures.
const KEY_FIGURES: &[&str] = &["gross_profit", "free_cash_flow"];

/// Sentence and key figures.
pub fn view(figures: Figures<'_>) -> Html {
    html! {
        <>
            <h1 class="hp-sentence">{ "What moves the result, and what a shock does to it." }</h1>
            { figures.cards(Model::HASHPRICE, KEY_FIGURES, &vec![String::new(); KEY_FIGURES.len()]) }
        </>
    }
}
