//! Points to SVG path data.
//!
//! This runs at each frame for every line of every chart, so numbers are written by hand from
//! integers: no formatting machinery and no allocation per point.

/// Beyond this many pixels a coordinate is held. Browsers draw in 32-bit floats; a line that leaves
/// the page leaves it there too.
const FARTHEST: f64 = 1e9;

/// How far above or below a point the line may pass that stands for it, px: nobody sees it, on no screen.
const SLACK: f64 = 0.1;

/// Room for a typical path, so that it is allocated about once: some sixty points like `L123.45,678.9`.
const TYPICAL_LEN: usize = 800;

/// The `d` attribute of a line through `points`, each `(x, y)` in px.
///
/// Coordinates are rounded to 0.01 px, without trailing zeros, and held within ±10⁹ px. A gap
/// (`None`, or a coordinate that is not finite) lifts the pen. A point alone between gaps becomes a
/// segment of no length, which is visible as a dot where the stroke has round caps. No points give
/// an empty string.
///
/// While a line runs rightward, or leftward, points are left out that it passes within 0.1 px all the same:
/// a straight line is its two ends, and a browser has less to read and to draw.
///
/// ```
/// use hashpivot::plot::line_path;
/// let points = [Some((0.0, 1.5)), Some((10.0, 2.0)), None, Some((20.0, 0.333))];
/// assert_eq!(line_path(points), "M0,1.5L10,2M20,0.33h0");
/// ```
pub fn line_path(points: impl IntoIterator<Item = Option<(f64, f64)>>) -> String {
    let mut pen = Pen {
        path: Vec::with_capacity(TYPICAL_LEN),
        stroke: None,
    };
    for point in points {
        match point {
            Some((x, y)) if x.is_finite() && y.is_finite() => pen.draw_to((x, y)),
            _ => pen.lift(),
        }
    }
    pen.finish()
}

struct Pen {
    path: Vec<u8>,
    /// What was drawn since the pen was last put down.
    stroke: Option<Stroke>,
}

/// A straight line on its way.
struct Stroke {
    /// The last point written.
    from: (f64, f64),
    /// The point that the line has come to; at first none.
    to: Option<(f64, f64)>,
    /// The least and the greatest slope at which the line passes every point since `from`.
    slopes: (f64, f64),
}

impl Stroke {
    fn starting_at(from: (f64, f64)) -> Self {
        Self {
            from,
            to: None,
            slopes: (f64::NEG_INFINITY, f64::INFINITY),
        }
    }

    /// Lets the line come to this point, if it can and stays straight.
    fn goes_on_to(&mut self, point: (f64, f64)) -> bool {
        let (across, down) = (point.0 - self.from.0, point.1 - self.from.1);
        let (least, most) = self.slopes;
        if let Some(to) = self.to {
            let is_onward =
                (to.0 > self.from.0 && point.0 > to.0) || (to.0 < self.from.0 && point.0 < to.0);
            let slope = down / across;
            if !is_onward || !(least..=most).contains(&slope) {
                return false;
            }
        }
        self.to = Some(point);
        let (one, other) = ((down - SLACK) / across, (down + SLACK) / across);
        self.slopes = (least.max(one.min(other)), most.min(one.max(other)));
        true
    }
}

impl Pen {
    fn draw_to(&mut self, point: (f64, f64)) {
        let Some(stroke) = &mut self.stroke else {
            self.write(b'M', point);
            self.stroke = Some(Stroke::starting_at(point));
            return;
        };
        if !stroke.goes_on_to(point) {
            let corner = stroke.to.unwrap_or(stroke.from);
            *stroke = Stroke::starting_at(corner);
            stroke.goes_on_to(point);
            self.write(b'L', corner);
        }
    }

    fn lift(&mut self) {
        if let Some(Stroke { to, .. }) = self.stroke.take() {
            match to {
                Some(end) => self.write(b'L', end),
                None => self.path.extend_from_slice(b"h0"),
            }
        }
    }

    fn write(&mut self, command: u8, point: (f64, f64)) {
        push_point(&mut self.path, command, point);
    }

    fn finish(mut self) -> String {
        self.lift();
        String::from_utf8(self.path).expect("only ASCII was pushed")
    }
}

/// The `d` attribute of a straight line, px, rounded as those of [`line_path`]. What is not finite reads
/// as 0.
///
/// ```
/// use hashpivot::plot::straight;
/// assert_eq!(straight((0.0, 1.5), (10.0, 2.0)), "M0,1.5L10,2");
/// ```
pub fn straight(from: (f64, f64), to: (f64, f64)) -> String {
    let mut path = Vec::with_capacity(32);
    for (command, (x, y)) in [(b'M', from), (b'L', to)] {
        push_point(&mut path, command, (finite(x), finite(y)));
    }
    String::from_utf8(path).expect("only ASCII was pushed")
}

/// The number; 0 for what is not finite.
fn finite(pixels: f64) -> f64 {
    if pixels.is_finite() { pixels } else { 0.0 }
}

/// A length or place in px for an attribute, rounded to hundredths: `12.5`. What is not finite
/// reads as 0.
pub fn pixels(length: f64) -> String {
    let mut text = Vec::with_capacity(8);
    push_coordinate(&mut text, finite(length));
    String::from_utf8(text).expect("only ASCII was pushed")
}

