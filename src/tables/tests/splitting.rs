//! Text to records, however quotes stand in it.

use proptest::prelude::*;

use super::super::defuse::restored;
use super::super::records::{Record, Records};
use super::*;

/// The texts of each record, blank ones left out.
fn split(text: &str, separator: u8) -> Vec<Vec<String>> {
    let texts = |record: Record| {
        let cells = record.cells.into_iter();
        cells.map(|cell| cell.text).collect()
    };
    Records::of(text, 0, separator).map(texts).collect()
}

/// The same by the crate `csv`.
fn split_by_csv(text: &str, separator: u8) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let rows = reader.records().map(|row| row.expect("is text"));
    let rows = rows.map(|row| row.iter().map(restored).collect());
    rows.filter(|row: &Vec<String>| row.iter().any(|cell| !cell.trim().is_empty()))
        .collect()
}

/// How many bytes were looked at to split the text.
fn looked_at(text: &str) -> usize {
    let mut records = Records::of(text, 0, b',');
    records.by_ref().for_each(drop);
    records.looked_at
}

#[test]
fn quotes_that_never_make_sense_take_time_in_proportion_to_the_text() {
    // Each of these lines leaves a quote open, the first also where it stands in one.
    for line in [
        "a\",\"\n",
        "\"\"\"a,\"\n",
        "a\",\" \"\",\n",
        "x,\"a\n",
        "\"\n",
        "\",\"\n",
    ] {
        let text = line.repeat(2_000);
        let looked_at = looked_at(&text);
        assert!(looked_at <= 3 * text.len(), "{line:?}: {looked_at}");
    }
    // The quotes make no sense only at the very end.
    let text = format!("{}a\"b", "a\",\"\n".repeat(2_000));
    assert!(looked_at(&text) <= 3 * text.len());
}

#[test]
fn a_row_that_a_quote_has_run_together_with_the_next_costs_its_line() {
    let table = read("name,power_price,note\nA,50,x\n\"B,51,y\nC,52,z\"\nD,53,w\n");
    let names: Vec<&str> = table.miners.iter().map(Miner::name).collect();
    assert_eq!(names, ["A", "C", "D"]);
    assert_eq!(table.unread[0].cells[0], "\"B");
    assert!(
        told(&table)[0].starts_with("line 3: a quotation mark is opened and not closed in the row")
    );
    assert_eq!(table.unknown[0].cells, ["x", "z\"", "w"]);
    // Full rows are as programs write them, and so are those without a separator in the quotes.
    let full = read("name,note,power_price\nA,\"x,\ny\",50\nB,\"x\ny\"\n");
    assert_eq!(full.unread, []);
    assert_eq!(full.unknown[0].cells, ["x,\ny", "x\ny"]);
}

#[test]
fn a_row_whose_quotes_make_no_sense_is_no_miner_after_any_number_of_files() {
    let mut table = read("name;power_price;note\n\"B;51,5;x\n\"C;52;y\nD;53,5;z\n");
    for _ in 0..3 {
        let names: Vec<&str> = table.miners.iter().map(Miner::name).collect();
        assert_eq!(names, ["D"]);
        assert_eq!(table.unread.len(), 2);
        assert_eq!(
            table.unread[0].surplus,
            ["\"B;51,5;x"],
            "the line as it stands"
        );
        assert_eq!(table.unread[0].cells[..4], ["\"B", "", "", "51.5"]);
        assert_eq!(table.unread[0].extra, ["x"]);
        table = read(&write_miners(&table));
    }
    let mut cells = table.unread[0].cells.clone();
    cells[0] = "B".to_owned();
    assert!(table.repair(0, &cells, &page()));
    assert_eq!(table.miners[1], miner("B", &[(Column::PowerPrice, 51.5)]));
}

#[test]
fn spaces_behind_a_closing_quote_belong_to_no_cell() {
    assert_eq!(
        split("\"a\"  ,\"b\" \n\"c\"   ", b','),
        [vec!["a", "b"], vec!["c"]]
    );
    assert_eq!(split("\"a\" \"b\"", b' '), [["a", "b"]], "unless they part");
    assert_eq!(split(" \"a\",b", b','), [[" \"a\"", "b"]]);
}

/// A cell as a program writes it: in quotes where it must be, and sometimes where it need not.
fn as_written(text: &str) -> String {
    let must = text.contains(['"', ',', ';', '\t', '\r', '\n']);
    if must || !text.len().is_multiple_of(2) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

proptest! {
    #[test]
    fn any_line_again_and_again_takes_time_in_proportion(line in "[a\", ]{1,12}") {
        let text = format!("{line}\n").repeat(500);
        prop_assert!(looked_at(&text) <= 4 * text.len(), "{}", looked_at(&text));
    }

    #[test]
    fn text_in_good_order_is_split_as_the_crate_csv_does(
        rows in prop::collection::vec(
            (prop::collection::vec("[ab\",;\t '=]{0,4}|a\r\nb|a\nb", 1..5), "\r\n|\n|\r|\n\n"),
            0..6,
        ),
        separator in prop::sample::select(vec![b',', b';', b'\t']),
    ) {
        let between = char::from(separator).to_string();
        let row = |(row, end): &(Vec<String>, String)| {
            let cells: Vec<String> = row.iter().map(|text| as_written(text)).collect();
            cells.join(&between) + end
        };
        let text: String = rows.iter().map(row).collect();
        prop_assert_eq!(split(&text, separator), split_by_csv(&text, separator));
    }
}
