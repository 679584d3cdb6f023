//! Signals of stress in mining, read from a history of the network and the listed miners.
//!
//! A history is what a reader gives, what others published (`facts::jpmorgan`) or a simulated path.
//! A signal is a state on a date, never a forecast; where the data do not suffice it says what is
//! missing.

mod change;
mod date;
mod error;
mod falling;
mod history;
mod levels;
mod next_adjustment;
mod observation;
mod ribbons;
mod signal;
mod spacing;

pub use date::Date;
pub use error::{RowError, RowProblem};
pub use history::History;
pub use observation::{Column, Observation};
pub use signal::{Basis, Signal, State};
pub use spacing::Spacing;

use super::parameters::Inputs;

/// Every signal, in the order in which they are shown: `falling_hashrate`, `negative_adjustments`,
/// `hash_ribbons`, `revenue_low`, `cohort_cap`, `next_adjustment`.
#[must_use]
pub fn signals(history: &History, inputs: &Inputs) -> Vec<Signal> {
    vec![
        falling::hashrate(history),
        falling::adjustments(history),
        ribbons::ribbons(history),
        levels::revenue(history),
        levels::cohort(history, inputs),
        next_adjustment::next_adjustment(history, inputs),
    ]
}

#[cfg(test)]
mod tests;
