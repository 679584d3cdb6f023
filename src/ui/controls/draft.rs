//! What is typed into a field of a table, until it is meant.

use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::state::Action;

/// What is in the field beside the value.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    /// What was typed and not yet taken.
    pub text: Option<String>,
    /// Why it was not taken.
    pub error: Option<String>,
    /// Whether the field is being edited.
    pub is_focused: bool,
}

/// A draft that a value changed by other means supersedes.
#[hook]
pub fn use_draft(value: String) -> UseStateHandle<Draft> {
    let draft = use_state_eq(Draft::default);
    let present = draft.clone();
    use_effect_with(value, move |_| {
        present.set(Draft {
            is_focused: present.is_focused,
            ..Draft::default()
        });
    });
    draft
}

/// What the field's events do to its draft. Enter or leaving the field takes it, Escape drops it; a draft
/// that is refused stays, with the reason.
pub struct Typing {
    /// The field is entered.
    pub focus: Callback<FocusEvent>,
    /// The field is left.
    pub blur: Callback<FocusEvent>,
    /// Something is typed.
    pub input: Callback<InputEvent>,
    /// A key is pressed.
    pub key: Callback<KeyboardEvent>,
}

impl Typing {
    /// Into this draft; `read` says what a text means, or why it means nothing.
    pub fn into(
        draft: &UseStateHandle<Draft>,
        act: &Callback<Action>,
        read: impl Fn(&str) -> Result<Action, String> + 'static,
    ) -> Self {
        let commit = {
            let (draft, act) = (draft.clone(), act.clone());
            Callback::from(move |is_focused| draft.set(taken(&draft, &act, &read, is_focused)))
        };
        Self {
            focus: with(draft, |present, _: FocusEvent| Draft {
                is_focused: true,
                ..present.clone()
            }),
            blur: commit.reform(|_: FocusEvent| false),
            input: with(draft, |_, event: InputEvent| Draft {
                text: Some(typed(&event)),
                error: None,
                is_focused: true,
            }),
            key: Callback::from({
                let set = draft.setter();
                move |event: KeyboardEvent| match event.key().as_str() {
                    "Enter" => {
                        event.prevent_default();
                        commit.emit(true);
                    }
                    "Escape" => set.set(Draft {
                        is_focused: true,
                        ..Draft::default()
                    }),
                    _ => {}
                }
            }),
        }
    }
}

/// Puts another draft in place of the present one.
fn with<E: 'static>(draft: &UseStateHandle<Draft>, next: fn(&Draft, E) -> Draft) -> Callback<E> {
    let draft = draft.clone();
    Callback::from(move |event| draft.set(next(&draft, event)))
}

/// What stands in the field; a name may have lines, but no line breaks.
fn typed(event: &InputEvent) -> String {
    let line = event.target_dyn_into::<HtmlInputElement>();
    let text = line.map(|field| field.value());
    text.unwrap_or_else(|| event.target_unchecked_into::<HtmlTextAreaElement>().value())
}

/// The draft after it was meant: taken, or kept with the reason why not.
fn taken(
    draft: &Draft,
    act: &Callback<Action>,
    read: &dyn Fn(&str) -> Result<Action, String>,
    is_focused: bool,
) -> Draft {
    let kept = Draft {
        is_focused,
        ..draft.clone()
    };
    let Some(text) = &draft.text else {
        return kept;
    };
    match read(text) {
        Ok(action) => {
            act.emit(action);
            Draft {
                is_focused,
                ..Draft::default()
            }
        }
        Err(error) => Draft {
            error: Some(error),
            ..kept
        },
    }
}
