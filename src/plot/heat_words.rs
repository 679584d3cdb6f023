//! Words on a map: names of dots and contours and a word at its edge, where they cross no line and no dot.

use super::area::{Area, Taken};
use super::contour_words::{DIRECTIONS, Unnamed, beside_point};
use super::dot_names::{
    BASELINE, DOT, DotName, FARTHEST, LINE, Label, Room, SIDES, covered, leader,
};
use super::heat_map::HeatLayout;
use super::text_width;

/// Half the width that a line keeps free, px.
const HALF_LINE: f64 = 2.0;
/// Distance between a dot and its name where there is no room for it, px.
const BESIDE: f64 = 10.0;
/// Distance between the word at the edge and the edge, px.
const EDGE: f64 = 8.0;
/// How far apart the places of the word at the edge are that are tried, px.
const STEP: f64 = 4.0;
/// How many places away from a dot are tried in each direction.
const FAR_STEPS: u32 = 12;

/// A place, px.
type Point = (f64, f64);

/// Where the words of a map stand.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Words {
    /// The name of each dot that is in sight.
    pub names: Vec<Option<DotName>>,
    /// The word at the right edge, if it has room.
    pub edge: Option<Label>,
    /// Names of lines that have none at an edge of the map, with the line's index, as many as have room.
    pub lines: Vec<(usize, Label)>,
}

/// What lines take: small boxes along them.
pub(super) fn taken(lines: &[Vec<Option<Point>>]) -> Taken {
    let mut taken = Taken::default();
    for line in lines {
        taken.extend(line.iter().flatten().map(|at| Area::around(*at, HALF_LINE)));
        for ends in line.windows(2) {
            let ends = ends[0].zip(ends[1]);
            taken.extend(ends.into_iter().flat_map(covered));
        }
    }
    taken
}

impl HeatLayout {
    /// Where the names of some dots (px) stand, the first ones first, and a word at the right edge, above the
    /// second of `edge` (px). A name that crosses something wherever it stands beside its dot is at the end of a line
    /// over the contours, on its dot's side of the border if it can be; where there is no room for that either, it is beside its dot, on a line if
    /// it must be, but never on another word.
    #[must_use]
    pub fn words(&self, dots: &[(&str, Point)], edge: Option<(&str, f64)>) -> Words {
        let frame = &self.frame;
        let outer = Area {
            left: frame.plot_left(),
            right: frame.plot_right(),
            top: frame.plot_top(),
            bottom: frame.plot_bottom(),
        };
        let is_inside = |at: &Point| {
            (outer.left..=outer.right).contains(&at.0) && (outer.top..=outer.bottom).contains(&at.1)
        };
        let seen = dots.iter().map(|(_, at)| *at).filter(is_inside);
        let mut room = Room {
            outer,
            dots: seen.collect(),
            taken: self.taken.clone(),
            avoided: Taken::default(),
        };
        let mut name = |(name, at): &(&str, Point)| {
            let found = room.place(&[vec![(*name).to_owned()]], *at, &SIDES, FARTHEST[1]);
            if found.is_some() {
                return found;
            }
            if let Some((found, taken)) = away((name, *at), &room, self.taken.len(), &self.border) {
                room.taken.extend(taken);
                return Some(found);
            }
            let (name, area) = beside(name, *at, &outer);
            let others = room.taken.after(self.taken.len());
            let is_clear = area.is_free(others);
            room.taken.push(area);
            is_clear.then_some(name)
        };
        let names = dots
            .iter()
            .map(|dot| is_inside(&dot.1).then(|| name(dot)).flatten())
            .collect();
        let edge = edge.and_then(|(word, lowest)| at_edge(text_width(word), lowest, &mut room));
        let line = |line: &Unnamed| Some((line.line, line.place(&mut room)?));
        Words {
            names,
            edge,
            lines: self.unnamed.iter().filter_map(line).collect(),
        }
    }
}

