//! The layout of a tornado: for each input two bars that start where the result is today.

use super::axis::{Ticks, x_ticks};
use super::{Frame, Scale, extent, text_width};

/// Height of a bar, px.
const BAR: f64 = 20.0;
/// Height of a row whose name stands beside its bars, px.
const ROW: f64 = 42.0;
/// Room above the bars for a name that stands over them, px.
const NAME: f64 = 18.0;
/// Room above the rows, for today's value, px.
const TOP: f64 = 22.0;
/// Room for the axis below the rows, px.
const BOTTOM: f64 = 26.0;
/// Distance between text and what it belongs to, px.
const GAP: f64 = 8.0;
/// Below this width names stand over their bars, px.
const NARROW: f64 = 620.0;
/// Below this width texts stand under their bars, which otherwise would have no room, px.
const SMALL: f64 = 480.0;
/// Height of a line of text, px.
const LINE: f64 = 15.0;
/// Room left and right of the bars where texts stand under them: half a number of the axis, px.
const SIDE: f64 = 18.0;

/// One input: the result at both ends of its move, and how each end is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TornadoSpec<'a> {
    /// Its name.
    pub name: &'a str,
    /// The result at the lower and the higher end, data; not finite where it does not exist.
    pub results: [f64; 2],
    /// What is written at each end, in two lines.
    pub texts: [[&'a str; 2]; 2],
}

/// Where one end of a row stands, px.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct End {
    /// Left end of its bar.
    pub x: f64,
    /// Length of its bar, 0 or more.
    pub width: f64,
    /// Where its text begins or ends.
    pub text_x: f64,
    /// Which of the two: `start` or `end`.
    pub anchor: &'static str,
    /// Whether its text stands left of the other's.
    pub is_left: bool,
}

/// Where one row stands, px.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TornadoRow {
    /// Upper end of its part of the chart.
    pub top: f64,
    /// Upper end of its bars.
    pub bar_y: f64,
    /// Baseline of its name, which starts at the left edge.
    pub name_y: f64,
    /// Baselines of the two lines of its texts.
    pub text_y: [f64; 2],
    /// Lower and higher end of the input.
    pub ends: [End; 2],
}

/// Where everything of a tornado stands.
#[derive(Clone, Debug, PartialEq)]
pub struct TornadoLayout {
    /// The bars' area within the chart.
    pub frame: Frame,
    /// From results to px.
    pub x: Scale,
    /// Where today's result is, px.
    pub today: f64,
    /// Height of a bar, px.
    pub bar: f64,
    /// Height of a row, px.
    pub row: f64,
    /// Ticks below the bars.
    pub ticks: Ticks,
    /// The rows, in the order given.
    pub rows: Vec<TornadoRow>,
}

