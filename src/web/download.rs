//! Files for the reader to keep.

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::js_sys::Array;
use web_sys::{Blob, BlobPropertyBag, HtmlElement, Url};

use super::{Refused, document};

/// How long the browser may take to read a file, ms.
const KEPT_MS: u32 = 60_000;

/// Offers a text as a file. A frame may forbid that without a word: see
/// [`location::is_framed`](super::location::is_framed).
///
/// # Errors
/// Outside a page, and where the browser makes no files.
pub fn save_text(name: &str, kind: &str, text: &str) -> Result<(), Refused> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&text.into());
    save(
        name,
        &Blob::new_with_str_sequence_and_options(&parts, &options)?,
    )
}

/// Offers bytes as a file.
///
/// # Errors
/// As [`save_text`].
pub fn save(name: &str, file: &Blob) -> Result<(), Refused> {
    let address = Url::create_object_url_with_blob(file)?;
    let link = document::create("a")?;
    link.set_attribute("href", &address)?;
    link.set_attribute("download", name)?;
    link.unchecked_ref::<HtmlElement>().click();
    // The address keeps the file in memory; browsers have read it long before.
    Timeout::new(KEPT_MS, move || {
        let _ = Url::revoke_object_url(&address);
    })
    .forget();
    Ok(())
}
