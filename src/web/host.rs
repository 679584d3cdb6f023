//! Messages between an embed and the page that shows it, and between a page and an embed that it shows.
//!
//! What is told is no secret (a height, a state), so it is told to whatever page there is. What is
//! heard counts only from the window that it has to come from, and is read as a link or a theme,
//! whoever sent it. `docs/embedding.md` describes the messages.

use gloo::events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::js_sys::{Object, Reflect};
use web_sys::{HtmlIFrameElement, MessageEvent, Window};

use super::{Refused, location, window};

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

/// Tells the host how high the embed is, px; in the words of WordPress too where it gave a secret.
///
/// # Errors
/// Outside a page, and where nobody shows it.
pub fn tell_height(px: f64) -> Result<(), Refused> {
    tell(&[(MARK, VERSION.into()), ("height", px.into())])?;
    match secret() {
        Some(secret) => tell_wordpress(&secret, "height", px.into()),
        None => Ok(()),
    }
}

/// Tells the host the fragment of the state that is shown.
///
/// # Errors
/// As [`tell_height`].
pub fn tell_state(fragment: &str) -> Result<(), Refused> {
    tell(&[(MARK, VERSION.into()), ("fragment", fragment.into())])
}

/// Asks WordPress to go to an address, which its frames may not do themselves.
///
/// # Errors
/// As [`tell_height`], and where it is not WordPress that shows this page.
pub fn ask_for(address: &str) -> Result<(), Refused> {
    let secret = secret().ok_or_else(|| Refused("this is not WordPress".to_owned()))?;
    tell_wordpress(&secret, "link", address.into())
}

/// Listens to the host until the listeners are dropped.
///
/// # Errors
/// Outside a page, and where nobody shows it.
pub fn listen(on_heard: impl Fn(Heard) + Clone + 'static) -> Result<[EventListener; 2], Refused> {
    let (host, own) = (host()?, window()?);
    // Its script may append the secret only when this page is there already.
    let on_secret = on_heard.clone();
    let appended = EventListener::new(&own, "hashchange", move |_| on_secret(Heard::Ready));
    let messages = on_message(&own, move |source, data| {
        if source != JsValue::from(host.clone()) {
            return;
        }
        let text = |name: &str| get(data, name).as_string();
        if is_ours(data) {
            let (fragment, theme) = (text("fragment"), text("theme"));
            let heard = [fragment.map(Heard::Open), theme.map(Heard::Paint)];
            heard.into_iter().flatten().for_each(&on_heard);
        } else if text("message").as_deref() == Some("ready") && text("secret") == secret() {
            on_heard(Heard::Ready);
        }
    });
    Ok([messages, appended])
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
            .is_some_and(|own| source == JsValue::from(own));
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

fn tell_wordpress(secret: &str, message: &str, value: JsValue) -> Result<(), Refused> {
    tell(&[
        ("message", message.into()),
        ("value", value),
        ("secret", secret.into()),
    ])
}

/// The secret that WordPress appended to the address: letters and digits, which mark its messages.
fn secret() -> Option<String> {
    let fragment = location::fragment().ok()?;
    let (_, secret) = fragment.split_once("?secret=")?;
    let is_one = !secret.is_empty() && secret.bytes().all(|byte| byte.is_ascii_alphanumeric());
    is_one.then(|| secret.to_owned())
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
