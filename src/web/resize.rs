//! The width of an element as it changes.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::js_sys::Array;
use web_sys::{Element, ResizeObserver, ResizeObserverEntry};

use super::Refused;

/// Tells the width of one element until it is dropped.
pub struct WidthObserver {
    observer: ResizeObserver,
    _callback: Closure<dyn FnMut(Array)>,
}

impl WidthObserver {
    /// Calls `on_width` with the width of the element's content box, CSS px, now and whenever it
    /// changes.
    ///
    /// # Errors
    /// Where the browser has no `ResizeObserver`.
    pub fn new(element: &Element, on_width: impl Fn(f64) + 'static) -> Result<Self, Refused> {
        let callback = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
            if let Ok(entry) = entries.get(0).dyn_into::<ResizeObserverEntry>() {
                on_width(entry.content_rect().width());
            }
        });
        let observer = ResizeObserver::new(callback.as_ref().unchecked_ref())?;
        observer.observe(element);
        Ok(Self {
            observer,
            _callback: callback,
        })
    }
}

impl Drop for WidthObserver {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