/// A word at the right edge, as high as it is free, above `lowest` (px); the word takes its place.
fn at_edge(width: f64, lowest: f64, room: &mut Room) -> Option<Label> {
    let outer = &room.outer;
    let right = outer.right - EDGE;
    let steps = (lowest - outer.top - LINE) / STEP;
    let mut areas = (0..=libm::floor(steps.max(-1.0)) as i64).map(|step| {
        let top = outer.top + STEP * step as f64;
        Area {
            left: right - width,
            right,
            top,
            bottom: top + LINE,
        }
    });
    let area = areas.find(|area| room.is_free(area))?;
    room.taken.push(area);
    Some(Label {
        x: right,
        y: area.top + LINE / 2.0 + BASELINE,
        anchor: "end",
    })
}

/// A name that crosses nothing, at the end of a line from its dot that may cross contours, the first `contours`
/// of what is taken, but not the `border` unless there is no other way; and what it takes.
fn away(
    (name, (x, y)): (&str, Point),
    room: &Room,
    contours: usize,
    border: &Taken,
) -> Option<(DotName, Vec<Area>)> {
    let half = (text_width(name) / 2.0 + STEP, LINE / 2.0);
    let reaches = (1..=FAR_STEPS).map(|step| DOT + EDGE * f64::from(step));
    let found = reaches.flat_map(|reach| {
        DIRECTIONS.map(|direction| {
            let area = beside_point((x, y), direction, half, (reach, reach));
            (area, leader((x, y), &area))
        })
    });
    let mut free = found.filter(|(area, ends)| {
        let others = room.taken.after(contours);
        let line: Vec<Area> = covered(*ends).collect();
        let is_off = |dot: &Point| *dot == (x, y) || Area::around(*dot, DOT).is_free(&line);
        let is_clear = |part: &Area| part.is_free(others);
        area.is_within(&room.outer)
            && room.is_free(area)
            && room.dots.iter().all(is_off)
            && line.iter().all(is_clear)
    });
    let is_near = |(_, ends): &(Area, _)| covered(*ends).all(|part| border.leave_free(&part));
    let first = free.next()?;
    let (area, leader) = if is_near(&first) {
        first
    } else {
        free.find(is_near).unwrap_or(first)
    };
    let at = Label {
        x: area.left + STEP,
        y: area.top + LINE / 2.0 + BASELINE,
        anchor: "start",
    };
    let name = DotName {
        lines: vec![(at, name.to_owned())],
        leader: Some(leader),
    };
    Some((name, covered(leader).chain([area]).collect()))
}

/// A name right of its dot, or left of it where it would leave the plot, and its box.
fn beside(name: &str, (x, y): Point, outer: &Area) -> (DotName, Area) {
    let width = text_width(name);
    let is_left = x + BESIDE + width > outer.right;
    let (left, anchor) = if is_left {
        (x - BESIDE - width, "end")
    } else {
        (x + BESIDE, "start")
    };
    let area = Area {
        left,
        right: left + width,
        top: y - LINE / 2.0,
        bottom: y + LINE / 2.0,
    };
    let label = Label {
        x: if is_left { area.right } else { area.left },
        y: y + BASELINE,
        anchor,
    };
    let name = DotName {
        lines: vec![(label, name.to_owned())],
        leader: None,
    };
    (name, area)
}

#[cfg(test)]
mod tests {
    use super::super::heat_map::HeatSpec;
    use super::*;

    /// The box of a text.
    pub(super) fn area(label: &Label, text: &str) -> Area {
        let width = text_width(text);
        let left = match label.anchor {
            "start" => label.x,
            "end" => label.x - width,
            _ => label.x - width / 2.0,
        };
        let middle = label.y - BASELINE;
        Area {
            left,
            right: left + width,
            top: middle - LINE / 2.0,
            bottom: middle + LINE / 2.0,
        }
    }

