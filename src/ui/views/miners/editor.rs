//! The miners' own numbers, each in a field.

use std::cell::RefCell;

use yew::prelude::*;

use super::cell::{Cell, Field, as_input};
use super::sentence::is_illustrative;
use crate::format::input_unit;
use crate::model::parameters::Inputs;
use crate::model::screen::{Column, Miner};
use crate::state::{Action, Edit, MAX_MINERS, RowIds};
use crate::ui::controls::{RowTool, RowTools};
use crate::ui::hooks::{kept, row_ids};

/// Under which the numbers of the rows are kept.
const ROWS: &str = "rows of miners";

thread_local! {
    /// The numbers of the rows. What is typed is kept under them, also while another view is looked at.
    static IDS: RefCell<RowIds<Miner>> = RefCell::new(RowIds::going_on(&kept(ROWS)));
}

/// The table of fields, and what can be done with rows.
pub(super) fn editor(miners: &[Miner], inputs: &Inputs, act: &Callback<Action>) -> Html {
    let head = Column::ALL.map(|column| {
        let row = column.parameter();
        html! { <th scope="col" title={row.help}>{ row.label }<small>{ input_unit(as_input(column)) }</small></th> }
    });
    let ids = row_ids(ROWS, &IDS, miners);
    let body = ids.into_iter().zip(miners).enumerate();
    let body = body.map(|(place, (id, miner))| row(place, id, miner, miners.len(), act));
    html! {
        <section class="hp-card hp-editor" aria-labelledby="hp-editor">
            <h2 id="hp-editor">{ "The miners" }</h2>
            <p class="hp-screen-note">
                if miners.iter().any(|miner| is_illustrative(miner.name())) {
                    { "Rows marked illustrative are made up to show kinds of miners: no company's data. " }
                }
                { "Everything else (market, network, lease, rates) comes from the page's inputs." }
            </p>
            <div class="hp-screen-scroll" tabindex="0" role="group" aria-labelledby="hp-editor">
                <table class="hp-screen hp-fields">
                    <thead><tr>
                        <th scope="col" class="is-name">{ "Name" }</th>
                        { for head }
                        <th scope="col">{ "Row" }</th>
                    </tr></thead>
                    <tbody>{ for body }</tbody>
                </table>
            </div>
            { add_button(miners, inputs, act) }
        </section>
    }
}

fn row(place: usize, id: usize, miner: &Miner, count: usize, act: &Callback<Action>) -> Html {
    let cells = Column::ALL.map(|column| {
        html! {
            <td>
                <Cell {place} {id} field={Field::Number(column)} miner={miner.clone()} act={act.clone()} />
            </td>
        }
    });
    let tools = act.reform(|(tool, place): (RowTool, usize)| Action::Miners(tool.edit(place)));
    html! {
        <tr key={id} data-row={place.to_string()}>
            <td class="is-name"><Cell {place} {id} field={Field::Name} miner={miner.clone()} act={act.clone()} /></td>
            { for cells }
            <td class="hp-row-tools">
                <RowTools {place} {count} most={MAX_MINERS} row={miner.name().to_owned()} act={tools} />
            </td>
        </tr>
    }
}

fn add_button(miners: &[Miner], inputs: &Inputs, act: &Callback<Action>) -> Html {
    let name = (miners.len() + 1..)
        .map(|number| format!("Miner {number}"))
        .find(|name| miners.iter().all(|miner| miner.name() != name));
    let new = name.and_then(|name| Miner::named(&name, inputs).ok());
    let disabled = miners.len() >= MAX_MINERS;
    let onclick = {
        let act = act.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(miner) = new.clone() {
                act.emit(Action::Miners(Edit::Add(miner)));
            }
        })
    };
    html! {
        <button type="button" class="hp-button" {onclick} {disabled} data-add="miner">{ "Add a miner" }</button>
    }
}
