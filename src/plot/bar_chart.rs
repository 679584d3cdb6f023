//! The layout of horizontal bars that share one scale.

use super::{Frame, Scale, extent, text_width};

/// Height of a row, px.
const ROW: f64 = 55.0;
/// Height of a bar, px.
const BAR: f64 = 30.0;
/// Extra distance between groups, px.
const GROUP_GAP: f64 = 22.0;
/// Room above the first bar, px.
const TOP: f64 = 8.0;
/// Distance between text and bar, px.
const GAP: f64 = 8.0;
/// From the middle of a bar, or from its lower end, to the baseline of a text beside or under it, px.
const BESIDE: f64 = 4.0;
const UNDER: f64 = 13.0;

/// One bar to lay out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BarSpec<'a> {
    /// Its name, left of the bars.
    pub name: &'a str,
    /// Its value as text, behind or under the bar.
    pub text: &'a str,
    /// Its value, data; a value that is not finite has no length.
    pub value: f64,
    /// Its value in the baseline, where that differs.
    pub before: Option<f64>,
    /// Bars of one group stand together.
    pub group: usize,
}

/// Where one bar stands, px.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BarPlace {
    /// Left end.
    pub x: f64,
    /// Upper end.
    pub y: f64,
    /// Length, 0 or more.
    pub width: f64,
    /// Thickness.
    pub height: f64,
    /// Where the baseline's value is.
    pub before_x: Option<f64>,
    /// Baseline of the name.
    pub name_y: f64,
    /// Where the value's text starts: behind the bar, and where the baseline's mark is in the way, under it.
    pub text_x: f64,
    /// Baseline of the text.
    pub text_y: f64,
}

/// Where everything of a bar chart stands.
#[derive(Clone, Debug, PartialEq)]
pub struct BarLayout {
    /// The bars' area within the chart.
    pub frame: Frame,
    /// Where zero is, px.
    pub zero: f64,
    /// The bars, in the order given.
    pub bars: Vec<BarPlace>,
}

