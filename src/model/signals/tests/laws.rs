//! Laws over random histories.

use proptest::prelude::*;

use super::*;
use crate::model::difficulty_lag::simulate;
use crate::model::parameters::{Key, arbitrary};
use State::{NotEnoughData, Off};

/// Histories of days with gaps, some numbers missing.
fn histories() -> impl Strategy<Value = Vec<Observation>> {
    let value = |column: Column| {
        let accepted = column.accepted();
        prop_oneof![
            Just(None),
            (0_i32..8).prop_map(move |step| {
                let t = f64::from(step) / 8.0;
                Some(accepted.min + (accepted.max - accepted.min) * t)
            }),
        ]
    };
    let values = Column::ALL.map(value);
    let gap = prop_oneof![6 => Just(1), 2 => Just(14), 2 => Just(30), 1 => 46..90_i32];
    (gap.clone(), prop::collection::vec((gap, values), 0..90)).prop_map(|(usual, rows)| {
        let mut day = date("2020-01-01").day_number();
        let mut history = Vec::new();
        for (index, (gap, values)) in (0..).zip(rows) {
            day += if index % 5 == 4 { gap } else { usual };
            let numbers = Column::ALL.into_iter().zip(values);
            let entries = numbers.map(|(column, value)| (column.key(), Given::from(value)));
            let at = Date::from_day_number(day).to_string();
            let entries = entries.chain([("date", Given::Text(at))]);
            history.push(Observation::from_entries(index, entries).expect("is valid"));
        }
        history
    })
}

proptest! {
    #[test]
    fn the_order_of_rows_does_not_matter(rows in histories(), turn in 0_usize..90) {
        let mut turned = rows.clone();
        turned.rotate_left(turn % rows.len().max(1));
        turned.reverse();
        prop_assert_eq!(History::new(rows), History::new(turned));
    }

    #[test]
    fn every_signal_is_finite_and_says_what_is_missing(
        rows in histories(), inputs in arbitrary::inputs(),
    ) {
        let history = History::new(rows).expect("is valid");
        for signal in signals(&history, &inputs) {
            prop_assert!(signal.value.is_none_or(f64::is_finite), "{:?}", signal);
            let knows_little = signal.state == NotEnoughData;
            prop_assert_eq!(signal.missing.is_some(), knows_little, "{:?}", signal);
            prop_assert!(signal.since <= signal.basis.to, "{:?}", signal);
        }
    }

    #[test]
    fn a_rise_ends_every_run_of_falls(rows in histories()) {
        let with_both = rows.into_iter().filter(|row| {
            row.get(Column::Hashrate).is_some() && row.get(Column::Difficulty).is_some()
        });
        let mut rows: Vec<_> = with_both.collect();
        prop_assume!(rows.len() > 1);
        let last = rows[rows.len() - 1];
        let next = Date::from_day_number(last.date().day_number() + 14);
        let number = |column: Column| last.get(column).expect("is there");
        rows.push(row(&next.to_string(), &[
            ("hashrate", number(Column::Hashrate) * 1.01),
            ("difficulty", number(Column::Difficulty) * 1.01),
        ]));
        let history = History::new(rows).expect("is valid");
        for key in ["falling_hashrate", "negative_adjustments"] {
            let signal = signal(key, &history);
            // Days make months, which one row does not end.
            if signal.basis.spacing != Some(Spacing::Days) && signal.value.is_some() {
                prop_assert_eq!(said(&signal), (Off, Some(0.0), String::new(), false));
            }
        }
    }

    #[test]
    fn the_next_adjustment_of_a_simulated_path_is_its_own(inputs in arbitrary::inputs()) {
        let inputs = inputs.with(Key::RealisedHashrate, None).expect("may be absent");
        let path = simulate(&inputs);
        let rows = History::from_simulation(&path, date("2026-01-01"));
        prop_assert!(rows.rows().len() <= path.epochs.len() && !rows.rows().is_empty());
        let dates = rows.rows().windows(2);
        for pair in dates {
            prop_assert!(pair[0].date() < pair[1].date());
        }
        let [.., last] = path.epochs.as_slice() else { unreachable!() };
        let difficulty = |row: &Observation| row.get(Column::Difficulty).expect("is there");
        let before = rows.rows().iter().rev().nth(1).map(difficulty);
        if before.is_none_or(|before| (before / last.difficulty - 1.0).abs() > 1e-8) {
            let signal = signal_at("next_adjustment", &rows, &inputs);
            let value = signal.value.expect("is known");
            prop_assert!((value - last.difficulty_change).abs() < 1e-9, "{} {:?}", value, last);
        }
    }
}
