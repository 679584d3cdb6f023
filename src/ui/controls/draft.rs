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
    field: String,
    /// What the draft is kept under: the view may be left for another one.
    name: String,
    draft: Draft,
    /// Takes what is put in its place.
    put: UseStateSetter<(String, Draft)>,
}

impl Desk {
    /// The draft.
    pub fn draft(&self) -> &Draft {
        &self.draft
    }

    /// Puts another draft in place of the present one.
    fn put(&self, draft: Draft) {
        keep_as(&self.name, &draft);
        self.put.set((self.name.clone(), draft));
    }

    /// What an event makes of the draft.
    fn on<E: 'static>(&self, next: fn(&Draft, E) -> Draft) -> Callback<E> {
        let desk = self.clone();
        Callback::from(move |event| desk.put(next(&desk.draft, event)))
    }
}

/// The draft of a field. A draft belongs to the value that it was typed beside: when the value is changed by other
/// means the draft goes with the old one, and when that comes back (by undo, or in any other way) so does the
/// draft. Only what is typed in its place, or Escape, drops it.
#[hook]
pub fn use_draft(field: &str, value: &str) -> Desk {
    let name = named(field, value);
    let last = use_state_eq(|| (name.clone(), left(&name)));
    let draft = if last.0 == name {
        last.1.clone()
    } else {
        Draft {
            is_focused: last.1.is_focused,
            ..left(&name)
        }
    };
    Desk {
        field: field.to_owned(),
        name,
        draft,
        put: last.setter(),
    }
}

/// Why what was typed into a field beside this value was not taken, whether the field is there or not.
pub fn refusal(field: &str, value: &str) -> Option<String> {
    left(&named(field, value)).error
}

/// What a field's draft is kept under at a value.
fn named(field: &str, value: &str) -> String {
    format!("{field}: {value}")
}

/// Before a draft that is kept: an emptied field is one too, and nothing kept is none.
const TYPED: &str = "=";

/// The draft that was kept under this name.
fn left(name: &str) -> Draft {
    let (text, error) = (kept(name), kept(&reason(name)));
    let text = text.strip_prefix(TYPED).map(str::to_owned);
    Draft {
        error: Some(error.to_string()).filter(|error| text.is_some() && !error.is_empty()),
        text,
        is_focused: false,
    }
}

fn keep_as(name: &str, draft: &Draft) {
    let text = draft.text.as_ref().map(|text| format!("{TYPED}{text}"));
    let texts = [text, draft.error.clone()].map(|text| AttrValue::from(text.unwrap_or_default()));
    let [text, error] = texts;
    keep(name, text);
    keep(&reason(name), error);
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

/// What a text means.
pub struct Meant {
    /// What it does.
    pub action: Action,
    /// The field's value after that.
    pub value: String,
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
        read: impl Fn(&str) -> Result<Meant, String> + 'static,
    ) -> Self {
        let commit = {
            let (desk, act) = (desk.clone(), act.clone());
            Callback::from(move |is_focused| desk.put(taken(&desk, &act, &read, is_focused)))
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
    desk: &Desk,
    act: &Callback<Action>,
    read: &dyn Fn(&str) -> Result<Meant, String>,
    is_focused: bool,
) -> Draft {
    let kept = Draft {
        is_focused,
        ..desk.draft.clone()
    };
    let Some(text) = &desk.draft.text else {
        return kept;
    };
    match read(text) {
        Ok(Meant { action, value }) => {
            act.emit(action);
            // It is typed in place of what was once refused beside that value, too.
            keep_as(&named(&desk.field, &value), &Draft::default());
            dropped(is_focused)
        }
        Err(error) => Draft {
            error: Some(error),
            ..kept
        },
    }
}
