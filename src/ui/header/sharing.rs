//! The link to the page as it is: copied, or offered to other programs.

use yew::prelude::*;

use crate::state::State;
use crate::state::link::{self, Part};
use crate::ui::hooks::Latest;
use crate::ui::said::Said;
use crate::web::{clipboard, location, share as sharing};

/// Whether the device has a way to share.
pub fn is_shareable() -> bool {
    sharing::is_offered()
}

/// Copies the link and says so; where that is not allowed, shows it to be copied by hand.
pub fn copy(latest: &Latest, say: &Callback<Said>) -> Callback<MouseEvent> {
    let (latest, say) = (latest.clone(), say.clone());
    Callback::from(move |_| say.emit(copied(&latest.state())))
}

/// The same for a state, and what is to be said about it.
pub fn copied(state: &State) -> Said {
    let (address, missing) = link_of(state);
    let is_copied = clipboard::copy(&address).is_ok();
    let done = if is_copied {
        "Link copied"
    } else {
        "Copying is not allowed here. The link"
    };
    Said {
        text: without(done, &missing),
        address: (!is_copied).then_some(address),
        with_file: !missing.is_empty(),
    }
}

/// Offers the link to other programs; says something only about what it cannot hold.
pub fn share(latest: &Latest, say: &Callback<Said>) -> Callback<MouseEvent> {
    let (latest, say) = (latest.clone(), say.clone());
    Callback::from(move |_| {
        let (address, missing) = link_of(&latest.state());
        let is_offered = sharing::offer("Hashpivot", &address).is_ok();
        if !is_offered || !missing.is_empty() {
            say.emit(Said {
                text: without("The link", &missing),
                address: (!is_offered).then_some(address),
                with_file: !missing.is_empty(),
            });
        }
    })
}

/// The address of the page as it is, and what it leaves out.
fn link_of(state: &State) -> (String, Vec<Part>) {
    let address = location::address_with(&link::encode(state)).unwrap_or_default();
    (address, link::left_out(state))
}

fn without(done: &str, missing: &[Part]) -> String {
    if missing.is_empty() {
        return format!("{done}.");
    }
    let parts: Vec<&str> = missing.iter().map(|part| part.title()).collect();
    let parts = parts.join(" and ");
    format!("{done}, without {parts}: too long for a link. A file holds everything.")
}
