//! Numbers as people and spreadsheets write them.

use super::super::numerals::{Decimals, Numeral};
use super::*;

#[test]
fn numbers_are_read_as_people_of_any_country_write_them() {
    for (text, value) in [
        ("45", 45.0),
        (" 45.5 ", 45.5),
        ("-45.5", -45.5),
        ("\u{2212}45.5", -45.5),
        ("\u{2013}45.5", -45.5),
        ("+45.5", 45.5),
        ("(200)", -200.0),
        ("(-200)", 200.0),
        ("$45.5", 45.5),
        ("-$ 45.5", -45.5),
        ("1,234.5", 1_234.5),
        ("1,234,567", 1_234_567.0),
        ("1 234.5", 1_234.5),
        ("1\u{202f}234\u{202f}567", 1_234_567.0),
        ("1'234.5", 1_234.5),
        ("1’234.5", 1_234.5),
        (".5", 0.5),
        ("5.", 5.0),
        ("1.2E+03", 1_200.0),
        ("1e-3", 0.001),
        ("007", 7.0),
        ("0.1", 0.1),
    ] {
        assert_eq!(Decimals::Point.read(text), Numeral::Number(value), "{text}");
        let turned = |c| match c {
            '.' => ',',
            ',' => '.',
            c => c,
        };
        let german: String = text.chars().map(turned).collect();
        assert_eq!(
            Decimals::Comma.read(&german),
            Numeral::Number(value),
            "{german}"
        );
    }
    assert!(matches!(Decimals::Point.read("-0"), Numeral::Number(zero) if zero.is_sign_positive()));
    for text in [
        "",
        " ",
        "-",
        "+",
        ".",
        "e5",
        "1e",
        "1e+",
        "1e5e5",
        "abc",
        "12a",
        "1.2.3",
        "1,23,456.5",
        ",123.5",
        "1,,234.5",
        "1,234'567.5",
        "0x10",
        "inf",
        "NaN",
        "--5",
        "1 23.5",
        "1234,567.5",
        "45%",
        "٤٥",
        "1,234.5e3",
        "5 000 0",
        "()",
        "(5",
        "1_000",
        "-+5",
        "1.e,5",
    ] {
        assert_eq!(Decimals::Point.read(text), Numeral::None, "{text}");
    }
}

#[test]
fn in_a_file_with_commas_a_decimal_comma_is_out_of_place() {
    for text in ["45,5", "0,125", "1.234,5", "1234,567"] {
        assert_eq!(Decimals::Point.read(text), Numeral::StrayComma, "{text}");
    }
    assert_eq!(Decimals::of(b',', ["45,5"]), Decimals::Point);
}

#[test]
fn what_may_be_two_numbers_is_decided_by_the_other_numbers_of_the_file() {
    let either = Numeral::Either(1.234, 1_234.0);
    let cases: [(u8, &[&str], Decimals); 12] = [
        (b';', &["45,5", "1.234"], Decimals::Comma),
        (b';', &["1.234,5"], Decimals::Comma),
        (b';', &["45.5", "1.234"], Decimals::Point),
        (b';', &["1,234,567"], Decimals::Point),
        (b';', &["45.5", "45,5"], Decimals::Unclear),
        (b';', &["45", "1.234", "1,234"], Decimals::LikelyComma),
        (b'\t', &["45", "1.234"], Decimals::Unclear),
        (b'\t', &["45", "$38,700"], Decimals::Point),
        (b'\t', &["$38.700"], Decimals::Unclear),
        (b'\t', &["$38,700", "45,5"], Decimals::Unclear),
        (b'\t', &["45,5"], Decimals::Comma),
        (b'\t', &["45.5"], Decimals::Point),
    ];
    for (separator, texts, decimals) in cases {
        assert_eq!(
            Decimals::of(separator, texts.iter().copied()),
            decimals,
            "{texts:?}"
        );
    }
    for (decimals, point, comma) in [
        (
            Decimals::Comma,
            Numeral::Number(1_234.0),
            Numeral::Number(1.234),
        ),
        (
            Decimals::Point,
            Numeral::Number(1.234),
            Numeral::Number(1_234.0),
        ),
        (Decimals::LikelyComma, either, Numeral::Number(1.234)),
        (Decimals::Unclear, either, Numeral::Either(1_234.0, 1.234)),
    ] {
        assert_eq!(decimals.read("1.234"), point, "{decimals:?}");
        assert_eq!(decimals.read("1,234"), comma, "{decimals:?}");
        assert_eq!(
            decimals.read("1234"),
            Numeral::Number(1_234.0),
            "{decimals:?}"
        );
    }
    for decimals in [Decimals::LikelyComma, Decimals::Unclear] {
        assert_eq!(decimals.read("45,5"), Numeral::Number(45.5));
        assert_eq!(decimals.read("45.5"), Numeral::Number(45.5));
    }
}

