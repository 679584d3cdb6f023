//! The layout of a line chart: where axes, curves, names and marks stand.

use super::axis::{Ticks, placed, widest, written, x_ticks};
use super::{Frame, Scale, extent, line_path, linear_ticks, nice_domain, spread, text_width};

/// Height of a chart on the screen, px.
pub const HEIGHT: f64 = 250.0;
/// Room above the plot, px.
const TOP: f64 = 12.0;
/// Room for the x axis below the plot, px.
const BOTTOM: f64 = 28.0;
/// Distance between text and what it names, px.
const GAP: f64 = 8.0;
/// Distance between the baselines of two names, px.
const LINE: f64 = 16.0;
/// Height above and below a baseline that 12-px text takes, px.
const HALF_TEXT: f64 = 6.0;
/// Ticks of the y axis at most.
const Y_TICKS: usize = 6;

/// What a line chart shows. All curves share the values of x.
#[derive(Clone, Copy)]
pub struct LineSpec<'a> {
    /// Outer width, px.
    pub width: f64,
    /// Outer height, px.
    pub height: f64,
    /// Ends of the x axis, data.
    pub x_domain: (f64, f64),
    /// Values of x, rising.
    pub x: &'a [f64],
    /// Name and values of each curve.
    pub curves: &'a [(&'a str, &'a [f64])],
    /// The places of curves among the curves, and their values as they were.
    pub ghosts: &'a [(usize, &'a [f64])],
    /// The name of what the ghosts are; none where they have no room for it.
    pub ghost_name: Option<&'a str>,
    /// The unit of x in which ticks are round: 12 for months that are ruled in years.
    pub x_unit: f64,
    /// What the y axis reaches at least, data.
    pub y_least: (f64, f64),
    /// What it does not go below, where nothing can, data.
    pub y_lowest: f64,
    /// A tick of the x axis as text.
    pub x_text: &'a dyn Fn(f64) -> String,
}

/// Where everything of a line chart stands.
#[derive(Clone, Debug, PartialEq)]
pub struct LineLayout {
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
    /// Path data of each curve.
    pub paths: Vec<String>,
    /// Path data of each ghost that is not where a curve is.
    pub ghosts: Vec<String>,
    /// Baseline of each curve's name right of the plot, px.
    pub names: Vec<f64>,
    /// The ghosts' names right of the plot; none where they have no name.
    pub ghost_names: Vec<GhostName>,
}

/// The name of a ghost, or of several that end together.
#[derive(Clone, Debug, PartialEq)]
pub struct GhostName {
    /// The curve that it is the ghost of; none where the name serves all ghosts that end here.
    pub curve: Option<usize>,
    /// The baseline of the name, px.
    pub y: f64,
}

/// What the ghost of a curve is called where others have names too.
#[must_use]
pub fn name_of_ghost(curve: &str) -> String {
    format!("{curve} before")
}

impl LineLayout {
    /// Lays a chart out; `y_text` writes a tick of the y axis.
    pub fn new(spec: &LineSpec<'_>, y_text: impl Fn(f64) -> String) -> Self {
        let (low, high) = y_domain(spec);
        let y_written = written(linear_ticks(low, high, Y_TICKS), &y_text);
        let frame = frame(spec, widest(&y_written));
        let x = Scale::linear(spec.x_domain, frame.x_range());
        let y = Scale::linear((low, high), frame.y_range());
        let across: Vec<Option<f64>> = spec.x.iter().map(|value| x.position(*value)).collect();
        let path = |values: &[f64]| {
            let points = across.iter().zip(values);
            line_path(points.map(|(across, value)| across.zip(y.position(*value))))
        };
        let paths: Vec<String> = spec.curves.iter().map(|(_, values)| path(values)).collect();
        let curves = spec.curves.iter().map(|(_, values)| *values);
        let (seen, ghosts): (Vec<(usize, &[f64])>, Vec<String>) = spec
            .ghosts
            .iter()
            .map(|(curve, values)| ((*curve, *values), path(values)))
            .filter(|(_, ghost)| !paths.contains(ghost))
            .unzip();
        let end = |values: &[f64]| {
            let end = end_of(values).and_then(|value| y.position(value));
            end.unwrap_or(frame.top)
        };
        let named = seen.iter().filter(|_| spec.ghost_name.is_some());
        let named = apart(named.map(|(curve, values)| (*curve, end(values))));
        let ends = curves.map(end).chain(named.iter().map(|(_, end)| *end));
        let bounds = (frame.plot_top(), frame.plot_bottom());
        let places = spread(&ends.collect::<Vec<_>>(), LINE, bounds);
        let mut names: Vec<f64> = places.iter().map(|at| at + HALF_TEXT - 2.0).collect();
        let ghost_names = names.split_off(paths.len());
        let ghost_names = named.iter().zip(ghost_names);
        let ghost_names = ghost_names.map(|((curve, _), y)| GhostName { curve: *curve, y });
        let ghost_names = ghost_names.collect();
        Self {
            x_ticks: x_ticks(&x, spec.x_unit, spec.x_text),
            y_ticks: placed(y_written, &y),
            ghosts,
            paths,
            names,
            ghost_names,
            frame,
            x,
            y,
        }
    }
}

