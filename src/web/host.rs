//! Messages between an embed and the page that shows it, and between a page and an embed that it shows.
//!
//! What is told is no secret (a height, a state), so it is told to whatever page there is. What is
//! heard counts only from the window that it has to come from, and is read as a link or a theme,
//! whoever sent it. `docs/embedding.md` describes the messages.

use gloo::events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::js_sys::{Object, Reflect};
use web_sys::{HtmlIFrameElement, MessageEvent, Window};

use super::{Refused, window};

/// The key that marks our own messages, and the version of their form.
const MARK: &str = "hashpivot";
const VERSION: f64 = 1.0;

/// What an embed hears from its host.
#[derive(Clone, Debug, PartialEq)]
pub enum Heard {
    /// Show the state of this fragment.
    Open(String),
    /// Be light or dark: a theme's name in links.
    Paint(String),
    /// WordPress is there and wants to know the height.
    Ready,
}

/// Tells the host how high the embed is, px; in the words of WordPress too where it gave a `secret`.
///
/// # Errors
/// Outside a page, and where nobody shows it.
pub fn tell_height(px: f64, secret: Option<&str>) -> Result<(), Refused> {
    tell(&[(MARK, VERSION.into()), ("height", px.into())])?;
    wordpress(secret, "height", px.into())
}

/// Tells the host the fragment of the state that is shown.
///
/// # Errors
/// As [`tell_height`].
pub fn tell_state(fragment: &str) -> Result<(), Refused> {
    tell(&[(MARK, VERSION.into()), ("fragment", fragment.into())])
}

/// Asks WordPress to go to an address, which its frames may not do themselves. Without a secret there
/// is no WordPress, and nothing happens.
///
/// # Errors
/// As [`tell_height`].
pub fn ask_for(address: &str, secret: Option<&str>) -> Result<(), Refused> {
    wordpress(secret, "link", address.into())
}

/// The secret that WordPress appended to a fragment: the letters and digits after `?secret=`.
#[must_use]
pub fn secret_in(appended: &str) -> Option<&str> {
    let (_, secret) = appended.split_once("?secret=")?;
    let is_one = !secret.is_empty() && secret.bytes().all(|byte| byte.is_ascii_alphanumeric());
    is_one.then_some(secret)
}

/// Listens to the host until the listener is dropped.
///
/// # Errors
/// Outside a page, and where nobody shows it.
pub fn listen(
    secret: Option<String>,
    on_heard: impl Fn(Heard) + 'static,
) -> Result<EventListener, Refused> {
    let host = host()?;
    Ok(on_message(&window()?, move |source, data| {
        if source != *host.as_ref() {
            return;
        }
        let text = |name: &str| get(data, name).as_string();
        if is_ours(data) {
            text("fragment").map(Heard::Open).map(&on_heard);
            text("theme").map(Heard::Paint).map(&on_heard);
        } else if secret.is_some()
            && text("secret") == secret
            && text("message").as_deref() == Some("ready")
        {
            on_heard(Heard::Ready);
        }
    }))
}

/// Listens to the heights that the embed in a frame tells, px, until the listener is dropped.
///
/// # Errors
/// Outside a page.
pub fn heights_of(
    frame: HtmlIFrameElement,
    on_height: impl Fn(f64) + 'static,
) -> Result<EventListener, Refused> {
    Ok(on_message(&window()?, move |source, data| {
        let is_its = frame
            .content_window()
            .is_some_and(|own| source == *own.as_ref());
        if let Some(height) = get(data, "height").as_f64()
            && is_its
            && is_ours(data)
        {
            on_height(height);
        }
    }))
}

/// The window that shows this page.
fn host() -> Result<Window, Refused> {
    let own = window()?;
    own.parent()?
        .filter(|host| *host != own)
        .ok_or_else(|| Refused("nobody shows this page".to_owned()))
}

fn tell(entries: &[(&str, JsValue)]) -> Result<(), Refused> {
    let message = Object::new();
    for (name, value) in entries {
        Reflect::set(&message, &(*name).into(), value)?;
    }
    Ok(host()?.post_message(&message, "*")?)
}

fn wordpress(secret: Option<&str>, message: &str, value: JsValue) -> Result<(), Refused> {
    match secret {
        Some(secret) => tell(&[
            ("message", message.into()),
            ("value", value),
            ("secret", secret.into()),
        ]),
        None => Ok(()),
    }
}

/// Calls `on_message` with the window that a message comes from, and the message.
fn on_message(own: &Window, on_message: impl Fn(JsValue, &JsValue) + 'static) -> EventListener {
    EventListener::new(own, "message", move |event| {
        let event: &MessageEvent = event.unchecked_ref();
        let source = event.source().map_or(JsValue::NULL, JsValue::from);
        on_message(source, &event.data());
    })
}

fn is_ours(message: &JsValue) -> bool {
    get(message, MARK).as_f64() == Some(VERSION)
}

/// A property of what may be anything.
fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or(JsValue::UNDEFINED)
}
