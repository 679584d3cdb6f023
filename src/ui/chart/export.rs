//! What the tools of a chart's foot do: a drawing, a picture, the numbers, the address.

use web_sys::Element;
use yew::prelude::*;

use super::data::Data;
use crate::decimal;
use crate::format;
use crate::plot::picture::Picture;
use crate::ui::said::Said;
use crate::web::{Refused, clipboard, clock, download, location, picture};

/// Pixels to the px of a picture.
const SCALE: f64 = 2.0;

/// A tool of a chart's foot that was pressed.
pub struct Pressed<'a> {
    /// The tool's name: `link`, or the ending of a file.
    pub tool: &'a str,
    /// The chart's stable name.
    pub id: &'static str,
    /// The chart's element.
    pub figure: &'a Element,
    /// What is drawn.
    pub data: &'a Data,
    /// What the chart's address has after its `#`.
    pub fragment: &'a str,
    /// Answers the reader.
    pub say: &'a Callback<Said>,
}

/// Does what the tool is for. What came of it is told, for a picture a little later.
pub fn press(pressed: Pressed<'_>) {
    let Pressed {
        tool,
        id,
        figure,
        data,
        fragment,
        say,
    } = pressed;
    let address = location::address_with(fragment).unwrap_or_default();
    let name = format!("hashpivot-{id}.{tool}");
    let saved = match tool {
        "link" => return say.emit(copied(address)),
        "csv" => download::save_text(&name, "text/csv;charset=utf-8", &data.sheet().csv()),
        "svg" => file(figure, &address)
            .and_then(|(svg, _)| download::save_text(&name, "image/svg+xml", &svg)),
        _ => {
            let (later, saved_as, here) = (say.clone(), name.clone(), address.clone());
            let save = move |png: Result<_, _>| {
                let saved = png.and_then(|png| download::save(&saved_as, &png));
                later.emit(told(&saved_as, &here, saved));
            };
            let painted = file(figure, &address);
            match painted.and_then(|(svg, size)| picture::paint(&svg, size, SCALE, save)) {
                Ok(()) => return,
                Err(refused) => Err(refused),
            }
        }
    };
    say.emit(told(&name, &address, saved));
}

fn copied(address: String) -> Said {
    match clipboard::copy(&address) {
        Ok(()) => Said::from("The address of this chart is copied.".to_owned()),
        Err(_) => Said {
            text: "Copying is not allowed here. The address:".to_owned(),
            address: Some(address),
            ..Said::default()
        },
    }
}

/// A frame may forbid downloads without telling anybody.
fn told(name: &str, address: &str, saved: Result<(), Refused>) -> Said {
    let (text, needs_address) = match saved {
        Ok(()) if location::is_framed() => (
            format!(
                "{name} is saved, unless the page around this one forbids downloads. Then open:"
            ),
            true,
        ),
        Ok(()) => (format!("{name} is saved."), false),
        Err(refused) => (format!("{name} is not saved: {refused}."), false),
    };
    Said {
        text,
        address: needs_address.then(|| address.to_owned()),
        ..Said::default()
    }
}

/// The chart as a file that stands alone, and its size in px.
fn file(figure: &Element, address: &str) -> Result<(String, (f64, f64)), Refused> {
    let find = |css| figure.query_selector(css).ok().flatten();
    let text = |css| {
        find(css)
            .and_then(|found| found.text_content())
            .unwrap_or_default()
    };
    let length = |name| {
        let length = find("svg").and_then(|svg| svg.get_attribute(name));
        length
            .and_then(|length| decimal::read(&length))
            .unwrap_or_default()
    };
    let of = |css, property| match find(css) {
        Some(element) => picture::style(&element, property),
        None => Ok(String::new()),
    };
    let drawing = match find("svg") {
        Some(svg) => picture::standalone(&svg)?,
        None => String::new(),
    };
    let (year, month, day) = clock::today();
    let source = format!(
        "Hashpivot, {}. Its inputs are in the address:",
        format::date(year, month, day)
    );
    let colours = [
        picture::style(figure, "background-color")?,
        of(".hp-chart-title", "color")?,
        of(".hp-chart-unit", "color")?,
    ];
    let picture = Picture {
        drawing: &drawing,
        size: (length("width"), length("height")),
        title: &text(".hp-chart-title"),
        sentence: &text(".hp-plot desc"),
        notes: &[text(".hp-chart-unit"), source, address.to_owned()],
        colours: [&colours[0], &colours[1], &colours[2]],
        font: &picture::style(figure, "font-family")?,
    };
    Ok(picture.svg())
}
