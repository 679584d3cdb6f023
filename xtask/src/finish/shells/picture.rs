//! The picture of a view, for previews and for places without frames: its sentence, key figures and
//! first chart, as the page has them.

use std::path::Path;

use anyhow::{Context, Result};
use hashpivot::state::View;

use super::lines::Setting;
use super::markup::{Element, escaped};
use super::paint::{Painter, SANS, SERIF};
use super::sheet::Colours;
use super::{Prerendered, icons, put};

/// Width and height, px.
pub(super) const SIZE: (u32, u32) = (1200, 630);

/// The widths of charts before they are drawn larger, px: of most, and of those with many names. Their
/// letters are then large enough for a preview.
pub(super) const CHART_WIDTHS: [f64; 2] = [340.0, 440.0];

/// The left column: where it begins, and how wide it is, px.
const COLUMN: (f64, f64) = (56.0, 484.0);

/// The card with the chart: x, y, width, height, px.
const CARD: (f64, f64, f64, f64) = (584.0, 48.0, 568.0, 534.0);

/// Air within the card, px.
const AIR: f64 = 28.0;

/// Key figures that have room.
const MOST_FIGURES: usize = 4;

/// Draws the picture of each view as SVG and PNG, and the icons.
///
/// # Errors
/// When a font is missing, a page was not understood or a file cannot be written.
pub(in crate::finish) fn draw(stage: &Path, prerendered: &Prerendered, css: &str) -> Result<()> {
    let painter = Painter::new()?;
    let folder = stage.join("pictures");
    std::fs::create_dir_all(&folder)
        .with_context(|| format!("cannot make {}", folder.display()))?;
    for view in View::ALL {
        let page = prerendered.picture(view)?;
        let drawing = Picture {
            painter: &painter,
            view,
            page,
            css,
            colours: &Colours::of(css),
        }
        .svg()
        .with_context(|| format!("the picture of {} cannot be drawn", view.key()))?;
        let name = |extension: &str| folder.join(format!("{}.{extension}", view.key()));
        put(&name("png"), &painter.png(&drawing, SIZE.0)?)?;
        put(
            &name("svg"),
            titled(&painter.outlined(&drawing)?, view, page)?.as_bytes(),
        )?;
    }
    icons::paint(stage, &painter)
}

/// A drawing with words for those who cannot see it, in place of its letters.
fn titled(drawing: &str, view: View, page: &Element) -> Result<String> {
    let sentence = escaped(&sentence_of(page)?.text());
    let words = format!(
        "><title>Hashpivot: {}</title><desc>{sentence}</desc>",
        view.title()
    );
    let (head, body) = drawing
        .split_once('>')
        .context("a drawing has an element")?;
    let (width, height) = SIZE;
    Ok(format!(
        "{head} viewBox=\"0 0 {width} {height}\" role=\"img\"{words}{body}"
    ))
}

/// The sentence as a phone has it.
fn sentence_of(page: &Element) -> Result<Element> {
    let mut sentence = page.first("hp-sentence")?.clone();
    sentence.prune(&|element| element.has_class("hp-long"));
    Ok(sentence)
}

/// What a picture is drawn from.
struct Picture<'a> {
    painter: &'a Painter,
    view: View,
    page: &'a Element,
    css: &'a str,
    colours: &'a Colours,
}

