//! What stands beside an input's track: published figures, and what a kind of contract starts with.

use crate::facts::{self, Mark};
use crate::model::parameters::Key;
use crate::model::sites::Contract;
use crate::plot::Scale;
use crate::units::{Difficulty, Hashrate};

/// The source of what nobody published.
pub const ILLUSTRATIVE: &str = "illustrative";

const JPMORGAN: &str = "JPMorgan";

/// The marks of an input, the lowest first: what others published of it ([`facts::marks`]), its
/// preset where that is JPMorgan's, and for the execution probability the kinds of contract.
///
/// Reported network hashrates mark the difficulty too, as the difficulty that implies them.
#[must_use]
pub fn marks(key: Key) -> Vec<Mark> {
    let mut marks = match key {
        Key::Difficulty => {
            let mut reported = facts::marks(Key::NetworkHashrate);
            for mark in &mut reported {
                let hashrate = Hashrate::from_eh_s(mark.value);
                mark.value = Difficulty::from_hashrate(hashrate).to_number();
            }
            reported
        }
        _ => facts::marks(key),
    };
    if let Some(mark) = preset(key)
        && !marks
            .iter()
            .any(|known| known.label == JPMORGAN && is_same(known.value, mark.value))
    {
        insert(&mut marks, mark);
    }
    if key == Key::ExecutionPct {
        for kind in Contract::ALL {
            insert(
                &mut marks,
                own(kind.execution_pct(), kind.label(), ILLUSTRATIVE),
            );
        }
    }
    marks
}

/// The preset of an input that JPMorgan gave: of when, or of whom, stands in place of a date.
fn preset(key: Key) -> Option<Mark> {
    let row = key.parameter();
    let (label, of) = row.source.split_once(", ")?;
    let value = row.default.filter(|_| label == JPMORGAN)?;
    Some(Mark {
        date: of,
        ..own(value, label, label)
    })
}

fn own(value: f64, label: &'static str, source: &'static str) -> Mark {
    Mark {
        value,
        is_mean: false,
        range: None,
        label,
        source,
        date: "",
        note: "",
    }
}

fn insert(marks: &mut Vec<Mark>, mark: Mark) {
    let at = marks.partition_point(|known| known.value < mark.value);
    marks.insert(at, mark);
}

/// Whether two values are one, but for the noise of a conversion.
#[must_use]
pub fn is_same(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * b.abs()
}

/// The first mark at this value.
#[must_use]
pub fn mark_at(marks: &[Mark], value: f64) -> Option<&Mark> {
    marks.iter().find(|mark| is_same(mark.value, value))
}

/// The number of the mark that is nearest to a place on the track (0 … 1), and how far away it is,
/// as a part of the track. Marks beyond the ends of the track do not count.
#[must_use]
pub fn nearest(marks: &[Mark], scale: &Scale, place: f64) -> Option<(usize, f64)> {
    let mut best: Option<(usize, f64)> = None;
    for (index, mark) in marks.iter().enumerate() {
        let Some(at) = place_of(scale, mark.value) else {
            continue;
        };
        let distance = (at - place).abs();
        if best.is_none_or(|(_, least)| distance < least) {
            best = Some((index, distance));
        }
    }
    best
}

/// Where on the track (0 … 1) a value is, unless it lies beyond the ends.
#[must_use]
pub fn place_of(scale: &Scale, value: f64) -> Option<f64> {
    scale
        .position(value)
        .filter(|place| (-1e-9..=1.0 + 1e-9).contains(place))
}

