//! The layout of stacked bars: parts end to end from zero, and what they come to.

use super::axis::{Ticks, x_ticks};
use super::{Frame, Scale, extent, spread, text_width};

/// Height of a bar, px.
const BAR: f64 = 42.0;
/// Room for two lines of text and their leaders above a bar, px.
const LABELS: f64 = 50.0;
/// Room for the text above a bar of one part, px.
const NAME: f64 = 24.0;
/// Distance between a bar and the texts of the next, px.
const GAP: f64 = 20.0;
/// Room for the axis, px.
const BOTTOM: f64 = 26.0;
/// Room on both sides at least, px.
const SIDE: f64 = 20.0;

/// One part: its value and the two lines that name it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PartSpec<'a> {
    /// Data; negative ones lie left of zero.
    pub value: f64,
    /// What is written above it.
    pub texts: [&'a str; 2],
}

/// Where one part stands, px.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PartPlace {
    /// Left end.
    pub x: f64,
    /// Length, 0 or more.
    pub width: f64,
    /// Middle of its text; none where a part has no length that could be named.
    pub text_x: Option<f64>,
}

/// Where everything of stacked bars stands.
#[derive(Clone, Debug, PartialEq)]
pub struct StackLayout {
    /// The bars' area within the chart.
    pub frame: Frame,
    /// From values to px.
    pub x: Scale,
    /// Where zero is, px.
    pub zero: f64,
    /// Height of a bar, px.
    pub bar: f64,
    /// Upper end of the bar of parts, px.
    pub parts_y: f64,
    /// The parts, in the order given.
    pub parts: Vec<PartPlace>,
    /// Upper end of each bar below, px.
    pub bars_y: Vec<f64>,
    /// Left end and length of each bar below, px.
    pub bars: Vec<(f64, f64)>,
    /// Where each bar below ended before, px.
    pub before: Vec<f64>,
    /// Ticks below the bars.
    pub ticks: Ticks,
}

