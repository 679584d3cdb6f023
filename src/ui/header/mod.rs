//! The bar at the top: name, views, undo and redo, and what applies to the whole page.

mod sharing;
mod tabs;
mod tools;

use yew::prelude::*;

pub use self::sharing::copied;
pub use self::tools::on_choice;

use self::tabs::Tabs;
use self::tools::Tools;
use super::hooks::{Latest, Travel, Words};
use super::said::Said;
use crate::model::parameters::Inputs;
use crate::state::{Action, State, Theme, View, baseline_name};
use crate::units::RevenueUnit;

/// What the bar shows and where its actions go. While a slider moves all of it stays.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The view that is shown.
    pub view: View,
    /// The unit of revenue per hashrate.
    pub unit: RevenueUnit,
    /// Light or dark.
    pub theme: Theme,
    /// The name of the baseline, where it is not the preset.
    pub pinned: Option<AttrValue>,
    /// Whether the inputs differ from the baseline.
    pub can_pin: bool,
    /// What going back and going forth would do, if anything.
    pub words: Words,
    /// The state for those who ask when something is pressed.
    pub latest: Latest,
    /// Goes back and forth in the history.
    pub travel: Callback<Travel>,
    /// Says something.
    pub say: Callback<Said>,
    /// Takes actions.
    pub act: Callback<Action>,
}

/// The name of the baseline, where it is not the preset.
pub fn pinned(state: &State) -> Option<AttrValue> {
    let is_pinned = state.baseline != Inputs::default();
    is_pinned.then(|| AttrValue::from(baseline_name(&state.baseline)))
}

/// The bar.
#[component]
pub fn Header(props: &Props) -> Html {
    let Props {
        view, unit, theme, ..
    } = *props;
    let (latest, say, act) = (props.latest.clone(), props.say.clone(), props.act.clone());
    html! {
        <header class="hp-header">
            <a class="hp-brand" href="#v=1&view=hashprice" aria-label="Hashpivot, start page">{ "hash" }<i>{ "pivot" }</i></a>
            <Tabs current={view} latest={latest.clone()} act={act.clone()} />
            <div class="hp-history">
                { for [Travel::Back, Travel::Forth].map(|way| travel_button(props, way)) }
            </div>
            <Tools {unit} {theme} pinned={props.pinned.clone()} can_pin={props.can_pin} {latest} {say} {act} />
        </header>
    }
}

/// A button that says what it takes back or brings back.
fn travel_button(bar: &Props, way: Travel) -> Html {
    let (name, path) = match way {
        Travel::Back => ("Undo", "M6 3 2 7l4 4M2 7h7a4 4 0 0 1 0 8H6"),
        Travel::Forth => ("Redo", "m10 3 4 4-4 4m4-4H7a4 4 0 0 0 0 8h3"),
    };
    let what = &bar.words[way as usize];
    let title = AttrValue::from(what.as_ref().map_or_else(
        || format!("Nothing to {}", name.to_ascii_lowercase()),
        |what| format!("{name}: {what}"),
    ));
    let onclick = bar.travel.reform(move |_| way);
    html! {
        <button class="hp-button hp-icon" type="button" data-history={name} aria-label={title.clone()} {title}
            disabled={what.is_none()} {onclick}>
            <svg viewBox="0 0 16 17" width="16" height="17" aria-hidden="true"><path d={path} /></svg>
        </button>
    }
}
