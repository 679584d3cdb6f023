//! The layout of a map of values over two axes: bands of colour between levels, and contour lines.
//!
//! A band is everything at its level or above. Bands are drawn over each other from the lowest to the
//! highest, so that nothing shows through where two of them meet.

use super::area::Taken;
use super::axis::{Ticks, placed, widest, written, x_ticks};
use super::contour::Grid;
use super::contour_words::Unnamed;
use super::heat_words;
use super::{Frame, Scale, line_path, linear_ticks, spread, text_width};

/// Height of a map, px.
const HEIGHT: f64 = 290.0;
/// Room above the plot, for the names of lines that end there, px.
const TOP: f64 = 20.0;
/// Room for the x axis below the plot, px.
const BOTTOM: f64 = 28.0;
/// Distance between text and what it names, px.
const GAP: f64 = 8.0;
/// Distance between the baselines of two names, px.
const LINE: f64 = 16.0;
/// From the middle of 12-px text to its baseline, px.
const BASELINE: f64 = 4.0;
/// Ticks of the y axis at most.
const Y_TICKS: usize = 6;
/// Distance between the lines of a hatch, px.
const HATCH: f64 = 8.0;

/// Values on a grid.
#[derive(Clone, Copy)]
pub struct HeatSpec<'a> {
    /// Outer width, px.
    pub width: f64,
    /// x of each column, rising, data.
    pub x: &'a [f64],
    /// y of each row, rising, data.
    pub y: &'a [f64],
    /// The values: a list for each row, in it a value for each column.
    pub values: &'a [Vec<f64>],
    /// Where bands begin, rising, each at a line with its name.
    pub levels: &'a [(f64, &'a str)],
    /// The line that parts good from bad: it has its name before the others, where not all have room, and no other
    /// name on its far side if that has room on the near one.
    pub first: usize,
    /// A tick of the x axis as text.
    pub x_text: &'a dyn Fn(f64) -> String,
    /// A tick of the y axis as text.
    pub y_text: &'a dyn Fn(f64) -> String,
}

/// Where everything of a map stands.
#[derive(Clone, Debug, PartialEq)]
pub struct HeatLayout {
    /// The plot within the chart.
    pub frame: Frame,
    /// From x to px.
    pub x: Scale,
    /// From y to px.
    pub y: Scale,
    /// Ticks below the plot.
    pub x_ticks: Ticks,
    /// Ticks left of the plot.
    pub y_ticks: Ticks,
    /// Path data of each band: everything at its level or above.
    pub bands: Vec<String>,
    /// Path data of each line.
    pub lines: Vec<String>,
    /// Where each line's name stands, if the line is in sight.
    pub names: Vec<Option<Name>>,
    /// What the lines take.
    pub(super) taken: Taken,
    /// What the first of them takes, which parts good from bad.
    pub(super) border: Taken,
    /// The lines in sight that have no name at an edge.
    pub(super) unnamed: Vec<Unnamed>,
}

/// Where the name of a line stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Name {
    /// Where it begins or, above the plot, its middle, px.
    pub x: f64,
    /// Its baseline, px.
    pub y: f64,
    /// Whether it stands above the plot and not right of it.
    pub is_above: bool,
}

impl HeatLayout {
    /// Lays a map out.
    pub fn new(spec: &HeatSpec<'_>) -> Self {
        let ends = |values: &[f64]| {
            let (first, last) = (values.first(), values.last());
            (first.copied().unwrap_or(0.0), last.copied().unwrap_or(1.0))
        };
        let (low, high) = ends(spec.y);
        let y_written = written(linear_ticks(low, high, Y_TICKS), spec.y_text);
        let frame = frame(spec, widest(&y_written));
        let x = Scale::linear(ends(spec.x), frame.x_range());
        let y = Scale::linear((low, high), frame.y_range());
        let places = |scale: &Scale, values: &[f64]| {
            let places = values.iter().map(|value| scale.position(*value));
            places
                .map(|place| place.unwrap_or(f64::NAN))
                .collect::<Vec<f64>>()
        };
        let grid = Grid::new(&places(&x, spec.x), &places(&y, spec.y), spec.values);
        let levels = spec.levels.iter().map(|(level, _)| *level);
        let band = |level| line_path(grid.band(level));
        let lines: Vec<_> = levels.clone().map(|level| grid.line(level)).collect();
        let names = names(&grid, spec, &frame);
        Self {
            x_ticks: x_ticks(&x, 1.0, spec.x_text),
            y_ticks: placed(y_written, &y),
            bands: levels.map(band).collect(),
            taken: heat_words::taken(&lines),
            border: heat_words::taken(lines.get(spec.first..=spec.first).unwrap_or_default()),
            unnamed: unnamed(spec, &lines, &names),
            lines: lines.into_iter().map(line_path).collect(),
            names,
            frame,
            x,
            y,
        }
    }

