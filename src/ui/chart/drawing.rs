//! What of a line chart does not follow the pointer: axes, curves, names and marks.

use std::rc::Rc;

use yew::prelude::*;

use super::curve::{Curve, Lines};
use super::overlay::Overlay;
use super::references::{Reference, references};
use crate::plot::line_chart::{LineLayout, Tick};
use crate::plot::{nearest_index, pixels};

/// What does not follow the pointer.
#[derive(PartialEq, Properties)]
pub(super) struct Props {
    /// What is drawn.
    pub(super) lines: Rc<Lines>,
    /// Where it stands.
    pub(super) layout: Rc<LineLayout>,
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
        overlay,
        places,
        has_points,
    }: &Props,
) -> Html {
    let curves = lines.curves.iter().zip(&layout.paths).map(|(curve, path)| {
        html! { <path class={classes!("hp-line", curve.ink.class())} d={path.clone()} /> }
    });
    let names = lines.curves.iter().zip(&layout.names).map(|(curve, y)| {
        let x = layout.frame.plot_right() + 8.0;
        html! {
            <text class={classes!("hp-line-name", curve.ink.class())} x={px(x)} y={px(*y)}>{ curve.name }</text>
        }
    });
    html! {
        <>
            { wash(lines, layout) }
            { y_axis(lines, layout) }
            { x_axis(lines, layout) }
            { references(places, today(lines), layout) }
            { for layout.ghosts.iter().map(|path| html! { <path class="hp-ghost" d={path.clone()} /> }) }
            { for curves }
            { for names }
            if *has_points {
                { points(lines, layout) }
            }
            { marks(lines, layout) }
            { overlay.as_ref().map(|overlay| overlay.draw(lines, layout)) }
        </>
    }
}

/// The losing stretch, named at the break-even just above zero: gross profit is below it there and
/// revenue as far above it as power costs.
fn wash(lines: &Lines, layout: &LineLayout) -> Html {
    /// A narrower stretch has no room for its name, px.
    const NAMED: f64 = 40.0;
    let ends = lines.losing.and_then(|(from, to)| {
        Some((layout.x.clamped(from)?, layout.x.clamped(to)?)).filter(|(from, to)| from < to)
    });
    let Some((from, to)) = ends else {
        return html! {};
    };
    let frame = &layout.frame;
    let starts_left = from <= frame.plot_left();
    let (x, anchor) = if starts_left {
        (to - 6.0, "end")
    } else {
        (from + 6.0, "start")
    };
    let edge = if starts_left { to } else { from };
    let is_named = to - from > NAMED && has_room_above_zero(lines, layout, edge);
    let name = layout.y.position(0.0).filter(|_| is_named).map(|zero| {
        html! {
            <text class="hp-wash-name" text-anchor={anchor} x={px(x)} y={px(zero - 6.0)}>{ lines.x_text.wash_name() }</text>
        }
    });
    html! {
        <>
            <rect class="hp-wash" x={px(from)} y={px(frame.plot_top())} width={px(to - from)}
                height={px(frame.plot_height())} />
            { name }
        </>
    }
}

/// Whether the first curve, revenue, leaves room for a line of text above zero at `x` px.
fn has_room_above_zero(lines: &Lines, layout: &LineLayout, x: f64) -> bool {
    /// Height of a line of text with air around it, px.
    const ROOM: f64 = 20.0;
    let revenue = nearest_index(&lines.x, layout.x.value(x))
        .and_then(|index| lines.curves.first()?.values.get(index).copied());
    let above = revenue.and_then(|value| layout.y.position(value));
    above
        .zip(layout.y.position(0.0))
        .is_some_and(|(above, zero)| zero - above > ROOM)
}

fn y_axis(lines: &Lines, layout: &LineLayout) -> Html {
    let frame = &layout.frame;
    let grid = layout.y_ticks.iter().map(|tick| {
        let class = if tick.value == 0.0 {
            "hp-grid is-zero"
        } else {
            "hp-grid"
        };
        line(
            class,
            (frame.plot_left(), tick.at),
            (frame.plot_right(), tick.at),
        )
    });
    let texts = layout.y_ticks.iter().map(|tick| {
        let text = lines.y_text.short(tick.value);
        tick_text("y", tick, (frame.plot_left() - 8.0, tick.at + 4.0), text)
    });
    html! { <g text-anchor="end">{ for grid }{ for texts }</g> }
}

