//! Undo and redo as buttons.

use yew::prelude::*;

use crate::ui::hooks::{Past, Travel};
use crate::ui::seen::IsAtRest;

/// Which way a button goes.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// Back or forth.
    pub way: Travel,
    /// What there is that way.
    pub past: Past,
    /// Goes there.
    pub travel: Callback<Travel>,
}

/// A button that says what it takes back or brings back. While a slider moves it says what it said: its
/// words follow when the hand rests.
#[component]
pub fn TravelButton(Props { way, past, travel }: &Props) -> Html {
    let way = *way;
    let is_at_rest = use_context::<IsAtRest>().is_none_or(|IsAtRest(is)| is);
    let said = use_mut_ref(|| None::<String>);
    let mut what = said.borrow_mut();
    if is_at_rest || what.is_some() != past.has(way) {
        *what = past.what(way);
    }
    let (name, path) = match way {
        Travel::Back => ("Undo", "M6 3 2 7l4 4M2 7h7a4 4 0 0 1 0 8H6"),
        Travel::Forth => ("Redo", "m10 3 4 4-4 4m4-4H7a4 4 0 0 0 0 8h3"),
    };
    let title = AttrValue::from(what.as_ref().map_or_else(
        || format!("Nothing to {}", name.to_ascii_lowercase()),
        |what| format!("{name}: {what}"),
    ));
    let onclick = travel.reform(move |_| way);
    html! {
        <button class="hp-button hp-icon" type="button" data-history={name} aria-label={title.clone()} {title}
            disabled={what.is_none()} {onclick}>
            <svg viewBox="0 0 16 17" width="16" height="17" aria-hidden="true"><path d={path} /></svg>
        </button>
    }
}
