//! The list of sites: a row each, and what they add up to.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::Props;
use super::editor::editor;
use crate::format;
use crate::model::parameters::Key;
use crate::model::sites::{Contract, MAX_SITES, Portfolio, START_MONTH, SiteResults};
use crate::state::{Action, Edit, PlannedSite, SiteField};

/// Months between the decisions of the sites that a list starts with.
const NEXT_DECISION: f64 = 12.0;

/// The card with the list, its totals, and the inputs of the chosen site.
pub(super) fn list(props: &Props, all: &Portfolio, chosen: &UseStateHandle<Option<usize>>) -> Html {
    let rows = all.sites.iter().enumerate().map(|(place, results)| {
        let planned = props.sites.get(place);
        row(props, place, results, planned, chosen)
    });
    let open = chosen.and_then(|place| Some((place, props.sites.get(place)?)));
    html! {
        <section class="hp-card hp-panel hp-sites" aria-labelledby="hp-sites">
            <h2 id="hp-sites">{ "Sites" }</h2>
            <p>{ lead(props) }</p>
            <div class="hp-table" tabindex="0" role="group" aria-label="List of sites">
                <table>
                    { head() }
                    <tbody>{ for rows }</tbody>
                    { totals(all) }
                </table>
            </div>
            { add_button(props) }
            { open.map(|(place, site)| editor(props, place, site)) }
        </section>
    }
}

fn lead(props: &Props) -> &'static str {
    if props.sites.is_empty() {
        "One site: the inputs of this page. Add a second to plan a portfolio; each site then has the page's inputs \
         except for those that you give it."
    } else {
        "Each site has the page's inputs except for its own. Values are in today's dollars: a later decision counts \
         for less."
    }
}

fn head() -> Html {
    const COLUMNS: [&str; 9] = [
        "Site",
        "Decision, month",
        "Contract",
        "Gross MW",
        "First rent, month",
        "Execution",
        "Gain",
        "Expected gain",
        "",
    ];
    html! { <thead><tr>{ for COLUMNS.map(|name| html! { <th scope="col">{ name }</th> }) }</tr></thead> }
}

fn totals(all: &Portfolio) -> Html {
    let gross: f64 = all.sites.iter().map(|site| site.gross_mw).sum();
    html! {
        <tfoot>
            <tr>
                <th scope="row" colspan="3">{ "All sites" }</th>
                <td data-total="gross_mw" data-value={gross.to_string()}>{ format::significant(gross, 5, 0) }</td>
                <td></td><td></td>
                { money("npv_gain", all.npv_gain) }
                { money("expected_npv_gain", all.expected_npv_gain) }
                <td></td>
            </tr>
        </tfoot>
    }
}

fn money(name: &'static str, value: f64) -> Html {
    html! { <td data-total={name} data-value={value.to_string()}>{ format::usd_m(value) }</td> }
}

/// A row: its fields while it is in the reader's list, plain text while it is the page's.
fn row(
    props: &Props,
    place: usize,
    results: &SiteResults,
    planned: Option<&PlannedSite>,
    chosen: &UseStateHandle<Option<usize>>,
) -> Html {
    let fields = match planned {
        Some(site) => fields(props, place, site),
        None => html! {
            <>
                <th scope="row">{ &results.name }</th>
                <td>{ results.start_month }</td>
                <td>{ results.contract.label() }</td>
            </>
        },
    };
    let is_chosen = planned.is_some() && **chosen == Some(place);
    html! {
        <tr key={place} class={classes!(is_chosen.then_some("is-chosen"))} data-site={place.to_string()}>
            { fields }
            <td>{ format::significant(results.gross_mw, 5, 0) }</td>
            <td>{ results.first_rent_month }</td>
            <td>{ format::percent(results.execution_pct / 100.0, 0) }</td>
            <td>{ format::usd_m(results.npv_gain) }</td>
            <td>{ format::usd_m(results.expected_npv_gain) }</td>
            <td class="hp-site-tools">{ planned.map(|_| tools(props, place, is_chosen, chosen)) }</td>
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
                <input class="hp-cell is-number" type="number" min={START_MONTH.min.to_string()}
                    max={START_MONTH.max.to_string()} step="1" value={site.start_month().to_string()} onchange={month}
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

fn tools(
    props: &Props,
    place: usize,
    is_chosen: bool,
    chosen: &UseStateHandle<Option<usize>>,
) -> Html {
    let button = |name: &'static str, sign: &'static str, edit: Edit<PlannedSite>, is_off: bool| {
        let onclick = props
            .act
            .reform(move |_: MouseEvent| Action::Sites(edit.clone()));
        html! {
            <button type="button" class="hp-step" title={name} aria-label={format!("{name}, site {}", place + 1)}
                disabled={is_off} {onclick} data-site-tool={format!("{name}:{place}")}>{ sign }</button>
        }
    };
    let toggle = {
        let set = chosen.setter();
        Callback::from(move |_: MouseEvent| set.set((!is_chosen).then_some(place)))
    };
    let is_full = props.sites.len() >= MAX_SITES;
    let last = props.sites.len() - 1;
    html! {
        <>
            <button type="button" class="hp-link" aria-expanded={is_chosen.to_string()} onclick={toggle}
                data-site-tool={format!("Inputs:{place}")}>{ "Inputs" }</button>
            { button("Copy", "⧉", Edit::Copy(place), is_full) }
            { button("Up", "↑", Edit::MoveUp(place), place == 0) }
            { button("Down", "↓", Edit::MoveDown(place), place == last) }
            { button("Remove", "×", Edit::Remove(place), false) }
        </>
    }
}

fn add_button(props: &Props) -> Html {
    let edit = added(props);
    let onclick = edit.clone().map(|edit| {
        let act = props.act.clone();
        Callback::from(move |_: MouseEvent| act.emit(Action::Sites(edit.clone())))
    });
    html! {
        <button type="button" class="hp-button" disabled={edit.is_none()} {onclick} data-site-tool="Add">
            { "Add a site" }
        </button>
    }
}

/// What adding a site does: the first time it also puts the page's site into the list, with the
/// page's execution, so that nothing changes for it.
fn added(props: &Props) -> Option<Edit<PlannedSite>> {
    let count = props.sites.len();
    if count >= MAX_SITES {
        return None;
    }
    let is_free = |name: &String| props.sites.iter().all(|site| site.name() != name);
    let mut names = (count + 1..)
        .map(|number| format!("Site {number}"))
        .filter(is_free);
    let mut new = || PlannedSite::named(&names.next()?).ok();
    let first = new()?;
    if count > 0 {
        return Some(Edit::Add(first));
    }
    let execution = props.inputs.execution_pct();
    let first = first.with(Key::ExecutionPct, Some(execution)).ok()?;
    let second = new()?.starting(NEXT_DECISION).ok()?;
    Some(Edit::Replace(vec![first, second]))
}