    /// Where values of x and y stand, px, if that is on the map.
    #[must_use]
    pub fn place(&self, (x, y): (f64, f64)) -> Option<(f64, f64)> {
        let ((left, right), (bottom, top)) = (self.x.range(), self.y.range());
        let at = self.x.position(x).zip(self.y.position(y));
        at.filter(|(x, y)| (left..=right).contains(x) && (top..=bottom).contains(y))
    }
}

fn frame(spec: &HeatSpec<'_>, left: f64) -> Frame {
    let names = spec.levels.iter().map(|(_, name)| text_width(name));
    let right = names.fold(0.0, f64::max);
    Frame {
        width: spec.width,
        height: HEIGHT,
        // Whole pixels, so that no edge is blurred.
        left: libm::ceil(left + GAP),
        right: libm::ceil(right + GAP + 4.0),
        top: TOP,
        bottom: BOTTOM,
    }
}

/// The lines in sight that have no name.
fn unnamed(
    spec: &HeatSpec<'_>,
    lines: &[Vec<Option<(f64, f64)>>],
    names: &[Option<Name>],
) -> Vec<Unnamed> {
    let lines = lines.iter().zip(names).enumerate();
    let unnamed = lines.filter(|(_, (points, name))| !points.is_empty() && name.is_none());
    unnamed
        .map(|(line, (points, _))| Unnamed {
            line,
            width: text_width(spec.levels[line].1),
            points: points.iter().copied().flatten().collect(),
        })
        .collect()
}

/// Where the line of a level leaves the plot at the right, px, else at the top.
fn exit(grid: &Grid, level: f64) -> Option<Name> {
    if let Some((_, y, _)) = grid.exit_right(level) {
        return Some(Name {
            x: 0.0,
            y,
            is_above: false,
        });
    }
    let (x, _, _) = grid.exit_top(level)?;
    Some(Name {
        x,
        y: 0.0,
        is_above: true,
    })
}

/// Names stand right of the plot where their line leaves it there, apart from each other, and above
/// it where a line leaves at the top, as many as have room.
fn names(grid: &Grid, spec: &HeatSpec<'_>, frame: &Frame) -> Vec<Option<Name>> {
    let lines = spec.levels.iter();
    let mut names: Vec<Option<Name>> = lines.map(|(level, _)| exit(grid, *level)).collect();
    let is_right = |name: &&mut Name| !name.is_above;
    let right = names.iter_mut().flatten().filter(is_right);
    let right: Vec<&mut Name> = right.collect();
    let wanted: Vec<f64> = right.iter().map(|name| name.y).collect();
    let placed = spread(&wanted, LINE, (frame.plot_top(), frame.plot_bottom()));
    for (name, y) in right.into_iter().zip(placed) {
        (name.x, name.y) = (frame.plot_right() + GAP, y + BASELINE);
    }
    place_above(&mut names, spec, frame);
    names
}

/// Names above the plot, the first line's before the others', and none where there is no room.
fn place_above(names: &mut [Option<Name>], spec: &HeatSpec<'_>, frame: &Frame) {
    let mut taken: Vec<(f64, f64)> = Vec::new();
    let others = (0..names.len()).filter(|index| *index != spec.first);
    for index in std::iter::once(spec.first).chain(others) {
        let Some(Some(name)) = names.get_mut(index) else {
            continue;
        };
        if !name.is_above {
            continue;
        }
        // Beyond the plot are the highest number of the axis and the names on the right.
        let half = text_width(spec.levels[index].1) / 2.0;
        let (left, right) = frame.x_range();
        name.x = name.x.min(right - half).max(left + half);
        name.y = frame.plot_top() - 6.0;
        let ends = (name.x - half, name.x + half);
        let is_near = |other: &(f64, f64)| ends.0 < other.1 + GAP && other.0 < ends.1 + GAP;
        if taken.iter().any(is_near) {
            names[index] = None;
        } else {
            taken.push(ends);
        }
    }
}

