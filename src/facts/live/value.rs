//! What JSON says, as far as it is looked at.

use crate::decimal;
use crate::model::parameters::Given;

/// A JSON value.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A number.
    Number(f64),
    /// A text.
    Text(String),
    /// Names with their values.
    Object(Vec<(String, Value)>),
    /// Values in a row.
    List(Vec<Value>),
    /// Anything that is not looked at: `null`, `true`, and what lies deeper than [`Self::DEPTH`].
    Other,
}

impl Value {
    /// How many objects or lists within each other are looked at.
    pub const DEPTH: usize = 3;

    /// The member of an object.
    pub(super) fn member(&self, name: &str) -> Option<&Self> {
        let Self::Object(members) = self else {
            return None;
        };
        let found = members.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value)
    }

    /// The number that it is; large ones are often sent as a text.
    ///
    /// # Errors
    /// What it is, as a message names it.
    pub(super) fn number(&self) -> Result<f64, Given> {
        match self {
            Self::Number(number) => Ok(*number),
            Self::Text(text) => decimal::read(text).ok_or_else(|| Given::Text(text.clone())),
            Self::Object(_) => Err(Given::Other("an object".into())),
            Self::List(_) => Err(Given::Other("a list".into())),
            Self::Other => Err(Given::Null),
        }
    }
}
