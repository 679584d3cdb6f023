//! How many of the signals are on: of a history today, of a simulated path at its end and along the way.

use crate::format::period;
use crate::model::parameters::Inputs;
use crate::model::signals::{Date, History, Signal, State, signals};

/// "2 of the 3 signals with enough data are on, 1 near." Of a simulated path: "At the path's end (Dec 21, 2026) 0 of
/// 5 signals are on; along the way as many as 3 were, first on Feb 4, 2026."
pub(super) fn answer(found: &[Signal], history: &History, inputs: &Inputs) -> String {
    let told = told(found);
    let last = history.rows().last().filter(|_| history.is_simulated());
    let Some(last) = last else {
        return format!("{told}.");
    };
    let end = period(&last.date().to_string());
    match most_before_the_end(history, inputs) {
        Some((most, date)) if most > count(found, State::On) => format!(
            "At the path's end ({end}): {told}; along the way as many as {most} were, first on {}.",
            period(&date.to_string()),
        ),
        _ => format!("At the path's end ({end}): {told}, and along the way never more."),
    }
}

fn count(signals: &[Signal], state: State) -> usize {
    signals
        .iter()
        .filter(|signal| signal.state == state)
        .count()
}

fn told(found: &[Signal]) -> String {
    let (of, on, near) = (
        found.len(),
        count(found, State::On),
        count(found, State::Near),
    );
    let near = if near > 0 {
        format!(", {near} near")
    } else {
        String::new()
    };
    match of - count(found, State::NotEnoughData) {
        0 => "these data are not enough for any of the signals".to_owned(),
        told if told < of => {
            format!("{on} of the {told} signals with enough data are on{near}")
        }
        _ => format!("{on} of {of} signals are on{near}"),
    }
}

/// The most signals that were on at once before the last row, and the first date on which they were.
fn most_before_the_end(history: &History, inputs: &Inputs) -> Option<(usize, Date)> {
    let dates = history.rows().iter().map(|row| row.date());
    let before = dates.take(history.rows().len().saturating_sub(1));
    let counts = before.enumerate().map(|(row, date)| {
        let then = signals(&history.up_to(row + 1), inputs);
        (count(&then, State::On), date)
    });
    counts.reduce(|most, next| if next.0 > most.0 { next } else { most })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::difficulty_lag::simulate;
    use crate::model::tests::with;
    use crate::tables::read_history;

    fn path(btc_price: f64) -> String {
        let inputs = with(&[("btc_price", btc_price)]);
        let start = Date::parse("2025-12-31").unwrap();
        let history = History::from_simulation(&simulate(&inputs), start);
        answer(&signals(&history, &inputs), &history, &inputs)
    }

    #[test]
    fn a_path_is_judged_at_its_end_and_along_the_way() {
        let falling = path(45_000.0);
        assert!(falling.starts_with("At the path's end (Dec "), "{falling}");
        assert!(falling.contains("along the way as many as"), "{falling}");
        let rising = path(200_000.0);
        assert!(rising.contains("along the way never more"), "{rising}");
    }

    #[test]
    fn observed_rows_are_judged_on_the_last_alone() {
        let text = "date,revenue\n2025-10,50000\n2025-11,40000\n";
        let history = read_history(text).unwrap().history;
        let inputs = Inputs::default();
        let told = answer(&signals(&history, &inputs), &history, &inputs);
        assert!(told.starts_with("1 of the "), "{told}");
    }
}
