//! The part of the page that is fetched after the start.

use yew::platform::spawn_local;
use yew::prelude::*;

use crate::ui::later::{Later, NotHad, at_first, load};

/// The second part of the page as far as it is there.
#[derive(Clone)]
pub struct Fetched {
    /// The part, or why it is not there; `None` while it is on its way.
    pub part: Option<Result<Later, NotHad>>,
    /// Tries again.
    pub again: Callback<MouseEvent>,
}

impl Fetched {
    /// The part, if it is there.
    pub fn later(&self) -> Option<Later> {
        self.part.and_then(Result::ok)
    }
}

/// Fetches the second part of the page once the first is drawn.
#[hook]
pub fn use_later() -> Fetched {
    let part = use_state(at_first);
    let attempt = use_state(|| 0_u32);
    let arrived = part.setter();
    use_effect_with(*attempt, move |_| {
        spawn_local(async move { arrived.set(Some(load().await)) });
    });
    let (clear, next) = (part.setter(), *attempt + 1);
    let again = Callback::from(move |_| {
        clear.set(None);
        attempt.set(next);
    });
    Fetched { part: *part, again }
}
