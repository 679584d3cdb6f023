//! Drafts that outlive the view in which they were made.

use std::cell::RefCell;

use yew::prelude::*;

thread_local! {
    /// What was last kept under each name.
    static KEPT: RefCell<Vec<(String, AttrValue)>> = const { RefCell::new(Vec::new()) };
}

/// A text that comes back with the view: what was typed is not lost by looking at another one.
#[derive(Clone, PartialEq)]
pub struct Kept {
    /// The text; empty until something is kept.
    pub text: AttrValue,
    /// Keeps another text in its place.
    pub keep: Callback<AttrValue>,
}

/// The text that is kept under this name.
#[hook]
pub fn use_kept(name: &'static str) -> Kept {
    let text = use_state_eq(|| kept(name));
    let setter = text.setter();
    let keep = use_callback(name, move |text: AttrValue, name| {
        keep(name, text.clone());
        setter.set(text);
    });
    Kept {
        text: (*text).clone(),
        keep,
    }
}

/// The text that is kept under a name; empty without one.
pub fn kept(name: &str) -> AttrValue {
    KEPT.with_borrow(|kept| {
        let found = kept.iter().find(|(other, _)| other == name);
        found.map(|(_, text)| text.clone()).unwrap_or_default()
    })
}

/// Keeps a text under a name, in place of another one.
pub fn keep(name: &str, text: AttrValue) {
    KEPT.with_borrow_mut(|kept| {
        kept.retain(|(other, _)| other != name);
        if !text.is_empty() {
            kept.push((name.to_owned(), text));
        }
    });
}
