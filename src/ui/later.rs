//! What is fetched after the start: all charts, all views but the head of the first, what is printed, and
//! what charts are saved with.
//!
//! With the feature `split` the build cuts the WebAssembly in two. What only [`Later`] names stands in
//! the second file, so that a first visit does not wait for it.

use std::fmt;
use std::rc::Rc;

use yew::prelude::*;

use super::chart::{Pressed, press};
use super::controls::Beside;
use super::embed::{self, embed, embed_dialog};
use super::figures::Figures;
use super::hooks::Latest;
use super::how::how;
use super::memo::memo;
use super::views;
use crate::model::Evaluation;
use crate::state::{Action, State};

/// What the second file holds.
#[derive(Clone, Copy)]
pub struct Later {
    /// Draws the view that the state names; of the first one what stands below its figures.
    pub view: fn(Figures<'_>) -> Html,
    /// What stands beside bare sliders and fields.
    pub beside: Beside,
    /// Draws the embed that the page is inside another one.
    pub embed: fn(embed::Props) -> Html,
    /// Draws the dialog that makes embeds.
    pub embed_dialog: fn(&Latest) -> Html,
    /// Draws the head of the printed page.
    pub memo: fn() -> Html,
    /// The place in which is explained how a figure is computed.
    pub how: fn(&Rc<State>, &Rc<Evaluation>) -> Html,
    /// Draws the panel of live network data.
    pub live: fn(&State, &Callback<Action>) -> Html,
    /// Does what a tool of a chart's foot is for.
    pub press: fn(&Pressed<'_>),
}

impl Later {
    const HERE: Self = Self {
        view: views::later,
        beside: Beside::HERE,
        embed,
        embed_dialog,
        memo,
        how,
        live: views::live,
        press,
    };
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

/// The second file where it is there from the start: in the program that renders the page for the build.
#[must_use]
pub fn at_first() -> Option<Result<Later, NotHad>> {
    // Elsewhere nothing may name it, so that it stays in the second file.
    #[cfg(feature = "prerender")]
    return Some(Ok(Later::HERE));
    #[cfg(not(feature = "prerender"))]
    None
}

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
