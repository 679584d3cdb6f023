//! A native range input over a drawn track.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::Losing;
use super::control::Props;
use crate::format::input_text;
use crate::model::parameters::Key;
use crate::plot::pixels;
use crate::state::{Action, slider};

/// Steps of the page keys.
const PAGE: i32 = 10;

/// The slider of a control on a track with these ends. The native input moves over places 0 … 1
/// of the track; what it means stands in its value text.
pub fn slider(control: &Props, ends: (f64, f64)) -> Html {
    let Props {
        input, value, act, ..
    } = control.clone();
    let row = input.parameter();
    let place = slider::scale(row, ends).clamped(value).unwrap_or_default();
    let oninput = act.reform(move |event: InputEvent| {
        let place = event
            .target_unchecked_into::<HtmlInputElement>()
            .value_as_number();
        Action::Slide(input, slider::value_at(row, ends, place))
    });
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if let Some(action) = key_action(&event.key(), input, ends) {
            event.prevent_default();
            act.emit(action);
        }
    });
    html! {
        <div class="hp-slider">
            { track(control, ends) }
            <input type="range" min="0" max="1" step="any" value={place.to_string()} {oninput} {onkeydown}
                aria-label={row.label} aria-valuetext={input_text(input, value)}
                data-param={row.key} data-value={value.to_string()} />
        </div>
    }
}

/// Arrow keys go to the next round value, page keys ten of them, Home and End to the ends.
fn key_action(key: &str, input: Key, ends: (f64, f64)) -> Option<Action> {
    match key {
        "ArrowRight" | "ArrowUp" => Some(Action::Step(input, 1)),
        "ArrowLeft" | "ArrowDown" => Some(Action::Step(input, -1)),
        "PageUp" => Some(Action::Step(input, PAGE)),
        "PageDown" => Some(Action::Step(input, -PAGE)),
        "Home" => Some(Action::Slide(input, ends.0)),
        "End" => Some(Action::Slide(input, ends.1)),
        _ => None,
    }
}

/// The track: the losing stretch, a mark at the break-even and one at the baseline.
fn track(
    Props {
        input,
        baseline,
        losing,
        ..
    }: &Props,
    ends: (f64, f64),
) -> Html {
    let scale = slider::scale(input.parameter(), ends);
    let percent = |value: f64| scale.clamped(value).map(|place| 100.0 * place);
    let losing = losing.and_then(|losing| {
        let edge = percent(losing.breakeven()).or((losing.breakeven() <= 0.0).then_some(0.0))?;
        let (from, to) = match losing {
            Losing::Below(_) => (0.0, edge),
            Losing::Above(_) => (edge, 100.0),
        };
        Some(html! {
            <rect class="hp-track-losing" x={percent_text(from)} y="10" height="4"
                width={percent_text(to - from)} rx="2" />
        })
    });
    let mark = percent(*baseline).map(|place| {
        let x = percent_text(place);
        html! { <line class="hp-track-baseline" x1={x.clone()} x2={x} y1="5" y2="19" /> }
    });
    html! {
        <svg class="hp-track" height="24" aria-hidden="true">
            <rect class="hp-track-bar" x="0" y="10" width="100%" height="4" rx="2" />
            { losing }
            { mark }
        </svg>
    }
}

/// A place along the track, %.
fn percent_text(percent: f64) -> String {
    format!("{}%", pixels(percent))
}
