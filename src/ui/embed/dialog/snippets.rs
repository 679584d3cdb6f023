//! What to put where, each to be copied.

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::changed;
use super::draft::{Draft, Made};
use super::row::row;
use crate::state::embed::{Place, Snippet};
use crate::web::clipboard;

/// Height where nothing tells it, px.
const USUAL_HEIGHT: u32 = 640;

/// The choice of a place, what to do there, and the text for it.
pub(super) fn snippets(draft: &UseStateHandle<Draft>, made: &Made, measured: u32) -> Html {
    let places = Place::ALL.map(|place| (place.key(), place.title(), place == draft.place));
    let put = changed(draft, |draft, index: usize| draft.place = Place::ALL[index]);
    let known = if measured > 0 { measured } else { USUAL_HEIGHT };
    let size = Snippet {
        width: draft.width,
        height: draft.height.unwrap_or(known),
    };
    let text = made.subject().snippet(draft.place, size);
    html! {
        <div class="hp-embed-snippets">
            { row("embed-place", "Where it goes", &places, &put) }
            <p>{ draft.place.advice() }</p>
            if draft.place == Place::Picture { { picture(made) } }
            <Copied {text} />
        </div>
    }
}

/// The picture as it is pasted into a letter: with its link around it.
fn picture(made: &Made) -> Html {
    let subject = made.subject();
    html! {
        <>
            <p class="hp-embed-picture" id="hp-embed-picture">
                <a href={subject.full_address()}>
                    <img src={subject.picture_address()} alt={format!("{}: a chart from Hashpivot", subject.title)}
                        width="600" height="315" />
                </a>
            </p>
            <CopiedPicture />
        </>
    }
}

/// A text with a button that copies it.
#[derive(PartialEq, Properties)]
struct CopiedProps {
    text: String,
}

#[component]
fn Copied(CopiedProps { text }: &CopiedProps) -> Html {
    let node = use_node_ref();
    let copied = use_state(|| None::<(String, bool)>);
    let onclick = {
        let (node, text, copied) = (node.clone(), text.clone(), copied.setter());
        Callback::from(move |_: MouseEvent| {
            if let Some(field) = node.cast::<HtmlTextAreaElement>() {
                let is_copied = clipboard::copy_from(&field).is_ok();
                copied.set(Some((text.clone(), is_copied)));
            }
        })
    };
    let words = match &*copied {
        Some((of, true)) if of == text => "Copied.",
        Some((of, false)) if of == text => "It is selected: copy it by hand.",
        _ => "",
    };
    html! {
        <>
            <textarea ref={node} readonly=true rows="5" spellcheck="false" aria-label="To be put into the page"
                value={text.clone()} />
            <p class="hp-embed-copy">
                <button class="hp-button" type="button" data-copy="text" {onclick}>{ "Copy" }</button>
                <span role="status">{ words }</span>
            </p>
        </>
    }
}

/// The button that copies the picture with its link.
#[component]
fn CopiedPicture() -> Html {
    let words = use_state_eq(|| "");
    let onclick = {
        let words = words.setter();
        Callback::from(move |_: MouseEvent| {
            words.set(match clipboard::copy_element("hp-embed-picture") {
                Ok(()) => "Copied: paste it into the letter.",
                Err(_) => "It is selected: copy it by hand.",
            });
        })
    };
    html! {
        <p class="hp-embed-copy">
            <button class="hp-button" type="button" data-copy="picture" {onclick}>{ "Copy picture with link" }</button>
            <span role="status">{ *words }</span>
        </p>
    }
}
