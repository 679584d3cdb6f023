//! The list of sites: a row each, and what they add up to.

use yew::prelude::*;

use super::Props;
use super::editor::{editor, refusals};
use super::row::row;
use crate::decimal::exact;
use crate::format;
use crate::model::parameters::Key;
use crate::model::sites::{MAX_SITES, Portfolio, SiteResults};
use crate::state::{Action, Edit, PlannedSite};
use crate::ui::controls::unseen;
use crate::units::Megawatt;

/// Months between the decisions of the sites that a list starts with.
const NEXT_DECISION: f64 = 12.0;

/// The card with the list, its totals, and the inputs of the chosen site; the sites' numbers stay with them
/// wherever they stand.
pub(super) fn list(
    props: &Props,
    all: &Portfolio,
    ids: &[usize],
    chosen: &UseStateHandle<Option<usize>>,
) -> Html {
    let counted = props.state.choices.megawatt();
    let rows = all.sites.iter().enumerate().map(|(place, results)| {
        let planned = ids.get(place).copied().zip(props.state.sites.get(place));
        row(props, place, results, planned, chosen)
    });
    let open = chosen.and_then(|id| {
        let place = ids.iter().position(|other| *other == id)?;
        Some(editor(props, place, id, props.state.sites.get(place)?))
    });
    html! {
        <section class="hp-card hp-panel hp-sites" aria-labelledby="hp-sites">
            <h2 id="hp-sites">{ "Sites" }</h2>
            <p>{ lead(props.state.sites.is_empty()) }</p>
            <div class="hp-table" tabindex="0" role="group" aria-label="List of sites">
                <table>
                    { head(counted) }
                    <tbody>{ for rows }</tbody>
                    { totals(all, counted) }
                </table>
            </div>
            { add_button(props) }
            { for refused(props, ids, **chosen) }
            { open }
        </section>
    }
}

fn lead(is_one: bool) -> Html {
    if !is_one {
        return "Each site has the page's inputs except for its own; how likely it is to be executed follows from its \
                contract. Values are in today's dollars: a later decision counts for less."
            .into();
    }
    html! {
        <>
            { "One site: the inputs of this page." }
            <span class="hp-on-screen">
                { " Add a second to plan a portfolio; each site then has the page's inputs except for those that you \
                   give it, and its contract says how likely it is to be executed." }
            </span>
        </>
    }
}

/// The megawatts of a site.
pub(super) const fn mw(site: &SiteResults, counted: Megawatt) -> f64 {
    match counted {
        Megawatt::Gross => site.gross_mw,
        Megawatt::CriticalIt => site.it_mw,
    }
}

fn head(counted: Megawatt) -> Html {
    let columns = [
        "Site",
        "Decision, month",
        "Contract",
        counted.title(),
        "First rent, month",
        "Execution",
        "Gain",
        "Expected gain",
        "",
    ];
    html! { <thead><tr>{ for columns.map(|name| html! { <th scope="col">{ name }</th> }) }</tr></thead> }
}

fn totals(all: &Portfolio, counted: Megawatt) -> Html {
    let total: f64 = all.sites.iter().map(|site| mw(site, counted)).sum();
    let name = match counted {
        Megawatt::Gross => "gross_mw",
        Megawatt::CriticalIt => "it_mw",
    };
    html! {
        <tfoot>
            <tr>
                <th scope="row" colspan="3">{ "All sites" }</th>
                <td data-total={name} data-value={exact(total)}>{ format::significant(total, 5, 0) }</td>
                <td></td><td></td>
                { money("npv_gain", all.npv_gain) }
                { money("expected_npv_gain", all.expected_npv_gain) }
                <td></td>
            </tr>
        </tfoot>
    }
}

fn money(name: &'static str, value: f64) -> Html {
    html! { <td data-total={name} data-value={exact(value)}>{ format::usd_m(value) }</td> }
}

fn add_button(props: &Props) -> Html {
    let edit = added(props);
    let onclick = edit.clone().map(|edit| {
        let act = props.act.clone();
        Callback::from(move |_: MouseEvent| act.emit(Action::Sites(edit.clone())))
    });
    html! {
        <button type="button" class="hp-button" disabled={edit.is_none()} {onclick} data-add="site">
            { "Add a site" }
        </button>
    }
}

/// What was not taken of sites whose inputs are closed, and why: their fields are not there to say it.
fn refused(props: &Props, ids: &[usize], chosen: Option<usize>) -> Vec<Html> {
    let sites = ids.iter().zip(&props.state.sites);
    let closed = sites.filter(|(id, _)| chosen != Some(**id));
    closed
        .flat_map(|(id, site)| {
            let said = move |why| format!("{}: {why}", site.name());
            refusals(*id, site).into_iter().map(said)
        })
        .map(|said| unseen(&said))
        .collect()
}

/// What adding a site does: the first time it also puts the page's site into the list, with the
/// page's execution, so that nothing changes for it.
fn added(props: &Props) -> Option<Edit<PlannedSite>> {
    let count = props.state.sites.len();
    if count >= MAX_SITES {
        return None;
    }
    let is_free = |name: &String| props.state.sites.iter().all(|site| site.name() != name);
    let mut names = (count + 1..)
        .map(|number| format!("Site {number}"))
        .filter(is_free);
    let mut new = || PlannedSite::named(&names.next()?).ok();
    let first = new()?;
    if count > 0 {
        return Some(Edit::Add(first));
    }
    let execution = props.state.inputs.execution_pct();
    let first = first.with(Key::ExecutionPct, Some(execution)).ok()?;
    let second = new()?.starting(NEXT_DECISION).ok()?;
    Some(Edit::Replace(vec![first, second]))
}
