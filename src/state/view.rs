//! The pages of the calculator, the charts on each and the inputs that matter there.

use crate::model::parameters::Key;

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
    /// The four inputs that are always in sight.
    pub const MAIN: [Key; 4] = [
        Key::BtcPrice,
        Key::Difficulty,
        Key::Efficiency,
        Key::PowerPrice,
    ];

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

    /// The few inputs that the view is most about, for where there is no room for all.
    #[must_use]
    pub const fn levers(self) -> &'static [Key] {
        match self {
            Self::Hashprice | Self::Network => &Self::MAIN,
            Self::Pivot => &[Key::LeaseRate, Key::Capex, Key::BtcPrice, Key::PowerPrice],
            Self::Valuation => &[Key::MarketCap, Key::BtcPrice],
            Self::Outlook | Self::Miners => &[Key::BtcPrice, Key::Difficulty],
        }
    }

    /// The charts of the view, in their order on the page: the names in links and in `data-chart`.
    #[must_use]
    pub const fn charts(self) -> &'static [&'static str] {
        match self {
            Self::Hashprice => &[
                "profit-by-price",
                "profit-by-difficulty",
                "profit-by-power-price",
                "profit-by-efficiency",
                "margin-map",
                "cash-waterfall",
                "change-waterfall",
            ],
            Self::Network => &[
                "cost-curve",
                "epochs",
                "equilibrium-by-price",
                "hashprice-by-price",
                "history-hashrate",
                "history-revenue",
            ],
            Self::Pivot => &[
                "cumulative-cash",
                "per-gross-mw",
                "frontier",
                "stages",
                "deals",
                "levered-cash",
                "sites-cash",
            ],
            Self::Valuation => &["market-cap", "sum-of-parts", "value-map", "price-growth"],
            Self::Outlook => &["tornado"],
            Self::Miners => &["miners-scatter"],
        }
    }

    /// The chart with this name and the view that shows it.
    #[must_use]
    pub fn with_chart(name: &str) -> Option<(Self, &'static str)> {
        Self::ALL.into_iter().find_map(|view| {
            let chart = view.charts().iter().find(|chart| **chart == name)?;
            Some((view, *chart))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_view_and_each_chart_is_found_by_its_name() {
        for view in View::ALL {
            assert_eq!(View::from_key(view.key()), Some(view));
            for chart in view.charts() {
                assert_eq!(View::with_chart(chart), Some((view, *chart)));
            }
        }
        assert_eq!(View::from_key("moon"), None);
        assert_eq!(View::with_chart("moon"), None);
    }
}
