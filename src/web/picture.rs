//! A drawing of the page as a file: its colours written into it, and painted as pixels.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::js_sys::{Function, encode_uri_component};
use web_sys::{
    Blob, CanvasRenderingContext2d, CssStyleDeclaration, Element, Event, HtmlCanvasElement,
    HtmlImageElement, XmlSerializer,
};

use super::{Refused, document, window};

/// What style sheets say about a drawing, and what is the case where they say nothing.
const PROPERTIES: [(&str, &str); 14] = [
    ("fill", "rgb(0, 0, 0)"),
    ("fill-opacity", "1"),
    ("stroke", "none"),
    ("stroke-width", "1px"),
    ("stroke-dasharray", "none"),
    ("stroke-linecap", "butt"),
    ("stroke-linejoin", "miter"),
    ("opacity", "1"),
    ("paint-order", "normal"),
    ("font-family", ""),
    ("font-size", ""),
    ("font-style", "normal"),
    ("font-weight", "400"),
    ("visibility", "visible"),
];

/// What of a drawing carries ink.
const INKED: &str = "path,line,rect,circle,text";

/// The markup of an `<svg>` with the colours and lines that the page's style sheet gives it.
///
/// # Errors
/// Outside a page.
pub fn standalone(drawing: &Element) -> Result<String, Refused> {
    let copy: Element = drawing.clone_node_with_deep(true)?.unchecked_into();
    let (shown, copied) = (
        drawing.query_selector_all(INKED)?,
        copy.query_selector_all(INKED)?,
    );
    for index in 0..shown.length() {
        if let (Some(from), Some(to)) = (shown.get(index), copied.get(index)) {
            ink(from.unchecked_ref(), to.unchecked_ref())?;
        }
    }
    Ok(XmlSerializer::new()?.serialize_to_string(&copy)?)
}

fn ink(from: &Element, to: &Element) -> Result<(), Refused> {
    let style = style_of(from)?;
    let is_text = from.local_name() == "text";
    for (name, usual) in PROPERTIES {
        let value = style.get_property_value(name)?;
        if value != usual && (is_text || !name.starts_with("font")) {
            to.set_attribute(name, &value)?;
        }
    }
    Ok(())
}

/// A property of an element as the browser computed it.
///
/// # Errors
/// Outside a page.
pub fn style(element: &Element, property: &str) -> Result<String, Refused> {
    Ok(style_of(element)?.get_property_value(property)?)
}

fn style_of(element: &Element) -> Result<CssStyleDeclaration, Refused> {
    window()?
        .get_computed_style(element)?
        .ok_or_else(|| Refused("no style".to_owned()))
}

/// Paints the markup of an SVG of this size (px) with `scale` pixels to the px, and hands the PNG, or
/// what went wrong, on.
///
/// # Errors
/// Outside a page.
pub fn paint(
    svg: &str,
    (width, height): (f64, f64),
    scale: f64,
    then: impl Fn(Result<Blob, Refused>) + Clone + 'static,
) -> Result<(), Refused> {
    let image = HtmlImageElement::new()?;
    let canvas: HtmlCanvasElement = document::create("canvas")?.unchecked_into();
    canvas.set_width((width * scale) as u32);
    canvas.set_height((height * scale) as u32);
    let loaded = image.clone();
    let on_end = Closure::once_into_js(move |event: Event| {
        // Firefox draws a picture that did not load: as nothing.
        if event.type_() == "error" {
            return then(Err(Refused("it is no drawing".to_owned())));
        }
        let told = then.clone();
        let taken = Closure::once_into_js(move |blob: Option<Blob>| {
            told(blob.ok_or_else(|| Refused("nothing was painted".to_owned())));
        });
        if let Err(refused) = draw(&canvas, &loaded, taken.unchecked_ref()) {
            then(Err(refused));
        }
    });
    image.set_onload(Some(on_end.unchecked_ref()));
    image.set_onerror(Some(on_end.unchecked_ref()));
    // Of an address that is a whole document, a canvas may be read even in a sandboxed frame.
    image.set_src(&format!("data:image/svg+xml,{}", encode_uri_component(svg)));
    Ok(())
}

fn draw(
    canvas: &HtmlCanvasElement,
    image: &HtmlImageElement,
    taken: &Function,
) -> Result<(), Refused> {
    let context = canvas
        .get_context("2d")?
        .ok_or_else(|| Refused("no canvas".to_owned()))?;
    let context: CanvasRenderingContext2d = context.unchecked_into();
    let (width, height) = (canvas.width().into(), canvas.height().into());
    context.draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, width, height)?;
    Ok(canvas.to_blob(taken)?)
}
