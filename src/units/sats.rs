//! Amounts of bitcoin, exact to the satoshi.

use std::iter::Sum;
use std::ops::Add;

/// Satoshis in a bitcoin.
pub(super) const SATS_PER_BTC: f64 = 1e8;

/// A whole number of satoshis. All the satoshis there will ever be (2.1e15) fit an `f64` exactly,
/// so [`Sats::to_btc`] rounds only once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sats(u64);

impl Sats {
    /// From satoshis.
    #[must_use]
    pub const fn from_sats(sats: u64) -> Self {
        Self(sats)
    }

    /// In satoshis.
    #[must_use]
    pub const fn to_sats(self) -> u64 {
        self.0
    }

    /// In bitcoin.
    #[must_use]
    pub const fn to_btc(self) -> f64 {
        self.0 as f64 / SATS_PER_BTC
    }

    /// This amount `count` times.
    #[must_use]
    pub const fn times(self, count: u64) -> Self {
        Self(self.0 * count)
    }
}

impl Add for Sats {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sum for Sats {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::default(), Add::add)
    }
}
