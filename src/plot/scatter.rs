//! The layout of a scatter: dots with names that never collide, over lines of equal product; where dots and
//! one of the lines were before.

use super::area::{Area, Taken};
use super::axis::{Ticks, placed, widest, written, x_ticks};
pub use super::dot_names::{DotName, Label};
use super::dot_names::{LINE, Named, Room, covered, named};
use super::equal_product::products;
use super::{Frame, Scale, extent, linear_ticks, nice_domain, text_width, wrapped};

/// Height of a scatter on the screen, without its key, px.
pub const HEIGHT: f64 = 360.0;
/// Room above the plot, px.
const TOP: f64 = 12.0;
/// Room for the x axis below the plot, px.
const BOTTOM: f64 = 28.0;
/// Distance between text and what it names, px.
const GAP: f64 = 8.0;
/// Ticks of an axis at most.
const TICKS: usize = 7;
/// Air around the outermost dots, as a part of what lies between them; with lines to see, more.
const AIR: f64 = 0.1;
const AIR_FOR_LINES: f64 = 0.2;
/// The same around dots that are all at one value, as a part of that.
const AIR_AROUND_ONE: f64 = 0.2;
/// Radius of the largest dot, px.
const HOLLOW: f64 = 8.0;

/// A dot to lay out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DotSpec<'a> {
    /// Its name, as short as it should be drawn.
    pub name: &'a str,
    /// Across, data, above 0.
    pub x: f64,
    /// Up, data, 0 or more.
    pub y: f64,
    /// Across and up, data, where it stood before.
    pub before: Option<(f64, f64)>,
}

/// What a scatter shows.
#[derive(Clone, Copy, Debug)]
pub struct ScatterSpec<'a> {
    /// Outer width, px.
    pub width: f64,
    /// Outer height without the key, px.
    pub height: f64,
    /// The dots; names are placed in this order, as long as there is room.
    pub dots: &'a [DotSpec<'a>],
    /// Name and product x·y of each line.
    pub products: &'a [(&'a str, f64)],
    /// The same of a line as it was before.
    pub before: Option<(&'a str, f64)>,
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
    /// What stands at each dot: its name, or a number of the key; `None` where an earlier one of the
    /// same name stands.
    pub names: Vec<Option<DotName>>,
    /// What the numbers mean, line by line below the axis: the baseline, px, and the text.
    pub key: Vec<(f64, String)>,
    /// Path data of each line of equal product within the plot, and its name.
    pub products: Vec<(String, Option<Label>)>,
    /// Where each dot stood before, px.
    pub befores: Vec<Option<(f64, f64)>>,
    /// The line that was before, if any of it is within the plot, and its name where that has room.
    pub before: Option<(String, Option<Label>)>,
}

impl ScatterLayout {
    /// Lays a scatter out; `x_text` and `y_text` write ticks.
    pub fn new(
        spec: &ScatterSpec<'_>,
        x_text: impl Fn(f64) -> String,
        y_text: impl Fn(f64) -> String,
    ) -> Self {
        let air = if spec.products.is_empty() {
            AIR
        } else {
            AIR_FOR_LINES
        };
        let befores = spec.dots.iter().filter_map(|dot| dot.before);
        let all = spec.dots.iter().map(|dot| (dot.x, dot.y)).chain(befores);
        let (x_domain, y_domain) = (
            domain(all.clone().map(|(x, _)| x), air),
            domain(all.map(|(_, y)| y), air),
        );
        let y_written = written(linear_ticks(y_domain.0, y_domain.1, TICKS), &y_text);
        let widths = spec.products.iter().map(|(name, _)| text_width(name));
        let mut frame = Frame {
            width: spec.width,
            height: spec.height,
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
        let before = |dot: &DotSpec<'_>| {
            let (across, up) = dot.before?;
            x.position(across).zip(y.position(up))
        };
        let befores: Vec<Option<(f64, f64)>> = spec.dots.iter().map(before).collect();
        let mut room = Room {
            outer: Area {
                left: frame.plot_left(),
                right: frame.width,
                top: frame.plot_top(),
                bottom: frame.plot_bottom(),
            },
            dots: dots.iter().chain(&befores).flatten().copied().collect(),
            taken: Taken::default(),
            avoided: Taken::default(),
        };
        let (products, before) = products(spec, &frame, (&x, &y), &mut room);
        let trails = befores.iter().zip(&dots);
        let trails = trails.filter_map(|(from, to)| Some(covered(((*from)?, (*to)?))));
        room.avoided.extend(trails.flatten());
        let names = spec.dots.iter().map(|dot| dot.name);
        let Named { names, key } =
            named(&names.zip(dots.iter().copied()).collect::<Vec<_>>(), &room);
        let key = wrapped(&key.join("; "), frame.width);
        let first = frame.height + LINE;
        let key: Vec<(f64, String)> = key
            .into_iter()
            .enumerate()
            .map(|(row, line)| (first + LINE * row as f64, line))
            .collect();
        if let Some((last, _)) = key.last() {
            let more = last + GAP - frame.height;
            frame.height += more;
            frame.bottom += more;
        }
        Self {
            x_ticks: x_ticks(&x, 1.0, &x_text),
            y_ticks: placed(y_written, &y),
            frame,
            x,
            y,
            dots,
            names,
            key,
            products,
            befores,
            before,
        }
    }

