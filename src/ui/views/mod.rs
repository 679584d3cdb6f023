//! The views, one file each.

mod baseline_name;
mod hashprice;
mod intake;
mod miners;
mod network;
mod outlook;
mod pivot;
mod valuation;

use yew::prelude::*;

use crate::state::View;
use crate::ui::figures::Figures;
use baseline_name::baseline_name;

/// The view that the state names.
pub fn view(figures: Figures<'_>) -> Html {
    match figures.state.view {
        View::Hashprice => hashprice::view(figures),
        View::Network => network::view(figures),
        View::Pivot => pivot::view(figures),
        View::Valuation => valuation::view(figures),
        View::Outlook => outlook::view(figures),
        View::Miners => miners::view(figures),
    }
}
