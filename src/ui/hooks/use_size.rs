//! The size of a drawing: what there is room for on the screen, and on paper what the style sheet says.

use yew::prelude::*;

use super::use_is_printing;
use crate::web::paper;
use crate::web::resize::SizeObserver;

/// The width that every element is given where no browser lays the page out, CSS px.
#[cfg(feature = "prerender")]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FirstWidth(pub f64);

/// Width and height of the drawing in the element behind `node`, whole CSS px: as wide as the element, `before` until
/// that is known. While the page is printed, the size for paper, where it has one: what is drawn for a wide screen and
/// made to fit has letters too small to read.
#[hook]
pub fn use_size(node: &NodeRef, before: (f64, f64)) -> (f64, f64) {
    let (before, height) = before;
    #[cfg(feature = "prerender")]
    let before = use_context::<FirstWidth>().map_or(before, |FirstWidth(px)| px);
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
    let is_printing = use_is_printing();
    let paper = is_printing.then(|| node.cast()).flatten();
    let on_paper = |property| paper::length(paper.as_ref()?, property);
    (
        on_paper("--paper-width").unwrap_or(*width),
        on_paper("--paper-height").unwrap_or(height),
    )
}

/// The width alone, of a drawing that is as high as it must be.
#[hook]
pub fn use_width(node: &NodeRef, before: f64) -> f64 {
    use_size(node, (before, 0.0)).0
}