impl StackLayout {
    /// Lays out a bar of parts and under it one bar for each of `totals` (data) on an outer width in
    /// px, with a mark where each ended `before` (data, may be empty); `text` writes a tick.
    ///
    /// Positive parts follow one another to the right of zero, negative ones to the left.
    pub fn new(
        width: f64,
        parts: &[PartSpec<'_>],
        totals: &[f64],
        before: &[f64],
        text: &dyn Fn(f64) -> String,
    ) -> Self {
        let ends = stacked(parts.iter().map(|part| part.value));
        let reached = ends.iter().flat_map(|(from, to)| [*from, *to]);
        let below = totals.iter().chain(before).copied();
        let domain = extent(reached.chain(below).chain([0.0]));
        let domain = domain
            .filter(|(low, high)| low < high)
            .unwrap_or((0.0, 1.0));
        let step = BAR + GAP + NAME;
        // A text of the axis may stand under either end.
        let half = |value: f64| text_width(&text(value)) / 2.0;
        let side = SIDE.max(half(domain.0)).max(half(domain.1));
        let frame = Frame {
            width,
            height: LABELS + BAR + step * totals.len() as f64 + BOTTOM,
            left: side,
            right: side,
            top: 0.0,
            bottom: BOTTOM,
        };
        let x = Scale::linear(domain, frame.x_range());
        let zero = x.position(0.0).unwrap_or(frame.plot_left());
        let at = |value: f64| x.position(value).unwrap_or(zero);
        let middles: Vec<f64> = ends
            .iter()
            .map(|(from, to)| at(*from).midpoint(at(*to)))
            .collect();
        let text_x = label_middles(&middles, parts, width);
        let place = |((from, to), text_x): (&(f64, f64), &Option<f64>)| PartPlace {
            x: at(*from),
            width: at(*to) - at(*from),
            text_x: *text_x,
        };
        let bar = |total: &f64| (at(*total).min(zero), (at(*total) - zero).abs());
        Self {
            parts: ends.iter().zip(&text_x).map(place).collect(),
            bars: totals.iter().map(bar).collect(),
            before: before.iter().map(|value| at(*value)).collect(),
            bars_y: (1..=totals.len())
                .map(|row| LABELS + step * row as f64)
                .collect(),
            ticks: x_ticks(&x, 1.0, text),
            parts_y: LABELS,
            bar: BAR,
            zero,
            frame,
            x,
        }
    }

    /// What is at this place, px: a part, or after the parts a bar below. Texts count as their bars.
    pub fn at(&self, x: f64, y: f64) -> Option<usize> {
        let is_in = |part: &PartPlace| part.x <= x && x < part.x + part.width;
        if (0.0..=self.parts_y + self.bar).contains(&y) {
            return self.parts.iter().position(is_in);
        }
        let is_over = |bar: &f64| (bar - NAME..=bar + self.bar).contains(&y);
        let row = self.bars_y.iter().position(is_over)?;
        Some(self.parts.len() + row)
    }
}

/// Lower and upper end of each value when positive ones are stacked above zero and negative ones below.
fn stacked(values: impl Iterator<Item = f64>) -> Vec<(f64, f64)> {
    let (mut above, mut below) = (0.0, 0.0);
    let end = |value: f64| {
        let value = if value.is_finite() { value } else { 0.0 };
        if value < 0.0 {
            below += value;
            (below, below - value)
        } else {
            above += value;
            (above - value, above)
        }
    };
    values.map(end).collect()
}

/// Where texts stand: over their parts, and as far aside as keeps them apart; none over a part without
/// length.
fn label_middles(wanted: &[f64], parts: &[PartSpec<'_>], width: f64) -> Vec<Option<f64>> {
    /// Air between two texts, px.
    const AIR: f64 = 12.0;
    let is_named = |part: &PartSpec<'_>| part.value.is_finite() && part.value != 0.0;
    let named = || parts.iter().zip(wanted).filter(|(part, _)| is_named(part));
    let texts = named().flat_map(|(part, _)| part.texts);
    let widest = texts.map(text_width).fold(0.0, f64::max);
    let bounds = (widest / 2.0, width - widest / 2.0);
    let wanted: Vec<f64> = named().map(|(_, middle)| *middle).collect();
    let mut placed = spread(&wanted, widest + AIR, bounds).into_iter();
    let place = |part| is_named(part).then(|| placed.next()).flatten();
    parts.iter().map(place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layout(width: f64, parts: &[f64], totals: &[f64]) -> StackLayout {
        let spec = |value: &f64| PartSpec {
            value: *value,
            texts: ["New shares", "$1.22 bn"],
        };
        let parts: Vec<_> = parts.iter().map(spec).collect();
        StackLayout::new(width, &parts, totals, &[], &|value| format!("{value}"))
    }

    #[test]
    fn parts_follow_one_another_without_a_seam() {
        let chart = layout(500.0, &[3.0, 2.0, 1.0], &[6.0]);
        assert!((chart.parts[0].x - chart.zero).abs() < 1e-9);
        for pair in chart.parts.windows(2) {
            assert!((pair[0].x + pair[0].width - pair[1].x).abs() < 1e-9);
        }
        let last = chart.parts[2];
        let (x, width) = chart.bars[0];
        assert!(
            (last.x + last.width - (x + width)).abs() < 1e-9,
            "the total is the sum"
        );
    }

    #[test]
    fn negative_parts_lie_left_of_zero() {
        let chart = layout(500.0, &[3.0, -1.0, -2.0], &[0.0, -1.0]);
        assert!((chart.parts[1].x + chart.parts[1].width - chart.zero).abs() < 1e-9);
        assert!(chart.parts[2].x < chart.parts[1].x);
        assert_eq!(chart.bars[0].1, 0.0);
        assert!((chart.bars[1].0 + chart.bars[1].1 - chart.zero).abs() < 1e-9);
    }

    #[test]
    fn texts_of_short_parts_keep_apart_and_in_order() {
        for width in [326.0, 500.0, 1_000.0] {
            let chart = layout(width, &[10.0, 0.1, 0.1, 0.1], &[10.3]);
            let half = text_width("New shares") / 2.0;
            let texts: Vec<f64> = chart
                .parts
                .iter()
                .map(|part| part.text_x.unwrap())
                .collect();
            for pair in texts.windows(2) {
                assert!(pair[1] - pair[0] >= 2.0 * half - 1e-9, "{width}");
            }
            assert!(texts[0] >= half - 1e-9);
            assert!(texts[3] <= width - half + 1e-9);
        }
    }

    #[test]
    fn a_part_of_nothing_has_no_text_and_pushes_none_aside() {
        let with = layout(326.0, &[0.0, 2.0, 3.0], &[5.0]);
        let without = layout(326.0, &[2.0, 3.0], &[5.0]);
        let texts = |chart: &StackLayout| -> Vec<Option<f64>> {
            chart.parts.iter().map(|part| part.text_x).collect()
        };
        assert_eq!(texts(&with)[0], None);
        assert_eq!(texts(&with)[1..], texts(&without));
    }

    #[test]
    fn the_pointer_finds_parts_and_totals() {
        let chart = layout(500.0, &[3.0, 0.0, 2.0], &[5.0, 4.0]);
        let middle = |part: usize| chart.parts[part].x + chart.parts[part].width / 2.0;
        let y = chart.parts_y + 1.0;
        assert_eq!(
            (chart.at(middle(0), y), chart.at(middle(2), y)),
            (Some(0), Some(2))
        );
        assert_eq!(chart.at(10.0, chart.bars_y[0] + 1.0), Some(3));
        assert_eq!(chart.at(10.0, chart.bars_y[1] + 1.0), Some(4));
        assert_eq!(
            (chart.at(-5.0, y), chart.at(f64::NAN, f64::NAN)),
            (None, None)
        );
        assert_eq!(chart.at(10.0, 1e4), None);
    }

    #[test]
    fn nothing_zeros_and_gaps_are_no_failure() {
        assert!(layout(500.0, &[], &[]).parts.is_empty());
        for parts in [[0.0, 0.0], [f64::NAN, f64::INFINITY]] {
            let chart = layout(500.0, &parts, &[0.0]);
            assert!(chart.parts.iter().all(|part| part.width == 0.0));
        }
    }
}
