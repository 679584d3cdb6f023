//! Text to cells, and their places.

use super::*;

#[test]
fn the_separator_is_the_one_that_finds_the_most_known_columns() {
    for text in [
        "name,power_price\nA,50\n",
        "name;power_price\nA;50\n",
        "name\tpower_price\nA\t50\n",
        "name;Shares (million, fully diluted);power_price\nA;5;50\n",
        "power_price;name;\"a,b,c,d,e\"\n50;A;x\n",
        "sep=;\nname;power_price\nA;50\n",
        "sep=|\r\nname|power_price\r\nA|50\r\n",
        "\"sep=,\"\nname,power_price\nA,50\n",
        "SEP=\t\r\nname\tpower_price\r\nA\t50",
    ] {
        assert_eq!(power_prices(text), [named("A", 50.0)], "{text:?}");
    }
    assert!(
        refused("sep=;\nname,power_price;x\n").contains("it has \"name,power_price\", \"x\""),
        "the first line is obeyed"
    );
    // The semicolons of the second are cells of its own.
    for (no_separator, header) in [
        ("sep=a", "sep=a"),
        ("sep=;;", "sep=\", \"\", \""),
        ("sep=é", "sep=é"),
    ] {
        let told = refused(&format!("{no_separator}\nname,power_price\n"));
        assert!(told.contains(&format!("it has \"{header}\":")), "{told}");
    }
}

#[test]
fn headers_are_keys_or_names_on_screen_in_any_order_and_case() {
    for header in [
        "name,power_price",
        "NAME,Power_Price",
        " Name , POWER PRICE ",
        "Name,Power cost",
        "'name,power cost (USD/MWh)",
        "Name,power_price (USD/MWh)",
    ] {
        assert_eq!(
            power_prices(&format!("{header}\nA,50\n")),
            [named("A", 50.0)],
            "{header}"
        );
    }
    assert_eq!(power_prices("power_price,name\n50,A"), [named("A", 50.0)]);
    for column in Column::ALL {
        let row = column.parameter();
        for header in [
            row.key.to_owned(),
            format!("\"{} ({})\"", row.label, row.unit),
        ] {
            let table = read(&format!("name,{header}\nA,{}\n", row.max));
            assert_eq!(table.miners[0].get(column), row.max, "{header}");
        }
    }
    let other = read("name,power_price (EUR/MWh)\nA,50\n");
    assert_eq!(
        other.unknown[0].name, "power_price (EUR/MWh)",
        "another unit is another column"
    );
}

#[test]
fn blank_rows_spaces_and_separators_at_the_end_of_rows_say_nothing() {
    let text = "\n  \r\n name , power_price ,,\n\n A , 50 ,,\n,,,\n ; \n\rB,51,\r\n\r\n";
    // ` ; ` is a cell of its own in a file with commas: a row named `;`.
    let table = read(text);
    let names: Vec<&str> = table.miners.iter().map(Miner::name).collect();
    assert_eq!(names, ["A", ";", "B"]);
    assert_eq!(table.miners[0].get(Column::PowerPrice), 50.0);
    assert_eq!(table.miners[2].get(Column::PowerPrice), 51.0);
}

#[test]
fn quotes_hold_separators_quotes_and_line_ends() {
    let text = "name,power_price\n\"a,b;c\td\",1\n\"say \"\"hi\"\"\",2\n\"x\r\ny\n\nz\" ,3\ni\"j\"k,\"4\"\n";
    assert_eq!(
        power_prices(text),
        [
            named("a,b;c\td", 1.0),
            named("say \"hi\"", 2.0),
            named("x\r\ny\n\nz", 3.0),
            named("i\"j\"k", 4.0),
        ]
    );
}

#[test]
fn a_quote_that_is_not_closed_costs_one_row() {
    let text = "name,power_price\nA,50\n\"B,51\nC,52\n\"D\",53\nE,\"54\nF,55\n";
    let table = read(text);
    let names: Vec<&str> = table.miners.iter().map(Miner::name).collect();
    assert_eq!(names, ["A", "C", "D", "F"]);
    let kept: Vec<&[String]> = table.unread.iter().map(|row| &row.cells[..4]).collect();
    assert_eq!(kept[0], ["\"B", "", "", "51"]);
    assert_eq!(kept[1], ["E", "", "", "\"54"]);
    let lines: Vec<usize> = table.unread.iter().map(|row| row.line).collect();
    assert_eq!(lines, [3, 6]);
    let first = &table.unread[0].problems[0];
    assert_eq!(
        (first.line, first.column, first.value.as_str()),
        (3, None, "\"B,51")
    );
    assert!(
        first
            .message
            .starts_with("a quotation mark is opened and not closed")
    );
}

#[test]
fn a_quote_that_closes_within_a_cell_is_told() {
    let table = read("name,power_price\n\"A\"B,50\nC,51\n");
    assert_eq!(table.miners.len(), 1);
    assert_eq!(table.unread[0].cells[0], "\"A\"B");
    assert!(told(&table)[0].starts_with("line 2: a quotation mark"));
}

#[test]
fn lines_and_columns_are_those_of_the_file() {
    for end in ["\n", "\r\n", "\r"] {
        let text = "sep=,\n\nname,note,power_price,efficiency\n\n\"A\n\nB\",\"x\ny\",cheap,20\nC,,50,0\n\n\nD,,-1,x\n";
        let table = read(&text.replace('\n', end));
        let places: Vec<(usize, Option<usize>, &str, &str)> = table
            .unread
            .iter()
            .flat_map(|row| &row.problems)
            .map(|problem| {
                (
                    problem.line,
                    problem.column,
                    problem.name.as_str(),
                    problem.value.as_str(),
                )
            })
            .collect();
        assert_eq!(
            places,
            [
                (8, Some(3), "power_price", "cheap"),
                (9, Some(4), "efficiency", "0"),
                (12, Some(3), "power_price", "-1"),
                (12, Some(4), "efficiency", "x"),
            ],
            "{end:?}"
        );
        let lines: Vec<usize> = table.unread.iter().map(|row| row.line).collect();
        assert_eq!(lines, [5, 9, 12], "a row is where it begins");
    }
}
