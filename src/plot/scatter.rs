//! The layout of a scatter: dots with names that never collide, over lines of equal product.

use super::axis::{Ticks, placed, widest, written, x_ticks};
use super::{Frame, Scale, extent, line_path, linear_ticks, nice_domain, text_width};

/// Height of a chart, px.
const HEIGHT: f64 = 360.0;
/// Room above the plot, px.
const TOP: f64 = 12.0;
/// Room for the x axis below the plot, px.
const BOTTOM: f64 = 28.0;
/// Distance between text and what it names, px.
const GAP: f64 = 8.0;
/// Ticks of an axis at most.
const TICKS: usize = 7;
/// Half the box that a dot keeps free, px.
const DOT: f64 = 7.0;
/// Height of the box of a text, px.
const LINE: f64 = 16.0;
/// From the middle of a text's box to its baseline, px.
const BASELINE: f64 = 4.0;
/// Air around the outermost dots, as a part of what lies between them.
const AIR: f64 = 0.2;
/// The same around dots that are all at one value, as a part of that.
const AIR_AROUND_ONE: f64 = 0.2;
/// Points of a line of equal product.
const POINTS: usize = 64;

/// A dot to lay out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DotSpec<'a> {
    /// Its name, as short as it should be drawn.
    pub name: &'a str,
    /// Across, data, above 0.
    pub x: f64,
    /// Up, data, 0 or more.
    pub y: f64,
}

/// What a scatter shows.
#[derive(Clone, Copy, Debug)]
pub struct ScatterSpec<'a> {
    /// Outer width, px.
    pub width: f64,
    /// The dots; names are placed in this order, as long as there is room.
    pub dots: &'a [DotSpec<'a>],
    /// Name and product x·y of each line.
    pub products: &'a [(&'a str, f64)],
}

/// Where a text stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Label {
    /// Where it is anchored, px.
    pub x: f64,
    /// Its baseline, px.
    pub y: f64,
    /// `start`, `middle` or `end`.
    pub anchor: &'static str,
}

/// Where everything of a scatter stands.
#[derive(Clone, Debug, PartialEq)]
pub struct ScatterLayout {
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
    /// Each dot, px; `None` where it is no point.
    pub dots: Vec<Option<(f64, f64)>>,
    /// The name of each dot; `None` where there is no room for it.
    pub names: Vec<Option<Label>>,
    /// Path data of each line of equal product within the plot, and its name.
    pub products: Vec<(String, Option<Label>)>,
}

impl ScatterLayout {
    /// Lays a scatter out; `x_text` and `y_text` write ticks.
    pub fn new(
        spec: &ScatterSpec<'_>,
        x_text: impl Fn(f64) -> String,
        y_text: impl Fn(f64) -> String,
    ) -> Self {
        let (x_domain, y_domain) = (
            domain(spec.dots.iter().map(|dot| dot.x)),
            domain(spec.dots.iter().map(|dot| dot.y)),
        );
        let y_written = written(linear_ticks(y_domain.0, y_domain.1, TICKS), &y_text);
        let widths = spec.products.iter().map(|(name, _)| text_width(name));
        let frame = Frame {
            width: spec.width,
            height: HEIGHT,
            left: widest(&y_written) + GAP,
            right: widths.fold(0.0, f64::max) + GAP + 4.0,
            top: TOP,
            bottom: BOTTOM,
        };
        let x = Scale::linear(x_domain, frame.x_range());
        let y = Scale::linear(y_domain, frame.y_range());
        let dots: Vec<Option<(f64, f64)>> = spec
            .dots
            .iter()
            .map(|dot| x.position(dot.x).zip(y.position(dot.y)))
            .collect();
        let mut taken: Vec<Area> = dots
            .iter()
            .flatten()
            .map(|at| Area::around(*at, DOT))
            .collect();
        let products = products(spec, &frame, (&x, &y), &mut taken);
        let names = names(spec.dots, &dots, &frame, &mut taken);
        Self {
            x_ticks: x_ticks(&x, 1.0, &x_text),
            y_ticks: placed(y_written, &y),
            frame,
            x,
            y,
            dots,
            names,
            products,
        }
    }

