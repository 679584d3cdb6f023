//! What the reader has to be told: inputs that were clamped or ignored.

use yew::prelude::*;

use crate::state::{Action, State};

/// The notices and a button that puts them away.
pub fn notices(state: &State, act: &Callback<Action>) -> Html {
    if state.notices.is_empty() {
        return html! {};
    }
    let onclick = act.reform(|_| Action::DismissNotices);
    html! {
        <div class="hp-notices" role="alert">
            <ul>{ for state.notices.iter().map(|notice| html! { <li>{ notice }</li> }) }</ul>
            <button class="hp-button" type="button" {onclick}>{ "Dismiss" }</button>
        </div>
    }
}
