//! The bar at the top: name, views, and what applies to the whole page.

use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::model::parameters::Inputs;
use crate::state::{Action, State, Theme, View, link};
use crate::units::RevenueUnit;

/// State and actions of the bar.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The state of the page.
    pub state: Rc<State>,
    /// Takes actions.
    pub act: Callback<Action>,
}

/// Name, views, unit switch, theme switch, baseline.
#[component]
pub fn Header(Props { state, act }: &Props) -> Html {
    let unit = on_choice(act, |key| RevenueUnit::from_key(key).map(Action::ShowIn));
    let theme = on_choice(act, |key| Theme::from_key(key).map(Action::Paint));
    let is_open = use_state_eq(|| false);
    let toggle = Callback::from({
        let is_open = is_open.clone();
        move |_| is_open.set(!*is_open)
    });
    let units = RevenueUnit::ALL.map(|unit| (unit.key(), unit.label(), state.unit == unit));
    let themes = Theme::ALL.map(|theme| (theme.key(), theme.title(), state.theme == theme));
    html! {
        <header class="hp-header">
            <a class="hp-brand" href="#v=1" aria-label="Hashpivot, start page">{ "hash" }<i>{ "pivot" }</i></a>
            <nav class="hp-nav" aria-label="Views">{ for View::ALL.map(|view| tab(state, view)) }</nav>
            <button class="hp-button hp-options" type="button" aria-expanded={is_open.to_string()}
                aria-controls="hp-tools" aria-label="Options" onclick={toggle}>{ "⋯" }</button>
            <div class={classes!("hp-tools", is_open.then_some("is-open"))} id="hp-tools">
                { baseline_buttons(state, act) }
                { switch("Unit of revenue", "unit", &units, unit) }
                { switch("Light or dark", "theme", &themes, theme) }
            </div>
        </header>
    }
}

/// The action for the key of the chosen option.
fn on_choice(act: &Callback<Action>, action: fn(&str) -> Option<Action>) -> Callback<Event> {
    let act = act.clone();
    Callback::from(move |event: Event| {
        let chosen = event
            .target_dyn_into::<HtmlSelectElement>()
            .map(|select| select.value());
        if let Some(action) = chosen.and_then(|key| action(&key)) {
            act.emit(action);
        }
    })
}

fn tab(state: &State, view: View) -> Html {
    let there = State {
        view,
        ..state.clone()
    };
    let fragment = link::encode(&there);
    let href = if fragment.is_empty() {
        "#v=1".to_owned()
    } else {
        format!("#{fragment}")
    };
    let current = (state.view == view).then_some("page");
    html! { <a {href} aria-current={current} data-view={view.key()}>{ view.title() }</a> }
}

fn switch(
    label: &'static str,
    name: &'static str,
    choices: &[(&'static str, &'static str, bool)],
    onchange: Callback<Event>,
) -> Html {
    let options = choices.iter().map(|(key, title, selected)| {
        html! { <option value={*key} selected={*selected}>{ *title }</option> }
    });
    html! {
        <select class="hp-button" aria-label={label} title={label} data-switch={name} {onchange}>
            { for options }
        </select>
    }
}

/// Pins what is on the page; lets go of what was pinned. Pinning moves no button.
fn baseline_buttons(state: &State, act: &Callback<Action>) -> Html {
    let is_pinned = state.baseline != Inputs::default();
    let can_pin = state.inputs != state.baseline;
    let pin = act.reform(|_| Action::PinBaseline);
    let unpin = act.reform(|_| Action::UnpinBaseline);
    html! {
        <>
            if is_pinned {
                <button class="hp-button" type="button" onclick={unpin}
                    title="Compare with December 2025 again">{ "Unpin baseline" }</button>
            }
            <button class="hp-button" type="button" disabled={!can_pin} onclick={pin}
                title="Compare everything that follows with these inputs">{ "Pin baseline" }</button>
        </>
    }
}
