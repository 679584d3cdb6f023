//! The bar at the top: name, views, undo and redo, and what applies to the whole page.

mod sharing;
mod tabs;
mod tools;
mod travel_button;

use yew::prelude::*;

pub use self::sharing::copied;
pub use self::tools::on_choice;

use self::tabs::Tabs;
use self::tools::Tools;
use self::travel_button::TravelButton;
use super::hooks::{Calculator, Latest, Travel};
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
    /// Says something.
    pub say: &'a Callback<Said>,
}

/// The bar.
pub fn header(bar: &Bar<'_>) -> Html {
    let Calculator { state, past, act } = bar.calculator;
    let is_pinned = state.baseline != Inputs::default();
    let pinned = is_pinned.then(|| AttrValue::from(baseline_name(&state.baseline)));
    let can_pin = state.inputs != state.baseline;
    let (latest, say) = (bar.latest.clone(), bar.say.clone());
    html! {
        <header class="hp-header">
            <a class="hp-brand" href="#v=1&view=hashprice" aria-label="Hashpivot, start page">{ "hash" }<i>{ "pivot" }</i></a>
            <Tabs current={state.view} latest={bar.latest.clone()} act={act.clone()} />
            <div class="hp-history">
                { for [Travel::Back, Travel::Forth].map(|way| html! {
                    <TravelButton {way} past={past.clone()} travel={bar.travel.clone()} />
                }) }
            </div>
            <Tools unit={state.unit} theme={state.theme} {pinned} {can_pin} {latest} {say} act={act.clone()} />
        </header>
    }
}
