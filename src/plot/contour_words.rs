//! Names of contours on the map itself: of those that have none at its right or upper edge.

use super::area::Area;
use super::dot_names::{BASELINE, LINE, Label, Room};

/// Distance between a contour and its name beside it, and above or below it, px.
const BESIDE: f64 = 6.0;
const OVER: f64 = 5.0;
/// What a name keeps free at either end, px.
const AIR: f64 = 4.0;
/// Where a name stands from a point of its contour: right or left of it, and below or above it.
pub(super) const DIRECTIONS: [(f64, f64); 8] = [
    (1.0, 0.0),
    (1.0, -1.0),
    (-1.0, 0.0),
    (-1.0, 1.0),
    (0.0, -1.0),
    (0.0, 1.0),
    (1.0, 1.0),
    (-1.0, -1.0),
];

/// A contour that is in sight and has no name at an edge of the map.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Unnamed {
    /// Which of the lines it is.
    pub(super) line: usize,
    /// The width of its name, px.
    pub(super) width: f64,
    /// Its points, px.
    pub(super) points: Vec<(f64, f64)>,
}

impl Unnamed {
    /// The first free place along the contour; the name takes it.
    pub(super) fn place(&self, room: &mut Room) -> Option<Label> {
        let half = (self.width / 2.0 + AIR, LINE / 2.0);
        let around =
            |at: &(f64, f64)| DIRECTIONS.map(|side| beside_point(*at, side, half, (BESIDE, OVER)));
        let areas = self.points.iter().flat_map(around);
        let mut free = areas.filter(|area| area.is_within(&room.outer) && room.is_free(area));
        let area = free.next()?;
        room.taken.push(area);
        Some(Label {
            x: area.left + AIR,
            y: area.top + LINE / 2.0 + BASELINE,
            anchor: "start",
        })
    }
}

/// A box of half this width and height (px) in a direction from a point, at these distances across and along.
pub(super) fn beside_point(
    (x, y): (f64, f64),
    (right, down): (f64, f64),
    half: (f64, f64),
    gap: (f64, f64),
) -> Area {
    let middle = (x + right * (gap.0 + half.0), y + down * (gap.1 + half.1));
    Area {
        left: middle.0 - half.0,
        right: middle.0 + half.0,
        top: middle.1 - half.1,
        bottom: middle.1 + half.1,
    }
}
