//! A native range input over a drawn track.

use yew::prelude::*;

use super::Losing;
use super::control::Props;
use crate::decimal::exact;
use crate::format::input_text;
use crate::model::parameters::Key;
use crate::plot::{Scale, pixels};
use crate::state::slider;

/// The slider of a control at a value, on a track with these ends. What does not follow the other
/// inputs, as the losing stretch does, is a component and is not drawn again with it.
pub fn slider(control: &Props, value: f64, ends: (f64, f64)) -> Html {
    let Props {
        input,
        baseline,
        beside,
        ..
    } = *control;
    let scale = slider::scale(input.parameter(), ends);
    let losing = control.losing.and_then(|losing| stretch(losing, &scale));
    html! {
        <>
            <svg class="hp-track" height="24" aria-hidden="true">
                <rect class="hp-track-bar" x="0" y="10" width="100%" height="4" rx="2" />
                { losing }
                { beside.map(|beside| beside.track(input, baseline, ends)) }
            </svg>
            <Thumb {input} {value} {ends} is_looked_at={control.scene.is_some()} />
        </>
    }
}

/// What the native input shows.
#[derive(PartialEq, Properties)]
struct ThumbProps {
    input: Key,
    value: f64,
    ends: (f64, f64),
    is_looked_at: bool,
}

/// The native input, whose thumb lies over the track. It moves over places 0 … 1 of it; what that
/// means stands in its value text.
#[component]
fn Thumb(props: &ThumbProps) -> Html {
    let ThumbProps { input, value, .. } = *props;
    let row = input.parameter();
    let scale = slider::scale(row, props.ends);
    let place = scale.clamped(value).unwrap_or_default();
    let described_by = props.is_looked_at.then(|| gauge_id(input));
    html! {
        <input type="range" min="0" max="1" step="any" value={exact(place)}
            aria-label={row.label} aria-valuetext={input_text(input, value)} aria-describedby={described_by}
            data-param={row.key} data-value={exact(value)} />
    }
}

/// The id of what a slider shows while it is looked at.
pub fn gauge_id(input: Key) -> String {
    format!("hp-{}-gauge", input.name())
}

/// The losing stretch of the track, and a notch at the break-even.
fn stretch(losing: Losing, scale: &Scale) -> Option<Html> {
    let breakeven = losing.breakeven();
    let edge = scale
        .clamped(breakeven)
        .or((breakeven <= 0.0).then_some(0.0))?;
    let (from, to) = match losing {
        Losing::Below(_) => (0.0, edge),
        Losing::Above(_) => (edge, 1.0),
    };
    let notch = (0.0..=1.0).contains(&edge) && from < to;
    // Shapes of which one attribute follows the break-even: it moves at each step of another slider.
    Some(html! {
        <>
            <line class="hp-track-losing" x1={percent_text(from)} x2={percent_text(to)} y1="12" y2="12" />
            if notch {
                <rect class="hp-track-breakeven" x={percent_text(edge)} y="7" width="2" height="10" />
            }
        </>
    })
}

/// A place along the track (0 … 1) in %.
pub fn percent_text(place: f64) -> String {
    format!("{}%", pixels(100.0 * place))
}
