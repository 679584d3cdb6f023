//! How far apart the rows of a history are.

use std::fmt;

use serde::Serialize;

use super::history::{History, Point};
use crate::model::order::order;

/// How far apart rows are, by the median of their distances.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Spacing {
    /// Less than 10 days: several rows an epoch.
    Days,
    /// About 14 days: a row an epoch.
    Epochs,
    /// About a month.
    Months,
    /// More than 45 days.
    Sparse,
}

/// From this many days on a row stands for an epoch of about 14 days.
const EPOCH_FROM_DAYS: i32 = 10;
/// From this many days on a row stands for a month.
const MONTH_FROM_DAYS: i32 = 22;
/// Rows further apart than this are no neighbours: a month, or several epochs, are missing between
/// them. Two months are at least 59 days.
pub(super) const LARGEST_GAP_DAYS: i32 = 45;
/// First whole number of days beyond it.
const SPARSE_FROM_DAYS: i32 = LARGEST_GAP_DAYS + 1;

impl Spacing {
    /// Of these points of a history; `None` unless there are two.
    pub(super) fn of(history: &History, points: &[Point]) -> Option<Self> {
        let gaps: Vec<i32> = points.windows(2).map(gap).collect();
        // How equals stand among themselves does not matter: only a length is taken out.
        let by_length = order(gaps.len(), &|a, b| gaps[a] < gaps[b]);
        let median = gaps[*by_length.get(gaps.len() / 2)?];
        Some(if history.is_simulated() {
            Self::Epochs
        } else {
            match median {
                ..EPOCH_FROM_DAYS => Self::Days,
                EPOCH_FROM_DAYS..MONTH_FROM_DAYS => Self::Epochs,
                MONTH_FROM_DAYS..SPARSE_FROM_DAYS => Self::Months,
                SPARSE_FROM_DAYS.. => Self::Sparse,
            }
        })
    }
}

impl fmt::Display for Spacing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Days => "days apart",
            Self::Epochs => "about an epoch apart",
            Self::Months => "about a month apart",
            Self::Sparse => "more than 45 days apart",
        })
    }
}

/// Days from the first to the last of some points.
pub(super) fn gap(points: &[Point]) -> i32 {
    match points {
        [first, .., last] => last.date.day_number() - first.date.day_number(),
        _ => 0,
    }
}

/// The points after the last gap: nothing is missing between two of them.
pub(super) fn unbroken<'a>(history: &History, points: &'a [Point]) -> &'a [Point] {
    let is_gap = |pair: &[Point]| gap(pair) > LARGEST_GAP_DAYS;
    let last_gap = points.windows(2).rposition(is_gap);
    match last_gap {
        Some(index) if !history.is_simulated() => &points[index + 1..],
        _ => points,
    }
}

/// The mean of each month, from points that lie days apart. A month counts when its points span at
/// least 20 days: the mean of its beginning alone is not the month's.
pub(super) fn monthly_means(points: &[Point]) -> Vec<Point> {
    const SPAN_DAYS: i32 = 20;
    points
        .chunk_by(|a, b| a.date.month() == b.date.month())
        .filter(|month| gap(month) >= SPAN_DAYS)
        .map(|month| Point {
            date: month[0].date.month(),
            value: mean(month),
        })
        .collect()
}

/// The mean of points, of which there must be one.
pub(super) fn mean(points: &[Point]) -> f64 {
    let sum: f64 = points.iter().map(|point| point.value).sum();
    sum / points.len() as f64
}
