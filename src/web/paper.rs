//! What a style sheet says of an element on paper.

use web_sys::Element;

/// A custom property of an element that is a length in CSS px, written without its unit. Custom properties say how large
/// a drawing is on paper before the page is printed: until then it is as the screen shows it.
pub fn length(element: &Element, property: &str) -> Option<f64> {
    let window = super::window().ok()?;
    let style = window.get_computed_style(element).ok()??;
    let text = style.get_property_value(property).ok()?;
    text.trim().parse().ok()
}
