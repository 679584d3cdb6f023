//! Names of contours on the map itself: of those that have none at its right or upper edge.

use super::dot_names::{Area, BASELINE, LINE, Label, Room};

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
        let areas = self
            .points
            .iter()
            .flat_map(|at| DIRECTIONS.map(|side| self.area(*at, side)));
        let mut free = areas.filter(|area| area.is_within(&room.outer) && room.is_free(area));
        let area = free.next()?;
        room.taken.push(area);
        Some(Label {
            x: area.left + AIR,
            y: area.top + LINE / 2.0 + BASELINE,
            anchor: "start",
        })
    }

    fn area(&self, (x, y): (f64, f64), (right, down): (f64, f64)) -> Area {
        let half = (self.width / 2.0 + AIR, LINE / 2.0);
        let middle = (x + right * (BESIDE + half.0), y + down * (OVER + half.1));
        Area {
            left: middle.0 - half.0,
            right: middle.0 + half.0,
            top: middle.1 - half.1,
            bottom: middle.1 + half.1,
        }
    }
}
