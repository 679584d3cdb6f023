//! One miner of the screen, complete and valid.

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use super::column::Column;
use super::error::{MinerError, MinerProblem, NAME_LENGTHS};
use crate::model::parameters::{Given, InputError, Inputs};

/// A company: its name and a valid value for each [`Column`].
#[derive(Clone, Debug, PartialEq)]
pub struct Miner {
    name: String,
    /// By [`Column`].
    values: [f64; Column::ALL.len()],
}

impl Miner {
    /// The key of the name.
    pub const NAME: &'static str = "name";

    /// A miner with this name and the page's numbers, without cash. Spaces around the name do not
    /// belong to it.
    ///
    /// # Errors
    /// When the name is empty or has more than 100 characters.
    pub fn named(name: &str, inputs: &Inputs) -> Result<Self, MinerProblem> {
        Ok(Self {
            name: checked_name(name)?,
            values: Column::ALL.map(|column| match column.input() {
                Some(key) => inputs
                    .get(key)
                    .expect("none of a miner's inputs may be absent"),
                None => 0.0,
            }),
        })
    }

    /// The miner with these entries, as (key, value): a `name` as text, and numbers; those left
    /// out are the page's. `row` is the number by which messages name it.
    ///
    /// # Errors
    /// The first entry that is refused: unknown or repeated key, no name, `null`, something that
    /// is no number, or a number out of range.
    pub fn from_entries<'a>(
        row: usize,
        inputs: &Inputs,
        entries: impl IntoIterator<Item = (&'a str, impl Into<Given>)>,
    ) -> Result<Self, MinerError> {
        let entries: Vec<(&str, Given)> = entries
            .into_iter()
            .map(|(key, value)| (key, value.into()))
            .collect();
        let name = entries.iter().find(|(key, _)| *key == Self::NAME);
        let name = match name.map(|(_, value)| value) {
            Some(Given::Text(text)) => Self::named(text, inputs),
            other => Err(MinerProblem::Name(other.cloned().unwrap_or(Given::Null))),
        };
        let refuse = |name: Option<&Self>, problem| MinerError {
            row,
            name: name.map(|miner| miner.name.clone()),
            problem,
        };
        let mut miner = name.map_err(|problem| refuse(None, problem))?;
        for (index, (key, value)) in entries.iter().enumerate() {
            let repeats = entries[..index].iter().any(|(earlier, _)| earlier == key);
            miner = miner
                .taking(key, value, repeats)
                .map_err(|problem| refuse(Some(&miner), problem))?;
        }
        Ok(miner)
    }

    /// The miner with one more entry; the name is in place.
    fn taking(&self, key: &str, value: &Given, repeats: bool) -> Result<Self, MinerProblem> {
        let (key, value) = (key, value.clone());
        if repeats {
            let key = key.to_owned();
            return Err(MinerProblem::Repeated { key, value });
        }
        match (Column::from_key(key), value) {
            (Some(column), Given::Number(number)) => Ok(self.with(column, number)?),
            (Some(column), Given::Null) => {
                Err(InputError::Missing(column.refusal(Given::Null)).into())
            }
            (Some(column), other) => Err(InputError::NotANumber(column.refusal(other)).into()),
            (None, _) if key == Self::NAME => Ok(self.clone()),
            (None, value) => {
                let key = key.to_owned();
                Err(MinerProblem::UnknownKey { key, value })
            }
        }
    }

    /// The miner with another name.
    ///
    /// # Errors
    /// When the name is empty or has more than 100 characters.
    pub fn renamed(&self, name: &str) -> Result<Self, MinerProblem> {
        Ok(Self {
            name: checked_name(name)?,
            ..self.clone()
        })
    }

    /// The miner with one of its numbers changed.
    ///
    /// # Errors
    /// When the number is not finite or out of range.
    pub fn with(&self, column: Column, value: f64) -> Result<Self, InputError> {
        column.check(value)?;
        let mut miner = self.clone();
        // Adding zero turns −0 into 0.
        miner.values[column as usize] = value + 0.0;
        Ok(miner)
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// One of its numbers, in the unit of the column.
    #[must_use]
    pub fn get(&self, column: Column) -> f64 {
        self.values[column as usize]
    }

    /// The page's inputs with this miner's in place of its own.
    #[must_use]
    pub fn inputs(&self, page: &Inputs) -> Inputs {
        Column::ALL
            .into_iter()
            .fold(page.clone(), |inputs, column| {
                let Some(key) = column.input() else {
                    return inputs;
                };
                inputs
                    .with(key, Some(self.get(column)))
                    .expect("a miner's numbers were checked against the same rows of the table")
            })
    }
}

/// The name without the spaces around it.
///
/// # Errors
/// When it is empty or has more than 100 characters.
pub fn checked_name(name: &str) -> Result<String, MinerProblem> {
    let name = name.trim();
    if NAME_LENGTHS.contains(&name.chars().count()) {
        Ok(name.to_owned())
    } else {
        Err(MinerProblem::Name(name.into()))
    }
}

/// As `{ name, fleet_hashrate, efficiency, … }`.
impl Serialize for Miner {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // The count is a hint for formats that need one: JSON and JavaScript take any.
        let mut fields = serializer.serialize_struct("Miner", 1 + Column::ALL.len())?;
        fields.serialize_field(Self::NAME, &self.name)?;
        for column in Column::ALL {
            fields.serialize_field(column.key(), &self.get(column))?;
        }
        fields.end()
    }
}
