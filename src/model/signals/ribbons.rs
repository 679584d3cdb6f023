//! Hash Ribbons: the mean hashrate of 30 days against that of 60.

use super::change::is_below;
use super::history::{History, Point};
use super::observation::Column;
use super::signal::{About, Basis, Reading, Signal, State};
use super::spacing::{gap, mean};

/// Days of the short mean (Charles Edwards, "Hash Ribbons & Bitcoin Bottoms", 2019).
const SHORT_DAYS: usize = 30;
/// Days of the long mean (the same).
const LONG_DAYS: usize = 60;
/// A cross counts as recent for as long as the short mean looks back.
const RECENT_DAYS: i32 = SHORT_DAYS as i32;

const ABOUT: About = About {
    key: "hash_ribbons",
    name: "30- against 60-day hashrate",
    unit: "fraction above the 60-day mean",
    meaning: "Hash Ribbons (Charles Edwards, 2019): a 30-day mean below the 60-day one shows miners \
              capitulating. Bitcoin's major lows fell in such spells, which end when it crosses back. \
              May and July 2025 showed that not every spell marks a major low.",
};

/// Whether the 30-day mean is below the 60-day one on the last day, and since when; recovered when
/// it crossed back within the last 30 days.
pub(super) fn ribbons(history: &History) -> Signal {
    let rows = history.series(Column::Hashrate);
    let basis = Basis::of(history, &rows);
    let days = daily_stretch(&rows);
    let reading = if days.len() < LONG_DAYS {
        Reading::missing(format!(
            "{LONG_DAYS} days in a row with a hashrate; the last rows have {}",
            days.len()
        ))
    } else {
        reading(days)
    };
    ABOUT.signal(basis, reading)
}

/// The days up to the last between which no day is missing; none of a history of months.
fn daily_stretch(rows: &[Point]) -> &[Point] {
    if rows.iter().any(|row| row.date.is_month()) {
        return &[];
    }
    let has_gap = |pair: &[Point]| gap(pair) != 1;
    let first = rows.windows(2).rposition(has_gap).map_or(0, |at| at + 1);
    &rows[first..]
}

/// Of at least 60 days in a row.
fn reading(days: &[Point]) -> Reading {
    let last = days.len() - 1;
    let is_low = is_low(days, last);
    // The first day of those up to the last on which the means stand as they do now.
    let first = (LONG_DAYS - 1..last)
        .rev()
        .take_while(|day| self::is_low(days, *day) == is_low)
        .last()
        .unwrap_or(last);
    let reaches_start = first == LONG_DAYS - 1;
    let state = if is_low {
        State::On
    } else if !reaches_start && gap(&days[first..]) < RECENT_DAYS {
        State::Recovered
    } else {
        State::Off
    };
    let (short, long) = means(days, last);
    Reading::new(state, Some(short / long - 1.0), Some(days[first].date)).at_least(reaches_start)
}

/// The means of the 30 and of the 60 days up to this one.
fn means(days: &[Point], day: usize) -> (f64, f64) {
    let up_to = |count: usize| mean(&days[day + 1 - count..=day]);
    (up_to(SHORT_DAYS), up_to(LONG_DAYS))
}

fn is_low(days: &[Point], day: usize) -> bool {
    let (short, long) = means(days, day);
    is_below(short, long)
}
