//! The same figures from a text: pasted, or of a file that is opened or dropped.

use yew::prelude::*;

use super::super::intake::Intake;
use super::{Held, report, take, use_held};
use crate::facts::live::{MOST_BYTES, Reading, Value, read_text};
use crate::state::{Action, Pad};
use crate::web::json;

/// Answers as they may look.
const EXAMPLE: &str =
    "{\"USD\": 88950, \"currentDifficulty\": 148195306640205, \"height\": 930300}";

/// What the texts are for.
#[derive(PartialEq, Properties)]
pub(super) struct Props {
    /// What stands in the field.
    pub(super) text: AttrValue,
    /// Takes actions.
    pub(super) act: Callback<Action>,
}

/// The field for a text, what was read from it, and the button that takes it over.
#[component]
pub(super) fn FromText(Props { text, act }: &Props) -> Html {
    let held = use_held();
    let read = use_memo(text.clone(), |text| read(text));
    html! {
        <details class="hp-live-text">
            <summary>{ "From a file or the clipboard" }</summary>
            <Intake pad={Pad::Live} label="Answers of the same API, or one object: paste JSON, or open or drop a file."
                example={EXAMPLE} file="Open a JSON file" accept=".json,.txt,application/json"
                text={text} act={act}>
                { told(&read, &held, act) }
            </Intake>
        </details>
    }
}

/// What a text says; nothing of an empty one.
fn read(text: &str) -> Option<Result<Vec<Reading>, String>> {
    if text.trim().is_empty() {
        return None;
    }
    if text.len() > MOST_BYTES {
        let most = MOST_BYTES / 1_024;
        return Some(Err(format!(
            "The text is longer than {most} kB: nothing of it is read."
        )));
    }
    Some(values(text).map(|values| read_text(&values)))
}

/// One JSON text, or one on each line.
fn values(text: &str) -> Result<Vec<Value>, String> {
    json::parse(text)
        .map(|value| vec![value])
        .or_else(|refused| {
            let lines = text.lines().filter(|line| !line.trim().is_empty());
            let values: Result<Vec<Value>, _> = lines.map(json::parse).collect();
            values.map_err(|_| format!("The text is no JSON: {refused}."))
        })
}

fn told(read: &Option<Result<Vec<Reading>, String>>, held: &Held, act: &Callback<Action>) -> Html {
    let readings = match read {
        None => return html! {},
        Some(Err(problem)) => {
            return html! { <p class="hp-problems" role="alert">{ problem.clone() }</p> };
        }
        Some(Ok(readings)) => readings,
    };
    let is_any = readings.iter().any(|reading| reading.value.is_ok());
    let onclick = {
        let (readings, act) = (readings.clone(), act.clone());
        Callback::from(move |_: MouseEvent| take(&readings, &act))
    };
    html! {
        <div class="hp-live-report">
            { report::rows(readings, held, held) }
            <button class="hp-button" type="button" data-live="take" disabled={!is_any} {onclick}>{ "Use these figures" }</button>
        </div>
    }
}
