//! A row of buttons of which one is chosen, for what is no part of the page's state.

use yew::prelude::*;

/// One of the choices: its name for scripts and on screen, and whether it is the one.
pub(super) type Choice = (&'static str, &'static str, bool);

/// The row; `choose` takes the place of the one that is pressed.
pub(super) fn row(
    name: &'static str,
    label: &'static str,
    of: &[Choice],
    choose: &Callback<usize>,
) -> Html {
    let buttons = of
        .iter()
        .enumerate()
        .map(|(place, (key, text, is_chosen))| {
            let onclick = choose.reform(move |_| place);
            html! {
                <button type="button" aria-pressed={is_chosen.to_string()} {onclick}
                    data-choice={format!("{name}:{key}")}>{ *text }</button>
            }
        });
    html! { <div class="hp-choices" role="group" aria-label={label}>{ for buttons }</div> }
}
