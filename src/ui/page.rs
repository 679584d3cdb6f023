//! What a part of the page asks of the whole when it is pressed.

use yew::prelude::*;

use super::hooks::Latest;
use super::said::Said;

/// The present state, and a way to say something. It never changes, so that as a context it renders
/// nobody anew.
#[derive(Clone, PartialEq)]
pub struct Page {
    /// Tells the present state.
    pub latest: Latest,
    /// Takes what the reader is to be told.
    pub say: Callback<Said>,
}
