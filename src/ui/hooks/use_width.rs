//! The size of a drawing: what there is room for on the screen, and on paper what the style sheet says.

use yew::prelude::*;

use super::use_is_printing;
use crate::web::paper;
use crate::web::resize::SizeObserver;

/// The width that every element is given where no browser lays the page out, CSS px.
#[cfg(feature = "prerender")]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FirstWidth(pub f64);

/// The width of the element behind `node` in whole CSS px; `before` until it is known. While the page is printed, the
/// width for paper, where it has one: what is drawn for a wide screen and made to fit has letters too small to read.
#[hook]
pub fn use_width(node: &NodeRef, before: f64) -> f64 {
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
    use_on_paper(node, "--paper-width").unwrap_or(*width)
}

/// The height of the drawing in the element behind `node`, CSS px: as on the screen, and while the page is printed
/// that for paper, where it has one.
#[hook]
pub fn use_height(node: &NodeRef, on_screen: f64) -> f64 {
    use_on_paper(node, "--paper-height").unwrap_or(on_screen)
}

/// A length for paper while the page is printed, CSS px.
#[hook]
fn use_on_paper(node: &NodeRef, property: &str) -> Option<f64> {
    let is_printing = use_is_printing();
    let element = node.cast().filter(|_| is_printing)?;
    paper::length(&element, property)
}
