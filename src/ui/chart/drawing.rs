//! What of a line chart does not follow the pointer: axes, curves, names and marks.

use std::ops::Range;
use std::rc::Rc;

use yew::prelude::*;

use super::axes::{x_axis, y_axis};
use super::curve::{Curve, Ink, Lines};
use super::overlay::Overlay;
use super::references::{Reference, references};
use crate::decimal::exact;
use crate::plot::line_chart::{GhostName, LineLayout, name_of_ghost};
use crate::plot::{extent, pixels, straight, text_width};
use crate::ui::class;

/// What does not follow the pointer.
#[derive(PartialEq, Properties)]
pub(super) struct Props {
    /// What is drawn.
    pub(super) lines: Rc<Lines>,
    /// Where it stands.
    pub(super) layout: Rc<LineLayout>,
    /// The name of the ghosts, where they have one.
    pub(super) baseline: Option<&'static str>,
    /// What is drawn beside the curves.
    pub(super) overlay: Option<Rc<Overlay>>,
    /// Named places on the x axis.
    pub(super) places: Vec<Reference>,
    /// Whether each point has a dot.
    pub(super) has_points: bool,
}

/// The drawing.
#[component]
pub(super) fn Drawing(
    Props {
        lines,
        layout,
        baseline,
        overlay,
        places,
        has_points,
    }: &Props,
) -> Html {
    let curves = lines.curves.iter().zip(&layout.paths).map(|(curve, path)| {
        html! { <path class={inked("hp-line", curve.ink)} d={path.clone()} /> }
    });
    // One name says what all ghosts are; of several each says of which curve it is the ghost.
    let is_one = layout.ghost_names.len() == 1;
    let ghost_names = layout.ghost_names.iter().map(|GhostName { curve, y }| {
        let x = layout.frame.plot_right() + 8.0;
        let curve = curve.and_then(|curve| lines.curves.get(curve));
        let name = match curve.filter(|_| !is_one) {
            Some(curve) => Some(AttrValue::from(name_of_ghost(curve.name))),
            None => baseline.map(AttrValue::from),
        };
        html! { <text class="hp-ghost-name" x={px(x)} y={px(*y)}>{ name }</text> }
    });
    let names = lines.curves.iter().zip(&layout.names).map(|(curve, y)| {
        let x = layout.frame.plot_right() + 8.0;
        html! {
            <text class={inked("hp-line-name", curve.ink)} x={px(x)} y={px(*y)}>{ curve.name }</text>
        }
    });
    html! {
        <>
            { wash(lines, layout) }
            { y_axis(&layout.y_ticks, &layout.frame, true) }
            { x_axis(&layout.x_ticks, &layout.frame, None) }
            { for layout.ghosts.iter().map(|path| html! { <path class="hp-ghost" d={path.clone()} /> }) }
            { for curves }
            { references(places, today(lines), layout) }
            { for names }
            { for ghost_names }
            if *has_points {
                { points(lines, layout) }
            }
            { marks(lines, layout) }
            { overlay.as_ref().map(|overlay| overlay.draw(lines, layout)) }
        </>
    }
}

/// The losing stretch, named where no curve is in the way.
fn wash(lines: &Lines, layout: &LineLayout) -> Html {
    let ends = lines.losing.and_then(|(from, to)| {
        Some((layout.x.clamped(from)?, layout.x.clamped(to)?)).filter(|(from, to)| from < to)
    });
    let Some((from, to)) = ends else {
        return html! {};
    };
    let frame = &layout.frame;
    let name = wash_name_at(lines, layout, (from, to)).map(|(x, y)| {
        html! { <text class="hp-wash-name" x={px(x)} y={px(y)}>{ lines.x_text.wash_name() }</text> }
    });
    html! {
        <>
            <rect class="hp-wash" x={px(from)} y={px(frame.plot_top())} width={px(to - from)}
                height={px(frame.plot_height())} />
            { name }
        </>
    }
}

