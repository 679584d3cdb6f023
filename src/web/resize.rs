//! The size of an element as it changes.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::js_sys::Array;
use web_sys::{Element, ResizeObserver, ResizeObserverEntry};

use super::Refused;

/// Tells the size of one element until it is dropped.
pub struct SizeObserver {
    observer: ResizeObserver,
    _callback: Closure<dyn FnMut(Array)>,
}

impl SizeObserver {
    /// Calls `on_size` with width and height of the element's content box, CSS px, now and whenever
    /// they change.
    ///
    /// # Errors
    /// Where the browser has no `ResizeObserver`.
    pub fn new(element: &Element, on_size: impl Fn(f64, f64) + 'static) -> Result<Self, Refused> {
        let callback = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
            if let Ok(entry) = entries.get(0).dyn_into::<ResizeObserverEntry>() {
                let content = entry.content_rect();
                on_size(content.width(), content.height());
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

impl Drop for SizeObserver {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
