//! What pointer, touch and arrow keys read off a chart.

use std::rc::Rc;

use web_sys::{Element, PointerEvent};
use yew::prelude::*;

use super::card::caption_id;

/// How far Page Up and Page Down move the crosshair, in places.
const PAGE: i32 = 20;

/// A place of a chart that can be read: how many places from the first along x, and along y.
pub(super) type Place = (usize, usize);

/// A chart whose places can be read.
pub(super) trait Readable {
    /// The place nearest to a point of the drawing, px.
    fn under(&self, x: f64, y: f64) -> Option<Place>;

    /// The place so many steps to the right and down from another one, held at the ends; from
    /// nowhere, where reading starts. `None` where the chart has nothing in that direction.
    fn moved(&self, from: Option<Place>, steps: (i32, i32)) -> Option<Place>;

    /// What is read at a place; `None` where there is no such place any more.
    fn read(&self, at: Place) -> Option<String>;
}

/// An index so many steps further on, held within `0..count`.
pub(super) fn shifted(index: usize, steps: i32, count: usize) -> usize {
    index
        .saturating_add_signed(steps as isize)
        .min(count.saturating_sub(1))
}

/// The place so many steps further on, right and down alike, in a chart whose `count` places follow one
/// another; from nowhere the first, or backwards the last.
pub(super) fn along(from: Option<Place>, (right, down): (i32, i32), count: usize) -> Option<Place> {
    let steps = if down == 0 { right } else { down };
    let last = count.checked_sub(1)?;
    let next = match from {
        Some((index, _)) => shifted(index, steps, count),
        None if steps < 0 && steps > i32::MIN || steps == i32::MAX => last,
        None => 0,
    };
    Some((next, 0))
}

/// "$26,103; December 2025: $38,698": what is read, and after the baseline's name what it was there, if it was
/// another.
pub(super) fn and_before(now: &str, baseline: Option<&str>, before: Option<String>) -> String {
    match baseline.zip(before) {
        Some((name, before)) => format!("{now}; {name}: {before}"),
        None => now.to_owned(),
    }
}

/// What is read, and what moves it.
pub(super) struct Reading {
    /// The place that is read.
    pub(super) at: Option<Place>,
    /// What is read there.
    pub(super) text: Option<AttrValue>,
    point: Callback<PointerEvent>,
    leave: Callback<PointerEvent>,
    blur: Callback<FocusEvent>,
    key: Callback<KeyboardEvent>,
}

/// Reads a chart that is drawn in `node`. The mouse reads while it is over the drawing; a tap reads
/// and what it read stays, as for keys, until the focus goes elsewhere.
#[hook]
pub(super) fn use_reading(node: &NodeRef, chart: Rc<dyn Readable>) -> Reading {
    let place = use_state_eq(|| None::<Place>);
    let text = place.and_then(|at| chart.read(at));
    let at = place.filter(|_| text.is_some());
    let set = place.setter();
    let point = {
        let (set, node, chart) = (set.clone(), node.clone(), Rc::clone(&chart));
        Callback::from(move |event: PointerEvent| {
            if let Some(plot) = node.cast::<Element>() {
                let corner = plot.get_bounding_client_rect();
                let x = f64::from(event.client_x()) - corner.left();
                let y = f64::from(event.client_y()) - corner.top();
                set.set(chart.under(x, y));
            }
        })
    };
    let leave = {
        let set = set.clone();
        Callback::from(move |event: PointerEvent| {
            // A finger that is lifted leaves too.
            if event.pointer_type() != "touch" {
                set.set(None);
            }
        })
    };
    let blur = {
        let set = set.clone();
        Callback::from(move |_: FocusEvent| set.set(None))
    };
    let key = Callback::from(move |event: KeyboardEvent| {
        let next = match event.key().as_str() {
            "Escape" => Some(None),
            key => steps(key)
                .and_then(|steps| chart.moved(at, steps))
                .map(Some),
        };
        if let Some(next) = next {
            event.prevent_default();
            set.set(next);
        }
    });
    Reading {
        at,
        text: text.map(AttrValue::from),
        point,
        leave,
        blur,
        key,
    }
}

/// How many steps to the right and down a key means.
fn steps(key: &str) -> Option<(i32, i32)> {
    Some(match key {
        "ArrowRight" => (1, 0),
        "ArrowLeft" => (-1, 0),
        "ArrowDown" => (0, 1),
        "ArrowUp" => (0, -1),
        "PageUp" => (PAGE, 0),
        "PageDown" => (-PAGE, 0),
        "Home" => (i32::MIN, 0),
        "End" => (i32::MAX, 0),
        _ => return None,
    })
}

impl Reading {
    /// The element that is pointed at and that takes the keys, around a drawing.
    pub(super) fn plot(self, id: &str, node: NodeRef, drawing: Html) -> Html {
        let Self {
            point,
            leave,
            blur,
            key,
            ..
        } = self;
        html! {
            <div class="hp-plot" ref={node} tabindex="0" role="group" aria-labelledby={caption_id(id)}
                onpointermove={point.clone()} onpointerdown={point} onpointerleave={leave}
                onblur={blur} onkeydown={key}>
                { drawing }
            </div>
        }
    }
}
