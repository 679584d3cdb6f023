//! What a signal says of its data.

use super::*;
use State::{NotEnoughData, Off};

#[test]
fn without_rows_only_the_inputs_say_something() {
    for signal in signals(&History::default(), &Inputs::default()) {
        let from_inputs = signal.key == "cohort_cap";
        assert_eq!(
            signal.state,
            if from_inputs { Off } else { NotEnoughData },
            "{signal:?}"
        );
        let basis = if from_inputs { "the inputs" } else { "no rows" };
        assert_eq!(signal.basis.to_string(), basis);
        assert_eq!(signal.missing.is_some(), !from_inputs);
    }
}

#[test]
fn the_basis_names_rows_spacing_and_dates() {
    let one = signal(
        "falling_hashrate",
        &months("hashrate", &[("2025-12", 1045.0)]),
    );
    assert_eq!(one.basis.to_string(), "1 row, 2025-12");
    let rows = [
        ("2025-11", 1074.0),
        ("2025-12", 1045.0),
        ("2025-10", 1082.0),
    ];
    let three = signal("falling_hashrate", &months("hashrate", &rows));
    assert_eq!(
        three.basis.to_string(),
        "3 rows about a month apart, 2025-10 to 2025-12"
    );
    let json = serde_json::to_string(&three).expect("is JSON");
    assert!(
        json.starts_with(
            "{\"key\":\"falling_hashrate\",\"name\":\"Falling hashrate\",\"state\":\"on\",\
         \"value\":2.0,\"unit\":\"months in a row\",\"at_least\":true,\"since\":\"2025-11\","
        ),
        "{json}"
    );
    assert!(json.ends_with(
        "\"basis\":{\"from_inputs\":false,\"rows\":3,\"spacing\":\"months\",\"from\":\"2025-10\",\
         \"to\":\"2025-12\"},\"missing\":null}"
    ), "{json}");
}

#[test]
fn spacing_is_the_median_distance() {
    for (days, spacing) in [
        (1, Spacing::Days),
        (9, Spacing::Days),
        (10, Spacing::Epochs),
        (14, Spacing::Epochs),
        (21, Spacing::Epochs),
        (22, Spacing::Months),
        (45, Spacing::Months),
        (46, Spacing::Sparse),
    ] {
        let rows = every(days, "hashrate", &[1_000.0; 3]);
        let basis = signal("falling_hashrate", &rows).basis;
        assert_eq!(basis.spacing, Some(spacing), "{days} days");
    }
    let uneven = history(&[
        ("2025-01-01", &[("hashrate", 1_000.0)]),
        ("2025-01-02", &[("hashrate", 1_000.0)]),
        ("2025-06-01", &[("hashrate", 1_000.0)]),
        ("2025-06-02", &[("hashrate", 1_000.0)]),
    ]);
    let basis = signal("falling_hashrate", &uneven).basis;
    assert_eq!(
        basis.to_string(),
        "4 rows days apart, 2025-01-01 to 2025-06-02"
    );
    // Of an even number of distances the longer of the two in the middle.
    let two = history(&[
        ("2025-01-01", &[("hashrate", 1_000.0)]),
        ("2025-02-01", &[("hashrate", 1_000.0)]),
        ("2025-02-02", &[("hashrate", 1_000.0)]),
    ]);
    let basis = signal("falling_hashrate", &two).basis;
    assert_eq!(basis.spacing, Some(Spacing::Months));
}
