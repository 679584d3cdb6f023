//! Handing an address to another program of the reader's device.

use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use web_sys::js_sys::Reflect;
use web_sys::{Navigator, ShareData};

use super::{Refused, window};

/// Whether the device has a way to share.
#[must_use]
pub fn is_offered() -> bool {
    navigator().is_ok_and(|navigator| Reflect::has(&navigator, &"share".into()).unwrap_or(false))
}

/// Offers an address to other programs, in the handler of a press. What the reader does with the
/// offer, nobody learns.
///
/// # Errors
/// Outside a page.
pub fn offer(title: &str, address: &str) -> Result<(), Refused> {
    let data = ShareData::new();
    data.set_title(title);
    data.set_url(address);
    // Putting the offer away rejects the promise: that is no error.
    let put_away = Closure::once(|_: JsValue| {});
    let _ = navigator()?.share_with_data(&data).catch(&put_away);
    put_away.forget();
    Ok(())
}

fn navigator() -> Result<Navigator, Refused> {
    Ok(window()?.navigator())
}