fn x_axis(lines: &Lines, layout: &LineLayout) -> Html {
    let y = layout.frame.plot_bottom() + 20.0;
    let texts = layout
        .x_ticks
        .iter()
        .filter(|tick| tick.has_text)
        .map(|tick| tick_text("x", tick, (tick.at, y), lines.x_text.short(tick.value)));
    html! { <g text-anchor="middle">{ for texts }</g> }
}

pub(super) fn tick_text(axis: &'static str, tick: &Tick, (x, y): (f64, f64), text: String) -> Html {
    html! {
        <text class="hp-tick" x={px(x)} y={px(y)} data-axis={axis} data-tick={raw(tick.value)}
            data-at={raw(tick.at)}>{ text }</text>
    }
}

/// A dot at each point.
fn points(lines: &Lines, layout: &LineLayout) -> Html {
    let dots = lines.curves.iter().flat_map(|curve| {
        let points = lines.x.iter().zip(&curve.values);
        points.filter_map(|(x, y)| {
            let at = layout.x.position(*x).zip(layout.y.position(*y))?;
            Some(dot(
                at.0,
                at.1,
                "3",
                classes!("hp-dot", "is-reading", curve.ink.class()),
                None,
            ))
        })
    });
    html! { <g>{ for dots }</g> }
}

/// Where today's state stands on the x axis.
fn today(lines: &Lines) -> Option<f64> {
    let (x, _) = lines.curves.iter().find_map(|curve| curve.today)?;
    Some(x)
}

/// Today's state on each curve, and the baseline's where it differs.
fn marks(lines: &Lines, layout: &LineLayout) -> Html {
    let line = today(lines).and_then(|x| layout.x.position(x)).map(|x| {
        vertical(
            x,
            layout.frame.plot_top(),
            layout.frame.plot_bottom(),
            "hp-today",
        )
    });
    let point = |curve: &Curve, (x, y): (f64, f64), mark: &'static str| {
        let (px, py) = (layout.x.position(x)?, layout.y.position(y)?);
        let class = classes!(
            "hp-dot",
            curve.ink.class(),
            (mark == "baseline").then_some("is-baseline")
        );
        Some(dot(px, py, "4.5", class, Some((mark, x, y))))
    };
    let baselines = lines
        .curves
        .iter()
        .filter_map(|curve| point(curve, curve.baseline.as_ref()?.point?, "baseline"));
    let todays = lines
        .curves
        .iter()
        .filter_map(|curve| point(curve, curve.today?, "today"));
    html! { <g>{ line }{ for baselines }{ for todays }</g> }
}

pub(super) fn dot(
    x: f64,
    y: f64,
    r: &'static str,
    class: Classes,
    mark: Option<(&'static str, f64, f64)>,
) -> Html {
    let (name, x_value, y_value) = mark.map_or((None, None, None), |(name, x, y)| {
        (Some(name), Some(raw(x)), Some(raw(y)))
    });
    html! {
        <circle {class} cx={px(x)} cy={px(y)} {r} data-mark={name} data-x={x_value} data-y={y_value} />
    }
}

/// A line over the height of the plot.
pub(super) fn vertical(x: f64, top: f64, bottom: f64, class: &'static str) -> Html {
    line(class, (x, top), (x, bottom))
}

pub(super) fn line(class: &'static str, from: (f64, f64), to: (f64, f64)) -> Html {
    html! { <line {class} x1={px(from.0)} y1={px(from.1)} x2={px(to.0)} y2={px(to.1)} /> }
}

/// A length in px to a hundredth.
pub(super) fn px(length: f64) -> AttrValue {
    AttrValue::from(pixels(length))
}

/// A number to the last digit, for scripts.
pub(super) fn raw(number: f64) -> AttrValue {
    AttrValue::from(number.to_string())
}
