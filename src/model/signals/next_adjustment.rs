//! Realised against implied hashrate: where difficulty goes next.

use super::change::{is_below, is_equal};
use super::date::Date;
use super::history::{History, Point};
use super::observation::{Column, Observation};
use super::signal::{About, Basis, Reading, Signal, State};
use super::spacing::{Spacing, mean};
use crate::model::network::{EPOCH_DAYS, retarget_factor};
use crate::model::parameters::Inputs;
use crate::units::Difficulty;

const ABOUT: About = About {
    key: "next_adjustment",
    name: "Next difficulty adjustment",
    unit: "fraction",
    meaning: "When realised hashrate is below what difficulty implies, blocks are slow and the next \
              adjustment lowers difficulty by the gap; revenue per hash then rises by as much. A \
              hashprice computed from realised hashrate already includes that rise, one computed from \
              difficulty does not.",
};

/// Realised over implied hashrate less one, within what one retarget can do: of the inputs where
/// they give a realised hashrate, otherwise of the rows with the last difficulty, whose mean
/// hashrate counts. On when difficulty is about to fall.
pub(super) fn next_adjustment(history: &History, inputs: &Inputs) -> Signal {
    if let Some(realised) = inputs.realised_hashrate() {
        let reading = reading(realised, inputs.difficulty(), None);
        return ABOUT.signal(Basis::INPUTS, reading);
    }
    let rows: Vec<(Point, f64)> = history.rows().iter().filter_map(both).collect();
    let points: Vec<Point> = rows.iter().map(|(point, _)| *point).collect();
    let basis = Basis::of(history, &points);
    let is_average = matches!(basis.spacing, Some(Spacing::Months | Spacing::Sparse))
        || points.iter().any(|point| point.date.is_month());
    let Some((_, difficulty)) = rows.last().filter(|_| !is_average) else {
        let missing = "a realised hashrate among the inputs, or rows with hashrate and difficulty, \
                       at most an epoch of about 14 days apart";
        return ABOUT.signal(basis, Reading::missing(missing));
    };
    let is_other = |(_, other): &(Point, f64)| !is_equal(*other, *difficulty);
    let first = rows.iter().rposition(is_other).map_or(0, |at| at + 1);
    let epoch = &points[first..];
    let difficulty = Difficulty::from_number(*difficulty);
    let reading = reading(mean(epoch), difficulty, Some(epoch[0].date));
    ABOUT.signal(Basis::of(history, epoch), reading.at_least(first == 0))
}

/// The hashrate and the difficulty of a row that has both.
fn both(row: &Observation) -> Option<(Point, f64)> {
    let value = row.get(Column::Hashrate)?;
    let date = row.date();
    Some((Point { date, value }, row.get(Column::Difficulty)?))
}

/// Of the hashrate that runs, EH/s.
fn reading(hashrate: f64, difficulty: Difficulty, since: Option<Date>) -> Reading {
    let days = EPOCH_DAYS * difficulty.implied_hashrate().to_eh_s() / hashrate;
    let factor = retarget_factor(days);
    let state = if is_below(factor, 1.0) {
        State::On
    } else {
        State::Off
    };
    Reading::new(state, Some(factor - 1.0), since)
}
