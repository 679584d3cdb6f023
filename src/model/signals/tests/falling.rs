//! Runs of falling hashrate and difficulty.

use super::*;
use State::{Near, NotEnoughData, Off, On};

#[test]
fn months_of_falling_hashrate_are_counted_up_to_the_last() {
    let table: [Case<(&str, f64)>; 9] = [
        (&[("2025-12", 1045.0)], NotEnoughData, None, "", false),
        (
            &[("2025-11", 1074.0), ("2025-12", 1045.0)],
            NotEnoughData,
            Some(1.0),
            "2025-12",
            true,
        ),
        (
            &[("2025-11", 1045.0), ("2025-12", 1074.0)],
            Off,
            Some(0.0),
            "",
            false,
        ),
        (
            &[("2025-11", 1045.0), ("2025-12", 1045.0)],
            Off,
            Some(0.0),
            "",
            false,
        ),
        (
            &[
                ("2025-10", 1074.0),
                ("2025-11", 1074.0),
                ("2025-12", 1045.0),
            ],
            Near,
            Some(1.0),
            "2025-12",
            false,
        ),
        (
            &[
                ("2025-09", 1031.0),
                ("2025-10", 1082.0),
                ("2025-11", 1074.0),
                ("2025-12", 1045.0),
            ],
            On,
            Some(2.0),
            "2025-11",
            false,
        ),
        (
            &[
                ("2025-10", 1082.0),
                ("2025-11", 1074.0),
                ("2025-12", 1045.0),
            ],
            On,
            Some(2.0),
            "2025-11",
            true,
        ),
        // A month is missing: nobody knows whether December fell.
        (
            &[
                ("2025-08", 1082.0),
                ("2025-09", 1074.0),
                ("2025-10", 1050.0),
                ("2025-12", 1045.0),
            ],
            NotEnoughData,
            None,
            "",
            false,
        ),
        // A month is missing before the run: it may be longer.
        (
            &[
                ("2025-07", 1099.0),
                ("2025-08", 1090.0),
                ("2025-10", 1082.0),
                ("2025-11", 1074.0),
            ],
            NotEnoughData,
            Some(1.0),
            "2025-11",
            true,
        ),
    ];
    for (rows, state, value, since, at_least) in table {
        let signal = signal("falling_hashrate", &months("hashrate", rows));
        assert_says(&signal, state, value, since, at_least);
        assert_eq!(signal.unit, "months in a row");
    }
}

#[test]
fn a_missing_month_is_named() {
    let rows = months("hashrate", &[("2025-09", 1031.0), ("2025-12", 1045.0)]);
    assert_eq!(
        signal("falling_hashrate", &rows).missing.as_deref(),
        Some("rows with a hashrate at most 45 days apart: the last two are of 2025-09 and 2025-12")
    );
}

#[test]
fn rows_45_days_apart_are_neighbours_and_46_are_not() {
    let hashrates = [1_000.0, 990.0, 980.0];
    let near = signal("falling_hashrate", &every(45, "hashrate", &hashrates));
    assert_says(&near, On, Some(2.0), "2025-02-15", true);
    let far = signal("falling_hashrate", &every(46, "hashrate", &hashrates));
    assert_says(&far, NotEnoughData, None, "", false);
}

#[test]
fn rows_14_days_apart_count_as_epochs() {
    let rows = every(14, "hashrate", &[1_000.0, 1_010.0, 990.0, 980.0, 970.0]);
    let signal = signal("falling_hashrate", &rows);
    assert_says(&signal, On, Some(3.0), "2025-01-29", false);
    assert_eq!(signal.unit, "epochs in a row");
}

#[test]
fn daily_rows_count_by_the_means_of_whole_months() {
    // Noise from day to day, a steady fall from month to month. 20 March is the 79th day.
    let level = |day: usize| match day {
        ..31 => 1_000.0,
        31..59 => 990.0,
        _ => 980.0,
    };
    let values: Vec<f64> = (0..80)
        .map(|day| level(day) + f64::from(day % 2 == 0))
        .collect();
    let short_march = signal("falling_hashrate", &every(1, "hashrate", &values[..79]));
    assert_says(&short_march, NotEnoughData, Some(1.0), "2025-02", true);
    let march = signal("falling_hashrate", &every(1, "hashrate", &values));
    assert_says(&march, On, Some(2.0), "2025-02", true);
    assert_eq!(march.unit, "months in a row");
    assert_eq!(march.basis.rows, 80);
}

