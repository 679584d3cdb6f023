//! The ticks of an axis: where they stand and what is written at them.

use std::rc::Rc;

use super::{Scale, linear_ticks, text_width, thin};

/// Width that a tick of a horizontal axis takes at least, px.
const LEAST: f64 = 56.0;
/// Ticks of a horizontal axis that are looked for at most, however wide the chart is.
const MOST: usize = 8;
/// Texts of a horizontal axis with fewer than which others are looked for.
const FEW: usize = 3;
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
/// their text that have room for it.
pub(super) fn x_ticks(x: &Scale, unit: f64, text: &dyn Fn(f64) -> String) -> Ticks {
    let ((from, to), (low, high)) = (x.range(), x.domain());
    let most = libm::floor((to - from).abs() / LEAST) as usize + 1;
    let most = most.min(MOST);
    let (low, high) = (low / unit, high / unit);
    // Years and quarters are whole: rather fewer ticks than halves. One number alone is no scale, nor are two if
    // their texts leave room for a third: a few more ticks are tried.
    let is_ruled = unit > 1.0;
    let is_right = |values: &Vec<f64>| {
        let is_cut = is_ruled && values.iter().any(|value| value.fract() != 0.0);
        values.len() > 1 && !is_cut
    };
    let fewer = (1..most).rev().filter(|_| is_ruled);
    let counts = std::iter::once(most).chain(fewer).chain(most + 1..most + 4);
    let candidates = counts.map(|most| linear_ticks(low, high, most));
    let candidates = candidates.filter(is_right).map(|round| {
        let values = round.iter().map(|value| value * unit).collect();
        thinned(written(values, text), x)
    });
    let read = |ticks: &Ticks| ticks.iter().filter(|tick| tick.text.is_some()).count();
    let fullest = candidates.reduce(|best, ticks| {
        let is_better = read(&best) < FEW && read(&ticks) > read(&best);
        if is_better { ticks } else { best }
    });
    match fullest {
        Some(ticks) => ticks,
        // Within a year it is months that are round.
        None if is_ruled => x_ticks(x, 1.0, text),
        None => Ticks::default(),
    }
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
    fn a_narrow_axis_has_three_texts_where_they_have_room() {
        let money = |value: f64| match value {
            0.0 => "0".to_owned(),
            value => format!("${value}bn"),
        };
        for (high, width) in [(50.0, 104.0), (80.0, 140.0)] {
            let ticks = x_ticks(&Scale::linear((0.0, high), (0.0, width)), 1.0, &money);
            let texts = ticks.iter().filter(|tick| tick.text.is_some());
            assert!(texts.count() >= 3, "{high} on {width} px: {ticks:?}");
        }
        // Quarters of a year and a third, named by their month.
        let month = |_: f64| "Jan 2025".to_owned();
        let ticks = x_ticks(
            &Scale::linear((24_296.0, 24_311.0), (0.0, 150.0)),
            3.0,
            &month,
        );
        let texts = ticks.iter().filter(|tick| tick.text.is_some());
        assert!(texts.count() >= 2, "{ticks:?}");
    }

    #[test]
    fn years_are_never_halved() {
        for months in [13.0, 30.0, 48.0, 100.0, 180.0, 198.0, 400.0] {
            for width in [150.0, 260.0, 420.0, 700.0] {
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
    fn a_wide_axis_has_no_more_ticks_than_can_be_read_at_a_glance() {
        for width in [700.0, 1_200.0, 3_000.0] {
            let x = Scale::linear((8_854.0, 17_098.0), (0.0, width));
            let ticks = x_ticks(&x, 1.0, &|value| value.to_string());
            assert!((3..=MOST).contains(&ticks.len()), "{}", ticks.len());
        }
    }
}
