//! The Miners view: miners side by side.

use yew::prelude::*;

use crate::model::outputs::Model;
use crate::ui::figures::Figures;

/// Outputs shown as key figures.
const KEY_FIGURES: &[&str] = &["hashprice", "gross_profit"];

/// Sentence and key figures.
pub fn view(figures: Figures<'_>) -> Html {
    html! {
        <>
            <h1 class="hp-sentence">{ "Miners side by side, at today's market." }</h1>
            { figures.cards(Model::HASHPRICE, KEY_FIGURES, &vec![String::new(); KEY_FIGURES.len()]) }
        </>
    }
}