/// Writes a command with its point, which is finite.
fn push_point(path: &mut Vec<u8>, command: u8, (x, y): (f64, f64)) {
    path.push(command);
    push_coordinate(path, x);
    path.push(b',');
    push_coordinate(path, y);
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
            through(&[(0.0, 1.0), (2.0, 3.0), (4.0, 1.0)]),
            "M0,1L2,3L4,1"
        );
    }

    #[test]
    fn of_a_constant_is_a_flat_line() {
        assert_eq!(through(&[(0.0, 7.0), (9.0, 7.0)]), "M0,7L9,7");
    }

    #[test]
    fn of_points_on_a_straight_line_is_its_two_ends() {
        let straight: Vec<(f64, f64)> = (0..200)
            .map(|i| (f64::from(i) * 1.75, f64::from(i) * 0.31))
            .collect();
        assert_eq!(through(&straight), "M0,0L348.25,61.69");
    }

    #[test]
    fn keeps_each_corner() {
        for corners in [
            // A step, a way back, a spike less than a pixel high, a point twice.
            [(0.0, 0.0), (5.0, 0.0), (5.0, 4.0), (9.0, 4.0)],
            [(0.0, 0.0), (9.0, 0.0), (3.0, 0.0), (4.0, 0.0)],
            [(0.0, 0.0), (1.0, 0.0), (2.0, 0.21), (3.0, 0.0)],
            [(0.0, 0.0), (0.0, 0.0), (0.0, 3.0), (0.0, 1.0)],
        ] {
            assert_eq!(
                through(&corners).matches(['M', 'L']).count(),
                4,
                "{corners:?}"
            );
        }
    }

    #[test]
    fn may_run_leftward() {
        assert_eq!(through(&[(9.0, 1.0), (0.0, 2.0)]), "M9,1L0,2");
    }

    #[test]
    fn leaves_out_as_much_of_a_leftward_line_as_of_a_rightward_one() {
        let bent = |i: i32| (f64::from(i), f64::from(i * i) / 100.0);
        let rightward: Vec<(f64, f64)> = (0..60).map(bent).collect();
        let leftward: Vec<(f64, f64)> = rightward.iter().map(|(x, y)| (-x, *y)).collect();
        let corners = |points: &[(f64, f64)]| through(points).matches('L').count();
        assert!(corners(&leftward) < 30);
        assert_eq!(corners(&leftward), corners(&rightward));
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

    /// How far above or below a stroke is from a point; without end where it does not come.
    fn distance(stroke: &[(f64, f64)], (x, y): (f64, f64)) -> f64 {
        let away = |(px, py): (f64, f64)| (px - x).abs().max((py - y).abs());
        let to_segment = |ends: &[(f64, f64)]| {
            let (from, to) = (ends[0], ends[1]);
            let is_over = (from.0.min(to.0)..=from.0.max(to.0)).contains(&x) && from.0 != to.0;
            let share = (x - from.0) / (to.0 - from.0);
            let line = from.1 + share * (to.1 - from.1);
            if is_over {
                (line - y).abs()
            } else {
                f64::INFINITY
            }
        };
        let to_ends = stroke.iter().map(|end| away(*end));
        let to_lines = stroke.windows(2).map(to_segment);
        to_ends.chain(to_lines).fold(f64::INFINITY, f64::min)
    }

    /// Curves as charts have them: rightward or leftward, smooth or not.
    fn curve() -> impl Strategy<Value = Vec<Option<(f64, f64)>>> {
        let numbered = |(ys, step): (Vec<f64>, f64)| {
            let points = ys.into_iter().enumerate();
            points.map(|(i, y)| Some((i as f64 * step, y))).collect()
        };
        let smooth = (0.1..200.0, 0.1..100.0).prop_map(|(height, bend): (f64, f64)| {
            (0..200)
                .map(|i| height * libm::sin(f64::from(i) / bend))
                .collect()
        });
        let ys = prop_oneof![
            prop::collection::vec(0.0..300.0, 1..80),
            prop::collection::vec(0.0..0.2, 1..80),
            smooth
        ];
        let step = prop_oneof![Just(1.75), Just(-1.75)];
        (ys, step).prop_map(numbered)
    }

    proptest! {
        #[test]
        fn each_point_is_on_its_stroke_within_the_slack(
            points in prop_oneof![points(), curve()],
        ) {
            let shown = |point: &Option<(f64, f64)>| {
                point.filter(|(x, y)| x.is_finite() && y.is_finite())
            };
            let expected: Vec<Vec<_>> = points
                .split(|point| shown(point).is_none())
                .filter(|run| !run.is_empty())
                .map(|run| run.iter().filter_map(shown).collect())
                .collect();
            let read = strokes(&line_path(points));
            prop_assert_eq!(read.len(), expected.len());
            // Ends are rounded to a hundredth, both ways.
            const ROUNDED: f64 = 0.0051;
            for (stroke, run) in read.iter().zip(&expected) {
                let ends = [(stroke[0], run[0]), (stroke[stroke.len() - 1], run[run.len() - 1])];
                for (written, point) in ends {
                    prop_assert!((written.0 - point.0).abs() <= ROUNDED);
                    prop_assert!((written.1 - point.1).abs() <= ROUNDED);
                }
                for point in run {
                    // A steep line that is moved sideways by the rounding is off by more in height.
                    let steepest = stroke.windows(2).map(|ends| {
                        let across = (ends[1].0 - ends[0].0).abs();
                        if across > 0.0 { ((ends[1].1 - ends[0].1) / across).abs() } else { 0.0 }
                    });
                    let steepest = steepest.fold(0.0, f64::max);
                    let allowed = super::SLACK + ROUNDED * (1.0 + 2.0 * steepest);
                    prop_assert!(distance(stroke, *point) <= allowed, "{point:?}");
                }
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