/// Path data of lines from the lower left to the upper right, over the whole plot.
pub fn hatch(frame: &Frame) -> String {
    // The ends of thick lines reach a little further than their points.
    let (left, right) = (frame.plot_left() + 1.0, frame.plot_right() - 1.0);
    let (bottom, top) = (frame.plot_bottom() - 1.0, frame.plot_top() + 1.0);
    let (width, height) = ((right - left).max(0.0), bottom - top);
    let count = libm::floor((width + height) / HATCH) as usize;
    let points = (1..=count).flat_map(|index| {
        let along = index as f64 * HATCH;
        let from = (left + (along - height).max(0.0), top + along.min(height));
        let to = (left + along.min(width), top + (along - width).max(0.0));
        [Some(from), Some(to), None]
    });
    line_path(points.collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The value x·y on a grid over 0 … 10 and 0 … 10.
    fn product(count: usize) -> (Vec<f64>, Vec<Vec<f64>>) {
        let ends: Vec<f64> = (0..count)
            .map(|i| 10.0 * i as f64 / (count - 1) as f64)
            .collect();
        let values = ends
            .iter()
            .map(|y| ends.iter().map(|x| x * y).collect())
            .collect();
        (ends, values)
    }

    pub(super) fn lay_out(ends: &[f64], values: &[Vec<f64>], levels: &[(f64, &str)]) -> HeatLayout {
        HeatLayout::new(&HeatSpec {
            width: 400.0,
            x: ends,
            y: ends,
            values,
            levels,
            first: 0,
            x_text: &|x| x.to_string(),
            y_text: &|y| y.to_string(),
        })
    }

    /// The pieces of a path, each a list of points.
    pub(super) fn pieces(path: &str) -> Vec<Vec<(f64, f64)>> {
        let point = |text: &str| {
            let (x, y) = text.split_once(',').unwrap();
            (x.parse().unwrap(), y.parse().unwrap())
        };
        let piece = |text: &str| text.split('L').map(point).collect();
        path.split('M').skip(1).map(piece).collect()
    }

    pub(super) fn area(piece: &[(f64, f64)]) -> f64 {
        let next = piece.iter().cycle().skip(1);
        let sum: f64 = piece
            .iter()
            .zip(next)
            .map(|(a, b)| a.0 * b.1 - b.0 * a.1)
            .sum();
        sum.abs() / 2.0
    }

    pub(super) fn area_of(path: &str) -> f64 {
        pieces(path).iter().map(|piece| area(piece)).sum()
    }

    #[test]
    fn the_lowest_band_fills_the_plot_with_one_piece() {
        let (ends, values) = product(6);
        let layout = lay_out(&ends, &values, &[(0.0, "0")]);
        let whole = layout.frame.plot_width() * layout.frame.plot_height();
        assert_eq!(pieces(&layout.bands[0]).len(), 1);
        assert!((area_of(&layout.bands[0]) - whole).abs() < 1.0);
    }

    #[test]
    fn a_band_from_the_left_edge_is_one_piece_over_all_rows_that_it_crosses() {
        // Rises to the lower left, as a margin does with cheap power and good machines.
        let (ends, values) = product(21);
        let falling: Vec<Vec<f64>> = values
            .iter()
            .map(|row| row.iter().map(|value| -value).collect())
            .collect();
        let layout = lay_out(&ends, &falling, &[(-50.0, "−50"), (-25.0, "−25")]);
        for band in &layout.bands {
            assert_eq!(pieces(band).len(), 1, "{band}");
        }
    }

    #[test]
    fn the_area_above_a_level_is_the_integral_s() {
        let (ends, values) = product(41);
        let layout = lay_out(&ends, &values, &[(50.0, "50"), (100.1, "100.1")]);
        // Above x·y = 50: 1 − ½ − ½·ln 2 of the square.
        let share = 0.5 - 0.5 * libm::log(2.0);
        let whole = layout.frame.plot_width() * layout.frame.plot_height();
        assert!((area_of(&layout.bands[0]) / whole - share).abs() < 1e-3);
        assert_eq!(layout.bands[1], "");
    }

    #[test]
    fn a_line_runs_where_the_values_reach_its_level() {
        let (ends, values) = product(41);
        let layout = lay_out(&ends, &values, &[(25.0, "25")]);
        let line = pieces(&layout.lines[0]);
        assert_eq!(line.len(), 1, "it is drawn in one stroke");
        for (x, y) in line.concat() {
            let value = layout.x.value(x) * layout.y.value(y);
            assert!((value - 25.0).abs() < 0.3, "{value} at {x}, {y}");
        }
    }

    #[test]
    fn names_stand_where_their_lines_end_and_never_on_each_other() {
        let (ends, values) = product(41);
        let lines = [(10.0, "10"), (11.0, "11"), (90.0, "90"), (400.0, "400")];
        let layout = lay_out(&ends, &values, &lines);
        let [ten, eleven, ninety, none] = layout.names[..] else {
            panic!("four lines have four places for names");
        };
        let (ten, eleven, ninety) = (ten.unwrap(), eleven.unwrap(), ninety.unwrap());
        assert_eq!(none, None, "a line out of sight has no name");
        assert!((ten.y - eleven.y).abs() >= LINE - 1e-9);
        assert!(ten.x > layout.frame.plot_right() && !ten.is_above);
        assert!((layout.y.position(9.0).unwrap() + BASELINE - ninety.y).abs() < 0.5);
    }

    #[test]
    fn a_line_that_ends_at_the_top_is_named_above_the_plot() {
        let (ends, _) = product(11);
        let values: Vec<Vec<f64>> = ends.iter().map(|_| ends.clone()).collect();
        let layout = lay_out(&ends, &values, &[(5.0, "five"), (5.1, "and")]);
        let name = layout.names[0].unwrap();
        assert!(name.is_above && name.y < layout.frame.plot_top());
        assert!((name.x - layout.x.position(5.0).unwrap()).abs() < 0.01);
        assert_eq!(layout.names[1], None, "there is no room for a second name");
    }

    #[test]
    fn a_name_above_the_plot_keeps_off_the_texts_beside_it() {
        let (ends, _) = product(11);
        let values: Vec<Vec<f64>> = ends.iter().map(|_| ends.clone()).collect();
        for level in [0.1, 9.9] {
            let layout = lay_out(&ends, &values, &[(level, "price")]);
            let (name, half) = (layout.names[0].unwrap(), text_width("price") / 2.0);
            assert!(name.is_above && name.x - half >= layout.frame.plot_left());
            assert!(name.x + half <= layout.frame.plot_right());
        }
    }

    #[test]
    fn of_lines_that_end_at_the_top_together_the_first_has_its_name() {
        let (ends, _) = product(11);
        let values: Vec<Vec<f64>> = ends.iter().map(|_| ends.clone()).collect();
        let layout = HeatLayout::new(&HeatSpec {
            width: 400.0,
            x: &ends,
            y: &ends,
            values: &values,
            levels: &[(5.0, "half"), (5.1, "price")],
            first: 1,
            x_text: &|x| x.to_string(),
            y_text: &|y| y.to_string(),
        });
        assert!(layout.names[0].is_none() && layout.names[1].is_some());
    }

    #[test]
    fn in_a_saddle_line_and_band_cut_the_same_corners() {
        let ends = [0.0, 10.0];
        for values in [[[1.0, 0.0], [0.0, 1.0]], [[0.0, 1.0], [1.0, 0.0]]] {
            let values: Vec<Vec<f64>> = values.iter().map(|row| row.to_vec()).collect();
            let layout = lay_out(&ends, &values, &[(0.5, "half")]);
            let band = pieces(&layout.bands[0]).concat();
            assert_eq!(band.len(), 6);
            for piece in pieces(&layout.lines[0]) {
                let at: Vec<usize> = piece
                    .iter()
                    .map(|end| band.iter().position(|corner| corner == end).unwrap())
                    .collect();
                let apart = at[0].abs_diff(at[1]);
                assert!(apart == 1 || apart == 5, "{band:?} has no edge {piece:?}");
            }
        }
    }

    #[test]
    fn what_is_beyond_the_axes_has_no_place() {
        let (ends, values) = product(6);
        let layout = lay_out(&ends, &values, &[(25.0, "25")]);
        let right = layout.frame.plot_right();
        assert_eq!(layout.place((10.0, 0.0)).map(|(x, _)| x), Some(right));
        for beyond in [(10.1, 5.0), (-0.1, 5.0), (5.0, 10.1), (5.0, f64::NAN)] {
            assert_eq!(layout.place(beyond), None, "{beyond:?}");
        }
    }

    #[test]
    fn gaps_and_grids_without_cells_are_no_failure() {
        let (ends, mut values) = product(4);
        values[1][1] = f64::NAN;
        let layout = lay_out(&ends, &values, &[(0.0, "0"), (5.0, "5")]);
        assert!(!layout.bands[0].contains("NaN"));
        for count in [0, 1] {
            let ends = vec![1.0; count];
            let layout = lay_out(&ends, &[], &[(0.0, "0")]);
            assert_eq!((layout.bands[0].as_str(), layout.names[0]), ("", None));
        }
    }

    #[test]
    fn the_hatch_stays_in_the_plot() {
        let (ends, values) = product(3);
        let layout = lay_out(&ends, &values, &[]);
        let (left, right) = layout.frame.x_range();
        let (bottom, top) = layout.frame.y_range();
        for (x, y) in pieces(&hatch(&layout.frame)).concat() {
            assert!(
                (left - 0.01..=right + 0.01).contains(&x)
                    && (top - 0.01..=bottom + 0.01).contains(&y)
            );
        }
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod laws {
    use super::tests::{area, area_of, lay_out, pieces};
    use proptest::prelude::*;

    /// The area of a cell of side 1 that is at the level or above (Sutherland and Hodgman, 1974, with the
    /// value in the place of a distance); 0 where a corner has no value.
    fn area_in_cell(cell: [(f64, f64, f64); 4], level: f64) -> f64 {
        let mut part = Vec::new();
        for (index, a) in cell.iter().enumerate() {
            let b = &cell[(index + 1) % 4];
            if a.2 >= level {
                part.push((a.0, a.1));
            }
            if (a.2 >= level) != (b.2 >= level) {
                let share = (level - a.2) / (b.2 - a.2);
                part.push((a.0 + (b.0 - a.0) * share, a.1 + (b.1 - a.1) * share));
            }
        }
        if cell.iter().any(|corner| corner.2.is_nan()) {
            return 0.0;
        }
        area(&part)
    }

    fn grids() -> impl Strategy<Value = Vec<Vec<f64>>> {
        let value = prop_oneof![9 => -10.0..10.0, 1 => Just(f64::NAN)];
        (2_usize..7).prop_flat_map(move |count| {
            prop::collection::vec(prop::collection::vec(value.clone(), count), count)
        })
    }

    proptest! {
        #[test]
        fn bands_and_lines_stay_in_the_plot_and_a_higher_band_is_no_larger(
            values in grids(), level in -9.0..9.0, step in 0.0..5.0,
        ) {
            let ends: Vec<f64> = (0..values.len()).map(|index| index as f64).collect();
            let levels = [(level, "level"), (level + step, "more")];
            let layout = lay_out(&ends, &values, &levels);
            let ((left, right), (bottom, top)) = (layout.frame.x_range(), layout.frame.y_range());
            for path in layout.bands.iter().chain(&layout.lines) {
                for (x, y) in pieces(path).concat() {
                    prop_assert!((left - 0.01..=right + 0.01).contains(&x), "{x} in {path}");
                    prop_assert!((top - 0.01..=bottom + 0.01).contains(&y), "{y} in {path}");
                }
            }
            let [lower, higher] = [&layout.bands[0], &layout.bands[1]].map(|band| area_of(band));
            // Coordinates are rounded to a hundredth.
            prop_assert!(higher <= lower + 20.0, "{higher} above {lower}");
        }

        #[test]
        fn a_band_is_what_each_of_its_cells_has_above_the_level(
            values in grids(), level in -9.0..9.0,
        ) {
            let ends: Vec<f64> = (0..values.len()).map(|index| index as f64).collect();
            let layout = lay_out(&ends, &values, &[(level, "level")]);
            let steps = values.len() - 1;
            let corner = |row: usize, column: usize| (column as f64, row as f64, values[row][column]);
            let cells = (0..steps).flat_map(|row| (0..steps).map(move |column| (row, column)));
            let expected: f64 = cells
                .map(|(row, column)| {
                    let (right, above) = (column + 1, row + 1);
                    let cell = [corner(row, column), corner(row, right), corner(above, right), corner(above, column)];
                    area_in_cell(cell, level)
                })
                .sum();
            let whole = layout.frame.plot_width() * layout.frame.plot_height();
            let share = area_of(&layout.bands[0]) / whole;
            prop_assert!((share - expected / (steps * steps) as f64).abs() < 1e-3, "{share}");
        }
    }
}
