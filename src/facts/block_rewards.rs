//! The four-year block-reward opportunity and the miners' ratio to it, as JPMorgan reported them.

use serde::Serialize;

use crate::model::parameters::Key;
use crate::model::valuation;

/// A reported opportunity.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Opportunity {
    /// `YYYY-MM`.
    pub date: &'static str,
    /// The same in words.
    pub month: &'static str,
    /// The year alone.
    pub year: &'static str,
    /// What was reported, or follows from it, USD bn.
    pub reported: f64,
    /// Whether that was reported itself; else it follows from what was, and the note says how.
    pub is_reported: bool,
    /// The bitcoin price at the time, USD; what a report says, or the middle of the prices of the
    /// days around it.
    pub btc_price: f64,
    /// An estimate from the date.
    pub block_height: f64,
    /// Who reported it.
    pub source: &'static str,
    /// What is unconfirmed, or to be known before it is used; may be empty.
    pub note: &'static str,
}

/// The reported opportunities that were found, oldest first.
pub const OPPORTUNITIES: &[Opportunity] = &[
    Opportunity {
        date: "2021-04",
        month: "April 2021",
        year: "2021",
        reported: 73.0,
        is_reported: true,
        btc_price: 63_500.0,
        block_height: 679_000.0,
        source: "lolacoin.org",
        note: "The peak of two years before, as the report of October 2023 gives it.",
    },
    Opportunity {
        date: "2023-10",
        month: "October 2023",
        year: "2023",
        reported: 20.0,
        is_reported: true,
        btc_price: 26_778.0,
        block_height: 811_700.0,
        source: "coinfeednews.com; bitcoinethereumnews.com",
        note: "",
    },
    Opportunity {
        date: "2024-08",
        month: "August 2024",
        year: "2024",
        reported: 37.0,
        is_reported: true,
        btc_price: 58_900.0,
        block_height: 857_800.0,
        source: "coindesk.com, 23 August 2024",
        note: "Bitcoin was at $57,000 to 60,000.",
    },
    Opportunity {
        date: "2025-12",
        month: "December 2025",
        year: "2025",
        reported: 44.9,
        is_reported: false,
        btc_price: DECEMBER.spot_price,
        block_height: DECEMBER.block_height,
        source: "the JPMorgan note as reported",
        note: "Not reported itself: $48 bn over 107% gives $44.9 bn.",
    },
];

/// A ratio of the miners' market capitalisation to the block rewards of the next four years.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct QuotedRatio {
    /// Percent.
    pub pct: f64,
    /// The same as text.
    pub text: &'static str,
    /// The same with what it is, short.
    pub name: &'static str,
    /// When, as precisely as is known.
    pub date: &'static str,
    /// What is unconfirmed; may be empty.
    pub note: &'static str,
}

/// The ratios that JPMorgan has quoted, the lowest first.
pub const QUOTED_RATIOS: [QuotedRatio; 3] = [
    QuotedRatio {
        pct: 45.0,
        text: "45%",
        name: "45%, long-run",
        date: "2025-12",
        note: "The bank's average; which years it covers was not reported.",
    },
    QuotedRatio {
        pct: 107.0,
        text: "107%",
        name: "107%, Dec 2025",
        date: "2025-12",
        note: "",
    },
    QuotedRatio {
        pct: 120.0,
        text: "120%",
        name: "120%, undated",
        date: "undated",
        note: "Of the same kind; no report that was found gives its month.",
    },
];

/// What the note on December 2025 says of the miners.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct December {
    /// Market capitalisation as it was printed, whole USD bn.
    pub market_cap: f64,
    /// Its ratio to four years of block rewards as it was printed, whole %.
    pub ratio_pct: f64,
    /// Mean bitcoin price of the month, USD.
    pub mean_price: f64,
    /// Bitcoin price at the end of the month, USD.
    pub spot_price: f64,
    /// About the end of the month.
    pub block_height: f64,
}

/// The end of December 2025.
pub const DECEMBER: December = December {
    market_cap: 48.0,
    ratio_pct: 107.0,
    mean_price: 88_950.0,
    spot_price: 87_500.0,
    block_height: 930_300.0,
};

/// One step from the ratio as it is computed here to the ratio as it was printed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// Market cap, USD bn.
    pub market_cap: f64,
    /// The price at which block rewards are valued, where it is not the month's mean, USD.
    pub spot_price: Option<f64>,
    /// The ratio with them, a fraction.
    pub ratio: f64,
}

