//! The state in the address: written when the hand rests, read when the address changes.

use std::rc::Rc;

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
    let seen = use_mut_ref(|| location::fragment().unwrap_or_default());
    let fragment = link::encode(&calculator.state);
    let known = Rc::clone(&seen);
    use_effect_with(fragment, move |fragment| {
        let fragment = fragment.clone();
        let timeout = Timeout::new(REST_MS, move || {
            // A refusal is ignored: the next change writes again, and nothing depends on it.
            let _ = write(&fragment, &mut known.borrow_mut());
        });
        move || drop(timeout)
    });
    let act = calculator.act.clone();
    use_effect_with((), move |()| {
        let listener = web_sys::window().map(|window| {
            EventListener::new(&window, "hashchange", move |_| {
                let present = location::fragment().unwrap_or_default();
                let opened = link::decode(&present);
                *seen.borrow_mut() = present;
                act.emit(Action::Open(Box::new(opened)));
            })
        });
        move || drop(listener)
    });
}

/// Writes the page's own part of the fragment, keeping what a host page appended. An address that
/// is not the one last `seen` is one that the reader is just going to: `hashchange` is on its way,
/// and the state will follow the address.
fn write(own: &str, seen: &mut String) -> Result<(), Refused> {
    let present = location::fragment()?;
    let (before, appended) = link::split_secret(present.trim_start_matches('#'));
    if present == *seen && before != own {
        location::replace_fragment(&format!("{own}{appended}"))?;
        *seen = location::fragment()?;
    }
    Ok(())
}
