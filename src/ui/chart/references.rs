//! What stands in a line chart beside its curves: named places on the x axis, and what curves say
//! where that is not what is drawn.

use yew::prelude::*;

use super::curve::YText;
use super::drawing::{px, vertical};
use crate::plot::line_chart::LineLayout;
use crate::plot::{stagger, text_width};

/// A named place on the x axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reference {
    /// Where.
    pub x: f64,
    /// Its name, at the top of the plot.
    pub name: &'static str,
}

/// What a curve says at each x, where it is drawn as something else: hashrate in EH/s where its
/// change is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// Its values, one for each x.
    pub values: Vec<f64>,
    /// How they read.
    pub text: YText,
}

/// A line over the height of the plot for each place in sight, named on the side that has room; names
/// that would touch stand one under the other. Where today is there is a line already.
pub(super) fn references(
    references: &[Reference],
    today: Option<f64>,
    layout: &LineLayout,
) -> Html {
    /// Height of a line of names, px.
    const LINE: f64 = 14.0;
    let (top, bottom) = (layout.frame.plot_top(), layout.frame.plot_bottom());
    let places = references.iter().filter_map(|place| named(place, layout));
    let places: Vec<Named<'_>> = places.collect();
    let spans: Vec<(f64, f64)> = places.iter().map(|place| place.span).collect();
    let lines = stagger(&spans, GAP);
    let has_line = |place: &&Named<'_>| today != Some(place.reference.x);
    let marks = places.iter().filter(has_line);
    let marks = marks.map(|place| vertical(place.x, top, bottom, "hp-reference"));
    let name = |(place, line): (&Named<'_>, usize)| {
        let (at, anchor) = place.text;
        html! {
            <text class="hp-reference-name" text-anchor={anchor} x={px(at)} y={px(top + 10.0 + LINE * line as f64)}>
                { place.name }
            </text>
        }
    };
    // A name that another place's line runs through lies on it.
    html! { <g>{ for marks }{ for places.iter().zip(lines).map(name) }</g> }
}

/// Distance between a line and its name, and between two names, px.
const GAP: f64 = 4.0;

/// A place in sight, px.
struct Named<'a> {
    reference: &'a Reference,
    /// Its name, if there is room for it.
    name: Option<&'static str>,
    x: f64,
    /// Where the name is put, and which of its ends.
    text: (f64, &'static str),
    /// Where the name begins and ends.
    span: (f64, f64),
}

/// The place, if it is in sight, with its name on the side that has room; where neither has, without.
fn named<'a>(reference: &'a Reference, layout: &LineLayout) -> Option<Named<'a>> {
    let x = layout.x.position(reference.x)?;
    let (left, right) = (layout.frame.plot_left(), layout.frame.plot_right());
    let width = text_width(reference.name) + GAP;
    let (text, span) = if x + width <= right {
        ((x + GAP, "start"), (x, x + width))
    } else {
        ((x - GAP, "end"), (x - width, x))
    };
    let has_room = span.0 >= left;
    (left..=right).contains(&x).then_some(Named {
        reference,
        name: has_room.then_some(reference.name),
        x,
        text,
        span,
    })
}
