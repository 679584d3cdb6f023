//! The ticks of an axis: where they stand and what is written at them.

use std::rc::Rc;

use super::{Scale, linear_ticks, text_width, thin};

/// Width that a tick of a horizontal axis takes at least, px.
const LEAST: f64 = 56.0;
/// Ticks of a horizontal axis that are looked for at most, however wide the chart is.
const MOST: usize = 8;
/// Ticks with text from which a scale can be read.
const FEWEST: usize = 3;
/// Months of a quarter.
const QUARTER: f64 = 3.0;
/// Distance between the texts of two ticks, px.
const GAP: f64 = 8.0;

/// A tick.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// Value, data.
    pub value: f64,
    /// Position along its axis, px.
    pub at: f64,
    /// What is written at it; `None` where there is no room.
    pub text: Option<String>,
}

/// The ticks of an axis, which stay the same for long: drawings compare them.
pub type Ticks = Rc<[Tick]>;

/// Values with their texts, before they have a place.
pub(super) fn written(values: Vec<f64>, text: &dyn Fn(f64) -> String) -> Vec<(f64, String)> {
    let write = |value: f64| (value, text(value));
    values.into_iter().map(write).collect()
}

/// Width of the widest of these texts, px.
pub(super) fn widest(written: &[(f64, String)]) -> f64 {
    let widths = written.iter().map(|(_, text)| text_width(text));
    widths.fold(0.0, f64::max)
}

/// The ticks at the values that a scale has a place for, all with text.
pub(super) fn placed(written: Vec<(f64, String)>, scale: &Scale) -> Ticks {
    let tick = |(value, text): (f64, String)| {
        Some(Tick {
            value,
            at: scale.position(value)?,
            text: Some(text),
        })
    };
    written.into_iter().filter_map(tick).collect()
}

/// Round ticks of a horizontal axis; `unit` is that of the values in which they are round. Those have
/// their text that have room for it: at least three, if any round step leaves room for so many.
pub(super) fn x_ticks(x: &Scale, unit: f64, text: &dyn Fn(f64) -> String) -> Ticks {
    let ((from, to), (low, high)) = (x.range(), x.domain());
    let most = libm::floor((to - from).abs() / LEAST) as usize + 1;
    let most = most.min(MOST);
    // Years and quarters are whole: rather fewer ticks than halves. Within few of them it is quarters or
    // months that are round.
    let is_ruled = unit > 1.0;
    let fewer = (1..most).rev().filter(|_| is_ruled);
    let counts = std::iter::once(most).chain(fewer).chain(most + 1..most + 4);
    let mut best = Ticks::default();
    for count in counts {
        let round = linear_ticks(low / unit, high / unit, count);
        if is_ruled && round.iter().any(|value| value.fract() != 0.0) {
            continue;
        }
        let values = round.iter().map(|value| value * unit).collect();
        let ticks = thinned(written(values, text), x);
        if texts(&ticks) > texts(&best) {
            best = ticks;
        }
        if texts(&best) >= FEWEST {
            return best;
        }
    }
    // Years stay whole where two of them are written.
    let few = if unit > QUARTER { 2 } else { FEWEST };
    if is_ruled && texts(&best) < few {
        let finer = x_ticks(x, if unit > QUARTER { QUARTER } else { 1.0 }, text);
        if texts(&finer) > texts(&best) {
            return finer;
        }
    }
    best
}

/// How many ticks have text.
fn texts(ticks: &Ticks) -> usize {
    ticks.iter().filter(|tick| tick.text.is_some()).count()
}

/// The ticks at the values that a horizontal scale has a place for; those have text that have room for it.
fn thinned(written: Vec<(f64, String)>, x: &Scale) -> Ticks {
    let mut ticks = placed(written, x);
    let positions: Vec<f64> = ticks.iter().map(|tick| tick.at).collect();
    let width = |tick: &Tick| tick.text.as_deref().map_or(0.0, text_width);
    let widths: Vec<f64> = ticks.iter().map(width).collect();
    let shown = thin(&positions, &widths, GAP);
    for (tick, is_shown) in Rc::make_mut(&mut ticks).iter_mut().zip(shown) {
        tick.text = tick.text.take().filter(|_| is_shown);
    }
    ticks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_rule_what_has_no_two_whole_quarters() {
        for (from, to) in [
            (24_296.0, 24_299.0),
            (24_297.0, 24_299.0),
            (24_295.5, 24_297.5),
        ] {
            let x = Scale::linear((from, to), (0.0, 400.0));
            let ticks = x_ticks(&x, 3.0, &|value| value.to_string());
            assert!(ticks.len() > 1, "{from} to {to}");
        }
    }

    #[test]
    fn years_are_never_halved() {
        for months in [13.0, 30.0, 48.0, 100.0, 180.0, 198.0, 233.0, 400.0] {
            for width in [100.0, 150.0, 260.0, 420.0, 700.0] {
                let x = Scale::linear((0.0, months), (0.0, width));
                let ticks = x_ticks(&x, 12.0, &|value| value.to_string());
                assert!(ticks.len() > 1, "{months} months on {width} px");
                for tick in ticks.iter() {
                    assert!(tick.value % 12.0 == 0.0, "{months} months: {}", tick.value);
                }
            }
        }
    }

    #[test]
    fn three_texts_stand_wherever_they_have_room() {
        for width in [225.0, 250.0, 300.0, 450.0, 900.0] {
            for high in (1..200).map(|step| 3.0 + 0.7 * f64::from(step)) {
                for (low, unit) in [(0.0, 1.0), (0.45 * high, 1.0), (24_297.0, 3.0)] {
                    let x = Scale::linear((low, low + high), (0.0, width));
                    let ticks = x_ticks(&x, unit, &|value| format!("{value:.0}"));
                    assert!(
                        texts(&ticks) >= FEWEST,
                        "{low} to {high} more on {width} px by {unit}"
                    );
                }
            }
        }
    }

    #[test]
    fn a_wide_axis_has_no_more_ticks_than_can_be_read_at_a_glance() {
        for width in [700.0, 1_200.0, 3_000.0] {
            let x = Scale::linear((8_854.0, 17_098.0), (0.0, width));
            let ticks = x_ticks(&x, 1.0, &|value| value.to_string());
            assert!((3..=MOST).contains(&ticks.len()), "{}", ticks.len());
        }
    }
}
