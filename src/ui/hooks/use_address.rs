//! The state in the address: written when the hand rests, read when a link is opened.
//!
//! Each step of the browser's history says which visit it belongs to ([`location::visit`]). Going Back or Forth
//! within a visit goes to the view of that step and nothing else changes: what was typed since stays. A step of
//! another visit, or of none yet, is a link that is opened: everything is as it says.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use yew::prelude::*;

use super::kept::remember;
use super::{Calculator, Present, use_rest};
use crate::state::{Action, State, link};
use crate::web::{Refused, document, location};

/// How long nothing must have changed before the hand rests, in ms: the address is written at most
/// twice a second.
const REST_MS: u32 = 500;

/// The reader goes, or the boot script is about to load the page anew (`static/boot/offline.js`).
const LEAVING: &str = "pagehide";

/// The step of the browser's history that the page last saw itself at.
struct Seen {
    fragment: String,
    /// None where the browser keeps no marks: then every step is a link.
    visit: Option<String>,
}

impl Seen {
    fn here() -> Self {
        Self {
            fragment: location::fragment().unwrap_or_default(),
            visit: location::visit().or_else(|_| location::begin_visit()).ok(),
        }
    }
}

/// Keeps the address and the state the same, and tells the history when the hand rests.
#[hook]
pub fn use_address(calculator: &Calculator) {
    let seen = use_mut_ref(Seen::here);
    let act = calculator.act.clone();
    let (known, latest) = (Rc::clone(&seen), calculator.present.clone());
    use_view_step(&calculator.state, &seen);
    use_leave(&calculator.present, &seen);
    let on_rest = Callback::from(move |shown: Rc<State>| {
        let state = latest.state();
        // A view that is still to be shown has a step of its own, which is written once it is shown.
        if state.view == shown.view {
            // A refusal is ignored: the next change writes again, and nothing depends on it.
            let _ = write(&link::encode(&state), &mut known.borrow_mut());
        }
        if document::first("input:active").is_err() {
            act.emit(Action::Rest);
        }
    });
    use_rest(&calculator.state, REST_MS, on_rest);
    let (act, present) = (calculator.act.clone(), calculator.present.clone());
    use_effect_with((), move |()| {
        let listener = web_sys::window().map(|window| {
            EventListener::new(&window, "hashchange", move |_| {
                let here = Seen::here();
                let there = here.fragment.clone();
                let before = seen.replace(here).visit;
                if before.is_none() || before != seen.borrow().visit {
                    return act.emit(Action::Open(there));
                }
                act.emit(Action::Look(link::open(&present.state(), &there).view));
                let _ = write(&link::encode(&present.state()), &mut seen.borrow_mut());
            })
        });
        move || drop(listener)
    });
}

/// Writes the address at once when the page is about to be left; what is being typed is taken, and what cannot
/// be is remembered.
#[hook]
fn use_leave(present: &Present, seen: &Rc<RefCell<Seen>>) {
    let (present, seen) = (present.clone(), Rc::clone(seen));
    use_effect_with((), move |()| {
        let listener = web_sys::window().map(|window| {
            EventListener::new(&window, LEAVING, move |_| {
                // Of each nothing is left to be told, or to be done, when it is refused.
                let _ = document::leave_focused();
                let state = present.state();
                let _ = write(&link::encode(&state), &mut seen.borrow_mut());
                let _ = remember(&state);
            })
        });
        move || drop(listener)
    });
}

/// Going to another view is a step in the browser's history, so that Back comes back to the view
/// before.
#[hook]
fn use_view_step(state: &Rc<State>, seen: &Rc<RefCell<Seen>>) {
    let left = use_mut_ref(|| state.view);
    let (state, seen) = (Rc::clone(state), Rc::clone(seen));
    use_effect_with(state.view, move |view| {
        let before = left.replace(*view);
        let is_in_address = link::open(&state, &seen.borrow().fragment).view == *view;
        if before != *view && !is_in_address {
            let there = State {
                view: before,
                chart: None,
                ..(*state).clone()
            };
            let _ = step(&link::encode(&there), &link::encode(&state), &seen);
        }
    });
}

/// Writes what was left into the present step of the history, and what is seen into a new one.
fn step(left: &str, own: &str, seen: &RefCell<Seen>) -> Result<(), Refused> {
    write(left, &mut seen.borrow_mut())?;
    let present = location::fragment()?;
    if present == seen.borrow().fragment {
        let (_, appended) = link::split_secret(present.trim_start_matches('#'));
        location::push_fragment(&format!("{own}{appended}"))?;
        seen.borrow_mut().fragment = location::fragment()?;
    }
    Ok(())
}

/// Writes the page's own part of the fragment, keeping what a host page appended. An address that
/// is not the one last `seen` is one that the reader is just going to: `hashchange` is on its way,
/// and the state will follow the address.
fn write(own: &str, seen: &mut Seen) -> Result<(), Refused> {
    let present = location::fragment()?;
    let (before, appended) = link::split_secret(present.trim_start_matches('#'));
    if present == seen.fragment && before != own {
        location::replace_fragment(&format!("{own}{appended}"))?;
        seen.fragment = location::fragment()?;
    }
    Ok(())
}