#[test]
fn a_number_that_may_be_two_is_refused_until_it_is_one() {
    let text = "name;overhead;power_price\nA;1.234;45\n";
    let mut table = read(text);
    assert_eq!(
        told(&table),
        [
            "line 2, column 2 (overhead): overhead = \"1.234\" may be 1.234 or 1234, and no other number \
          of the file tells which: give a number from 0 to 100000 USD/EH/day, without a separator \
          of thousands"
        ]
    );
    assert_eq!(
        read("name;overhead;power_price\nA;1.234;45,5\n").miners[0].get(Column::Overhead),
        1_234.0
    );
    assert_eq!(
        read("name;overhead;power_price\nA;1.234;45.5\n").miners[0].get(Column::Overhead),
        1.234
    );
    // Written with commas between columns the same text would be taken for one of the two.
    assert_eq!(table.unread[0].cells[4], "1.234 or 1234");
    let again = read(&write_miners(&table));
    assert_eq!(
        (again.miners.len(), &again.unread[0].cells),
        (0, &table.unread[0].cells)
    );
    let mut cells = table.unread[0].cells.clone();
    cells[4] = "1234".to_owned();
    assert!(table.repair(0, &cells, &page()));
    assert_eq!(table.miners[0].get(Column::Overhead), 1_234.0);
}

#[test]
fn a_name_that_looks_like_a_number_stays_as_typed() {
    let table = read("name;power_price;overhead\n1.234,5;45,5;many\n");
    assert_eq!(table.unread[0].cells[0], "1.234,5");
    let again = read(&write_miners(&table));
    assert_eq!(again.unread[0].cells, table.unread[0].cells);
}

#[test]
fn a_percentage_may_carry_its_sign() {
    let table = read("name;execution_pct\nA;75,5 %\nB;75%\nC;1%%\n");
    let of = |index: usize| table.miners[index].get(Column::ExecutionPct);
    assert_eq!((of(0), of(1), table.unread.len()), (75.5, 75.0, 1));
}

#[test]
fn multipliers_count_in_the_unit_of_their_column() {
    let table = read(
        "name;net_debt;shares;overhead;gross_mw\n\
         A;$1.1bn;350m;3k;300\nB;-2,5 BN;0.35 bn;3 000;0.3k\nC;1bnx;1;1;1\nD;1;1;2T;1\n",
    );
    let of = |index: usize, column| table.miners[index].get(column);
    for (column, values) in [
        (Column::NetDebt, [1_100.0, -2_500.0]),
        (Column::Shares, [350.0, 350.0]),
        (Column::Overhead, [3_000.0, 3_000.0]),
        (Column::GrossMw, [300.0, 300.0]),
    ] {
        assert_eq!([of(0, column), of(1, column)], values, "{column:?}");
    }
    assert_eq!(table.unread.len(), 2);
    let told = told(&table);
    assert!(told[0].contains("\"1bnx\" is not a number"), "{told:?}");
    assert!(
        told[1].contains("overhead = 2000000000000 is out of range"),
        "{told:?}"
    );
    // As typed, also where the decimals were another's.
    assert_eq!(
        read(&write_miners(&table)).unread[1].cells,
        table.unread[1].cells
    );
}

#[test]
fn numbers_of_bad_rows_keep_their_value_in_a_file_with_points() {
    let table = read("name;overhead;power_price;shares\nA;1.234;45,5;many\nB;3;9999,5;1\n");
    assert_eq!(table.unread[0].cells[3..5], ["45.5", "1234"]);
    assert_eq!(table.unread[0].cells[8], "many");
    assert_eq!(table.unread[1].cells[3], "9999.5");
    assert_eq!(table.unread[1].problems[0].value, "9999,5", "as typed");
    let again = read(&write_miners(&table));
    let cells = |table: &MinersTable| -> Vec<Vec<String>> {
        table.unread.iter().map(|row| row.cells.clone()).collect()
    };
    assert_eq!(cells(&again), cells(&table));
}
