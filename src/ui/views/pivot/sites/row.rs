//! One site's row in the list.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::Props;
use super::cell::{Cell, Field};
use super::list::mw;
use crate::format;
use crate::model::sites::{Contract, MAX_SITES, SiteResults};
use crate::state::{Action, Edit, PlannedSite, SiteField};
use crate::ui::controls::{RowTool, RowTools};

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
        Some((id, site)) => fields(props, place, id, site),
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
    let act = props
        .act
        .reform(|(tool, place): (RowTool, usize)| Action::Sites(tool.edit(place)));
    let tools = id.map(|id| {
        html! {
            <>
                <button type="button" class="hp-link" aria-expanded={is_chosen.to_string()}
                    onclick={toggle(id, is_chosen, chosen)} data-row-tool={format!("Inputs:{place}")}>{ "Inputs" }</button>
                <RowTools {place} count={props.state.sites.len()} most={MAX_SITES}
                    row={format!("site {}", place + 1)} act={act.clone()} />
            </>
        }
    });
    html! {
        <tr key={id.unwrap_or_default()} class={is_chosen.then_some("is-chosen")} data-site={place.to_string()}>
            { fields }
            <td>{ format::significant(mw(results, props.state.choices.megawatt()), 5, 0) }</td>
            <td>{ results.first_rent_month }</td>
            <td>{ format::percent(results.execution_pct / 100.0, 0) }</td>
            <td>{ format::usd_m(results.npv_gain) }</td>
            <td>{ format::usd_m(results.expected_npv_gain) }</td>
            <td class="hp-row-tools">{ tools }</td>
        </tr>
    }
}

/// Name, month of decision and contract, to be changed; on paper as text.
fn fields(props: &Props, place: usize, id: usize, site: &PlannedSite) -> Html {
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
    let cell =
        |field| html! { <Cell {place} {id} {field} site={site.clone()} act={props.act.clone()} /> };
    html! {
        <>
            <th scope="row"><span class="hp-paper">{ site.name() }</span>{ cell(Field::Name) }</th>
            <td><span class="hp-paper">{ site.start_month() }</span>{ cell(Field::StartMonth) }</td>
            <td>
                <span class="hp-paper">{ site.contract().label() }</span>
                <select class="hp-cell" onchange={contract} aria-label={format!("Contract of {}", site.name())}
                    data-site-field="contract">
                    { for kinds }
                </select>
            </td>
        </>
    }
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
