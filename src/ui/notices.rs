//! What the reader has to be told: inputs that were clamped or ignored, parts that a link left out.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::state::{Action, State, link::Part};
use crate::web::upload;

/// The notices and a button that puts them away.
pub fn notices(state: &State, act: &Callback<Action>) -> Html {
    if state.notices.is_empty() && state.missing.is_empty() {
        return html! {};
    }
    let onclick = act.reform(|_| Action::DismissNotices);
    html! {
        <div class="hp-notices" role="alert">
            <ul>
                { for state.notices.iter().map(|notice| html! { <li>{ notice }</li> }) }
                { for state.missing.iter().map(missing) }
            </ul>
            if !state.missing.is_empty() {
                { open_file(act) }
            }
            <button class="hp-button" type="button" {onclick}>{ "Dismiss" }</button>
        </div>
    }
}

fn missing(part: &Part) -> Html {
    html! {
        <li>
            { "The link leaves out " }{ part.title() }
            { ", which was too long for it: open the file that was saved with it, or ask for it." }
        </li>
    }
}

/// Opens a saved file: the text of an address.
fn open_file(act: &Callback<Action>) -> Html {
    let act = act.clone();
    let onchange = Callback::from(move |event: Event| {
        let act = act.clone();
        let open = move |text: String| {
            let fragment = text.split_once('#').map_or("", |(_, fragment)| fragment);
            act.emit(Action::Open(fragment.trim_end().to_owned()));
        };
        let field = event.target_unchecked_into::<HtmlInputElement>();
        // Where nothing was chosen nothing is opened.
        if let Some(file) = upload::chosen(&field) {
            upload::read_text(&file, open);
        }
    });
    html! {
        <label class="hp-button hp-file">
            { "Open file" }
            <input type="file" accept=".txt,text/plain" {onchange} />
        </label>
    }
}
