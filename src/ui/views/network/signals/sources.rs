//! Where the reported history is from.

use yew::prelude::*;

use crate::facts::jpmorgan::{MONTHS, Month};

/// Each month with who reported it and what is to be known.
pub(super) fn sources() -> Html {
    html! {
        <details class="hp-sources">
            <summary>{ "Where the reported figures are from" }</summary>
            <dl>{ for MONTHS.iter().rev().map(month) }</dl>
        </details>
    }
}

fn month(month: &Month) -> Html {
    html! {
        <div>
            <dt>{ month.month }</dt>
            <dd>{ month.source }{ if month.note.is_empty() { "" } else { ". " } }{ month.note }</dd>
        </div>
    }
}
