//! Situations to start from, and the way back to the first.

use yew::prelude::*;

use crate::facts::{SCENARIOS, Scenario};
use crate::state::{Action, State};
use crate::ui::header::on_choice;
use crate::web::document;

/// The scenario that the inputs are, to be changed for another; where its figures come from; reset.
pub fn presets(state: &State, act: &Callback<Action>) -> Html {
    let current = Scenario::of(&state.inputs);
    let place = SCENARIOS
        .iter()
        .position(|scenario| current == Some(scenario));
    html! { <Presets {place} act={act.clone()} /> }
}

/// What the choice of scenarios shows.
#[derive(PartialEq, Properties)]
struct Props {
    /// Which of them the inputs are, if one.
    place: Option<usize>,
    /// Takes actions.
    act: Callback<Action>,
}

#[component]
fn Presets(Props { place, act }: &Props) -> Html {
    let place = *place;
    // Own inputs begin with a scenario, and what is left of it keeps its sources. They keep their place too:
    // nothing moves away from under the hand that makes the first change.
    let begun = use_mut_ref(usize::default);
    let begun = {
        let mut begun = begun.borrow_mut();
        *begun = place.unwrap_or(*begun);
        *begun
    };
    let begin = on_choice(act, |id| Scenario::from_id(id).map(Action::Begin));
    let reset = act.reform(|_| Action::ResetAll);
    let options = SCENARIOS.iter().enumerate().map(|(index, scenario)| {
        let Scenario {
            id, name, origin, ..
        } = scenario;
        html! { <option value={*id} selected={place == Some(index)}>{ format!("{name} · {origin}") }</option> }
    });
    let Scenario { name, note, .. } = &SCENARIOS[begun];
    html! {
        <div class="hp-preset">
            <select class="hp-preset-choice" aria-label="Start from" title="Start from" data-switch="scenario"
                ~selectedIndex={document::number(place.unwrap_or(SCENARIOS.len()))} onchange={begin}>
                { for options }
                <option value="" hidden=true selected={place.is_none()}>{ "Your own inputs" }</option>
            </select>
            <button class="hp-link" type="button" onclick={reset} disabled={place == Some(0)} data-reset="all">
                { "Reset all" }
            </button>
            <details class="hp-preset-about">
                <summary>{ format!("Sources of {name}") }</summary>
                <p>{ *note }</p>
            </details>
        </div>
    }
}
