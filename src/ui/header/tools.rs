//! What applies to the whole page: baseline, link, unit, light and dark. On a narrow page it folds.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::sharing::{copy, is_shareable, share};
use crate::state::{Action, Theme};
use crate::ui::class;
use crate::ui::hooks::Latest;
use crate::ui::said::Said;
use crate::units::RevenueUnit;
use crate::web::document;

/// What the tools show and where their actions go.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The unit of revenue per hashrate.
    pub unit: RevenueUnit,
    /// Light or dark.
    pub theme: Theme,
    /// The name of the baseline, where it is not the preset.
    pub pinned: Option<AttrValue>,
    /// Whether the inputs differ from the baseline.
    pub can_pin: bool,
    /// The state for those who ask when something is pressed.
    pub latest: Latest,
    /// Says something.
    pub say: Callback<Said>,
    /// Takes actions.
    pub act: Callback<Action>,
}

/// The tools, and the button that unfolds them.
#[component]
pub fn Tools(props: &Props) -> Html {
    let Props {
        unit, theme, act, ..
    } = props;
    let is_open = use_state_eq(|| false);
    let toggle = Callback::from({
        let is_open = is_open.clone();
        move |_| is_open.set(!*is_open)
    });
    // What was copied is said where the tools hang.
    let say = props.say.reform({
        let is_open = is_open.clone();
        move |said| {
            is_open.set(false);
            said
        }
    });
    let units = RevenueUnit::ALL.map(|choice| (choice.key(), choice.label(), choice == *unit));
    let themes = Theme::ALL.map(|choice| (choice.key(), choice.title(), choice == *theme));
    let show_in = on_choice(act, |key| RevenueUnit::from_key(key).map(Action::ShowIn));
    let paint = on_choice(act, |key| Theme::from_key(key).map(Action::Paint));
    html! {
        <>
            <button class="hp-button hp-options" type="button" aria-expanded={is_open.to_string()}
                aria-controls="hp-tools" aria-label="Options" onclick={toggle}>{ "⋯" }</button>
            <div class={class::with("hp-tools", &[is_open.then_some("is-open")])} id="hp-tools">
                { baseline(props) }
                { link_buttons(&props.latest, &say) }
                { switch("Unit of revenue", "unit", &units, show_in) }
                { switch("Light or dark", "theme", &themes, paint) }
            </div>
        </>
    }
}

/// What is pinned and the way to let go of it; then the way to pin, which pinning does not move.
fn baseline(
    Props {
        pinned,
        can_pin,
        act,
        ..
    }: &Props,
) -> Html {
    let pin = act.reform(|_| Action::PinBaseline);
    let unpin = act.reform(|_| Action::UnpinBaseline);
    let pinned = pinned.as_ref().map(|name| {
        html! {
            <span class="hp-pinned" data-pinned="">
                <span title={name.clone()}><i>{ "Baseline: " }</i><b>{ name }</b></span>
                <button class="hp-link" type="button" onclick={unpin}
                    title="Compare with December 2025 again">{ "Unpin" }</button>
            </span>
        }
    });
    html! {
        <>
            { pinned }
            <button class="hp-button" type="button" disabled={!can_pin} onclick={pin}
                title="Compare everything that follows with these inputs">{ "Pin baseline" }</button>
        </>
    }
}

fn link_buttons(latest: &Latest, say: &Callback<Said>) -> Html {
    let sharing = is_shareable().then(|| {
        html! { <button class="hp-button" type="button" onclick={share(latest, say)}>{ "Share" }</button> }
    });
    html! {
        <>
            <button class="hp-button" type="button" onclick={copy(latest, say)}
                title="Copy a link to this page as it is">{ "Copy link" }</button>
            { sharing }
            <button class="hp-button" type="button" data-open="embed"
                title="Put this into a page of your own">{ "Embed" }</button>
        </>
    }
}

/// The action for the key of the chosen option.
pub fn on_choice(act: &Callback<Action>, action: fn(&str) -> Option<Action>) -> Callback<Event> {
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

/// A choice of options: key, title, whether it is the present one. Attributes say what is chosen at
/// first; after the reader's first choice only the property does.
fn switch(
    label: &'static str,
    name: &'static str,
    choices: &[(&'static str, &'static str, bool)],
    onchange: Callback<Event>,
) -> Html {
    let options = choices.iter().map(|(key, title, selected)| {
        html! { <option value={*key} selected={*selected}>{ *title }</option> }
    });
    let chosen = choices.iter().position(|(.., selected)| *selected);
    html! {
        <select class="hp-button" aria-label={label} title={label} data-switch={name}
            ~selectedIndex={document::number(chosen.unwrap_or_default())} {onchange}>
            { for options }
        </select>
    }
}