/// Where the name of a washed stretch (px) begins, and its baseline: at the break-even above or below
/// zero, else at the top or bottom of the plot; at the other end where today's line is in the way.
fn wash_name_at(lines: &Lines, layout: &LineLayout, (from, to): (f64, f64)) -> Option<(f64, f64)> {
    /// Between the name and the ends of the stretch, px.
    const AIR: f64 = 6.0;
    let (frame, width) = (&layout.frame, text_width(lines.x_text.wash_name()));
    let mut starts = [from + AIR, to - AIR - width];
    if from <= frame.plot_left() {
        starts.reverse();
    }
    let today = today(lines).and_then(|x| layout.x.position(x));
    let is_crossed = |x: f64| today.is_some_and(|at| (x - AIR..=x + width + AIR).contains(&at));
    let zero = layout.y.position(0.0)?;
    let (top, bottom) = (frame.plot_top(), frame.plot_bottom());
    let heights = [zero - 6.0, zero + 15.0, top + 15.0, bottom - 6.0];
    let is_in_plot = |y: &f64| y - 12.0 >= top && *y <= bottom;
    let mut places = starts
        .into_iter()
        .filter(|x| !is_crossed(*x))
        .flat_map(|x| {
            let heights = heights.into_iter().filter(is_in_plot);
            heights.map(move |y| (x, y))
        });
    let place = places.find(|(x, y)| is_free(lines, layout, (*x, x + width), *y))?;
    (to - from >= width + 2.0 * AIR).then_some(place)
}

/// Whether a line of text on this baseline touches no curve, ghost or dot (all px).
fn is_free(lines: &Lines, layout: &LineLayout, (from, to): (f64, f64), baseline: f64) -> bool {
    /// Air around text, px.
    const AIR: f64 = 4.0;
    let (above, below) = (baseline - 10.0 - AIR, baseline + 2.0 + AIR);
    let is_beside = |x: &f64| (from - AIR..=to + AIR).contains(x);
    let across = |x: f64| layout.x.position(x).filter(is_beside);
    let beside = points_beside(lines, layout, (from - AIR, to + AIR));
    let ghosts = lines
        .curves
        .iter()
        .filter_map(|curve| curve.baseline.as_ref());
    let now = lines
        .curves
        .iter()
        .map(|curve| (&curve.values, curve.today));
    let mut all = now.chain(ghosts.map(|ghost| (&ghost.values, ghost.point)));
    all.all(|(values, mark)| {
        let values = values.get(beside.clone()).unwrap_or_default();
        let mark = mark.filter(|(x, _)| across(*x).is_some());
        let heights = values.iter().copied().chain(mark.map(|(_, y)| y));
        extent(heights.filter_map(|y| layout.y.position(y)))
            .is_none_or(|(highest, lowest)| lowest < above || highest > below)
    })
}

/// Which points of the curves lie over a stretch of the plot, px: they go from left to right.
fn points_beside(lines: &Lines, layout: &LineLayout, (left, right): (f64, f64)) -> Range<usize> {
    let is_at = |x: &f64, is: &dyn Fn(f64) -> bool| layout.x.position(*x).is_some_and(is);
    let first = lines.x.partition_point(|x| is_at(x, &|at| at < left));
    first..lines.x.partition_point(|x| is_at(x, &|at| at <= right))
}

/// A dot at each point that has none beside it: where points are close, dots would cut the line into dashes.
fn points(lines: &Lines, layout: &LineLayout) -> Html {
    let dots = lines.curves.iter().flat_map(|curve| {
        let points = lines.x.iter().zip(&curve.values);
        let place = |(x, y): (&f64, &f64)| layout.x.position(*x).zip(layout.y.position(*y));
        let places: Vec<Option<(f64, f64)>> = points.map(place).collect();
        let class = ["is-reading", curve.ink.class()];
        let dots = lone(&places).map(|at| dot(at, "3", class, None));
        dots.collect::<Vec<_>>()
    });
    html! { <g>{ for dots }</g> }
}

/// The places (px) of a line that are not close to the one before or after.
fn lone(places: &[Option<(f64, f64)>]) -> impl Iterator<Item = (f64, f64)> {
    /// Places that are closer along the x axis than this are close, px.
    const CLOSE: f64 = 8.0;
    let is_close = |index: usize, x: f64| {
        let other = places.get(index).copied().flatten();
        other.is_some_and(|(other, _)| (other - x).abs() < CLOSE)
    };
    let place = move |(index, at): (usize, &Option<(f64, f64)>)| {
        at.filter(|(x, _)| !is_close(index + 1, *x) && !is_close(index.wrapping_sub(1), *x))
    };
    places.iter().enumerate().filter_map(place)
}

/// Where today's state stands on the x axis.
fn today(lines: &Lines) -> Option<f64> {
    let (x, _) = lines.curves.iter().find_map(|curve| curve.today)?;
    Some(x)
}

/// Today's state on each curve, and the baseline's where it differs.
fn marks(lines: &Lines, layout: &LineLayout) -> Html {
    let point = |curve: &Curve, (x, y): (f64, f64), mark: &'static str| {
        let at = layout.x.position(x).zip(layout.y.position(y))?;
        let state = if mark == "baseline" {
            "is-baseline"
        } else {
            ""
        };
        // A profit below zero is a loss.
        let ink = match curve.ink {
            Ink::Profit if y < 0.0 => Ink::Loss,
            ink => ink,
        };
        Some(dot(at, "4.5", [ink.class(), state], Some((mark, x, y))))
    };
    let baselines = lines
        .curves
        .iter()
        .filter_map(|curve| point(curve, curve.baseline.as_ref()?.point?, "baseline"));
    let todays = lines
        .curves
        .iter()
        .filter_map(|curve| point(curve, curve.today?, "today"));
    html! { <g>{ for baselines }{ for todays }</g> }
}

