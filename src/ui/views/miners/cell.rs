//! A field of a miner that keeps what is typed until it is meant.

use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::format::{exact_text, field_text, parse};
use crate::model::parameters::Key;
use crate::model::screen::{Column, Miner};
use crate::state::{Action, Edit, MinerField};

/// What of a miner stands in a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    /// Its name.
    Name,
    /// One of its numbers.
    Number(Column),
}

impl Field {
    fn key(self) -> &'static str {
        match self {
            Self::Name => Miner::NAME,
            Self::Number(column) => column.key(),
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Name => "Name",
            Self::Number(column) => column.parameter().label,
        }
    }

    /// As it reads at rest, or to the last digit for editing.
    fn text(self, miner: &Miner, is_edited: bool) -> String {
        match self {
            Self::Name => miner.name().to_owned(),
            Self::Number(column) => {
                let show = if is_edited { exact_text } else { field_text };
                show(as_input(column), miner.get(column))
            }
        }
    }

    /// What the text says.
    fn read(self, miner: &Miner, text: &str) -> Result<MinerField, String> {
        match self {
            Self::Name => miner
                .renamed(text)
                .map(|renamed| MinerField::Name(renamed.name().to_owned()))
                .map_err(|problem| problem.to_string()),
            Self::Number(column) => {
                number(column, text).map(|number| MinerField::Number(column, number))
            }
        }
    }
}

/// Cash reads like net debt, which is money in the same unit.
pub(super) fn as_input(column: Column) -> Key {
    column.input().unwrap_or(Key::NetDebt)
}

fn number(column: Column, text: &str) -> Result<f64, String> {
    let parsed = parse(as_input(column), text);
    match column.input() {
        Some(_) => parsed.map_err(|error| error.to_string()),
        None => {
            let number = parsed.map_err(|_| column.not_a_number(text).to_string())?;
            column.check(number).map_err(|error| error.to_string())?;
            Ok(number)
        }
    }
}

/// Characters for which a field of a number has room at least.
const LEAST: usize = 5;

/// What a field shows and where its actions go.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    /// The miner's place in the table.
    pub(super) place: usize,
    /// What of it.
    pub(super) field: Field,
    /// The miner.
    pub(super) miner: Miner,
    /// Takes actions.
    pub(super) act: Callback<Action>,
}

/// What is in the field beside the value.
#[derive(Clone, Debug, Default, PartialEq)]
struct Draft {
    text: Option<String>,
    error: Option<String>,
    is_focused: bool,
}

/// The field. Enter or leaving it takes the draft, Escape drops it; a draft that is refused stays, with
/// the reason below it.
#[component]
pub(super) fn Cell(props: &Props) -> Html {
    let Props {
        place,
        field,
        miner,
        ..
    } = props;
    let value = field.text(miner, true);
    let draft = use_draft(value.clone());
    let hands = Hands::of(&draft, props);
    let shown = draft
        .text
        .clone()
        .unwrap_or_else(|| field.text(miner, draft.is_focused));
    let Hands {
        focus,
        blur,
        input,
        key,
    } = hands;
    let label = format!("{} of row {}", field.label(), place + 1);
    let invalid = draft.error.is_some().then_some("true");
    let drawn = if *field == Field::Name {
        html! {
            <textarea class="hp-miner-cell" rows="2" spellcheck="false" value={shown} onfocus={focus} onblur={blur}
                oninput={input} onkeydown={key} aria-invalid={invalid} aria-label={label}
                data-cell={field.key()} data-value={value} />
        }
    } else {
        let size = shown.chars().count().max(LEAST).to_string();
        html! {
            <input class="hp-miner-cell" type="text" {size} inputmode="decimal" autocomplete="off" spellcheck="false"
                value={shown} onfocus={focus} onblur={blur} oninput={input} onkeydown={key}
                aria-invalid={invalid} aria-label={label} data-cell={field.key()} data-value={value} />
        }
    };
    html! {
        <>
            { drawn }
            if let Some(error) = &draft.error {
                <span class="hp-miner-cell-error" role="alert">{ error }</span>
            }
        </>
    }
}

/// A draft that a value changed by other means supersedes.
#[hook]
fn use_draft(value: String) -> UseStateHandle<Draft> {
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

/// What the field's events do to its draft.
struct Hands {
    focus: Callback<FocusEvent>,
    blur: Callback<FocusEvent>,
    input: Callback<InputEvent>,
    key: Callback<KeyboardEvent>,
}

impl Hands {
    fn of(draft: &UseStateHandle<Draft>, props: &Props) -> Self {
        let commit = {
            let (draft, props) = (draft.clone(), props.clone());
            move |is_focused| draft.set(take(&draft, &props, is_focused))
        };
        let enter = commit.clone();
        Self {
            focus: with(draft, |present, _: FocusEvent| Draft {
                is_focused: true,
                ..present.clone()
            }),
            blur: Callback::from(move |_: FocusEvent| commit(false)),
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
                        enter(true);
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

/// What stands in the field; a name has lines, but no line breaks.
fn typed(event: &InputEvent) -> String {
    let line = event.target_dyn_into::<HtmlInputElement>();
    let text = line.map(|field| field.value());
    text.unwrap_or_else(|| event.target_unchecked_into::<HtmlTextAreaElement>().value())
}

/// The draft after it was meant: taken, or kept with the reason why not.
fn take(draft: &Draft, props: &Props, is_focused: bool) -> Draft {
    let kept = Draft {
        is_focused,
        ..draft.clone()
    };
    let Some(text) = &draft.text else {
        return kept;
    };
    match props.field.read(&props.miner, text) {
        Ok(field) => {
            let edit = Edit::Set(props.place, field);
            props.act.emit(Action::Miners(edit));
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
