//! Browser edges, one file each. Every call that can fail says so instead of panicking: in a
//! sandboxed frame much of this is refused.

pub mod clipboard;
pub mod clock;
pub mod document;
pub mod download;
pub mod frame;
pub mod host;
pub mod json;
pub mod live;
pub mod location;
pub mod memory;
pub mod panic;
pub mod paper;
pub mod picture;
pub mod resize;
pub mod scroll;
pub mod share;
pub mod sight;
pub mod upload;

use std::fmt;

use wasm_bindgen::{JsCast, JsValue};

/// What the browser refused, in its own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused(String);

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Refused {}

impl From<JsValue> for Refused {
    fn from(error: JsValue) -> Self {
        let message = error.dyn_ref::<js_sys::Error>().map(js_sys::Error::message);
        Self(
            message
                .map(String::from)
                .or_else(|| error.as_string())
                .unwrap_or_default(),
        )
    }
}

/// The window.
///
/// # Errors
/// Outside a page (in a worker, or in the program that renders the page for the build) there is none.
fn window() -> Result<web_sys::Window, Refused> {
    // Where there is no browser at all, asking for a window would be a panic.
    let window = match cfg!(target_arch = "wasm32") {
        true => web_sys::window(),
        false => None,
    };
    window.ok_or_else(|| Refused("no window".to_owned()))
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{document, location, memory, share};

    #[test]
    fn where_there_is_no_browser_each_edge_refuses() {
        assert!(location::fragment().is_err());
        assert!(location::visit().is_err() && location::begin_visit().is_err());
        assert!(memory::recall().is_err());
        assert!(document::set_title("Hashpivot").is_err());
        assert!(document::element("app").is_err());
        assert!(!share::is_offered() && !location::is_framed());
    }
}
