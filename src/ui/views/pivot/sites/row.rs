//! One site's row in the list.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::Props;
use crate::decimal::exact;
use crate::format;
use crate::model::sites::{Contract, MAX_SITES, START_MONTH, SiteResults};
use crate::state::{Action, Edit, PlannedSite, SiteField};

/// A row: its fields while it is in the reader's list, plain text while it is the page's. A site of the list
/// comes with its number, under which it is chosen.
pub(super) fn row(
    props: &Props,
    place: usize,
    results: &SiteResults,
    planned: Option<(usize, &PlannedSite)>,
    chosen: &UseStateHandle<Option<usize>>,
) -> Html {
    let fields = match planned {
        Some((_, site)) => fields(props, place, site),
        None => html! {
            <>
                <th scope="row">{ &results.name }</th>
                <td>{ results.start_month }</td>
                <td>{ results.contract.label() }</td>
            </>
        },
    };
    let id = planned.map(|(id, _)| id);
    let is_chosen = id.is_some() && **chosen == id;
    html! {
        <tr key={id.unwrap_or_default()} class={classes!(is_chosen.then_some("is-chosen"))} data-site={place.to_string()}>
            { fields }
            <td>{ format::significant(results.gross_mw, 5, 0) }</td>
            <td>{ results.first_rent_month }</td>
            <td>{ format::percent(results.execution_pct / 100.0, 0) }</td>
            <td>{ format::usd_m(results.npv_gain) }</td>
            <td>{ format::usd_m(results.expected_npv_gain) }</td>
            <td class="hp-site-tools">{ id.map(|id| tools(props, place, toggle(id, is_chosen, chosen), is_chosen)) }</td>
        </tr>
    }
}

/// Name, month of decision and contract, to be changed.
fn fields(props: &Props, place: usize, site: &PlannedSite) -> Html {
    let name = on_input(props, place, |input| Some(SiteField::Name(input.value())));
    let month = on_input(props, place, |input| {
        Some(input.value_as_number())
            .filter(|month| month.is_finite())
            .map(SiteField::StartMonth)
    });
    let contract = {
        let act = props.act.clone();
        Callback::from(move |event: Event| {
            let chosen = event.target_dyn_into::<HtmlSelectElement>();
            let kind = chosen.and_then(|select| Contract::from_key(&select.value()));
            if let Some(kind) = kind {
                act.emit(Action::Sites(Edit::Set(place, SiteField::Contract(kind))));
            }
        })
    };
    let kinds = Contract::ALL.map(|kind| {
        html! { <option value={kind.key()} selected={kind == site.contract()}>{ kind.label() }</option> }
    });
    let of = |what: &str| format!("{what} of {}", site.name());
    html! {
        <>
            <th scope="row">
                <input class="hp-cell" type="text" value={site.name().to_owned()} onchange={name}
                    aria-label={format!("Name of site {}", place + 1)} data-site-field="name" />
            </th>
            <td>
                <input class="hp-cell is-number" type="number" min={exact(START_MONTH.min)}
                    max={exact(START_MONTH.max)} step="1" value={site.start_month().to_string()} onchange={month}
                    aria-label={of("Month of decision")} data-site-field="start_month" />
            </td>
            <td>
                <select class="hp-cell" onchange={contract} aria-label={of("Contract")} data-site-field="contract">
                    { for kinds }
                </select>
            </td>
        </>
    }
}

/// Takes what a field of a site holds once it is meant.
fn on_input(
    props: &Props,
    place: usize,
    field: fn(&HtmlInputElement) -> Option<SiteField>,
) -> Callback<Event> {
    let act = props.act.clone();
    Callback::from(move |event: Event| {
        let input = event.target_dyn_into::<HtmlInputElement>();
        if let Some(field) = input.as_ref().and_then(field) {
            act.emit(Action::Sites(Edit::Set(place, field)));
        }
    })
}

/// Opens or closes the inputs of the site with this number.
fn toggle(
    id: usize,
    is_chosen: bool,
    chosen: &UseStateHandle<Option<usize>>,
) -> Callback<MouseEvent> {
    let set = chosen.setter();
    Callback::from(move |_| set.set((!is_chosen).then_some(id)))
}

fn tools(props: &Props, place: usize, toggle: Callback<MouseEvent>, is_chosen: bool) -> Html {
    let button = |name, sign, edit, is_off| tool(props, place, (name, sign), edit, is_off);
    let is_full = props.state.sites.len() >= MAX_SITES;
    let last = props.state.sites.len() - 1;
    html! {
        <>
            <button type="button" class="hp-link" aria-expanded={is_chosen.to_string()} onclick={toggle}
                data-site-tool={format!("Inputs:{place}")}>{ "Inputs" }</button>
            { button("Copy", "Copy", Edit::Copy(place), is_full) }
            { button("Up", "↑", Edit::MoveUp(place), place == 0) }
            { button("Down", "↓", Edit::MoveDown(place), place == last) }
            { button("Remove", "×", Edit::Remove(place), false) }
        </>
    }
}

/// A button that changes the list.
fn tool(
    props: &Props,
    place: usize,
    (name, sign): (&'static str, &'static str),
    edit: Edit<PlannedSite>,
    is_off: bool,
) -> Html {
    let onclick = props
        .act
        .reform(move |_: MouseEvent| Action::Sites(edit.clone()));
    html! {
        <button type="button" class={if sign == name { "hp-link" } else { "hp-step" }} title={name} aria-label={format!("{name}, site {}", place + 1)}
            disabled={is_off} {onclick} data-site-tool={format!("{name}:{place}")}>{ sign }</button>
    }
}
