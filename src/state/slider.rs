//! How a control moves a value: along its track, and by one step.

use crate::model::parameters::{Parameter, SliderScale};
use crate::plot::Scale;

/// Of a logarithmic value one step is at most this part.
const STEP_PART: f64 = 0.01;

/// The ends of the track: the usual stretch while the value lies in it, else the whole range.
#[must_use]
pub fn track(parameter: &Parameter, value: f64) -> (f64, f64) {
    let (low, high) = parameter.slider;
    if (low..=high).contains(&value) {
        (low, high)
    } else {
        (parameter.min, parameter.max)
    }
}

/// The scale from values to places on the track, 0 … 1.
#[must_use]
pub fn scale(parameter: &Parameter, ends: (f64, f64)) -> Scale {
    match parameter.scale {
        SliderScale::Log => Scale::log(ends, (0.0, 1.0)),
        SliderScale::Linear | SliderScale::None => Scale::linear(ends, (0.0, 1.0)),
    }
}

/// The round value at a place on the track (0 … 1, clamped): a multiple of the step there. The ends
/// of the track are reached exactly.
#[must_use]
pub fn value_at(parameter: &Parameter, ends: (f64, f64), place: f64) -> f64 {
    let (low, high) = ends;
    if place.is_nan() || place <= 0.0 {
        return low;
    }
    if place >= 1.0 {
        return high;
    }
    let exact = scale(parameter, ends).value(place);
    round_to(exact, step(parameter, exact)).clamp(low, high)
}

/// How near a mark a dragged thumb is drawn to it, as a part of the track: about a pixel.
pub const SNAP: f64 = 0.004;

/// As [`value_at`], but a mark that is near wins over the round value: within [`SNAP`] where round
/// values lie so close that they cannot be told apart, else within half a step or half a pixel.
#[must_use]
pub fn snapped(
    parameter: &Parameter,
    ends: (f64, f64),
    place: f64,
    marks: impl IntoIterator<Item = f64>,
) -> f64 {
    let round = value_at(parameter, ends, place);
    let scale = scale(parameter, ends);
    let distance = |value: f64| {
        let at = scale.position(value)?;
        Some((at - place).abs())
    };
    let half_step = 0.5 * step(parameter, round);
    let half = scale
        .position(round + half_step)
        .zip(scale.position(round))
        .map_or(0.0, |(next, here)| next - here);
    let mut reach = if half < SNAP / 4.0 {
        SNAP
    } else {
        half.max(SNAP / 2.0)
    };
    let mut best = round;
    for mark in marks {
        if let Some(distance) = distance(mark)
            && distance <= reach
            && (ends.0..=ends.1).contains(&mark)
            && parameter.check(mark).is_ok()
        {
            (best, reach) = (mark, distance);
        }
    }
    best
}

/// The next round value after `count` steps up (or down, when negative), kept in range.
#[must_use]
pub fn stepped(parameter: &Parameter, value: f64, count: i32) -> f64 {
    let mut value = value;
    for _ in 0..count.unsigned_abs() {
        value = one_step(parameter, value, count > 0);
    }
    value
}

fn one_step(parameter: &Parameter, value: f64, up: bool) -> f64 {
    // Down from 100 the steps are those just below it.
    let toward = if up {
        value
    } else {
        value * (1.0 - STEP_PART / 10.0)
    };
    let step = step(parameter, toward);
    let index = value / step;
    // A value that is nearly on the grid counts as on it.
    let nearly = 1e-9 * index.abs().max(1.0);
    let next = if up {
        libm::floor(index + nearly) + 1.0
    } else {
        libm::ceil(index - nearly) - 1.0
    };
    on_grid(next, step).clamp(parameter.min, parameter.max)
}

/// One step at this value: the row's own, or for a logarithmic scale the largest of 1, 2, 5 times a
/// power of ten that is at most 1% of the value. Whole inputs step by 1 at least.
fn step(parameter: &Parameter, value: f64) -> f64 {
    if parameter.scale != SliderScale::Log {
        return parameter.step;
    }
    let part = value * STEP_PART;
    let power = libm::pow(10.0, libm::floor(libm::log10(part * (1.0 + 1e-12))));
    let lead = part / power;
    let step = power
        * if lead >= 5.0 {
            5.0
        } else if lead >= 2.0 {
            2.0
        } else {
            1.0
        };
    if parameter.whole { step.max(1.0) } else { step }
}

fn round_to(value: f64, step: f64) -> f64 {
    on_grid(libm::round(value / step), step)
}

