//! Files that the reader opens or drops.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::js_sys::Uint8Array;
use web_sys::{DragEvent, File, FileReader, HtmlInputElement};

use super::Refused;

/// The file that was chosen, if one was; the field then forgets it, so that the same file can be
/// chosen again.
pub fn chosen(field: &HtmlInputElement) -> Option<File> {
    let file = field.files().and_then(|files| files.get(0));
    field.set_value("");
    file
}

/// The file that was dropped, if one was.
pub fn dropped(event: &DragEvent) -> Option<File> {
    event.data_transfer()?.files()?.get(0)
}

/// Reads a file and calls `on_bytes` with what is in it, once; never where it cannot be read.
///
/// # Errors
/// Where the browser does not let us.
pub fn read(file: &File, on_bytes: impl FnOnce(Vec<u8>) + 'static) -> Result<(), Refused> {
    let reader = FileReader::new()?;
    let source = reader.clone();
    let loaded = Closure::once_into_js(move || {
        if let Ok(buffer) = source.result() {
            on_bytes(Uint8Array::new(&buffer).to_vec());
        }
    });
    reader.set_onload(Some(loaded.unchecked_ref()));
    Ok(reader.read_as_array_buffer(file)?)
}
