//! Picking one of several marks by pointer, touch and arrow keys: what [`super::reading`] is for curves.

use web_sys::{Element, PointerEvent};
use yew::prelude::*;

use super::card::caption_id;

/// The mark that is read, and what changes it.
pub(super) struct Pick {
    /// Its index, if one is read.
    pub(super) index: Option<usize>,
    set: UseStateSetter<Option<usize>>,
    count: usize,
}

/// Picks one of `count` marks; none at first.
#[hook]
pub(super) fn use_pick(count: usize) -> Pick {
    let picked = use_state_eq(|| None::<usize>);
    Pick {
        index: picked.filter(|index| *index < count),
        set: picked.setter(),
        count,
    }
}

impl Pick {
    /// The plot of the chart `id`; `under` tells which mark is at a place (px from its left upper edge).
    pub(super) fn plot(
        self,
        id: &str,
        node: &NodeRef,
        under: impl Fn(f64, f64) -> Option<usize> + 'static,
        drawing: Html,
    ) -> Html {
        let Self { index, set, count } = self;
        let pointer = {
            let (node, set) = (node.clone(), set.clone());
            Callback::from(move |event: PointerEvent| {
                let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
                if let Some(element) = node.cast::<Element>() {
                    let plot = element.get_bounding_client_rect();
                    set.set(under(x - plot.left(), y - plot.top()));
                }
            })
        };
        let put_away = set.clone();
        let leave = Callback::from(move |_: PointerEvent| put_away.set(None));
        let put_away = set.clone();
        let blur = Callback::from(move |_: FocusEvent| put_away.set(None));
        let keys = Callback::from(move |event: KeyboardEvent| {
            if let Some(next) = moved(&event.key(), index, count) {
                event.prevent_default();
                set.set(next);
            }
        });
        html! {
            <div class="hp-plot" ref={node} tabindex="0" role="group" aria-labelledby={caption_id(id)}
                onpointermove={pointer.clone()} onpointerdown={pointer} onpointerleave={leave}
                onblur={blur} onkeydown={keys}>
                { drawing }
            </div>
        }
    }
}

/// Where a key moves: `Some(None)` puts the reading away, `None` is no key of ours.
fn moved(key: &str, index: Option<usize>, count: usize) -> Option<Option<usize>> {
    let last = count.checked_sub(1)?;
    match key {
        "ArrowDown" | "ArrowRight" => Some(Some(index.map_or(0, |i| (i + 1).min(last)))),
        "ArrowUp" | "ArrowLeft" => Some(Some(index.map_or(last, |i| i.saturating_sub(1)))),
        "Home" => Some(Some(0)),
        "End" => Some(Some(last)),
        "Escape" => Some(None),
        _ => None,
    }
}
