//! What a style sheet says of an element on paper.

use web_sys::Element;

/// The width for which a drawing is laid out on paper, CSS px: the custom property `--paper` of its element. Asked while
/// the page still is as the screen shows it: how wide something is on paper nobody can measure before it is printed.
pub fn width(element: &Element) -> Option<f64> {
    let window = super::window().ok()?;
    let style = window.get_computed_style(element).ok()??;
    style
        .get_property_value("--paper")
        .ok()?
        .trim()
        .parse()
        .ok()
}
