//! The miners' own numbers, each in a field.

use yew::prelude::*;

use super::cell::{Cell, Field, as_input};
use super::sentence::is_illustrative;
use crate::format::input_unit;
use crate::model::parameters::Inputs;
use crate::model::screen::{Column, Miner};
use crate::state::{Action, Edit, MAX_MINERS};

/// The table of fields, and what can be done with rows.
pub(super) fn editor(miners: &[Miner], inputs: &Inputs, act: &Callback<Action>) -> Html {
    let head = Column::ALL.map(|column| {
        let row = column.parameter();
        html! { <th scope="col" title={row.help}>{ row.label }<small>{ input_unit(as_input(column)) }</small></th> }
    });
    let body = miners
        .iter()
        .enumerate()
        .map(|(place, miner)| row(place, miner, miners.len(), act));
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

fn row(place: usize, miner: &Miner, count: usize, act: &Callback<Action>) -> Html {
    let cells = Column::ALL.map(|column| {
        html! {
            <td>
                <Cell {place} field={Field::Number(column)} miner={miner.clone()} act={act.clone()} />
            </td>
        }
    });
    let button = |sign: &'static str, what: &'static str, edit: Edit<Miner>, disabled: bool| {
        let onclick = act.reform(move |_: MouseEvent| Action::Miners(edit.clone()));
        let label = format!("{what} {}", miner.name());
        html! {
            <button type="button" class="hp-step" aria-label={label} title={what} {disabled} {onclick}
                data-edit={what.to_ascii_lowercase()}>{ sign }</button>
        }
    };
    html! {
        <tr data-row={place.to_string()}>
            <td class="is-name"><Cell {place} field={Field::Name} miner={miner.clone()} act={act.clone()} /></td>
            { for cells }
            <td class="hp-row-tools">
                { button("↑", "Up", Edit::MoveUp(place), place == 0) }
                { button("↓", "Down", Edit::MoveDown(place), place + 1 == count) }
                { button("copy", "Copy", Edit::Copy(place), count >= MAX_MINERS) }
                { button("×", "Remove", Edit::Remove(place), false) }
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
        <button type="button" class="hp-button" {onclick} {disabled} data-edit="add">{ "Add a miner" }</button>
    }
}
