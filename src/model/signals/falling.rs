//! Runs of falling hashrate and of falling difficulty.

use super::change::{is_below, is_equal};
use super::date::Date;
use super::history::{History, Point};
use super::observation::Column;
use super::signal::{About, Basis, Reading, Signal, State};
use super::spacing::{self, Spacing};

/// Falls that make a row of them.
const IN_A_ROW: usize = 2;
/// Negative adjustments in a row that are capitulation: CoinShares, mining report of the first
/// quarter of 2026, on the three at the end of 2025.
const CAPITULATION: usize = 3;

const HASHRATE: About = About {
    key: "falling_hashrate",
    name: "Falling hashrate",
    unit: "months in a row",
    meaning: "Machines no longer cover their power bill, or storms and heat switch them off, as in \
              June 2025. JPMorgan counted two months in a row in December 2025. VanEck, December \
              2025: since 2014 bitcoin rose over the following 90 days in 65% of cases after \
              hashrate had fallen over 30 days, in 54% after it had risen.",
};

const HASHRATE_BY_EPOCH: About = About {
    unit: "epochs in a row",
    ..HASHRATE
};

const ADJUSTMENTS: About = About {
    key: "negative_adjustments",
    name: "Negative difficulty adjustments",
    unit: "adjustments in a row",
    meaning: "Each raises what a hash earns for those who still run. CoinShares counts three in a row as \
              capitulation; the three at the end of 2025 were the first since July 2022.",
};

/// Months of falling hashrate in a row up to the last, or epochs where rows are about 14 days apart;
/// of rows that are days apart, by the means of whole months.
pub(super) fn hashrate(history: &History) -> Signal {
    let rows = history.series(Column::Hashrate);
    let basis = Basis::of(history, &rows);
    let (about, points) = match basis.spacing {
        Some(Spacing::Days) => (HASHRATE, spacing::monthly_means(&rows)),
        Some(Spacing::Epochs) => (HASHRATE_BY_EPOCH, rows),
        _ => (HASHRATE, rows),
    };
    let reading = match Run::up_to_last(spacing::unbroken(history, &points)) {
        Some(run) => run.reading(IN_A_ROW),
        None => Reading::missing(missing_neighbour(&points)),
    };
    about.signal(basis, reading)
}

fn missing_neighbour(points: &[Point]) -> String {
    match points {
        [.., before, last] => format!(
            "rows with a hashrate at most {} days apart: the last two are of {} and {}",
            spacing::LARGEST_GAP_DAYS,
            before.date,
            last.date
        ),
        _ => "two epochs or two whole months with a hashrate".to_owned(),
    }
}

/// Negative difficulty adjustments in a row, up to the last. Rows that share a difficulty are one
/// epoch.
pub(super) fn adjustments(history: &History) -> Signal {
    let rows = history.series(Column::Difficulty);
    let basis = Basis::of(history, &rows);
    if !matches!(basis.spacing, Some(Spacing::Days | Spacing::Epochs)) {
        let missing = "rows with a difficulty, at most an epoch of about 14 days apart";
        return ADJUSTMENTS.signal(basis, Reading::missing(missing));
    }
    let mut epochs = spacing::unbroken(history, &rows).to_vec();
    epochs.dedup_by(|later, earlier| is_equal(later.value, earlier.value));
    let reading = match Run::up_to_last(&epochs) {
        Some(run) => run.reading(CAPITULATION),
        None => Reading::missing("an adjustment: two rows in a row with different difficulties"),
    };
    ADJUSTMENTS.signal(basis, reading)
}

/// Falls in a row.
struct Run {
    falls: usize,
    /// Date of the first lower number.
    since: Option<Date>,
    /// Whether the first of all points is the one that it fell from.
    reaches_start: bool,
}

impl Run {
    /// The falls up to the last point; `None` unless there are two points.
    fn up_to_last(points: &[Point]) -> Option<Self> {
        let steps = points.len().checked_sub(1).filter(|steps| *steps > 0)?;
        let is_fall = |pair: &&[Point]| is_below(pair[1].value, pair[0].value);
        let falls = points.windows(2).rev().take_while(is_fall).count();
        let since = points.get(points.len() - falls);
        Some(Self {
            falls,
            since: since.map(|point| point.date),
            reaches_start: falls == steps,
        })
    }

    /// On from `threshold` falls on, near when one is lacking. A shorter run that reaches the first
    /// row may be longer than is known.
    fn reading(&self, threshold: usize) -> Reading {
        let state = if self.falls >= threshold {
            State::On
        } else if self.reaches_start {
            State::NotEnoughData
        } else if self.falls + 1 == threshold {
            State::Near
        } else {
            State::Off
        };
        let missing = (state == State::NotEnoughData)
            .then(|| "rows before the first: the fall may have begun earlier".to_owned());
        Reading {
            missing,
            ..Reading::new(state, Some(self.falls as f64), self.since)
        }
        .at_least(self.reaches_start)
    }
}
