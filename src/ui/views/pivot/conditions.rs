//! What would have to be true for the other use to win: the break-evens in sentences.

use yew::prelude::*;

use super::PanelProps;
use crate::decimal::exact;
use crate::state::{Condition, conditions};
use crate::ui::class;

/// The panel.
#[component]
pub(super) fn Conditions(PanelProps { state, now }: &PanelProps) -> Html {
    let (lead, rows) = conditions(&state.inputs, state.unit, now);
    let (met, never): (Vec<_>, Vec<_>) = rows.iter().partition(|row| row.value.is_some());
    html! {
        <section class="hp-card hp-panel" aria-labelledby="hp-conditions">
            <h2 id="hp-conditions">{ "What would have to be true" }</h2>
            <p>{ lead }</p>
            <ul class="hp-conditions">{ for met.into_iter().chain(never).map(row) }</ul>
        </section>
    }
}

fn row(condition: &Condition) -> Html {
    let value = condition.value.map(exact).unwrap_or_default();
    html! {
        <li class={class::with("hp-condition", &[condition.value.is_none().then_some("is-never")])} data-condition={condition.output} data-value={value}>
            <span>
                { condition.words }
                if !condition.amount.is_empty() { { " " }<b>{ &condition.amount }</b> }
                { condition.after }{ "." }
            </span>
            <small>{ &condition.distance }</small>
        </li>
    }
}
