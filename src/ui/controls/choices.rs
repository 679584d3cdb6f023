//! A row of buttons of which one is chosen.

use yew::prelude::*;

/// One of the choices.
#[derive(Clone, Copy, Debug)]
pub struct Choice {
    /// The name for scripts.
    pub key: &'static str,
    /// The name on screen.
    pub name: &'static str,
    /// Whether it is the one.
    pub is_chosen: bool,
}

/// The row; `choose` takes the index of a choice that is pressed.
pub fn choices(
    name: &'static str,
    label: &'static str,
    of: &[Choice],
    choose: &Callback<usize>,
) -> Html {
    let buttons = of.iter().enumerate().map(|(index, choice)| {
        let onclick = choose.reform(move |_| index);
        html! {
            <button type="button" aria-pressed={choice.is_chosen.to_string()} {onclick}
                data-choice={format!("{name}:{}", choice.key)}>{ choice.name }</button>
        }
    });
    html! { <div class="hp-choices" role="group" aria-label={label}>{ for buttons }</div> }
}
