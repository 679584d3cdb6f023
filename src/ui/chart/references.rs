//! What stands in a line chart beside its curves: named places on the x axis, and what curves say
//! where that is not what is drawn.

use yew::prelude::*;

use super::curve::YText;
use super::drawing::{px, vertical};
use crate::plot::line_chart::LineLayout;
use crate::plot::text_width;

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

/// A line over the height of the plot for each place in sight, named on the side that has room. Where
/// today is there is a line already.
pub(super) fn references(
    references: &[Reference],
    today: Option<f64>,
    layout: &LineLayout,
) -> Html {
    /// Distance between a line and its name, px.
    const GAP: f64 = 4.0;
    let (top, bottom) = (layout.frame.plot_top(), layout.frame.plot_bottom());
    let mark = |reference: &Reference| {
        let x = layout.x.position(reference.x)?;
        let (left, right) = (layout.frame.plot_left(), layout.frame.plot_right());
        if !(left..=right).contains(&x) {
            return None;
        }
        let fits_right = x + GAP + text_width(reference.name) <= right;
        let (at, anchor) = if fits_right {
            (x + GAP, "start")
        } else {
            (x - GAP, "end")
        };
        Some(html! {
            <>
                if today != Some(reference.x) {
                    { vertical(x, top, bottom, "hp-reference") }
                }
                <text class="hp-reference-name" text-anchor={anchor} x={px(at)} y={px(top + 10.0)}>
                    { reference.name }
                </text>
            </>
        })
    };
    html! { <g>{ for references.iter().filter_map(mark) }</g> }
}
