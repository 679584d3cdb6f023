//! A line chart with a crosshair.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent};
use yew::prelude::*;

use super::card::Card;
use super::curve::{Curve, Lines};
use crate::plot::line_chart::{LineLayout, LineSpec, Tick};
use crate::plot::nearest_index;
use crate::ui::hooks::use_width;

/// Width before the page has measured it, px.
const FIRST_WIDTH: f64 = 520.0;
/// How far Page Up and Page Down move the crosshair, in points.
const PAGE: usize = 20;

/// What a line chart shows.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The chart's stable name.
    pub id: &'static str,
    /// The question.
    pub title: AttrValue,
    /// The answer.
    pub answer: AttrValue,
    /// Unit and assumptions.
    pub foot: AttrValue,
    /// The name of the baseline, where it is drawn too.
    #[prop_or_default]
    pub baseline: Option<&'static str>,
    /// What is drawn.
    pub lines: Rc<Lines>,
}

/// The chart. Pointer, touch and arrow keys move a crosshair whose reading takes the place of the
/// answer.
#[component]
pub fn LineChart(
    Props {
        id,
        title,
        answer,
        foot,
        baseline,
        lines,
    }: &Props,
) -> Html {
    let node = use_node_ref();
    let width = use_width(&node, FIRST_WIDTH);
    let layout = use_memo((Rc::clone(lines), width.to_bits()), |(lines, _)| {
        lay_out(lines, width)
    });
    let reading = use_state_eq(|| None::<usize>);
    let index = reading.filter(|index| *index < lines.x.len());
    let pointer = {
        let (lines, layout, reading) = (Rc::clone(lines), Rc::clone(&layout), reading.setter());
        Callback::from(move |event: PointerEvent| reading.set(index_under(&event, &lines, &layout)))
    };
    let put_away = {
        let reading = reading.setter();
        move || reading.set(None)
    };
    let leave = Callback::from({
        let put_away = put_away.clone();
        move |_: PointerEvent| put_away()
    });
    let blur = Callback::from(move |_: FocusEvent| put_away());
    let keys = {
        let (lines, reading) = (Rc::clone(lines), reading.setter());
        Callback::from(move |event: KeyboardEvent| {
            if let Some(next) = moved(&event.key(), index, &lines) {
                event.prevent_default();
                reading.set(next);
            }
        })
    };
    let shown = index.map_or_else(
        || answer.clone(),
        |index| AttrValue::from(read(lines, index)),
    );
    let size = (layout.frame.width, layout.frame.height);
    let plot = html! {
        <div class="hp-plot" ref={node} tabindex="0" role="group" aria-label={format!("{title}: {answer}")}
            onpointermove={pointer.clone()} onpointerdown={pointer} onpointerleave={leave}
            onblur={blur} onkeydown={keys}>
            <svg role="img" aria-label={answer.clone()} width={raw(size.0)} height={raw(size.1)}>
                <Drawing lines={Rc::clone(lines)} layout={Rc::clone(&layout)} />
                { crosshair(lines, &layout, index) }
            </svg>
        </div>
    };
    let is_reading = index.is_some();
    Card {
        id,
        title,
        answer: shown,
        is_reading,
        foot,
        baseline: *baseline,
    }
    .around(plot)
}

fn lay_out(lines: &Lines, width: f64) -> LineLayout {
    let curves: Vec<(&str, &[f64])> = lines
        .curves
        .iter()
        .map(|curve| (curve.name, curve.values.as_slice()))
        .collect();
    let baselines = lines
        .curves
        .iter()
        .filter_map(|curve| curve.baseline.as_ref());
    let ghosts: Vec<&[f64]> = baselines.map(|ghost| ghost.values.as_slice()).collect();
    let spec = LineSpec {
        width,
        x_domain: lines.x_domain,
        x: &lines.x,
        curves: &curves,
        ghosts: &ghosts,
        x_unit: lines.x_text.tick_unit(),
        x_text: &|value| lines.x_text.short(value),
    };
    LineLayout::new(&spec, |value| lines.y_text.short(value))
}

/// The point nearest to the pointer.
fn index_under(event: &PointerEvent, lines: &Lines, layout: &LineLayout) -> Option<usize> {
    let element = event.current_target()?.dyn_into::<Element>().ok()?;
    let x = f64::from(event.client_x()) - element.get_bounding_client_rect().left();
    nearest_index(&lines.x, layout.x.value(x))
}

