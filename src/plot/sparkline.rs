//! A curve without axes, as small as a line of text.

use super::{Scale, extent, line_path};

/// A sparkline, drawn in a box of the size it was made for.
#[derive(Clone, Debug, PartialEq)]
pub struct Sparkline {
    /// The curve's path data.
    pub path: String,
    /// Where zero is, px from the upper edge.
    pub zero: f64,
    /// Where today's value is, px from the upper edge.
    pub today: Option<f64>,
}

/// The most that stands between zero and an edge of the box, in mean sizes of the values. A straight
/// line needs 1 + √2 at most.
const ROOM: f64 = 2.5;

/// The curve of values that are evenly spread over the width of a box (`size`: width, height; px),
/// with zero always in sight.
///
/// Where values grow far beyond the others (over a price of two decades), the curve leaves the box:
/// otherwise nothing could be seen of where it crosses zero. A value that is `None` or not finite is
/// a gap. What is today moves its own place and nothing else.
#[must_use]
pub fn sparkline(values: &[Option<f64>], today: Option<f64>, size: (f64, f64)) -> Sparkline {
    let (width, height) = size;
    let y = Scale::linear(domain(values), (height - 1.0, 1.0));
    let step = width / values.len().saturating_sub(1).max(1) as f64;
    let at = |value: f64| y.position(value);
    let points = values
        .iter()
        .enumerate()
        .map(|(index, value)| Some((index as f64 * step, at((*value)?)?)));
    Sparkline {
        path: line_path(points),
        zero: at(0.0).unwrap_or(height),
        today: today.and_then(|value| y.clamped(value)),
    }
}

/// The values with zero among them, cut on both sides to [`ROOM`].
fn domain(values: &[Option<f64>]) -> (f64, f64) {
    let finite = || values.iter().flatten().copied().filter(|v| v.is_finite());
    let (low, high) = extent(finite().chain([0.0])).unwrap_or_default();
    let total: f64 = finite().map(f64::abs).sum();
    let farthest = ROOM * total / finite().count().max(1) as f64;
    (low.max(-farthest), high.min(farthest))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZE: (f64, f64) = (100.0, 42.0);

    fn of(values: &[f64], today: f64) -> Sparkline {
        let values: Vec<_> = values.iter().copied().map(Some).collect();
        sparkline(&values, Some(today), SIZE)
    }

    #[test]
    fn spreads_values_over_the_width_and_keeps_zero_in_sight() {
        let line = of(&[10.0, 30.0, 20.0], 20.0);
        assert_eq!(line.path, "M0,27.67L50,1L100,14.33");
        assert_eq!(
            (line.zero, line.today),
            (41.0, Some(14.333_333_333_333_336))
        );
        assert_eq!(of(&[-10.0, -20.0], -20.0).zero, 1.0);
    }

    #[test]
    fn crosses_zero_between_the_edges() {
        let line = of(&[-20.0, 20.0], 0.0);
        assert_eq!((line.zero, line.today), (21.0, Some(21.0)));
    }

    #[test]
    fn what_is_far_beyond_the_others_leaves_the_box() {
        let line = of(&[-10.0, 10.0, 1_000.0], 10.0);
        assert_eq!(line.path, "M0,41L50,40.07L100,-5.98");
        assert_eq!(of(&[-10.0, 10.0, 1_000.0], 900.0).path, line.path);
        assert_eq!(of(&[-10.0, 10.0, 1_000.0], 900.0).today, Some(1.0));
    }

    #[test]
    fn a_straight_line_stays_in_the_box() {
        for ends in [(-20.0, 20.0), (0.0, 30.0), (-5.0, 30.0), (10.0, 30.0)] {
            let values: Vec<f64> = (0..=32)
                .map(|index| ends.0 + (ends.1 - ends.0) * f64::from(index) / 32.0)
                .collect();
            let line = of(&values, 0.0);
            assert!(line.path.ends_with(",1"), "{ends:?}: {}", line.path);
        }
    }

    #[test]
    fn a_missing_value_is_a_gap() {
        let values = [Some(1.0), None, Some(3.0), Some(f64::NAN), None];
        let line = sparkline(&values, None, SIZE);
        assert_eq!(line.path, "M0,27.67h0M50,1h0");
        assert_eq!(line.today, None);
    }

    #[test]
    fn of_nothing_is_empty() {
        for values in [&[][..], &[None, None]] {
            let line = sparkline(values, None, SIZE);
            assert_eq!((line.path.as_str(), line.today), ("", None));
            assert!(line.zero.is_finite());
        }
        assert_eq!(of(&[0.0, 0.0], 0.0).zero, 21.0);
    }
}
