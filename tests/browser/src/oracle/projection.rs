//! The scale of an axis, read off its texts alone.

use crate::page::Chart;

/// How far anything may stand from where its axis says, px: drawings are written to a hundredth.
pub(super) const PIXELS: f64 = 0.02;

/// From data to px along one axis.
pub(super) struct Projection {
    start: (f64, f64),
    px_per_unit: f64,
}

impl Projection {
    /// The scale of the axis `x` or `y`.
    pub(super) fn of(chart: &Chart, axis: &str) -> Result<Self, String> {
        let mut ticks = chart.ticks.iter().filter(|tick| tick.axis == axis);
        let (Some(first), Some(last)) = (ticks.next(), ticks.next_back()) else {
            let ticks = &chart.ticks;
            return Err(format!(
                "the {axis} axis has fewer than two texts: {ticks:?}"
            ));
        };
        let px_per_unit = (last.at - first.at) / (last.value - first.value);
        let projection = Self {
            start: (first.value, first.at),
            px_per_unit,
        };
        match ticks.find(|tick| (projection.px(tick.value) - tick.at).abs() > PIXELS) {
            Some(tick) => Err(format!("{axis} is not linear at {}", tick.value)),
            None => Ok(projection),
        }
    }

    pub(super) fn px(&self, value: f64) -> f64 {
        self.start.1 + (value - self.start.0) * self.px_per_unit
    }
}
