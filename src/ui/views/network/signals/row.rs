//! One signal: state, since when, what it has meant, on what data.

use yew::prelude::*;

use crate::format;
use crate::model::signals::{Signal, State};

/// The signal as an item of the list.
pub(super) fn row(signal: &Signal) -> Html {
    let (state, class) = words(signal.state);
    // No line ends within a date.
    let basis = signal.basis.to_string().replace('-', "\u{2011}");
    html! {
        <li class="hp-signal" data-signal={signal.key} data-state={class}>
            <div class="hp-signal-head">
                <h3>{ signal.name }</h3>
                <span class={classes!("hp-state", format!("is-{class}"))}>{ state }</span>
            </div>
            if let Some(reading) = reading(signal) {
                <p class="hp-signal-value">
                    <b>{ reading }</b>
                    if let Some(date) = signal.since {
                        { " since " }<span class="hp-signal-date">{ format::period(&date.to_string()) }</span>
                    }
                </p>
            }
            if let Some(missing) = &signal.missing {
                <p class="hp-signal-missing">{ format!("Needs {missing}.") }</p>
            }
            <p class="hp-signal-meaning">{ signal.meaning }</p>
            <p class="hp-signal-basis">{ format!("Data: {basis}") }</p>
        </li>
    }
}

const fn words(state: State) -> (&'static str, &'static str) {
    match state {
        State::On => ("on", "on"),
        State::Near => ("near", "near"),
        State::Off => ("off", "off"),
        State::Recovered => ("recovered", "recovered"),
        State::NotEnoughData => ("not enough data", "unknown"),
    }
}

/// What was measured: "2 months in a row", "69% of $70 bn", "6.5% below the previous low".
fn reading(signal: &Signal) -> Option<String> {
    let value = signal.value?;
    let text = match signal.unit.strip_prefix("fraction") {
        Some("") => format::signed_percent(value, 1),
        Some(of) => match of.strip_prefix(" above") {
            Some(level) => {
                let side = if value < 0.0 { "below" } else { "above" };
                format!("{} {side}{level}", format::percent(value.abs(), 1))
            }
            None => format!("{}{of}", format::percent(value, 0)),
        },
        None => match format::number(value, 0).as_str() {
            "1" => format!("1 {}", signal.unit.replacen("s ", " ", 1)),
            count => format!("{count} {}", signal.unit),
        },
    };
    Some(if signal.at_least {
        format!("at least {text}")
    } else {
        text
    })
}