/// index·step without the noise of a step below one: 3·0.1 is 0.3.
fn on_grid(index: f64, step: f64) -> f64 {
    if step >= 1.0 {
        index * step
    } else {
        index / libm::round(1.0 / step)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::parameters::{Key, arbitrary};

    fn with_slider() -> impl Strategy<Value = Key> {
        let keys: Vec<Key> = Key::ALL
            .into_iter()
            .filter(|key| key.parameter().scale != SliderScale::None)
            .collect();
        prop::sample::select(keys)
    }

    #[test]
    fn dragging_gives_round_numbers() {
        let table = [
            (Key::BtcPrice, 0.4746, 89_000.0),
            (Key::Efficiency, 0.4627, 20.0),
            (Key::PowerPrice, 0.3001, 45.0),
            (Key::LeaseRate, 0.5004, 150.0),
            (Key::Pue, 0.3, 1.3),
        ];
        for (key, place, value) in table {
            let row = key.parameter();
            assert_eq!(value_at(row, row.slider, place), value, "{key:?}");
        }
    }

    #[test]
    fn a_mark_draws_a_thumb_that_is_a_pixel_away() {
        let row = Key::BtcPrice.parameter();
        let at = |value: f64| scale(row, row.slider).position(value).expect("positive");
        let mark = 88_950.0;
        for (away, expected) in [
            (0.0, mark),
            (0.003, mark),
            (-0.003, mark),
            (0.006, 91_500.0),
            (-0.006, 86_500.0),
        ] {
            let place = at(mark) + away;
            assert_eq!(snapped(row, row.slider, place, [mark]), expected, "{away}");
        }
    }

    #[test]
    fn where_steps_are_coarse_a_mark_wins_within_half_a_step() {
        let row = Key::LeaseRate.parameter();
        let drag =
            |rate: f64| snapped(row, row.slider, rate / 300.0, [149.0, 158.0, 159.0, 184.06]);
        for (rate, expected) in [
            (150.0, 150.0),
            (149.4, 149.0),
            (158.6, 159.0),
            (184.2, 184.06),
            (184.7, 185.0),
        ] {
            assert_eq!(drag(rate), expected, "{rate}");
        }
    }

    #[test]
    fn of_two_marks_the_nearer_wins_and_none_that_the_input_does_not_accept() {
        let row = Key::BtcPrice.parameter();
        let place = scale(row, row.slider).position(50_000.0).expect("positive");
        let marks = [50_100.0, 50_010.0, 49_900.0, f64::NAN];
        assert_eq!(snapped(row, row.slider, place, marks), 50_010.0);
        let tenor = Key::Tenor.parameter();
        assert_eq!(snapped(tenor, (1.0, 40.0), 14.0 / 39.0, [15.2]), 15.0);
    }

    #[test]
    fn a_step_goes_to_the_next_round_number() {
        let table = [
            (Key::BtcPrice, 88_950.0, 1, 89_000.0),
            (Key::BtcPrice, 88_950.0, -1, 88_500.0),
            (Key::BtcPrice, 100_000.0, -1, 99_500.0),
            (Key::BtcPrice, 100_000.0, 1, 101_000.0),
            (Key::Efficiency, 20.0, 1, 20.2),
            (Key::Efficiency, 20.0, -1, 19.9),
            (Key::PowerPrice, 45.0, 10, 50.0),
            (Key::PowerPrice, 0.0, -1, 0.0),
            (Key::Pue, 1.3, 1, 1.31),
            (Key::Tenor, 40.0, 1, 40.0),
        ];
        for (key, value, count, expected) in table {
            assert_eq!(
                stepped(key.parameter(), value, count),
                expected,
                "{key:?} {value} {count}"
            );
        }
    }

    #[test]
    fn a_value_beyond_the_usual_stretch_widens_the_track_to_the_whole_range() {
        let row = Key::PowerPrice.parameter();
        assert_eq!(track(row, 45.0), (0.0, 150.0));
        assert_eq!(track(row, 151.0), (0.0, 500.0));
    }

    proptest! {
        #[test]
        fn every_place_on_every_track_is_a_valid_value(key in with_slider(), place in -0.5..1.5) {
            let row = key.parameter();
            for ends in [row.slider, (row.min, row.max)] {
                prop_assert_eq!(row.check(value_at(row, ends, place)), Ok(()));
            }
        }

        #[test]
        fn with_marks_every_place_is_a_valid_value_too(
            key in with_slider(), place in -0.5..1.5, marks in prop::collection::vec(-1e3..1e7, 0..5),
        ) {
            let row = key.parameter();
            let value = snapped(row, row.slider, place, marks.iter().copied());
            prop_assert_eq!(row.check(value), Ok(()));
            let round = value_at(row, row.slider, place);
            prop_assert!([round].contains(&value) || marks.contains(&value), "{value}");
            prop_assert_eq!(snapped(row, row.slider, place, []), round);
        }

        #[test]
        fn the_ends_of_the_track_are_the_ends_of_the_stretch(key in with_slider()) {
            let row = key.parameter();
            prop_assert_eq!(value_at(row, row.slider, 0.0), row.slider.0);
            prop_assert_eq!(value_at(row, row.slider, 1.0), row.slider.1);
        }

        #[test]
        fn a_step_moves_and_stays_in_range(
            (key, value) in with_slider().prop_flat_map(|key| (Just(key), arbitrary::value(key))),
        ) {
            let row = key.parameter();
            let (up, down) = (stepped(row, value, 1), stepped(row, value, -1));
            prop_assert!(row.check(up).is_ok() && row.check(down).is_ok(), "{up} {down}");
            prop_assert!(up > value || value == row.max, "{up} is not above {value}");
            prop_assert!(down < value || value == row.min, "{down} is not below {value}");
        }
    }
}
