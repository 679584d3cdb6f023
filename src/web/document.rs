//! The `<html>` element: what the page tells style sheets and scripts.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, HtmlElement, Node};

use super::{Refused, window};
use crate::state::View;

/// Sets an attribute of `<html>`.
///
/// # Errors
/// Outside a page.
pub fn set_root_attribute(name: &str, value: &str) -> Result<(), Refused> {
    Ok(root()?.set_attribute(name, value)?)
}

/// An attribute of `<html>`, if there is one.
#[must_use]
pub fn root_attribute(name: &str) -> Option<String> {
    root().ok()?.get_attribute(name)
}

/// Sets the title of the page.
///
/// # Errors
/// Outside a page.
pub fn set_title(title: &str) -> Result<(), Refused> {
    document()?.set_title(title);
    Ok(())
}

/// The `<body>` element.
///
/// # Errors
/// Outside a page.
pub fn body() -> Result<HtmlElement, Refused> {
    document()?
        .body()
        .ok_or_else(|| Refused("no body".to_owned()))
}

/// The element with this id.
///
/// # Errors
/// When there is none.
pub fn element(id: &str) -> Result<Element, Refused> {
    document()?
        .get_element_by_id(id)
        .ok_or_else(|| Refused(format!("no element #{id}")))
}

/// The first element that a CSS selector finds.
///
/// # Errors
/// When there is none.
pub fn first(css: &str) -> Result<Element, Refused> {
    document()?
        .query_selector(css)?
        .ok_or_else(|| Refused(format!("no element {css}")))
}

/// A chart on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// Its stable name.
    pub id: &'static str,
    /// Its title.
    pub title: String,
}

/// The charts on the page, in their order.
///
/// # Errors
/// Outside a page.
pub fn charts() -> Result<Vec<Chart>, Refused> {
    let figures = document()?.query_selector_all("figure[data-chart]")?;
    let chart = |figure: Node| {
        let figure: Element = figure.unchecked_into();
        let (_, id) = View::with_chart(&figure.get_attribute("data-chart")?)?;
        let title = figure.query_selector(".hp-chart-title").ok()??;
        let title = title.text_content()?;
        Some(Chart { id, title })
    };
    let all = (0..figures.length()).filter_map(|index| figures.get(index));
    Ok(all.filter_map(chart).collect())
}

/// Scrolls the element that has the focus into sight, if the CSS selector finds it.
///
/// # Errors
/// Outside a page.
pub fn reveal_focused(css: &str) -> Result<(), Refused> {
    if let Some(element) = document()?.active_element()
        && element.matches(css)?
    {
        element.scroll_into_view_with_bool(false);
    }
    Ok(())
}

/// A number as the value of an element's property; where there is no browser, nothing.
#[must_use]
pub fn number(number: usize) -> JsValue {
    match cfg!(target_arch = "wasm32") {
        true => JsValue::from(number as u32),
        false => JsValue::UNDEFINED,
    }
}

/// A text as the value of an element's property; where there is no browser, nothing.
#[must_use]
pub fn text(text: &str) -> JsValue {
    match cfg!(target_arch = "wasm32") {
        true => JsValue::from_str(text),
        false => JsValue::UNDEFINED,
    }
}

/// Gives the focus to the first element that a CSS selector finds.
///
/// # Errors
/// When there is none, or it cannot have it.
pub fn focus(css: &str) -> Result<(), Refused> {
    let element: HtmlElement = first(css)?
        .dyn_into()
        .map_err(|_| Refused(format!("{css} cannot have the focus")))?;
    Ok(element.focus()?)
}

/// Takes the focus from what has it, so that what stands there is taken.
///
/// # Errors
/// When nothing has it, or keeps it.
pub fn leave_focused() -> Result<(), Refused> {
    let focused: HtmlElement = first(":focus")?.unchecked_into();
    Ok(focused.blur()?)
}

/// A new element that stands nowhere yet.
///
/// # Errors
/// Outside a page.
pub(super) fn create(name: &str) -> Result<Element, Refused> {
    Ok(document()?.create_element(name)?)
}

/// The document.
///
/// # Errors
/// Outside a page.
pub(super) fn document() -> Result<Document, Refused> {
    window()?
        .document()
        .ok_or_else(|| Refused("no document".to_owned()))
}

fn root() -> Result<Element, Refused> {
    document()?
        .document_element()
        .ok_or_else(|| Refused("no document".to_owned()))
}
