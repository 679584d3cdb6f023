//! How the shares of listed miners moved, as JPMorgan's notes were reported.

use serde::Serialize;

/// Where the figures are from.
pub const SOURCE: &str = "JPMorgan's note on December 2025, as reported; \
                          whale-alert.io/stories/ea75fea007ee";

/// A company's share price over a period.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct ShareMove {
    /// The company.
    pub company: &'static str,
    /// `2025-12` or `2025`.
    pub period: &'static str,
    /// Change over the period, %.
    pub change_pct: f64,
    /// What is unconfirmed.
    pub note: &'static str,
}

const fn moved(company: &'static str, period: &'static str, change_pct: f64) -> ShareMove {
    ShareMove {
        company,
        period,
        change_pct,
        note: "",
    }
}

/// By how much is not in the reports that were found; that these two led is.
const LEADERS: &str = "Unconfirmed: the reports that were found say that IREN and Cipher led the year, and not \
                       by how much.";

/// The best and the worst of the month, and the best two of the year.
pub const SHARE_MOVES: &[ShareMove] = &[
    moved("Hut 8", "2025-12", 2.0),
    moved("CleanSpark", "2025-12", -33.0),
    ShareMove {
        note: LEADERS,
        ..moved("IREN", "2025", 285.0)
    },
    ShareMove {
        note: LEADERS,
        ..moved("Cipher", "2025", 218.0)
    },
];

/// How many of the companies that the bank follows did better than bitcoin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct BeatBitcoin {
    /// `2025-12` or `2025`.
    pub period: &'static str,
    /// Companies whose shares did better.
    pub companies: u32,
    /// Companies followed.
    pub of: u32,
}

/// In the month and in the year.
pub const BEAT_BITCOIN: &[BeatBitcoin] = &[
    BeatBitcoin {
        period: "2025-12",
        companies: 2,
        of: 14,
    },
    BeatBitcoin {
        period: "2025",
        companies: 9,
        of: 14,
    },
];

/// The market capitalisation of the companies that the bank follows.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct CohortCap {
    /// When it was reached: the end of the month unless the note says otherwise.
    pub date: &'static str,
    /// USD bn.
    pub usd_bn: f64,
    /// Change that was reported with it, %.
    pub change_pct: f64,
    /// Since when.
    pub since: &'static str,
    /// Who reported it.
    pub source: &'static str,
    /// What is to be known before the figure is used.
    pub note: &'static str,
}

/// The high of October 2025 and what came after it.
pub const COHORT: &[CohortCap] = &[
    CohortCap {
        date: "2025-10",
        usd_bn: 79.0,
        change_pct: 41.0,
        since: "the end of September 2025",
        source: "JPMorgan, middle of October 2025, as reported; trendingcoinz.com; pakgazette.com",
        note: "A record in the middle of the month; the high near $70 bn that is often quoted is its \
               end.",
    },
    CohortCap {
        date: "2025-10",
        usd_bn: 70.0,
        change_pct: 25.0,
        since: "the end of September 2025",
        source: "JPMorgan, November 2025, as reported; pakinomist.com",
        note: "",
    },
    CohortCap {
        date: "2025-12",
        usd_bn: 48.0,
        change_pct: -18.0,
        since: "the end of November 2025",
        source: SOURCE,
        note: "",
    },
    CohortCap {
        date: "2025-12",
        usd_bn: 48.0,
        change_pct: 73.0,
        since: "the end of 2024",
        source: SOURCE,
        note: "The bank followed 13 companies in the middle of 2025 and 14 at its end.",
    },
];
