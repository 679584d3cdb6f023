//! Hashes per second.

/// Hashes per second in an exahash per second.
const H_S_PER_EH_S: f64 = 1e18;

/// A hashrate, of the network or of a fleet.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Hashrate(f64);

impl Hashrate {
    /// From hashes per second.
    #[must_use]
    pub const fn from_h_s(h_s: f64) -> Self {
        Self(h_s)
    }

    /// From exahashes per second, the unit of network figures.
    #[must_use]
    pub const fn from_eh_s(eh_s: f64) -> Self {
        Self(eh_s * H_S_PER_EH_S)
    }

    /// In hashes per second.
    #[must_use]
    pub const fn to_h_s(self) -> f64 {
        self.0
    }

    /// In exahashes per second.
    #[must_use]
    pub const fn to_eh_s(self) -> f64 {
        self.0 / H_S_PER_EH_S
    }
}
