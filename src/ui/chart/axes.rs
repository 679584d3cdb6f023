//! The texts along the axes of a chart.

use yew::prelude::*;

use super::drawing::{line, tick_text};
use crate::plot::Frame;
use crate::plot::line_chart::Tick;

/// The texts left of the plot, and if `has_grid` a line across it for each.
pub(super) fn y_axis(
    ticks: &[Tick],
    frame: &Frame,
    has_grid: bool,
    text: &dyn Fn(f64) -> String,
) -> Html {
    let across = |tick: &Tick| {
        let class = if tick.value == 0.0 {
            "hp-grid is-zero"
        } else {
            "hp-grid"
        };
        let ends = [frame.plot_left(), frame.plot_right()].map(|x| (x, tick.at));
        line(class, ends[0], ends[1])
    };
    let grid = ticks.iter().filter(|_| has_grid).map(across);
    let texts = ticks.iter().map(|tick| {
        let place = (frame.plot_left() - 8.0, tick.at + 4.0);
        tick_text("y", tick, place, text(tick.value))
    });
    html! { <g text-anchor="end">{ for grid }{ for texts }</g> }
}

/// The texts below the plot.
pub(super) fn x_axis(ticks: &[Tick], frame: &Frame, text: &dyn Fn(f64) -> String) -> Html {
    let y = frame.plot_bottom() + 20.0;
    let texts = ticks
        .iter()
        .filter(|tick| tick.has_text)
        .map(|tick| tick_text("x", tick, (tick.at, y), text(tick.value)));
    html! { <g text-anchor="middle">{ for texts }</g> }
}
