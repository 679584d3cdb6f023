//! Hash Ribbons.

use super::*;
use State::{NotEnoughData, Off, On, Recovered};

/// A step from 1,000 EH/s to `to` after `before` days, then `after` days there.
fn step(before: usize, to: f64, after: usize) -> History {
    let values = [vec![1_000.0; before], vec![to; after]].concat();
    every(1, "hashrate", &values)
}

#[test]
fn ribbons_need_60_days_in_a_row() {
    for (days, state) in [
        (29, NotEnoughData),
        (30, NotEnoughData),
        (59, NotEnoughData),
        (60, Off),
    ] {
        let rows = every(1, "hashrate", &vec![1_000.0; days]);
        assert_eq!(signal("hash_ribbons", &rows).state, state, "{days} days");
    }
    let rows = every(1, "hashrate", &[1_000.0; 59]);
    assert_eq!(
        signal("hash_ribbons", &rows).missing.as_deref(),
        Some("60 days in a row with a hashrate; the last rows have 59")
    );
    let rows = every(2, "hashrate", &[1_000.0; 100]);
    assert_says(
        &signal("hash_ribbons", &rows),
        NotEnoughData,
        None,
        "",
        false,
    );
    assert!(
        signal("hash_ribbons", &rows)
            .missing
            .expect("is said")
            .ends_with("the last rows have 1")
    );
}

#[test]
fn months_are_no_days() {
    let rows = months("hashrate", &[("2025-11", 1_000.0), ("2025-12", 1_000.0)]);
    assert!(
        signal("hash_ribbons", &rows)
            .missing
            .expect("is said")
            .ends_with("the last rows have 0")
    );
}

#[test]
fn a_day_that_is_missing_breaks_the_ribbons() {
    let mut rows = every(1, "hashrate", &[1_000.0; 120]).rows().to_vec();
    rows.remove(60);
    let broken = History::new(rows.clone()).expect("is valid");
    assert_eq!(signal("hash_ribbons", &broken).state, NotEnoughData);
    let restored = [rows, vec![row("2025-03-02", &[("hashrate", 1_000.0)])]].concat();
    let restored = History::new(restored).expect("is valid");
    assert_eq!(signal("hash_ribbons", &restored).state, Off);
}

#[test]
fn miners_capitulate_while_30_days_are_below_60() {
    // One low day among 60 pulls the 30 days below.
    assert_says(
        &signal("hash_ribbons", &step(60, 940.0, 1)),
        On,
        Some(998.0 / 999.0 - 1.0),
        "2025-03-02",
        false,
    );
    // The same on the first day that has a mean of 60: it may have begun earlier.
    assert_says(
        &signal("hash_ribbons", &step(59, 940.0, 1)),
        On,
        Some(998.0 / 999.0 - 1.0),
        "2025-03-01",
        true,
    );
    // 30 days later the means are 940 and 970, another 29 later 940 and 941.
    assert_says(
        &signal("hash_ribbons", &step(60, 940.0, 30)),
        On,
        Some(940.0 / 970.0 - 1.0),
        "2025-03-02",
        false,
    );
    assert_says(
        &signal("hash_ribbons", &step(60, 940.0, 59)),
        On,
        Some(940.0 / 941.0 - 1.0),
        "2025-03-02",
        false,
    );
}

#[test]
fn a_cross_back_counts_as_recovery_for_30_days() {
    // The 60th low day leaves no other in either mean: they are equal, and the fall is over.
    let crossed = signal("hash_ribbons", &step(60, 940.0, 60));
    assert_says(&crossed, Recovered, Some(0.0), "2025-04-30", false);
    let last = signal("hash_ribbons", &step(60, 940.0, 89));
    assert_says(&last, Recovered, Some(0.0), "2025-04-30", false);
    let later = signal("hash_ribbons", &step(60, 940.0, 90));
    assert_says(&later, Off, Some(0.0), "2025-04-30", false);
}

#[test]
fn a_rise_that_the_history_begins_with_is_no_recovery() {
    let rising = signal("hash_ribbons", &step(60, 1_060.0, 10));
    assert_says(
        &rising,
        Off,
        Some(1_020.0 / 1_010.0 - 1.0),
        "2025-03-01",
        true,
    );
}
