//! What the template of the API's types, `static/api/hashpivot.d.ts`, leaves to the tables.

use hashpivot::model::outputs::{Model, Output};
use hashpivot::model::parameters::{Key, Parameter};
use hashpivot::model::screen::Column;

use crate::project;

/// The template's names with their values.
pub(super) fn values() -> Vec<(&'static str, String)> {
    let constants = [
        ("version", project::VERSION.to_owned()),
        ("groups", groups()),
        ("inputs", lines(Key::ALL.map(|key| input(key.parameter())))),
        (
            "miner",
            lines(Column::ALL.map(|column| number(column.parameter()))),
        ),
    ];
    let models = Model::ALL.map(|model| (model.name, lines(model.outputs.iter().map(output))));
    constants.into_iter().chain(models).collect()
}

fn lines(members: impl IntoIterator<Item = String>) -> String {
    members.into_iter().collect::<Vec<_>>().join("\n")
}

/// The headings of the parameter table as a union of texts.
fn groups() -> String {
    let mut titles: Vec<_> = Key::ALL.map(|key| key.parameter().group.title()).into();
    titles.dedup();
    let quoted: Vec<_> = titles.iter().map(|title| format!("\"{title}\"")).collect();
    quoted.join(" | ")
}

/// An input as a member of an interface. Of the two displays of difficulty either may be `null`.
fn input(row: &Parameter) -> String {
    let Parameter {
        key,
        label,
        unit,
        min,
        max,
        help,
        source,
        ..
    } = row;
    let whole = if row.whole { ", whole" } else { "" };
    let default = match row.default {
        Some(default) => format!("{default} if left out ({source})"),
        None => "absent if left out".to_owned(),
    };
    let null = if takes_null(row) { " | null" } else { "" };
    format!(
        "  /** {label}, {unit}, {min} to {max}{whole}; {default}. {help} */\n  \
         {key}?: number{null} | undefined;"
    )
}

/// A number of a miner as a member of an interface.
fn number(row: &Parameter) -> String {
    let Parameter {
        key,
        label,
        unit,
        min,
        max,
        help,
        ..
    } = row;
    format!("  /** {label}, {unit}, {min} to {max}. {help} */\n  {key}: number;")
}

/// Whether `null` may be given for the input: where it may be absent, and for network hashrate,
/// where the difficulty then decides.
pub(super) fn takes_null(row: &Parameter) -> bool {
    row.optional || row.key == Key::NetworkHashrate.name()
}

/// A result as a member of an interface.
fn output(output: &Output) -> String {
    let Output {
        key, label, unit, ..
    } = output;
    let unit = unit.text();
    let (null, absent) = match output.is_optional() {
        true => (" | null", "; `null` where there is none"),
        false => ("", ""),
    };
    format!("  /** {label}, {unit}{absent}. */\n  {key}: number{null};")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn member(interface: &str, key: &str) -> String {
        let values = values();
        let (_, text) = values
            .iter()
            .find(|(name, _)| *name == interface)
            .expect("a value");
        let lines: Vec<_> = text.lines().collect();
        let at = lines
            .iter()
            .position(|line| line.trim_start().starts_with(key));
        let at = at.unwrap_or_else(|| panic!("{interface} has no {key}"));
        lines[at - 1..=at].join("\n")
    }

    #[test]
    fn an_input_may_be_left_out_and_says_what_it_takes() {
        assert_eq!(
            member("inputs", "btc_price"),
            "  /** Bitcoin price, USD/BTC, 1000 to 2000000; 88950 if left out (JPMorgan, December \
             2025 average). What one bitcoin sells for. */\n  btc_price?: number | undefined;"
        );
        for key in [
            "network_hashrate",
            "difficulty",
            "spot_price",
            "realised_hashrate",
        ] {
            assert!(
                member("inputs", key).ends_with("?: number | null | undefined;"),
                "{key}"
            );
        }
    }

    #[test]
    fn a_result_that_may_not_exist_may_be_null() {
        assert!(member("hashprice", "hashprice").ends_with("\n  hashprice: number;"));
        assert!(
            member("pivot", "irr")
                .ends_with("`null` where there is none. */\n  irr: number | null;")
        );
    }

    #[test]
    fn each_heading_is_named_once() {
        let groups = groups();
        assert_eq!(groups.split(" | ").count(), 7, "{groups}");
        assert!(groups.starts_with("\"Market and network\" | \"Your fleet\""));
    }
}
