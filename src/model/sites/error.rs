//! Why a list of sites was refused.

use std::fmt;

use super::keys::{CONTRACT, MAX_SITES, NAME, accepted};
use crate::model::parameters::{Given, InputError};

/// Why a list of sites was refused.
#[derive(Clone, Debug, PartialEq)]
pub enum SitesError {
    /// The list is longer than [`MAX_SITES`].
    TooMany {
        /// Its length.
        given: usize,
    },
    /// One of the sites was refused.
    Site {
        /// Its place in the list, from 1.
        number: usize,
        /// Its name.
        name: String,
        /// What is wrong with it.
        problem: SiteProblem,
    },
}

/// What is wrong with a site.
#[derive(Clone, Debug, PartialEq)]
pub enum SiteProblem {
    /// An input or the start month was refused.
    Input(InputError),
    /// The name is no text.
    Name(Given),
    /// No kind of contract has this name.
    Contract(Given),
    /// One of a site's own keys was given twice.
    Repeated {
        /// Which of them.
        key: &'static str,
        /// The second value.
        value: Given,
    },
    /// No input has this key, and a key of the site's own is nearer than any input's.
    UnknownKey {
        /// The key as given.
        key: String,
        /// The value as given.
        value: Given,
        /// The site's own key.
        nearest: &'static str,
    },
}

impl fmt::Display for SitesError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooMany { given } => {
                write!(f, "{given} sites are too many: give at most {MAX_SITES}")
            }
            Self::Site {
                number,
                name,
                problem,
            } => {
                let name = Given::from(name.as_str());
                write!(f, "site {number} ({name}): {problem}")
            }
        }
    }
}

impl fmt::Display for SiteProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Input(error) => error.fmt(f),
            Self::Name(value) => {
                write!(f, "name = {value} is not a text: give {}", accepted(NAME))
            }
            Self::Contract(value) => write!(
                f,
                "contract = {value} is not a kind of contract: give {}",
                accepted(CONTRACT)
            ),
            Self::Repeated { key, value } => write!(
                f,
                "{key} = {value} is given a second time: give {}",
                accepted(key)
            ),
            Self::UnknownKey {
                key,
                value,
                nearest,
            } => write!(
                f,
                "{key} = {value} is not an input: the nearest key is {nearest}, {}",
                accepted(nearest)
            ),
        }
    }
}

impl std::error::Error for SitesError {}
