//! Rows of miners from a spreadsheet or a file, and the table as a file.

use yew::prelude::*;

use crate::model::parameters::Inputs;
use crate::model::screen::{Column, Miner};
use crate::state::{Action, Edit, Pad};
use crate::tables::{Filled, MinersTable, TableError, read_miners, write_miners};
use crate::ui::views::intake::{Intake, counted, unknown, unread};
use crate::web::download;

/// Rows as they may look.
const EXAMPLE: &str = "name,fleet_hashrate,efficiency,power_price,share_price,shares,net_debt,cash\nA miner,40,17.5,41,12,250,-100,300";
/// The file that the table becomes.
const FILE: &str = "hashpivot-miners.csv";

/// What rows are read into.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    /// The miners in the table.
    pub(super) miners: Vec<Miner>,
    /// The page's inputs.
    pub(super) inputs: Inputs,
    /// What stands in the field.
    pub(super) text: AttrValue,
    /// Takes actions.
    pub(super) act: Callback<Action>,
}

/// The field for rows, what was read from it, and the button that saves the table.
#[component]
pub(super) fn RowsIn(
    Props {
        miners,
        inputs,
        text,
        act,
    }: &Props,
) -> Html {
    let table = use_memo((text.clone(), inputs.clone()), |(text, inputs)| {
        read(text, inputs)
    });
    let said = use_state_eq(|| None::<String>);
    let save = {
        let (miners, table, said) = (miners.clone(), table.clone(), said.setter());
        Callback::from(move |_: MouseEvent| {
            let text = write_miners(&file(&table, &miners));
            let saved = download::save_text(FILE, "text/csv;charset=utf-8", &text);
            said.set(
                saved
                    .err()
                    .map(|refused| format!("{FILE} is not saved: {refused}.")),
            );
        })
    };
    html! {
        <section class="hp-card hp-editor" aria-labelledby="hp-rows-in">
            <h2 id="hp-rows-in">{ "From and to a spreadsheet" }</h2>
            <Intake pad={Pad::Miners} label="Paste rows with a header, or open or drop a CSV file. Numbers that are left out are the page's."
                example={EXAMPLE} text={text} act={act}>
                { report(&table, miners, act) }
            </Intake>
            <button type="button" class="hp-button" onclick={save} data-action="export">{ "Save the table as CSV" }</button>
            if let Some(said) = &*said {
                <p class="hp-problems" role="alert">{ said }</p>
            }
        </section>
    }
}

/// The table in the text, if there is a text.
type Read = Result<MinersTable, Option<TableError>>;

fn read(text: &str, inputs: &Inputs) -> Read {
    if text.trim().is_empty() {
        return Err(None);
    }
    read_miners(text, inputs).map_err(Some)
}

/// The miners with what else the text holds: rows that could not be read, columns that nothing asks for.
fn file(table: &Read, miners: &[Miner]) -> MinersTable {
    match table {
        Ok(table) => table.with_miners(miners),
        Err(_) => MinersTable::from(miners.to_vec()),
    }
}

/// What was read, and what can be done with it.
fn report(table: &Read, miners: &[Miner], act: &Callback<Action>) -> Html {
    let table = match table {
        Err(None) => return html! {},
        Err(Some(error)) => {
            return html! { <p class="hp-problems" role="alert">{ error.to_string() }</p> };
        }
        Ok(table) => table,
    };
    let read = &table.miners;
    html! {
        <>
            <p class="hp-intake-note" role="status">
                { format!("{} read, {} not.", counted(read.len(), "miner"), table.unread.len()) }
            </p>
            { unread(&table.unread, label) }
            { filled(&table.missing, &table.filled) }
            { unknown(&table.unknown) }
            if !read.is_empty() {
                <div class="hp-intake-tools">
                    { take_button("replace", "Replace the table", read.clone(), act) }
                    { take_button("append", "Add to the table", [miners, read].concat(), act) }
                </div>
            }
        </>
    }
}

fn take_button(
    name: &'static str,
    title: &'static str,
    miners: Vec<Miner>,
    act: &Callback<Action>,
) -> Html {
    let onclick = act.reform(move |_: MouseEvent| Action::Miners(Edit::Replace(miners.clone())));
    html! { <button type="button" class="hp-button" {onclick} data-action={name}>{ title }</button> }
}

/// What the page calls the column with this key.
fn label(key: &str) -> Option<&'static str> {
    if key == Miner::NAME {
        return Some("Name");
    }
    Column::from_key(key).map(|column| column.parameter().label)
}

/// Columns and cells that took the page's numbers.
fn filled(missing: &[&'static str], filled: &[Filled]) -> Html {
    if missing.is_empty() && filled.is_empty() {
        return html! {};
    }
    let called = |key: &'static str| label(key).unwrap_or(key);
    let columns: Vec<&str> = missing.iter().copied().map(called).collect();
    let columns = (!columns.is_empty()).then(|| format!("every miner's {}", columns.join(", ")));
    let cells = filled
        .iter()
        .map(|cell| format!("{} on line {}", called(cell.key), cell.line));
    let all: Vec<String> = columns.into_iter().chain(cells).collect();
    html! {
        <p class="hp-intake-note">{ format!("Left out, and so the page's numbers (no cash): {}.", all.join("; ")) }</p>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tables::Problem;
    use crate::ui::views::intake::told;

    #[test]
    fn a_problem_names_the_field_as_the_page_does() {
        const REFUSED: &str =
            "power_price = \"cheap\" is not a number: give a number from 0 to 500 USD/MWh";
        for (header, message, text) in [
            (
                "power",
                REFUSED,
                "line 3, column 2 (power): Power cost: \"cheap\" is not a number: give a number from 0 to 500 USD/MWh",
            ),
            (
                "power cost",
                REFUSED,
                "line 3, column 2 (power cost): \"cheap\" is not a number: give a number from 0 to 500 USD/MWh",
            ),
            (
                "power",
                "the row has more cells",
                "line 3, column 2 (power): the row has more cells",
            ),
        ] {
            let problem = Problem {
                line: 3,
                column: Some(2),
                name: header.to_owned(),
                value: "cheap".to_owned(),
                message: message.to_owned(),
            };
            assert_eq!(told(&problem, label), text);
        }
    }
}
