//! The bar at the top: name, views, undo and redo, and what applies to the whole page.

mod sharing;
mod tabs;
mod tools;

use yew::prelude::*;

pub use self::sharing::copied;
pub use self::tools::on_choice;

use self::tabs::Tabs;
use self::tools::Tools;
use super::hooks::{Calculator, Latest, Travel, Words};
use super::said::Said;
use crate::model::parameters::Inputs;
use crate::state::baseline_name;

/// What the bar needs beside the state.
pub struct Bar<'a> {
    /// State and history.
    pub calculator: &'a Calculator,
    /// The state for those who ask when something is pressed.
    pub latest: &'a Latest,
    /// Goes back and forth in the history.
    pub travel: &'a Callback<Travel>,
    /// What going back and going forth would do, if anything.
    pub words: &'a Words,
    /// Says something.
    pub say: &'a Callback<Said>,
}

/// The bar.
pub fn header(bar: &Bar<'_>) -> Html {
    let Calculator { state, act, .. } = bar.calculator;
    let is_pinned = state.baseline != Inputs::default();
    let pinned = is_pinned.then(|| AttrValue::from(baseline_name(&state.baseline)));
    let can_pin = state.inputs != state.baseline;
    let (latest, say) = (bar.latest.clone(), bar.say.clone());
    html! {
        <header class="hp-header">
            <a class="hp-brand" href="#v=1&view=hashprice" aria-label="Hashpivot, start page">{ "hash" }<i>{ "pivot" }</i></a>
            <Tabs current={state.view} latest={bar.latest.clone()} act={act.clone()} />
            <div class="hp-history">
                { for [Travel::Back, Travel::Forth].map(|way| travel_button(bar, way)) }
            </div>
            <Tools unit={state.unit} theme={state.theme} {pinned} {can_pin} {latest} {say} act={act.clone()} />
        </header>
    }
}

/// A button that says what it takes back or brings back.
fn travel_button(bar: &Bar<'_>, way: Travel) -> Html {
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
