//! Difficulty and the network hashrate that it implies: two displays of one quantity.

use super::{BLOCK_INTERVAL_SECONDS, Hashrate};

/// Expected hashes per unit of difficulty: 2^32 (the target at difficulty 1 is 2^224).
const HASHES_PER_DIFFICULTY: f64 = 4_294_967_296.0;

/// Mining difficulty, a pure number (about 146 trillion in December 2025).
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Difficulty(f64);

impl Difficulty {
    /// From the plain number, such as `148_195_306_640_204.7`.
    #[must_use]
    pub const fn from_number(number: f64) -> Self {
        Self(number)
    }

    /// The difficulty at which `hashrate` finds a block every 600 s: D = H·600/2^32.
    #[must_use]
    pub const fn from_hashrate(hashrate: Hashrate) -> Self {
        Self(hashrate.to_h_s() * BLOCK_INTERVAL_SECONDS / HASHES_PER_DIFFICULTY)
    }

    /// The plain number.
    #[must_use]
    pub const fn to_number(self) -> f64 {
        self.0
    }

    /// The hashrate that finds a block every 600 s at this difficulty: H = D·2^32/600.
    #[must_use]
    pub const fn implied_hashrate(self) -> Hashrate {
        Hashrate::from_h_s(self.0 * HASHES_PER_DIFFICULTY / BLOCK_INTERVAL_SECONDS)
    }

    /// Expected hashes per block: D·2^32.
    #[must_use]
    pub const fn hashes_per_block(self) -> f64 {
        self.0 * HASHES_PER_DIFFICULTY
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn difficulty_and_implied_hashrate_are_one_quantity() {
        for eh_s in [10.0, 904.29, 1_045.0, 20_000.0] {
            let difficulty = Difficulty::from_hashrate(Hashrate::from_eh_s(eh_s));
            let back = difficulty.implied_hashrate().to_eh_s();
            assert!(
                (back / eh_s - 1.0).abs() < 1e-15,
                "{eh_s} came back as {back}"
            );
        }
    }

    #[test]
    fn december_2025_difficulty_implies_1060_8_eh_s() {
        let implied = Difficulty::from_number(148_195_306_640_204.7).implied_hashrate();
        assert!((implied.to_eh_s() - 1_060.8).abs() < 0.05);
    }
}
