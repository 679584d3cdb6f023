//! The ticks of an axis below horizontal bars.

use super::{Scale, linear_ticks, text_width, thin};

/// Width that a tick takes at least, px.
const TICK: f64 = 64.0;
/// Distance between two texts at least, px.
const GAP: f64 = 10.0;

/// Round values along a scale, each with its place in px, as many as have room for their texts.
pub(super) fn value_ticks(scale: &Scale, text: impl Fn(f64) -> String) -> Vec<(f64, f64)> {
    let ((low, high), (from, to)) = (scale.domain(), scale.range());
    let most = libm::floor((to - from).abs() / TICK).max(2.0) as usize;
    let round = linear_ticks(low, high, most);
    let place = |value: &f64| Some((*value, scale.position(*value)?));
    let placed: Vec<(f64, f64)> = round.iter().filter_map(place).collect();
    let positions: Vec<f64> = placed.iter().map(|(_, at)| *at).collect();
    let width = |(value, _): &(f64, f64)| text_width(&text(*value));
    let widths: Vec<f64> = placed.iter().map(width).collect();
    let kept = thin(&positions, &widths, GAP);
    let shown = placed.into_iter().zip(kept).filter(|(_, keep)| *keep);
    shown.map(|(tick, _)| tick).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_do_not_touch_however_narrow() {
        for width in [100.0, 180.0, 320.0, 900.0] {
            let scale = Scale::linear((-12_345.0, 98_765.0), (40.0, 40.0 + width));
            let text = |value: f64| format!("{value} dollars");
            let ticks = value_ticks(&scale, text);
            assert!(!ticks.is_empty(), "{width}");
            for pair in ticks.windows(2) {
                let half = |tick: &(f64, f64)| text_width(&text(tick.0)) / 2.0;
                assert!(pair[0].1 + half(&pair[0]) < pair[1].1 - half(&pair[1]));
            }
        }
    }

    #[test]
    fn a_scale_of_one_value_is_no_failure() {
        let ticks = value_ticks(&Scale::linear((3.0, 3.0), (0.0, 100.0)), |v| format!("{v}"));
        assert!(ticks.iter().all(|(value, _)| *value == 3.0));
    }
}
