//! A tornado drawn.

use yew::prelude::*;

use super::axes::x_axis;
use super::drawing::{px, vertical};
use super::tornado::Tornado;
use crate::model::tornado::Bar;
use crate::plot::line_path;
use crate::plot::tornado::{End, LevelText, TornadoLayout, TornadoRow};
use crate::ui::class;

/// Axis, the baseline's result and today's, and the rows.
pub(super) fn content(tornado: &Tornado, layout: &TornadoLayout, read: Option<usize>) -> Html {
    let rows = tornado.bars.iter().zip(&layout.rows).enumerate();
    let rows = rows.map(|(at, (bar, place))| row(tornado, layout, bar, place, read == Some(at)));
    let (top, bottom) = (layout.frame.plot_top(), layout.frame.plot_bottom());
    let line = |x: f64, parts: &[(f64, f64)], class| {
        let part = |(from, to): &(f64, f64)| vertical(x, *from, *to, class);
        parts.iter().map(part).collect::<Html>()
    };
    let before = layout
        .before
        .map(|x| line(x, &layout.before_parts, "hp-ghost"));
    let over = |text: &LevelText, class| {
        html! { <text {class} text-anchor="middle" x={px(text.x)} y={px(top - 10.0)}>{ text.text.as_str() }</text> }
    };
    html! {
        <>
            { x_axis(&layout.ticks, &layout.frame, Some((top, bottom))) }
            { before }
            { line(layout.today, &layout.today_parts, "hp-today") }
            { for layout.before_text.iter().map(|text| over(text, "hp-ghost-name hp-tornado-before")) }
            { for layout.today_text.iter().map(|text| over(text, "hp-tornado-today")) }
            { for rows }
        </>
    }
}

fn row(
    tornado: &Tornado,
    layout: &TornadoLayout,
    bar: &Bar,
    place: &TornadoRow,
    is_read: bool,
) -> Html {
    let texts = tornado.texts_on(bar, layout.frame.width);
    let ends = [0, 1].map(|end| {
        html! {
            <>
                { rect(layout, place, end) }
                { label(place, &place.ends[end], &texts[end]) }
            </>
        }
    });
    html! {
        <g class={class::with("hp-tornado-row", &[is_read.then_some("is-read")])} data-mark="tornado"
            data-key={bar.key.name()}>
            <rect class="hp-tornado-band" x="0" width={px(layout.frame.width)} y={px(place.top)}
                height={px(layout.row)} />
            <text class="hp-bar-name" x="0" y={px(place.name_y)}>{ bar.key.parameter().label }</text>
            { for ends }
            { for place.before.map(|ends| before(place.before_y, ends)) }
        </g>
    }
}

/// The bar of one end: outlined below, full above, so that no colour is needed.
fn rect(layout: &TornadoLayout, place: &TornadoRow, end: usize) -> Html {
    let End { x, width, .. } = place.ends[end];
    let class = ["hp-tornado-bar is-low", "hp-tornado-bar is-high"][end];
    html! {
        <rect {class} x={px(x)} y={px(place.bar_y)} width={px(width)} height={px(layout.bar)} />
    }
}

/// From where to where the bars of the baseline reach: a thin mark under today's.
fn before(y: f64, (from, to): (f64, f64)) -> Html {
    const HALF: f64 = 3.0;
    let tick = |x: f64| [Some((x, y - HALF)), Some((x, y + HALF)), None];
    let across = [Some((from, y)), Some((to, y))];
    let path = tick(from).into_iter().chain(tick(to)).chain(across);
    html! { <path class="hp-ghost" d={line_path(path)} /> }
}

fn label(place: &TornadoRow, end: &End, [result, input]: &[String; 2]) -> Html {
    let (x, anchor) = (px(end.text_x), end.anchor);
    let [above, below] = place.text_y.map(px);
    html! {
        <>
            <text class="hp-bar-text" text-anchor={anchor} x={x.clone()} y={above}>{ result }</text>
            <text class="hp-tornado-input" text-anchor={anchor} {x} y={below}>{ input }</text>
        </>
    }
}
