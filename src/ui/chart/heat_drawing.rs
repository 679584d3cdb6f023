//! A map drawn: its colours, lines and axes, which stay while dots and crosshair move over them.

use std::rc::Rc;

use yew::prelude::*;

use super::axes::{x_axis, y_axis};
use super::drawing::{dot, line, px};
use super::heat_map::Heat;
use crate::plot::heat_map::{HeatLayout, Name, hatch};
use crate::ui::class;

/// Colours from the level that is even upwards.
const GOOD: [&str; 4] = ["is-good-1", "is-good-2", "is-good-3", "is-good-4"];
/// Colours from there downwards.
const BAD: [&str; 3] = ["is-bad-1", "is-bad-2", "is-bad-3"];

/// What does not follow dots and pointer.
#[derive(PartialEq, Properties)]
pub(super) struct Props {
    /// What is drawn.
    pub(super) heat: Rc<Heat>,
    /// Where it stands.
    pub(super) layout: Rc<HeatLayout>,
}

/// The drawing.
#[component]
pub(super) fn HeatDrawing(Props { heat, layout }: &Props) -> Html {
    let frame = &layout.frame;
    let hatch = use_memo(*frame, |frame| AttrValue::from(hatch(frame)));
    let band = |(index, path): (usize, &String)| {
        let hatch =
            (index == heat.even).then(|| html! { <path class="hp-hatch" d={(*hatch).clone()} /> });
        html! { <>{ hatch }<path class={class::with("hp-heat", &[Some(colour(heat, index))])} d={path.clone()} /></> }
    };
    let line = |(index, path): (usize, &String)| {
        let class = if index == heat.even {
            "hp-contour is-even"
        } else {
            "hp-contour"
        };
        html! { <path {class} d={path.clone()} /> }
    };
    html! {
        <>
            <rect class={class::with("hp-heat", &[Some(BAD[heat.even.min(BAD.len() - 1)])])} x={px(frame.plot_left())}
                y={px(frame.plot_top())} width={px(frame.plot_width())} height={px(frame.plot_height())} />
            { for layout.bands.iter().enumerate().map(band) }
            { for layout.lines.iter().enumerate().map(line) }
            { for names(heat, layout) }
            { y_axis(&layout.y_ticks, frame, false) }
            { x_axis(&layout.x_ticks, frame, None) }
        </>
    }
}

/// The colour from a level up.
fn colour(heat: &Heat, index: usize) -> &'static str {
    match index.checked_sub(heat.even) {
        Some(above) => GOOD[above.min(GOOD.len() - 1)],
        None => BAD[(heat.even - index - 1).min(BAD.len() - 1)],
    }
}

fn names(heat: &Heat, layout: &HeatLayout) -> Vec<Html> {
    let name = |(index, place): (usize, &Option<Name>)| {
        let Name { x, y, is_above } = (*place)?;
        let anchor = if is_above { "middle" } else { "start" };
        let class = if index == heat.even {
            "hp-contour-name is-even"
        } else {
            "hp-contour-name"
        };
        Some(
            html! { <text {class} text-anchor={anchor} x={px(x)} y={px(y)}>{ heat.levels[index].name }</text> },
        )
    };
    layout.names.iter().enumerate().filter_map(name).collect()
}

/// Lines through the place that is read.
pub(super) fn crosshair(layout: &HeatLayout, at: Option<(f64, f64)>) -> Html {
    let point = at.and_then(|(x, y)| layout.x.position(x).zip(layout.y.position(y)));
    let Some((x, y)) = point else {
        return html! {};
    };
    let frame = &layout.frame;
    let class = "hp-crosshair-line";
    html! {
        <g class="hp-crosshair">
            { line(class, (x, frame.plot_top()), (x, frame.plot_bottom())) }
            { line(class, (frame.plot_left(), y), (frame.plot_right(), y)) }
            { dot((x, y), "4", ["is-reading", ""], None) }
        </g>
    }
}