#[test]
fn a_month_counts_with_its_mean() {
    // February ends far below its beginning, but its mean is above January's.
    let mut values = vec![1_000.0; 31];
    values.extend([1_100.0; 20]);
    values.extend([900.0; 8]);
    let rows = every(1, "hashrate", &values);
    assert_says(
        &signal("falling_hashrate", &rows),
        Off,
        Some(0.0),
        "",
        false,
    );
    // 20·1,100 + 8·750 over 28 days are exactly 1,000.
    values[51..].fill(750.0);
    let rows = every(1, "hashrate", &values);
    assert_says(
        &signal("falling_hashrate", &rows),
        Off,
        Some(0.0),
        "",
        false,
    );
    values[51..].fill(749.0);
    let rows = every(1, "hashrate", &values);
    assert_says(
        &signal("falling_hashrate", &rows),
        NotEnoughData,
        Some(1.0),
        "2025-02",
        true,
    );
}

#[test]
fn three_negative_adjustments_in_a_row_are_capitulation() {
    let table: [Case<f64>; 8] = [
        (&[150e12], NotEnoughData, None, "", false),
        (&[150e12, 150e12], NotEnoughData, None, "", false),
        (
            &[150e12, 149e12],
            NotEnoughData,
            Some(1.0),
            "2025-01-15",
            true,
        ),
        (
            &[150e12, 151e12, 149e12],
            Off,
            Some(1.0),
            "2025-01-29",
            false,
        ),
        (
            &[150e12, 151e12, 149e12, 148e12],
            Near,
            Some(2.0),
            "2025-01-29",
            false,
        ),
        (
            &[150e12, 149e12, 148e12, 147e12],
            On,
            Some(3.0),
            "2025-01-15",
            true,
        ),
        (
            &[140e12, 150e12, 149e12, 148e12, 147e12],
            On,
            Some(3.0),
            "2025-01-29",
            false,
        ),
        (
            &[150e12, 149e12, 148e12, 147e12, 148e12],
            Off,
            Some(0.0),
            "",
            false,
        ),
    ];
    for (difficulties, state, value, since, at_least) in table {
        let rows = every(14, "difficulty", difficulties);
        assert_says(
            &signal("negative_adjustments", &rows),
            state,
            value,
            since,
            at_least,
        );
    }
}

#[test]
fn days_that_share_a_difficulty_are_one_epoch() {
    let values: Vec<f64> = [150e12, 151e12, 149e12, 148e12, 147e12]
        .into_iter()
        .flat_map(|difficulty| [difficulty; 14])
        .collect();
    let rows = every(1, "difficulty", &values);
    assert_says(
        &signal("negative_adjustments", &rows),
        On,
        Some(3.0),
        "2025-01-29",
        false,
    );
}

#[test]
fn months_show_no_adjustments() {
    let rows = every(30, "difficulty", &[150e12, 149e12, 148e12, 147e12]);
    let signal = signal("negative_adjustments", &rows);
    assert_says(&signal, NotEnoughData, None, "", false);
    assert_eq!(
        signal.missing.as_deref(),
        Some("rows with a difficulty, at most an epoch of about 14 days apart")
    );
}

#[test]
fn adjustments_before_a_gap_do_not_count() {
    let rows = months(
        "difficulty",
        &[
            ("2025-01-01", 150e12),
            ("2025-01-15", 149e12),
            ("2025-01-29", 148e12),
            ("2025-06-01", 147e12),
            ("2025-06-15", 146e12),
            ("2025-06-29", 145e12),
        ],
    );
    let signal = signal("negative_adjustments", &rows);
    assert_says(&signal, NotEnoughData, Some(2.0), "2025-06-15", true);
}
