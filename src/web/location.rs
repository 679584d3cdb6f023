//! The address of the page.

use super::{Refused, clock, document, window};

/// The fragment with its `#`; empty without one.
///
/// # Errors
/// Outside a page.
pub fn fragment() -> Result<String, Refused> {
    Ok(window()?.location().hash()?)
}

/// The query with its `?`; empty without one.
///
/// # Errors
/// Outside a page.
pub fn query() -> Result<String, Refused> {
    Ok(window()?.location().search()?)
}

/// Puts a fragment (without `#`) in place of the present one, without a step in the history. An
/// empty one leaves the bare address.
///
/// # Errors
/// Browsers refuse when it happens too often (WebKit: more than 100 in 10 s) and in some frames.
pub fn replace_fragment(fragment: &str) -> Result<(), Refused> {
    let history = window()?.history()?;
    let address = bare_or(fragment)?;
    Ok(history.replace_state_with_url(&history.state()?, "", Some(&address))?)
}

/// Goes to a fragment (without `#`) as a step in the history, of the same visit. No `hashchange` is fired.
///
/// # Errors
/// As [`replace_fragment`].
pub fn push_fragment(fragment: &str) -> Result<(), Refused> {
    let history = window()?.history()?;
    let address = bare_or(fragment)?;
    Ok(history.push_state_with_url(&history.state()?, "", Some(&address))?)
}

/// The visit that the present step of the history belongs to: it stands in the step itself.
///
/// # Errors
/// When it belongs to none yet: it is an address that the reader opened.
pub fn visit() -> Result<String, Refused> {
    let mark = window()?.history()?.state()?;
    mark.as_string()
        .ok_or_else(|| Refused("no visit".to_owned()))
}

/// Begins a visit with the present step of the history.
///
/// # Errors
/// As [`replace_fragment`].
pub fn begin_visit() -> Result<String, Refused> {
    let history = window()?.history()?;
    let visit = (clock::now_ms() as u64).to_string();
    history.replace_state(&visit.as_str().into(), "")?;
    Ok(visit)
}

fn bare_or(fragment: &str) -> Result<String, Refused> {
    let location = window()?.location();
    Ok(match fragment {
        "" => format!("{}{}", location.pathname()?, location.search()?),
        _ => format!("#{fragment}"),
    })
}

/// The address that leads anybody to this page with another fragment (without `#`), and without its query,
/// which belongs to an embed or to nobody; an empty fragment leaves the bare address. A page that is one
/// file on somebody's disk names its site, if it was built for one.
///
/// # Errors
/// Outside a page.
pub fn address_with(fragment: &str) -> Result<String, Refused> {
    let present = window()?.location().href()?;
    let site = document::first("meta[name=site]").ok();
    let site = site.and_then(|meta| meta.get_attribute("content"));
    let page = match &site {
        Some(site) if !site.is_empty() => site,
        _ => present.split(['?', '#']).next().unwrap_or_default(),
    };
    Ok(match fragment {
        "" => page.to_owned(),
        _ => format!("{page}#{fragment}"),
    })
}

/// Whether the page was opened from a disk, where it can show no other page.
#[must_use]
pub fn is_on_disk() -> bool {
    window().is_ok_and(|window| window.location().protocol().is_ok_and(|is| is == "file:"))
}

/// Whether another page shows this one in a frame.
#[must_use]
pub fn is_framed() -> bool {
    window().is_ok_and(|window| window.parent().ok().flatten().as_ref() != Some(&window))
}
