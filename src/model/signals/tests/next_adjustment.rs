//! Where difficulty goes next.

use super::*;
use crate::model::tests::with;
use State::{NotEnoughData, Off, On};

/// Difficulty that implies 1,045 EH/s.
fn of_1045() -> f64 {
    Inputs::default().difficulty().to_number()
}

fn assert_near(signal: &Signal, expected: f64) {
    let value = signal.value.expect("is measured");
    assert!(
        (value - expected).abs() < 1e-12,
        "{value} is not {expected}"
    );
}

#[test]
fn realised_hashrate_of_the_inputs_says_where_difficulty_goes() {
    let rows = every(14, "hashrate", &[1_000.0, 990.0]);
    for (realised, expected, state) in [
        (1_045.0, 0.0, Off),
        (940.5, -0.1, On),
        (1_149.5, 0.1, Off),
        // One retarget does no more than quarter or quadruple.
        (104.5, -0.75, On),
        (20_000.0, 3.0, Off),
    ] {
        let inputs = with(&[("realised_hashrate", realised)]);
        let signal = signal_at("next_adjustment", &rows, &inputs);
        assert_near(&signal, expected);
        assert_eq!((signal.state, signal.since), (state, None), "{realised}");
        assert_eq!(signal.basis.to_string(), "the inputs");
    }
}

#[test]
fn rows_of_the_last_epoch_say_where_difficulty_goes() {
    let d = of_1045();
    let both = |hashrate, difficulty| [("hashrate", hashrate), ("difficulty", difficulty)];
    let rows = history(&[
        ("2025-01-01", &both(2_000.0, 2.0 * d)),
        ("2025-01-02", &both(900.0, d)),
        ("2025-01-03", &[("hashrate", 5_000.0)]),
        ("2025-01-04", &both(981.0, d)),
        ("2025-01-05", &[("difficulty", 3.0 * d)]),
    ]);
    let signal = signal("next_adjustment", &rows);
    assert_near(&signal, -0.1);
    assert_eq!((signal.state, signal.at_least), (On, false));
    assert_eq!(
        signal.basis.to_string(),
        "2 rows days apart, 2025-01-02 to 2025-01-04"
    );
    assert_eq!(signal.since, Some(date("2025-01-02")));
}

#[test]
fn one_day_is_enough_for_the_next_adjustment_and_a_month_is_not() {
    let both = [("hashrate", 1_254.0), ("difficulty", of_1045())];
    let day = signal("next_adjustment", &history(&[("2025-01-01", &both)]));
    assert_near(&day, 0.2);
    assert!(day.at_least);
    let month = signal("next_adjustment", &history(&[("2025-01", &both)]));
    assert_says(&month, NotEnoughData, None, "", false);
    let months = history(&[("2025-01-01", &both), ("2025-01-31", &both)]);
    assert_says(
        &signal("next_adjustment", &months),
        NotEnoughData,
        None,
        "",
        false,
    );
    let sparse = history(&[("2025-01-01", &both), ("2025-05-01", &both)]);
    assert_says(
        &signal("next_adjustment", &sparse),
        NotEnoughData,
        None,
        "",
        false,
    );
}
