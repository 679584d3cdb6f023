//! Boxes that something takes, and what they leave free.

/// A place, px.
type Point = (f64, f64);

/// A box that something takes, px.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Area {
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) top: f64,
    pub(super) bottom: f64,
}

impl Area {
    pub(super) fn around((x, y): Point, half: f64) -> Self {
        Self {
            left: x - half,
            right: x + half,
            top: y - half,
            bottom: y + half,
        }
    }

    /// With more room beside it and above and below it, px.
    pub(super) fn grown(&self, (across, along): (f64, f64)) -> Self {
        Self {
            left: self.left - across,
            right: self.right + across,
            top: self.top - along,
            bottom: self.bottom + along,
        }
    }

    /// The place in it that is nearest to one.
    pub(super) fn nearest(&self, (x, y): Point) -> Point {
        (
            x.clamp(self.left, self.right),
            y.clamp(self.top, self.bottom),
        )
    }

    /// How far a place is from it, px.
    pub(super) fn distance(&self, place: Point) -> f64 {
        let (x, y) = self.nearest(place);
        let (dx, dy) = (x - place.0, y - place.1);
        libm::sqrt(dx * dx + dy * dy)
    }

    /// Its middle.
    pub(super) fn middle(&self) -> Point {
        (
            self.left.midpoint(self.right),
            self.top.midpoint(self.bottom),
        )
    }

    pub(super) fn is_within(&self, outer: &Self) -> bool {
        self.left >= outer.left
            && self.right <= outer.right
            && self.top >= outer.top
            && self.bottom <= outer.bottom
    }

    /// Whether none of these reaches into it.
    pub(super) fn is_free(&self, taken: &[Self]) -> bool {
        !taken.iter().any(|other| self.meets(other))
    }

    fn meets(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    /// The smallest box that holds both.
    fn with(&self, other: &Self) -> Self {
        Self {
            left: self.left.min(other.left),
            right: self.right.max(other.right),
            top: self.top.min(other.top),
            bottom: self.bottom.max(other.bottom),
        }
    }
}

/// How many boxes share a hull.
const HULL: usize = 16;

/// Many boxes, among which one is found quickly: those of a line follow each other, so that a hull around some
/// of them says of most that they are far away.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Taken {
    areas: Vec<Area>,
    hulls: Vec<Area>,
}

impl Taken {
    pub(super) fn push(&mut self, area: Area) {
        match self.hulls.last_mut() {
            Some(hull) if !self.areas.len().is_multiple_of(HULL) => *hull = hull.with(&area),
            _ => self.hulls.push(area),
        }
        self.areas.push(area);
    }

    /// How many they are.
    pub(super) fn len(&self) -> usize {
        self.areas.len()
    }

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.areas.is_empty()
    }

    /// Those that came after the first `count`.
    pub(super) fn after(&self, count: usize) -> &[Area] {
        &self.areas[count..]
    }

    /// Whether none of them reaches into a box.
    pub(super) fn leave_free(&self, area: &Area) -> bool {
        let parts = self.hulls.iter().zip(self.areas.chunks(HULL));
        let mut near = parts.filter(|(hull, _)| area.meets(hull));
        near.all(|(_, part)| area.is_free(part))
    }
}

impl Extend<Area> for Taken {
    fn extend<I: IntoIterator<Item = Area>>(&mut self, areas: I) {
        for area in areas {
            self.push(area);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn area() -> impl Strategy<Value = Area> {
        let side = || (0.0..100.0, 0.0..20.0);
        (side(), side()).prop_map(|((left, width), (top, height))| Area {
            left,
            right: left + width,
            top,
            bottom: top + height,
        })
    }

    proptest! {
        #[test]
        fn a_box_is_free_of_many_if_it_is_free_of_each(
            many in prop::collection::vec(area(), 0..100),
            one in area(),
        ) {
            let mut taken = Taken::default();
            taken.extend(many.iter().copied());
            prop_assert_eq!(taken.leave_free(&one), one.is_free(&many));
            prop_assert_eq!(taken.after(0), &many[..]);
        }
    }
}
