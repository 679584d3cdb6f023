//! Names of dots: beside them where no other dot is as near, else at the end of a line that leads there, else
//! as numbers with a key.

use super::area::{Area, Taken};
use super::text_width;

/// Half the box that a dot keeps free, px.
pub(super) const DOT: f64 = 7.0;
/// Distance between the baselines of two lines of a text, px.
pub(super) const LINE: f64 = 16.0;
/// From the middle of a line to its baseline, px.
pub(super) const BASELINE: f64 = 4.0;
/// Air between two texts, so that they are not read as one: beside each other and above each other, px.
const AIR: (f64, f64) = (7.0, 2.0);
/// Air between a dot and a text above or below it, px.
const OVER: f64 = DOT + 1.0;
/// Half the width that a line keeps free, px.
pub(super) const HALF_LINE: f64 = 1.5;
/// How much nearer a text stands to its dot than to any other, where no leader says whose it is, px.
const NEARER: f64 = 2.0;
/// How far names stand from their dots at the end of a leader, and by which steps farther, px.
const REACH: f64 = 16.0;
/// The farthest that a name stands away, and a number, px.
pub(super) const FARTHEST: [f64; 2] = [48.0, 240.0];

/// Names that are narrower than this stand in one line, px.
const LONG: f64 = 100.0;
/// How often names for which there was no room are placed before the others.
const TRIES: usize = 4;

/// A place, px.
type Point = (f64, f64);
/// The name of a dot and its place, if it has one.
type Dot<'a> = (&'a str, Option<Point>);

/// Where a text stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Label {
    /// Where it is anchored, px.
    pub x: f64,
    /// Its baseline, px.
    pub y: f64,
    /// `start`, `middle` or `end`.
    pub anchor: &'static str,
}

/// What stands at a dot: its name, or its number in the key.
#[derive(Clone, Debug, PartialEq)]
pub struct DotName {
    /// Its lines, each with its place.
    pub lines: Vec<(Label, String)>,
    /// From the dot to the text, px, where the text is not beside it.
    pub leader: Option<(Point, Point)>,
}

/// What names have to stay within and off.
#[derive(Clone)]
pub(super) struct Room {
    /// The edges.
    pub(super) outer: Area,
    /// The dots.
    pub(super) dots: Vec<Point>,
    /// What else nothing may lie on.
    pub(super) taken: Taken,
    /// What no name should lie on where it can stand elsewhere.
    pub(super) avoided: Taken,
}

/// What stands at each dot, and what the key says: the names for which there was no room.
#[derive(Default)]
pub(super) struct Named {
    pub(super) names: Vec<Option<DotName>>,
    pub(super) key: Vec<String>,
}

