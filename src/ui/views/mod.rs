//! The views, one file each.

mod baseline_name;
mod hashprice;
mod intake;
mod live;
mod miners;
mod network;
mod outlook;
mod pivot;
mod valuation;

use yew::prelude::*;

use crate::state::View;
use crate::ui::figures::Figures;
use crate::ui::hooks::Fetched;
use crate::ui::later::Later;
use baseline_name::baseline_name;

pub use live::live;

/// The view that the state names, as soon as it is there; `meanwhile` before.
pub fn view(figures: Figures<'_>, fetched: &Fetched, meanwhile: impl FnOnce() -> Html) -> Html {
    let rest = once_there(fetched, meanwhile, |later| (later.view)(figures));
    match figures.state.view {
        View::Hashprice => hashprice::view(figures, rest),
        _ => rest,
    }
}

/// What is drawn with what is fetched after the start: as soon as it is there; `meanwhile` before, and
/// why not where it cannot be had.
pub fn once_there(
    fetched: &Fetched,
    meanwhile: impl FnOnce() -> Html,
    draw: impl FnOnce(Later) -> Html,
) -> Html {
    match &fetched.part {
        Some(Ok(later)) => draw(*later),
        Some(Err(error)) => html! {
            <div class="hp-notices" role="alert">
                <p>{ format!("Something is missing here: {error}. Your inputs are kept.") }</p>
                <button class="hp-button" type="button" onclick={fetched.again.clone()}>{ "Try again" }</button>
            </div>
        },
        None => meanwhile(),
    }
}

/// All of the view that the state names.
pub fn whole(figures: Figures<'_>) -> Html {
    match figures.state.view {
        View::Hashprice => hashprice::view(figures, hashprice::below(figures)),
        _ => later(figures),
    }
}

/// One chart by itself, by its name in links.
pub fn chart(figures: Figures<'_>, view: View, id: &'static str) -> Html {
    match view {
        View::Hashprice => hashprice::chart(figures, id),
        View::Network => network::chart(figures, id),
        View::Pivot => pivot::chart(figures, id),
        View::Valuation => valuation::chart(figures, id),
        View::Outlook => outlook::chart(figures),
        View::Miners => miners::chart(figures),
    }
}

/// What is fetched after the start: the views, and of the first one what stands below its figures.
pub fn later(figures: Figures<'_>) -> Html {
    match figures.state.view {
        View::Hashprice => hashprice::below(figures),
        View::Network => network::view(figures),
        View::Pivot => pivot::view(figures),
        View::Valuation => valuation::view(figures),
        View::Outlook => outlook::view(figures),
        View::Miners => miners::view(figures),
    }
}
