//! The one request of the page that goes elsewhere: made when the reader presses, and never in an embed.

use std::cell::Cell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::js_sys::{JSON, Reflect, Uint8Array};
use web_sys::{AbortController, ReadableStreamDefaultReader, RequestInit, Response};

use super::{document, json, location, window};
use crate::facts::live::{Failure, MOST_BYTES, PATIENCE_MS, Value};
use crate::state::embed;

/// Nothing of the reader is sent along, nothing is kept, and no redirection is followed. As a text it takes
/// a tenth of what a setter for each takes in the glue.
const INIT: &str = r#"{"credentials":"omit","referrerPolicy":"no-referrer","cache":"no-store","redirect":"error"}"#;

/// The address of the API, as the page was built with; `None` in an embed, which asks nobody.
#[must_use]
pub fn address() -> Option<String> {
    if embed::is_asked_for(&location::query().ok()?) {
        return None;
    }
    let setting = document::first("meta[name=live-data]").ok()?;
    setting.get_attribute("content")
}

/// The JSON at an address.
///
/// # Errors
/// When there is no whole, short enough answer in time, or it is no JSON.
pub async fn ask(address: &str) -> Result<Value, Failure> {
    let stopper = AbortController::new().map_err(broken)?;
    let is_late = Rc::new(Cell::new(false));
    let timeout = {
        let (stopper, is_late) = (stopper.clone(), Rc::clone(&is_late));
        Timeout::new(PATIENCE_MS, move || {
            is_late.set(true);
            stopper.abort();
        })
    };
    let answer = text(address, &stopper).await;
    drop(timeout);
    let text = answer.map_err(|failure| match is_late.get() {
        true => Failure::Late,
        false => failure,
    })?;
    json::parse(&text).map_err(|_| Failure::NotJson)
}

async fn text(address: &str, stopper: &AbortController) -> Result<String, Failure> {
    let init: RequestInit = JSON::parse(INIT).map_err(broken)?.unchecked_into();
    init.set_signal(Some(&stopper.signal()));
    let window = window().map_err(|_| Failure::Unreachable)?;
    let response = JsFuture::from(window.fetch_with_str_and_init(address, &init)).await;
    let response: Response = response.map_err(broken)?.unchecked_into();
    if !response.ok() {
        stopper.abort();
        return Err(Failure::Status(response.status()));
    }
    let body = response.body().ok_or(Failure::Unreachable)?;
    let reader: ReadableStreamDefaultReader = body.get_reader().unchecked_into();
    let mut bytes = Vec::new();
    while let Some(piece) = next(&reader).await.map_err(broken)? {
        if bytes.len() + piece.len() > MOST_BYTES {
            stopper.abort();
            return Err(Failure::TooLong);
        }
        bytes.extend(piece);
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// The next piece of an answer; `None` at its end.
async fn next(reader: &ReadableStreamDefaultReader) -> Result<Option<Vec<u8>>, JsValue> {
    let piece = JsFuture::from(reader.read()).await?;
    let is_end = Reflect::get(&piece, &"done".into())?.is_truthy();
    let bytes = Reflect::get(&piece, &"value".into())?;
    Ok((!is_end).then(|| Uint8Array::new(&bytes).to_vec()))
}

fn broken(_: JsValue) -> Failure {
    Failure::Unreachable
}
