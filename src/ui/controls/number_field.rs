//! A text field for a number that keeps what is typed until it is meant.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::decimal::exact;
use crate::format::{exact_text, field_text, parse};
use crate::model::parameters::Key;
use crate::state::Action;

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

/// What is in the field beside the value.
#[derive(Clone, Debug, Default, PartialEq)]
struct Draft {
    /// What was typed and not yet taken.
    text: Option<String>,
    /// Why it was not taken.
    error: Option<String>,
    /// Whether the field is being edited, and so shows its value to the last digit.
    is_focused: bool,
}

/// The field. Enter or leaving it takes the draft, Escape drops it; a draft that is refused stays,
/// with the reason beside it, until it is mended or the value is changed in another way.
#[component]
pub fn NumberField(
    Props {
        input,
        value,
        id,
        act,
    }: &Props,
) -> Html {
    let draft = use_state_eq(Draft::default);
    use_forget_draft(*value, draft.clone());
    let commit = {
        let (draft, act, input) = (draft.clone(), act.clone(), *input);
        move |is_focused| draft.set(take(&draft, input, &act, is_focused))
    };
    let onfocus = update(&draft, |draft| Draft {
        is_focused: true,
        ..draft
    });
    let onblur = Callback::from({
        let commit = commit.clone();
        move |_: FocusEvent| commit(false)
    });
    let oninput = {
        let draft = draft.clone();
        Callback::from(move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            draft.set(Draft {
                text: Some(text),
                error: None,
                is_focused: true,
            });
        })
    };
    let onkeydown = {
        let (draft, act, input) = (draft.clone(), act.clone(), *input);
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            "Enter" => commit(true),
            "Escape" => draft.set(Draft {
                is_focused: true,
                ..Draft::default()
            }),
            "ArrowUp" | "ArrowDown" if draft.text.is_none() => {
                event.prevent_default();
                act.emit(Action::Step(
                    input,
                    if event.key() == "ArrowUp" { 1 } else { -1 },
                ));
            }
            _ => {}
        })
    };
    let text = draft.text.clone().unwrap_or_else(|| {
        if draft.is_focused {
            exact_text(*input, *value)
        } else {
            field_text(*input, *value)
        }
    });
    let is_draft = draft.text.is_some().to_string();
    let error_id = format!("{id}-error");
    let described_by = draft.error.as_ref().map(|_| error_id.clone());
    html! {
        <>
            <input id={id.clone()} class="hp-field" type="text" inputmode="decimal" autocomplete="off"
                spellcheck="false" value={text} {onfocus} {onblur} {oninput} {onkeydown}
                aria-invalid={draft.error.is_some().then_some("true")} aria-describedby={described_by}
                data-field={input.name()} data-draft={is_draft} data-value={exact(*value)} />
            if let Some(error) = &draft.error {
                <span id={error_id} class="hp-field-error" role="alert">{ error }</span>
            }
        </>
    }
}

/// The draft after it was meant: taken, or kept with the reason why not.
fn take(draft: &Draft, input: Key, act: &Callback<Action>, is_focused: bool) -> Draft {
    let Some(text) = &draft.text else {
        return Draft {
            is_focused,
            ..draft.clone()
        };
    };
    match parse(input, text) {
        Ok(value) => {
            act.emit(Action::Set(input, value));
            Draft {
                is_focused,
                ..Draft::default()
            }
        }
        Err(error) => Draft {
            error: Some(error.to_string()),
            is_focused,
            ..draft.clone()
        },
    }
}

/// A value that changed by other means (slider, reset, link) supersedes what was being typed.
#[hook]
fn use_forget_draft(value: f64, draft: UseStateHandle<Draft>) {
    use_effect_with(value.to_bits(), move |_| {
        draft.set(Draft {
            is_focused: draft.is_focused,
            ..Draft::default()
        });
    });
}

fn update(draft: &UseStateHandle<Draft>, change: fn(Draft) -> Draft) -> Callback<FocusEvent> {
    let draft = draft.clone();
    Callback::from(move |_| draft.set(change((*draft).clone())))
}