/// A dot at a place (px) with classes of its own and, where scripts are to find it, what it marks: a name
/// and the values of x and y.
pub(super) fn dot(
    (x, y): (f64, f64),
    r: &'static str,
    [first, second]: [&'static str; 2],
    mark: Option<(&'static str, f64, f64)>,
) -> Html {
    let class = class::with("hp-dot", &[Some(first), Some(second)]);
    let (name, x_value, y_value) = mark.map_or((None, None, None), |(name, x, y)| {
        (Some(name), Some(raw(x)), Some(raw(y)))
    });
    html! {
        <circle {class} cx={px(x)} cy={px(y)} {r} data-mark={name} data-x={x_value} data-y={y_value} />
    }
}

/// The class of a thing and that of its colour.
pub(super) fn inked(class: &'static str, ink: Ink) -> AttrValue {
    class::with(class, &[Some(ink.class())])
}

/// A line over the height of the plot.
pub(super) fn vertical(x: f64, top: f64, bottom: f64, class: &'static str) -> Html {
    line(class, (x, top), (x, bottom))
}

pub(super) fn line(class: &'static str, from: (f64, f64), to: (f64, f64)) -> Html {
    html! { <path {class} d={straight(from, to)} /> }
}

/// A length in px to a hundredth.
pub(super) fn px(length: f64) -> AttrValue {
    AttrValue::from(pixels(length))
}

/// A number to the last digit, for scripts.
pub(super) fn raw(number: f64) -> AttrValue {
    AttrValue::from(exact(number))
}

#[cfg(test)]
mod tests {
    use super::{lone, points_beside};
    use crate::model::parameters::Key;
    use crate::plot::line_chart::{HEIGHT, LineLayout, LineSpec};
    use crate::ui::chart::{Lines, XText, YText};
    use crate::units::RevenueUnit;

    #[test]
    fn the_points_beside_a_stretch_are_those_that_lie_over_it() {
        let lines = Lines {
            x_domain: (0.0, 10.0),
            x: (0..=20).map(|half| f64::from(half) / 2.0).collect(),
            curves: Vec::new(),
            losing: None,
            x_text: XText::Input(Key::PowerPrice),
            y_text: YText::Revenue(RevenueUnit::default()),
        };
        let spec = LineSpec {
            width: 500.0,
            height: HEIGHT,
            x_domain: lines.x_domain,
            x: &lines.x,
            curves: &[],
            ghosts: &[],
            ghost_name: None,
            x_unit: 1.0,
            y_least: (0.0, 0.0),
            y_lowest: f64::NEG_INFINITY,
            x_text: &|value| value.to_string(),
        };
        let layout = LineLayout::new(&spec, |value| value.to_string());
        let place = |x: f64| layout.x.position(x).expect("has a place");
        for (left, right) in [
            (place(2.0), place(4.0)),
            (place(2.1), place(4.2)),
            (place(2.1), place(2.2)),
            (-50.0, place(1.2)),
            (place(9.3), 900.0),
            (600.0, 700.0),
        ] {
            let over = |index: &usize| (left..=right).contains(&place(lines.x[*index]));
            let expected: Vec<usize> = (0..lines.x.len()).filter(over).collect();
            let found: Vec<usize> = points_beside(&lines, &layout, (left, right)).collect();
            assert_eq!(found, expected, "{left} to {right}");
        }
    }

    #[test]
    fn only_points_that_are_apart_have_dots() {
        let dots = |places: &[Option<f64>]| -> Vec<f64> {
            let places: Vec<_> = places.iter().map(|x| Some(((*x)?, 0.0))).collect();
            lone(&places).map(|(x, _)| x).collect()
        };
        assert_eq!(dots(&[Some(0.0), Some(8.0), Some(16.0)]), [0.0, 8.0, 16.0]);
        assert_eq!(dots(&[Some(0.0), Some(4.0), Some(8.0)]), [0.0; 0]);
        assert_eq!(dots(&[Some(0.0), Some(4.0), Some(30.0)]), [30.0]);
        // Where a gap leaves no line to either side, a dot is all there is to see.
        assert_eq!(dots(&[None, Some(4.0), None, Some(6.0)]), [4.0, 6.0]);
    }
}