/// The value of the next mark above (or below) a value.
#[must_use]
pub fn next(marks: &[Mark], value: f64, up: bool) -> Option<f64> {
    let mut values = marks.iter().map(|mark| mark.value);
    if up {
        values.find(|mark| *mark > value && !is_same(*mark, value))
    } else {
        values.rfind(|mark| *mark < value && !is_same(*mark, value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::slider;

    fn named(key: Key) -> Vec<(f64, &'static str)> {
        marks(key)
            .iter()
            .map(|mark| (mark.value, mark.label))
            .collect()
    }

    #[test]
    fn marks_come_in_order_and_within_the_range_of_their_input() {
        for key in Key::ALL {
            let marks = marks(key);
            assert!(marks.is_sorted_by(|a, b| a.value <= b.value), "{key:?}");
            for mark in marks {
                assert_eq!(key.parameter().check(mark.value), Ok(()), "{key:?}");
                assert!(!mark.label.is_empty(), "{key:?}");
            }
        }
    }

    #[test]
    fn what_jpmorgan_gave_for_the_preset_is_a_mark_once() {
        let preset = |key: Key| {
            let value = key.parameter().default.expect("is given");
            let marks = marks(key);
            let count = marks
                .iter()
                .filter(|mark| is_same(mark.value, value) && mark.label == JPMORGAN);
            count.count()
        };
        for key in [
            Key::BtcPrice,
            Key::NetworkHashrate,
            Key::Efficiency,
            Key::PowerPrice,
            Key::FleetEfficiency,
            Key::MarketCap,
            Key::TargetRatioPct,
        ] {
            assert_eq!(preset(key), 1, "{key:?}");
        }
        assert!(named(Key::Overhead).is_empty());
    }

    #[test]
    fn reported_hashrates_mark_the_difficulty_that_implies_them() {
        let hashrates = marks(Key::NetworkHashrate);
        let difficulties = marks(Key::Difficulty);
        assert_eq!(hashrates.len(), difficulties.len());
        for (hashrate, difficulty) in hashrates.iter().zip(&difficulties) {
            let implied = Difficulty::from_number(difficulty.value).implied_hashrate();
            assert!(is_same(implied.to_eh_s(), hashrate.value));
            assert_eq!(hashrate.date, difficulty.date);
        }
    }

    #[test]
    fn kinds_of_contract_mark_the_execution_probability() {
        assert_eq!(
            named(Key::ExecutionPct),
            [
                (25.0, "Leased capacity that is delivered"),
                (30.0, "Memorandum"),
                (35.0, "Approved power that is converted"),
                (50.0, "New colocation deals"),
                (60.0, "Signed"),
                (90.0, "Signed, with guarantor"),
                (100.0, "Energised"),
            ]
        );
    }

    #[test]
    fn the_nearest_mark_on_a_track_is_found_and_none_beyond_its_ends() {
        let row = Key::LeaseRate.parameter();
        let marks = marks(Key::LeaseRate);
        let label = |ends, place| {
            nearest(&marks, &slider::scale(row, ends), place).map(|(index, _)| marks[index].label)
        };
        assert_eq!(
            label(row.slider, 0.531),
            Some("Hut 8 – Fluidstack, River Bend")
        );
        assert_eq!(label(row.slider, 0.0), Some("Riot – AMD, Rockdale"));
        assert_eq!(label((200.0, 300.0), 0.0), None);
        assert_eq!(nearest(&[], &slider::scale(row, row.slider), 0.5), None);
    }

    #[test]
    fn the_next_mark_is_another_value() {
        let marks = marks(Key::ExecutionPct);
        for (value, up, expected) in [
            (75.0, true, Some(90.0)),
            (90.0, true, Some(100.0)),
            (100.0, true, None),
            (75.0, false, Some(60.0)),
            (25.0, false, None),
        ] {
            assert_eq!(next(&marks, value, up), expected, "{value} {up}");
        }
    }

    #[test]
    fn a_mark_is_at_its_own_value_only() {
        let marks = marks(Key::LeaseRate);
        let at = |value| mark_at(&marks, value).map(|mark| mark.label);
        assert_eq!(at(159.0), Some("Hut 8 – Fluidstack, River Bend"));
        assert_eq!(at(159.5), None);
    }
}
