//! What stands in a line chart beside its curves: named places on the x axis, and what curves say
//! where that is not what is drawn.

use yew::prelude::*;

use super::curve::YText;
use super::drawing::{line, px, vertical};
use crate::plot::line_chart::LineLayout;
use crate::plot::{Flag, Pole, flags, text_width};

/// A named place on the x axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reference {
    /// Where.
    pub x: f64,
    /// Its name, at the top of its line.
    pub name: &'static str,
}

impl Reference {
    /// How its row of table and file calls it: "line: halving".
    pub fn row_name(&self) -> String {
        format!("line: {}", self.name)
    }
}

/// What a curve says at each x, where it is drawn as something else: hashrate in EH/s where its
/// change is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// Its values, one for each x.
    pub values: Vec<f64>,
    /// The baseline's, where it has some.
    pub before: Option<Vec<f64>>,
    /// How they read.
    pub text: YText,
}

/// Distance between a line and its name, px.
const GAP: f64 = 4.0;
/// Distance between two names, px.
const APART: f64 = 8.0;
/// Lines nearer to each other than this are one, px.
const ONE_LINE: f64 = 4.0;
/// Height of a row of names, px.
const ROW: f64 = 17.0;
/// From the upper end of a row down to the stroke under its names, px.
const UNDER_NAME: f64 = 14.0;

/// A line for each place in sight and for today, and the names of the places, which hang on them.
pub(super) fn references(
    references: &[Reference],
    today: Option<f64>,
    layout: &LineLayout,
) -> Html {
    let frame = &layout.frame;
    let (top, bottom) = (frame.plot_top(), frame.plot_bottom());
    let ends = (frame.plot_left(), frame.plot_right());
    let places: Vec<(&Reference, Pole)> = references
        .iter()
        .filter_map(|place| {
            let x = layout.x.position(place.x)?;
            let width = text_width(place.name) + GAP;
            (ends.0..=ends.1)
                .contains(&x)
                .then_some((place, Pole { x, width }))
        })
        .collect();
    let poles: Vec<Pole> = places.iter().map(|(_, pole)| *pole).collect();
    let today_at = today.and_then(|x| layout.x.position(x));
    let flags = flags(&poles, today_at.as_slice(), ends, APART);
    let row_top = |flag: &Option<Flag>| top + ROW * flag.map_or(0, |flag| flag.row) as f64;
    // Where today is there is a line already.
    let is_today = |pole: &Pole| today_at.is_some_and(|at| (at - pole.x).abs() < ONE_LINE);
    let lines = places.iter().zip(&flags);
    let lines = lines.filter(|((_, pole), _)| !is_today(pole));
    let lines =
        lines.map(|((_, pole), flag)| vertical(pole.x, row_top(flag), bottom, "hp-reference"));
    let names = places.iter().zip(&flags);
    // The stroke under a name leads to the line that it hangs on.
    let names = names.filter_map(|((place, pole), flag)| {
        let (at, end, anchor) = match flag.as_ref()?.is_left {
            true => (pole.x - GAP, pole.x - pole.width, "end"),
            false => (pole.x + GAP, pole.x + pole.width, "start"),
        };
        let y = row_top(flag) + UNDER_NAME;
        Some(html! {
            <>
                <text class="hp-reference-name" text-anchor={anchor} x={px(at)} y={px(row_top(flag) + 10.0)}>
                    { place.name }
                </text>
                { line("hp-reference-flag", (pole.x, y), (end, y)) }
            </>
        })
    });
    // A name that a line cannot but run through lies on it.
    html! {
        <g>
            { for lines }
            { today_at.map(|x| vertical(x, top, bottom, "hp-today")) }
            { for names }
        </g>
    }
}
