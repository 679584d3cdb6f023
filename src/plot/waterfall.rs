//! The layout of a waterfall: amounts that lead from one level to the next, a row each.

use super::axis::{Ticks, x_ticks};
use super::{Frame, Scale, extent, nice_domain, text_width};

/// Height of a row whose name stands beside its bar, px.
const ROW: f64 = 37.0;
/// Height of a row whose name stands over its bar, px.
const TALL_ROW: f64 = 40.0;
/// Height of a bar, px.
const BAR: f64 = 20.0;
/// The same in a tall row, px.
const LOW_BAR: f64 = 12.0;
/// Distance between text and bar, px.
const GAP: f64 = 8.0;
/// What letters are rimmed with, so that lines behind them do not touch them, px.
const RIM: f64 = 3.0;
/// Room for the axis below the rows, px.
const BOTTOM: f64 = 28.0;
/// A plot that is narrower than this beside names has the names over the bars, px.
const NARROWEST: f64 = 130.0;
/// From the baseline of 12-px text to above its letters, px.
const LETTERS: f64 = 11.0;
/// From the middle of 12-px text to its baseline, px.
const BASELINE: f64 = 4.0;

/// One row to lay out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StepSpec<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its amount as text.
    pub text: &'a str,
    /// The level before it, data.
    pub from: f64,
    /// The level after it, data; the next row is joined to it.
    pub to: f64,
    /// Where it ended in the baseline, data, if that is marked.
    pub before: Option<f64>,
}

/// Where one row stands, px.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StepPlace {
    /// Left end of the bar.
    pub x: f64,
    /// Upper end of the bar.
    pub y: f64,
    /// Length of the bar, 0 or more.
    pub width: f64,
    /// Thickness of the bar.
    pub height: f64,
    /// Where the level after the row is.
    pub end: f64,
    /// Where it was in the baseline.
    pub before_x: Option<f64>,
    /// Where the name begins or, beside the bar, ends.
    pub name_x: f64,
    /// Baseline of both texts.
    pub text_y: f64,
    /// Middle of the row, for what points at it.
    pub middle: f64,
}

/// Where everything of a waterfall stands.
#[derive(Clone, Debug, PartialEq)]
pub struct WaterfallLayout {
    /// The bars' area within the chart.
    pub frame: Frame,
    /// Where the amounts end, in a column as in a statement: digits stand under digits, px.
    pub amounts_end: f64,
    /// From data to px.
    pub x: Scale,
    /// Ticks below the bars.
    pub ticks: Ticks,
    /// The rows, in the order given.
    pub steps: Vec<StepPlace>,
    /// The lines from bar to bar; where a text over the next bar is in the way, as far as that.
    pub joints: Vec<Joint>,
    /// Whether names stand over the bars.
    pub is_narrow: bool,
}

/// An upright line from a bar to the next, px.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Joint {
    /// Where it stands.
    pub x: f64,
    /// Its upper and its lower end.
    pub ends: (f64, f64),
}

