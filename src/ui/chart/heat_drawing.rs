//! A map drawn: its colours, lines and axes, which stay while dots and crosshair move over them.

use std::rc::Rc;

use yew::prelude::*;

use super::axes::{x_axis, y_axis};
use super::drawing::{dot, line, px};
use super::heat_map::Heat;
use super::reading::Place;
use crate::plot::heat_map::{HeatLayout, Name, hatch};
use crate::plot::text_width;

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
        html! { <>{ hatch }<path class={classes!("hp-heat", colour(heat, index))} d={path.clone()} /></> }
    };
    let line = |(index, path): (usize, &String)| {
        let class = if is_even(heat, index) {
            "hp-contour is-even"
        } else {
            "hp-contour"
        };
        html! { <path {class} d={path.clone()} /> }
    };
    html! {
        <>
            <rect class={classes!("hp-heat", BAD[heat.even.min(BAD.len() - 1)])} x={px(frame.plot_left())}
                y={px(frame.plot_top())} width={px(frame.plot_width())} height={px(frame.plot_height())} />
            { for layout.bands.iter().enumerate().map(band) }
            { for layout.lines.iter().enumerate().map(line) }
            { bad(heat, layout) }
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

/// Whether the line that is drawn as the `index`-th is the one at the level that is even.
fn is_even(heat: &Heat, index: usize) -> bool {
    let mut drawn = heat
        .levels
        .iter()
        .enumerate()
        .filter(|(_, level)| level.line.is_some());
    drawn
        .nth(index)
        .is_some_and(|(level, _)| level == heat.even)
}

/// A word in the corner where it is worst, if that is below the level that is even.
fn bad(heat: &Heat, layout: &HeatLayout) -> Html {
    let corner = heat.values.last().and_then(|row| row.last());
    let even = heat.levels.get(heat.even).map(|level| level.from);
    if !corner
        .zip(even)
        .is_some_and(|(corner, even)| *corner < even)
    {
        return html! {};
    }
    let (x, y) = (
        layout.frame.plot_right() - 8.0,
        layout.frame.plot_top() + 18.0,
    );
    html! { <text class="hp-on-map" text-anchor="end" x={px(x)} y={px(y)}>{ heat.bad }</text> }
}

fn names(heat: &Heat, layout: &HeatLayout) -> Vec<Html> {
    let lines = heat.levels.iter().filter_map(|level| level.line);
    let places = layout.names.iter().enumerate();
    let name = |((index, place), name): ((usize, &Option<Name>), &'static str)| {
        let Name { x, y, is_above } = (*place)?;
        let anchor = if is_above { "middle" } else { "start" };
        let class = if is_even(heat, index) {
            "hp-contour-name is-even"
        } else {
            "hp-contour-name"
        };
        Some(html! { <text {class} text-anchor={anchor} x={px(x)} y={px(y)}>{ name }</text> })
    };
    places.zip(lines).filter_map(name).collect()
}

/// Today's dot and the baseline's, each with its name on the side away from the other one.
pub(super) fn marks(layout: &HeatLayout, today: (f64, f64), baseline: Option<(f64, f64)>) -> Html {
    let place = |(x, y): (f64, f64)| layout.x.position(x).zip(layout.y.position(y));
    let inside = |(x, y): &(f64, f64)| {
        let ((left, right), (bottom, top)) = (layout.x.range(), layout.y.range());
        (left..=right).contains(x) && (top..=bottom).contains(y)
    };
    let now = place(today).filter(inside);
    let before = baseline.and_then(place).filter(inside);
    let is_left = |here: Option<(f64, f64)>, other: Option<(f64, f64)>, name: &str| {
        let (x, _) = here.unwrap_or_default();
        let room = text_width(name) + 16.0;
        let wants_left = other.is_some_and(|(other, _)| x < other);
        (wants_left && x - room > layout.x.range().0) || x + room > layout.x.range().1
    };
    let mark = |at: Option<(f64, f64)>,
                name: &'static str,
                label: &'static str,
                value: (f64, f64),
                left: bool| {
        let (x, y) = at?;
        let class = if name == "today" {
            "is-you"
        } else {
            "is-baseline"
        };
        let (text_x, anchor) = if left {
            (x - 10.0, "end")
        } else {
            (x + 10.0, "start")
        };
        Some(html! {
            <>
                { dot((x, y), "5.5", [class, ""], Some((name, value.0, value.1))) }
                <text class="hp-on-map" text-anchor={anchor} x={px(text_x)} y={px(y + 4.0)}>{ label }</text>
            </>
        })
    };
    let (now_left, before_left) = (
        is_left(now, before, "you"),
        is_left(before, now, "baseline"),
    );
    // Two names on one side of two dots on one height would lie on each other.
    let collide = now
        .zip(before)
        .is_some_and(|(a, b)| (a.1 - b.1).abs() < 16.0 && (a.0 - b.0).abs() < 90.0)
        && now_left == before_left;
    let label = if collide { "" } else { "baseline" };
    html! {
        <g>
            { for mark(before, "baseline", label, baseline.unwrap_or_default(), before_left) }
            { for mark(now, "today", "you", today, now_left) }
        </g>
    }
}

/// Lines through the place that is read.
pub(super) fn crosshair(heat: &Heat, layout: &HeatLayout, at: Option<Place>) -> Html {
    let point = at.and_then(|at| {
        let (x, y, _) = heat.at(at)?;
        layout.x.position(x).zip(layout.y.position(y))
    });
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
