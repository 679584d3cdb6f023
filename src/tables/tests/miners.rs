//! Rows to miners: what is kept, what is told, what can be repaired.

use super::*;
use crate::model::parameters::Key;
use crate::model::tests::with;

#[test]
fn every_problem_of_a_row_is_told_with_key_value_range_and_unit() {
    let long = "x".repeat(101);
    let table = read(&format!(
        "Name,Power cost,efficiency,cash\n,cheap,0,-5\n{long},1e999,\"20,5\",5%\nC,45,20,0\n"
    ));
    assert_eq!(table.miners.len(), 1);
    assert_eq!(
        told(&table),
        [
            "line 2, column 1 (Name): name = \"\" is no name: give a text of 1 to 100 characters",
            "line 2, column 2 (Power cost): power_price = \"cheap\" is not a number: give a number \
             from 0 to 500 USD/MWh",
            "line 2, column 3 (efficiency): efficiency = 0 is out of range: give a number from 1 to \
             150 J/TH",
            "line 2, column 4 (cash): cash = -5 is out of range: give a number from 0 to 100000 \
             USD m",
            &format!(
                "line 3, column 1 (Name): name = \"{}…\" is no name: give a text of 1 to 100 \
                 characters",
                "x".repeat(80)
            ),
            "line 3, column 2 (Power cost): power_price = Infinity is not a finite number: give a \
             number from 0 to 500 USD/MWh",
            "line 3, column 3 (efficiency): efficiency = \"20,5\" has a comma out of place (in a \
             file with commas between its columns decimals take a point): give a number from 1 to \
             150 J/TH",
            "line 3, column 4 (cash): cash = \"5%\" is not a number: give a number from 0 to 100000 \
             USD m",
        ]
    );
    assert_eq!(table.unread[0].cells[2..4], ["0", "cheap"]);
    assert_eq!(table.unread[1].cells[0], long);
}

#[test]
fn cells_that_no_name_stands_above_are_told_and_kept() {
    let table = read("name,power_price,\nA,45,5,,x\nB,45,,\n");
    assert_eq!(table.miners.len(), 1);
    assert_eq!(table.unread[0].surplus, ["5", "x"]);
    assert_eq!(
        told(&table),
        [
            "line 2, column 3: the header has no name for column 3: give each cell a named column, and \
          quotation marks to one with a comma"
        ]
    );
    let german = read("name;power_price\nA;45,5;7\n");
    assert_eq!(
        told(&german),
        ["line 2, column 3: the header has no name for column 3: give each cell a named column"]
    );
}

#[test]
fn numbers_that_are_not_given_are_the_pages_and_said_to_be() {
    let page = with(&[("efficiency", 31.0), ("shares", 7.0)]);
    let table = read_miners("name,efficiency,cash,shares\nA,,,8\nB,25\n", &page).expect("a table");
    assert_eq!(table.miners[0].get(Column::Efficiency), 31.0);
    assert_eq!(table.miners[1].get(Column::Shares), 7.0);
    let filled: Vec<_> = table
        .filled
        .iter()
        .map(|cell| (cell.line, cell.key, cell.value))
        .collect();
    assert_eq!(
        filled,
        [
            (2, "efficiency", 31.0),
            (2, "cash", 0.0),
            (3, "shares", 7.0),
            (3, "cash", 0.0)
        ]
    );
    assert_eq!(table.missing.len(), 7);
    assert!(table.missing.contains(&Key::NetDebt.name()) && !table.missing.contains(&"cash"));
}

