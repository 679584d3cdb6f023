//! What a view shows where it leaves that to the reader: one of a few, each with a name in links.

use crate::units::Megawatt;

/// Something that is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Switch {
    /// The megawatt that the pivot counts in and its amounts are per.
    PerMegawatt,
    /// The same of the chart of stages, in links from before both were one: who chooses there chooses at
    /// [`Self::PerMegawatt`]. No page shows it.
    StagesMegawatt,
    /// Whether a site counts in the chart of stages with its probability of execution.
    StagesWeight,
    /// What rent is drawn against among announced deals.
    DealsAxis,
    /// The result that the tornado is of.
    TornadoResult,
    /// How many bars the tornado has.
    TornadoBars,
    /// Where the history of the signals comes from.
    History,
    /// The column that sorts the miners, and in which direction.
    Ranking,
}

/// Name, what it is within a sentence, and the names of what can be chosen.
type Row = (&'static str, &'static str, &'static [&'static str]);

/// A row for each switch, in the order of [`Switch::ALL`].
const ROWS: [Row; Switch::ALL.len()] = [
    ("per-mw", "megawatt of the amounts", &["gross", "it"]),
    ("stages-mw", "megawatts of the stages", &["gross", "it"]),
    (
        "stages-weight",
        "weight of the stages",
        &["all", "expected"],
    ),
    (
        "deals-axis",
        "axis of the deals",
        &["capex", "pue", "tenor"],
    ),
    (
        "tornado",
        "result of the tornado",
        &[
            "gross_profit",
            "free_cash_flow",
            "npv_gain",
            "per_share",
            "equilibrium_hashprice",
            "ratio",
        ],
    ),
    ("tornado-bars", "bars of the tornado", &["longest", "all"]),
    (
        "history",
        "history of the signals",
        &["reported", "simulated", "own"],
    ),
    (
        "ranking",
        "order of the miners",
        &[
            "rank",
            "rank-falls",
            "upside",
            "upside-falls",
            "per_share",
            "per_share-falls",
            "share_price",
            "share_price-falls",
            "per_share_btc_down",
            "per_share_btc_down-falls",
            "per_share_btc_up",
            "per_share_btc_up-falls",
            "gross_profit",
            "gross_profit-falls",
            "breakeven_hashprice",
            "breakeven_hashprice-falls",
            "percentile",
            "percentile-falls",
            "months_of_liquidity",
            "months_of_liquidity-falls",
        ],
    ),
];

impl Switch {
    /// Every switch, in the order of links.
    pub const ALL: [Self; 8] = [
        Self::PerMegawatt,
        Self::StagesMegawatt,
        Self::StagesWeight,
        Self::DealsAxis,
        Self::TornadoResult,
        Self::TornadoBars,
        Self::History,
        Self::Ranking,
    ];

    /// The name in links and for scripts.
    #[must_use]
    pub const fn key(self) -> &'static str {
        ROWS[self as usize].0
    }

    /// What is chosen, within a sentence.
    pub(super) const fn words(self) -> &'static str {
        ROWS[self as usize].1
    }

    /// The names of what can be chosen; the first is chosen at first.
    #[must_use]
    pub const fn options(self) -> &'static [&'static str] {
        ROWS[self as usize].2
    }

    /// The switch with this name.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|switch| switch.key() == key)
    }
}

/// What is chosen at every switch.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Choices([u8; Switch::ALL.len()]);

impl Choices {
    /// The place of what is chosen among the switch's options.
    #[must_use]
    pub fn get(self, switch: Switch) -> usize {
        self.0[switch as usize].into()
    }

    /// The name of what is chosen.
    #[must_use]
    pub fn option(self, switch: Switch) -> &'static str {
        switch.options()[self.get(switch)]
    }

    /// The megawatt that the pivot counts in and its amounts are per.
    #[must_use]
    pub fn megawatt(self) -> Megawatt {
        Megawatt::ALL[self.get(Switch::PerMegawatt).min(1)]
    }

    /// The same with another option of a switch; one that it does not have changes nothing.
    #[must_use]
    pub fn with(mut self, switch: Switch, place: usize) -> Self {
        if place < switch.options().len() {
            self.0[switch as usize] = place as u8;
            match switch {
                Switch::PerMegawatt => self.0[Switch::StagesMegawatt as usize] = 0,
                Switch::StagesMegawatt if place > 0 => {
                    self.0[Switch::PerMegawatt as usize] = place as u8;
                }
                _ => {}
            }
        }
        self
    }

    /// The same with the option of this name; `None` where the switch has no such option.
    #[must_use]
    pub fn with_option(self, switch: Switch, option: &str) -> Option<Self> {
        let place = switch.options().iter().position(|known| *known == option)?;
        Some(self.with(switch, place))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::outputs::Output;
    use crate::model::parameters::Key;

    #[test]
    fn each_switch_and_each_option_is_found_by_its_name() {
        for (place, switch) in Switch::ALL.into_iter().enumerate() {
            assert_eq!(switch as usize, place);
            assert_eq!(Switch::from_key(switch.key()), Some(switch));
            for (place, option) in switch.options().iter().enumerate() {
                let choices = Choices::default().with_option(switch, option);
                assert_eq!(choices, Some(Choices::default().with(switch, place)));
                assert_eq!(choices.map(|chosen| chosen.option(switch)), Some(*option));
            }
        }
        assert_eq!(Switch::from_key("moon"), None);
        let unchanged = Choices::default().with(Switch::PerMegawatt, 2);
        assert_eq!(unchanged, Choices::default());
        assert_eq!(unchanged.with_option(Switch::History, "moon"), None);
    }

    #[test]
    fn the_megawatt_of_the_stages_is_that_of_the_view() {
        let chosen = Choices::default().with(Switch::StagesMegawatt, 1);
        assert_eq!(chosen.megawatt(), Megawatt::CriticalIt);
        assert_eq!(chosen.option(Switch::PerMegawatt), "it");
        let again = chosen.with(Switch::PerMegawatt, 0);
        assert_eq!(again, Choices::default());
        assert_eq!(again.megawatt(), Megawatt::Gross);
    }

    #[test]
    fn no_switch_has_the_name_of_an_input() {
        for switch in Switch::ALL {
            assert_eq!(Key::from_name(switch.key()), None);
        }
    }

    #[test]
    fn the_tornado_is_of_results() {
        for option in Switch::TornadoResult.options() {
            assert!(Output::from_key(option).is_some(), "{option}");
        }
    }
}
