//! A field of a miner that keeps what is typed until it is meant.

use yew::prelude::*;

use crate::format::{exact_text, field_text, parse_as, refused_name};
use crate::model::parameters::Key;
use crate::model::screen::{Column, Miner, NAME_LENGTHS};
use crate::state::{Action, Edit, MinerField};
use crate::ui::controls::{Entered, Meant, Typing, use_draft, use_whole_field};
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

    /// What the text says, and how that is written.
    fn read(self, miner: &Miner, text: &str) -> Result<(MinerField, String), String> {
        match self {
            Self::Name => miner
                .renamed(text)
                .map(|renamed| renamed.name().to_owned())
                .map(|name| (MinerField::Name(name.clone()), name))
                .map_err(|_| refused_name(text, &NAME_LENGTHS)),
            Self::Number(column) => {
                let input = as_input(column);
                parse_as(input, column.parameter(), text)
                    .map(|number| {
                        (
                            MinerField::Number(column, number),
                            exact_text(input, number),
                        )
                    })
                    .map_err(|error| error.to_string())
            }
        }
    }
}

/// Cash reads like net debt, which is money in the same unit.
pub(super) fn as_input(column: Column) -> Key {
    column.input().unwrap_or(Key::NetDebt)
}

/// Characters for which a field of a number has room at least.
const LEAST: usize = 5;

/// What a field shows and where its actions go.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    /// The miner's place in the table.
    pub(super) place: usize,
    /// Its row's number, wherever that stands.
    pub(super) id: usize,
    /// What of it.
    pub(super) field: Field,
    /// The miner.
    pub(super) miner: Miner,
    /// Takes actions.
    pub(super) act: Callback<Action>,
}

/// The field. Enter or leaving it takes the draft, Escape drops it; a draft that is refused stays, with
/// the reason below it.
#[component]
pub(super) fn Cell(props: &Props) -> Html {
    let Props {
        place,
        id,
        field,
        miner,
        act,
    } = props;
    let value = field.text(miner, true);
    let desk = use_draft(&format!("{} of miner {id}", field.key()), &value);
    let draft = desk.draft();
    let (row, what, present) = (*place, *field, miner.clone());
    let typing = Typing::at(&desk, act, move |text| {
        let (field, value) = what.read(&present, text)?;
        let action = Action::Miners(Edit::Set(row, field));
        Ok(Meant { action, value })
    });
    let shown = draft
        .text
        .clone()
        .unwrap_or_else(|| field.text(miner, draft.is_focused));
    let Typing {
        focus,
        blur,
        input,
        key,
    } = typing;
    let Entered { node, press } = use_whole_field(draft.is_focused);
    let label = format!("{} of row {}", field.label(), place + 1);
    let is_draft = draft.text.is_some().to_string();
    let invalid = draft.error.is_some().then_some("true");
    let drawn = if *field == Field::Name {
        html! {
            <textarea class="hp-miner-cell" rows="2" spellcheck="false" value={shown} onfocus={focus} onblur={blur}
                oninput={input} onkeydown={key} aria-invalid={invalid} aria-label={label}
                data-cell={field.key()} data-draft={is_draft} data-value={value} />
        }
    } else {
        let size = shown.chars().count().max(LEAST).to_string();
        // As in the number fields of the rail.
        let again = document::text(&shown);
        html! {
            <input ref={node} class="hp-miner-cell" type="text" {size} inputmode="decimal" autocomplete="off" spellcheck="false"
                value={shown} ~defaultValue={again} onpointerdown={press} onfocus={focus} onblur={blur} oninput={input} onkeydown={key}
                aria-invalid={invalid} aria-label={label} data-cell={field.key()} data-draft={is_draft}
                data-value={value} />
        }
    };
    html! {
        <>
            { drawn }
            if let Some(error) = &draft.error {
                <span class="hp-cell-error" role="alert">{ error }</span>
            }
        </>
    }
}