impl BarLayout {
    /// Lays bars out on an outer width in px: names on the left, room for the longest text behind.
    pub fn new(width: f64, specs: &[BarSpec<'_>]) -> Self {
        let names = specs.iter().map(|spec| text_width(spec.name));
        let texts = specs.iter().map(|spec| text_width(spec.text));
        let left = names.fold(0.0, f64::max) + GAP;
        let right = texts.fold(0.0, f64::max) + GAP;
        let groups = specs.last().map_or(0, |spec| spec.group);
        let height = TOP + ROW * specs.len() as f64 + GROUP_GAP * groups as f64;
        let frame = Frame {
            width,
            height,
            left,
            right,
            top: TOP,
            bottom: 0.0,
        };
        let values = specs.iter().map(|spec| spec.value);
        let before = specs.iter().filter_map(|spec| spec.before);
        let reached = values.chain(before).chain([0.0]);
        let scale = Scale::linear(extent(reached).unwrap_or((0.0, 1.0)), frame.x_range());
        let scale = if scale.domain() == (0.0, 0.0) {
            Scale::linear((0.0, 1.0), frame.x_range())
        } else {
            scale
        };
        let zero = scale.position(0.0).unwrap_or(frame.plot_left());
        let bars = specs
            .iter()
            .enumerate()
            .map(|(row, spec)| place(row, spec, &scale, zero))
            .collect();
        Self { frame, zero, bars }
    }

    /// The bar that is nearest to a height, px.
    pub fn row_at(&self, y: f64) -> Option<usize> {
        let distance = |bar: &BarPlace| (bar.y + bar.height / 2.0 - y).abs();
        let bars = self.bars.iter().enumerate();
        let nearest = bars.min_by(|(_, a), (_, b)| distance(a).total_cmp(&distance(b)));
        nearest.map(|(index, _)| index).filter(|_| !y.is_nan())
    }
}

fn place(row: usize, spec: &BarSpec<'_>, scale: &Scale, zero: f64) -> BarPlace {
    let end = scale.position(spec.value).unwrap_or(zero);
    let y = TOP + ROW * row as f64 + GROUP_GAP * spec.group as f64;
    let before_x = spec.before.and_then(|before| scale.position(before));
    let (right, width) = (end.max(zero), text_width(spec.text));
    let behind = right + GAP..right + 2.0 * GAP + width;
    let is_free = before_x.is_none_or(|before| before <= right || before >= behind.end);
    let name_y = y + BAR / 2.0 + BESIDE;
    let (text_x, text_y) = match is_free {
        true => (behind.start, name_y),
        false => ((right - width).max(zero), y + BAR + UNDER),
    };
    BarPlace {
        x: end.min(zero),
        y,
        width: (end - zero).abs(),
        height: BAR,
        before_x,
        name_y,
        text_x,
        text_y,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bars(values: &[f64]) -> BarLayout {
        let spec = |(row, value): (usize, &f64)| BarSpec {
            name: "Revenue",
            text: "$1.5 m",
            value: *value,
            before: None,
            group: row / 2,
        };
        let specs: Vec<_> = values.iter().enumerate().map(spec).collect();
        BarLayout::new(400.0, &specs)
    }

    #[test]
    fn lengths_are_in_the_proportion_of_the_values() {
        let layout = bars(&[4.0, 2.0, 1.0, 0.0]);
        let lengths: Vec<f64> = layout.bars.iter().map(|bar| bar.width).collect();
        assert!((lengths[0] / lengths[1] - 2.0).abs() < 1e-12);
        assert!((lengths[0] / lengths[2] - 4.0).abs() < 1e-12);
        assert_eq!(lengths[3], 0.0);
    }

    #[test]
    fn a_loss_reaches_to_the_left_of_zero() {
        let layout = bars(&[3.0, -1.0]);
        assert!(layout.bars[1].x < layout.zero && layout.bars[0].x == layout.zero);
        assert!((layout.bars[1].x + layout.bars[1].width - layout.zero).abs() < 1e-9);
    }

    #[test]
    fn names_bars_and_texts_share_the_width_and_groups_stand_apart() {
        let layout = bars(&[1.0, 2.0, 3.0, 4.0]);
        for bar in &layout.bars {
            assert!(bar.x >= layout.frame.plot_left());
            assert!(bar.text_x + text_width("$1.5 m") <= 400.0 + 1e-9);
        }
        let y: Vec<f64> = layout.bars.iter().map(|bar| bar.y).collect();
        assert!(y[2] - y[1] > y[1] - y[0]);
    }

    #[test]
    fn a_longer_baseline_gives_the_scale_and_no_text_behind_it_poses_as_its_value() {
        let spec = |value, before| BarSpec {
            name: "Revenue",
            text: "$1.5 m",
            value,
            before,
            group: 0,
        };
        let layout = BarLayout::new(
            400.0,
            &[spec(1.0, Some(2.0)), spec(1.0, None), spec(1.9, Some(2.0))],
        );
        let [bar, other, near] = layout.bars[..] else {
            panic!("three bars");
        };
        let before = bar.before_x.unwrap();
        assert!((before - layout.zero - 2.0 * bar.width).abs() < 1e-9);
        assert!(bar.text_x + text_width("$1.5 m") < before && bar.text_y == bar.name_y);
        assert_eq!((other.text_x, other.before_x), (bar.text_x, None));
        // Where it has no room before the mark it is under the bar, and over the next.
        assert!(near.text_x + text_width("$1.5 m") <= near.x + near.width + 1e-9);
        assert!(near.text_y - 10.0 > near.y + near.height && near.text_y + 8.0 < near.y + ROW);
    }

    #[test]
    fn the_bar_at_a_height_is_the_nearest() {
        let layout = bars(&[1.0, 2.0, 3.0]);
        for (y, row) in [
            (-10.0, Some(0)),
            (layout.bars[1].y + 1.0, Some(1)),
            (layout.bars[2].y - 1.0, Some(2)),
            (1e6, Some(2)),
            (f64::NAN, None),
        ] {
            assert_eq!(layout.row_at(y), row, "{y}");
        }
        assert_eq!(bars(&[]).row_at(0.0), None);
    }

    #[test]
    fn nothing_zeros_and_gaps_are_no_failure() {
        assert!(bars(&[]).bars.is_empty());
        for values in [[0.0, 0.0], [f64::NAN, f64::INFINITY]] {
            assert!(bars(&values).bars.iter().all(|bar| bar.width == 0.0));
        }
    }
}