impl Step {
    fn new(market_cap: f64, spot_price: Option<f64>) -> Self {
        let price = spot_price.unwrap_or(DECEMBER.mean_price);
        let ratio = market_cap / opportunity(price);
        Self {
            market_cap,
            spot_price,
            ratio,
        }
    }

    /// What each input that the step is made of is set to; `None` is absent.
    #[must_use]
    pub const fn settings(&self) -> [(Key, Option<f64>); 4] {
        [
            (Key::BtcPrice, Some(DECEMBER.mean_price)),
            (Key::BlockHeight, Some(DECEMBER.block_height)),
            (Key::MarketCap, Some(self.market_cap)),
            (Key::SpotPrice, self.spot_price),
        ]
    }
}

/// From the month's mean price to its last one, from there to the largest cap that is printed the
/// same, and to the cap whose ratio is the printed one.
#[must_use]
pub fn reconciliation() -> [Step; 4] {
    /// A cap in whole USD bn may be as much larger.
    const ROUNDING: f64 = 0.5;
    let December {
        market_cap,
        ratio_pct,
        spot_price,
        ..
    } = DECEMBER;
    let spot = Some(spot_price);
    [
        Step::new(market_cap, None),
        Step::new(market_cap, spot),
        Step::new(market_cap + ROUNDING, spot),
        Step::new(ratio_pct / 100.0 * opportunity(spot_price), spot),
    ]
}

/// Four years of block rewards from the end of December 2025 at this price (USD/BTC), USD bn.
fn opportunity(price: f64) -> f64 {
    valuation::opportunity(DECEMBER.block_height as u64, price)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Evaluation;
    use crate::model::parameters::Inputs;

    #[test]
    fn each_reported_opportunity_is_met_at_its_price() {
        for Opportunity {
            date,
            reported,
            btc_price,
            block_height,
            ..
        } in OPPORTUNITIES
        {
            let then = [("btc_price", *btc_price), ("block_height", *block_height)];
            let inputs = Inputs::from_entries(then).expect("reported figures are in range");
            let computed = Evaluation::of(&inputs).valuation().block_reward_opportunity;
            // Half of the last digit, and as much again for a price and a height that are estimates.
            assert!((computed - reported).abs() < 1.0, "{date}: {computed}");
        }
    }

    #[test]
    fn what_was_not_reported_itself_is_the_cap_over_the_ratio() {
        let others = OPPORTUNITIES.iter().filter(|then| !then.is_reported);
        let found: Vec<f64> = others.map(|then| then.reported).collect();
        let quotient = DECEMBER.market_cap / (DECEMBER.ratio_pct / 100.0);
        assert_eq!(found, [(10.0 * quotient).round() / 10.0]);
    }

    #[test]
    fn ratios_and_their_texts_agree() {
        for quoted in QUOTED_RATIOS {
            assert_eq!(quoted.text, format!("{}%", quoted.pct));
            assert!(quoted.name.starts_with(quoted.text));
        }
    }

    #[test]
    fn the_preset_is_the_note_of_december() {
        let preset = Inputs::default();
        assert_eq!(preset.market_cap(), DECEMBER.market_cap);
        assert_eq!(preset.btc_price(), DECEMBER.mean_price);
        assert_eq!(preset.block_height() as f64, DECEMBER.block_height);
        let quoted = |pct| QUOTED_RATIOS.iter().any(|quoted| quoted.pct == pct);
        assert!(quoted(preset.target_ratio_pct()) && quoted(DECEMBER.ratio_pct));
    }

    #[test]
    fn the_steps_lead_to_what_was_printed() {
        let preset = Inputs::default();
        let steps = reconciliation();
        for step in steps {
            let set = |inputs: Inputs, (key, value)| inputs.with(key, value).expect("in range");
            let inputs = step.settings().into_iter().fold(preset.clone(), set);
            let computed = Evaluation::of(&inputs).valuation().ratio;
            assert!((computed / step.ratio - 1.0).abs() < 1e-12, "{step:?}");
        }
        let tenths = steps.map(|step| (1_000.0 * step.ratio).round());
        assert_eq!(tenths, [1_047.0, 1_064.0, 1_075.0, 1_070.0]);
        // The cap that the printed ratio takes is printed as it was.
        assert_eq!(steps[3].market_cap.round(), DECEMBER.market_cap);
    }
}
