//! What the tools of a chart's foot do: a drawing, a picture, the numbers, the address.

use web_sys::Element;
use yew::prelude::*;

use super::data::Data;
use crate::decimal;
use crate::format;
use crate::plot::picture::Picture;
use crate::state::{State, link};
use crate::ui::header::copied;
use crate::ui::said::Said;
use crate::web::{Refused, clock, download, location, picture};

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
    /// The state in which the chart is linked to.
    pub state: &'a State,
    /// Answers the reader.
    pub say: &'a Callback<Said>,
}

/// Does what the tool is for. What came of it is told, for a picture a little later.
pub fn press(pressed: &Pressed<'_>) {
    let Pressed {
        tool,
        id,
        figure,
        data,
        state,
        say,
    } = *pressed;
    let name = format!("hashpivot-{id}.{tool}");
    let address = location::address_with(&link::encode(state)).unwrap_or_default();
    let saved = match tool {
        "link" => return say.emit(copied(state)),
        "csv" => download::save_text(&name, "text/csv;charset=utf-8", &data.sheet().csv()),
        "svg" => file(figure, &address)
            .and_then(|(svg, _)| download::save_text(&name, "image/svg+xml", &svg)),
        _ => {
            let (say, name, here) = (say.clone(), name.clone(), address.clone());
            let save = move |png: Result<_, _>| {
                let saved = png.and_then(|png| download::save(&name, &png));
                say.emit(told(&name, &here, saved));
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

/// A frame may forbid downloads without telling anybody.
fn told(name: &str, address: &str, saved: Result<(), Refused>) -> Said {
    match saved {
        Ok(()) if location::is_framed() => Said {
            text: format!(
                "{name} is saved, unless the page around this one forbids it. Then open:"
            ),
            address: Some(address.to_owned()),
            with_file: false,
        },
        Ok(()) => Said::from(format!("{name} is saved.")),
        Err(refused) => Said::from(format!("{name} was not saved: {refused}.")),
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
    // On the page a dash or a ring stands before the name of the baseline.
    let key = find(".hp-baseline-key").map_or_else(String::new, |key| {
        let drawn = match find(".hp-baseline-key.is-dots") {
            Some(_) => "hollow",
            None => "dashed",
        };
        format!("{drawn}: {}", key.text_content().unwrap_or_default())
    });
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
        sentence: &text(".hp-chart-answer"),
        notes: &[
            key,
            text(".hp-chart-unit"),
            text(".hp-chart-note"),
            source,
            address.to_owned(),
        ],
        colours: [&colours[0], &colours[1], &colours[2]],
        font: &picture::style(figure, "font-family")?,
    };
    Ok(picture.svg())
}
