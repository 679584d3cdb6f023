//! What stands on paper and not on the screen: the date, the address, the inputs and their sources.

use yew::prelude::*;

use super::hooks::{Latest, use_is_printing};
use super::rail::{is_main, is_shown};
use crate::format::{date, input_text};
use crate::model::parameters::{Group, Inputs, Key};
use crate::state::{State, View, link};
use crate::web::{clock, location};

/// The head of the printed page.
pub fn memo() -> Html {
    html! { <Memo /> }
}

/// Nothing while the page is not printed; what is printed is the state at that moment.
#[component]
fn Memo() -> Html {
    let latest = use_context::<Latest>();
    let is_printing = use_is_printing();
    let Some(state) = latest.filter(|_| is_printing).map(|latest| latest.state()) else {
        return html! {};
    };
    let (year, month, day) = clock::today();
    let address = location::address_with(&link::encode(&state)).unwrap_or_default();
    html! {
        <section class="hp-memo">
            <p class="hp-memo-head"><b>{ "hashpivot" }</b>{ " " }{ state.view.title() }<span>{ date(year, month, day) }</span></p>
            <table>
                <thead><tr><th>{ "Input" }</th><th>{ "Now" }</th><th>{ "Baseline" }</th><th>{ "Source of the preset" }</th></tr></thead>
                <tbody>{ for Key::ALL.into_iter().filter_map(|key| row(&state, key)) }</tbody>
            </table>
            <p class="hp-memo-address">{ address }</p>
        </section>
    }
}

/// The inputs that a view is about, beside the main ones.
const fn own(view: View) -> &'static [Group] {
    match view {
        View::Network => &[Group::Response],
        View::Pivot => &[Group::Lease, Group::Build, Group::Finance],
        View::Valuation => &[Group::Valuation],
        View::Hashprice | View::Outlook | View::Miners => &[],
    }
}

/// An input that differs from the preset, now or in the baseline, or that is one of the main ones or of the
/// view's own.
fn row(state: &State, key: Key) -> Option<Html> {
    let preset = Inputs::default();
    let is_preset = |inputs: &Inputs| inputs.get(key) == preset.get(key);
    let is_moved = !is_preset(&state.inputs) || !is_preset(&state.baseline);
    let is_told = is_main(key) || is_moved || own(state.view).contains(&key.parameter().group);
    if !is_told || !is_shown(key) {
        return None;
    }
    let text = |inputs: &Inputs| match inputs.effective(key) {
        Some(value) => input_text(key, value),
        None => "none".to_owned(),
    };
    let row = key.parameter();
    Some(html! {
        <tr>
            <th>{ row.label }</th>
            <td>{ text(&state.inputs) }</td>
            <td>{ text(&state.baseline) }</td>
            <td>{ row.source }</td>
        </tr>
    })
}
