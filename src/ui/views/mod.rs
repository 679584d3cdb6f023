//! The views, one file each.

mod hashprice;
mod pivot;
mod profit_chart;

pub use hashprice::Hashprice;
pub use pivot::Pivot;

use std::rc::Rc;

use yew::prelude::*;

use crate::model::Evaluation;
use crate::state::State;

/// What a view shows.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The state of the page.
    pub state: Rc<State>,
    /// The results.
    pub now: Rc<Evaluation>,
    /// The results of the baseline.
    pub before: Rc<Evaluation>,
}
