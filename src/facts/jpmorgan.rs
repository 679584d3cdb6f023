//! JPMorgan's monthly figures on mining, as the press reported them.

use serde::Serialize;

use crate::model::parameters::Given;
use crate::model::signals::{Column, History, Observation};

/// One month's averages. `None` is what no report that was found says.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Month {
    /// `YYYY-MM`.
    pub month: &'static str,
    /// Mean network hashrate, EH/s.
    pub hashrate: Option<f64>,
    /// Mean bitcoin price, USD.
    pub btc_price: Option<f64>,
    /// Daily block-reward revenue, USD per EH/s.
    pub revenue: Option<f64>,
    /// Daily block-reward gross profit, USD per EH/s.
    pub gross_profit: Option<f64>,
    /// Gross profit over revenue, %.
    pub gross_margin_pct: Option<f64>,
    /// Market capitalisation of the miners that the bank follows, at the month's end, USD bn.
    pub cohort_cap: Option<f64>,
    /// Who reported it.
    pub source: &'static str,
    /// What is unconfirmed, or to be known before the figures are used.
    pub note: &'static str,
}

const NOT_REPORTED: Month = Month {
    month: "",
    hashrate: None,
    btc_price: None,
    revenue: None,
    gross_profit: None,
    gross_margin_pct: None,
    cohort_cap: None,
    source: "",
    note: "",
};

/// The months that were found, oldest first. Months between them are missing.
pub const MONTHS: &[Month] = &[
    Month {
        month: "2024-09",
        hashrate: Some(643.0),
        revenue: Some(42_100.0),
        gross_profit: Some(16_100.0),
        gross_margin_pct: Some(38.4),
        cohort_cap: Some(21.0),
        source: "cryptodnes.bg",
        ..NOT_REPORTED
    },
    Month {
        month: "2024-12",
        hashrate: Some(779.0),
        revenue: Some(57_100.0),
        source: "tridex.co.uk",
        ..NOT_REPORTED
    },
    Month {
        month: "2025-01",
        hashrate: Some(785.0),
        revenue: Some(57_200.0),
        source: "coinspeaker.net; todayreport.com",
        ..NOT_REPORTED
    },
    Month {
        month: "2025-02",
        hashrate: Some(810.0),
        revenue: Some(54_300.0),
        gross_profit: Some(29_500.0),
        source: "cryptonewz.pages.dev",
        ..NOT_REPORTED
    },
    Month {
        month: "2025-05",
        hashrate: Some(897.0),
        revenue: Some(51_600.0),
        gross_profit: Some(27_900.0),
        source: "cryptonewz.pages.dev",
        ..NOT_REPORTED
    },
    Month {
        month: "2025-06",
        revenue: Some(55_300.0),
        source: "cryptonewz.pages.dev; coinspeaker.net",
        note: "Hashrate is reported as about 3% below May's, without a level. The 7% by which revenue \
               is said to be above April's is what it is above May's.",
        ..NOT_REPORTED
    },
    Month {
        month: "2025-09",
        hashrate: Some(1_031.0),
        revenue: Some(49_700.0),
        cohort_cap: Some(56.0),
        source: "Binance Square; cryptonewz.pages.dev",
        ..NOT_REPORTED
    },
    Month {
        month: "2025-10",
        hashrate: Some(1_082.0),
        revenue: Some(48_000.0),
        cohort_cap: Some(70.0),
        source: "pakinomist.com",
        note: "The cohort's record was $79 bn in the middle of the month.",
        ..NOT_REPORTED
    },
    Month {
        month: "2025-11",
        hashrate: Some(1_074.0),
        revenue: Some(41_400.0),
        cohort_cap: Some(59.0),
        source: "cryptonewz.pages.dev; coinspeaker.net",
        note: "Gross profit is reported as 26% below October's, without a level.",
        ..NOT_REPORTED
    },
    Month {
        month: "2025-12",
        hashrate: Some(1_045.0),
        btc_price: Some(88_950.0),
        revenue: Some(38_700.0),
        gross_profit: Some(17_100.0),
        gross_margin_pct: Some(44.0),
        cohort_cap: Some(48.0),
        source: "the JPMorgan note as reported; whale-alert.io/stories/ea75fea007ee",
        note: "Some copies print a market capitalisation of $43 bn or $448 bn and a hashrate fall of \
               33%: misprints of $48 bn and 3%.",
    },
];