#[test]
fn columns_that_no_model_asks_for_are_kept_beside_their_rows() {
    let text = "ticker,name,notes,power_price\nAAA,A,\"=1+1\",50\nBBB,B,,dear\nCCC,C,x\n";
    let mut table = read(text);
    let names: Vec<_> = table
        .unknown
        .iter()
        .map(|c| (c.column, c.name.as_str()))
        .collect();
    assert_eq!(names, [(1, "ticker"), (3, "notes")]);
    assert_eq!(table.unknown[0].cells, ["AAA", "CCC"]);
    assert_eq!(table.unknown[1].cells, ["=1+1", "x"]);
    assert_eq!(table.unread[0].extra, ["BBB", ""]);
    let written = write_miners(&table);
    assert!(
        written.contains("\"ticker\",\"notes\"\r\n\"A\",50,20,50"),
        "{written}"
    );
    assert!(written.contains(",\"AAA\",\"'=1+1\"\r\n"), "{written}");
    assert_eq!(table.remove(2), None);
    assert_eq!(
        table.remove(0).map(|miner| miner.name().to_owned()),
        Some("A".to_owned())
    );
    assert_eq!(table.unknown[0].cells, ["CCC"]);
    table.push(miner("D", &[]), vec!["DDD".to_owned()]);
    assert_eq!(table.unknown[0].cells, ["CCC", "DDD"]);
    assert_eq!(table.unknown[1].cells, ["x", ""]);
}

#[test]
fn a_file_without_a_table_is_refused_with_what_it_would_need() {
    for text in ["", "\u{feff}", "\r\n \n", "sep=;\n"] {
        assert_eq!(
            refused(text),
            "the file is empty: give a header and rows below it"
        );
    }
    assert_eq!(
        refused("\nMARA,50\nRIOT,30\n"),
        "line 2: the header has no column \"name\", it has \"MARA\", \"50\": give a header with name \
         and any of name, fleet_hashrate, efficiency, power_price, overhead, gross_mw, \
         execution_pct, share_price, shares, net_debt, cash"
    );
    assert_eq!(
        refused("name,Power cost,efficiency,power_price\nA,1,2,3\n"),
        "line 1: column 2 (\"Power cost\") and column 4 (\"power_price\") are both power_price: give \
         it once"
    );
    assert_eq!(
        read("name\n"),
        MinersTable {
            missing: read("name\n").missing,
            ..MinersTable::default()
        }
    );
}

#[test]
fn a_repaired_row_becomes_a_miner_with_its_notes() {
    let mut table = read("name,note,power_price,cash\n,n1,50,7\nB,n2,dear,8,x\nC,n3,51,9\n");
    let mut cells = table.unread[1].cells.clone();
    assert!(!table.repair(1, &cells, &page()), "nothing has changed");
    assert_eq!(table.unread[1].surplus, Vec::<String>::new());
    assert_eq!(
        table.unread[1].problems[0].to_string(),
        "line 3, column 4 (power_price): power_price = \"dear\" is not a number: give a number from \
         0 to 500 USD/MWh"
    );
    cells[3] = " 52.5 ".to_owned();
    assert!(table.repair(1, &cells, &page()));
    assert_eq!(
        table.miners[1],
        miner("B", &[(Column::PowerPrice, 52.5), (Column::Cash, 8.0)])
    );
    assert_eq!(table.unknown[0].cells, ["n3", "n2"]);
    assert!(
        table
            .filled
            .iter()
            .any(|cell| (cell.line, cell.key) == (3, "shares"))
    );
    assert!(
        !table.repair(1, &cells, &page()),
        "there is no second row any more"
    );
    assert!(
        table.repair(0, &["A".to_owned()], &page()),
        "cells that are left out are empty"
    );
    assert_eq!(table.miners[2], miner("A", &[]));
    assert!(table.unread.is_empty());
}

#[test]
fn other_miners_take_the_texts_of_their_name_and_leave_unread_rows_alone() {
    let table = read("name,ticker,efficiency\nA,AAA,20\nB,BBB,cheap\nC,CCC,25\n");
    let edited = table.miners[1].with(Column::Efficiency, 30.0);
    let edited = edited.expect("in range");
    let new = Miner::named("D", &page()).expect("is a name");
    let changed = table.with_miners(&[edited.clone(), new.clone()]);
    assert_eq!(changed.miners, [edited, new]);
    assert_eq!(changed.unknown[0].cells, ["CCC", ""]);
    assert_eq!(changed.unread, table.unread);
    let again = read(&write_miners(&changed));
    assert_eq!(again.miners, changed.miners);
    assert_eq!(again.unread[0].extra, ["BBB"]);
    let empty = read("name,efficiency\nA,\n");
    let changed = empty.with_miners(&empty.miners);
    assert_eq!((empty.filled.len(), changed.filled.len()), (1, 0));
}
