//! What was done, in words.

use super::State;
use super::apply::Action;
use super::rows::{Edit, TableRow};
use crate::format::input_text;
use crate::model::parameters::{Inputs, Key};

/// Something that can be undone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// One input was given another value.
    Input(Key),
    /// The unit of revenue was changed.
    Unit,
    /// Something else, in these words.
    Other(&'static str),
}

impl What {
    /// What an action does, if that can be undone.
    pub(super) fn of(action: &Action) -> Option<Self> {
        Some(match action {
            Action::Set(key, _)
            | Action::Slide(key, _)
            | Action::Step(key, _)
            | Action::Reset(key) => Self::Input(*key),
            Action::ResetAll => Self::Other("reset of all inputs"),
            Action::Take(name, _) => Self::Other(name),
            Action::Begin(scenario) => Self::Other(scenario.name),
            Action::Sites(edit) => Self::Other(edited(edit)),
            Action::Miners(edit) => Self::Other(edited(edit)),
            Action::Pair(..) => Self::Other("pair of miners"),
            Action::Write(pad, _) => Self::Other(pad.words()),
            Action::Choose(switch, _) => Self::Other(switch.words()),
            Action::PinBaseline => Self::Other("pinned baseline"),
            Action::UnpinBaseline => Self::Other("unpinned baseline"),
            Action::ShowIn(_) => Self::Unit,
            Action::Open(_) => Self::Other("opened link"),
            Action::Look(_)
            | Action::Paint(_)
            | Action::DismissNotices
            | Action::Undo
            | Action::Redo
            | Action::Rest => return None,
        })
    }

    /// In words: `bitcoin price $60,000`, with the value that the input was given.
    pub(super) fn text(self, after: &State) -> String {
        match self {
            Self::Input(key) => with_value(key, &after.inputs),
            Self::Unit => format!("unit {}", after.unit.label()),
            Self::Other(words) => words.to_owned(),
        }
    }
}

/// An input and its value within a sentence: `bitcoin price $60,000`.
pub(super) fn with_value(key: Key, inputs: &Inputs) -> String {
    let label = label_within(key);
    let value = inputs.effective(key).map(|value| input_text(key, value));
    format!("{label} {}", value.unwrap_or_default())
}

fn edited<Row: TableRow>(edit: &Edit<Row>) -> &'static str {
    let [replaced, added, copied, removed, moved, changed] = Row::EDITS;
    match edit {
        Edit::Replace(_) => replaced,
        Edit::Add(_) => added,
        Edit::Copy(_) => copied,
        Edit::Remove(_) => removed,
        Edit::MoveUp(_) | Edit::MoveDown(_) => moved,
        Edit::Set(..) => changed,
    }
}

/// An input's label within a sentence: `bitcoin price`, `PUE`.
#[must_use]
pub fn label_within(key: Key) -> String {
    lower_case(key.parameter().label)
}

/// A label within a sentence; abbreviations stay as they are.
fn lower_case(label: &str) -> String {
    let mut letters = label.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if !second.is_ascii_uppercase() => {
            let mut text = String::from(first.to_ascii_lowercase());
            text.push_str(letters.as_str());
            text
        }
        _ => label.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_within_a_sentence_keep_their_abbreviations() {
        for (label, text) in [
            ("Bitcoin price", "bitcoin price"),
            ("PUE", "PUE"),
            ("NOI margin", "NOI margin"),
            ("HPC discount rate", "HPC discount rate"),
            ("", ""),
        ] {
            assert_eq!(lower_case(label), text);
        }
    }
}
