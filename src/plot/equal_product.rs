//! Lines on which the product of x and y is the same, within a plot, and where their names stand.

use super::area::Area;
use super::dot_names::{BASELINE, HALF_LINE, LINE, Label, Room, covered};
use super::scatter::ScatterSpec;
use super::{Frame, Scale, line_path, text_width};

/// Distance between a name and what it names, px.
const GAP: f64 = 8.0;
/// Distance between a line and a name along it, px.
const NEAR: f64 = 3.0;
/// Points of a line.
const POINTS: usize = 64;

/// A line within the plot: its path data, and its name where that has room.
type Line = (String, Option<Label>);

/// The lines y = product/x within the plot, and the one that was before, if any of that is there. The last
/// product is named first and the line that was before at last; no name lies on any line.
pub(super) fn products(
    ScatterSpec {
        products, before, ..
    }: &ScatterSpec<'_>,
    frame: &Frame,
    scales: (&Scale, &Scale),
    room: &mut Room,
) -> (Vec<Line>, Option<Line>) {
    let points = |(_, product): &(&str, f64)| -> Vec<(f64, f64)> {
        hyperbola(*product, frame, scales).collect()
    };
    let all: Vec<&(&str, f64)> = before.iter().chain(*products).collect();
    let lines: Vec<Vec<(f64, f64)>> = all.iter().copied().map(points).collect();
    for points in &lines {
        let parts = points.windows(2).map(|ends| covered((ends[0], ends[1])));
        room.avoided.extend(parts.flatten());
        let ends = points.iter().map(|at| Area::around(*at, HALF_LINE));
        room.avoided.extend(ends);
    }
    let mut drawn: Vec<Line> = Vec::new();
    for ((name, _), points) in all.iter().zip(lines).rev() {
        let label = name_of(text_width(name), &points, frame, room);
        drawn.push((line_path(points.into_iter().map(Some)), label));
    }
    let before = before.and_then(|_| drawn.pop());
    drawn.reverse();
    (drawn, before.filter(|(path, _)| !path.is_empty()))
}

/// Where a line's name stands: at the end of the line, else on the upper right of it, as low as can be, else
/// on its lower left.
fn name_of(width: f64, points: &[(f64, f64)], frame: &Frame, room: &mut Room) -> Option<Label> {
    let end = at_end(width, *points.last()?, frame);
    let place = |left: f64, top: f64| Area {
        left,
        right: left + width,
        top,
        bottom: top + LINE,
    };
    let above = points.iter().rev();
    let above = above.map(|(x, y)| place(x + NEAR, y - NEAR - LINE));
    let below = points.iter().rev();
    let below = below.map(|(x, y)| place(x - NEAR - width, y + NEAR));
    let along = above
        .chain(below)
        .filter(|area| area.is_within(&room.outer));
    let mut free = end
        .into_iter()
        .chain(along)
        .filter(|area| room.is_free(area) && room.avoided.leave_free(area));
    let area = free.next()?;
    room.taken.push(area);
    Some(Label {
        x: area.left,
        y: area.top + LINE / 2.0 + BASELINE,
        anchor: "start",
    })
}

/// The place right of the plot where a line leaves it there, and right of the line where it leaves through
/// the bottom, if a name is not too wide for it.
fn at_end(width: f64, (x, y): (f64, f64), frame: &Frame) -> Option<Area> {
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
    (area.right <= edge + GAP).then_some(area)
}

/// Points (px) of y = product/x from where it enters the plot to where it leaves it.
fn hyperbola(
    product: f64,
    frame: &Frame,
    (x, y): (&Scale, &Scale),
) -> impl Iterator<Item = (f64, f64)> {
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

#[cfg(test)]
mod tests {
    use super::super::scatter::{DotSpec, HEIGHT, ScatterLayout, ScatterSpec};

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
            height: HEIGHT,
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
    fn the_last_line_is_named_wherever_any_of_it_is_in_the_plot() {
        for width in [300.0, 700.0, 900.0] {
            for product in (0..200).map(|step| 250.0 + 10.0 * f64::from(step)) {
                let lines = [("75% of hashprice", 0.75 * product), ("hashprice", product)];
                let chart = layout(width, &lines, None);
                let (path, label) = &chart.products[1];
                assert_eq!(label.is_some(), !path.is_empty(), "{product} at {width}");
            }
        }
    }

    #[test]
    fn a_line_is_named_along_it_where_another_is_in_the_way_at_its_end() {
        let lines = [("75% of hashprice", 450.0), ("hashprice", 600.0)];
        let chart = layout(700.0, &lines, None);
        assert!(chart.products.iter().all(|(_, label)| label.is_some()));
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
}
