//! What a line chart can show beside its curves: names of the regions that its first curve parts,
//! and ticks on the y axis.

use yew::prelude::*;

use super::curve::{Ink, Lines};
use super::drawing::raw;
use crate::plot::line_chart::LineLayout;
use crate::plot::{clear_line, pixels, text_width};
use crate::ui::class;

/// What is drawn beside the curves.
#[derive(Clone, Debug, PartialEq)]
pub struct Overlay {
    /// The name of what is above the first curve, and its colour.
    pub above: (&'static str, Ink),
    /// The name of what is below it, and its colour.
    pub below: (&'static str, Ink),
    /// Values on the y axis with the names of what they are of.
    pub y_marks: Vec<(f64, &'static str)>,
}

/// Length of a tick, px.
const TICK: f64 = 9.0;
/// Distance between a text and an edge of the plot, px.
const GAP: f64 = 8.0;

impl Overlay {
    /// Ticks and names.
    pub(super) fn draw(&self, lines: &Lines, layout: &LineLayout) -> Html {
        html! {
            <g>
                { self.ticks(layout) }
                { region(self.above, true, lines, layout) }
                { region(self.below, false, lines, layout) }
            </g>
        }
    }

    /// Ticks within the plot, each with the name of what it is of when the pointer rests on it.
    fn ticks(&self, layout: &LineLayout) -> Html {
        let left = layout.frame.plot_left();
        let ticks = self.y_marks.iter().filter_map(|(value, name)| {
            let y = layout.y.position(*value)?;
            (y >= layout.frame.plot_top()).then(|| html! {
                <line class="hp-y-mark" x1={pixels(left)} x2={pixels(left + TICK)} y1={pixels(y)} y2={pixels(y)}
                    data-mark="announced" data-y={raw(*value)}><title>{ *name }</title></line>
            })
        });
        html! { <g>{ for ticks }</g> }
    }
}

/// The name of what is above the first curve, at the upper left, or below it, at the lower right:
/// where neither curves nor dots are in its way.
fn region(
    (name, ink): (&'static str, Ink),
    is_above: bool,
    lines: &Lines,
    layout: &LineLayout,
) -> Html {
    let frame = &layout.frame;
    let width = text_width(name);
    let (x, anchor, columns) = if is_above {
        let x = frame.plot_left() + TICK + GAP;
        (x, "start", (x, x + width))
    } else {
        let x = frame.plot_right() - GAP;
        (x, "end", (x - width, x))
    };
    // Today's line goes over the whole height.
    let today = lines.curves.iter().find_map(|curve| curve.today);
    let today = today.and_then(|(x, _)| layout.x.position(x));
    let is_crossed =
        |(from, to): (f64, f64)| today.is_some_and(|at| (from - GAP..=to + GAP).contains(&at));
    let (x, columns) = match today.filter(|_| is_crossed(columns)) {
        Some(at) if is_above => (at + GAP, (at + GAP, at + GAP + width)),
        Some(at) => (at - GAP, (at - GAP - width, at - GAP)),
        None => (x, columns),
    };
    let is_inside = frame.plot_left() <= columns.0 && columns.1 <= frame.plot_right();
    let taken = taken(lines, layout, columns);
    let edges = (frame.plot_top(), frame.plot_bottom());
    let limit = taken.first().copied().unwrap_or(edges);
    let place = if is_above {
        clear_line(edges.0, limit.0.min(limit.1).min(edges.1), &taken)
    } else {
        clear_line(edges.1, limit.0.max(limit.1).max(edges.0), &taken)
    };
    let Some(y) = place.filter(|_| is_inside) else {
        return html! {};
    };
    html! {
        <text class={class::with("hp-region", &[Some(ink.class())])} x={pixels(x)} y={pixels(y + 4.0)}
            text-anchor={anchor}>{ name }</text>
    }
}

/// The stretches of y (px) that curves and dots take between two columns; the first curve's first.
fn taken(lines: &Lines, layout: &LineLayout, (from, to): (f64, f64)) -> Vec<(f64, f64)> {
    /// Half the height that a dot takes, px.
    const DOT: f64 = 8.0;
    let ghosts = lines
        .curves
        .iter()
        .filter_map(|curve| curve.baseline.as_ref());
    let values = lines.curves.iter().map(|curve| &curve.values);
    let values = values.chain(ghosts.clone().map(|ghost| &ghost.values));
    let mut taken: Vec<(f64, f64)> = values
        .filter_map(|values| stretch(lines, layout, values, (from, to)))
        .collect();
    let points = lines.curves.iter().filter_map(|curve| curve.today);
    for (x, y) in points.chain(ghosts.filter_map(|ghost| ghost.point)) {
        let at = layout.x.position(x).zip(layout.y.position(y));
        if let Some((_, y)) = at.filter(|(x, _)| from - DOT <= *x && *x <= to + DOT) {
            taken.push((y - DOT, y + DOT));
        }
    }
    taken
}

/// The heights (px) that a curve has between two columns.
fn stretch(
    lines: &Lines,
    layout: &LineLayout,
    values: &[f64],
    (from, to): (f64, f64),
) -> Option<(f64, f64)> {
    let at = |index: usize| layout.x.position(*lines.x.get(index)?);
    // A piece of the curve that reaches into the columns has one of its ends outside, however far.
    let pieces = (1..lines.x.len()).filter(|index| {
        let ends = at(index - 1).zip(at(*index));
        ends.is_some_and(|(left, right)| from <= right && left <= to)
    });
    let ends = pieces.flat_map(|index| [index - 1, index]);
    crate::plot::extent(ends.filter_map(|index| layout.y.position(*values.get(index)?)))
}
