//! Where a slider's thumb is.

use serde::Deserialize;

/// A slider's track.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Track {
    /// The way of the thumb's centre from end to end, CSS px.
    pub length: f64,
    /// Where the thumb is now, 0 … 1.
    pub thumb: f64,
}

impl Track {
    /// The point at a place on the track, seen from its middle.
    pub(super) fn point(&self, place: f64) -> (f64, f64) {
        ((self.length * (place - 0.5)).round(), 0.0)
    }

    /// The points of a drag of the thumb.
    pub(super) fn way(&self, to: f64, strokes: usize) -> Vec<(f64, f64)> {
        let place = |stroke| self.thumb + (to - self.thumb) * stroke as f64 / strokes as f64;
        (0..=strokes)
            .map(|stroke| self.point(place(stroke)))
            .collect()
    }
}
