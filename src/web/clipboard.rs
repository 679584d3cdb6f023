//! Text for the reader to paste.

use wasm_bindgen::JsCast;
use web_sys::{HtmlDocument, HtmlTextAreaElement};

use super::{Refused, document, window};

/// Copies a text, in the handler of a press: browsers allow it then only. The older of the two ways
/// to copy is the one that works in frames without a permission of their own and answers at once.
///
/// # Errors
/// Where the browser does not allow it.
pub fn copy(text: &str) -> Result<(), Refused> {
    let page = document::document()?;
    let body = page.body().ok_or_else(|| Refused("no body".to_owned()))?;
    let field: HtmlTextAreaElement = document::create("textarea")?.unchecked_into();
    field.set_value(text);
    field.set_class_name("hp-out-of-sight");
    body.append_child(&field)?;
    let is_copied = copy_from(&field);
    field.remove();
    is_copied
}

/// Copies what a text field holds, likewise; it is selected then, so that it can be copied by hand.
///
/// # Errors
/// As [`copy`].
pub fn copy_from(field: &HtmlTextAreaElement) -> Result<(), Refused> {
    field.select();
    copy_selection()
}

/// Copies what is in the element with this id as it looks, with pictures and links, likewise.
///
/// # Errors
/// As [`copy`], and when there is no such element.
pub fn copy_element(id: &str) -> Result<(), Refused> {
    let element = document::element(id)?;
    let selection = window()?
        .get_selection()?
        .ok_or_else(|| Refused("nothing can be selected".to_owned()))?;
    selection.select_all_children(&element)?;
    copy_selection()
}

fn copy_selection() -> Result<(), Refused> {
    let page: HtmlDocument = document::document()?.unchecked_into();
    match page.exec_command("copy")? {
        true => Ok(()),
        false => Err(Refused("copying is not allowed here".to_owned())),
    }
}
