//! Points to SVG path data.
//!
//! This runs at each frame for every line of every chart, so numbers are written by hand from
//! integers: no formatting machinery and no allocation per point.

/// Beyond this many pixels a coordinate is held. Browsers draw in 32-bit floats; a line that leaves
/// the page leaves it there too.
const FARTHEST: f64 = 1e9;

/// Room for a typical point, `L123.45,678.9`, so that a path is allocated about once.
const TYPICAL_POINT_LEN: usize = 14;

/// The `d` attribute of a line through `points`, each `(x, y)` in px.
///
/// Coordinates are rounded to 0.01 px, without trailing zeros, and held within ±10⁹ px. A gap
/// (`None`, or a coordinate that is not finite) lifts the pen. A point alone between gaps becomes a
/// segment of no length, which is visible as a dot where the stroke has round caps. No points give
/// an empty string.
///
/// ```
/// use hashpivot::plot::line_path;
/// let points = [Some((0.0, 1.5)), Some((10.0, 2.0)), None, Some((20.0, 0.333))];
/// assert_eq!(line_path(points), "M0,1.5L10,2M20,0.33h0");
/// ```
pub fn line_path(points: impl IntoIterator<Item = Option<(f64, f64)>>) -> String {
    let points = points.into_iter();
    let mut pen = Pen::with_room_for(points.size_hint().0);
    for point in points {
        match point {
            Some((x, y)) if x.is_finite() && y.is_finite() => pen.draw_to(x, y),
            _ => pen.lift(),
        }
    }
    pen.finish()
}

struct Pen {
    path: Vec<u8>,
    /// Points since the pen was last put down.
    drawn: usize,
}

impl Pen {
    fn with_room_for(points: usize) -> Self {
        Self {
            path: Vec::with_capacity(points.saturating_mul(TYPICAL_POINT_LEN)),
            drawn: 0,
        }
    }

    fn draw_to(&mut self, x: f64, y: f64) {
        self.path.push(if self.drawn == 0 { b'M' } else { b'L' });
        push_coordinate(&mut self.path, x);
        self.path.push(b',');
        push_coordinate(&mut self.path, y);
        self.drawn += 1;
    }

    fn lift(&mut self) {
        if self.drawn == 1 {
            self.path.extend_from_slice(b"h0");
        }
        self.drawn = 0;
    }

    fn finish(mut self) -> String {
        self.lift();
        String::from_utf8(self.path).expect("only ASCII was pushed")
    }
}

/// A length or place in px for an attribute, rounded to hundredths: `12.5`. What is not finite
/// reads as 0.
pub fn pixels(length: f64) -> String {
    let mut text = Vec::with_capacity(8);
    push_coordinate(&mut text, if length.is_finite() { length } else { 0.0 });
    String::from_utf8(text).expect("only ASCII was pushed")
}

/// Writes `pixels`, which is finite, rounded to hundredths.
fn push_coordinate(path: &mut Vec<u8>, pixels: f64) {
    // Adding a half and taking the floor is one instruction in WebAssembly; `round` is a call.
    let hundredths = (pixels.clamp(-FARTHEST, FARTHEST) * 100.0 + 0.5).floor() as i64;
    if hundredths < 0 {
        path.push(b'-');
    }
    let magnitude = hundredths.unsigned_abs();
    push_integer(path, magnitude / 100);
    let (tenth, hundredth) = (magnitude / 10 % 10, magnitude % 10);
    if tenth + hundredth > 0 {
        path.extend_from_slice(&[b'.', ascii_digit(tenth)]);
    }
    if hundredth > 0 {
        path.push(ascii_digit(hundredth));
    }
}