/// Where a key moves the crosshair: `Some(None)` puts it away, `None` is no key of ours. The first
/// press starts at today's point.
fn moved(key: &str, index: Option<usize>, lines: &Lines) -> Option<Option<usize>> {
    let last = lines.x.len().checked_sub(1)?;
    let today = lines.curves.iter().find_map(|curve| curve.today);
    let start = today
        .and_then(|(x, _)| nearest_index(&lines.x, x))
        .unwrap_or(last / 2);
    let from =
        |step: fn(usize, usize) -> usize, by| Some(index.map_or(start, |i| step(i, by).min(last)));
    match key {
        "ArrowRight" => Some(from(usize::saturating_add, 1)),
        "ArrowLeft" => Some(from(usize::saturating_sub, 1)),
        "PageUp" => Some(from(usize::saturating_add, PAGE)),
        "PageDown" => Some(from(usize::saturating_sub, PAGE)),
        "Home" => Some(Some(0)),
        "End" => Some(Some(last)),
        "Escape" => Some(None),
        _ => None,
    }
}

/// "$120,000: revenue $52,210, gross profit $30,610".
fn read(lines: &Lines, index: usize) -> String {
    let values = lines.curves.iter().map(|curve| {
        let value = curve
            .values
            .get(index)
            .map(|value| lines.y_text.long(*value));
        format!(
            "{} {}",
            curve.name.to_ascii_lowercase(),
            value.unwrap_or_default()
        )
    });
    format!(
        "{}: {}",
        lines.x_text.long(lines.x[index]),
        values.collect::<Vec<_>>().join(", ")
    )
}

fn crosshair(lines: &Lines, layout: &LineLayout, index: Option<usize>) -> Html {
    let at = index.and_then(|index| Some((index, layout.x.position(*lines.x.get(index)?)?)));
    let Some((index, x)) = at else {
        return html! {};
    };
    let frame = &layout.frame;
    let dots = lines.curves.iter().filter_map(|curve| {
        let y = layout.y.position(*curve.values.get(index)?)?;
        Some(dot(
            x,
            y,
            "3.5",
            classes!("hp-dot", "is-reading", curve.ink.class()),
            None,
        ))
    });
    html! {
        <g class="hp-crosshair">
            { vertical(x, frame.plot_top(), frame.plot_bottom(), "hp-crosshair-line") }
            { for dots }
        </g>
    }
}

/// What does not follow the pointer.
#[derive(PartialEq, Properties)]
struct DrawingProps {
    lines: Rc<Lines>,
    layout: Rc<LineLayout>,
}

#[component]
fn Drawing(DrawingProps { lines, layout }: &DrawingProps) -> Html {
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
            { for layout.ghosts.iter().map(|path| html! { <path class="hp-ghost" d={path.clone()} /> }) }
            { for curves }
            { for names }
            { marks(lines, layout) }
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
    let name = layout.y.position(0.0).filter(|_| to - from > NAMED).map(|zero| {
        html! { <text class="hp-wash-name" text-anchor={anchor} x={px(x)} y={px(zero - 6.0)}>{ "loss" }</text> }
    });
    html! {
        <>
            <rect class="hp-wash" x={px(from)} y={px(frame.plot_top())} width={px(to - from)}
                height={px(frame.plot_height())} />
            { name }
        </>
    }
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

fn tick_text(axis: &'static str, tick: &Tick, (x, y): (f64, f64), text: String) -> Html {
    html! {
        <text class="hp-tick" x={px(x)} y={px(y)} data-axis={axis} data-tick={raw(tick.value)}
            data-at={raw(tick.at)}>{ text }</text>
    }
}

/// Today's state on each curve, and the baseline's where it differs.
fn marks(lines: &Lines, layout: &LineLayout) -> Html {
    let today = lines
        .curves
        .iter()
        .find_map(|curve| curve.today)
        .and_then(|(x, _)| layout.x.position(x));
    let line = today.map(|x| {
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

fn dot(
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
fn vertical(x: f64, top: f64, bottom: f64, class: &'static str) -> Html {
    line(class, (x, top), (x, bottom))
}

fn line(class: &'static str, from: (f64, f64), to: (f64, f64)) -> Html {
    html! { <line {class} x1={px(from.0)} y1={px(from.1)} x2={px(to.0)} y2={px(to.1)} /> }
}

/// A length in px to a hundredth.
fn px(length: f64) -> AttrValue {
    AttrValue::from(format!("{length:.2}"))
}

/// A number to the last digit, for scripts.
fn raw(number: f64) -> AttrValue {
    AttrValue::from(number.to_string())
}
