//! What the reader has to be told: inputs that were clamped or ignored.

use std::rc::Rc;

use yew::prelude::*;

use crate::state::{Action, State};

/// State and actions of the notices.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The state of the page.
    pub state: Rc<State>,
    /// Takes actions.
    pub act: Callback<Action>,
}

/// The notices and a button that puts them away.
#[component]
pub fn Notices(Props { state, act }: &Props) -> Html {
    let dismiss = use_callback(act.clone(), |_, act| act.emit(Action::DismissNotices));
    if state.notices.is_empty() {
        return html! {};
    }
    html! {
        <div class="hp-notices" role="alert">
            <ul>{ for state.notices.iter().map(|notice| html! { <li>{ notice }</li> }) }</ul>
            <button class="hp-button" type="button" onclick={dismiss}>{ "Dismiss" }</button>
        </div>
    }
}