impl TornadoLayout {
    /// Lays rows out on an outer width in px around today's result (data); `text` writes a tick.
    pub fn new(
        width: f64,
        today: f64,
        specs: &[TornadoSpec<'_>],
        text: &dyn Fn(f64) -> String,
    ) -> Self {
        let (is_narrow, is_small) = (width < NARROW, width < SMALL);
        let name = if is_narrow { NAME } else { 0.0 };
        let row = match is_small {
            true => name + BAR + 2.0 * LINE + GAP,
            false => name + ROW,
        };
        let (left, right) = sides(width, specs);
        let frame = Frame {
            width,
            height: TOP + row * specs.len() as f64 + BOTTOM,
            left,
            right,
            top: TOP,
            bottom: BOTTOM,
        };
        let reached = specs.iter().flat_map(|spec| spec.results).chain([today]);
        let domain = extent(reached).unwrap_or((0.0, 1.0));
        let x = Scale::linear(domain, frame.x_range());
        let today = x.position(today).unwrap_or(frame.plot_left());
        let place = |(index, spec): (usize, &TornadoSpec<'_>)| {
            let top = TOP + row * index as f64;
            let over = if is_small { 0.0 } else { (ROW - BAR) / 2.0 };
            let bar_y = top + name + over;
            let first = if is_small { BAR + LINE - 2.0 } else { 6.0 };
            TornadoRow {
                top,
                bar_y,
                name_y: if is_narrow {
                    top + 14.0
                } else {
                    bar_y + BAR / 2.0 + 4.0
                },
                text_y: [bar_y + first, bar_y + first + LINE],
                ends: [0, 1].map(|end| spec.end(end, &x, today, is_small.then_some(width))),
            }
        };
        Self {
            today,
            bar: BAR,
            row,
            ticks: x_ticks(&x, 1.0, text),
            rows: specs.iter().enumerate().map(place).collect(),
            frame,
            x,
        }
    }

    /// The row at this height, px.
    pub fn row_at(&self, y: f64) -> Option<usize> {
        let index = libm::floor((y - TOP) / self.row);
        (index >= 0.0 && index < self.rows.len() as f64).then_some(index as usize)
    }
}

/// The room left and right of the bars, px: for names and texts, where they stand there.
fn sides(width: f64, specs: &[TornadoSpec<'_>]) -> (f64, f64) {
    if width < SMALL {
        return (SIDE, SIDE);
    }
    let longest = |side| {
        let texts = specs.iter().flat_map(|spec| spec.texts[spec.on(side)]);
        texts.map(text_width).fold(0.0, f64::max)
    };
    let names = specs.iter().map(|spec| text_width(spec.name));
    let names = if width < NARROW {
        0.0
    } else {
        names.fold(0.0, f64::max) + 2.0 * GAP
    };
    // Letters of some fonts are a little wider than was reckoned.
    (names + longest(0) + GAP, longest(1) + 1.5 * GAP)
}

impl TornadoSpec<'_> {
    /// Which end is written on a side, 0 being the left one: the lesser result is left of the greater,
    /// what does not exist opposite to what does, and else the lower end is left.
    fn on(&self, side: usize) -> usize {
        let [low, high] = self.results;
        usize::from(high < low) ^ side
    }

    /// One end; its text stands beside the bar, or at the edge of a small chart of this width.
    fn end(&self, end: usize, x: &Scale, today: f64, small: Option<f64>) -> End {
        let at = x.position(self.results[end]).unwrap_or(today);
        let is_left = self.on(0) == end;
        let (text_x, anchor) = match (small, is_left) {
            (None, true) => (at.min(today) - GAP, "end"),
            (None, false) => (at.max(today) + GAP, "start"),
            (Some(_), true) => (0.0, "start"),
            (Some(width), false) => (width, "end"),
        };
        End {
            x: at.min(today),
            width: (at - today).abs(),
            text_x,
            anchor,
            is_left,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXTS: [[&str; 2]; 2] = [["$13,229", "−10%: $80,055"], ["$20,968", "+10%: $97,845"]];

    fn spec(results: [f64; 2]) -> TornadoSpec<'static> {
        TornadoSpec {
            name: "Bitcoin price",
            results,
            texts: TEXTS,
        }
    }

    fn layout(width: f64, results: &[[f64; 2]]) -> TornadoLayout {
        let specs: Vec<_> = results.iter().map(|results| spec(*results)).collect();
        TornadoLayout::new(width, 17.0, &specs, &|value| format!("{value}"))
    }

    #[test]
    fn bars_start_at_today_and_are_as_long_as_the_result_moves() {
        let chart = layout(900.0, &[[13.0, 21.0], [19.0, 15.0]]);
        let [low, high] = chart.rows[0].ends;
        assert!((low.x + low.width - chart.today).abs() < 1e-9);
        assert!((high.x - chart.today).abs() < 1e-9);
        assert!((low.width / chart.rows[1].ends[1].width - 2.0).abs() < 1e-9);
        assert!((low.width - high.width).abs() < 1e-9);
    }

    #[test]
    fn the_lesser_result_is_written_on_the_left() {
        let chart = layout(
            900.0,
            &[[13.0, 21.0], [19.0, 15.0], [18.0, 19.0], [14.0, 12.0]],
        );
        let left = |row: usize| chart.rows[row].ends.map(|end| end.is_left);
        assert_eq!(left(0), [true, false]);
        assert_eq!(left(1), [false, true]);
        assert_eq!((left(2), left(3)), ([true, false], [false, true]));
        // Both above today: the text on the left still keeps off the bars.
        assert!(chart.rows[2].ends[0].text_x < chart.today);
    }

    #[test]
    fn texts_have_room_on_every_width() {
        for width in [320.0, 390.0, 700.0, 1_100.0] {
            let chart = layout(width, &[[13.0, 21.0], [19.0, 15.0], [17.0, f64::NAN]]);
            let longest = text_width("+10%: $97,845");
            for end in chart.rows.iter().flat_map(|row| row.ends) {
                if end.anchor == "end" {
                    assert!(end.text_x - longest >= -1e-9, "{width}: {end:?}");
                } else {
                    assert!(end.text_x + longest <= width + 1e-9, "{width}: {end:?}");
                }
            }
        }
    }

    #[test]
    fn the_longest_bar_takes_most_of_a_small_chart_and_nothing_lies_on_it() {
        for width in [280.0, 326.0, 479.0] {
            let chart = layout(width, &[[13.0, 21.0], [19.0, 15.0]]);
            let [low, high] = chart.rows[0].ends;
            assert!(low.width + high.width > 0.85 * width, "{width}");
            for row in &chart.rows {
                assert!(row.name_y < row.bar_y);
                assert!(row.text_y[0] - 12.0 >= row.bar_y + chart.bar, "{row:?}");
                assert!(row.text_y[1] < row.top + chart.row, "{row:?}");
            }
        }
    }

    #[test]
    fn the_pointer_finds_its_row() {
        let chart = layout(900.0, &[[13.0, 21.0], [19.0, 15.0]]);
        for (index, row) in chart.rows.iter().enumerate() {
            assert_eq!(chart.row_at(row.bar_y + 1.0), Some(index));
        }
        assert_eq!(
            (chart.row_at(0.0), chart.row_at(1e4), chart.row_at(f64::NAN)),
            (None, None, None)
        );
    }

    #[test]
    fn nothing_and_results_that_do_not_exist_are_no_failure() {
        assert!(layout(300.0, &[]).rows.is_empty());
        let gap = layout(900.0, &[[f64::NAN, f64::INFINITY], [17.0, 17.0]]);
        assert!(
            gap.rows
                .iter()
                .flat_map(|row| row.ends)
                .all(|end| end.width == 0.0)
        );
        assert!(gap.rows[0].ends[0].is_left && !gap.rows[0].ends[1].is_left);
    }
}
