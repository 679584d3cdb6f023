//! Where the reported history is from.

use yew::prelude::*;

use crate::facts::jpmorgan::{MONTHS, Month};
use crate::ui::hooks::use_is_printing;

const TITLE: &str = "Where the reported figures are from";

/// Each month with who reported it and what is to be known; on paper nobody can open it.
pub(super) fn sources() -> Html {
    html! {
        <>
            <details class="hp-sources">
                <summary>{ TITLE }</summary>
                { months() }
            </details>
            <Printed />
        </>
    }
}

#[component]
fn Printed() -> Html {
    if !use_is_printing() {
        return html! {};
    }
    html! { <div class="hp-sources hp-paper"><h3>{ TITLE }</h3>{ months() }</div> }
}

fn months() -> Html {
    html! { <dl>{ for MONTHS.iter().rev().map(month) }</dl> }
}

fn month(month: &Month) -> Html {
    html! {
        <div>
            <dt>{ month.month }</dt>
            <dd>{ month.source }{ if month.note.is_empty() { "" } else { ". " } }{ month.note }</dd>
        </div>
    }
}
