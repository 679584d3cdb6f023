//! What stands at fixed places of a track: the baseline and the marks.

use yew::prelude::*;

use super::track::percent_text;
use crate::facts::Mark;
use crate::model::parameters::{Group, Key};
use crate::state::marks::{ILLUSTRATIVE, marks, place_of};
use crate::state::slider;

/// What stands at fixed places of a track.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The input.
    pub input: Key,
    /// Its value in the baseline.
    pub baseline: Option<f64>,
    /// The ends of the track.
    pub ends: (f64, f64),
}

/// The baseline, and below the bar the marks.
#[component]
pub fn Marks(props: &Props) -> Html {
    let scale = slider::scale(props.input.parameter(), props.ends);
    let percent = |value: f64| place_of(&scale, value).map(percent_text);
    let baseline = props.baseline.and_then(percent).map(|x| {
        html! { <line class="hp-track-baseline" x1={x.clone()} x2={x} y1="4" y2="20" /> }
    });
    let marks = marks(props.input);
    let marks = marks.iter().filter_map(|mark| {
        let x = percent(mark.value)?;
        let (class, ends) = shape(props.input, mark);
        Some(html! { <line {class} x1={x.clone()} x2={x} y1={ends[0]} y2={ends[1]} data-mark={mark.label} /> })
    });
    html! { <>{ baseline }{ for marks }</> }
}

/// How a mark looks, and from where to where it is drawn: a dot for what was announced or reported
/// of a site, a square for what was reported of market and machines, a tick for what is assumed.
fn shape(input: Key, mark: &Mark) -> (&'static str, [&'static str; 2]) {
    /// A line of hardly any length is what its caps are: round or square.
    const CAPS: [&str; 2] = ["18.5", "18.51"];
    if mark.source == ILLUSTRATIVE {
        return ("hp-mark is-assumed", ["16", "21"]);
    }
    match input.parameter().group {
        Group::Lease | Group::Build | Group::Finance => ("hp-mark is-deal", CAPS),
        _ => ("hp-mark", CAPS),
    }
}
