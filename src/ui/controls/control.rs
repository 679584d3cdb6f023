//! One input's control.

use std::rc::Rc;

use yew::prelude::*;

use super::about::about_button;
use super::beside::{is_noted_later, marks_of};
use super::draft::refusal;
use super::number_field::NumberField;
use super::track::slider as drawn_slider;
use super::{Beside, Losing};
use crate::decimal::exact;
use crate::facts::Mark;
use crate::format::{end_text, input_text, input_unit};
use crate::model::Evaluation;
use crate::model::parameters::{Inputs, Key, SliderScale};
use crate::state::marks::mark_at;
use crate::state::{Action, State, slider};
use crate::ui::class;

/// What a slider shows while it is looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// The state of the page.
    pub state: Rc<State>,
    /// The results.
    pub now: Rc<Evaluation>,
    /// The number of the mark under the pointer.
    pub mark: Option<usize>,
}

/// What a control shows and where its field's actions go. All of it is small: a control that
/// nothing happens to compares equal and is not drawn again.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The input.
    pub input: Key,
    /// Its value, in the unit of its row; an optional input may be absent.
    pub value: Option<f64>,
    /// Its value in the baseline.
    pub baseline: Option<f64>,
    /// Where money is lost, if anywhere.
    pub losing: Option<Losing>,
    /// The other display of the same quantity (the network hashrate, EH/s, beside difficulty), or
    /// what an absent input follows.
    pub other: Option<f64>,
    /// Whether it is one of the four main ones.
    pub main: bool,
    /// Whether a phone shows it.
    pub chosen: bool,
    /// Whether its help is open.
    pub about: bool,
    /// What it shows while it is looked at.
    pub scene: Option<Scene>,
    /// The functions behind marks, curve and help.
    pub beside: Option<Beside>,
    /// Takes actions.
    pub act: Callback<Action>,
}

/// Label, number field, steppers, reset, slider, what stands under the track, and the help.
#[component]
pub fn Control(props: &Props) -> Html {
    let (input, is_open) = (props.input, props.about);
    let key = input.name();
    let class = class::with(
        "hp-control",
        &[
            props.main.then_some("is-main"),
            props.chosen.then_some("is-chosen"),
        ],
    );
    let marks = use_memo((props.beside, input), |(beside, input)| {
        marks_of(*beside, *input)
    });
    // What comes and goes keeps its place: otherwise its neighbours would be made anew, and lose
    // the focus.
    let help = props
        .beside
        .filter(|_| is_open)
        .map(|beside| beside.about(input, &marks))
        .unwrap_or_default();
    let Some(value) = props.value else {
        return html! {
            <div {class} data-absent={key}>
                <div class="hp-control-row">
                    { about_button(input, is_open) }
                    <span class="hp-label">{ input.parameter().label }</span>
                    { absence(input, props.other) }
                </div>
                { help }
            </div>
        };
    };
    html! {
        <div {class} data-control={key}>
            <Row {input} {value} about={props.about} act={props.act.clone()} />
            { slider_and_notes(props, value, &marks) }
            { help }
        </div>
    }
}

/// What of a control does not follow the other inputs, as break-evens on its track do.
#[derive(PartialEq, Properties)]
struct RowProps {
    input: Key,
    value: f64,
    about: bool,
    act: Callback<Action>,
}

/// Label, reset, steppers, field, unit.
#[component]
fn Row(props: &RowProps) -> Html {
    let RowProps { input, value, .. } = *props;
    let id = field_id(input);
    html! {
        <div class="hp-control-row">
            { about_button(input, props.about) }
            <label class="hp-label" for={id.clone()}>{ input.parameter().label }</label>
            { reset_button(input, value) }
            { step_button(input, -1) }
            <NumberField {input} {value} {id} act={props.act.clone()} />
            { step_button(input, 1) }
            <span class="hp-unit">{ input_unit(input) }</span>
        </div>
    }
}

/// Why what was typed into the field of an input was not taken, if it was not, where the control is not there to
/// say it.
pub fn refused(input: Key, value: Option<f64>) -> Html {
    let why = value.and_then(|value| refusal(&field_id(input), &exact(value)));
    why.map_or_else(Html::default, |why| unseen(&why))
}

