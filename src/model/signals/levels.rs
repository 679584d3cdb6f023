//! Revenue against its lowest, and the cohort's market capitalisation against its high.

use super::change::is_below;
use super::history::{History, Point};
use super::observation::Column;
use super::signal::{About, Basis, Reading, Signal, State};
use crate::model::finite::ratio;
use crate::model::parameters::Inputs;

/// Within this fraction of a level is near it: a choice, no source.
const NEAR: f64 = 0.1;
/// The cohort's market capitalisation at the end of October 2025, its highest of any month, USD bn
/// (JPMorgan).
const HIGH_USD_BN: f64 = 70.0;

const REVENUE: About = About {
    key: "revenue_low",
    name: "Revenue against its lowest",
    unit: "fraction above the previous low",
    meaning: "At a new low a hash earns less than at any time before in this history, and miners with \
              old machines or dear power switch off. JPMorgan called December 2025's $38,700 \
              per EH a day the lowest on record.",
};

const COHORT: About = About {
    key: "cohort_cap",
    name: "Market cap against October 2025",
    unit: "fraction of $70 bn",
    meaning: "The listed miners that JPMorgan follows stood at $70\u{a0}bn at the end of October 2025, \
              after a record of $79\u{a0}bn in the middle of the month, and at $48\u{a0}bn two months later.",
};

/// Revenue per EH a day against its lowest before: on below it, near within 10% above it. Since the
/// first of the new lows in a row; if it is no new low, since the low.
pub(super) fn revenue(history: &History) -> Signal {
    let rows = history.series(Column::Revenue);
    let basis = Basis::of(history, &rows);
    let reading = match rows.as_slice() {
        [first, later @ .., last] => against_lowest(*first, later, *last),
        _ => Reading::missing("two rows with a revenue"),
    };
    REVENUE.signal(basis, reading)
}

fn against_lowest(first: Point, later: &[Point], last: Point) -> Reading {
    let mut low = first;
    let mut lows_since = None;
    for point in later {
        if is_below(point.value, low.value) {
            lows_since = lows_since.or(Some(point.date));
            low = *point;
        } else {
            lows_since = None;
        }
    }
    let above = ratio(last.value, low.value).map(|ratio| ratio - 1.0);
    if is_below(last.value, low.value) {
        Reading::new(State::On, above, lows_since.or(Some(last.date)))
    } else if last.value <= (1.0 + NEAR) * low.value {
        Reading::new(State::Near, above, Some(low.date))
    } else {
        Reading::new(State::Off, above, Some(low.date))
    }
}

/// The cohort's market capitalisation, the last of the history or that of the inputs, against
/// October 2025: on at or above it, near within 10% below it.
pub(super) fn cohort(history: &History, inputs: &Inputs) -> Signal {
    let rows = history.series(Column::CohortCap);
    let Some(last) = rows.last() else {
        let reading = cap_reading(inputs.market_cap());
        return COHORT.signal(Basis::INPUTS, reading);
    };
    let reading = cap_reading(last.value);
    let is_other = |row: &Point| cap_reading(row.value).state != reading.state;
    let first = rows.iter().rposition(is_other).map_or(0, |at| at + 1);
    let reading = Reading {
        since: Some(rows[first].date),
        ..reading
    };
    COHORT.signal(Basis::of(history, &rows), reading.at_least(first == 0))
}

fn cap_reading(usd_bn: f64) -> Reading {
    let share = usd_bn / HIGH_USD_BN;
    let state = if share >= 1.0 {
        State::On
    } else if share >= 1.0 - NEAR {
        State::Near
    } else {
        State::Off
    };
    Reading::new(state, Some(share), None)
}
