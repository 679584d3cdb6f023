//! Tables to files, and what spreadsheets make of them.

use super::super::defuse::{defused, is_plain_number, restored};
use super::*;
use crate::model::screen::archetypes;

#[test]
fn a_file_has_a_mark_keys_and_numbers_to_the_last_digit() {
    let third = miner(
        "One, \"two\"",
        &[(Column::PowerPrice, 0.1 + 0.2), (Column::NetDebt, -1.5)],
    );
    assert_eq!(
        write_miners(&vec![third].into()),
        "\u{feff}\"name\",\"fleet_hashrate\",\"efficiency\",\"power_price\",\"overhead\",\
         \"gross_mw\",\"execution_pct\",\"share_price\",\"shares\",\"net_debt\",\"cash\"\r\n\
         \"One, \"\"two\"\"\",50,20,0.30000000000000004,3000,300,75,30,100,-1.5,0\r\n"
    );
}

#[test]
fn texts_that_would_run_as_formulas_are_defused() {
    for text in [
        "=1+1",
        "+1+1",
        "-1+1",
        "@SUM(A1)",
        "\tx",
        "\rx",
        "\nx",
        " =1",
        "\"=1",
        " \" =1",
        "＝1",
        "＋1",
        "－1",
        "＠1",
        "\u{feff}=1",
        "\u{200b}@x",
        "\0=1",
        "'=1",
        "'",
        "'x",
        "-2+3+cmd|' /C calc'!A0",
        "-",
        "-1-1",
        "+5",
        "-1,5",
        "-1e",
        "--1",
        "-.5",
        "-5.",
        "=",
        "\u{a0}=1",
    ] {
        let cell = defused(text);
        assert_eq!(cell, format!("'{text}"));
        assert_eq!(restored(&cell), text);
    }
    for (text, cell) in [
        // What a spreadsheet sees that splits at semicolons and knows no quotes there.
        ("x;=cmd|' /C calc'!A0", "x;'=cmd|' /C calc'!A0"),
        ("x; \"=1", "x;' \"=1"),
        ("x\t+1\r@y\n-1", "x\t'+1\r'@y\n'-1"),
        ("x;\t＝1", "x;'\t'＝1"),
        ("x;'=1", "x;''=1"),
        ("x;''=1;5", "x;'''=1;5"),
        ("\t=1", "'\t'=1"),
        ("=1;=2", "'=1;'=2"),
        (";-5", ";'-5"),
        ("a;b", "a;b"),
        ("a;'b", "a;'b"),
        ("a; 'b=c", "a; 'b=c"),
        ("a,=1", "a,=1"),
        ("a;", "a;"),
    ] {
        assert_eq!(defused(text), cell);
        assert_eq!(restored(cell), text);
    }
    for text in [
        "", "x", "x=1", "5", "-5", "-5.25", "-1e5", "-1.5e-7", "-1E+5", "1e5", "x'y", "Foo -1", "ß",
    ] {
        assert_eq!(defused(text), text);
    }
    for text in [
        "", "-", ".", "e", "-e5", "1.e5x", "1e5e5", "１", "5-", "1e--5",
    ] {
        assert!(!is_plain_number(text), "{text}");
    }
}

#[test]
fn a_text_of_nothing_but_tabs_is_defused_in_one_pass() {
    // A look ahead from each tab would take half a million million steps.
    let text = format!("{}=1", "\t".repeat(1_000_000));
    let cell = defused(&text);
    assert_eq!(cell.len(), 2 * text.len() - 1);
    assert_eq!(restored(&cell), text);
}

#[test]
fn the_archetypes_survive_a_file() {
    let table = MinersTable::from(archetypes());
    assert_eq!(read(&write_miners(&table)), table);
}

#[test]
fn a_table_is_serialised_by_its_names() {
    let table = read("name,note,power_price,cash\nA,n,50,\nB,,dear,1\n");
    let json = serde_json::to_value(&table).expect("is JSON");
    assert_eq!(json["miners"][0]["power_price"], 50.0);
    assert_eq!(json["missing"][0], "fleet_hashrate");
    assert_eq!(
        json["filled"][0],
        serde_json::json!({"line": 2, "key": "cash", "value": 0.0})
    );
    assert_eq!(
        json["unknown"][0],
        serde_json::json!({"column": 2, "name": "note", "cells": ["n"]})
    );
    assert_eq!(
        json["unread"][0],
        serde_json::json!({
            "line": 3,
            "cells": ["B", "", "", "dear", "", "", "", "", "", "", "1"],
            "extra": [""],
            "surplus": [],
            "problems": [{
                "line": 3,
                "column": 3,
                "name": "power_price",
                "value": "dear",
                "message": "power_price = \"dear\" is not a number: give a number from 0 to 500 USD/MWh",
            }],
        })
    );
}
