//! What would have to be true for the other use to win: the break-evens in sentences.

use yew::prelude::*;

use super::PanelProps;
use crate::decimal::exact;
use crate::state::{Condition, conditions};

/// The panel.
#[component]
pub(super) fn Conditions(PanelProps { state, now }: &PanelProps) -> Html {
    let (lead, rows) = conditions(&state.inputs, state.unit, now);
    html! {
        <section class="hp-card hp-panel" aria-labelledby="hp-conditions">
            <h2 id="hp-conditions">{ "What would have to be true" }</h2>
            <p>{ lead }</p>
            <ul class="hp-conditions">{ for rows.iter().map(row) }</ul>
        </section>
    }
}

fn row(condition: &Condition) -> Html {
    let value = condition.value.map(exact).unwrap_or_default();
    html! {
        <li class="hp-condition" data-condition={condition.output} data-value={value}>
            <span>
                { condition.words }
                if !condition.amount.is_empty() { { " " }<b>{ &condition.amount }</b> }
                { condition.after }{ "." }
            </span>
            <small>{ &condition.distance }</small>
        </li>
    }
}
