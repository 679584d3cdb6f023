//! A field of a miner that keeps what is typed until it is meant.

use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::format::{exact_text, field_text, parse};
use crate::model::parameters::Key;
use crate::model::screen::{Column, Miner};
use crate::state::{Action, Edit, MinerField};
use crate::ui::hooks::{keep, kept};
use crate::web::document;

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

/// The draft of a field at its present value.
#[derive(Clone)]
struct Desk {
    props: Props,
    /// The value to the last digit.
    value: String,
    draft: UseStateHandle<Draft>,
}

impl Desk {
    /// Puts another draft in place of the present one.
    fn put(&self, draft: Draft) {
        let left = draft.text.clone().unwrap_or_default();
        keep(&self.props.name(&self.value), left.into());
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
        let draft = Draft {
            is_focused,
            ..(*self.draft).clone()
        };
        let Props {
            place,
            field,
            miner,
            ..
        } = &self.props;
        match draft.text.as_ref().map(|text| field.read(miner, text)) {
            None => self.put(draft),
            Some(Ok(field)) => {
                self.props
                    .act
                    .emit(Action::Miners(Edit::Set(*place, field)));
                self.clear(is_focused);
            }
            Some(Err(error)) => self.put(Draft {
                error: Some(error),
                ..draft
            }),
        }
    }

    /// What an event does to the draft.
    fn on<E: 'static>(&self, happen: fn(&Self, &E)) -> Callback<E> {
        let desk = self.clone();
        Callback::from(move |event| happen(&desk, &event))
    }

    fn focus(&self, _: &FocusEvent) {
        self.put(Draft {
            is_focused: true,
            ..(*self.draft).clone()
        });
    }

    fn strike(&self, event: &KeyboardEvent) {
        match event.key().as_str() {
            "Enter" => {
                event.prevent_default();
                self.take(true);
            }
            "Escape" => self.clear(true),
            _ => {}
        }
    }

    fn write(&self, event: &InputEvent) {
        self.put(Draft {
            text: Some(typed(event)),
            error: None,
            is_focused: true,
        });
    }
}

impl Props {
    /// The name under which its draft is kept beside this value.
    fn name(&self, value: &str) -> String {
        format!("{} of row {}: {value}", self.field.key(), self.place)
    }

    /// What was left in the field when another view was chosen.
    fn left(&self, value: &str) -> Draft {
        let text = kept(&self.name(value));
        if text.is_empty() {
            return Draft::default();
        }
        Draft {
            error: self.field.read(&self.miner, &text).err(),
            text: Some(text.to_string()),
            is_focused: false,
        }
    }
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
    let desk = use_desk(props, &value);
    let draft = &desk.draft;
    let focus = desk.on(Desk::focus);
    let blur = desk.on(|desk, _: &FocusEvent| desk.take(false));
    let (input, key) = (desk.on(Desk::write), desk.on(Desk::strike));
    let shown = draft
        .text
        .clone()
        .unwrap_or_else(|| field.text(miner, draft.is_focused));
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
        // As in the number fields of the rail.
        let again = document::text(&shown);
        html! {
            <input class="hp-miner-cell" type="text" {size} inputmode="decimal" autocomplete="off" spellcheck="false"
                value={shown} ~defaultValue={again} onfocus={focus} onblur={blur} oninput={input} onkeydown={key}
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
fn use_desk(props: &Props, value: &str) -> Desk {
    let desk = Desk {
        props: props.clone(),
        value: value.to_owned(),
        draft: use_state_eq(|| props.left(value)),
    };
    let before = use_mut_ref(|| value.to_owned());
    let present = desk.clone();
    use_effect_with(value.to_owned(), move |value| {
        let before = before.replace(value.clone());
        if before != *value {
            keep(&present.props.name(&before), AttrValue::default());
            present.clear(present.draft.is_focused);
        }
    });
    desk
}

/// What stands in the field; a name has lines, but no line breaks.
fn typed(event: &InputEvent) -> String {
    let line = event.target_dyn_into::<HtmlInputElement>();
    let text = line.map(|field| field.value());
    text.unwrap_or_else(|| event.target_unchecked_into::<HtmlTextAreaElement>().value())
}
