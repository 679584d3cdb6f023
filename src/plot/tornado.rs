//! The layout of a tornado: for each input two bars that start where the result is today.

use super::axis::{Ticks, x_ticks};
use super::levels::{Far, STOP, level_texts, parts};
pub use super::levels::{Level, LevelText};
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
/// From a bar to the middle of the baseline's mark: under it, or over it where the texts stand under it, px.
const MARK: f64 = 5.5;
/// From the upper end of a bar down to the first line of texts that stand under it, px.
const UNDER: f64 = BAR + 13.0;
/// The same of texts beside a bar; their second line ends above the mark.
const BESIDE: f64 = 4.0;
/// How many times as far as today's results alone the axis reaches at most to keep the baseline in sight.
const FARTHEST: f64 = 4.0;
/// Height of the letters over a baseline, px.
const LETTERS: f64 = 10.0;
/// Room in a row over its bar: texts stand beside it, or the baseline's mark over it, px.
const OVER: f64 = 9.0;
/// From the texts of the lines down to where the lines begin, px.
const UNDER_TEXT: f64 = 6.0;
/// Below this width texts stand under their bars, which otherwise would have no room, px.
const SMALL: f64 = 480.0;
/// Room under the texts of a row in a small chart, so that they are not taken for the next name's, px.
const SEPARATION: f64 = 6.0;
/// Height of a line of text, px.
const LINE: f64 = 14.0;
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
    /// The results of the baseline at both ends, where it has the input and they differ.
    pub before: Option<[f64; 2]>,
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
    /// The baseline's mark under or over its bars: left and right end.
    pub before: Option<(f64, f64)>,
    /// The middle of that mark.
    pub before_y: f64,
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
    /// What is written over its line.
    pub today_text: Option<LevelText>,
    /// Where the baseline's result is, px, if it is another.
    pub before: Option<f64>,
    /// What is written over its line.
    pub before_text: Option<LevelText>,
    /// The ends of the parts of today's line, px: it stops for names and texts.
    pub today_parts: Vec<(f64, f64)>,
    /// The same of the baseline's line.
    pub before_parts: Vec<(f64, f64)>,
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
    /// Lays rows out on an outer width in px around today's result, and the baseline's where it is another;
    /// `text` writes a tick.
    pub fn new(
        width: f64,
        (now, before): (Level<'_>, Option<Level<'_>>),
        specs: &[TornadoSpec<'_>],
        text: &dyn Fn(f64) -> String,
    ) -> Self {
        let (is_narrow, is_small) = (width < NARROW, width < SMALL);
        let name = if is_narrow { NAME } else { 0.0 };
        let row = match is_small {
            true => name + OVER + UNDER + LINE + STOP + SEPARATION,
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
        let (domain, far) = domain(specs, now, before);
        let x = Scale::linear(domain, frame.x_range());
        let today = x.position(now.result).unwrap_or(frame.plot_left());
        let before_x = before.filter(|_| far.is_none());
        let before_x = before_x.and_then(|level| x.position(level.result));
        let around = before_x.unwrap_or(today);
        let place = |(index, spec): (usize, &TornadoSpec<'_>)| {
            let top = TOP + row * index as f64;
            let bar_y = top + name + OVER;
            let first = if is_small { UNDER } else { BESIDE };
            TornadoRow {
                top,
                bar_y,
                name_y: if is_narrow {
                    top + 14.0
                } else {
                    bar_y + BAR / 2.0 + 4.0
                },
                text_y: [bar_y + first, bar_y + first + LINE],
                ends: spec.ends(&x, today, is_small.then_some(width)),
                before: spec.mark(&x, around).filter(|_| far.is_none()),
                before_y: if is_small {
                    bar_y - MARK
                } else {
                    bar_y + BAR + MARK
                },
            }
        };
        let rows: Vec<TornadoRow> = specs.iter().enumerate().map(place).collect();
        let line = |at: f64| {
            let rows = specs.iter().zip(&rows);
            let texts: Vec<_> = rows
                .flat_map(|(spec, place)| spec.in_way(place, at, is_narrow))
                .collect();
            parts((TOP - UNDER_TEXT, frame.plot_bottom()), &texts)
        };
        let (today_parts, before_parts) = (line(today), before_x.map(line));
        let over = match far {
            Some(Far::Left) => Some(frame.plot_left()),
            Some(Far::Right) => Some(frame.plot_right()),
            None => before_x,
        };
        let (today_text, before_text) = level_texts(width, (now, today), before.zip(over), far);
        Self {
            today,
            today_text,
            before: before_x,
            before_text,
            before_parts: before_parts.unwrap_or_default(),
            today_parts,
            bar: BAR,
            row,
            ticks: x_ticks(&x, 1.0, text),
            rows,
            frame,
            x,
        }
    }

    /// Whether anything of the baseline is drawn.
    pub fn has_before(&self) -> bool {
        self.before.is_some() || self.rows.iter().any(|row| row.before.is_some())
    }

    /// The row at this height, px.
    pub fn row_at(&self, y: f64) -> Option<usize> {
        let index = libm::floor((y - TOP) / self.row);
        (index >= 0.0 && index < self.rows.len() as f64).then_some(index as usize)
    }
}

/// From the smallest to the largest result. The baseline stays out where today's bars would be too short to
/// be compared beside it.
fn domain(
    specs: &[TornadoSpec<'_>],
    now: Level<'_>,
    before: Option<Level<'_>>,
) -> ((f64, f64), Option<Far>) {
    let own = specs.iter().flat_map(|spec| spec.results);
    let own = extent(own.chain([now.result])).unwrap_or((0.0, 1.0));
    let befores = specs.iter().filter_map(|spec| spec.before).flatten();
    let befores = befores.chain(before.iter().map(|level| level.result));
    let all = extent(befores.chain([own.0, own.1])).unwrap_or(own);
    let length = own.1 - own.0;
    if length <= 0.0 || all.1 - all.0 <= FARTHEST * length {
        (all, None)
    } else if own.0 - all.0 > all.1 - own.1 {
        (own, Some(Far::Left))
    } else {
        (own, Some(Far::Right))
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

/// Whether the texts of both ends of a bar have room on a width, px, as [`TornadoSpec::texts`].
pub fn has_room<Text: AsRef<str>>(texts: &[[Text; 2]; 2], width: f64) -> bool {
    width >= SMALL || together(texts) <= width
}

/// The width of both texts with the distance between them, px.
fn together<Text: AsRef<str>>(texts: &[[Text; 2]; 2]) -> f64 {
    let width = |line: &Text| text_width(line.as_ref());
    let widths = texts
        .iter()
        .map(|[first, second]| width(first).max(width(second)));
    widths.sum::<f64>() + GAP
}

impl TornadoSpec<'_> {
    /// Which end is written on a side, 0 being the left one: the lesser result is left of the greater,
    /// what does not exist opposite to what does, and else the lower end is left.
    fn on(&self, side: usize) -> usize {
        let [low, high] = self.results;
        usize::from(high < low) ^ side
    }

    /// Both ends; their texts stand beside the bars, or under them in a small chart of this width.
    fn ends(&self, x: &Scale, today: f64, small: Option<f64>) -> [End; 2] {
        let at = self
            .results
            .map(|result| x.position(result).unwrap_or(today));
        let left = at[0].min(at[1]).min(today);
        let right = at[0].max(at[1]).max(today);
        let under = small.map(|width| self.under((left, right), width));
        [0, 1].map(|end| {
            let (at, is_left) = (at[end], self.on(0) == end);
            let (text_x, anchor) = match (under, is_left) {
                (None, true) => (at.min(today) - GAP, "end"),
                (None, false) => (at.max(today) + GAP, "start"),
                (Some((left, _)), true) => (left, "start"),
                (Some((_, right)), false) => (right, "end"),
            };
            End {
                x: at.min(today),
                width: (at - today).abs(),
                text_x,
                anchor,
                is_left,
            }
        })
    }

    /// From where to where the texts of both ends reach under bars that reach from `left` to `right`: as far as those,
    /// or farther where they need the room, within the chart.
    fn under(&self, (left, right): (f64, f64), width: f64) -> (f64, f64) {
        let room = together(&self.texts);
        let short = (room - (right - left)).max(0.0);
        let left = (left - short / 2.0).min(width - room).max(0.0);
        let right = (left + room).max(right).min(width);
        (left, right)
    }

    /// The ends of the baseline's mark, px: around its result, whichever end it has.
    fn mark(&self, x: &Scale, around: f64) -> Option<(f64, f64)> {
        let ends = self.before?.into_iter().filter_map(|end| x.position(end));
        extent(ends.chain([around]))
    }

    /// From where to where on the screen's y texts are in the way of an upright line.
    fn in_way(&self, row: &TornadoRow, at: f64, is_narrow: bool) -> Vec<(f64, f64)> {
        let is_crossed = |(from, to): (f64, f64)| from - STOP < at && at < to + STOP;
        let name = (is_narrow && is_crossed((0.0, text_width(self.name))))
            .then_some((row.name_y - LETTERS, row.name_y + STOP));
        let is_end = (0..2).any(|end| is_crossed(self.reach(end, &row.ends[end])));
        let [first, second] = row.text_y;
        let texts = is_end.then_some((first - LETTERS, second + STOP));
        name.into_iter().chain(texts).collect()
    }

    /// From where to where the text of an end reaches, px.
    fn reach(&self, end: usize, place: &End) -> (f64, f64) {
        let widths = self.texts[end].map(text_width);
        let width = widths[0].max(widths[1]);
        if place.anchor == "end" {
            (place.text_x - width, place.text_x)
        } else {
            (place.text_x, place.text_x + width)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Half the height of the baseline's mark, px.
    const HALF_MARK: f64 = 3.0;
    const TEXTS: [[&str; 2]; 2] = [["$13,229", "−10%: $80,055"], ["$20,968", "+10%: $97,845"]];

    fn spec(results: [f64; 2]) -> TornadoSpec<'static> {
        TornadoSpec {
            name: "Bitcoin price",
            results,
            texts: TEXTS,
            before: None,
        }
    }

    const NOW: Level<'_> = Level {
        result: 17.0,
        texts: &["now $17,098"],
    };

    fn level(result: f64) -> Level<'static> {
        Level {
            result,
            texts: &["December 2025 $17,098", "December 2025"],
        }
    }

    fn layout(width: f64, results: &[[f64; 2]]) -> TornadoLayout {
        let specs: Vec<_> = results.iter().map(|results| spec(*results)).collect();
        TornadoLayout::new(width, (NOW, None), &specs, &|value| format!("{value}"))
    }

    /// Rows with their baseline's, around its result.
    fn compared(width: f64, before: f64, rows: &[[[f64; 2]; 2]]) -> TornadoLayout {
        let row = |[now, before]: &[[f64; 2]; 2]| TornadoSpec {
            before: Some(*before),
            ..spec(*now)
        };
        let specs: Vec<_> = rows.iter().map(row).collect();
        let levels = (NOW, Some(level(before)));
        TornadoLayout::new(width, levels, &specs, &|value| format!("{value}"))
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
                assert!(row.name_y + 3.0 <= row.before_y - HALF_MARK, "{row:?}");
                assert!(row.before_y + HALF_MARK < row.bar_y, "{row:?}");
                assert!(row.text_y[0] - 12.0 >= row.bar_y + chart.bar, "{row:?}");
                assert!(row.text_y[1] < row.top + chart.row, "{row:?}");
            }
        }
    }

    #[test]
    fn in_a_small_chart_texts_stand_under_their_bars_and_apart() {
        for width in [280.0, 326.0, 479.0] {
            // Bars on the left, on the right and in the middle of what the baseline stretches.
            for before in [20.0, 15.0, 17.5] {
                let near = [before - 1.0, before + 1.0];
                let chart = compared(width, before, &[[[16.5, 17.5], near], [[17.0, 18.0], near]]);
                for row in &chart.rows {
                    let spec = spec([16.5, 17.5]);
                    let [low, high] = [0, 1].map(|end| spec.reach(end, &row.ends[end]));
                    assert!(low.0 >= 0.0 && high.1 <= width, "{width}, {before}");
                    assert!(low.1 + GAP <= high.0 + 1e-9, "{width}, {before}");
                    let bars = extent(row.ends.iter().flat_map(|end| [end.x, end.x + end.width]));
                    let (left, right) = bars.expect("has bars");
                    assert!(
                        low.0 <= left + 1e-9 && right <= high.1 + 1e-9,
                        "{width}, {before}"
                    );
                    let room = low.1 - low.0 + GAP + high.1 - high.0;
                    let reach = high.1 - low.0;
                    assert!(
                        (reach - room.max(right - left)).abs() < 1e-9,
                        "{width}, {before}"
                    );
                }
            }
        }
    }

    #[test]
    fn the_baselines_mark_spans_its_results_around_its_own() {
        let chart = compared(900.0, 15.0, &[[[13.0, 21.0], [11.0, 18.0]]]);
        let at = |result| chart.x.position(result).unwrap();
        assert_eq!(chart.rows[0].before, Some((at(11.0), at(18.0))));
        assert_eq!(chart.before, Some(at(15.0)));
        // Its input moves one way only: the mark begins at its result.
        let chart = compared(900.0, 15.0, &[[[13.0, 21.0], [f64::NAN, 18.0]]]);
        assert_eq!(chart.rows[0].before.map(|(x, _)| x), chart.before);
        let alone = layout(900.0, &[[13.0, 21.0]]);
        assert_eq!((alone.before, alone.rows[0].before), (None, None));
        assert!(alone.before_text.is_none() && alone.before_parts.is_empty());
    }

    #[test]
    fn no_line_and_no_mark_of_the_baseline_lies_on_a_name_or_a_text() {
        for width in [280.0, 326.0, 479.0, 480.0, 560.0, 620.0, 700.0, 1_100.0] {
            for before in [2.0, 12.0, 16.9, 17.1, 19.0, 24.0, 40.0] {
                let near = [before - 0.5, before + 2.0];
                let rows = [[13.0, 21.0], [17.2, 16.9], [18.0, 19.0]].map(|now| [now, near]);
                let chart = compared(width, before, &rows);
                let lines = [
                    (chart.today, &chart.today_parts),
                    (chart.before.unwrap(), &chart.before_parts),
                ];
                for row in &chart.rows {
                    let name = (0.0, text_width("Bitcoin price"));
                    let spec = spec([13.0, 21.0]);
                    let ends = [0, 1].map(|end| spec.reach(end, &row.ends[end]));
                    let [first, second] = row.text_y;
                    let texts = [(name, row.name_y), (ends[0], first), (ends[0], second)];
                    let right = [(ends[1], first), (ends[1], second)];
                    let (from, to) = row.before.unwrap();
                    for ((left, right), y) in texts.into_iter().chain(right) {
                        let (top, bottom) = (y - LETTERS, y + 3.0);
                        let is_over = |(x, parts): &(f64, &Vec<(f64, f64)>)| {
                            let is_beside = |part: &(f64, f64)| part.1 <= top || bottom <= part.0;
                            left < *x && *x < right && !parts.iter().all(is_beside)
                        };
                        assert!(!lines.iter().any(is_over), "{width}, {before}: {y}");
                        let mark = (row.before_y - HALF_MARK, row.before_y + HALF_MARK);
                        let is_off = mark.1 <= top || bottom <= mark.0 || to < left || right < from;
                        assert!(is_off, "{width}, {before}: {y}");
                    }
                    let bar = (row.bar_y, row.bar_y + chart.bar);
                    let mark = (row.before_y - HALF_MARK, row.before_y + HALF_MARK);
                    assert!(mark.1 < bar.0 || bar.1 < mark.0);
                    assert!(row.top < mark.0 && mark.1 < row.top + chart.row);
                }
            }
        }
    }

    #[test]
    fn a_baseline_far_away_leaves_the_axis_to_todays_bars() {
        for (before, arrow) in [(-90.0, "← December"), (150.0, "$17,098 →")] {
            let chart = compared(900.0, before, &[[[13.0, 21.0], [before, before + 1.0]]]);
            assert_eq!(chart.x.domain(), (13.0, 21.0));
            assert_eq!((chart.before, chart.rows[0].before), (None, None));
            let text = chart.before_text.unwrap().text;
            assert!(text.contains(arrow), "{text}");
        }
    }

    #[test]
    fn a_line_that_nothing_is_in_the_way_of_is_whole() {
        let chart = compared(1_100.0, 22.0, &[[[16.0, 18.0], [21.0, 23.0]]; 3]);
        let whole = [(TOP - UNDER_TEXT, chart.frame.plot_bottom())];
        assert_eq!(
            (&chart.today_parts[..], &chart.before_parts[..]),
            (&whole[..], &whole[..])
        );
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
