//! Whether the reader sees an element.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::js_sys::Array;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry};

use super::{Refused, window};

/// Tells until it is dropped whether any part of some elements is within the window.
pub struct SightObserver {
    observer: IntersectionObserver,
    elements: Vec<Element>,
    _callback: Closure<dyn FnMut(Array)>,
}

impl SightObserver {
    /// Calls `on_sight` for all elements that match the selector together: soon, and whenever they come
    /// into sight or leave it.
    ///
    /// # Errors
    /// Where nothing matches, and where the browser has no `IntersectionObserver`.
    pub fn new(css: &str, on_sight: impl Fn(bool) + 'static) -> Result<Self, Refused> {
        let document = window()?
            .document()
            .ok_or_else(|| Refused("no document".to_owned()))?;
        let found = document.query_selector_all(css)?;
        let elements: Vec<Element> = (0..found.length())
            .filter_map(|index| found.get(index)?.dyn_into().ok())
            .collect();
        if elements.is_empty() {
            return Err(Refused(format!("nothing matches {css}")));
        }
        let seen: RefCell<Vec<Element>> = RefCell::default();
        let callback = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
            let mut seen = seen.borrow_mut();
            for entry in entries {
                let entry: IntersectionObserverEntry = entry.unchecked_into();
                seen.retain(|element| *element != entry.target());
                if entry.is_intersecting() {
                    seen.push(entry.target());
                }
            }
            on_sight(!seen.is_empty());
        });
        let observer = IntersectionObserver::new(callback.as_ref().unchecked_ref())?;
        for element in &elements {
            observer.observe(element);
        }
        Ok(Self {
            observer,
            elements,
            _callback: callback,
        })
    }

    /// Whether all that is observed still stands in the page.
    pub fn is_current(&self) -> bool {
        self.elements.iter().all(|element| element.is_connected())
    }
}

impl Drop for SightObserver {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
