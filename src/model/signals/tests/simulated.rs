//! Histories of simulated paths.

use super::*;
use crate::model::difficulty_lag::simulate;
use crate::model::tests::with;
use State::{Near, NotEnoughData, Off};

#[test]
fn a_simulated_fall_is_a_capitulation_that_ends() {
    let inputs = with(&[("btc_price", 60_000.0), ("horizon_epochs", 5.0)]);
    let path = simulate(&inputs);
    let start = date("2026-01");
    let rows = History::from_simulation(&path, start);
    assert!(rows.is_simulated());
    let days: Vec<i32> = rows
        .rows()
        .iter()
        .map(|row| row.date().day_number() - start.day_number())
        .collect();
    assert_eq!(days, [0, 14, 29, 44, 58]);
    for (row, epoch) in rows.rows().iter().zip(&path.epochs) {
        assert_eq!(row.get(Column::Hashrate), Some(epoch.hashrate));
        assert_eq!(row.get(Column::Difficulty), Some(epoch.difficulty));
        assert_eq!(row.get(Column::BtcPrice), Some(epoch.btc_price));
        assert_eq!(row.get(Column::Revenue), Some(epoch.hashprice));
        assert_eq!(row.get(Column::GrossProfit), Some(epoch.gross_profit));
        assert_eq!(row.get(Column::CohortCap), None);
    }
    let adjustments = signal_at("negative_adjustments", &rows, &inputs);
    assert_says(&adjustments, Off, Some(0.0), "", false);
    let until_day_44 = simulate(&with(&[("btc_price", 60_000.0), ("horizon_epochs", 4.0)]));
    let rows = History::from_simulation(&until_day_44, start);
    let adjustments = signal_at("negative_adjustments", &rows, &inputs);
    assert_says(&adjustments, NotEnoughData, Some(2.0), "2026-01-30", true);
}

#[test]
fn nothing_falls_in_a_network_at_rest() {
    let inputs = Inputs::default();
    let idle = crate::model::cost_curve::calibrated_idle_pct(&inputs);
    let path = simulate(&with(&[("idle_pct", idle)]));
    let rows = History::from_simulation(&path, date("2026-01-01"));
    let table = [
        ("falling_hashrate", Off),
        ("revenue_low", Near),
        ("next_adjustment", Off),
    ];
    for (key, state) in table {
        assert_eq!(signal(key, &rows).state, state, "{key}");
    }
    assert_eq!(signal("negative_adjustments", &rows).state, NotEnoughData);
}

#[test]
fn slow_epochs_of_a_simulated_path_break_no_run() {
    let inputs = with(&[
        ("btc_price", 5_000.0),
        ("response_lag", 5.0),
        ("horizon_epochs", 4.0),
    ]);
    let path = simulate(&inputs);
    assert!(path.epochs[1].days > 45.0, "{path:?}");
    let rows = History::from_simulation(&path, date("2026-01-01"));
    let falling = signal("falling_hashrate", &rows);
    assert_eq!(falling.unit, "epochs in a row");
    let same = History::new(rows.rows().to_vec()).expect("is valid");
    assert_eq!(signal("falling_hashrate", &same).value, None);
    assert!(falling.value.is_some());
}