/// The places at which one name serves all: those nearer to another than a line of text are left out. Each
/// with its curve, if it is the only one there.
fn apart(places: impl Iterator<Item = (usize, f64)>) -> Vec<(Option<usize>, f64)> {
    places.fold(Vec::new(), |mut kept, (curve, place)| {
        let near = |(_, other): &&mut (Option<usize>, f64)| (place - *other).abs() < LINE;
        match kept.iter_mut().find(near) {
            Some((only, _)) => *only = None,
            None => kept.push((Some(curve), place)),
        }
        kept
    })
}

/// The y axis reaches from zero or below to the highest value, in round steps.
fn y_domain(spec: &LineSpec<'_>) -> (f64, f64) {
    let values = spec.curves.iter().flat_map(|(_, values)| values.iter());
    let ghosts = spec.ghosts.iter().flat_map(|(_, values)| values.iter());
    let least = [0.0, spec.y_least.0, spec.y_least.1];
    let reached = values.chain(ghosts).copied().chain(least);
    let (low, high) = extent(reached).unwrap_or((0.0, 1.0));
    let high = if high > low { high } else { low + 1.0 };
    let (low, high) = nice_domain(low, high, Y_TICKS);
    (low.max(spec.y_lowest), high)
}

fn frame(spec: &LineSpec<'_>, left: f64) -> Frame {
    let names = spec.curves.iter().map(|(name, _)| *name);
    let ghost_name = spec.ghost_name.filter(|_| !spec.ghosts.is_empty());
    let right = names.chain(ghost_name).map(text_width).fold(0.0, f64::max);
    let own = ghost_name.filter(|_| spec.ghosts.len() > 1);
    let own = own.iter().flat_map(|_| spec.ghosts).map(|(curve, _)| {
        let (name, _) = spec.curves[*curve];
        text_width(&name_of_ghost(name))
    });
    let right = own.fold(right, f64::max);
    // The last number of the x axis reaches beyond the plot too.
    let last = text_width(&(spec.x_text)(spec.x_domain.1));
    Frame {
        width: spec.width,
        height: spec.height,
        left: left + GAP,
        right: (right + GAP + 4.0).max(last / 2.0),
        top: TOP,
        bottom: BOTTOM,
    }
}

