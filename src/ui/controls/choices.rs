//! A row of buttons of which one is chosen.

use yew::prelude::*;

use crate::state::{Action, Choices, Switch};

/// The row of a switch, whose options have these names on screen.
pub fn choices(
    switch: Switch,
    label: &'static str,
    names: &[&'static str],
    chosen: Choices,
    act: &Callback<Action>,
) -> Html {
    let places = names.iter().zip(switch.options()).enumerate();
    let buttons = places.map(|(place, (name, option))| {
        let is_chosen = place == chosen.get(switch);
        let onclick = act.reform(move |_| Action::Choose(switch, place));
        html! {
            <button type="button" aria-pressed={is_chosen.to_string()} {onclick}
                data-choice={format!("{}:{option}", switch.key())}>{ *name }</button>
        }
    });
    html! { <div class="hp-choices" role="group" aria-label={label}>{ for buttons }</div> }
}