/// Names dots, the first ones first. A dot where an earlier one of the same name stands shares its name.
pub(super) fn named(dots: &[Dot<'_>], room: &Room) -> Named {
    let shares = |index: usize| {
        let earlier = dots.iter().take(index);
        earlier.into_iter().any(|other| *other == dots[index])
    };
    let all: Vec<usize> = (0..dots.len())
        .filter(|index| dots[*index].1.is_some() && !shares(*index))
        .collect();
    let mut found = attempt(dots, &[], &all, room.clone());
    let mut order = all.clone();
    for _ in 0..TRIES {
        if found.missing.is_empty() {
            break;
        }
        // Those for which there was no room may find it before the others.
        let (first, rest) = parted(&order, &found.missing);
        order = [first, rest].concat();
        found = attempt(dots, &[], &order, room.clone());
    }
    let mut keyed = Vec::new();
    while !found.missing.is_empty() {
        keyed.append(&mut found.missing);
        let (numbered, rest) = parted(&all, &keyed);
        found = attempt(dots, &numbered, &rest, room.clone());
    }
    Named {
        names: found.names,
        key: found.key,
    }
}

/// Those of `all` that are among `some`, and the others.
fn parted(all: &[usize], some: &[usize]) -> (Vec<usize>, Vec<usize>) {
    all.iter().partition(|index| some.contains(index))
}

/// Names and numbers that were placed, and the dots for whose names there was no room.
struct Attempt {
    names: Vec<Option<DotName>>,
    key: Vec<String>,
    missing: Vec<usize>,
}

/// Numbers first, which fit where names do not. What has no room even for its number stands last in the
/// key, without one.
fn attempt(dots: &[Dot<'_>], numbered: &[usize], order: &[usize], mut room: Room) -> Attempt {
    let mut names = vec![None; dots.len()];
    let (mut key, mut also, mut missing) = (Vec::new(), Vec::new(), Vec::new());
    for &index in numbered {
        let (name, Some(dot)) = dots[index] else {
            continue;
        };
        let number = (key.len() + 1).to_string();
        names[index] = room.place(&[vec![number.clone()]], dot, &SIDES[..1], FARTHEST[1]);
        match names[index] {
            Some(_) => key.push(format!("{number}:\u{a0}{}", kept_whole(name))),
            None => also.push(name.to_owned()),
        }
    }
    key.append(&mut also);
    for &index in order {
        let (name, Some(dot)) = dots[index] else {
            continue;
        };
        let shapes = [Some(vec![name.to_owned()]), halves(name)];
        let shapes: Vec<Vec<String>> = shapes.into_iter().flatten().collect();
        names[index] = room.place(&shapes, dot, &SIDES, FARTHEST[0]);
        if names[index].is_none() {
            missing.push(index);
        }
    }
    Attempt {
        names,
        key,
        missing,
    }
}

/// A name that no line of the key breaks unless it is long.
fn kept_whole(name: &str) -> String {
    if text_width(name) < LONG {
        name.replace(' ', "\u{a0}")
    } else {
        name.to_owned()
    }
}

/// A long name in two lines, as narrow as can be.
fn halves(name: &str) -> Option<Vec<String>> {
    if text_width(name) < LONG {
        return None;
    }
    let widest = |at: &usize| text_width(&name[..*at]).max(text_width(&name[at + 1..]));
    let breaks = name.match_indices(' ').map(|(at, _)| at);
    let at = breaks.min_by(|a, b| widest(a).total_cmp(&widest(b)))?;
    Some(vec![name[..at].to_owned(), name[at + 1..].to_owned()])
}

/// Where a text stands to its dot: right of it, left of it or neither; below, above or neither; and how
/// far, px.
#[derive(Clone, Copy)]
pub(super) struct Side {
    right: f64,
    down: f64,
    across: f64,
    along: f64,
}

impl Side {
    const fn new(right: f64, down: f64, across: f64, along: f64) -> Self {
        Self {
            right,
            down,
            across,
            along,
        }
    }

    /// The box of a text there, and how it is anchored.
    fn area(self, (x, y): Point, (width, height): (f64, f64)) -> (Area, &'static str) {
        let begin = |at: f64, side: f64, gap: f64, size: f64| match side {
            side if side > 0.0 => at + gap,
            side if side < 0.0 => at - gap - size,
            _ => at - size / 2.0,
        };
        let anchor = match self.right {
            right if right > 0.0 => "start",
            right if right < 0.0 => "end",
            _ => "middle",
        };
        let left = begin(x, self.right, self.across, width);
        let top = begin(y, self.down, self.along, height);
        let area = Area {
            left,
            right: left + width,
            top,
            bottom: top + height,
        };
        (area, anchor)
    }
}

/// The places beside a dot, the best first. Numbers stand in the first one, all on the same side.
pub(super) const SIDES: [Side; 8] = [
    Side::new(1.0, 0.0, DOT + 4.0, 0.0),
    Side::new(-1.0, 0.0, DOT + 4.0, 0.0),
    Side::new(0.0, -1.0, 0.0, OVER),
    Side::new(0.0, 1.0, 0.0, OVER),
    Side::new(1.0, -1.0, 0.0, OVER),
    Side::new(1.0, 1.0, 0.0, OVER),
    Side::new(-1.0, -1.0, 0.0, OVER),
    Side::new(-1.0, 1.0, 0.0, OVER),
];

/// The directions in which leaders lead, and how much of their reach goes across and along.
const AWAY: [Side; 16] = [
    Side::new(0.0, -1.0, 0.0, 1.0),
    Side::new(0.0, 1.0, 0.0, 1.0),
    Side::new(1.0, -1.0, 0.0, 1.0),
    Side::new(1.0, 1.0, 0.0, 1.0),
    Side::new(-1.0, -1.0, 0.0, 1.0),
    Side::new(-1.0, 1.0, 0.0, 1.0),
    Side::new(1.0, -1.0, 0.7, 0.7),
    Side::new(1.0, 1.0, 0.7, 0.7),
    Side::new(-1.0, -1.0, 0.7, 0.7),
    Side::new(-1.0, 1.0, 0.7, 0.7),
    Side::new(1.0, 0.0, 1.0, 0.0),
    Side::new(-1.0, 0.0, 1.0, 0.0),
    Side::new(1.0, -1.0, 0.9, 0.4),
    Side::new(1.0, 1.0, 0.9, 0.4),
    Side::new(-1.0, -1.0, 0.9, 0.4),
    Side::new(-1.0, 1.0, 0.9, 0.4),
];

impl Room {
    /// The best place for a text, which may be broken in one of some ways, and takes it: one of those
    /// beside the dot, or else at the end of a leader.
    pub(super) fn place(
        &mut self,
        shapes: &[Vec<String>],
        dot: Point,
        beside: &[Side],
        farthest: f64,
    ) -> Option<DotName> {
        let beside = beside.iter().copied();
        let steps = (1..).map(|step| DOT + REACH * f64::from(step));
        let away = steps
            .take_while(|reach| *reach <= farthest)
            .flat_map(|reach| {
                AWAY.map(|side| Side {
                    across: side.across * reach,
                    along: side.along * reach,
                    ..side
                })
            });
        let strictly = !self.avoided.is_empty();
        let near = strictly.then(|| self.first(shapes, dot, &beside, (false, true)));
        let (name, taken) = near
            .flatten()
            .or_else(|| self.first(shapes, dot, &beside, (false, false)))
            .or_else(|| self.first(shapes, dot, &away, (true, false)))?;
        self.taken.extend(taken);
        Some(name)
    }

    /// The first of some places at which a text is free, and what it takes there: in its first shape, or else in the
    /// next. Whether the places are far from the dot, and whether what should be avoided is.
    fn first(
        &self,
        shapes: &[Vec<String>],
        dot: Point,
        sides: &(impl Iterator<Item = Side> + Clone),
        (is_far, is_strict): (bool, bool),
    ) -> Option<(DotName, Vec<Area>)> {
        shapes.iter().find_map(|lines| {
            let widths = lines.iter().map(|line| text_width(line));
            let size = (widths.fold(0.0, f64::max), LINE * lines.len() as f64);
            sides.clone().find_map(|side| {
                let place = side.area(dot, size);
                self.fitting(lines, place, dot, is_far, is_strict)
            })
        })
    }

    /// A text at a place, if it is free, and what it takes.
    fn fitting(
        &self,
        lines: &[String],
        (area, anchor): (Area, &'static str),
        dot: Point,
        is_far: bool,
        is_strict: bool,
    ) -> Option<(DotName, Vec<Area>)> {
        let is_free = area.is_within(&self.outer)
            && self.has_no_dot(&area)
            && self.taken.leave_free(&area.grown(AIR))
            && (!is_strict || self.avoided.leave_free(&area))
            && (is_far || self.is_of(&area, dot));
        if !is_free {
            return None;
        }
        let mut taken = vec![area];
        let leader = is_far.then(|| leader(dot, &area));
        if let Some(ends) = leader {
            let line: Vec<Area> = covered(ends).collect();
            let is_clear = |part: &Area| self.taken.leave_free(part) && self.is_off_dots(part);
            if !line.iter().all(is_clear) {
                return None;
            }
            taken.extend(line);
        }
        let x = match anchor {
            "start" => area.left,
            "end" => area.right,
            _ => area.left.midpoint(area.right),
        };
        let place = |(row, line): (usize, &String)| {
            let y = area.top + LINE * (row as f64 + 0.5) + BASELINE;
            (Label { x, y, anchor }, line.clone())
        };
        let lines = lines.iter().enumerate().map(place).collect();
        Some((DotName { lines, leader }, taken))
    }

    /// Whether nothing lies in a box.
    pub(super) fn is_free(&self, area: &Area) -> bool {
        self.has_no_dot(area) && self.taken.leave_free(area)
    }

    fn has_no_dot(&self, area: &Area) -> bool {
        let is_off = |dot: &Point| Area::around(*dot, DOT).is_free(&[*area]);
        self.dots.iter().all(is_off)
    }

    /// Whether a box is nearer to a dot than to all that stand elsewhere.
    fn is_of(&self, area: &Area, dot: Point) -> bool {
        let own = area.distance(dot) + NEARER;
        let mut others = self.dots.iter().filter(|other| **other != dot);
        others.all(|other| area.distance(*other) >= own)
    }

    /// Whether a part of a leader keeps off the dots, its own too, at whose edge it begins.
    fn is_off_dots(&self, part: &Area) -> bool {
        let (x, y) = part.middle();
        let near = DOT - 1.0;
        let is_on =
            |dot: &Point| (dot.0 - x) * (dot.0 - x) + (dot.1 - y) * (dot.1 - y) < near * near;
        !self.dots.iter().any(is_on)
    }
}

/// From the edge of a dot to the nearest place of a box.
pub(super) fn leader((x, y): Point, area: &Area) -> (Point, Point) {
    let end = area.nearest((x, y));
    let (dx, dy) = (end.0 - x, end.1 - y);
    let share = DOT / libm::sqrt(dx * dx + dy * dy).max(DOT);
    ((x + share * dx, y + share * dy), end)
}

/// What a line takes: small boxes along it, the last of which end before its end.
pub(super) fn covered((from, to): (Point, Point)) -> impl Iterator<Item = Area> {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let count = libm::floor(dx.abs().max(dy.abs()) / HALF_LINE);
    (0..count as usize).map(move |index| {
        let share = index as f64 / count;
        Area::around((from.0 + share * dx, from.1 + share * dy), HALF_LINE)
    })
}
