//! The buttons of a site's row.

use yew::prelude::*;

use crate::model::sites::MAX_SITES;
use crate::state::{Action, Edit};
use crate::web::document::focus;

/// What the buttons do, and to which row.
#[derive(PartialEq, Properties)]
pub(super) struct Props {
    /// The site's place in the list.
    pub(super) place: usize,
    /// How many sites there are.
    pub(super) count: usize,
    /// Whether the site's inputs are open.
    pub(super) is_open: bool,
    /// Opens or closes them.
    pub(super) toggle: Callback<MouseEvent>,
    /// Takes actions.
    pub(super) act: Callback<Action>,
}

/// The buttons. One that moves its row has the focus again where the row then is: keys go on moving it.
#[component]
pub(super) fn Tools(
    Props {
        place,
        count,
        is_open,
        toggle,
        act,
    }: &Props,
) -> Html {
    let (place, last) = (*place, count.saturating_sub(1));
    let pressed = use_mut_ref(|| None::<&str>);
    use_effect_with(place, {
        let pressed = pressed.clone();
        move |_| {
            if let Some(name) = pressed.take() {
                let is_up = place == last || name == "Up" && place > 0;
                let name = if is_up { "Up" } else { "Down" };
                // Without a page there is nothing to focus.
                drop(focus(&format!("[data-site-tool='{name}:{place}']")));
            }
        }
    });
    let button = |(name, sign): (&'static str, &'static str), edit: Edit<_>, is_off: bool| {
        let (act, pressed) = (act.clone(), pressed.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            let is_move = matches!(edit, Edit::MoveUp(_) | Edit::MoveDown(_));
            *pressed.borrow_mut() = is_move.then_some(name);
            act.emit(Action::Sites(edit.clone()));
        });
        html! {
            <button type="button" class={if sign == name { "hp-link" } else { "hp-step" }} title={name}
                aria-label={format!("{name}, site {}", place + 1)} disabled={is_off} {onclick}
                data-site-tool={format!("{name}:{place}")}>{ sign }</button>
        }
    };
    html! {
        <>
            <button type="button" class="hp-link" aria-expanded={is_open.to_string()} onclick={toggle}
                data-site-tool={format!("Inputs:{place}")}>{ "Inputs" }</button>
            { button(("Copy", "Copy"), Edit::Copy(place), *count >= MAX_SITES) }
            { button(("Up", "↑"), Edit::MoveUp(place), place == 0) }
            { button(("Down", "↓"), Edit::MoveDown(place), place == last) }
            { button(("Remove", "×"), Edit::Remove(place), false) }
        </>
    }
}
