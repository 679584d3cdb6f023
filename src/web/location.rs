//! The address of the page.

use super::{Refused, window};

/// The fragment with its `#`; empty without one.
///
/// # Errors
/// Outside a page.
pub fn fragment() -> Result<String, Refused> {
    Ok(window()?.location().hash()?)
}

/// Puts a fragment (without `#`) in place of the present one, without a step in the history. An
/// empty one leaves the bare address.
///
/// # Errors
/// Browsers refuse when it happens too often (WebKit: more than 100 in 10 s) and in some frames.
pub fn replace_fragment(fragment: &str) -> Result<(), Refused> {
    let window = window()?;
    let location = window.location();
    let address = match fragment {
        "" => format!("{}{}", location.pathname()?, location.search()?),
        _ => format!("#{fragment}"),
    };
    let history = window.history()?;
    Ok(history.replace_state_with_url(&history.state()?, "", Some(&address))?)
}

/// The address of this page with another fragment (without `#`).
///
/// # Errors
/// Outside a page.
pub fn address_with(fragment: &str) -> Result<String, Refused> {
    let present = window()?.location().href()?;
    let page = present.split('#').next().unwrap_or_default();
    Ok(format!("{page}#{fragment}"))
}

/// Whether another page shows this one in a frame.
#[must_use]
pub fn is_framed() -> bool {
    window().is_ok_and(|window| window.parent().ok().flatten().as_ref() != Some(&window))
}