/// Why something was not taken whose field is not there to say it.
pub fn unseen(why: &str) -> Html {
    html! { <p class="hp-field-error" role="alert">{ why }</p> }
}

fn field_id(input: Key) -> String {
    format!("hp-{}", input.name())
}

fn slider_and_notes(props: &Props, value: f64, marks: &[Mark]) -> Html {
    let Props { input, scene, .. } = props;
    let row = input.parameter();
    let ends = slider::track(row, value);
    let has_slider = row.scale != SliderScale::None;
    let gauge = props
        .beside
        .zip(scene.clone())
        .map(|(beside, scene)| beside.gauge(*input, value, ends, scene))
        .unwrap_or_default();
    html! {
        <>
            if has_slider {
                <div class="hp-slider">{ drawn_slider(props, value, ends) }{ gauge }</div>
            }
            { notes(props, value, ends, marks) }
        </>
    }
}

/// What an absent input is, and the way to give it a value of its own.
fn absence(input: Key, followed: Option<f64>) -> Html {
    let words = match input {
        Key::SpotPrice => "same as bitcoin price",
        _ => "same as network hashrate",
    };
    let set = followed.map(|value| format!("{}:{}", input.name(), exact(value)));
    html! {
        <>
            <span class="hp-absent">{ words }</span>
            <button type="button" class="hp-link" aria-label={format!("Set {}", input.parameter().label)}
                data-set={set}>{ "Set" }</button>
        </>
    }
}

fn step_button(input: Key, count: i32) -> Html {
    let (sign, what) = if count > 0 {
        ("+", "Raise")
    } else {
        ("\u{2212}", "Lower")
    };
    let label = format!("{what} {}", input.parameter().label);
    html! {
        <button type="button" class="hp-step" aria-label={label}
            data-step={format!("{}:{count}", input.name())}>{ sign }</button>
    }
}

/// Only there when there is something to reset; its place is kept.
fn reset_button(input: Key, value: f64) -> Html {
    let preset = Inputs::default().effective(input);
    let hidden = preset == Some(value);
    let label = input.parameter().label;
    let label = match preset {
        Some(preset) => format!("Reset {label} to {}", input_text(input, preset)),
        None => format!("Clear {label}"),
    };
    html! {
        <button type="button" class={class::with("hp-reset", &[hidden.then_some("is-away")])} disabled={hidden}
            title={label.clone()} aria-label={label} data-reset={input.name()}>{ "↺" }</button>
    }
}

/// Under the track: on the left the other display, or the mark that the value is at, or the ends;
/// on the right the break-even in words. Their place is kept on a track that has marks.
fn notes(props: &Props, value: f64, ends: (f64, f64), marks: &[Mark]) -> Html {
    let Props { input, losing, .. } = props;
    let is_noted = losing.is_some() || !marks.is_empty() || is_noted_later(props.beside, *input);
    if !props.main && !is_noted {
        return html! {};
    }
    let left = match (props.other, mark_at(marks, value)) {
        (Some(eh_s), _) => hashrate(eh_s, &props.act),
        // "Hut 8" of "Hut 8 – Fluidstack, River Bend": the whole name is in the help.
        (None, Some(mark)) => html! {
            <span class="hp-at-mark">
                { mark.label.split(" \u{2013} ").next() }{ mark.is_mean.then_some(", mean rent") }
            </span>
        },
        (None, None) => html! {
            <span>{ end_text(*input, ends.0) }{ " – " }{ end_text(*input, ends.1) }</span>
        },
    };
    let right = losing.map(|losing| html! { <b>{ losing.words(*input) }</b> });
    html! { <div class="hp-notes">{ left }{ right }</div> }
}

/// The network hashrate in a field of its own.
fn hashrate(eh_s: f64, act: &Callback<Action>) -> Html {
    let input = Key::NetworkHashrate;
    let id = field_id(input);
    html! {
        <>
            <label for={id.clone()}>{ "Hashrate" }</label>
            <NumberField {input} value={eh_s} {id} act={act.clone()} />
            <span class="hp-rest">{ input_unit(input) }</span>
        </>
    }
}
