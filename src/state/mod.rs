//! All state, the actions that change it, the pure [`apply`], and the shared-link codec.

mod apply;
pub mod link;
pub mod slider;

pub use apply::{Action, apply};

use crate::model::parameters::Inputs;
use crate::units::RevenueUnit;

/// A page of the calculator.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// What an exahash earns.
    #[default]
    Hashprice,
    /// What the network does about it.
    Network,
    /// The same megawatts as a data centre.
    Pivot,
    /// What share prices already assume.
    Valuation,
    /// What may come.
    Outlook,
    /// Miners side by side.
    Miners,
}

impl View {
    /// Every view, in the order of the navigation.
    pub const ALL: [Self; 6] = [
        Self::Hashprice,
        Self::Network,
        Self::Pivot,
        Self::Valuation,
        Self::Outlook,
        Self::Miners,
    ];

    /// The name in links.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Hashprice => "hashprice",
            Self::Network => "network",
            Self::Pivot => "pivot",
            Self::Valuation => "valuation",
            Self::Outlook => "outlook",
            Self::Miners => "miners",
        }
    }

    /// The name on screen.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Hashprice => "Hashprice",
            Self::Network => "Network",
            Self::Pivot => "HPC pivot",
            Self::Valuation => "Valuation",
            Self::Outlook => "Outlook",
            Self::Miners => "Miners",
        }
    }

    /// The view with this name in links.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.key() == key)
    }
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the reader's system has it.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// Every theme, in the order of the switch.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// The name in links and in the page's `data-theme`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The name on screen.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Auto => "Auto",
            Self::Light => "Light",
            Self::Dark => "Dark",
        }
    }

    /// The theme with this name in links.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.key() == key)
    }
}

/// Everything that the page shows follows from this; nothing here is derived.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// The page of the calculator.
    pub view: View,
    /// The inputs that are evaluated.
    pub inputs: Inputs,
    /// The inputs that changes are measured against.
    pub baseline: Inputs,
    /// The unit of revenue per hashrate.
    pub unit: RevenueUnit,
    /// Light or dark.
    pub theme: Theme,
    /// What the reader has to be told: inputs that were clamped or ignored.
    pub notices: Vec<String>,
}
