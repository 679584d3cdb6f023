//! Files that the reader chooses.

use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use web_sys::HtmlInputElement;

use super::Refused;

/// Reads the file that was chosen in an `<input type="file">` as a text, and calls `on_text` with it.
///
/// # Errors
/// When no file was chosen.
pub fn read_text(
    chosen: &HtmlInputElement,
    on_text: impl FnOnce(String) + 'static,
) -> Result<(), Refused> {
    let file = chosen.files().and_then(|files| files.get(0));
    let file = file.ok_or_else(|| Refused("no file was chosen".to_owned()))?;
    let read = Closure::once(move |text: JsValue| on_text(text.as_string().unwrap_or_default()));
    let _ = file.text().then(&read);
    read.forget();
    // The same file can be chosen again.
    chosen.set_value("");
    Ok(())
}
