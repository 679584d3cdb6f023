//! Quantities: a private number, the unit in the method name, and the algebra between them.
//!
//! Time constants follow one convention everywhere: a day is 86,400 s, a year 365 days, a month
//! 365/12 days, and blocks come every 600 s on average.

mod difficulty;
mod hashrate;
mod megawatt;
mod multiplier;
mod revenue_unit;
mod sats;

pub use difficulty::Difficulty;
pub use hashrate::Hashrate;
pub use megawatt::Megawatt;
pub use multiplier::{multiplier, own_places};
pub use revenue_unit::RevenueUnit;
pub use sats::Sats;

/// Seconds in a day.
pub const SECONDS_PER_DAY: f64 = 86_400.0;
/// Hours in a day.
pub const HOURS_PER_DAY: f64 = 24.0;
/// Days in a year.
pub const DAYS_PER_YEAR: f64 = 365.0;
/// Days in a month: a twelfth of a year.
pub const DAYS_PER_MONTH: f64 = DAYS_PER_YEAR / 12.0;
/// Hours in a year.
pub const HOURS_PER_YEAR: f64 = DAYS_PER_YEAR * HOURS_PER_DAY;
/// Seconds between blocks that the retarget rule aims at.
pub const BLOCK_INTERVAL_SECONDS: f64 = 600.0;
/// Terahashes in an exahash.
pub const TH_PER_EH: f64 = 1e6;
/// Dollars in a million dollars.
pub const USD_PER_USD_M: f64 = 1e6;