fn push_integer(path: &mut Vec<u8>, integer: u64) {
    let mut digits = [0; 20];
    let mut start = digits.len();
    let mut rest = integer;
    loop {
        start -= 1;
        digits[start] = ascii_digit(rest % 10);
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    path.extend_from_slice(&digits[start..]);
}

/// `digit` is 0 to 9.
fn ascii_digit(digit: u64) -> u8 {
    b'0' + digit as u8
}

#[cfg(test)]
mod tests {
    use super::{line_path, pixels};

    fn through(points: &[(f64, f64)]) -> String {
        line_path(points.iter().copied().map(Some))
    }

    #[test]
    fn lengths_are_written_to_hundredths() {
        for (length, text) in [
            (12.5, "12.5"),
            (-0.004, "0"),
            (100.0, "100"),
            (f64::NAN, "0"),
        ] {
            assert_eq!(pixels(length), text);
        }
    }

    fn x_as_written(x: f64) -> String {
        let path = through(&[(x, 0.0), (0.0, 0.0)]);
        path.trim_start_matches('M')
            .split(',')
            .next()
            .unwrap()
            .to_owned()
    }

    #[test]
    fn of_no_points_is_empty() {
        assert_eq!(through(&[]), "");
        assert_eq!(line_path([None, None]), "");
        assert_eq!(through(&[(f64::NAN, 1.0), (1.0, f64::INFINITY)]), "");
    }

    #[test]
    fn of_one_point_is_a_dot() {
        assert_eq!(through(&[(3.0, 4.5)]), "M3,4.5h0");
    }

    #[test]
    fn moves_once_and_then_draws() {
        assert_eq!(
            through(&[(0.0, 1.0), (2.0, 3.0), (4.0, 5.0)]),
            "M0,1L2,3L4,5"
        );
    }

    #[test]
    fn of_a_constant_is_a_flat_line() {
        assert_eq!(through(&[(0.0, 7.0), (9.0, 7.0)]), "M0,7L9,7");
    }

    #[test]
    fn may_run_leftward() {
        assert_eq!(through(&[(9.0, 1.0), (0.0, 2.0)]), "M9,1L0,2");
    }

    #[test]
    fn lifts_the_pen_over_gaps_of_every_kind() {
        for gap in [None, Some((f64::NAN, 0.0)), Some((0.0, f64::INFINITY))] {
            let points = [
                gap,
                Some((0.0, 0.0)),
                Some((1.0, 1.0)),
                gap,
                gap,
                Some((2.0, 2.0)),
                gap,
            ];
            assert_eq!(line_path(points), "M0,0L1,1M2,2h0");
        }
    }

    #[test]
    fn draws_every_point_between_gaps_as_a_dot() {
        assert_eq!(
            line_path([Some((1.0, 1.0)), None, Some((2.0, 2.0))]),
            "M1,1h0M2,2h0"
        );
    }

    #[test]
    fn rounds_to_hundredths_without_trailing_zeros() {
        for (x, written) in [
            (0.0, "0"),
            (-0.0, "0"),
            (-0.004, "0"),
            (0.004, "0"),
            (0.006, "0.01"),
            (-0.006, "-0.01"),
            (0.1 + 0.2, "0.3"),
            (0.05, "0.05"),
            (-0.5, "-0.5"),
            (12.34, "12.34"),
            (99.996, "100"),
            (100.0, "100"),
            (1234.567, "1234.57"),
            (-1000.1, "-1000.1"),
        ] {
            assert_eq!(x_as_written(x), written, "{x}");
        }
    }

    #[test]
    fn holds_coordinates_that_no_page_reaches() {
        assert_eq!(x_as_written(1e300), "1000000000");
        assert_eq!(x_as_written(f64::MIN), "-1000000000");
        assert_eq!(x_as_written(1e-300), "0");
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod laws {
    use super::line_path;
    use proptest::prelude::*;

    /// The points of each stroke of a path, read back.
    fn strokes(path: &str) -> Vec<Vec<(f64, f64)>> {
        let point = |text: &str| {
            let (x, y) = text.trim_end_matches("h0").split_once(',').unwrap();
            (x.parse().unwrap(), y.parse().unwrap())
        };
        let stroke = |text: &str| text.split('L').map(point).collect();
        path.split('M').skip(1).map(stroke).collect()
    }

    fn points() -> impl Strategy<Value = Vec<Option<(f64, f64)>>> {
        let coordinate = || prop_oneof![9 => -3e3..3e3, 1 => Just(f64::NAN)];
        prop::collection::vec(
            prop::option::weighted(0.8, (coordinate(), coordinate())),
            0..60,
        )
    }

    proptest! {
        #[test]
        fn reading_back_gives_the_points_within_half_a_hundredth(points in points()) {
            let shown = |point: &Option<(f64, f64)>| {
                point.filter(|(x, y)| x.is_finite() && y.is_finite())
            };
            let expected: Vec<Vec<_>> = points
                .split(|point| shown(point).is_none())
                .filter(|run| !run.is_empty())
                .map(|run| run.iter().filter_map(shown).collect())
                .collect();
            let read = strokes(&line_path(points));
            prop_assert_eq!(
                read.iter().map(Vec::len).collect::<Vec<_>>(),
                expected.iter().map(Vec::len).collect::<Vec<_>>()
            );
            for (read, point) in read.iter().flatten().zip(expected.iter().flatten()) {
                prop_assert!((read.0 - point.0).abs() <= 0.005 + 1e-9);
                prop_assert!((read.1 - point.1).abs() <= 0.005 + 1e-9);
            }
        }

        #[test]
        fn writes_nothing_that_a_path_does_not_allow(points in points()) {
            let path = line_path(points);
            prop_assert!(path.bytes().all(|byte| b"MLh-.,0123456789".contains(&byte)), "{path}");
            prop_assert!(!path.contains("-0,") && !path.contains(".0,"), "{path}");
        }
    }
}
