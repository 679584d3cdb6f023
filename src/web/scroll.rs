//! Bringing things into sight.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::{Refused, document};

/// The attribute of the element that the page was scrolled to.
const SHOWN: &str = "data-linked";

/// Scrolls the page to the element that a CSS selector finds, and marks it as the only such one.
///
/// # Errors
/// When there is none.
pub fn show(css: &str) -> Result<(), Refused> {
    let element = document::first(css)?;
    element.set_attribute(SHOWN, "")?;
    element.scroll_into_view();
    Ok(())
}

/// Takes the mark away again.
///
/// # Errors
/// When nothing is marked.
pub fn unmark() -> Result<(), Refused> {
    Ok(document::first(&format!("[{SHOWN}]"))?.remove_attribute(SHOWN)?)
}

/// Scrolls a row sideways until the element in it that a CSS selector finds is in its middle.
///
/// # Errors
/// When there is none.
pub fn centre_in_row(css: &str) -> Result<(), Refused> {
    let element = document::first(css)?;
    let item = element.unchecked_ref::<HtmlElement>();
    if let Some(row) = element.parent_element() {
        row.set_scroll_left(item.offset_left() - (row.client_width() - item.offset_width()) / 2);
    }
    Ok(())
}
