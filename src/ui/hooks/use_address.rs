//! The state in the address: written when the hand rests, read when the address changes.

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::Calculator;
use crate::state::{Action, link};
use crate::web::{Refused, location};

/// How long nothing must have changed before the address is written, in ms: at most twice a second.
const REST_MS: u32 = 500;

/// Keeps the address and the state the same.
#[hook]
pub fn use_address(calculator: &Calculator) {
    let fragment = link::encode(&calculator.state);
    let written = fragment.clone();
    use_effect_with(fragment, move |_| {
        // A refusal is ignored: the next change writes again, and nothing depends on it.
        let timeout = Timeout::new(REST_MS, move || drop(write(&written)));
        move || drop(timeout)
    });
    let act = calculator.act.clone();
    use_effect_with((), move |()| {
        let listener = web_sys::window().map(|window| {
            EventListener::new(&window, "hashchange", move |_| {
                let opened = link::decode(&location::fragment().unwrap_or_default());
                act.emit(Action::Open(Box::new(opened)));
            })
        });
        move || drop(listener)
    });
}

/// Writes the page's own part of the fragment, keeping what a host page appended.
fn write(own: &str) -> Result<(), Refused> {
    let present = location::fragment()?;
    let (before, appended) = link::split_secret(present.trim_start_matches('#'));
    if before == own {
        Ok(())
    } else {
        location::replace_fragment(&format!("{own}{appended}"))
    }
}