    /// Whether a piece of line has a place within a box: of its place along the line, what lies within the
    /// columns and the rows is left over.
    pub(super) fn crosses((from, to): (Point, Point), area: &Area) -> bool {
        let within = |from: f64, to: f64, low: f64, high: f64| {
            let by = to - from;
            if by == 0.0 {
                return (low < from && from < high).then_some((0.0, 1.0));
            }
            let ends = ((low - from) / by, (high - from) / by);
            Some((ends.0.min(ends.1), ends.0.max(ends.1)))
        };
        let across = within(from.0, to.0, area.left, area.right);
        let along = within(from.1, to.1, area.top, area.bottom);
        across.zip(along).is_some_and(|(across, along)| {
            across.0.max(along.0).max(0.0) < across.1.min(along.1).min(1.0)
        })
    }

    /// A map of values over 0 … 1 in both directions with lines at these levels.
    pub(super) fn map(values: &[Vec<f64>], levels: &[f64]) -> HeatLayout {
        let axis = |count: usize| -> Vec<f64> {
            (0..count).map(|i| i as f64 / (count - 1) as f64).collect()
        };
        let levels: Vec<(f64, &str)> = levels.iter().map(|level| (*level, "line")).collect();
        HeatLayout::new(&HeatSpec {
            width: 420.0,
            x: &axis(values[0].len()),
            y: &axis(values.len()),
            values,
            levels: &levels,
            first: 0,
            x_text: &|x| x.to_string(),
            y_text: &|y| y.to_string(),
        })
    }

    /// The pieces of all lines of a map.
    pub(super) fn pieces(layout: &HeatLayout) -> Vec<(Point, Point)> {
        let point = |text: &str| {
            let (x, y) = text.split_once(',').unwrap();
            (x.parse().unwrap(), y.parse().unwrap())
        };
        let strokes = layout.lines.iter().flat_map(|line| line.split('M').skip(1));
        let strokes = strokes.map(|line| line.split('L').map(point).collect::<Vec<Point>>());
        strokes
            .flat_map(|line| {
                line.windows(2)
                    .map(|ends| (ends[0], ends[1]))
                    .collect::<Vec<_>>()
            })
            .collect()
    }

    /// A place of a map, px, from shares of its width and height.
    pub(super) fn at(layout: &HeatLayout, (x, y): Point) -> Point {
        (layout.x.position(x).unwrap(), layout.y.position(y).unwrap())
    }

    /// Rises to the right.
    fn rising(count: usize) -> Vec<Vec<f64>> {
        let row: Vec<f64> = (0..count).map(|i| i as f64 / (count - 1) as f64).collect();
        vec![row; count]
    }

    #[test]
    fn a_name_beside_which_a_line_runs_stands_on_the_other_side() {
        let layout = map(&rising(9), &[0.55]);
        let dot = at(&layout, (0.5, 0.5));
        let words = layout.words(&[("baseline", dot)], None);
        let name = words.names[0].as_ref().unwrap();
        assert_eq!((name.lines[0].0.anchor, name.leader), ("end", None));
        let free = map(&rising(9), &[]).words(&[("baseline", dot)], None);
        assert_eq!(free.names[0].as_ref().unwrap().lines[0].0.anchor, "start");
    }

    #[test]
    fn a_line_from_the_left_to_the_lower_edge_is_named_on_the_map() {
        let falls = |y: i32| (0..9).map(|x| f64::from(x + y) / 16.0).collect();
        let layout = map(&(0..9).map(falls).collect::<Vec<_>>(), &[0.25]);
        assert_eq!(layout.names, [None]);
        let words = layout.words(&[], None);
        assert_eq!(words.lines.len(), 1);
        let named = map(&rising(9), &[0.5]).words(&[], None);
        assert_eq!(named.lines, [], "it has its name at the top");
    }

    #[test]
    fn a_dot_out_of_sight_has_no_name() {
        let layout = map(&rising(3), &[]);
        let words = layout.words(&[("you", (layout.frame.width, 50.0))], None);
        assert_eq!(words.names, [None]);
    }

