//! What rows and histories accept.

use super::*;

fn refusal(row: usize, entries: &[(&str, Given)]) -> String {
    Observation::from_entries(row, entries.iter().cloned())
        .expect_err("is refused")
        .to_string()
}

#[test]
fn a_refusal_names_row_date_key_value_range_and_unit() {
    let at = ("date", Given::from("2025-12"));
    let table: [(&[(&str, Given)], &str); 12] = [
        (
            &[("hashrate", 5.0.into()), at.clone()],
            "row 3 (2025-12): hashrate = 5 is out of range: give a number from 10 to 20000 EH/s",
        ),
        (
            &[at.clone(), ("hashrate", 20_001.0.into())],
            "row 3 (2025-12): hashrate = 20001 is out of range: give a number from 10 to 20000 EH/s",
        ),
        (
            &[at.clone(), ("btc_price", f64::NAN.into())],
            "row 3 (2025-12): btc_price = NaN is not a finite number: give a number from 1000 to \
             2000000 USD/BTC",
        ),
        (
            &[at.clone(), ("revenue", (-1.0).into())],
            "row 3 (2025-12): revenue = -1 is out of range: give a number from 0 to 10000000 \
             USD/EH/day",
        ),
        (
            &[at.clone(), ("gross_profit", (-1e8).into())],
            "row 3 (2025-12): gross_profit = -100000000 is out of range: give a number from \
             -10000000 to 10000000 USD/EH/day",
        ),
        (
            &[at.clone(), ("cohort_cap", "48 bn".into())],
            "row 3 (2025-12): cohort_cap = \"48 bn\" is not a number: give a number from 0.001 to \
             10000 USD bn",
        ),
        (
            &[at.clone(), ("cohort_cap", Given::Other("true".into()))],
            "row 3 (2025-12): cohort_cap = true is not a number: give a number from 0.001 to 10000 \
             USD bn",
        ),
        (
            &[at.clone(), ("price", 5.0.into())],
            "row 3 (2025-12): price = 5 is not a column: give date, hashrate, difficulty, \
             btc_price, revenue, gross_profit, cohort_cap",
        ),
        (
            &[
                at.clone(),
                ("hashrate", 50.0.into()),
                ("hashrate", 51.0.into()),
            ],
            "row 3 (2025-12): hashrate = 51 is given a second time",
        ),
        (
            &[at.clone(), at.clone()],
            "row 3 (2025-12): date = \"2025-12\" is given a second time",
        ),
        (
            &[("hashrate", 50.0.into())],
            "row 3: date = null is not a date: give a day as YYYY-MM-DD or a month as YYYY-MM, from \
             2009 to 9999",
        ),
        (
            &[("date", 2025.0.into())],
            "row 3: date = 2025 is not a date: give a day as YYYY-MM-DD or a month as YYYY-MM, from \
             2009 to 9999",
        ),
    ];
    for (entries, message) in table {
        assert_eq!(refusal(3, entries), message);
    }
}

#[test]
fn every_column_accepts_its_ends_and_nothing_beyond() {
    for column in Column::ALL {
        assert_eq!(Column::from_key(column.key()), Some(column));
        let accepted = column.accepted();
        for value in [accepted.min, accepted.max] {
            let row = row("2025-12", &[(column.key(), value)]);
            for other in Column::ALL {
                assert_eq!(row.get(other), (other == column).then_some(value));
            }
        }
        for value in [accepted.min - 1.0, accepted.max + 1.0, f64::INFINITY] {
            refusal(
                1,
                &[("date", "2025-12".into()), (column.key(), value.into())],
            );
        }
    }
    assert_eq!(Column::from_key("date"), None);
}

#[test]
fn null_is_the_same_as_leaving_out() {
    let entries = [("date", Given::from("2025-12")), ("hashrate", Given::Null)];
    let row = Observation::from_entries(1, entries).expect("is valid");
    assert_eq!(row, super::row("2025-12", &[]));
    assert_eq!(row.date(), date("2025-12"));
}

#[test]
fn a_revenue_of_minus_nothing_is_nothing() {
    let revenue = row("2025-12", &[("revenue", -0.0)]).get(Column::Revenue);
    assert!(revenue.is_some_and(f64::is_sign_positive));
}

#[test]
fn a_row_is_serialised_with_every_column() {
    let rows = history(&[("2025-12", &[("hashrate", 1045.0), ("revenue", 38_700.0)])]);
    assert_eq!(
        serde_json::to_string(&rows).expect("is JSON"),
        "[{\"date\":\"2025-12\",\"hashrate\":1045.0,\"difficulty\":null,\"btc_price\":null,\
         \"revenue\":38700.0,\"gross_profit\":null,\"cohort_cap\":null}]"
    );
}

#[test]
fn rows_are_put_in_the_order_of_time() {
    let rows = history(&[("2025-12", &[]), ("2024-12", &[]), ("2025-02", &[])]);
    let dates: Vec<String> = rows
        .rows()
        .iter()
        .map(|row| row.date().to_string())
        .collect();
    assert_eq!(dates, ["2024-12", "2025-02", "2025-12"]);
    assert!(!rows.is_simulated());
}

#[test]
fn a_date_given_twice_is_refused_with_the_later_row() {
    let dates = ["2025-12", "2025-10", "2025-11", "2025-10", "2025-12"];
    let rows = dates.map(|at| row(at, &[])).to_vec();
    assert_eq!(
        History::new(rows).expect_err("is refused").to_string(),
        "row 4 (2025-10): another row has the same date: give one row a date"
    );
}

#[test]
fn days_and_months_are_not_mixed() {
    let rows = ["2025-12-01", "2025-12-02", "2025-11"].map(|at| row(at, &[]));
    assert_eq!(
        History::new(rows.to_vec())
            .expect_err("is refused")
            .to_string(),
        "row 3 (2025-11): days and months are mixed, another row is dated 2025-12-01: give all \
         dates as YYYY-MM-DD or all as YYYY-MM"
    );
    let rows = ["2025-12", "2025-11", "2025-12-01"].map(|at| row(at, &[]));
    assert!(History::new(rows.to_vec()).is_err());
    assert_eq!(History::new(vec![]), Ok(History::default()));
}
