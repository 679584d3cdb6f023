//! The inputs that a site has of its own.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::Props;
use crate::decimal::exact;
use crate::format;
use crate::model::model_inputs::ModelInputs;
use crate::model::parameters::Key;
use crate::state::{Action, Edit, PlannedSite, SiteField, slider};
use crate::ui::controls::{NumberField, refusal};

/// A field for each input of its own, and a menu of those that it can still have.
pub(super) fn editor(props: &Props, place: usize, id: usize, site: &PlannedSite) -> Html {
    let own = site
        .own()
        .iter()
        .map(|(key, value)| own(props, place, id, *key, *value));
    html! {
        <div key={id} class="hp-site-editor" role="group" aria-label={format!("Inputs of {}", site.name())}
            data-site-editor={place.to_string()}>
            <h3>{ format!("What {} has of its own", site.name()) }</h3>
            if let Some(lead) = lead(props, site) { <p>{ lead }</p> }
            <div class="hp-own-inputs">{ for own }</div>
            { menu(props, place, site) }
        </div>
    }
}

/// What the site has that its fields do not say: execution, until it has one of its own.
fn lead(props: &Props, site: &PlannedSite) -> Option<String> {
    let own = site.own();
    if own.iter().any(|(key, _)| *key == Key::ExecutionPct) {
        return None;
    }
    let (contract, page) = (site.contract(), &props.state.inputs);
    let [its, pages] =
        [contract.execution_pct(), page.execution_pct()].map(|pct| format::percent(pct / 100.0, 0));
    Some(if own.is_empty() {
        format!(
            "Nothing yet: its inputs are the page's, and execution is its contract's, {its} (page: {pages})."
        )
    } else {
        format!("Execution is its contract's, {its} (page: {pages}).")
    })
}

/// One input: its field, what the page has, and a way back to that.
fn own(props: &Props, place: usize, id: usize, key: Key, value: f64) -> Html {
    let row = key.parameter();
    let id = field(id, key);
    let page = props.state.inputs.get(key);
    let page = page.map(|value| format!("page: {}", format::input_text(key, value)));
    let drop = props.act.reform(move |_: MouseEvent| set(place, key, None));
    html! {
        <div class="hp-own-input" key={row.key} data-own={row.key}>
            <label for={id.clone()} title={row.help}>{ row.label }</label>
            <NumberField input={key} {value} {id} act={for_site(props, place, value)} />
            <span class="hp-unit">{ format::input_unit(key) }</span>
            <small>{ page }</small>
            <button type="button" class="hp-step" title="As on the page" aria-label={format!("{}: as on the page", row.label)}
                onclick={drop}>{ "×" }</button>
        </div>
    }
}

/// The field of an input of the site with this number.
fn field(id: usize, key: Key) -> String {
    format!("hp-site-{id}-{}", key.name())
}

/// Why what was typed into the fields of the site with this number was not taken, of each such field.
pub(super) fn refusals(id: usize, site: &PlannedSite) -> Vec<String> {
    let own = site.own().iter();
    own.filter_map(|(key, value)| refusal(&field(id, *key), &exact(*value)))
        .collect()
}

/// A field's actions as changes of the site.
fn for_site(props: &Props, place: usize, value: f64) -> Callback<Action> {
    props.act.reform(move |action| match action {
        Action::Set(key, value) => set(place, key, Some(value)),
        Action::Step(key, count) => {
            let stepped = slider::stepped(key.parameter(), value, count);
            set(place, key, Some(stepped))
        }
        other => other,
    })
}

fn set(place: usize, key: Key, value: Option<f64>) -> Action {
    Action::Sites(Edit::Set(place, SiteField::Own(key, value)))
}

/// The inputs of the pivot that are still the page's; choosing one makes it the site's own.
fn menu(props: &Props, place: usize, site: &PlannedSite) -> Html {
    let keys = ModelInputs::of_output("npv_gain").map_or(&[][..], |(_, keys)| keys);
    let is_free =
        |key: &&Key| **key != Key::NetworkHashrate && site.own().iter().all(|(own, _)| own != *key);
    let options = keys.iter().filter(is_free).map(|key| {
        html! { <option value={key.name()}>{ key.parameter().label }</option> }
    });
    let (act, page) = (props.act.clone(), site.site(&props.state.inputs).inputs);
    let onchange = Callback::from(move |event: Event| {
        let chosen = event.target_dyn_into::<HtmlSelectElement>();
        let key = chosen.and_then(|select| Key::from_name(&select.value()));
        if let Some((key, value)) = key.and_then(|key| Some((key, page.effective(key)?))) {
            act.emit(set(place, key, Some(value)));
        }
    });
    html! {
        <select class="hp-button" {onchange} aria-label="Give the site an input of its own" data-site-tool="own">
            <option value="" selected=true>{ "Give it its own …" }</option>
            { for options }
        </select>
    }
}
