//! What was read, from whom and when; what was not, why, and what is kept instead.

use yew::prelude::*;

use super::Held;
use crate::facts::live::Reading;
use crate::format::{date, input_text};
use crate::model::parameters::Key;
use crate::web::clock;

/// What came of asking.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Report {
    source: String,
    /// The minute in which the last answer came.
    time: String,
    readings: Vec<Reading>,
    before: Held,
}

impl Report {
    /// Of readings that are made now, while the inputs are those of `before`.
    pub(super) fn now(source: String, readings: Vec<Reading>, before: Held) -> Self {
        let (year, month, day, hour, minute) = clock::minute_utc();
        Self {
            source,
            time: format!("{}, {hour:02}:{minute:02} UTC", date(year, month, day)),
            readings,
            before,
        }
    }
}

/// The report, while the inputs are `held`.
pub(super) fn report(report: &Report, held: &Held) -> Html {
    let Report {
        source,
        time,
        readings,
        before,
    } = report;
    let taken = readings.iter().filter(|reading| reading.value.is_ok());
    let taken = taken.count();
    let all = readings.len();
    html! {
        <div class="hp-live-report" data-taken={taken.to_string()}>
            <p>{ format!("{taken} of {all} figures taken from {source}, {time}.") }</p>
            { rows(readings, before, held) }
        </div>
    }
}

/// A line for each figure that was read, and for each that was not.
pub(super) fn rows(readings: &[Reading], before: &Held, held: &Held) -> Html {
    let all = readings.iter().zip(before).zip(held);
    let read = all.clone().filter_map(|((reading, before), held)| {
        let value = reading.value.as_ref().ok()?;
        Some(read_row(reading.key, *value, *before, *held))
    });
    let kept: Vec<Html> = all
        .filter_map(|((reading, before), _)| {
            let reason = reading.value.as_ref().err()?;
            Some(kept_row(reading.key, reason, *before))
        })
        .collect();
    html! {
        <>
            <dl>{ for read }</dl>
            if !kept.is_empty() {
                <ul class="hp-problems" role="alert">{ for kept }</ul>
            }
        </>
    }
}

fn read_row(key: Key, value: f64, before: Option<f64>, held: Option<f64>) -> Html {
    let is_in_use = held == Some(value);
    let was = match before {
        _ if before == Some(value) => "unchanged".to_owned(),
        Some(before) => format!("was {}", input_text(key, before)),
        None => "was not given".to_owned(),
    };
    let note = if is_in_use {
        was
    } else {
        "not in use".to_owned()
    };
    html! {
        <div data-read={key.name()} data-in-use={is_in_use.to_string()}>
            <dt>{ key.parameter().label }</dt>
            <dd><b>{ input_text(key, value) }</b><span>{ note }</span></dd>
        </div>
    }
}

fn kept_row(key: Key, reason: &str, before: Option<f64>) -> Html {
    let label = key.parameter().label;
    let kept = match before {
        Some(before) => format!("kept at {}", input_text(key, before)),
        None => "still not given".to_owned(),
    };
    html! { <li data-kept={key.name()}><b>{ label }</b>{ format!(" {kept}: {reason}.") }</li> }
}
