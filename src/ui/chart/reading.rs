//! What pointer, touch and arrow keys read off a line chart.

use web_sys::{Element, PointerEvent};
use yew::prelude::*;

use super::curve::Lines;
use super::drawing::{dot, vertical};
use super::references::Told;
use crate::plot::line_chart::LineLayout;
use crate::plot::nearest_index;

/// How far Page Up and Page Down move the crosshair, in points.
const PAGE: usize = 20;

/// The point nearest to the pointer over the plot at `node`.
pub(super) fn index_under(
    event: &PointerEvent,
    node: &NodeRef,
    lines: &Lines,
    layout: &LineLayout,
) -> Option<usize> {
    let plot = node.cast::<Element>()?.get_bounding_client_rect();
    let x = f64::from(event.client_x()) - plot.left();
    nearest_index(&lines.x, layout.x.value(x))
}

/// Where a key moves the crosshair: `Some(None)` puts it away, `None` is no key of ours. The first
/// press starts at today's point.
pub(super) fn moved(key: &str, index: Option<usize>, lines: &Lines) -> Option<Option<usize>> {
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
pub(super) fn read(lines: &Lines, told: &[Told], index: usize) -> String {
    let values = lines.curves.iter().enumerate().map(|(which, curve)| {
        let (values, text) = told
            .get(which)
            .map_or((&curve.values, lines.y_text), |told| {
                (&told.values, told.text)
            });
        let value = values.get(index).map(|value| {
            if value.is_finite() {
                text.long(*value)
            } else {
                "unknown".to_owned()
            }
        });
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

pub(super) fn crosshair(lines: &Lines, layout: &LineLayout, index: Option<usize>) -> Html {
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
