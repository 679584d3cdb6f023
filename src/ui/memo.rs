//! What stands on paper and not on the screen: the date, the address, the inputs and their sources.

mod words;

use yew::prelude::*;

use words::{origins, source, value};

use super::hooks::{Last, Latest, use_is_printing, use_print_events};
use super::rail::{is_main, is_shown};
use crate::format::{date, input_text};
use crate::model::parameters::{Group, Inputs, Key};
use crate::state::{PlannedSite, State, View, is_followed, link};
use crate::web::{clock, location};

/// The head of the printed page.
pub fn memo() -> Html {
    html! { <Memo /> }
}

/// Nothing while the page is not printed; what is printed is the state at that moment.
#[component]
fn Memo() -> Html {
    let latest = use_context::<Latest>();
    use_print_events();
    let is_printing = use_is_printing();
    let Some(state) = latest.filter(|_| is_printing).map(|latest| latest.state()) else {
        return html! {};
    };
    let (year, month, day) = clock::today();
    let address = location::address_with(&link::encode(&state)).unwrap_or_default();
    html! {
        <section class="hp-memo">
            <p class="hp-memo-head"><b>{ "hashpivot" }</b>{ " " }{ state.view.title() }<span>{ date(year, month, day) }</span></p>
            { for origins(&state.inputs, &state.baseline).into_iter().map(|(what, note)| html! {
                <p><b>{ what }</b>{ " " }{ note }</p>
            }) }
            <div class="hp-memo-inputs">{ for Group::ALL.map(|group| inputs(&state, group)) }</div>
            if state.view == View::Pivot && !state.sites.is_empty() {
                <dl>{ for state.sites.iter().map(site) }</dl>
            }
            <p class="hp-memo-address">{ address }</p>
            <Last />
        </section>
    }
}

/// The inputs under a heading that are told, if there are any.
fn inputs(state: &State, group: Group) -> Html {
    let is_here = |key: &Key| key.parameter().group == group && is_told(state, *key);
    let mut keys = Key::ALL.into_iter().filter(is_here).peekable();
    if keys.peek().is_none() {
        return html! {};
    }
    html! {
        <table>
            <thead><tr>
                <th>{ group.title() }</th>
                <th>{ "Now" }</th>
                <th>{ "Source" }</th>
            </tr></thead>
            <tbody>{ for keys.map(|key| row(state, key)) }</tbody>
        </table>
    }
}

/// Whether an input has a row: one that something in the view follows, one of the main ones, or one that
/// differs from the preset, now or in the baseline.
fn is_told(state: &State, key: Key) -> bool {
    let preset = Inputs::default();
    let is_preset = |inputs: &Inputs| inputs.get(key) == preset.get(key);
    let is_moved = !is_preset(&state.inputs) || !is_preset(&state.baseline);
    is_shown(key) && (is_followed(state.view, key) || is_main(key) || is_moved)
}

/// An input now, and in the baseline where that differs.
fn row(state: &State, key: Key) -> Html {
    let text = |inputs: &Inputs| value(inputs, key).unwrap_or_else(|| "none".to_owned());
    let (now, before) = (text(&state.inputs), text(&state.baseline));
    html! {
        <tr>
            <th>{ key.parameter().label }</th>
            <td><b>{ &now }</b>{ (before != now).then(|| format!(" (baseline {before})")) }</td>
            <td>{ source(&state.inputs, key) }</td>
        </tr>
    }
}

/// What a site has of its own.
fn site(site: &PlannedSite) -> Html {
    let own = site.own().iter().map(|(key, value)| {
        let label = key.parameter().label;
        format!(", {label} {}", input_text(*key, *value))
    });
    let start = site.start_month();
    html! {
        <div>
            <dt>{ site.name() }</dt>
            <dd>{ format!("Decision in month {start}, {}", site.contract().label()) }{ for own }</dd>
        </div>
    }
}
