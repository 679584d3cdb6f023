//! Laws over any names, numbers, texts and bytes.

use proptest::prelude::*;

use super::super::defuse::{defused, is_plain_number, is_sign, is_skipped, restored};
use super::*;
use crate::model::screen::arbitrary;

const COLUMNS: [&str; 6] = ["name", "note", "power_price", "=x", "overhead", "net_debt"];

/// Texts of cells, often those that files and spreadsheets take for something else.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        arbitrary::name(),
        prop::sample::select(vec![
            "", "45,5", "1.234", "-5", "+5", "'5", "\"", "\"\"", "1e999", "name"
        ])
        .prop_map(str::to_owned),
    ]
}

/// A file with any texts under these columns and beyond, in any separator, and how many of its
/// rows are not blank. A row with line breaks in its cells is a full one, as programs write it.
fn file() -> impl Strategy<Value = (String, usize)> {
    let row = prop::collection::vec(cell(), 0..15).prop_map(|mut row| {
        if row.iter().any(|text| text.contains(['\r', '\n'])) {
            row.resize(row.len().max(COLUMNS.len()), String::new());
        }
        row
    });
    let separator = prop::sample::select(vec![",", ";", "\t"]);
    (prop::collection::vec(row, 0..8), separator).prop_map(|(rows, separator)| {
        let quoted = |text: &String| format!("\"{}\"", text.replace('"', "\"\""));
        let says = |text: &String| !text.strip_prefix('\'').unwrap_or(text).trim().is_empty();
        let count = rows.iter().filter(|row| row.iter().any(says)).count();
        let rows = rows
            .iter()
            .map(|row| row.iter().map(quoted).collect::<Vec<_>>().join(separator));
        let header = COLUMNS.join(separator);
        let lines: Vec<String> = std::iter::once(header).chain(rows).collect();
        (lines.join("\n"), count)
    })
}

/// The cells of a file of ours, by the crate alone.
fn cells(written: &str) -> Vec<Vec<String>> {
    let bytes = written.trim_start_matches('\u{feff}').as_bytes();
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(bytes);
    let rows = reader.records().map(|row| row.expect("is text"));
    rows.map(|row| row.iter().map(str::to_owned).collect())
        .collect()
}

/// What a table holds, without places in a file.
fn content(table: &MinersTable) -> impl PartialEq + std::fmt::Debug + use<> {
    let unknown: Vec<_> = table
        .unknown
        .iter()
        .map(|c| (c.name.clone(), c.cells.clone()))
        .collect();
    let unread: Vec<_> = table
        .unread
        .iter()
        .map(|row| (row.cells.clone(), row.extra.clone(), row.surplus.clone()))
        .collect();
    (table.miners.clone(), unknown, unread)
}

proptest! {
    #[test]
    fn miners_with_any_names_and_numbers_survive_a_file(
        miners in prop::collection::vec(arbitrary::miner(), 0..6),
    ) {
        let table = MinersTable::from(miners);
        let written = write_miners(&table);
        prop_assert_eq!(&read(&written), &table);
        prop_assert_eq!(&read(&decode(written.as_bytes())), &table);
    }

    #[test]
    fn no_row_of_a_file_is_lost_and_all_survive_being_written_again((text, rows) in file()) {
        let table = read(&text);
        prop_assert_eq!(table.miners.len() + table.unread.len(), rows);
        prop_assert!(table.unread.iter().all(|row| !row.problems.is_empty()));
        prop_assert_eq!(content(&read(&write_miners(&table))), content(&table));
    }

    #[test]
    fn no_cell_of_a_written_file_is_a_formula((text, _) in file()) {
        for cell in cells(&write_miners(&read(&text))).into_iter().flatten() {
            let begins = cell.trim_start_matches(['"', ' ', '\u{a0}', '\u{feff}', '\0', '\t', '\r', '\n']);
            let runs = begins.starts_with(is_sign) || cell.starts_with(['\t', '\r', '\n']);
            prop_assert!(!runs || is_plain_number(&cell), "{:?}", cell);
        }
    }

    #[test]
    fn however_a_spreadsheet_splits_a_written_file_no_cell_is_a_formula((text, _) in file()) {
        let written = write_miners(&read(&text));
        for separator in [';', '\t'] {
            for cell in written.split([separator, '\r', '\n']) {
                let begins = cell.trim_start_matches(|c| c != '\'' && is_skipped(c));
                let is_number = begins.split(',').next().is_some_and(is_plain_number);
                prop_assert!(is_number || !begins.starts_with(is_sign), "{:?}", cell);
            }
        }
    }

    #[test]
    fn every_text_is_defused_and_comes_back(
        text in any::<String>(), odd in "[;\t\r\n '\"=+@a5-]{0,30}",
    ) {
        for text in [text, odd] {
            let cell = defused(&text);
            prop_assert_eq!(restored(&cell), text);
        }
    }

    #[test]
    fn any_bytes_and_any_text_are_read_without_a_panic(
        bytes in prop::collection::vec(any::<u8>(), 0..200),
        odd in "(name|[,;\t\"'\r\n= 1.a]|sep=;){0,60}",
    ) {
        for text in [decode(&bytes), odd.clone(), format!("name,power_price\n{odd}")] {
            if let Ok(table) = read_miners(&text, &page()) {
                let again = read(&write_miners(&table));
                prop_assert_eq!(content(&again), content(&table));
            }
        }
    }
}
