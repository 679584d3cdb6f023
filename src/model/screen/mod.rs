//! The miner screen: companies that the reader has entered, side by side at the page's market.
//!
//! Each row brings its own fleet, site and share; everything else (market, network, lease, rates)
//! is the page's. Two rows can be paired, long one and short the other, with the bitcoin that makes
//! the pair neutral.

mod archetypes;
mod column;
mod error;
mod miner;
mod pair;
mod row;

pub use archetypes::archetypes;
pub use column::Column;
pub use error::{MinerError, MinerProblem, NAME_LENGTHS};
pub use miner::{Miner, checked_name};
pub use pair::{Pair, pair};
pub use row::{Row, ranking, screen};

#[cfg(test)]
pub(crate) mod arbitrary;
#[cfg(test)]
mod tests;
