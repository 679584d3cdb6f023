//! One input's control.

use yew::prelude::*;

use super::Losing;
use super::number_field::NumberField;
use super::slider::slider as drawn_slider;
use crate::format::{end_text, field_text, input_text, input_unit};
use crate::model::parameters::{Key, Parameter, SliderScale};
use crate::state::{Action, slider};

/// What a control shows and where its actions go.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The input.
    pub input: Key,
    /// Its value, in the unit of its row.
    pub value: f64,
    /// Its value in the baseline.
    pub baseline: f64,
    /// Where money is lost, if anywhere.
    pub losing: Option<Losing>,
    /// The other display of the same quantity: the network hashrate (EH/s) beside difficulty.
    pub other: Option<f64>,
    /// Whether it is one of the four main ones.
    pub main: bool,
    /// Whether a phone shows it.
    pub chosen: bool,
    /// Takes actions.
    pub act: Callback<Action>,
}

/// Label, number field, steppers, reset, slider, and what stands under the track.
#[component]
pub fn Control(props: &Props) -> Html {
    let Props {
        input, value, act, ..
    } = props.clone();
    let row = input.parameter();
    let id = format!("hp-{}", row.key);
    let ends = slider::track(row, value);
    let class = classes!(
        "hp-control",
        props.main.then_some("is-main"),
        props.chosen.then_some("is-chosen"),
    );
    let slider = (row.scale != SliderScale::None).then(|| drawn_slider(props, ends));
    html! {
        <div {class} data-control={row.key}>
            <div class="hp-control-row">
                <label for={id.clone()} title={help(row)}>{ row.label }</label>
                { reset_button(input, value, &act) }
                { step_button(input, -1, &act) }
                <NumberField {input} {value} {id} act={act.clone()} />
                { step_button(input, 1, &act) }
                <span class="hp-unit">{ input_unit(input) }</span>
            </div>
            { slider }
            { notes(props, ends) }
        </div>
    }
}

fn help(row: &Parameter) -> String {
    format!("{} Default: {}.", row.help, row.source)
}

fn step_button(input: Key, count: i32, act: &Callback<Action>) -> Html {
    let onclick = act.reform(move |_| Action::Step(input, count));
    let (sign, what) = if count > 0 {
        ("+", "Raise")
    } else {
        ("\u{2212}", "Lower")
    };
    let label = format!("{what} {}", input.parameter().label);
    html! {
        <button type="button" class="hp-step" aria-label={label} {onclick}
            data-step={format!("{}:{count}", input.name())}>{ sign }</button>
    }
}

/// Only there when there is something to reset; its place is kept.
fn reset_button(input: Key, value: f64, act: &Callback<Action>) -> Html {
    let onclick = act.reform(move |_| Action::Reset(input));
    let preset = crate::model::parameters::Inputs::default().effective(input);
    let hidden = preset == Some(value);
    let to = preset
        .map(|preset| input_text(input, preset))
        .unwrap_or_default();
    html! {
        <button type="button" class={classes!("hp-reset", hidden.then_some("is-away"))} disabled={hidden}
            title={format!("Reset to {to}")} aria-label={format!("Reset {} to {to}", input.parameter().label)}
            data-reset={input.name()} {onclick}>{ "↺" }</button>
    }
}

/// Under the track: the other display or the ends on the left, the break-even in words.
fn notes(
    Props {
        input,
        losing,
        other,
        main,
        ..
    }: &Props,
    ends: (f64, f64),
) -> Html {
    let left = match other {
        Some(eh_s) => format!("{} EH/s", field_text(Key::NetworkHashrate, *eh_s)),
        None => format!(
            "{} – {}",
            end_text(*input, ends.0),
            end_text(*input, ends.1)
        ),
    };
    let right = losing.map(|losing| html! { <b>{ losing.words(*input) }</b> });
    let shown = *main || losing.is_some();
    html! { if shown { <div class="hp-notes"><span>{ left }</span>{ right }</div> } }
}
