//! The layout of stacked areas over months: what each month holds, in bands on top of each other.

use super::axis::{Ticks, placed, widest, written, x_ticks};
use super::{Frame, Scale, line_path, linear_ticks, nice_domain, text_width};

/// Height of a chart, px.
const HEIGHT: f64 = 384.0;
/// Room above the plot, px.
const TOP: f64 = 12.0;
/// Room for the x axis below the plot, px.
const BOTTOM: f64 = 28.0;
/// Distance between text and what it names, px.
const GAP: f64 = 8.0;
/// Room right of the plot for half of the last tick's text, px.
const END: f64 = 16.0;
/// Ticks of the y axis at most.
const Y_TICKS: usize = 6;
/// Height that a name within its band needs, px.
const NAME: f64 = 20.0;
const MONTHS_PER_YEAR: f64 = 12.0;

/// What the chart shows.
#[derive(Clone, Copy)]
pub struct StageSpec<'a> {
    /// Outer width, px.
    pub width: f64,
    /// Months that are shown, from month 0 on; a value holds for the whole of its month.
    pub months: usize,
    /// Name and monthly values (none negative) of each band, the lowest first. Beyond its last
    /// value a band is empty.
    pub bands: &'a [(&'a str, &'a [f64])],
    /// Monthly values of a line over the bands, in the same unit.
    pub ghost: Option<&'a [f64]>,
    /// A tick of the x axis as text.
    pub x_text: &'a dyn Fn(f64) -> String,
}

/// Where everything of the chart stands.
#[derive(Clone, Debug, PartialEq)]
pub struct StageLayout {
    /// The plot within the chart.
    pub frame: Frame,
    /// From months to px.
    pub x: Scale,
    /// From values to px.
    pub y: Scale,
    /// Ticks below the plot.
    pub x_ticks: Ticks,
    /// Ticks left of the plot.
    pub y_ticks: Ticks,
    /// Path data of each band.
    pub areas: Vec<String>,
    /// Path data of the upper edge of each band.
    pub edges: Vec<String>,
    /// Path data of the ghost.
    pub ghost: Option<String>,
    /// Middle of each band's name, where the band has room for it, px.
    pub names: Vec<Option<(f64, f64)>>,
}

impl StageLayout {
    /// Lays the chart out; `y_text` writes a tick of the y axis.
    pub fn new(spec: &StageSpec<'_>, y_text: impl Fn(f64) -> String) -> Self {
        let levels = levels(spec);
        let highest = levels.last().into_iter().flatten().copied();
        let highest = highest.chain(spec.ghost.into_iter().flatten().copied());
        let highest = highest.fold(0.0, f64::max);
        let (low, high) = nice_domain(0.0, if highest > 0.0 { highest } else { 1.0 }, Y_TICKS);
        let y_written = written(linear_ticks(low, high, Y_TICKS), &y_text);
        let frame = Frame {
            width: spec.width,
            height: HEIGHT,
            left: widest(&y_written) + GAP,
            right: END,
            top: TOP,
            bottom: BOTTOM,
        };
        let x = Scale::linear((0.0, spec.months.max(1) as f64), frame.x_range());
        let y = Scale::linear((low, high), frame.y_range());
        let bands = levels.windows(2).zip(spec.bands);
        Self {
            x_ticks: x_ticks(&x, MONTHS_PER_YEAR, spec.x_text),
            y_ticks: placed(y_written, &y),
            areas: levels.windows(2).map(|pair| area(pair, &x, &y)).collect(),
            edges: levels[1..].iter().map(|top| edge(top, &x, &y)).collect(),
            ghost: spec.ghost.map(|values| {
                let shown = values.iter().take(spec.months).copied();
                edge(&shown.collect::<Vec<_>>(), &x, &y)
            }),
            names: bands
                .map(|(pair, (name, _))| place(pair, text_width(name) + GAP, &x, &y))
                .collect(),
            frame,
            x,
            y,
        }
    }
}

/// The lower edge of the lowest band, zero, and the upper edge of each band, by month.
fn levels(spec: &StageSpec<'_>) -> Vec<Vec<f64>> {
    let mut levels = vec![vec![0.0; spec.months]];
    for (_, values) in spec.bands {
        let below = &levels[levels.len() - 1];
        let top = below.iter().enumerate();
        let top = top.map(|(month, below)| below + values.get(month).copied().unwrap_or(0.0));
        levels.push(top.collect());
    }
    levels
}

/// Corners of the steps of one edge, px.
fn corners(level: &[f64], x: &Scale, y: &Scale) -> Vec<Option<(f64, f64)>> {
    let steps = level.iter().enumerate();
    steps
        .flat_map(|(month, value)| {
            [month, month + 1].map(|end| x.position(end as f64).zip(y.position(*value)))
        })
        .collect()
}

