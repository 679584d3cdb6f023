//! A text field for a number that keeps what is typed until it is meant.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::decimal::exact;
use crate::format::{exact_text, field_text, parse};
use crate::model::parameters::Key;
use crate::state::Action;
use crate::ui::hooks::{keep, kept};
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
    /// Whether it was meant, and refused.
    is_refused: bool,
    /// Whether the field is being edited, and so shows its value to the last digit.
    is_focused: bool,
}

/// The name under which a draft is kept that stands in the field of an input beside this value: the field may
/// be folded away or stand in another view.
fn name(input: Key, value: f64) -> String {
    [input.name(), " ", &exact(value)].concat()
}

/// What was left in the field.
fn left(input: Key, value: f64) -> Draft {
    let text = kept(&name(input, value));
    let text = (!text.is_empty()).then(|| text.to_string());
    Draft {
        is_refused: text.is_some(),
        text,
        is_focused: false,
    }
}

/// The draft of a field at its present value, and what happens to it.
#[derive(Clone)]
struct Desk {
    input: Key,
    value: f64,
    draft: UseStateHandle<Draft>,
    act: Callback<Action>,
}

impl Desk {
    /// Puts another draft in place of the present one.
    fn put(&self, draft: Draft) {
        let left = draft.text.clone().unwrap_or_default();
        keep(&name(self.input, self.value), left.into());
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
    fn take(&self, is_focused: bool) {
        let draft = (*self.draft).clone();
        let parsed = draft.text.as_ref().map(|text| parse(self.input, text));
        if let Some(Ok(value)) = parsed {
            self.act.emit(Action::Set(self.input, value));
            return self.clear(is_focused);
        }
        self.put(Draft {
            is_refused: parsed.is_some(),
            is_focused,
            ..draft
        });
    }

    fn enter(&self, _: &FocusEvent) {
        self.put(Draft {
            is_focused: true,
            ..(*self.draft).clone()
        });
    }

    fn leave(&self, _: &FocusEvent) {
        self.take(false);
    }

    fn write(&self, event: &InputEvent) {
        let text = event.target_unchecked_into::<HtmlInputElement>().value();
        self.put(Draft {
            text: Some(text),
            is_refused: false,
            is_focused: true,
        });
    }

    fn strike(&self, event: &KeyboardEvent) {
        let step = |count| {
            event.prevent_default();
            self.act.emit(Action::Step(self.input, count));
        };
        match event.key().as_str() {
            "Enter" => self.take(true),
            "Escape" => self.clear(true),
            "ArrowUp" if self.draft.text.is_none() => step(1),
            "ArrowDown" if self.draft.text.is_none() => step(-1),
            _ => {}
        }
    }

    /// What an event does to the draft.
    fn on<E: 'static>(&self, happen: fn(&Self, &E)) -> Callback<E> {
        let desk = self.clone();
        Callback::from(move |event| happen(&desk, &event))
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
    let draft = use_state_eq(|| left(input, value));
    let desk = Desk {
        input,
        value,
        draft: draft.clone(),
        act: act.clone(),
    };
    use_forget_draft(&desk);
    let (onfocus, onblur) = (desk.on(Desk::enter), desk.on(Desk::leave));
    let (oninput, onkeydown) = (desk.on(Desk::write), desk.on(Desk::strike));
    let text = draft.text.clone().unwrap_or_else(|| {
        if draft.is_focused {
            exact_text(input, value)
        } else {
            field_text(input, value)
        }
    });
    let is_draft = draft.text.is_some().to_string();
    let error_id = format!("{id}-error");
    let refused = draft.text.as_ref().filter(|_| draft.is_refused);
    let error = refused.and_then(|text| parse(input, text).err());
    let described_by = error.as_ref().map(|_| error_id.clone());
    // To this Safari's engine puts a field without autocompletion back when the reader comes back to the page.
    let again = document::text(&text);
    html! {
        <>
            <input id={id.clone()} class="hp-field" type="text" inputmode="decimal" autocomplete="off"
                spellcheck="false" value={text} ~defaultValue={again} {onfocus} {onblur} {oninput} {onkeydown}
                aria-invalid={error.is_some().then_some("true")} aria-describedby={described_by}
                data-field={input.name()} data-draft={is_draft} data-value={exact(value)} />
            if let Some(error) = error {
                <span id={error_id} class="hp-field-error" role="alert">{ error.to_string() }</span>
            }
        </>
    }
}

/// A value that changed by other means (slider, reset, link) supersedes what was being typed.
#[hook]
fn use_forget_draft(desk: &Desk) {
    let before = use_mut_ref(|| desk.value);
    let desk = desk.clone();
    use_effect_with(desk.value.to_bits(), move |bits| {
        let before = before.replace(desk.value);
        if before.to_bits() != *bits {
            keep(&name(desk.input, before), AttrValue::default());
            desk.clear(desk.draft.is_focused);
        }
    });
}
