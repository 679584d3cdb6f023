//! What is typed into a field, until it is meant.

use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::state::Action;
use crate::ui::hooks::{keep, kept};

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

/// The draft of a field at its present value.
#[derive(Clone)]
pub struct Desk {
    /// What it is kept under: the view may be left for another one.
    name: String,
    draft: UseStateHandle<Draft>,
}

impl Desk {
    /// The draft.
    pub fn draft(&self) -> &Draft {
        &self.draft
    }

    /// Puts another draft in place of the present one.
    fn put(&self, draft: Draft) {
        keep_as(&self.name, &draft);
        self.draft.set(draft);
    }

    /// What an event makes of the draft.
    fn on<E: 'static>(&self, next: fn(&Draft, E) -> Draft) -> Callback<E> {
        let desk = self.clone();
        Callback::from(move |event| desk.put(next(&desk.draft, event)))
    }
}

/// The draft of a field, which a value changed by other means supersedes.
#[hook]
pub fn use_draft(field: &str, value: &str) -> Desk {
    let name = format!("{field}: {value}");
    let desk = Desk {
        draft: use_state_eq(|| left(&name)),
        name: name.clone(),
    };
    let before = use_mut_ref(|| name.clone());
    let present = desk.clone();
    use_effect_with(name, move |name| {
        let before = before.replace(name.clone());
        if before != *name {
            keep_as(&before, &Draft::default());
            present.put(dropped(present.draft.is_focused));
        }
    });
    desk
}

/// The draft that was kept under this name.
fn left(name: &str) -> Draft {
    let [text, error] = [kept(name), kept(&reason(name))].map(|text| text.to_string());
    Draft {
        text: Some(text).filter(|text| !text.is_empty()),
        error: Some(error).filter(|error| !error.is_empty()),
        is_focused: false,
    }
}

fn keep_as(name: &str, draft: &Draft) {
    let text = |text: &Option<String>| AttrValue::from(text.clone().unwrap_or_default());
    keep(name, text(&draft.text));
    keep(&reason(name), text(&draft.error));
}

/// What the reason is kept under why a draft was refused.
fn reason(name: &str) -> String {
    format!("{name}, refused")
}

/// Nothing typed.
fn dropped(is_focused: bool) -> Draft {
    Draft {
        is_focused,
        ..Draft::default()
    }
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
    /// At this desk; `read` says what a text means, or why it means nothing.
    pub fn at(
        desk: &Desk,
        act: &Callback<Action>,
        read: impl Fn(&str) -> Result<Action, String> + 'static,
    ) -> Self {
        let commit = {
            let (desk, act) = (desk.clone(), act.clone());
            Callback::from(move |is_focused| desk.put(taken(&desk.draft, &act, &read, is_focused)))
        };
        Self {
            focus: desk.on(|present, _: FocusEvent| Draft {
                is_focused: true,
                ..present.clone()
            }),
            blur: commit.reform(|_: FocusEvent| false),
            input: desk.on(|_, event: InputEvent| Draft {
                text: Some(typed(&event)),
                error: None,
                is_focused: true,
            }),
            key: Callback::from({
                let desk = desk.clone();
                move |event: KeyboardEvent| match event.key().as_str() {
                    "Enter" => {
                        event.prevent_default();
                        commit.emit(true);
                    }
                    "Escape" => desk.put(dropped(true)),
                    _ => {}
                }
            }),
        }
    }
}

impl Typing {
    /// The same, where arrow keys step the value that is not being typed.
    pub fn with_steps(
        self,
        desk: &Desk,
        act: &Callback<Action>,
        step: impl Fn(i32) -> Action + 'static,
    ) -> Self {
        let is_typed = desk.draft.text.is_some();
        let (act, other) = (act.clone(), self.key);
        let key = Callback::from(move |event: KeyboardEvent| {
            let count = match event.key().as_str() {
                "ArrowUp" => 1,
                "ArrowDown" => -1,
                _ => 0,
            };
            if is_typed || count == 0 {
                return other.emit(event);
            }
            event.prevent_default();
            act.emit(step(count));
        });
        Self { key, ..self }
    }
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
            dropped(is_focused)
        }
        Err(error) => Draft {
            error: Some(error),
            ..kept
        },
    }
}
