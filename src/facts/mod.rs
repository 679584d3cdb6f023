//! Dated figures that others published: each with its source, its date and what is unconfirmed. And how
//! those of today are read.

pub mod benchmarks;
pub mod block_rewards;
pub mod deals;
pub mod jpmorgan;
pub mod live;
pub mod machines;
mod marks;
mod presets;
pub mod published;
mod scenarios;
pub mod share_moves;

pub use marks::{Mark, marks};
pub use presets::{Preset, fleet_presets, lease_presets, upgrade_presets};
pub use scenarios::{SCENARIOS, Scenario};

use serde::Serialize;

/// A published figure or the range that was published for it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Range {
    /// The lower end.
    pub low: f64,
    /// The upper end; the same where one number was published.
    pub high: f64,
}

impl Range {
    /// One number.
    const fn exactly(value: f64) -> Self {
        Self {
            low: value,
            high: value,
        }
    }

    /// From one number to another.
    const fn from_to(low: f64, high: f64) -> Self {
        Self { low, high }
    }

    /// The middle.
    #[must_use]
    pub const fn middle(self) -> f64 {
        f64::midpoint(self.low, self.high)
    }

    /// Whether more than one number was published.
    #[must_use]
    pub fn is_wide(self) -> bool {
        self.low < self.high
    }
}
