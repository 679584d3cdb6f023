//! The `<html>` element: what the page tells style sheets and scripts.

use web_sys::Element;

use super::{Refused, window};

/// Sets an attribute of `<html>`.
///
/// # Errors
/// Outside a page.
pub fn set_root_attribute(name: &str, value: &str) -> Result<(), Refused> {
    Ok(root()?.set_attribute(name, value)?)
}

/// Sets the title of the page.
///
/// # Errors
/// Outside a page.
pub fn set_title(title: &str) -> Result<(), Refused> {
    let document = window()?
        .document()
        .ok_or_else(|| Refused("no document".to_owned()))?;
    document.set_title(title);
    Ok(())
}

/// The element with this id.
///
/// # Errors
/// When there is none.
pub fn element(id: &str) -> Result<Element, Refused> {
    let document = window()?
        .document()
        .ok_or_else(|| Refused("no document".to_owned()))?;
    document
        .get_element_by_id(id)
        .ok_or_else(|| Refused(format!("no element #{id}")))
}

fn root() -> Result<Element, Refused> {
    window()?
        .document()
        .and_then(|document| document.document_element())
        .ok_or_else(|| Refused("no document".to_owned()))
}