impl WaterfallLayout {
    /// Lays rows out on an outer width in px. The axis reaches over every level; `includes_zero` says
    /// whether also to zero, which it must where bars begin there. `text` writes a tick.
    pub fn new(
        width: f64,
        steps: &[StepSpec<'_>],
        includes_zero: bool,
        text: &dyn Fn(f64) -> String,
    ) -> Self {
        let widest =
            |texts: &mut dyn Iterator<Item = &str>| texts.map(text_width).fold(0.0, f64::max);
        let names = widest(&mut steps.iter().map(|step| step.name)) + GAP + RIM;
        let texts = widest(&mut steps.iter().map(|step| step.text)) + GAP + RIM;
        let is_narrow = width - names - texts < NARROWEST;
        let domain = domain(steps, includes_zero);
        let (left, right) = if is_narrow {
            let beyond = half_a_tick(domain, width, text) + RIM;
            (beyond, beyond)
        } else {
            (names, texts)
        };
        let row = if is_narrow { TALL_ROW } else { ROW };
        let frame = Frame {
            width,
            height: row * steps.len() as f64 + BOTTOM,
            left,
            right,
            top: 0.0,
            bottom: BOTTOM,
        };
        let x = Scale::linear(domain, frame.x_range());
        let place = |(index, step): (usize, &StepSpec<'_>)| {
            place(row * index as f64, step, &frame, &x, is_narrow)
        };
        let places: Vec<StepPlace> = steps.iter().enumerate().map(place).collect();
        let amounts_end = width - RIM;
        let is_over_text = |next: usize, x: f64| {
            let (name, text) = (text_width(steps[next].name), text_width(steps[next].text));
            is_narrow && (x <= RIM + name + RIM || x >= amounts_end - text - RIM)
        };
        let joints = places.windows(2).enumerate().map(|(index, pair)| Joint {
            x: pair[0].end,
            ends: (
                pair[0].y + pair[0].height,
                if is_over_text(index + 1, pair[0].end) {
                    pair[1].text_y - LETTERS
                } else {
                    pair[1].y
                },
            ),
        });
        Self {
            ticks: x_ticks(&x, 1.0, text),
            joints: joints.collect(),
            steps: places,
            amounts_end,
            frame,
            x,
            is_narrow,
        }
    }

    /// The row at a height, px.
    pub fn row_at(&self, y: f64) -> Option<usize> {
        let distance = |step: &StepPlace| (step.middle - y).abs();
        let rows = self.steps.iter().enumerate();
        let nearest = rows.min_by(|(_, a), (_, b)| distance(a).total_cmp(&distance(b)));
        nearest.map(|(index, _)| index).filter(|_| !y.is_nan())
    }
}

/// Most ticks between which the axis ends where it reaches zero.
const TICKS: usize = 6;

/// Every level: to the next ticks where the axis reaches zero, so that bars move and not the axis; else with a
/// twentieth of air.
fn domain(steps: &[StepSpec<'_>], includes_zero: bool) -> (f64, f64) {
    let levels = steps.iter().flat_map(|step| [step.from, step.to]);
    let before = steps.iter().filter_map(|step| step.before);
    let reached = extent(levels.chain(before).chain(includes_zero.then_some(0.0)));
    let (low, high) = reached.filter(|(low, high)| low < high).unwrap_or_else(|| {
        let only = reached.map_or(0.0, |(low, _)| low);
        (only - only.abs() / 2.0, only + only.abs() / 2.0 + 1.0)
    });
    if includes_zero {
        return nice_domain(low, high, TICKS);
    }
    let air = (high - low) / 20.0;
    (low - air, high + air)
}

/// How far the texts of an axis as long as the chart reach beyond its ends at most, px.
fn half_a_tick(domain: (f64, f64), width: f64, text: &dyn Fn(f64) -> String) -> f64 {
    let ticks = x_ticks(&Scale::linear(domain, (0.0, width)), 1.0, text);
    let texts = ticks.iter().filter_map(|tick| tick.text.as_deref());
    texts.map(text_width).fold(0.0, f64::max) / 2.0
}

fn place(top: f64, step: &StepSpec<'_>, frame: &Frame, x: &Scale, is_narrow: bool) -> StepPlace {
    let level = |value: f64| x.position(value).unwrap_or(frame.plot_left());
    let (from, to) = (level(step.from), level(step.to));
    let (y, height) = if is_narrow {
        (top + 20.0, LOW_BAR)
    } else {
        (top + (ROW - BAR) / 2.0, BAR)
    };
    let middle = y + height / 2.0;
    StepPlace {
        x: from.min(to),
        y,
        width: (to - from).abs(),
        height,
        end: to,
        before_x: step.before.and_then(|value| x.position(value)),
        name_x: if is_narrow {
            RIM
        } else {
            frame.plot_left() - GAP
        },
        text_y: if is_narrow {
            top + 14.0
        } else {
            middle + BASELINE
        },
        middle,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lay_out(width: f64, levels: &[(f64, f64)], includes_zero: bool) -> WaterfallLayout {
        let spec = |(from, to): &(f64, f64)| StepSpec {
            name: "Sustaining capex",
            text: "\u{2212}$1,234,567",
            from: *from,
            to: *to,
            before: None,
        };
        let steps: Vec<_> = levels.iter().map(spec).collect();
        WaterfallLayout::new(width, &steps, includes_zero, &|value| value.to_string())
    }

    const CASH: [(f64, f64); 3] = [(0.0, 38.0), (38.0, 17.0), (0.0, 17.0)];

    #[test]
    fn each_bar_ends_where_the_next_begins() {
        let layout = lay_out(500.0, &CASH, true);
        let [revenue, power, profit] = layout.steps[..] else {
            panic!("three rows have three places");
        };
        assert_eq!(revenue.end, power.x + power.width);
        assert_eq!(power.end, power.x);
        assert_eq!(profit.end, power.end);
        assert!((revenue.width / profit.width - 38.0 / 17.0).abs() < 1e-9);
        assert!(revenue.y < power.y && power.y < profit.y);
    }

    #[test]
    fn a_line_between_bars_runs_through_no_text() {
        let reach = |width, levels: &[(f64, f64)]| {
            let layout = lay_out(width, levels, true);
            let (joint, next) = (layout.joints[0], layout.steps[1]);
            assert_eq!(joint.x, layout.steps[0].end);
            (joint.ends.1 == next.y, joint.ends.1 <= next.text_y - 9.0)
        };
        // Beside the bars texts are below the line's end.
        assert_eq!(reach(500.0, &[(0.0, 9.0), (9.0, 1.0)]), (true, true));
        // Over the bars: free between name and amount, and not in either.
        assert_eq!(reach(280.0, &[(0.0, 0.5), (0.5, 1.0)]), (true, false));
        assert_eq!(reach(280.0, &[(0.0, 9.0), (9.0, 1.0)]), (false, true));
        assert_eq!(reach(280.0, &[(0.0, 0.1), (0.1, 1.0)]), (false, true));
    }

    #[test]
    fn losses_reach_to_the_left_of_zero() {
        let layout = lay_out(500.0, &[(0.0, 10.0), (10.0, -5.0), (0.0, -5.0)], true);
        let zero = layout.x.position(0.0).unwrap();
        assert!(layout.steps[2].x < zero && layout.steps[2].end == layout.steps[1].end);
    }

    #[test]
    fn the_axis_reaches_over_what_is_marked_of_the_baseline() {
        let mut revenue = StepSpec {
            name: "Revenue",
            text: "$26",
            from: 0.0,
            to: 26.0,
            before: Some(38.0),
        };
        let text = |value: f64| value.to_string();
        let layout = WaterfallLayout::new(500.0, &[revenue], true, &text);
        let place = layout.steps[0];
        let before = place.before_x.unwrap();
        assert!(place.end < before && before <= layout.frame.plot_right());
        revenue.before = None;
        let alone = WaterfallLayout::new(500.0, &[revenue], true, &text);
        assert_eq!(alone.steps[0].before_x, None);
        assert!(alone.x.domain().1 < layout.x.domain().1);
    }

    #[test]
    fn without_zero_the_axis_shows_what_changes() {
        let layout = lay_out(500.0, &[(19_201.0, 15_887.0), (15_887.0, 17_098.0)], false);
        let share = layout.steps[0].width / layout.frame.plot_width();
        assert!((0.85..0.95).contains(&share), "{share}");
        assert!(layout.ticks.len() > 1);
    }

    #[test]
    fn texts_fit_at_every_width() {
        for width in [224.0, 256.0, 320.0, 500.0, 900.0] {
            let layout = lay_out(width, &CASH, true);
            let (name, text) = (
                text_width("Sustaining capex"),
                text_width("\u{2212}$1,234,567"),
            );
            for step in &layout.steps {
                let amount_begins = layout.amounts_end - text;
                assert!(layout.amounts_end <= width);
                if layout.is_narrow {
                    assert!(step.name_x + name <= amount_begins);
                    assert!(step.text_y < step.y);
                } else {
                    assert!(step.name_x - name >= -1e-9);
                    assert!(step.x + step.width <= amount_begins + 1e-9);
                }
            }
        }
    }

    #[test]
    fn texts_of_the_axis_fit_at_every_width() {
        const LOSS: [(f64, f64); 3] = [(0.0, 9_000.0), (9_000.0, -70_000.0), (0.0, -70_000.0)];
        for width in [224.0, 256.0, 320.0, 500.0, 900.0] {
            for levels in [&CASH, &LOSS] {
                let layout = lay_out(width, levels, true);
                for tick in layout.ticks.iter() {
                    let half = tick.text.as_deref().map_or(0.0, text_width) / 2.0;
                    assert!(tick.at - half >= 0.0 && tick.at + half <= width, "{tick:?}");
                }
            }
        }
    }

    #[test]
    fn the_row_at_a_height_is_the_nearest() {
        let layout = lay_out(500.0, &CASH, true);
        assert_eq!(layout.row_at(-10.0), Some(0));
        assert_eq!(layout.row_at(layout.steps[1].middle + 3.0), Some(1));
        assert_eq!(layout.row_at(1e6), Some(2));
        assert_eq!(layout.row_at(f64::NAN), None);
    }

    #[test]
    fn nothing_equal_levels_and_gaps_are_no_failure() {
        assert!(lay_out(300.0, &[], true).steps.is_empty());
        for levels in [(5.0, 5.0), (0.0, 0.0), (f64::NAN, f64::INFINITY)] {
            let layout = lay_out(300.0, &[levels], false);
            assert!(layout.steps[0].x.is_finite() && layout.steps[0].width == 0.0);
        }
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod laws {
    use super::{StepSpec, WaterfallLayout};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn bars_stay_in_the_plot_and_lengths_are_in_proportion(
            width in 200.0..1200.0,
            start in -1e6..1e6,
            changes in prop::collection::vec(-1e6..1e6, 1..9),
            includes_zero in any::<bool>(),
        ) {
            let levels = changes.iter().scan(start, |level, change| {
                let from = *level;
                *level += change;
                Some((from, *level))
            });
            let steps: Vec<_> = levels
                .map(|(from, to)| StepSpec { name: "Power", text: "$1", from, to, before: None })
                .collect();
            let layout = WaterfallLayout::new(width, &steps, includes_zero, &|value| value.to_string());
            let (left, right) = layout.frame.x_range();
            let (low, high) = layout.x.domain();
            for (step, place) in steps.iter().zip(&layout.steps) {
                prop_assert!(place.x >= left - 1e-6 && place.x + place.width <= right + 1e-6);
                let length = (step.to - step.from).abs() / (high - low) * (right - left);
                prop_assert!((place.width - length).abs() < 1e-6);
            }
        }
    }
}
