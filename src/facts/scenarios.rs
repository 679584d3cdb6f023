//! Situations to start from: sets of inputs with a date and a source, or marked as illustrative.

use crate::model::parameters::{Inputs, Key};

/// A situation: what it sets; every other input is that of December 2025.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scenario {
    /// The name on the page's elements.
    pub id: &'static str,
    /// The name on screen.
    pub name: &'static str,
    /// Who published the figures, or that nobody did.
    pub origin: &'static str,
    /// What it sets, in the order of the table of inputs.
    pub entries: &'static [(Key, f64)],
    /// How entries were made from what was published, and what is illustrative.
    pub note: &'static str,
}

/// The situations, that of the preset first.
pub static SCENARIOS: [Scenario; 4] = [
    Scenario {
        id: "december_2025",
        name: "December 2025",
        origin: "JPMorgan",
        entries: &[],
        note: "The averages of JPMorgan's note on December 2025; what the note does not say is named \
               as an assumption beside each input.",
    },
    Scenario {
        id: "november_2025",
        name: "November 2025",
        origin: "JPMorgan",
        entries: &[
            (Key::BtcPrice, 96_700.0),
            (Key::NetworkHashrate, 1_074.0),
            (Key::FeesPct, 2.18),
            (Key::BlockHeight, 925_800.0),
            (Key::IdlePct, 0.739),
            (Key::MarketCap, 59.0),
        ],
        note: "Hashrate and market cap as reported (cryptonewz.pages.dev; coinspeaker.net). The price \
               is the one below which December's is the reported 8%; fees close the reported revenue \
               of $41,400 per EH/s a day; idle is the size of the reported decline from October's \
               1,082 EH/s. The height is an estimate for 30 November.",
    },
    Scenario {
        id: "boom_2021",
        name: "April 2021-style boom",
        origin: "illustrative",
        entries: &[
            (Key::BtcPrice, 63_500.0),
            (Key::NetworkHashrate, 165.0),
            (Key::FeesPct, 15.0),
            (Key::BlockHeight, 679_000.0),
            (Key::Efficiency, 45.0),
            (Key::MachinePrice, 70.0),
            (Key::MachineResale, 45.0),
            (Key::UpgradeEfficiency, 29.5),
            (Key::UpgradePrice, 80.0),
            (Key::FleetEfficiency, 45.0),
            (Key::IdlePct, 0.0),
            (Key::PriceVolatilityPct, 70.0),
        ],
        note: "Price and height are those at which JPMorgan's four-year block reward is the reported \
               $73 bn of April 2021. Hashrate, fees, machines and volatility are illustrative; the \
               market cap stays that of today's cohort.",
    },
    Scenario {
        id: "halving_2028",
        name: "After the halving of 2028",
        origin: "illustrative",
        entries: &[
            (Key::BtcPrice, 120_000.0),
            (Key::NetworkHashrate, 1_250.0),
            (Key::FeesPct, 3.0),
            (Key::BlockHeight, 1_050_000.0),
            (Key::Efficiency, 15.0),
            (Key::UpgradeEfficiency, 9.5),
            (Key::FleetEfficiency, 15.0),
            (Key::IdlePct, 0.0),
        ],
        note: "Height 1,050,000 halves the subsidy to 1.5625 bitcoin, which is certain. Everything \
               else is illustrative, and a forecast of nobody.",
    },
];

impl Scenario {
    /// The inputs of the situation.
    #[must_use]
    pub fn inputs(&self) -> Inputs {
        self.entries
            .iter()
            .fold(Inputs::default(), |inputs, (key, value)| {
                inputs
                    .with(*key, Some(*value))
                    .expect("what a scenario sets is valid, which a test checks")
            })
    }

    /// The situation that these inputs are.
    #[must_use]
    pub fn of(inputs: &Inputs) -> Option<&'static Self> {
        let is_this = |scenario: &&Self| {
            Key::ALL
                .into_iter()
                .all(|key| inputs.get(key) == scenario.value(key))
        };
        SCENARIOS.iter().find(is_this)
    }

    /// The value of an input in the situation; `None` where it is absent.
    fn value(&self, key: Key) -> Option<f64> {
        let entry = self.entries.iter().find(|(entry, _)| *entry == key);
        entry.map_or(key.parameter().default, |(_, value)| Some(*value))
    }

    /// The situation with this name.
    #[must_use]
    pub fn from_id(id: &str) -> Option<&'static Self> {
        SCENARIOS.iter().find(|scenario| scenario.id == id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::jpmorgan::MONTHS;
    use crate::model::Evaluation;

    fn scenario(id: &str) -> &'static Scenario {
        Scenario::from_id(id).expect("is a scenario")
    }

    fn revenue(inputs: &Inputs) -> f64 {
        Evaluation::of(inputs).hashprice().revenue
    }

    #[test]
    fn each_is_valid_in_the_order_of_the_table_and_found_by_its_inputs_and_name() {
        for scenario in &SCENARIOS {
            let keys: Vec<Key> = scenario.entries.iter().map(|(key, _)| *key).collect();
            assert!(keys.is_sorted_by(|a, b| a < b), "{keys:?}");
            assert_eq!(Scenario::of(&scenario.inputs()), Some(scenario));
            assert_eq!(Scenario::from_id(scenario.id), Some(scenario));
            for (key, value) in scenario.entries {
                assert_eq!(scenario.inputs().get(*key), Some(*value));
            }
        }
        let other = Inputs::default().with(Key::BtcPrice, Some(1e5));
        assert_eq!(Scenario::of(&other.expect("in range")), None);
    }

    #[test]
    fn december_is_the_preset() {
        assert_eq!(SCENARIOS[0].inputs(), Inputs::default());
    }

    #[test]
    fn november_gives_what_was_reported_of_it() {
        let inputs = scenario("november_2025").inputs();
        let reported = |month: &str| MONTHS.iter().find(|row| row.month == month);
        let month = reported("2025-11").expect("is reported");
        assert_eq!(inputs.get(Key::NetworkHashrate), month.hashrate);
        assert_eq!(inputs.get(Key::MarketCap), month.cohort_cap);
        assert!((revenue(&inputs) - 41_400.0).abs() < 1.0);
        let fall = 1.0 - Inputs::default().btc_price() / inputs.btc_price();
        assert!((fall - 0.08).abs() < 0.0005, "{fall}");
        let october = reported("2025-10").and_then(|row| row.hashrate);
        let idle = 100.0 * (1.0 - 1_074.0 / october.expect("is reported"));
        assert!((inputs.idle_pct() - idle).abs() < 0.0005, "{idle}");
    }

    #[test]
    fn a_boom_earns_more_and_a_halving_less_than_today() {
        let gross_profit = |id| {
            Evaluation::of(&scenario(id).inputs())
                .hashprice()
                .gross_profit
        };
        assert!(gross_profit("boom_2021") > 10.0 * gross_profit("december_2025"));
        assert!(gross_profit("halving_2028") < gross_profit("december_2025"));
        let reward = Evaluation::of(&scenario("boom_2021").inputs())
            .valuation()
            .block_reward_opportunity;
        assert!((reward - 73.67).abs() < 0.01, "{reward}");
        let height = scenario("halving_2028").inputs().block_height();
        assert_eq!(height % 210_000, 0);
    }
}
