//! One signal: state, since when, what it has meant, on what data.

use yew::prelude::*;

use crate::format;
use crate::model::signals::{Signal, State};

/// The signal as an item of the list.
pub(super) fn row(signal: &Signal) -> Html {
    let (state, class) = words(signal.state);
    // Its dates as people write them; a word is none.
    let basis = signal.basis.to_string();
    let basis = basis.split(' ').map(format::period).collect::<Vec<_>>();
    let basis = basis.join(" ");
    html! {
        <li class="hp-signal" data-signal={signal.key} data-state={class}>
            <div class="hp-signal-head">
                <h3>{ signal.name }</h3>
                <span class={format!("hp-state is-{class}")}>{ state }</span>
            </div>
            if let Some(reading) = reading(signal) {
                <p class="hp-signal-value">
                    <b>{ reading }</b>
                    if let Some(date) = signal.since {
                        { before_date(signal) }<span class="hp-signal-date">{ format::period(&date.to_string()) }</span>
                        { after_date(signal) }
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

/// Whether the date is that of the low that a revenue stands above, which holds since nothing.
fn dates_a_low(signal: &Signal) -> bool {
    signal.key == "revenue_low" && signal.state != State::On
}

fn before_date(signal: &Signal) -> &'static str {
    if dates_a_low(signal) {
        ", of "
    } else {
        " since "
    }
}

/// That a low is where the rows begin: whether it was one before them nobody knows.
fn after_date(signal: &Signal) -> &'static str {
    if dates_a_low(signal) && signal.since == signal.basis.from {
        ", the first row"
    } else {
        ""
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::parameters::Inputs;
    use crate::model::signals::signals;
    use crate::tables::read_history;

    /// What is said of revenues of three months.
    fn told(revenues: [u32; 3]) -> String {
        let [first, second, third] = revenues;
        let text = format!("date,revenue\n2025-10,{first}\n2025-11,{second}\n2025-12,{third}\n");
        let history = read_history(&text).unwrap().history;
        let all = signals(&history, &Inputs::default());
        let signal = all.iter().find(|signal| signal.key == "revenue_low");
        let signal = signal.unwrap();
        let date = format::period(&signal.since.unwrap().to_string());
        let reading = reading(signal).unwrap();
        let (before, after) = (before_date(signal), after_date(signal));
        format!("{reading}{before}{date}{after}")
    }

    #[test]
    fn a_low_has_a_date_and_a_state_has_a_beginning() {
        for (revenues, wanted) in [
            (
                [40_000, 50_000, 60_000],
                "50.0% above the previous low, of Oct 2025, the first row",
            ),
            (
                [50_000, 40_000, 60_000],
                "50.0% above the previous low, of Nov 2025",
            ),
            (
                [50_000, 40_000, 30_000],
                "25.0% below the previous low since Nov 2025",
            ),
        ] {
            assert_eq!(told(revenues), wanted);
        }
    }
}
