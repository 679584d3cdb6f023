//! Drafts that outlive the view in which they were made.

use std::cell::RefCell;

use yew::prelude::*;

thread_local! {
    /// What was last kept under each name.
    static KEPT: RefCell<Vec<(&'static str, AttrValue)>> = const { RefCell::new(Vec::new()) };
    static TYPED: RefCell<Vec<Typed>> = const { RefCell::new(Vec::new()) };
}

/// What is typed in a field and not taken.
struct Typed {
    field: String,
    /// The value beside which it was typed.
    beside: String,
    text: String,
}

/// What was typed in a field beside this value and is not taken: the field may have been folded away or
/// stand in another view.
pub fn typed_in(field: &str, value: &str) -> Option<String> {
    TYPED.with_borrow(|all| {
        let mut here = all.iter().filter(|typed| typed.field == field);
        let typed = here.find(|typed| typed.beside == value)?;
        Some(typed.text.clone())
    })
}

/// Keeps what is typed in a field beside this value; `None` when it is taken or dropped.
pub fn keep_typed(field: &str, value: &str, text: Option<&str>) {
    TYPED.with_borrow_mut(|all| {
        all.retain(|typed| typed.field != field);
        all.extend(text.map(|text| Typed {
            field: field.to_owned(),
            beside: value.to_owned(),
            text: text.to_owned(),
        }));
    });
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
        put(name, text.clone());
        setter.set(text);
    });
    Kept {
        text: (*text).clone(),
        keep,
    }
}

fn kept(name: &str) -> AttrValue {
    KEPT.with_borrow(|kept| {
        let found = kept.iter().find(|(other, _)| *other == name);
        found.map(|(_, text)| text.clone()).unwrap_or_default()
    })
}

fn put(name: &'static str, text: AttrValue) {
    KEPT.with_borrow_mut(
        |kept| match kept.iter_mut().find(|(other, _)| *other == name) {
            Some((_, present)) => *present = text,
            None => kept.push((name, text)),
        },
    );
}
