//! Under the thumb of a slider that is looked at: the view's headline over the whole track, the nearest mark
//! by its name, and what else stands on the track: the baseline and the break-even.

use yew::prelude::*;

use super::control::Scene;
use super::track::{gauge_id, percent_text};
use super::{Beside, Losing, beside};
use crate::facts::Mark;
use crate::format::{amount, input_text};
use crate::model::outputs::Output;
use crate::model::parameters::{Inputs, Key};
use crate::plot::pixels;
use crate::plot::sparkline;
use crate::state::headline::{Headline, headline, without};
use crate::state::{State, View, marks, slider};
use crate::ui::class;

/// Size of the curve's box: its width stretches to the track's.
const SIZE: (f64, f64) = (100.0, 40.0);

/// What the gauge of a slider shows.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The input.
    pub input: Key,
    /// Its value, in the unit of its row.
    pub value: f64,
    /// The ends of its track.
    pub ends: (f64, f64),
    /// State, results and the mark under the pointer.
    pub scene: Scene,
}

/// What a curve depends on. The input's own value is not among it: dragging computes nothing.
type CurveOf = (View, Key, (f64, f64), Inputs);

/// The gauge. It takes no pointer: what lies under it can be pressed.
#[component]
pub fn Gauge(
    Props {
        input,
        value,
        ends,
        scene,
    }: &Props,
) -> Html {
    let state = &scene.state;
    let inputs = without(&state.inputs, *input);
    let curve: CurveOf = (state.view, *input, *ends, inputs);
    let headline = use_memo(curve, |(view, key, ends, inputs)| {
        headline(*view, inputs, *key, *ends)
    });
    let scale = slider::scale(input.parameter(), *ends);
    let place = scale.clamped(*value).unwrap_or_default();
    let marks = marks::marks(*input);
    let near = scene
        .mark
        .or_else(|| marks::nearest(&marks, &scale, place).map(|(index, _)| index));
    let curve = headline
        .as_ref()
        .as_ref()
        .map(|headline| drawn(headline, scene, place));
    let near = near.and_then(|index| marks.get(index));
    let names = names(*input, *value, near.map(|mark| (mark, &marks[..])), scene);
    let is_empty = curve.is_none() && names.is_empty();
    html! {
        <div class="hp-gauge" id={gauge_id(*input)} hidden={is_empty}>
            { curve }
            { for names.into_iter().map(|name| name.row(*input)) }
        </div>
    }
}

/// What stands on a track at a value, and how it is called.
struct Name {
    class: Option<&'static str>,
    words: String,
    value: f64,
}

impl Name {
    /// The name on the left, the value on the right.
    fn row(self, input: Key) -> Html {
        let class = class::with("hp-near", &[self.class]);
        html! { <p {class}><span>{ self.words }</span><b>{ input_text(input, self.value) }</b></p> }
    }
}

/// The nearest mark with all that say the same, the baseline where it is another value than the input's, and the
/// break-even.
fn names(input: Key, value: f64, near: Option<(&Mark, &[Mark])>, scene: &Scene) -> Vec<Name> {
    let near = near.map(|(mark, all)| Name {
        class: None,
        words: words(mark, all),
        value: mark.value,
    });
    let baseline = scene.state.baseline.effective(input);
    let baseline = baseline.filter(|baseline| !marks::is_same(*baseline, value));
    let is_near = |at: f64| {
        near.as_ref()
            .is_some_and(|near| marks::is_same(near.value, at))
    };
    let (near, baseline) = match baseline {
        Some(at) if is_near(at) => (
            near.map(|near| Name {
                words: format!("{}; baseline", near.words),
                ..near
            }),
            None,
        ),
        other => (near, other),
    };
    let own = |class, words: &str, value| Name {
        class,
        words: words.to_owned(),
        value,
    };
    let losing = beside::losing(Some(Beside::HERE), &scene.now, input);
    let breakeven = losing.map(Losing::breakeven).filter(|at| *at > 0.0);
    [
        near,
        baseline.map(|at| own(None, "baseline", at)),
        breakeven.map(|at| own(Some("is-breakeven"), "break-even", at)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The curve with zero and today, and the result at both ends and today.
fn drawn(headline: &Headline, scene: &Scene, place: f64) -> Html {
    let Headline { output, values } = headline;
    let today = (output.value)(&scene.now);
    let line = sparkline(values, today, SIZE);
    let text = |value: Option<f64>| value.map(|value| shown(output, value, &scene.state));
    let zero = pixels(line.zero);
    let dot = line.today.map(|y| {
        html! { <circle class="hp-spark-today" cx={percent_text(place)} cy={pixels(y)} r="4" /> }
    });
    html! {
        <>
            <p><span>{ output.label }</span><b>{ text(today) }</b></p>
            <svg class="hp-spark" height="40" aria-hidden="true">
                <svg viewBox="0 0 100 40" width="100%" height="40" preserveAspectRatio="none">
                    <rect class="hp-spark-loss" y={zero.clone()} width="100" height="40" />
                    <path d={line.path} />
                </svg>
                <line class="hp-spark-zero" x2="100%" y1={zero.clone()} y2={zero} />
                { dot }
            </svg>
            <p class="hp-spark-ends" aria-hidden="true">
                <span>{ text(values.first().copied().flatten()) }</span>
                <span>{ text(values.last().copied().flatten()) }</span>
            </p>
        </>
    }
}

fn shown(output: &Output, value: f64, state: &State) -> String {
    amount(output.unit, value, state.unit, state.inputs.btc_price()).number()
}

/// The name of a mark and of whoever else says the same.
fn words(mark: &Mark, all: &[Mark]) -> String {
    let same = all
        .iter()
        .filter(|other| marks::is_same(other.value, mark.value));
    let names: Vec<String> = same.map(full_name).collect();
    names.join("; ")
}

/// A mark's name and date, which is not broken across lines; a mean says that it is one.
pub fn full_name(mark: &Mark) -> String {
    let mean = if mark.is_mean { ", mean rent" } else { "" };
    match mark.date {
        "" | "undated" => format!("{}{mean}", mark.label),
        date => format!("{}, {}{mean}", mark.label, date.replace('-', "\u{2011}")),
    }
}
