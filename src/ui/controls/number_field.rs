//! A text field for a number that keeps what is typed until it is meant.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::decimal::exact;
use crate::format::{exact_text, field_text, parse};
use crate::model::parameters::Key;
use crate::state::Action;
use crate::ui::hooks::{keep_typed, typed_in};
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

impl Draft {
    /// What was left in the field when it was folded away or another view was chosen.
    fn left(input: Key, value: f64) -> Self {
        let text = typed_in(input.name(), &exact(value));
        let error = text.as_ref().and_then(|text| parse(input, text).err());
        Self {
            text,
            error: error.map(|error| error.to_string()),
            is_focused: false,
        }
    }
}

/// The draft of a field at its present value.
#[derive(Clone)]
struct Desk {
    input: Key,
    value: f64,
    draft: UseStateHandle<Draft>,
}

impl Desk {
    /// Puts another draft in place of the present one.
    fn put(&self, draft: Draft) {
        keep_typed(self.input.name(), &exact(self.value), draft.text.as_deref());
        self.draft.set(draft);
    }

    /// Drops what was typed.
    fn clear(&self, is_focused: bool) {
        self.put(Draft {
            is_focused,
            ..Draft::default()
        });
    }

    /// The draft was meant: takes it, or keeps it with the reason why not.
    fn take(&self, act: &Callback<Action>, is_focused: bool) {
        let draft = Draft {
            is_focused,
            ..(*self.draft).clone()
        };
        let parsed = draft.text.as_ref().map(|text| parse(self.input, text));
        match parsed {
            None => self.put(draft),
            Some(Ok(value)) => {
                act.emit(Action::Set(self.input, value));
                self.clear(is_focused);
            }
            Some(Err(error)) => self.put(Draft {
                error: Some(error.to_string()),
                ..draft
            }),
        }
    }
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
    let (input, value) = (*input, *value);
    let draft = use_state_eq(|| Draft::left(input, value));
    let desk = Desk {
        input,
        value,
        draft: draft.clone(),
    };
    use_forget_draft(&desk);
    let onfocus = {
        let desk = desk.clone();
        Callback::from(move |_: FocusEvent| {
            desk.put(Draft {
                is_focused: true,
                ..(*desk.draft).clone()
            });
        })
    };
    let onblur = {
        let (desk, act) = (desk.clone(), act.clone());
        Callback::from(move |_: FocusEvent| desk.take(&act, false))
    };
    let oninput = {
        let desk = desk.clone();
        Callback::from(move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            desk.put(Draft {
                text: Some(text),
                error: None,
                is_focused: true,
            });
        })
    };
    let onkeydown = {
        let act = act.clone();
        Callback::from(move |event: KeyboardEvent| {
            let step = |count| {
                event.prevent_default();
                act.emit(Action::Step(input, count));
            };
            match event.key().as_str() {
                "Enter" => desk.take(&act, true),
                "Escape" => desk.clear(true),
                "ArrowUp" if desk.draft.text.is_none() => step(1),
                "ArrowDown" if desk.draft.text.is_none() => step(-1),
                _ => {}
            }
        })
    };
    let text = draft.text.clone().unwrap_or_else(|| {
        if draft.is_focused {
            exact_text(input, value)
        } else {
            field_text(input, value)
        }
    });
    let is_draft = draft.text.is_some().to_string();
    let error_id = format!("{id}-error");
    let described_by = draft.error.as_ref().map(|_| error_id.clone());
    // To this Safari's engine puts a field without autocompletion back when the reader comes back to the page.
    let again = document::text(&text);
    html! {
        <>
            <input id={id.clone()} class="hp-field" type="text" inputmode="decimal" autocomplete="off"
                spellcheck="false" value={text} ~defaultValue={again} {onfocus} {onblur} {oninput} {onkeydown}
                aria-invalid={draft.error.is_some().then_some("true")} aria-describedby={described_by}
                data-field={input.name()} data-draft={is_draft} data-value={exact(value)} />
            if let Some(error) = &draft.error {
                <span id={error_id} class="hp-field-error" role="alert">{ error }</span>
            }
        </>
    }
}

/// A value that changed by other means (slider, reset, link) supersedes what was being typed.
#[hook]
fn use_forget_draft(desk: &Desk) {
    let before = use_mut_ref(|| desk.value.to_bits());
    let desk = desk.clone();
    use_effect_with(desk.value.to_bits(), move |value| {
        if before.replace(*value) != *value {
            desk.clear(desk.draft.is_focused);
        }
    });
}