    #[test]
    fn the_word_at_the_edge_makes_way_and_stays_above_its_end() {
        let layout = map(&rising(3), &[]);
        let bottom = layout.frame.plot_bottom();
        let free = layout.words(&[], Some(("loss", bottom))).edge.unwrap();
        let on_it = (free.x - 10.0, free.y - BASELINE);
        let moved = layout.words(&[("you", on_it)], Some(("loss", bottom)));
        assert!(moved.edge.unwrap().y > free.y);
        let cut = layout.words(&[("you", on_it)], Some(("loss", free.y + 4.0)));
        assert_eq!(cut.edge, None);
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod laws {
    use proptest::prelude::*;

    use super::tests::{area, at, crosses, map, pieces};
    use super::*;

    /// The texts of a map that stand where there is no room: those whose dot has free places nowhere beside it.
    fn is_hemmed_in(dot: Point, text: &str, layout: &HeatLayout, others: &[Area]) -> bool {
        let lines = pieces(layout);
        let width = text_width(text);
        let sides = [(1.0, 0.0), (-1.0, 0.0), (0.0, -1.0), (0.0, 1.0)];
        sides.iter().all(|(right, down)| {
            let middle = (
                dot.0 + right * (DOT + 2.0 + width / 2.0),
                dot.1 + down * (DOT + 1.0 + LINE / 2.0),
            );
            let there = Area {
                left: middle.0 - width / 2.0,
                right: middle.0 + width / 2.0,
                top: middle.1 - LINE / 2.0,
                bottom: middle.1 + LINE / 2.0,
            };
            // With the air that names keep.
            let wide = Area {
                left: there.left - 8.0,
                right: there.right + 8.0,
                top: there.top - 3.0,
                bottom: there.bottom + 3.0,
            };
            let frame = &layout.frame;
            let is_inside = frame.plot_left() <= there.left
                && there.right <= frame.plot_right()
                && frame.plot_top() <= there.top
                && there.bottom <= frame.plot_bottom();
            !is_inside || !wide.is_free(others) || lines.iter().any(|line| crosses(*line, &wide))
        })
    }

    fn places(from: f64, to: f64) -> impl Strategy<Value = [Point; 2]> {
        let place = move || (from..to, from..to);
        (place(), place()).prop_map(|(one, other)| [one, other])
    }

    /// Slopes of a plane: what maps look like.
    fn planes() -> impl Strategy<Value = Vec<Vec<f64>>> {
        (-1.0..1.0_f64, -1.0..1.0_f64, -0.4..0.4_f64).prop_map(|(across, along, bend)| {
            let share = |i: i32| f64::from(i) / 8.0;
            let row = |y: f64| {
                (0..9)
                    .map(|i| across * (share(i) - 0.5) + along * (y - 0.5) + bend * share(i) * y)
                    .collect()
            };
            (0..9).map(|i| row(share(i))).collect()
        })
    }

    fn fields() -> impl Strategy<Value = Vec<Vec<f64>>> {
        let noise = prop::collection::vec(prop::collection::vec(-1.0..1.0_f64, 7), 7);
        prop_oneof![planes(), noise]
    }

    const NAMES: [&str; 2] = ["you", "baseline"];

    #[test]
    fn a_name_at_the_end_of_a_line_stays_on_its_dots_side_of_the_border() {
        let share = |index: usize| index as f64 / 10.0;
        let row = |y: usize| (0..=10).map(|x| share(x) + share(y)).collect();
        let values: Vec<Vec<f64>> = (0..=10).map(row).collect();
        // The border is the lowest of lines that leave no room between them.
        let levels: Vec<f64> = (0..=8).map(|index| 0.7 + 0.05 * f64::from(index)).collect();
        let layout = map(&values, &levels);
        let dot = at(&layout, (0.37, 0.36));
        let words = layout.words(&[("you", dot)], None);
        let name = words.names[0].as_ref().expect("has room");
        let (from, to) = name.leader.expect("stands away");
        assert!(covered((from, to)).all(|part| layout.border.leave_free(&part)));
        assert!(to.0 > from.0 || to.1 < from.1, "{name:?}");
    }

    proptest! {
        #[test]
        fn words_cross_no_line_and_no_dot_and_not_each_other_unless_hemmed_in(
            values in fields(), places in places(0.0, 1.0), levels in prop::collection::vec(-0.8..0.8_f64, 0..4),
        ) {
            let layout = map(&values, &levels);
            let dots = places.map(|place| at(&layout, place));
            let named = [(NAMES[0], dots[0]), (NAMES[1], dots[1])];
            let words = layout.words(&named, Some(("loss", layout.frame.plot_bottom())));
            let named = words.names.iter().enumerate();
            let named = named.filter_map(|(dot, name)| {
                Some((Some(dot), area(&name.as_ref()?.lines[0].0, NAMES[dot])))
            });
            let edge = words.edge.map(|edge| (None, area(&edge, "loss")));
            let areas: Vec<(Option<usize>, Area)> = named.chain(edge).collect();
            let boxes: Vec<Area> = dots.iter().map(|dot| Area::around(*dot, DOT - 0.1)).collect();
            let lines = pieces(&layout);
            for (index, (_, word)) in areas.iter().enumerate() {
                prop_assert!(areas[..index].iter().all(|(_, other)| word.is_free(&[*other])), "{words:?}");
            }
            for word in [Some(0), Some(1), None] {
                let place = areas.iter().position(|(dot, _)| *dot == word);
                let is_clear = place.is_some_and(|place| {
                    let area = areas[place].1;
                    area.is_free(&boxes) && !lines.iter().any(|line| crosses(*line, &area))
                });
                let is_missing_at_the_edge = word.is_none() && place.is_none();
                let has_no_room = || word.is_some_and(|dot| {
                    let earlier = areas.iter().filter(|(other, _)| other.is_some_and(|other| other < dot));
                    let others: Vec<Area> = earlier.map(|(_, area)| *area).chain(boxes.clone()).collect();
                    is_hemmed_in(dots[dot], NAMES[dot], &layout, &others)
                });
                prop_assert!(is_clear || is_missing_at_the_edge || has_no_room(), "{word:?} of {words:?}");
            }
        }

        #[test]
        fn names_of_lines_cross_no_line_and_no_dot_and_not_each_other(
            values in fields(), places in places(0.0, 1.0), levels in prop::collection::vec(-0.8..0.8_f64, 0..6),
        ) {
            let layout = map(&values, &levels);
            let dots = places.map(|place| at(&layout, place));
            let named = [(NAMES[0], dots[0]), (NAMES[1], dots[1])];
            let words = layout.words(&named, Some(("loss", layout.frame.plot_bottom())));
            let others = words.names.iter().enumerate().filter_map(|(dot, name)| {
                Some(area(&name.as_ref()?.lines[0].0, NAMES[dot]))
            });
            let edge = words.edge.map(|edge| area(&edge, "loss"));
            let dots = dots.iter().map(|dot| Area::around(*dot, DOT - 0.1));
            let mut taken: Vec<Area> = others.chain(edge).chain(dots).collect();
            let lines = pieces(&layout);
            for (line, label) in &words.lines {
                prop_assert_eq!(layout.names[*line], None);
                let word = area(label, "line");
                prop_assert!(word.is_free(&taken), "{words:?}");
                prop_assert!(!lines.iter().any(|line| crosses(*line, &word)), "{words:?}");
                taken.push(word);
            }
        }

        #[test]
        fn beside_one_line_there_is_always_room_off_the_corners(
            values in planes(), places in places(0.25, 0.75), level in -0.8..0.8_f64,
        ) {
            let layout = map(&values, &[level]);
            let dots = places.map(|place| at(&layout, place));
            let apart = (dots[0].0 - dots[1].0).abs().max((dots[0].1 - dots[1].1).abs());
            prop_assume!(apart > 40.0);
            let words = layout.words(&[(NAMES[0], dots[0]), (NAMES[1], dots[1])], None);
            let lines = pieces(&layout);
            for (name, text) in words.names.iter().zip(NAMES) {
                let name = name.as_ref().expect("has room");
                let area = area(&name.lines[0].0, text);
                prop_assert!(!lines.iter().any(|line| crosses(*line, &area)), "{name:?}");
            }
        }
    }
}
