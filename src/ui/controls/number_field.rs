//! A text field for a number that keeps what is typed until it is meant.

use yew::prelude::*;

use super::draft::{Meant, Typing, use_draft};
use super::whole::{Entered, use_whole_field};
use crate::decimal::exact;
use crate::format::{exact_text, field_text, parse};
use crate::model::parameters::Key;
use crate::state::Action;
use crate::web::document;

/// What a field shows and where its actions go.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The input.
    pub input: Key,
    /// Its value, in the unit of its row.
    pub value: f64,
    /// The field's id, which its label names.
    pub id: String,
    /// Takes actions.
    pub act: Callback<Action>,
}

/// The field. Enter or leaving it takes the draft, Escape drops it; a draft that is refused stays,
/// with the reason beside it, until it is mended, and comes back with the value that it was typed beside.
#[component]
pub fn NumberField(
    Props {
        input,
        value,
        id,
        act,
    }: &Props,
) -> Html {
    let (input, value) = (*input, *value);
    let desk = use_draft(id, &exact(value));
    let draft = desk.draft();
    let read = move |text: &str| match parse(input, text) {
        Ok(value) => Ok(Meant {
            action: Action::Set(input, value),
            value: exact(value),
        }),
        Err(error) => Err(error.to_string()),
    };
    let Typing {
        focus,
        blur,
        input: oninput,
        key,
    } = Typing::at(&desk, act, read)
        .with_steps(&desk, act, move |count| Action::Step(input, count));
    let text = draft.text.clone().unwrap_or_else(|| {
        if draft.is_focused {
            exact_text(input, value)
        } else {
            field_text(input, value)
        }
    });
    let Entered { node, press } = use_whole_field(draft.is_focused);
    let is_draft = draft.text.is_some().to_string();
    let error_id = format!("{id}-error");
    let described_by = draft.error.as_ref().map(|_| error_id.clone());
    // To this Safari's engine puts a field without autocompletion back when the reader comes back to the page.
    let again = document::text(&text);
    html! {
        <>
            <input ref={node} id={id.clone()} class="hp-field" type="text" inputmode="decimal" autocomplete="off"
                spellcheck="false" value={text} ~defaultValue={again} onpointerdown={press} onfocus={focus} onblur={blur} {oninput} onkeydown={key}
                aria-invalid={draft.error.is_some().then_some("true")} aria-describedby={described_by}
                data-field={input.name()} data-draft={is_draft} data-value={exact(value)} />
            if let Some(error) = &draft.error {
                <span id={error_id} class="hp-field-error" role="alert">{ error }</span>
            }
        </>
    }
}
