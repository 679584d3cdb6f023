//! The numbers of a miner: nine inputs of the parameter table, and cash.

use crate::model::parameters::{Accepted, Given, InputError, Key, Parameter, Refusal};

/// One number of a miner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// `fleet_hashrate`, EH/s.
    FleetHashrate,
    /// `efficiency`, J/TH.
    Efficiency,
    /// `power_price`, USD/MWh.
    PowerPrice,
    /// `overhead`, USD/EH/day.
    Overhead,
    /// `gross_mw`: power that is converted, MW.
    GrossMw,
    /// `execution_pct`: probability of the conversion, %.
    ExecutionPct,
    /// `share_price`, USD.
    SharePrice,
    /// `shares`, million.
    Shares,
    /// `net_debt`, USD m.
    NetDebt,
    /// `cash`, USD m; no other model asks for it.
    Cash,
}

/// Cash in the manner of the parameter table: money like net debt, none in the preset as there, but
/// never negative.
static CASH: Parameter = Parameter {
    key: "cash",
    label: "Cash",
    min: 0.0,
    help: "Money at hand, with the bitcoin that would be sold.",
    slider: (0.0, 5_000.0),
    ..*Key::NetDebt.parameter()
};

impl Column {
    /// Every number of a miner, in the order of tables.
    pub const ALL: [Self; 10] = [
        Self::FleetHashrate,
        Self::Efficiency,
        Self::PowerPrice,
        Self::Overhead,
        Self::GrossMw,
        Self::ExecutionPct,
        Self::SharePrice,
        Self::Shares,
        Self::NetDebt,
        Self::Cash,
    ];

    /// The input of the page that each miner has for itself; `None` for cash.
    #[must_use]
    pub const fn input(self) -> Option<Key> {
        Some(match self {
            Self::FleetHashrate => Key::FleetHashrate,
            Self::Efficiency => Key::Efficiency,
            Self::PowerPrice => Key::PowerPrice,
            Self::Overhead => Key::Overhead,
            Self::GrossMw => Key::GrossMw,
            Self::ExecutionPct => Key::ExecutionPct,
            Self::SharePrice => Key::SharePrice,
            Self::Shares => Key::Shares,
            Self::NetDebt => Key::NetDebt,
            Self::Cash => return None,
        })
    }

    /// Key, label, unit, range and preset.
    #[must_use]
    pub fn parameter(self) -> &'static Parameter {
        self.input().map_or(&CASH, Key::parameter)
    }

    /// The name in tables, files and the JavaScript API.
    #[must_use]
    pub fn key(self) -> &'static str {
        self.parameter().key
    }

    /// The column with this name.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.key() == key)
    }

    /// The numbers that the column accepts.
    #[must_use]
    pub fn accepted(self) -> Accepted {
        Accepted::by(self.parameter())
    }

    /// Why this value was not taken.
    pub(super) fn refusal(self, value: Given) -> Refusal {
        Refusal {
            key: self.key(),
            value,
            accepted: self.accepted(),
        }
    }

    /// Accepts a number that is finite and in range.
    ///
    /// # Errors
    /// Otherwise says which it is not, with key, value, range and unit.
    pub fn check(self, value: f64) -> Result<(), InputError> {
        self.parameter().check(value)
    }
}
