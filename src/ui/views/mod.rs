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
use baseline_name::baseline_name;

pub use live::live;

/// The view that the state names, as soon as it is there; `meanwhile` before.
pub fn view(figures: Figures<'_>, fetched: &Fetched, meanwhile: Html) -> Html {
    let rest = match &fetched.part {
        Some(Ok(later)) => (later.view)(figures),
        Some(Err(error)) => html! {
            <div class="hp-notices" role="alert">
                <p>{ format!("Something is missing here: {error}. Your inputs are kept.") }</p>
                <button class="hp-button" type="button" onclick={fetched.again.clone()}>{ "Try again" }</button>
            </div>
        },
        None => meanwhile,
    };
    match figures.state.view {
        View::Hashprice => hashprice::view(figures, rest),
        _ => rest,
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