fn edge(level: &[f64], x: &Scale, y: &Scale) -> String {
    line_path(corners(level, x, y))
}

/// The outline of the area between two edges.
fn area(pair: &[Vec<f64>], x: &Scale, y: &Scale) -> String {
    let mut outline = corners(&pair[1], x, y);
    outline.extend(corners(&pair[0], x, y).into_iter().rev());
    if outline.is_empty() {
        return String::new();
    }
    line_path(outline) + "Z"
}

/// Where a name of this width (px) has the most air in its band, px.
fn place(pair: &[Vec<f64>], width: f64, x: &Scale, y: &Scale) -> Option<(f64, f64)> {
    let (bottom, top) = (&pair[0], &pair[1]);
    let month = x.position(1.0)? - x.position(0.0)?;
    let span = libm::ceil(width / month) as usize;
    let mut best: Option<(f64, (f64, f64))> = None;
    for from in 0..=top.len().checked_sub(span)? {
        let highest = bottom[from..from + span]
            .iter()
            .copied()
            .fold(0.0, f64::max);
        let lowest = top[from..from + span]
            .iter()
            .copied()
            .fold(f64::MAX, f64::min);
        let (under, over) = (y.position(highest)?, y.position(lowest)?);
        let air = under - over;
        if air >= NAME && best.is_none_or(|(most, _)| air > most + 0.5) {
            let middle = x.position(from as f64 + span as f64 / 2.0)?;
            best = Some((air, (middle, under.midpoint(over))));
        }
    }
    best.map(|(_, at)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lay_out(bands: &[(&str, &[f64])], months: usize) -> StageLayout {
        let spec = StageSpec {
            width: 480.0,
            months,
            bands,
            ghost: None,
            x_text: &|value| value.to_string(),
        };
        StageLayout::new(&spec, |value| value.to_string())
    }

    #[test]
    fn bands_stand_on_each_other_and_reach_their_sum() {
        let layout = lay_out(&[("Paying", &[0.0, 30.0]), ("Building", &[100.0, 70.0])], 2);
        assert_eq!(layout.y.domain(), (0.0, 100.0));
        let (left, middle, right) = (
            layout.x.position(0.0).unwrap(),
            layout.x.position(1.0).unwrap(),
            layout.x.position(2.0).unwrap(),
        );
        let (zero, third, top) = (
            layout.y.position(0.0).unwrap(),
            layout.y.position(30.0).unwrap(),
            layout.y.position(100.0).unwrap(),
        );
        let path = |points: &[(f64, f64)]| line_path(points.iter().copied().map(Some));
        let paying = [
            (left, zero),
            (middle, zero),
            (middle, third),
            (right, third),
        ];
        assert_eq!(layout.edges[0], path(&paying));
        let building = [(left, top), (middle, top), (middle, top), (right, top)];
        assert_eq!(layout.edges[1], path(&building));
        assert!(layout.areas[1].ends_with('Z'));
        assert!(layout.areas[1].starts_with(&path(&building)));
    }

    #[test]
    fn a_name_stands_in_its_band_or_nowhere() {
        let wide = [100.0; 24];
        let thin = [2.0; 24];
        let layout = lay_out(&[("Paying", &wide), ("Signed", &thin)], 24);
        let (x, y) = layout.names[0].expect("there is room");
        assert!(layout.frame.plot_left() < x && x < layout.frame.plot_right());
        let top = layout.y.position(100.0).unwrap();
        assert!(top + NAME / 2.0 <= y && y <= layout.frame.plot_bottom() - NAME / 2.0);
        assert_eq!(layout.names[1], None);
    }

    #[test]
    fn a_name_avoids_the_months_in_which_its_band_is_thin() {
        let values: Vec<f64> = (0..48)
            .map(|month| if month < 24 { 0.0 } else { 50.0 })
            .collect();
        let layout = lay_out(&[("Paying", &values)], 48);
        let half = (text_width("Paying") + GAP) / 2.0;
        let (x, _) = layout.names[0].expect("there is room");
        assert!(x - half >= layout.x.position(24.0).unwrap() - 0.5);
    }

    #[test]
    fn nothing_is_laid_out_without_months_or_sites() {
        let layout = lay_out(&[("Paying", &[]), ("Building", &[])], 0);
        assert_eq!(layout.areas, ["", ""]);
        assert_eq!(layout.names, [None, None]);
        assert_eq!(
            lay_out(&[("Paying", &[0.0; 12])], 12).y.domain(),
            (0.0, 1.0)
        );
    }

    #[test]
    fn months_are_ruled_in_years() {
        let layout = lay_out(&[("Paying", &[1.0; 48])], 48);
        let values: Vec<f64> = layout.x_ticks.iter().map(|tick| tick.value).collect();
        assert_eq!(values, [0.0, 12.0, 24.0, 36.0, 48.0]);
    }
}
