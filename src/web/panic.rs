//! What happens when the app panics: the page outside the app is told, and draws the overlay.

use std::panic::PanicHookInfo;

use web_sys::{CustomEvent, CustomEventInit};

use super::{Refused, window};

/// The event on `window` whose `detail` is the panic's message.
pub const EVENT: &str = "hashpivot-panic";

/// Reports a panic to the page. Nothing can be done about a page that does not take it.
pub fn report(info: &PanicHookInfo<'_>) {
    let _ = dispatch(&info.to_string());
}

/// Tells the page that the app stopped with `message`.
///
/// # Errors
/// Outside a page.
pub fn dispatch(message: &str) -> Result<(), Refused> {
    let init = CustomEventInit::new();
    init.set_detail(&message.into());
    let event = CustomEvent::new_with_event_init_dict(EVENT, &init)?;
    window()?.dispatch_event(&event)?;
    Ok(())
}