impl Picture<'_> {
    fn svg(&self) -> Result<String> {
        let ((width, height), [paper, ink]) =
            (SIZE, ["paper", "ink"].map(|name| self.colours.get(name)));
        Ok(format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
             font-family=\"{SANS}\" color=\"{ink}\" fill=\"{ink}\"><style>{}</style>\
             <rect width=\"{width}\" height=\"{height}\" fill=\"{paper}\"/>{}{}{}{}</svg>",
            self.colours.drawing_rules(self.css),
            self.name(),
            self.sentence()?,
            self.figures()?,
            self.card()?,
        ))
    }

    /// Whose picture it is.
    fn name(&self) -> String {
        let (x, mining, quiet) = (
            COLUMN.0,
            self.colours.get("mining"),
            self.colours.get("ink-2"),
        );
        format!(
            "<text x=\"{x}\" y=\"82\" font-family=\"{SERIF}\" font-size=\"32\" font-weight=\"600\">hash<tspan fill=\"{mining}\">pivot</tspan>\
             <tspan dx=\"16\" font-family=\"{SANS}\" font-size=\"20\" font-weight=\"400\" fill=\"{quiet}\">{}</tspan></text>",
            escaped(self.view.title())
        )
    }

    /// The sentence, as large as fits.
    fn sentence(&self) -> Result<String> {
        /// Sizes, px, and how many lines of each have room.
        const SIZES: [(f64, usize); 5] = [(44.0, 4), (38.0, 5), (34.0, 6), (30.0, 7), (26.0, 8)];
        let (sentence, family) = (sentence_of(self.page)?, format!("font-family=\"{SERIF}\""));
        let mut set = (Vec::new(), 0.0);
        for (size, most) in SIZES {
            let setting = Setting {
                painter: self.painter,
                family: &family,
                size,
                width: COLUMN.1,
            };
            set = (setting.lines(&sentence)?, size);
            if set.0.len() <= most {
                break;
            }
        }
        let (lines, size) = set;
        Ok(paragraph(&lines, (COLUMN.0, 108.0), size, 1.28, &family))
    }

    /// Key figures below the sentence, two in a row.
    fn figures(&self) -> Result<String> {
        let (quiet, line) = (self.colours.get("ink-2"), self.colours.get("line"));
        let cards = self.page.all("hp-key-figure");
        let mut drawn = format!(
            "<line x1=\"{x}\" x2=\"{}\" y1=\"416\" y2=\"416\" stroke=\"{line}\" stroke-width=\"2\"/>",
            COLUMN.0 + COLUMN.1,
            x = COLUMN.0,
        );
        for (index, card) in cards.into_iter().take(MOST_FIGURES).enumerate() {
            let label = card
                .find(&|element| element.name == "dt")
                .context("a figure has no name")?;
            let number = card.first("hp-number")?.text();
            let x = COLUMN.0 + (index % 2) as f64 * (COLUMN.1 / 2.0 + 8.0);
            let y = 448.0 + (index / 2) as f64 * 76.0;
            drawn.push_str(&format!(
                "<text x=\"{x}\" y=\"{y}\" font-size=\"18\" fill=\"{quiet}\">{}</text>\
                 <text x=\"{x}\" y=\"{}\" font-size=\"32\" font-weight=\"600\" letter-spacing=\"-0.4\">{}</text>",
                escaped(&label.text()),
                y + 36.0,
                escaped(&number)
            ));
        }
        Ok(drawn)
    }

    /// The first chart with its title; with its answer where that leaves room.
    fn card(&self) -> Result<String> {
        let (x, y, width, height) = CARD;
        let [ground, line] = ["card", "line"].map(|name| self.colours.get(name));
        let figure = self
            .page
            .find(&|element| element.attribute("data-chart").is_some());
        let figure = figure.context("there is no chart")?;
        let title = figure.first("hp-chart-title")?.text();
        let (answer, answered) = match is_tall(self.view) {
            true => (String::new(), 0.0),
            false => self.answer(figure)?,
        };
        let top = y + AIR + 40.0 + answered;
        let room = (width - 2.0 * AIR, y + height - AIR - top);
        Ok(format!(
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"16\" fill=\"{ground}\" stroke=\"{line}\" stroke-width=\"2\"/>\
             <text x=\"{left}\" y=\"{}\" font-size=\"24\" font-weight=\"600\">{}</text>{answer}{}",
            y + AIR + 20.0,
            escaped(&title),
            chart(figure, (x + AIR, top), room)?,
            left = x + AIR,
        ))
    }

    /// The answer of a chart below its title, and how high it is, px.
    fn answer(&self, figure: &Element) -> Result<(String, f64)> {
        const LEADING: f64 = 1.45;
        let setting = Setting {
            painter: self.painter,
            family: "",
            size: 18.0,
            width: CARD.2 - 2.0 * AIR,
        };
        let lines = setting.lines(figure.first("hp-chart-answer")?)?;
        let fill = format!("fill=\"{}\"", self.colours.get("ink-2"));
        let corner = (CARD.0 + AIR, CARD.1 + AIR + 30.0);
        let text = paragraph(&lines, corner, setting.size, LEADING, &fill);
        Ok((text, setting.size * LEADING * lines.len() as f64))
    }
}

/// Whether the first chart of a view has many names.
pub(super) const fn is_dense(view: View) -> bool {
    is_tall(view) || matches!(view, View::Valuation)
}

/// Whether the first chart of a view has a row of its own, and is as high as what it shows.
pub(super) const fn is_tall(view: View) -> bool {
    matches!(view, View::Outlook | View::Miners)
}

/// Lines of text below a place, with attributes.
fn paragraph(
    lines: &[String],
    (x, y): (f64, f64),
    size: f64,
    leading: f64,
    attributes: &str,
) -> String {
    let line = |(index, content): (usize, &String)| {
        let baseline = y + (index + 1) as f64 * size * leading - 0.12 * size;
        format!(
            "<text x=\"{x}\" y=\"{baseline}\" font-size=\"{size}\" {attributes}>{content}</text>"
        )
    };
    lines.iter().enumerate().map(line).collect()
}

/// The drawing of a chart at a place, as large as the room allows.
fn chart(figure: &Element, (x, y): (f64, f64), (width, height): (f64, f64)) -> Result<String> {
    let plot = figure.first("hp-plot")?;
    let mut drawing = plot
        .find(&|element| element.name == "svg")
        .context("a chart has no drawing")?
        .clone();
    drawing.prune(&|element| element.name == "desc" || element.name == "title");
    for (name, value) in [("x", x), ("y", y), ("width", width), ("height", height)] {
        drawing.set(name, &value.to_string());
    }
    drawing.set("preserveAspectRatio", "xMinYMid meet");
    Ok(format!("<g class=\"hp-plot\">{}</g>", drawing.markup()))
}
