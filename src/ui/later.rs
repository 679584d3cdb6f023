//! What is fetched after the start: all views but the first.
//!
//! With the feature `split` the build cuts the WebAssembly in two. What only [`Later`] names stands in
//! the second file, so that a first visit does not wait for it.

use std::fmt;

use yew::prelude::*;

use super::figures::Figures;
use super::views;

/// What the second file holds.
#[derive(Clone, Copy)]
pub struct Later {
    /// Draws the view that the state names, any but the first.
    pub view: fn(Figures<'_>) -> Html,
}

impl Later {
    const HERE: Self = Self { view: views::later };
}

/// The second file could not be had; the browser's console says why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotHad;

impl fmt::Display for NotHad {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the second part of the page could not be loaded")
    }
}

impl std::error::Error for NotHad {}

/// Fetches the second file, once; after a failure the next call tries again.
///
/// # Errors
/// When it cannot be had.
pub async fn load() -> Result<Later, NotHad> {
    #[cfg(feature = "split")]
    return cut::later().await;
    #[cfg(not(feature = "split"))]
    Ok(Later::HERE)
}

#[cfg(feature = "split")]
mod cut {
    use wasm_split_helpers::{SplitLoaderError, wasm_split};

    use super::{Later, NotHad};

    impl From<SplitLoaderError> for NotHad {
        fn from(_: SplitLoaderError) -> Self {
            Self
        }
    }

    /// Where the page is cut.
    #[wasm_split(later, fallible)]
    pub fn later() -> Result<Later, NotHad> {
        Ok(Later::HERE)
    }
}
