//! Revenue against its lowest, the cohort against its high.

use super::*;
use crate::model::tests::with;
use State::{Near, NotEnoughData, Off, On};

#[test]
fn revenue_is_on_at_a_new_low_and_near_within_10_percent() {
    let table: [(&[f64], State, Option<f64>, &str); 9] = [
        (&[40.0], NotEnoughData, None, ""),
        (&[40.0, 30.0], On, Some(-0.25), "2025-01-31"),
        (
            &[40.0, 30.0, 24.0],
            On,
            Some(24.0 / 30.0 - 1.0),
            "2025-01-31",
        ),
        (
            &[40.0, 30.0, 31.0, 24.0],
            On,
            Some(24.0 / 30.0 - 1.0),
            "2025-04-01",
        ),
        (&[40.0, 40.0], Near, Some(0.0), "2025-01-01"),
        (&[50.0, 40.0, 40.0], Near, Some(0.0), "2025-01-31"),
        (
            &[50.0, 40.0, 44.0],
            Near,
            Some(44.0 / 40.0 - 1.0),
            "2025-01-31",
        ),
        (
            &[50.0, 40.0, 44.1],
            Off,
            Some(44.1 / 40.0 - 1.0),
            "2025-01-31",
        ),
        (&[0.0, 0.0], Near, None, "2025-01-01"),
    ];
    for (revenues, state, value, since) in table {
        let rows = every(30, "revenue", revenues);
        assert_says(&signal("revenue_low", &rows), state, value, since, false);
    }
}

#[test]
fn the_cohort_is_measured_against_70_bn() {
    let table: [(&[f64], State, f64, &str, bool); 7] = [
        (&[70.0], On, 1.0, "2025-01-01", true),
        (&[69.9], Near, 69.9 / 70.0, "2025-01-01", true),
        (&[63.0], Near, 0.9, "2025-01-01", true),
        (&[62.9], Off, 62.9 / 70.0, "2025-01-01", true),
        (
            &[56.0, 70.0, 59.0, 48.0],
            Off,
            48.0 / 70.0,
            "2025-03-02",
            false,
        ),
        (&[56.0, 70.0, 77.0], On, 1.1, "2025-01-31", false),
        (&[56.0, 70.0, 65.0], Near, 65.0 / 70.0, "2025-03-02", false),
    ];
    for (caps, state, share, since, at_least) in table {
        let rows = every(30, "cohort_cap", caps);
        assert_says(
            &signal("cohort_cap", &rows),
            state,
            Some(share),
            since,
            at_least,
        );
    }
    for (cap, state) in [(48.0, Off), (63.0, Near), (70.0, On)] {
        let inputs = with(&[("market_cap", cap)]);
        let signal = signal_at("cohort_cap", &History::default(), &inputs);
        assert_says(&signal, state, Some(cap / 70.0), "", false);
    }
}
