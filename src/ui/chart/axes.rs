//! The axes of a chart: texts along its plot, and lines across it.

use yew::prelude::*;

use super::drawing::px;
use crate::decimal::exact;
use crate::plot::axis::{Tick, Ticks};
use crate::plot::{Frame, straight};

/// An axis. It compares equal for most steps of a slider and is then not drawn again.
#[derive(PartialEq, Properties)]
struct Props {
    /// Where texts and lines stand.
    ticks: Ticks,
    /// `x` below the plot, `y` left of it.
    name: &'static str,
    /// Left end or baseline of the texts, px.
    beside: f64,
    /// The ends of the lines across the plot, one at each tick, px.
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
    let across = |is_zero: bool| {
        let (from, to) = props.lines?;
        let these = ticks.iter().filter(|tick| (tick.value == 0.0) == is_zero);
        let lines = these.map(|tick| straight(turned(tick.at, from), turned(tick.at, to)));
        Some(AttrValue::from(lines.collect::<String>())).filter(|lines| !lines.is_empty())
    };
    let write = |tick: &Tick| {
        let text = tick.text.clone()?;
        let middle = if is_x { 0.0 } else { 4.0 };
        let (x, y) = turned(tick.at + middle, props.beside);
        Some(html! { <text class="hp-tick" x={px(x)} y={px(y)}>{ text }</text> })
    };
    let anchor = if is_x { "middle" } else { "end" };
    let written = ticks.iter().filter(|tick| tick.text.is_some());
    let values: Vec<String> = written.map(|tick| exact(tick.value)).collect();
    html! {
        <g text-anchor={anchor} data-axis={*name} data-ticks={values.join(" ")}>
            { for across(false).map(|d| html! { <path class="hp-grid" {d} /> }) }
            { for across(true).map(|d| html! { <path class="hp-grid is-zero" {d} /> }) }
            { for ticks.iter().filter_map(write) }
        </g>
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
