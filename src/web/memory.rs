//! What a tab remembers of the page for as long as it is open.

use web_sys::Storage;

use super::{Refused, location, window};

/// Beside the names of `static/boot/memory.js`.
const KEY: &str = "hashpivot-drafts";

/// Remembers a text, in place of another one.
///
/// # Errors
/// In a frame, whose tab remembers for all its frames together, and where the browser remembers nothing.
pub fn remember(text: &str) -> Result<(), Refused> {
    Ok(storage()?.set_item(KEY, text)?)
}

/// The text that is remembered; empty without one.
///
/// # Errors
/// As [`remember`].
pub fn recall() -> Result<String, Refused> {
    Ok(storage()?.get_item(KEY)?.unwrap_or_default())
}

fn storage() -> Result<Storage, Refused> {
    let storage = match location::is_framed() {
        true => None,
        false => window()?.session_storage()?,
    };
    storage.ok_or_else(|| Refused("no memory".to_owned()))
}