    /// From the edge of where a dot stood before to the edge of where it stands, px, unless those touch.
    pub fn trail(&self, index: usize) -> Option<((f64, f64), (f64, f64))> {
        let (from, to) = ((*self.befores.get(index)?)?, (*self.dots.get(index)?)?);
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let length = libm::sqrt(dx * dx + dy * dy);
        let (x, y) = (HOLLOW * dx / length, HOLLOW * dy / length);
        let ends = ((from.0 + x, from.1 + y), (to.0 - x, to.1 - y));
        (length > 2.0 * HOLLOW).then_some(ends)
    }

    /// The dot that stands or stood nearest to a place, px, if it is within `reach` px.
    pub fn nearest(&self, place: (f64, f64), reach: f64) -> Option<usize> {
        let mut found: Option<(usize, f64)> = None;
        let dots = self.dots.iter().enumerate();
        for (index, dot) in dots.chain(self.befores.iter().enumerate()) {
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
fn domain(values: impl Iterator<Item = f64>, air: f64) -> (f64, f64) {
    let (low, high) = extent(values).unwrap_or((0.0, 1.0));
    let high = if high > 0.0 { high } else { 1.0 };
    let air = if low < high {
        air * (high - low)
    } else {
        AIR_AROUND_ONE * high
    };
    nice_domain((low - air).max(0.0), high + air, TICKS)
}

#[cfg(test)]
mod tests {
    use super::super::dot_names::DOT;
    use super::*;

    fn layout(width: f64, dots: &[DotSpec<'_>], products: &[(&str, f64)]) -> ScatterLayout {
        let spec = ScatterSpec {
            width,
            height: HEIGHT,
            dots,
            products,
            before: None,
        };
        let text = |value: f64| format!("{value}");
        ScatterLayout::new(&spec, text, text)
    }

    const FLEETS: [DotSpec<'_>; 4] = [
        DotSpec {
            name: "efficient",
            x: 15.0,
            y: 32.0,
            before: None,
        },
        DotSpec {
            name: "average",
            x: 20.0,
            y: 45.0,
            before: None,
        },
        DotSpec {
            name: "average too",
            x: 20.0,
            y: 45.0,
            before: None,
        },
        DotSpec {
            name: "old",
            x: 28.0,
            y: 50.0,
            before: None,
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

    fn read(name: &Option<DotName>) -> String {
        let lines = name.iter().flat_map(|name| &name.lines);
        lines
            .map(|(_, line)| line.as_str())
            .collect::<Vec<_>>()
            .join(" ")
    }

    fn crowd(count: u32) -> Vec<DotSpec<'static>> {
        let dot = |index| DotSpec {
            name: ["a fleet", "another fleet", "one more"][index as usize % 3],
            x: 20.0 + 0.4 * f64::from(index),
            y: 45.0,
            before: None,
        };
        let edges = [10.0, 40.0].map(|x| DotSpec {
            name: "far",
            x,
            y: 45.0,
            before: None,
        });
        (0..count).map(dot).chain(edges).collect()
    }

    #[test]
    fn a_name_that_is_not_beside_its_dot_has_a_line_to_it() {
        let chart = layout(400.0, &crowd(5), &[]);
        let far = chart.names.iter().flatten().filter_map(|name| name.leader);
        for ((x, y), end) in far.clone() {
            let starts = |dot: &(f64, f64)| (libm::hypot(dot.0 - x, dot.1 - y) - DOT).abs() < 1e-9;
            assert!(chart.dots.iter().flatten().any(starts));
            assert!(libm::hypot(end.0 - x, end.1 - y) > 1.0);
        }
        assert!(far.count() > 0);
        let alone = layout(700.0, &FLEETS[..2], &[]);
        assert!(
            alone
                .names
                .iter()
                .flatten()
                .all(|name| name.leader.is_none())
        );
    }

    #[test]
    fn a_name_without_room_is_a_number_of_the_key_below_the_axis() {
        let dots = crowd(12);
        let chart = layout(260.0, &dots, &[]);
        let key: Vec<&str> = chart.key.iter().map(|(_, line)| line.as_str()).collect();
        let key = key.join(" ").replace('\u{a0}', " ");
        let numbers = chart
            .names
            .iter()
            .zip(&dots)
            .filter(|(name, dot)| read(name) != dot.name);
        for (name, dot) in numbers.clone() {
            let entry = format!("{}: {}", read(name), dot.name);
            assert!(key.contains(&entry), "“{entry}” is not in “{key}”");
        }
        assert!(numbers.count() > 0);
        for (y, _) in &chart.key {
            assert!(*y > chart.frame.plot_bottom() + 20.0 && *y < chart.frame.height);
        }
        assert_eq!(layout(260.0, &FLEETS[..1], &[]).key, []);
    }

    #[test]
    fn dots_of_one_name_at_one_place_have_it_once() {
        let twice = [FLEETS[1], FLEETS[1], FLEETS[3]];
        let names = layout(700.0, &twice, &[]).names;
        assert!(names[0].is_some() && names[1].is_none() && names[2].is_some());
    }

    #[test]
    fn a_long_name_breaks_where_it_has_no_room_in_one_line() {
        let long = DotSpec {
            name: "Efficient fleet with cheap power",
            ..FLEETS[0]
        };
        let names = layout(260.0, &[long, FLEETS[3]], &[]).names;
        assert_eq!(names[0].as_ref().map(|name| name.lines.len()), Some(2));
        assert_eq!(read(&names[0]), long.name);
    }

    #[test]
    fn the_pointer_finds_the_nearest_dot_within_reach() {
        let chart = layout(700.0, &FLEETS, &[]);
        let (x, y) = chart.dots[3].unwrap();
        assert_eq!(chart.nearest((x + 5.0, y - 5.0), 30.0), Some(3));
        assert_eq!(chart.nearest((x + 31.0, y), 30.0), None);
        assert_eq!(chart.nearest((f64::NAN, y), 30.0), None);
    }

    const MOVED: [DotSpec<'_>; 2] = [
        DotSpec {
            before: Some((24.0, 60.0)),
            ..FLEETS[1]
        },
        FLEETS[3],
    ];

    #[test]
    fn where_a_dot_stood_is_in_the_plot_and_a_trail_leads_from_there() {
        let chart = layout(700.0, &MOVED, &[]);
        let (x, y) = chart.befores[0].unwrap();
        assert!(x > chart.frame.plot_left() && x < chart.frame.plot_right());
        assert!(y > chart.frame.plot_top() && y < chart.frame.plot_bottom());
        let (from, to) = chart.trail(0).unwrap();
        let is_at_edge = |dot: (f64, f64), end: (f64, f64)| {
            (libm::hypot(dot.0 - end.0, dot.1 - end.1) - HOLLOW).abs() < 1e-9
        };
        assert!(is_at_edge((x, y), from) && is_at_edge(chart.dots[0].unwrap(), to));
        assert_eq!((chart.trail(1), chart.trail(9)), (None, None));
        assert_eq!(chart.nearest((x, y), 5.0), Some(0));
        let near = DotSpec {
            before: Some((20.0, 45.01)),
            ..FLEETS[1]
        };
        assert_eq!(layout(700.0, &[near, FLEETS[3]], &[]).trail(0), None);
    }

    #[test]
    fn nothing_to_draw_is_no_failure() {
        let chart = layout(0.0, &[], &[("a", 1.0), ("b", f64::NAN)]);
        assert!(chart.dots.is_empty() && chart.nearest((0.0, 0.0), 1e9).is_none());
        let gap = [DotSpec {
            name: "gap",
            x: f64::NAN,
            y: 1.0,
            before: None,
        }];
        assert_eq!(layout(300.0, &gap, &[]).names, [None]);
        let free = [DotSpec {
            name: "free",
            x: 20.0,
            y: 0.0,
            before: None,
        }];
        assert!(layout(300.0, &free, &[("a", 0.0)]).dots[0].is_some());
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod laws {
    use super::super::dot_names::{BASELINE, DOT};
    use super::*;
    use proptest::prelude::*;

    /// Half a hundredth of a pixel for rounding.
    const ROUNDING: f64 = 0.005;

    fn area(label: &Label, text: &str) -> Area {
        let width = text_width(text);
        let left = match label.anchor {
            "start" => label.x,
            "end" => label.x - width,
            _ => label.x - width / 2.0,
        };
        let middle = label.y - BASELINE;
        Area {
            left: left + ROUNDING,
            right: left + width - ROUNDING,
            top: middle - LINE / 2.0 + ROUNDING,
            bottom: middle + LINE / 2.0 - ROUNDING,
        }
    }

    /// Points along a line, short of its ends.
    fn along(((x, y), end): ((f64, f64), (f64, f64))) -> Vec<(f64, f64)> {
        let shares = (1..100).map(|step| f64::from(step) / 100.0);
        shares
            .map(|share| (x + share * (end.0 - x), y + share * (end.1 - y)))
            .collect()
    }

    /// The points of a path of straight parts.
    fn points(path: &str) -> Vec<(f64, f64)> {
        let pairs = path
            .split(['M', 'L'])
            .filter_map(|point| point.split_once(','));
        pairs
            .map(|(x, y)| (x.parse().unwrap(), y.parse().unwrap()))
            .collect()
    }

    proptest! {
        #[test]
        fn no_text_lies_on_another_or_on_a_dot_or_on_a_leader(
            places in prop::collection::vec((1.0..150.0_f64, 0.0..500.0_f64, "[a-zA-Z ]{1,30}"), 0..30),
            width in 200.0..1_200.0_f64,
            moves in prop::collection::vec(prop::option::of((-20.0..20.0_f64, -50.0..50.0_f64)), 30),
            share in 10.0..60_000.0_f64,
            share_before in 10.0..60_000.0_f64,
        ) {
            let dots: Vec<DotSpec<'_>> = places
                .iter()
                .zip(&moves)
                .map(|((x, y, name), moved)| {
                    let before = moved.map(|(dx, dy)| ((x + dx).max(1.0), (y + dy).max(0.0)));
                    DotSpec { name, x: *x, y: *y, before }
                })
                .collect();
            let products = [("25% of the hashprice", share / 4.0), ("the hashprice", share)];
            let names_of_lines = ["25% of the hashprice", "the hashprice", "December 2025"];
            let before = Some(("December 2025", share_before));
            let spec = ScatterSpec { width, height: HEIGHT, dots: &dots, products: &products, before };
            let chart = ScatterLayout::new(&spec, |value| format!("{value}"), |value| format!("{value}"));
            let names = chart.names.iter().flatten().flat_map(|name| &name.lines);
            let names = names.map(|(label, line)| area(label, line));
            let lines = chart.products.iter().zip(products);
            let lines = lines.filter_map(|((_, label), (name, _))| Some(area(label.as_ref()?, name)));
            let start = |y| Label { x: 0.0, y, anchor: "start" };
            let key = chart.key.iter().map(|(y, line)| area(&start(*y), line));
            let before = chart.before.iter().filter_map(|(_, label)| label.as_ref());
            let before = before.map(|label| area(label, "December 2025"));
            let texts: Vec<Area> = names.chain(lines).chain(key).chain(before).collect();
            for (index, text) in texts.iter().enumerate() {
                prop_assert!(text.is_free(&texts[..index]));
                prop_assert!(text.left >= 0.0 && text.right <= width + GAP, "{text:?}");
            }
            let drawn = chart.products.iter().chain(&chart.before);
            let line_names = drawn.clone().zip(names_of_lines).filter_map(|((_, label), name)| Some(area(label.as_ref()?, name)));
            let line_names: Vec<Area> = line_names.collect();
            for place in drawn.flat_map(|(path, _)| points(path)) {
                let point = Area::around(place, 0.0);
                prop_assert!(point.is_free(&line_names), "a line is named across one at {place:?}");
            }
            let discs = chart.dots.iter().chain(&chart.befores).flatten();
            let discs: Vec<Area> = discs.map(|at| Area::around(*at, DOT)).collect();
            prop_assert!(texts.iter().all(|text| text.is_free(&discs)));
            let leaders = chart.names.iter().flatten().filter_map(|name| name.leader);
            for place in leaders.flat_map(along) {
                let point = Area::around(place, 0.0);
                let is_on = |dot: &(f64, f64)| libm::hypot(dot.0 - place.0, dot.1 - place.1) < 5.5;
                prop_assert!(!chart.dots.iter().flatten().any(is_on), "a leader crosses a dot at {place:?}");
                prop_assert!(point.is_free(&texts), "a leader is drawn over a text at {place:?}");
            }
        }

        #[test]
        fn a_text_without_a_leader_is_nearest_to_its_own_dot_and_a_number_right_of_it(
            places in prop::collection::vec((1.0..50.0_f64, 30.0..60.0_f64), 1..25),
            width in 280.0..1_000.0_f64,
        ) {
            let dot = |(x, y): &(f64, f64)| DotSpec { name: "Miner Holdings Ltd", x: *x, y: *y, before: None };
            let dots: Vec<DotSpec<'_>> = places.iter().map(dot).collect();
            let spec = ScatterSpec { width, height: HEIGHT, dots: &dots, products: &[], before: None };
            let chart = ScatterLayout::new(&spec, |value| format!("{value}"), |value| format!("{value}"));
            for (name, own) in chart.names.iter().zip(&chart.dots) {
                let (Some(name), Some(own)) = (name, own) else { continue };
                if name.leader.is_some() {
                    continue;
                }
                let away = |dot: (f64, f64)| {
                    let lines = name.lines.iter().map(|(label, line)| area(label, line).distance(dot));
                    lines.fold(f64::INFINITY, f64::min)
                };
                for other in chart.dots.iter().flatten().filter(|other| *other != own) {
                    prop_assert!(away(*own) < away(*other), "{:?}", name.lines);
                }
                for (label, line) in &name.lines {
                    let is_number = line.parse::<usize>().is_ok();
                    prop_assert!(!is_number || (label.x > own.0 && label.anchor == "start"));
                }
            }
        }

        #[test]
        fn every_dot_is_named_beside_it_or_in_the_key(
            places in prop::collection::vec((1.0..150.0_f64, 0.0..500.0_f64, "[a-z]{1,12}"), 1..30),
            width in 280.0..900.0_f64,
        ) {
            let dots: Vec<DotSpec<'_>> = places
                .iter()
                .map(|(x, y, name)| DotSpec { name, x: *x, y: *y, before: None })
                .collect();
            let spec = ScatterSpec { width, height: HEIGHT, dots: &dots, products: &[], before: None };
            let chart = ScatterLayout::new(&spec, |value| format!("{value}"), |value| format!("{value}"));
            let lines = chart.names.iter().flatten().flat_map(|name| &name.lines);
            let lines = lines.map(|(_, line)| line);
            let written: Vec<&String> = lines.chain(chart.key.iter().map(|(_, line)| line)).collect();
            for dot in dots {
                prop_assert!(written.iter().any(|line| line.contains(dot.name)), "{} is missing", dot.name);
            }
        }
    }
}
