//! Text for the reader to paste.

use wasm_bindgen::JsCast;
use web_sys::{HtmlDocument, HtmlTextAreaElement};

use super::{Refused, document};

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
    field.select();
    let is_copied = page.unchecked_into::<HtmlDocument>().exec_command("copy");
    field.remove();
    match is_copied {
        Ok(true) => Ok(()),
        Ok(false) => Err(Refused("copying is not allowed here".to_owned())),
        Err(error) => Err(error.into()),
    }
}
