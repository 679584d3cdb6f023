//! Lines on which the product of x and y is the same, within a plot, and where their names stand.

use super::dot_names::{Area, BASELINE, HALF_LINE, LINE, Label, Point, Room, covered};
use super::{Frame, Scale, line_path, text_width};

/// Distance between a name and what it names, px.
const GAP: f64 = 8.0;
/// Distance between a name along a line and its line, px.
const NEAR: f64 = 3.0;
/// Points of a line.
const POINTS: usize = 64;

/// A line within a plot: its path data, and where its name stands, if it has room.
pub(super) type Drawn = (String, Option<Label>);

/// The lines y = product/x within the plot, and the line that was before, if any of it is there. A name stands where
/// its line ends, else along it, and in no other line's way; the last line is named first, and that of before at last.
pub(super) fn lines(
    products: &[(&str, f64)],
    before: Option<(&str, f64)>,
    frame: &Frame,
    scales: (&Scale, &Scale),
    room: &mut Room,
) -> (Vec<Drawn>, Option<Drawn>) {
    let all: Vec<(&str, f64)> = products.iter().copied().chain(before).collect();
    let points = |(_, product): &(&str, f64)| hyperbola(*product, frame, scales).collect();
    let points: Vec<Vec<Point>> = all.iter().map(points).collect();
    let covers = |line: &Vec<Point>| {
        // What is shorter than a box is covered by its ends.
        let parts = line.windows(2).map(|ends| covered((ends[0], ends[1])));
        let ends = line.iter().map(|point| Area::around(*point, HALF_LINE));
        parts.flatten().chain(ends).collect()
    };
    let covers: Vec<Vec<Area>> = points.iter().map(covers).collect();
    let mut labels = vec![None; all.len()];
    for index in (0..products.len()).rev().chain(products.len()..all.len()) {
        let Some(end) = points[index].last() else {
            continue;
        };
        let others = covers.iter().enumerate();
        let others = others.filter(|(other, _)| *other != index);
        let others: Vec<Area> = others.flat_map(|(_, areas)| areas).copied().collect();
        let width = text_width(all[index].0);
        labels[index] = name_at_end(width, *end, frame, &others, room)
            .or_else(|| name_along(width, &points[index], &others, room));
    }
    room.avoided.extend(covers.into_iter().flatten());
    let drawn = points.into_iter().zip(labels);
    let mut drawn = drawn.map(|(points, label)| (line_path(points.into_iter().map(Some)), label));
    let lines = drawn.by_ref().take(products.len()).collect();
    (lines, drawn.next().filter(|(path, _)| !path.is_empty()))
}

/// A name on the upper right of a falling line, as low as can be, or else on its lower left.
fn name_along(width: f64, points: &[Point], others: &[Area], room: &mut Room) -> Option<Label> {
    let above = points
        .iter()
        .rev()
        .map(|(x, y)| (x + NEAR, y - NEAR - LINE));
    let below = points
        .iter()
        .rev()
        .map(|(x, y)| (x - NEAR - width, y + NEAR));
    let areas = above.chain(below).map(|(left, top)| Area {
        left,
        right: left + width,
        top,
        bottom: top + LINE,
    });
    let mut free = areas.filter(|area| {
        let is_clear = room.is_free(area) && area.is_free(others);
        area.is_within(&room.outer) && is_clear
    });
    let area = free.next()?;
    room.taken.push(area);
    Some(Label {
        x: area.left,
        y: area.top + LINE / 2.0 + BASELINE,
        anchor: "start",
    })
}

/// Points (px) of y = product/x from where it enters the plot to where it leaves it.
fn hyperbola(product: f64, frame: &Frame, (x, y): (&Scale, &Scale)) -> impl Iterator<Item = Point> {
    let (x0, x1) = x.domain();
    let (y0, y1) = y.domain();
    let from = if y1 > 0.0 { (product / y1).max(x0) } else { x0 };
    let to = if y0 > 0.0 { (product / y0).min(x1) } else { x1 };
    let count = if from > 0.0 && from < to { POINTS } else { 0 };
    let (x, y, frame) = (*x, *y, *frame);
    (0..count).filter_map(move |index| {
        let share = index as f64 / (POINTS - 1) as f64;
        let value = from + (to - from) * share;
        let (px, py) = (x.position(value)?, y.position(product / value)?);
        // Rounding must not lead out of the plot.
        Some((px, py.clamp(frame.plot_top(), frame.plot_bottom())))
    })
}