    /// From the dot to its name, px, where the name is not beside it.
    pub fn leader(&self, index: usize) -> Option<((f64, f64), (f64, f64))> {
        let (x, y) = (*self.dots.get(index)?)?;
        let label = self.names.get(index)?.as_ref()?;
        let middle = label.y - BASELINE;
        let is_far = (middle - y).abs() > DOT + LINE;
        let end = middle + LINE / 2.0 * (y - middle).signum();
        is_far.then_some(((x, y), (label.x, end)))
    }

    /// The dot nearest to a place, px, if it is within `reach` px.
    pub fn nearest(&self, place: (f64, f64), reach: f64) -> Option<usize> {
        let mut found: Option<(usize, f64)> = None;
        for (index, dot) in self.dots.iter().enumerate() {
            let Some((x, y)) = dot else { continue };
            let (dx, dy) = (x - place.0, y - place.1);
            let distance = dx * dx + dy * dy;
            let is_nearer = found.is_none_or(|(_, nearest)| distance < nearest);
            if is_nearer && distance <= reach * reach {
                found = Some((index, distance));
            }
        }
        found.map(|(index, _)| index)
    }
}

/// From below the smallest to above the largest value, in round steps, never below zero.
fn domain(values: impl Iterator<Item = f64>) -> (f64, f64) {
    let (low, high) = extent(values).unwrap_or((0.0, 1.0));
    let high = if high > 0.0 { high } else { 1.0 };
    let air = if low < high {
        AIR * (high - low)
    } else {
        AIR_AROUND_ONE * high
    };
    nice_domain((low - air).max(0.0), high + air, TICKS)
}

