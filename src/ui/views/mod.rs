//! The views, one file each.

mod hashprice;
mod pivot;
mod profit_chart;

use yew::prelude::*;

use crate::state::View;
use crate::ui::figures::Figures;

/// The view that the state names.
pub fn view(figures: Figures<'_>) -> Html {
    match figures.state.view {
        View::Hashprice => hashprice::view(figures),
        View::Pivot => pivot::view(figures),
    }
}
