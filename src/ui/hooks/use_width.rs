//! The width of an element.

use yew::prelude::*;

use crate::web::resize::SizeObserver;

/// The width of the element behind `node` in whole CSS px; `before` until it is known.
#[hook]
pub fn use_width(node: &NodeRef, before: f64) -> f64 {
    let width = use_state_eq(|| before);
    let setter = width.setter();
    use_effect_with(node.clone(), move |node| {
        let observer = node.cast::<web_sys::Element>().and_then(|element| {
            SizeObserver::new(&element, move |px, _| {
                // What is not shown has no width, and is not drawn for none.
                if px > 0.0 {
                    setter.set(px.floor());
                }
            })
            .ok()
        });
        move || drop(observer)
    });
    *width
}
