//! The axes of a chart: texts along its plot, and lines across it.

use yew::prelude::*;

use super::drawing::{line, px, raw};
use crate::plot::Frame;
use crate::plot::axis::{Tick, Ticks};

/// An axis. It compares equal for most steps of a slider and is then not drawn again.
#[derive(PartialEq, Properties)]
struct Props {
    /// Where texts and lines stand.
    ticks: Ticks,
    /// `x` below the plot, `y` left of it.
    name: &'static str,
    /// Left end or baseline of the texts, px.
    beside: f64,
    /// The ends of a line across the plot at each tick, px.
    lines: Option<(f64, f64)>,
}

#[component]
fn Axis(props: &Props) -> Html {
    let Props { ticks, name, .. } = props;
    let is_x = *name == "x";
    let turned = |along: f64, across: f64| {
        if is_x {
            (along, across)
        } else {
            (across, along)
        }
    };
    let across = |tick: &Tick| {
        let (from, to) = props.lines?;
        let class = if tick.value == 0.0 {
            "hp-grid is-zero"
        } else {
            "hp-grid"
        };
        Some(line(class, turned(tick.at, from), turned(tick.at, to)))
    };
    let write = |tick: &Tick| {
        let text = tick.text.clone()?;
        let middle = if is_x { 0.0 } else { 4.0 };
        let (x, y) = turned(tick.at + middle, props.beside);
        Some(html! {
            <text class="hp-tick" x={px(x)} y={px(y)} data-axis={*name} data-tick={raw(tick.value)}>{ text }</text>
        })
    };
    let anchor = if is_x { "middle" } else { "end" };
    html! {
        <g text-anchor={anchor}>{ for ticks.iter().filter_map(across) }{ for ticks.iter().filter_map(write) }</g>
    }
}

/// The texts left of the plot, and if `has_grid` a line across it for each.
pub(super) fn y_axis(ticks: &Ticks, frame: &Frame, has_grid: bool) -> Html {
    let lines = has_grid.then_some((frame.plot_left(), frame.plot_right()));
    html! { <Axis {ticks} name="y" beside={frame.plot_left() - 8.0} {lines} /> }
}

/// The texts below the plot, and a line at each between two heights, px.
pub(super) fn x_axis(ticks: &Ticks, frame: &Frame, lines: Option<(f64, f64)>) -> Html {
    html! { <Axis {ticks} name="x" beside={frame.plot_bottom() + 20.0} {lines} /> }
}
