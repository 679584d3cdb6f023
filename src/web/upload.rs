//! Files that the reader chooses or drops.

use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use web_sys::js_sys::Uint8Array;
use web_sys::{DragEvent, File, HtmlInputElement};

/// The file that was chosen in an `<input type="file">`, if one was; the field then forgets it, so
/// that the same file can be chosen again.
pub fn chosen(field: &HtmlInputElement) -> Option<File> {
    let file = field.files().and_then(|files| files.get(0));
    field.set_value("");
    file
}

/// The file that was dropped, if one was.
pub fn dropped(event: &DragEvent) -> Option<File> {
    event.data_transfer()?.files()?.get(0)
}

/// Reads a file as a text in UTF-8 and calls `on_text` with it; never where it cannot be read.
pub fn read_text(file: &File, on_text: impl FnOnce(String) + 'static) {
    let read = Closure::once(move |text: JsValue| on_text(text.as_string().unwrap_or_default()));
    let _ = file.text().then(&read);
    read.forget();
}

/// Reads a file and calls `on_bytes` with what is in it; never where it cannot be read.
pub fn read_bytes(file: &File, on_bytes: impl FnOnce(Vec<u8>) + 'static) {
    let read = Closure::once(move |buffer: JsValue| on_bytes(Uint8Array::new(&buffer).to_vec()));
    let _ = file.array_buffer().then(&read);
    read.forget();
}
