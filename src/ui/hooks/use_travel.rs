//! Going back and forth in the history: by button or by keys.

use gloo::events::{EventListener, EventListenerOptions};
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};
use yew::prelude::*;

use super::Calculator;
use crate::state::Action;
use crate::ui::said::Said;

/// Which way to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Travel {
    /// Undo.
    Back,
    /// Redo.
    Forth,
}

/// Undoes and redoes, says what, and listens to Ctrl or Cmd with Z, Shift+Z and Y. A press on a
/// slider begins a step of its own.
#[hook]
pub fn use_travel(calculator: &Calculator, say: &Callback<Said>) -> Callback<Travel> {
    let past = use_mut_ref(|| calculator.past.clone());
    *past.borrow_mut() = calculator.past.clone();
    let (act, say) = (calculator.act.clone(), say.clone());
    let travel = use_callback((), move |way: Travel, ()| {
        let (action, done) = match way {
            Travel::Back => (Action::Undo, "Undone"),
            Travel::Forth => (Action::Redo, "Redone"),
        };
        let what = past.borrow().what(way);
        if let Some(what) = what {
            act.emit(action);
            say.emit(Said::from(format!("{done}: {what}.")));
        }
    });
    let (by_keys, act) = (travel.clone(), calculator.act.clone());
    use_effect_with((), move |()| {
        let listeners = web_sys::window().map(|window| {
            let options = EventListenerOptions::enable_prevent_default();
            let keys = EventListener::new_with_options(&window, "keydown", options, move |event| {
                if let Some(way) = event.dyn_ref().and_then(way_of) {
                    event.prevent_default();
                    by_keys.emit(way);
                }
            });
            let presses = EventListener::new(&window, "pointerdown", move |event| {
                if is_in(event, "input[type=range]") {
                    act.emit(Action::Rest);
                }
            });
            (keys, presses)
        });
        move || drop(listeners)
    });
    travel
}

/// What going back and going forth would do.
pub type Words = [Option<String>; 2];

/// The words for what can be undone and done again. While a slider moves they stay what they were, and
/// follow when the hand rests: nobody reads them for each of its steps.
#[hook]
pub fn use_words(calculator: &Calculator, is_at_rest: bool) -> Words {
    let past = &calculator.past;
    let words = use_mut_ref(Words::default);
    for (way, words) in [Travel::Back, Travel::Forth]
        .into_iter()
        .zip(&mut *words.borrow_mut())
    {
        if is_at_rest || words.is_some() != past.has(way) {
            *words = past.what(way);
        }
    }
    words.borrow().clone()
}

/// Which way a key goes. In a text field it is the browser that undoes, unless the field says that it
/// holds nothing that was not taken yet.
fn way_of(event: &KeyboardEvent) -> Option<Travel> {
    let is_command = (event.ctrl_key() || event.meta_key()) && !event.alt_key();
    let is_text = ":is(input:not([type=range]), textarea):not([data-draft=false])";
    if !is_command || is_in(event, is_text) {
        return None;
    }
    match (event.key().as_str(), event.shift_key()) {
        ("z" | "Z", false) => Some(Travel::Back),
        ("z" | "Z", true) => Some(Travel::Forth),
        ("y" | "Y", false) => Some(Travel::Forth),
        _ => None,
    }
}

fn is_in(event: &web_sys::Event, css: &str) -> bool {
    let target = event.target();
    let element = target
        .as_ref()
        .and_then(|target| target.dyn_ref::<Element>());
    element.is_some_and(|element| element.matches(css).unwrap_or(false))
}
