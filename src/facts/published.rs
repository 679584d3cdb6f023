//! Figures that others published, with the link that sets the page to each case, for comparison
//! with what the models compute.

use crate::model::Evaluation;
use crate::model::outputs::Output;

/// A published case.
#[derive(Clone, Copy, Debug)]
pub struct Case {
    /// What it is called here.
    pub name: &'static str,
    /// Who published it, and where.
    pub source: &'static str,
    /// When, as precisely as is known: `2025-12` or `2025-12-17`.
    pub date: &'static str,
    /// The link's fragment, without `#`, that sets the page to it.
    pub link: &'static str,
    /// Which of the link's inputs were published, and which were chosen and why. Inputs that the
    /// link does not name are the preset's and do not matter to the figures.
    pub inputs: &'static str,
    /// What was published.
    pub figures: &'static [Figure],
}

/// One published number.
#[derive(Clone, Copy, Debug)]
pub struct Figure {
    /// What it is.
    pub name: &'static str,
    /// The output it is compared with.
    pub output: &'static str,
    /// How the output becomes the published quantity.
    pub conversion: Conversion,
    /// The number as it was published, in `unit`. Its last digit is its precision; zeros at the end
    /// of a whole number do not count.
    pub number: &'static str,
    /// The unit of the published number.
    pub unit: &'static str,
    /// How well the two agree.
    pub agreement: Agreement,
}

/// From an output to the published quantity.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Conversion {
    /// The output times this.
    Times(f64),
    /// This over the output.
    Over(f64),
}

/// How well a computed number agrees with a published one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreement {
    /// To the precision of the published number.
    ToTheDigit,
    /// Not so far.
    Differs {
        /// Computed less published, in the published unit; its last digit is its precision.
        by: &'static str,
        /// Why.
        why: &'static str,
    },
}

impl Figure {
    const fn new(name: &'static str, output: &'static str, conversion: Conversion) -> Self {
        let (number, unit, agreement) = ("", "", Agreement::ToTheDigit);
        Self {
            name,
            output,
            conversion,
            number,
            unit,
            agreement,
        }
    }

    const fn is(self, number: &'static str, unit: &'static str) -> Self {
        Self {
            number,
            unit,
            ..self
        }
    }

    const fn differs(self, by: &'static str, why: &'static str) -> Self {
        let agreement = Agreement::Differs { by, why };
        Self { agreement, ..self }
    }

    /// The computed number, in the published unit; `None` where the output does not exist.
    #[must_use]
    pub fn computed(&self, evaluation: &Evaluation) -> Option<f64> {
        let value = (Output::from_key(self.output)?.value)(evaluation)?;
        Some(match self.conversion {
            Conversion::Times(factor) => value * factor,
            Conversion::Over(quantity) => quantity / value,
        })
    }
}

use Conversion::{Over, Times};

/// Outputs are per EH/s.
const PER_PH: Conversion = Times(1e-3);
const PER_100_TH: Conversion = Times(1e-4);
const SATS_PER_TH: Conversion = Times(1e8 / 1e6);
/// Hashes of an EH/s in a day, over satoshis: BTC is 10⁸ of them.
const HASHES_PER_SAT: Conversion = Over(1e18 * 86_400.0 / 1e8);
const AS_IT_IS: Conversion = Times(1.0);
const IN_PERCENT: Conversion = Times(100.0);

