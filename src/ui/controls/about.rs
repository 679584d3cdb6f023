//! The help of an input: what it is, where its preset is from, what it accepts, and its marks.

use yew::prelude::*;

use super::gauge::full_name;
use crate::decimal::exact;
use crate::facts::Mark;
use crate::format::{end_text, input_text};
use crate::model::parameters::Key;
use crate::state::marks::ILLUSTRATIVE;

/// The id of an input's help.
pub fn about_id(input: Key) -> String {
    format!("hp-{}-about", input.name())
}

/// The button that opens the help, in the margin of its control.
pub fn about_button(input: Key, is_open: bool) -> Html {
    let name = input.name();
    let controls = is_open.then(|| about_id(input));
    html! {
        <button type="button" class="hp-about-button" aria-expanded={is_open.to_string()} aria-controls={controls}
            aria-label={format!("About {}", input.parameter().label)} data-about={name}>{ "?" }</button>
    }
}

/// The help.
pub fn about(input: Key, marks: &[Mark]) -> Html {
    let row = input.parameter();
    let preset = row.default.map(|value| input_text(input, value));
    let source = match row.source {
        ILLUSTRATIVE => html! { <em>{ "an illustrative figure" }</em> },
        source => html! { { source } },
    };
    let range = format!(
        "{} to {}",
        end_text(input, row.min),
        input_text(input, row.max)
    );
    let list = (!marks.is_empty()).then(|| {
        html! {
            <ul aria-label={format!("Reported: {}", row.label)}>
                { for marks.iter().map(|mark| entry(input, mark)) }
            </ul>
        }
    });
    html! {
        <div class="hp-about" id={about_id(input)}>
            <p>{ row.help }</p>
            <p>{ "Preset: " }{ preset.map(|text| html! { <><b>{ text }</b>{ ", " }</> }) }{ source }
                { format!(". Takes {range}.") }</p>
            { list }
        </div>
    }
}

/// A mark as a button that sets the input to it, with its source and what is to be known of it.
fn entry(input: Key, mark: &Mark) -> Html {
    let source = match mark.source {
        ILLUSTRATIVE => "an illustrative figure".to_owned(),
        source => format!("{source}. {}", mark.note),
    };
    html! {
        <li>
            <button type="button" data-set={format!("{}:{}", input.name(), exact(mark.value))}>
                <span>{ full_name(mark) }</span><b>{ input_text(input, mark.value) }</b>
            </button>
            <small>{ source }</small>
        </li>
    }
}