/// A name right of the last point of its line: right of the plot where the line leaves it there, and right of the
/// line where it leaves through the bottom.
fn name_at_end(
    width: f64,
    (x, y): Point,
    frame: &Frame,
    others: &[Area],
    room: &mut Room,
) -> Option<Label> {
    let (middle, edge) = if frame.plot_right() - x < 1.0 {
        (y, frame.width)
    } else {
        (y - GAP, frame.plot_right())
    };
    let area = Area {
        left: x + GAP,
        right: x + GAP + width,
        top: middle - LINE / 2.0,
        bottom: middle + LINE / 2.0,
    };
    let fits = area.right <= edge + GAP && room.is_free(&area) && area.is_free(others);
    fits.then(|| {
        room.taken.push(area);
        Label {
            x: area.left,
            y: middle + BASELINE,
            anchor: "start",
        }
    })
}

#[cfg(test)]
mod tests {
    use super::super::scatter::{DotSpec, ScatterLayout, ScatterSpec};
    use super::*;

    const DOTS: [DotSpec<'_>; 2] = [
        DotSpec {
            name: "efficient",
            x: 15.0,
            y: 32.0,
            before: None,
        },
        DotSpec {
            name: "old",
            x: 28.0,
            y: 50.0,
            before: None,
        },
    ];

    fn layout(width: f64, products: &[(&str, f64)], before: Option<(&str, f64)>) -> ScatterLayout {
        let spec = ScatterSpec {
            width,
            dots: &DOTS,
            products,
            before,
        };
        let text = |value: f64| format!("{value}");
        ScatterLayout::new(&spec, text, text)
    }

    #[test]
    fn lines_are_of_equal_product_and_end_in_the_plot() {
        let chart = layout(
            700.0,
            &[("50%", 800.0), ("100%", 1_600.0), ("far", 1e6)],
            None,
        );
        for (index, product) in [800.0, 1_600.0].into_iter().enumerate() {
            let path = &chart.products[index].0;
            assert!(path.matches('L').count() > 5, "{path}");
            for point in path.trim_start_matches('M').split('L') {
                let (x, y) = point.split_once(',').unwrap();
                let (x, y): (f64, f64) = (x.parse().unwrap(), y.parse().unwrap());
                let there = chart.x.value(x) * chart.y.value(y);
                assert!(
                    (there / product - 1.0).abs() < 2e-3,
                    "{there} is not {product}"
                );
            }
        }
        assert_eq!(chart.products[2], (String::new(), None));
        assert!(chart.products[1].1.is_some());
    }

    #[test]
    fn the_line_that_was_before_has_its_name_at_its_end_or_along_it() {
        let was = |width: f64, product: f64, products: &[(&str, f64)]| {
            layout(width, products, Some(("December 2025", product)))
        };
        let beside = was(700.0, 1_100.0, &[("100% of the hashprice", 700.0)]);
        let (_, label) = beside.before.unwrap();
        assert!(label.unwrap().x > beside.frame.plot_right());
        let within = was(300.0, 1_100.0, &[("100%", 700.0)]);
        let (path, label) = within.before.unwrap();
        assert!(path.matches('L').count() > 5 && label.unwrap().x < within.frame.plot_right());
        // Where it left the plot there is neither.
        assert_eq!(was(700.0, 1e6, &[]).before, None);
    }

    #[test]
    fn the_line_that_parts_gain_from_loss_is_named_and_no_name_lies_on_another_line() {
        // Lines of a hashprice that all fleets are above or below of, and on which they stand.
        for hashprice in [300.0, 700.0, 1_100.0, 1_500.0, 2_000.0] {
            for width in [300.0, 390.0, 700.0, 1_000.0] {
                let shares = [
                    ("25% of hashprice", 0.25),
                    ("50% of hashprice", 0.5),
                    ("75% of hashprice", 0.75),
                    ("100% of hashprice", 1.0),
                ];
                let products = shares.map(|(name, share)| (name, share * hashprice));
                let chart = layout(width, &products, None);
                for (index, (path, label)) in chart.products.iter().enumerate() {
                    assert!(
                        path.is_empty() == label.is_none() || index < 3,
                        "{hashprice}"
                    );
                    let Some(label) = label else { continue };
                    let (left, right) = (label.x, label.x + text_width(products[index].0));
                    let (top, bottom) = (label.y - 12.0, label.y + 4.0);
                    for (_, product) in &products {
                        let is_on = |(x, y): Point| {
                            left < x && x < right && top + 1.0 < y && y < bottom - 1.0
                        };
                        let mut line = hyperbola(*product, &chart.frame, (&chart.x, &chart.y));
                        assert!(!line.any(is_on), "{hashprice} on {width} px: {label:?}");
                    }
                }
            }
        }
    }
}