/// The last value of a curve that can be drawn.
fn end_of(values: &[f64]) -> Option<f64> {
    values.iter().rev().copied().find(|value| value.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plot::axis::Tick;

    /// Curves over all of x, and nothing else.
    pub(super) fn spec<'a>(x: &'a [f64], curves: &'a [(&'a str, &'a [f64])]) -> LineSpec<'a> {
        LineSpec {
            width: 500.0,
            height: HEIGHT,
            x_domain: extent(x.iter().copied()).unwrap_or((0.0, 1.0)),
            x,
            curves,
            ghosts: &[],
            ghost_name: None,
            x_unit: 1.0,
            y_least: (0.0, 0.0),
            y_lowest: f64::NEG_INFINITY,
            x_text: &|value| value.to_string(),
        }
    }

    fn lay_out(spec: &LineSpec<'_>) -> LineLayout {
        LineLayout::new(spec, |value| value.to_string())
    }

    fn layout(width: f64, x: &[f64], curves: &[(&str, &[f64])]) -> LineLayout {
        lay_out(&LineSpec {
            width,
            ..spec(x, curves)
        })
    }

    #[test]
    fn ghosts_that_end_together_have_one_name() {
        let (x, flat, rising) = ([0.0, 1.0], [1.0, 1.0], [1.0, 9.0]);
        let curves: [(&str, &[f64]); 3] =
            [("a", &[0.0, 5.0]), ("b", &[0.0, 5.5]), ("c", &[0.0, 6.0])];
        let chart = lay_out(&LineSpec {
            ghosts: &[(0, &flat), (1, &[1.1, 1.1]), (2, &rising)],
            ghost_name: Some("before"),
            ..spec(&x, &curves)
        });
        let names: Vec<_> = chart.ghost_names.iter().map(|name| name.curve).collect();
        assert_eq!((chart.ghosts.len(), names), (3, vec![None, Some(2)]));
    }

    #[test]
    fn every_curve_stays_within_its_frame() {
        let (x, rising, falling) = ([0.0, 5.0, 10.0], [-3.0, 4.0, 11.0], [7.0, 2.0, -1.0]);
        let chart = layout(600.0, &x, &[("up", &rising), ("down", &falling)]);
        for (x, y) in x.iter().zip(rising).chain(x.iter().zip(falling)) {
            let (px, py) = (chart.x.position(*x).unwrap(), chart.y.position(y).unwrap());
            assert!(px >= chart.frame.plot_left() && px <= chart.frame.plot_right());
            assert!(py >= chart.frame.plot_top() && py <= chart.frame.plot_bottom());
        }
    }

    #[test]
    fn names_of_curves_that_end_together_do_not_touch() {
        let end = [1.0, 2.0];
        let chart = layout(400.0, &[0.0, 1.0], &[("a", &end), ("b", &end), ("c", &end)]);
        let mut names = chart.names;
        names.sort_by(f64::total_cmp);
        assert!(
            names
                .windows(2)
                .all(|pair| pair[1] - pair[0] >= LINE - 1e-9),
            "{names:?}"
        );
    }

    #[test]
    fn a_ghost_is_drawn_and_named_where_no_curve_is() {
        let (x, curve, other) = ([0.0, 1.0], [1.0, 2.0], [1.0, 1.9]);
        let curves: [(&str, &[f64]); 1] = [("a", &curve)];
        let ghosts: [(usize, &[f64]); 2] = [(0, &curve), (0, &other)];
        let with_ghosts = |ghost_name| {
            lay_out(&LineSpec {
                ghosts: &ghosts,
                ghost_name,
                ..spec(&x, &curves)
            })
        };
        let named = with_ghosts(Some("as it was"));
        assert_eq!((named.ghosts.len(), named.ghost_names.len()), (1, 1));
        assert!((named.names[0] - named.ghost_names[0].y).abs() >= LINE - 1e-9);
        let nameless = with_ghosts(None);
        assert_eq!((nameless.ghosts.len(), nameless.ghost_names.len()), (1, 0));
        assert!(nameless.frame.plot_width() > named.frame.plot_width());
    }

    #[test]
    fn the_y_axis_always_shows_zero() {
        for values in [
            [5.0, 9.0],
            [-9.0, -5.0],
            [0.0, 0.0],
            [1e-9, 2e-9],
            [1e15, 2e15],
        ] {
            let chart = layout(500.0, &[0.0, 1.0], &[("a", &values)]);
            assert!(
                chart.y_ticks.iter().any(|tick| tick.value == 0.0),
                "{values:?}"
            );
        }
    }

    #[test]
    fn noise_about_zero_stays_flat_on_an_axis_that_reaches_far_enough() {
        let noise = [1e-9, -1e-9];
        let chart = lay_out(&LineSpec {
            y_least: (-0.02, 0.02),
            ..spec(&[0.0, 1.0], &[("a", &noise)])
        });
        assert_eq!(chart.y.domain(), (-0.02, 0.02));
    }

    #[test]
    fn no_axis_goes_below_what_can_be() {
        let growth = [-0.9, 12.0];
        let chart = lay_out(&LineSpec {
            y_lowest: -1.0,
            ..spec(&[0.0, 1.0], &[("a", &growth)])
        });
        assert_eq!(chart.y.domain().0, -1.0);
        assert!(chart.y_ticks.iter().all(|tick| tick.value >= -1.0));
        assert!(chart.y_ticks.iter().any(|tick| tick.value == 0.0));
    }

    #[test]
    fn texts_of_the_x_axis_do_not_touch_however_narrow() {
        for width in [120.0, 200.0, 320.0, 640.0, 1_200.0] {
            let x = [0.0, 1_000_000.0];
            let chart = layout(width, &x, &[("name", &x)]);
            let shown: Vec<_> = chart
                .x_ticks
                .iter()
                .filter(|tick| tick.text.is_some())
                .collect();
            for pair in shown.windows(2) {
                let text = |tick: &Tick| text_width(tick.text.as_deref().unwrap());
                let room = pair[1].at - pair[0].at - (text(pair[0]) + text(pair[1])) / 2.0;
                assert!(room >= 0.0, "width {width}: {room}");
            }
        }
    }

    #[test]
    fn the_x_axis_shows_two_numbers_at_least_on_a_phone() {
        for x in [
            [50.0, 300.0],
            [0.0, 150.0],
            [33.3, 200.0],
            [0.0, 1.0],
            [100.0, 600.0],
        ] {
            let chart = layout(324.0, &x, &[("Gross profit", &[-25_000.0, 75_000.0])]);
            let shown = chart
                .x_ticks
                .iter()
                .filter(|tick| tick.text.is_some())
                .count();
            assert!(shown >= 2, "{x:?}: {:?}", chart.x_ticks);
        }
    }

    #[test]
    fn nothing_to_draw_and_gaps_are_no_failure() {
        let nothing = layout(300.0, &[], &[("a", &[])]);
        assert_eq!(nothing.paths, [""]);
        let gap = layout(
            300.0,
            &[0.0, 1.0, 2.0],
            &[("a", &[1.0, f64::NAN, f64::INFINITY])],
        );
        assert_eq!(gap.paths[0].matches('M').count(), 1);
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod laws {
    use super::tests::spec;
    use super::*;
    use proptest::prelude::*;

    /// A text's box, px: left, right, top, bottom.
    type Area = (f64, f64, f64, f64);

    fn area(from: f64, baseline: f64, text: &str) -> Area {
        (
            from,
            from + text_width(text),
            baseline - 9.0,
            baseline + 2.0,
        )
    }

    fn do_overlap(a: Area, b: Area) -> bool {
        a.0 < b.1 && b.0 < a.1 && a.2 < b.3 && b.2 < a.3
    }

    /// Every text of a chart.
    fn texts(spec: &LineSpec<'_>, chart: &LineLayout) -> Vec<Area> {
        let frame = &chart.frame;
        let beside = frame.plot_right() + GAP;
        let names = spec.curves.iter().zip(&chart.names);
        let names = names.map(|((name, _), y)| area(beside, *y, name));
        let is_one = chart.ghost_names.len() == 1;
        let ghosts = chart.ghost_names.iter().map(|GhostName { curve, y }| {
            let text = match curve.filter(|_| !is_one) {
                Some(curve) => name_of_ghost(spec.curves[curve].0),
                None => spec.ghost_name.unwrap_or_default().to_owned(),
            };
            area(beside, *y, &text)
        });
        let x = chart.x_ticks.iter().filter_map(|tick| {
            let text = tick.text.as_deref()?;
            let from = tick.at - text_width(text) / 2.0;
            Some(area(from, frame.plot_bottom() + 20.0, text))
        });
        let y = chart.y_ticks.iter().filter_map(|tick| {
            let text = tick.text.as_deref()?;
            let from = frame.plot_left() - GAP - text_width(text);
            Some(area(from, tick.at + 4.0, text))
        });
        names.chain(ghosts).chain(x).chain(y).collect()
    }

    proptest! {
        #[test]
        fn no_text_lies_on_another_or_leaves_the_chart(
            curves in prop::collection::vec(("[a-zA-Z ]{1,14}", [-1e5..1e5_f64, -1e5..1e5, -1e5..1e5]), 1..5),
            ghosts in prop::collection::vec([-1e5..1e5_f64, -1e5..1e5, -1e5..1e5], 0..4),
            width in 280.0..900.0_f64,
            x_end in 1.0..1e5_f64,
            is_named in any::<bool>(),
        ) {
            let x = [0.0, x_end / 2.0, x_end];
            let curves: Vec<(&str, &[f64])> =
                curves.iter().map(|(name, values)| (name.as_str(), &values[..])).collect();
            let ghosts: Vec<(usize, &[f64])> =
                (0..curves.len()).zip(ghosts.iter().map(|values| &values[..])).collect();
            let spec = LineSpec {
                width,
                ghosts: &ghosts,
                ghost_name: is_named.then_some("December 2025"),
                x_text: &|value| format!("${value}"),
                ..spec(&x, &curves)
            };
            let chart = LineLayout::new(&spec, |value| format!("${value}"));
            let texts = texts(&spec, &chart);
            for (index, text) in texts.iter().enumerate() {
                prop_assert!(text.0 >= 0.0 && text.1 <= width, "{text:?} of {width}");
                prop_assert!(text.2 >= 0.0 && text.3 <= chart.frame.height, "{text:?}");
                let other = texts[..index].iter().find(|other| do_overlap(*text, **other));
                prop_assert!(other.is_none(), "{text:?} lies on {other:?}");
            }
        }
    }
}
