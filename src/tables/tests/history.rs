//! Histories in files.

use proptest::prelude::*;

use super::super::{HistoryTable, read_history, write_history};
use super::*;
use crate::model::parameters::Given;
use crate::model::signals::{Column, Date, History, Observation};

fn read(text: &str) -> HistoryTable {
    read_history(text).expect("has a header")
}

fn row(date: &str, numbers: &[(Column, f64)]) -> Observation {
    let numbers = numbers
        .iter()
        .map(|(column, value)| (column.key(), Given::Number(*value)));
    let date = [(Observation::DATE, Given::from(date))];
    Observation::from_entries(1, date.into_iter().chain(numbers)).expect("valid")
}

fn told(table: &HistoryTable) -> Vec<String> {
    let problems = table.unread.iter().flat_map(|row| &row.problems);
    problems.map(Problem::to_string).collect()
}

#[test]
fn a_history_is_read_in_any_order_with_cells_left_empty() {
    let table = read(
        "Date;hashrate;source;difficulty;cohort_cap\n\
         2025-12;1.045,5;b;146000000000000;48\n\
         2025-11;1.078;a;;\n",
    );
    assert_eq!(told(&table), Vec::<String>::new());
    assert_eq!(
        table.history.rows(),
        [
            row("2025-11", &[(Column::Hashrate, 1_078.0)]),
            row(
                "2025-12",
                &[
                    (Column::Hashrate, 1_045.5),
                    (Column::Difficulty, 146e12),
                    (Column::CohortCap, 48.0),
                ]
            ),
        ]
    );
    assert_eq!(table.missing, ["btc_price", "revenue", "gross_profit"]);
    let source = &table.unknown[0];
    assert_eq!((source.column, source.name.as_str()), (3, "source"));
    assert_eq!(
        source.cells,
        ["a", "b"],
        "notes follow their rows into the order of time"
    );
}

#[test]
fn dates_as_countries_write_them_are_refused_with_the_reason() {
    for text in [
        "31.12.2025",
        "12/31/2025",
        "31/12/2025",
        "12/2025",
        "2025/12/31",
    ] {
        let table = read(&format!("date,hashrate\n{text},1000\n"));
        assert_eq!(
            told(&table),
            [format!(
                "line 2, column 1 (date): date = \"{text}\" is not a date: give a day as YYYY-MM-DD \
                 or a month as YYYY-MM, from 2009 to 9999; other forms are not read, because \
                 countries put day and month in different orders"
            )]
        );
        assert_eq!(table.unread[0].cells[..2], [text, "1000"]);
    }
    for text in ["Dec-25", "2025", "", "45992", "n/a", "2025-02-29"] {
        let told = told(&read(&format!("date,hashrate\n{text},1000\n")));
        assert!(
            told[0].ends_with("as YYYY-MM, from 2009 to 9999"),
            "{told:?}"
        );
    }
}

#[test]
fn a_date_stands_once_and_days_and_months_are_not_mixed() {
    let table = read(
        "date,hashrate\n2025-12,0\n2025-11-01,1000\n2025-10-01,1001\n2025-11-01,1002\n2025-12,1003\n",
    );
    assert_eq!(table.history.rows().len(), 2);
    assert_eq!(
        told(&table),
        [
            "line 2, column 2 (hashrate): hashrate = 0 is out of range: give a number from 10 to \
             20000 EH/s",
            "line 5, column 1 (date): date = 2025-11-01 is that of line 3 too: give one row a date",
            "line 6, column 1 (date): date = 2025-12: days and months are mixed, another row is \
             dated 2025-11-01: give all dates as YYYY-MM-DD or all as YYYY-MM",
        ]
    );
}

#[test]
fn every_problem_of_a_row_is_told_and_the_row_kept() {
    let table =
        read("date,hashrate,btc_price,cohort_cap\n31.12.25,many,\"88,950\",-1,x\n2025-12,1,,\n");
    let places: Vec<Option<usize>> = table.unread[0].problems.iter().map(|p| p.column).collect();
    assert_eq!(places, [Some(1), Some(2), Some(4), Some(5)]);
    let cells = ["31.12.25", "many", "", "88,950", "", "", "-1"];
    assert_eq!(table.unread[0].cells, cells);
    assert_eq!(table.unread[0].surplus, ["x"]);
    let again = read(&write_history(&table));
    assert_eq!(again.unread[0].cells, cells);
    assert_eq!(again.unread[0].surplus, ["x"]);
}

#[test]
fn a_file_without_dates_is_refused() {
    let error = read_history("month,hashrate\n2025-12,1000\n").expect_err("no date");
    assert_eq!(
        error.to_string(),
        "line 1: the header has no column \"date\", it has \"month\", \"hashrate\": give a header \
         with date and any of date, hashrate, difficulty, btc_price, revenue, gross_profit, \
         cohort_cap"
    );
    let error = read_history("date,DATE\n").expect_err("two dates");
    assert_eq!(
        error.to_string(),
        "line 1: column 1 (\"date\") and column 2 (\"DATE\") are both date: give it once"
    );
    assert_eq!(read_history(" "), Err(TableError::Empty));
}

#[test]
fn a_written_history_has_keys_and_leaves_empty_what_is_not_known() {
    let rows = [row(
        "2025-12",
        &[(Column::Hashrate, 1_045.0), (Column::GrossProfit, -17.5)],
    )];
    let history = History::new(rows).expect("one row");
    assert_eq!(
        write_history(&history.into()),
        "\u{feff}\"date\",\"hashrate\",\"difficulty\",\"btc_price\",\"revenue\",\"gross_profit\",\
         \"cohort_cap\"\r\n\"2025-12\",1045,,,,-17.5,\r\n"
    );
}

/// A row on this day, or in this month, with some of the numbers.
fn observation(is_day: bool) -> impl Strategy<Value = Observation> {
    let numbers = Column::ALL.map(|column| {
        let range = column.accepted();
        prop::option::of(prop_oneof![
            Just(range.min),
            Just(range.max),
            range.min..range.max
        ])
    });
    (14_245..30_000, numbers).prop_map(move |(day, numbers)| {
        let day = Date::from_day_number(day);
        let date = if is_day { day } else { day.month() };
        let numbers = Column::ALL.into_iter().zip(numbers);
        let numbers: Vec<_> = numbers.filter_map(|(c, value)| Some((c, value?))).collect();
        row(&date.to_string(), &numbers)
    })
}

proptest! {
    #[test]
    fn any_history_survives_a_file(
        rows in any::<bool>().prop_flat_map(|is_day| {
            prop::collection::vec(observation(is_day), 0..12)
        }),
    ) {
        let mut rows = rows;
        rows.sort_unstable_by_key(Observation::date);
        rows.dedup_by_key(|row| row.date());
        let table = HistoryTable::from(History::new(rows).expect("dates of one kind, each once"));
        prop_assert_eq!(read(&write_history(&table)), table);
    }
}
