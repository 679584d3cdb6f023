//! The views as tabs, each a link that can be copied or opened beside this page.

use web_sys::Element;
use yew::prelude::*;

use crate::state::{Action, State, View, link};
use crate::ui::hooks::Latest;

/// The view that is shown, and what the tabs need to lead to others.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The view that is shown.
    pub current: View,
    /// The state for the links.
    pub latest: Latest,
    /// Takes actions.
    pub act: Callback<Action>,
}

/// The tabs. What their links lead to is worked out when the pointer or the focus comes to one.
#[component]
pub fn Tabs(
    Props {
        current,
        latest,
        act,
    }: &Props,
) -> Html {
    let (here, act) = (latest.clone(), act.clone());
    let onclick = Callback::from(move |event: MouseEvent| {
        let is_plain =
            !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key());
        match tab_of(&event) {
            Some((_, view)) if is_plain => {
                event.prevent_default();
                act.emit(Action::Look(view));
            }
            Some((tab, view)) => lead(&tab, view, &here),
            None => {}
        }
    });
    let near = latest.clone();
    let onpointerover = Callback::from(move |event: PointerEvent| prepare(&event, &near));
    let near = latest.clone();
    let onfocusin = Callback::from(move |event: FocusEvent| prepare(&event, &near));
    // A focus that comes back from outside the page is told by the key alone in Firefox.
    let near = latest.clone();
    let onkeyup = Callback::from(move |event: KeyboardEvent| prepare(&event, &near));
    html! {
        <nav class="hp-nav" aria-label="Views" {onclick} {onkeyup} onpointerdown={onpointerover.clone()}
            {onpointerover} {onfocusin}>
            { for View::ALL.map(|view| tab(view, view == *current)) }
        </nav>
    }
}

fn tab(view: View, is_current: bool) -> Html {
    let current = is_current.then_some("page");
    let href = format!("#v=1&view={}", view.key());
    html! { <a {href} aria-current={current} data-view={view.key()}>{ view.title() }</a> }
}

fn tab_of(event: &Event) -> Option<(Element, View)> {
    let tab = event.target_dyn_into::<Element>()?;
    let view = View::from_key(&tab.get_attribute("data-view")?)?;
    Some((tab, view))
}

fn prepare(event: &Event, latest: &Latest) {
    if let Some((tab, view)) = tab_of(event) {
        lead(&tab, view, latest);
    }
}

/// Makes a tab's link lead to its view with everything as it is now.
fn lead(tab: &Element, view: View, latest: &Latest) {
    let there = State {
        view,
        chart: None,
        ..(*latest.state()).clone()
    };
    let fragment = match link::encode(&there) {
        own if own.is_empty() => "v=1".to_owned(),
        own => own,
    };
    // Without its own link a tab still leads to its view.
    let _ = tab.set_attribute("href", &format!("#{fragment}"));
}