/// Every case, in the order of the document.
pub const CASES: &[Case] = &[
    Case {
        name: "JPMorgan, December 2025",
        source: "JPMorgan's monthly note on listed miners, as the press reported it \
                 (whale-alert.io/stories/ea75fea007ee)",
        date: "2025-12",
        link: "v=1",
        inputs: "The preset of the page. Price, hashrate, efficiency and power price are the \
                 note's; fees of 1.03% are chosen so that revenue comes to $38,700.",
        figures: &[
            Figure::new("Revenue", "revenue", AS_IT_IS).is("38,700", "USD per EH a day"),
            Figure::new("Gross profit", "gross_profit", AS_IT_IS).is("17,100", "USD per EH a day"),
            Figure::new("Gross margin", "gross_margin", IN_PERCENT).is("44", "%"),
        ],
    },
    Case {
        name: "Cost to mine, 17 December 2025",
        source: "Ryno-Crypto-Mining-Services/braiins-insights-mcp-server, \
                 tests/unit/tools/cost-to-mine.test.ts",
        date: "2025-12-17",
        link: "v=1&btc_price=85877&difficulty=148195306640204.7&fees_pct=0.4036397\
               &efficiency=30&power_price=80&pool_fee_pct=2",
        inputs: "100 TH/s that draw 3,000 W at $0.08/kWh, difficulty, price and a pool fee of 2% \
                 are published; fees are the reward of 3.1376 BTC that the cost per bitcoin \
                 implies, so the other two figures are the test.",
        figures: &[
            Figure::new("Cost per bitcoin", "breakeven_btc_price", AS_IT_IS)
                .is("137,999.495", "USD per BTC"),
            Figure::new("Mined by 100 TH/s", "revenue_btc", PER_100_TH)
                .is("0.00004174", "BTC a day"),
            Figure::new("Profit of 100 TH/s", "gross_profit", PER_100_TH).is("−2.18", "USD a day"),
        ],
    },
    Case {
        name: "Cost to mine, a month later",
        source: "the same",
        date: "2025-12-17",
        link: "v=1&btc_price=85877&difficulty=148440063237683.97&fees_pct=0.4036397\
               &efficiency=30&power_price=80&pool_fee_pct=2",
        inputs: "Difficulty grown by 2% a year for a month (a factor of 1.02^(1/12)); all else is \
                 the case before.",
        figures: &[
            Figure::new("Cost per bitcoin", "breakeven_btc_price", AS_IT_IS)
                .is("138,227.413", "USD per BTC"),
        ],
    },
    Case {
        name: "Lumerin's hashprice oracle",
        source: "Lumerin-protocol/hashprice-oracle, test fixture",
        date: "2025",
        link: "v=1&btc_price=84524.2&difficulty=121000000000000&fees_pct=0",
        inputs: "Difficulty, price and a reward of 3.125 BTC (no fees) are published.",
        figures: &[
            Figure::new("Hashprice", "hashprice", PER_PH).is("43.9137", "USD per PH a day"),
            Figure::new("Hashes per satoshi", "revenue_btc", HASHES_PER_SAT)
                .is("1,663,011,337,011,200", "hashes"),
        ],
    },
    Case {
        name: "Hash value without fees",
        source: "test of a hash-value table",
        date: "2025",
        link: "v=1&network_hashrate=800&fees_pct=0",
        inputs: "A network of 800 EH/s and a reward of 3.125 BTC are published.",
        figures: &[
            Figure::new("Hash value", "revenue_btc", SATS_PER_TH).is("56.25", "sats per TH a day")
        ],
    },
    Case {
        name: "Hash value with fees",
        source: "the same",
        date: "2025",
        link: "v=1&network_hashrate=800&fees_pct=11.11111111111111",
        inputs: "Fees of 10% there are of the whole reward; of the subsidy, as here, that is a ninth.",
        figures: &[
            Figure::new("Hash value", "revenue_btc", SATS_PER_TH).is("62.5", "sats per TH a day")
        ],
    },
    Case {
        name: "Luxor, 3 March 2025, subsidy",
        source: "hashrateindex.com/blog/hashrate-index-roundup-march-03-2025",
        date: "2025-03-03",
        link: "v=1&difficulty=110570000000000&fees_pct=0",
        inputs: "Difficulty is published.",
        figures: &[
            Figure::new("Subsidy", "revenue_btc", PER_PH).is("0.00056855", "BTC per PH a day")
        ],
    },
    Case {
        name: "Luxor, 3 March 2025, with fees",
        source: "the same",
        date: "2025-03-03",
        link: "v=1&difficulty=110570000000000&fees_pct=1.332",
        inputs: "Fees are chosen so that the sum is the published one; that they come to 1.3% of the \
                 subsidy is the test.",
        figures: &[
            Figure::new("Hashprice", "revenue_btc", PER_PH).is("0.00057612", "BTC per PH a day")
        ],
    },
    Case {
        name: "Hut 8 – Fluidstack, River Bend, from its NOI",
        source: "newprojectmedia.com; t.signalplus.com",
        date: "2025-12",
        link: "v=1&view=pivot&gross_mw=330&pue=1.346938775510204&lease_rate=124.541\
               &noi_margin_pct=100&loan_to_cost_pct=85",
        inputs: "245 MW of critical IT on 330 MW gross, 15 years, 3% escalator, triple net (so NOI is \
                 rent), 85% loan to cost and $9–11 m per MW (the middle, which is the preset's) are \
                 reported. The first year's rate is the one whose average NOI is the reported \
                 $454 m. Discount rates, renewal and exit value are illustrative and do not matter \
                 here.",
        figures: &[
            Figure::new("Critical IT", "it_mw", AS_IT_IS).is("245", "MW"),
            Figure::new("Average NOI", "noi_average", AS_IT_IS).is("454", "USD m a year"),
            Figure::new(
                "First-year NOI, from average and escalator",
                "noi_first_year",
                AS_IT_IS,
            )
            .is("366.15", "USD m a year"),
            Figure::new("Contract value", "noi_average", Times(15.0 / 1e3))
                .is("7.0", "USD bn")
                .differs(
                    "−0.2",
                    "15 years of the reported NOI are $6.81 bn: NOI is 97% of the contract value, \
                     although a triple-net lease leaves the owner hardly any cost. No source says \
                     what the rest is.",
                ),
        ],
    },
    Case {
        name: "Hut 8 – Fluidstack, River Bend, with all renewals",
        source: "the same",
        date: "2025-12",
        link: "v=1&view=pivot&gross_mw=330&pue=1.346938775510204&lease_rate=124.541&tenor=30\
               &noi_margin_pct=100&loan_to_cost_pct=85",
        inputs: "The lease of the case before, run on at its escalator for 30 years.",
        figures: &[
            Figure::new("Average NOI over 30 years", "noi_average", AS_IT_IS)
                .is("580", "USD m a year"),
            Figure::new("Contract value", "noi_average", Times(30.0 / 1e3))
                .is("17.5", "USD bn")
                .differs(
                    "−0.1",
                    "The terms of the renewals are not reported. Run on at the same escalator, NOI is \
                     99.5% of the reported contract value.",
                ),
        ],
    },
    Case {
        name: "Hut 8 – Fluidstack, River Bend, at its mean rent",
        source: "the same",
        date: "2025-12",
        link: "v=1&view=pivot&gross_mw=330&pue=1.346938775510204&lease_rate=159&escalator_pct=0\
               &noi_margin_pct=100&loan_to_cost_pct=85",
        inputs: "The $159 per kW a month that is quoted for this lease is contract value over power \
                 and time, so a mean, and goes with an escalator of 0. As a first-year rate at 3% it \
                 would make a contract of $8.7 bn.",
        figures: &[
            Figure::new("Contract value", "noi_average", Times(15.0 / 1e3)).is("7.0", "USD bn"),
            Figure::new(
                "Rent per critical-IT MW",
                "hpc_revenue_per_gross_mw_year",
                Times(330.0 / 245.0),
            )
            .is("1.90", "USD m a year")
            .differs(
                "+0.01",
                "$7.0 bn over 245 MW and 15 years is 1.905; 159·12/1,000 is 1.908.",
            ),
            Figure::new("Average NOI", "noi_average", AS_IT_IS)
                .is("454", "USD m a year")
                .differs(
                    "+13",
                    "This is the mean rent; the reported NOI is 97% of it (see above).",
                ),
        ],
    },
    Case {
        name: "TeraWulf – Fluidstack, Lake Mariner",
        source: "particle.news; z9news.com; stocktitan.net/news/WULF",
        date: "2025-08",
        link: "v=1&view=pivot&gross_mw=250&pue=1.25&lease_rate=154&escalator_pct=0&tenor=10&capex=9",
        inputs: "200 MW of critical IT on 250 MW gross, 10 years, $154 per kW a month, an NOI margin of \
                 85% and $8–10 m per MW (the middle is used) are reported. No escalator is; the \
                 reported value fits a mean rate without one. Discount rates, renewal and exit value \
                 are illustrative and do not matter here.",
        figures: &[
            Figure::new("Critical IT", "it_mw", AS_IT_IS).is("200", "MW"),
            Figure::new("Contract value", "noi_average", Times(10.0 / 0.85 / 1e3))
                .is("3.7", "USD bn"),
            Figure::new(
                "Rent per critical-IT MW",
                "hpc_revenue_per_gross_mw_year",
                Times(250.0 / 200.0),
            )
            .is("1.85", "USD m a year"),
        ],
    },
];