/// The months as a history for signals.
#[must_use]
pub fn history() -> History {
    let rows = (1..)
        .zip(MONTHS)
        .map(|(row, month)| observation(row, month));
    History::new(rows).expect("each month is there once, which a test checks")
}

fn observation(row: usize, month: &Month) -> Observation {
    let numbers = [
        (Column::Hashrate, month.hashrate),
        (Column::BtcPrice, month.btc_price),
        (Column::Revenue, month.revenue),
        (Column::GrossProfit, month.gross_profit),
        (Column::CohortCap, month.cohort_cap),
    ];
    let date = (Observation::DATE, Given::from(month.month));
    let numbers = numbers.map(|(column, number)| (column.key(), Given::from(number)));
    Observation::from_entries(row, numbers.into_iter().chain([date]))
        .expect("published figures are in range, which a test checks")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::parameters::Inputs;
    use crate::model::signals::{State, signals};

    #[test]
    fn december_2025_is_the_second_month_of_falling_hashrate_and_a_low_in_revenue() {
        let signals = signals(&history(), &Inputs::default());
        let said: Vec<_> = signals
            .iter()
            .map(|signal| {
                let since = signal.since.map(|date| date.to_string());
                (signal.key, signal.state, since)
            })
            .collect();
        let november = Some("2025-11".to_owned());
        assert_eq!(
            said,
            [
                ("falling_hashrate", State::On, november.clone()),
                ("negative_adjustments", State::NotEnoughData, None),
                ("hash_ribbons", State::NotEnoughData, None),
                ("revenue_low", State::On, november.clone()),
                ("cohort_cap", State::Off, november),
                ("next_adjustment", State::NotEnoughData, None),
            ]
        );
        assert_eq!(signals[0].value, Some(2.0));
        assert_eq!(signals[4].value, Some(48.0 / 70.0));
    }

    #[test]
    fn reported_changes_agree_with_the_levels() {
        // From month to month or from year to year, in percent.
        for (later, earlier, change) in [
            ((1_045.0, 0.5), (1_074.0, 0.5), -3.0),
            ((1_082.0, 0.5), (1_031.0, 0.5), 5.0),
            ((1_074.0, 0.5), (1_082.0, 0.5), -1.0),
            ((785.0, 0.5), (779.0, 0.5), 1.0),
            ((38_700.0, 50.0), (41_400.0, 50.0), -7.0),
            ((38_700.0, 50.0), (57_100.0, 50.0), -32.0),
            ((41_400.0, 50.0), (48_000.0, 50.0), -14.0),
            ((48_000.0, 50.0), (49_700.0, 50.0), -3.0),
            ((55_300.0, 50.0), (51_600.0, 50.0), 7.0),
            ((70.0, 0.5), (56.0, 0.5), 25.0),
            ((59.0, 0.5), (70.0, 0.5), -16.0),
            ((48.0, 0.5), (59.0, 0.5), -18.0),
        ] {
            let change_pct = |later: f64, earlier: f64| 100.0 * (later / earlier - 1.0);
            let lowest = change_pct(later.0 - later.1, earlier.0 + earlier.1);
            let highest = change_pct(later.0 + later.1, earlier.0 - earlier.1);
            assert!(
                lowest <= change + 0.5 && highest >= change - 0.5,
                "{later:?} from {earlier:?} is no {change}%"
            );
            let is_published = |value| {
                MONTHS.iter().any(|month| {
                    [month.hashrate, month.revenue, month.cohort_cap].contains(&Some(value))
                })
            };
            assert!(
                is_published(later.0) && is_published(earlier.0),
                "{later:?}"
            );
        }
    }
}
