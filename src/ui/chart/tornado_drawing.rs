//! A tornado drawn.

use yew::prelude::*;

use super::axes::x_axis;
use super::drawing::{px, vertical};
use super::tornado::Tornado;
use crate::model::tornado::Bar;
use crate::plot::text_width;
use crate::plot::tornado::{End, TornadoLayout, TornadoRow};

/// Axis, today's result and the rows.
pub(super) fn content(tornado: &Tornado, layout: &TornadoLayout, read: Option<usize>) -> Html {
    let rows = tornado.bars.iter().zip(&layout.rows).enumerate();
    let rows = rows.map(|(at, (bar, place))| row(tornado, layout, bar, place, read == Some(at)));
    let (top, bottom) = (layout.frame.plot_top(), layout.frame.plot_bottom());
    let now = format!("now {}", tornado.text(tornado.today));
    // Near an edge it stands beside its line.
    let half = text_width(&now) / 2.0;
    let middle = layout.today.min(layout.frame.width - half).max(half);
    html! {
        <>
            { x_axis(&layout.ticks, &layout.frame, Some((top, bottom))) }
            { vertical(layout.today, top - 6.0, bottom, "hp-today") }
            <text class="hp-tornado-today" text-anchor="middle" x={px(middle)} y={px(top - 10.0)}>{ now }</text>
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
    let texts = tornado.texts(bar);
    let ends = [0, 1].map(|end| {
        html! {
            <>
                { rect(layout, place, end) }
                { label(place, &place.ends[end], &texts[end]) }
            </>
        }
    });
    html! {
        <g class={classes!("hp-tornado-row", is_read.then_some("is-read"))} data-mark="tornado"
            data-key={bar.key.name()}>
            <rect class="hp-tornado-band" x="0" width={px(layout.frame.width)} y={px(place.top)}
                height={px(layout.row)} />
            <text class="hp-bar-name" x="0" y={px(place.name_y)}>{ bar.key.parameter().label }</text>
            { for ends }
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