/// The lines y = product/x within the plot. A name stands right of the plot where its line leaves
/// it there, and right of the line where it leaves through the bottom.
fn products(
    spec: &ScatterSpec<'_>,
    frame: &Frame,
    (x, y): (&Scale, &Scale),
    taken: &mut Vec<Area>,
) -> Vec<(String, Option<Label>)> {
    let line = |(name, product): &(&str, f64)| {
        let points: Vec<(f64, f64)> = hyperbola(*product, frame, (x, y)).collect();
        let label = points
            .last()
            .and_then(|end| product_name(text_width(name), *end, frame, taken));
        (line_path(points.into_iter().map(Some)), label)
    };
    spec.products.iter().map(line).collect()
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

fn product_name(
    width: f64,
    (x, y): (f64, f64),
    frame: &Frame,
    taken: &mut Vec<Area>,
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
    let fits = area.right <= edge + GAP && area.is_free(taken);
    fits.then(|| {
        taken.push(area);
        Label {
            x: area.left,
            y: middle + BASELINE,
            anchor: "start",
        }
    })
}

/// Names beside their dots: each takes the first free place around its dot.
fn names(
    specs: &[DotSpec<'_>],
    dots: &[Option<(f64, f64)>],
    frame: &Frame,
    taken: &mut Vec<Area>,
) -> Vec<Option<Label>> {
    let plot = Area {
        left: frame.plot_left(),
        right: frame.plot_right(),
        top: frame.plot_top(),
        bottom: frame.plot_bottom(),
    };
    let mut place = |spec: &DotSpec<'_>, dot: (f64, f64)| {
        let width = text_width(spec.name);
        let (label, area) = around(dot, width)
            .into_iter()
            .find(|(_, area)| area.is_within(&plot) && area.is_free(taken))?;
        taken.push(area);
        Some(label)
    };
    specs
        .iter()
        .zip(dots)
        .map(|(spec, dot)| place(spec, (*dot)?))
        .collect()
}

/// The places around a dot for a text of this width, the best first; the last ones are so far away
/// that a line has to lead to them.
fn around((x, y): (f64, f64), width: f64) -> [(Label, Area); 20] {
    const ASIDE: f64 = DOT + 2.0;
    const AWAY: f64 = DOT + LINE / 2.0;
    const FAR: f64 = AWAY + LINE;
    const FARTHER: f64 = FAR + LINE;
    [
        (1, 0.0),
        (-1, 0.0),
        (0, -AWAY),
        (0, AWAY),
        (1, -AWAY),
        (1, AWAY),
        (-1, -AWAY),
        (-1, AWAY),
        (0, -FAR),
        (0, FAR),
        (1, -FAR),
        (1, FAR),
        (-1, -FAR),
        (-1, FAR),
        (0, -FARTHER),
        (0, FARTHER),
        (1, -FARTHER),
        (1, FARTHER),
        (-1, -FARTHER),
        (-1, FARTHER),
    ]
    .map(|(side, down)| {
        let aside = if down == 0.0 { ASIDE } else { 0.0 };
        let (at, left, anchor) = match side {
            1 => (x + aside, x + aside, "start"),
            -1 => (x - aside, x - aside - width, "end"),
            _ => (x, x - width / 2.0, "middle"),
        };
        let middle = y + down;
        let label = Label {
            x: at,
            y: middle + BASELINE,
            anchor,
        };
        let area = Area {
            left,
            right: left + width,
            top: middle - LINE / 2.0,
            bottom: middle + LINE / 2.0,
        };
        (label, area)
    })
}

/// A box that something takes, px.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Area {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

impl Area {
    fn around((x, y): (f64, f64), half: f64) -> Self {
        Self {
            left: x - half,
            right: x + half,
            top: y - half,
            bottom: y + half,
        }
    }

    fn is_within(&self, outer: &Self) -> bool {
        self.left >= outer.left
            && self.right <= outer.right
            && self.top >= outer.top
            && self.bottom <= outer.bottom
    }

    fn is_free(&self, taken: &[Self]) -> bool {
        !taken.iter().any(|other| {
            self.left < other.right
                && other.left < self.right
                && self.top < other.bottom
                && other.top < self.bottom
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layout(width: f64, dots: &[DotSpec<'_>], products: &[(&str, f64)]) -> ScatterLayout {
        let spec = ScatterSpec {
            width,
            dots,
            products,
        };
        let text = |value: f64| format!("{value}");
        ScatterLayout::new(&spec, text, text)
    }

    const FLEETS: [DotSpec<'_>; 4] = [
        DotSpec {
            name: "efficient",
            x: 15.0,
            y: 32.0,
        },
        DotSpec {
            name: "average",
            x: 20.0,
            y: 45.0,
        },
        DotSpec {
            name: "average too",
            x: 20.0,
            y: 45.0,
        },
        DotSpec {
            name: "old",
            x: 28.0,
            y: 50.0,
        },
    ];

    #[test]
    fn every_dot_stands_in_the_plot_with_its_name() {
        let chart = layout(700.0, &FLEETS, &[]);
        for (dot, name) in chart.dots.iter().zip(&chart.names) {
            let (x, y) = dot.unwrap();
            assert!(x > chart.frame.plot_left() && x < chart.frame.plot_right());
            assert!(y > chart.frame.plot_top() && y < chart.frame.plot_bottom());
            assert!(name.is_some());
        }
        assert_ne!(chart.names[1], chart.names[2]);
    }

    #[test]
    fn lines_are_of_equal_product_and_end_in_the_plot() {
        let chart = layout(
            700.0,
            &FLEETS,
            &[("50%", 800.0), ("100%", 1_600.0), ("far", 1e6)],
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
    fn a_name_that_is_far_from_its_dot_has_a_line_to_it() {
        let crowd = [20.0, 20.1, 20.2, 20.3, 20.4, 20.5, 20.6, 40.0].map(|x| DotSpec {
            name: "a fleet",
            x,
            y: 45.0,
        });
        let chart = layout(300.0, &crowd, &[]);
        let far = (0..crowd.len()).filter_map(|index| chart.leader(index));
        for ((x, y), (_, end)) in far.clone() {
            assert!(chart.dots.contains(&Some((x, y))));
            assert!((end - y).abs() >= DOT);
        }
        assert!(far.count() > 0);
        let alone = layout(700.0, &FLEETS, &[]);
        assert_eq!(alone.leader(0), None);
    }

    #[test]
    fn the_pointer_finds_the_nearest_dot_within_reach() {
        let chart = layout(700.0, &FLEETS, &[]);
        let (x, y) = chart.dots[3].unwrap();
        assert_eq!(chart.nearest((x + 5.0, y - 5.0), 30.0), Some(3));
        assert_eq!(chart.nearest((x + 31.0, y), 30.0), None);
        assert_eq!(chart.nearest((f64::NAN, y), 30.0), None);
    }

    #[test]
    fn nothing_to_draw_is_no_failure() {
        let chart = layout(0.0, &[], &[("a", 1.0), ("b", f64::NAN)]);
        assert!(chart.dots.is_empty() && chart.nearest((0.0, 0.0), 1e9).is_none());
        let gap = [DotSpec {
            name: "gap",
            x: f64::NAN,
            y: 1.0,
        }];
        assert_eq!(layout(300.0, &gap, &[]).names, [None]);
        let free = [DotSpec {
            name: "free",
            x: 20.0,
            y: 0.0,
        }];
        assert!(layout(300.0, &free, &[("a", 0.0)]).dots[0].is_some());
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod laws {
    use super::*;
    use proptest::prelude::*;

    fn area(label: &Label, width: f64) -> Area {
        let left = match label.anchor {
            "start" => label.x,
            "end" => label.x - width,
            _ => label.x - width / 2.0,
        };
        let middle = label.y - BASELINE;
        Area {
            left,
            right: left + width,
            top: middle - LINE / 2.0,
            bottom: middle + LINE / 2.0,
        }
    }

    proptest! {
        #[test]
        fn no_text_lies_on_another_or_on_a_dot(
            places in prop::collection::vec((1.0..150.0_f64, 0.0..500.0_f64, "[a-zA-Z ]{1,30}"), 0..30),
            width in 200.0..1_200.0_f64,
            share in 10.0..60_000.0_f64,
        ) {
            let dots: Vec<DotSpec<'_>> = places
                .iter()
                .map(|(x, y, name)| DotSpec { name, x: *x, y: *y })
                .collect();
            let products = [("25% of the hashprice", share / 4.0), ("the hashprice", share)];
            let spec = ScatterSpec { width, dots: &dots, products: &products };
            let chart = ScatterLayout::new(&spec, |value| format!("{value}"), |value| format!("{value}"));
            let names = chart.names.iter().zip(&dots);
            let names = names.filter_map(|(label, dot)| Some(area(label.as_ref()?, text_width(dot.name))));
            let lines = chart.products.iter().zip(products);
            let lines = lines.filter_map(|((_, label), (name, _))| Some(area(label.as_ref()?, text_width(name))));
            let texts: Vec<Area> = names.chain(lines).collect();
            // Half a hundredth of a pixel for rounding.
            let shrunk = |area: &Area| Area {
                left: area.left + 0.005,
                right: area.right - 0.005,
                top: area.top + 0.005,
                bottom: area.bottom - 0.005,
            };
            for (index, text) in texts.iter().enumerate() {
                prop_assert!(shrunk(text).is_free(&texts[..index]));
                prop_assert!(text.left >= 0.0 && text.right <= width + GAP, "{text:?}");
            }
            let discs: Vec<Area> = chart.dots.iter().flatten().map(|at| Area::around(*at, DOT)).collect();
            prop_assert!(texts.iter().all(|text| shrunk(text).is_free(&discs)));
        }
    }
}
