//! The next animation frame.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use super::{Refused, window};

/// Calls `callback` once before the next paint.
///
/// # Errors
/// Outside a page.
pub fn next_frame(callback: impl FnOnce() + 'static) -> Result<(), Refused> {
    let callback = Closure::once_into_js(callback);
    window()?.request_animation_frame(callback.unchecked_ref())?;
    Ok(())
}
