//! Where values on a grid reach a level: all that is above it, and the line on it.
//!
//! Between neighbouring points of the grid values run straight (marching squares). A row of cells is
//! drawn at a time, cells that touch in it as one piece; rows that are wholly above as one together.

/// What nobody sees, px.
const SLACK: f64 = 1e-3;

/// A corner of a cell: where it is drawn, px, and its value.
pub(super) type Corner = (f64, f64, f64);

/// The corners of a cell, round it from the lower left one.
type Cell = [Corner; 4];

/// A grid on the screen: a list of cells for each row, `None` where a corner has no place or no value.
pub(super) struct Grid(Vec<Vec<Option<Cell>>>);

/// The points of a path; `None` lifts the pen.
type Points = Vec<Option<(f64, f64)>>;

impl Grid {
    /// Columns and rows are drawn at `x` and `y`, px; there is a list of values for each row, in it a value
    /// for each column.
    pub(super) fn new(x: &[f64], y: &[f64], values: &[Vec<f64>]) -> Self {
        let corner = |row: usize, column: usize| {
            let (x, y) = (*x.get(column)?, *y.get(row)?);
            let value = *values.get(row)?.get(column)?;
            (x + y + value).is_finite().then_some((x, y, value))
        };
        let cells = |row: usize| {
            let mut left = (corner(row, 0), corner(row + 1, 0));
            let cell = |column: usize| {
                let right = (corner(row, column), corner(row + 1, column));
                let (lower_left, upper_left) = std::mem::replace(&mut left, right);
                Some([lower_left?, right.0?, right.1?, upper_left?])
            };
            (1..x.len()).map(cell).collect()
        };
        Self((0..y.len().saturating_sub(1)).map(cells).collect())
    }

    /// Everything at the level or above.
    pub(super) fn band(&self, level: f64) -> Points {
        let mut points = Vec::new();
        let mut outline = Outline::default();
        for row in &self.0 {
            if let Some(round) = wholly_above(row, level) {
                outline.add_row(round);
                continue;
            }
            outline.close(&mut points);
            for cell in row {
                match cell {
                    Some(cell) => outline.add(cell, level, &mut points),
                    None => outline.close(&mut points),
                }
            }
            outline.close(&mut points);
        }
        outline.close(&mut points);
        points
    }

    /// The line on which the level is reached.
    pub(super) fn line(&self, level: f64) -> Points {
        let mut points = Vec::new();
        for row in &self.0 {
            let mut is_down = false;
            for cell in row {
                let crossings = cell.iter().flat_map(|cell| crossings(cell, level));
                let crossings: Vec<Corner> = crossings.collect();
                for (index, piece) in crossings.chunks_exact(2).enumerate() {
                    // What comes in from the left goes on where the cell before was left.
                    let known = usize::from(is_down && index == 0);
                    if known == 0 {
                        points.push(None);
                    }
                    points.extend(piece[known..].iter().map(|(x, y, _)| Some((*x, *y))));
                }
                is_down =
                    cell.is_some_and(|[_, right, above, _]| is_between(&right, &above, level));
            }
        }
        points
    }

    /// Where the line of a level leaves the grid at the right, px.
    pub(super) fn exit_right(&self, level: f64) -> Option<Corner> {
        let mut last = self.0.iter().filter_map(|row| row.last()?.as_ref());
        last.find_map(|[_, below, above, _]| between(below, above, level))
    }

    /// Where the line of a level leaves the grid at the top, px.
    pub(super) fn exit_top(&self, level: f64) -> Option<Corner> {
        let mut highest = self.0.last()?.iter().rev().flatten();
        highest.find_map(|[_, _, right, left]| between(left, right, level))
    }
}

/// The outline of what is above a level: in neighbouring cells of a row, from left to right, or in whole
/// rows one above the other.
#[derive(Default)]
struct Outline {
    /// Its lower side.
    lower: Vec<Corner>,
    /// Its upper side.
    upper: Vec<Corner>,
}

impl Outline {
    /// Goes on through a cell, and begins or ends where it must.
    fn add(&mut self, cell: &Cell, level: f64, points: &mut Points) {
        let [lower_left, lower_right, upper_right, upper_left] = cell;
        let reaches = |a: &Corner, b: &Corner| a.2 >= level || b.2 >= level;
        if !reaches(lower_left, upper_left) {
            self.close(points);
        } else if self.lower.is_empty() {
            self.lower.extend(inward(lower_left, upper_left, level));
            self.upper.extend(inward(upper_left, lower_left, level));
        }
        self.lower.extend(between(lower_left, lower_right, level));
        self.upper.extend(between(upper_left, upper_right, level));
        if reaches(lower_right, upper_right) {
            for (side, at) in [
                (&mut self.lower, inward(lower_right, upper_right, level)),
                (&mut self.upper, inward(upper_right, lower_right, level)),
            ] {
                go_to(side, at);
            }
        } else {
            self.close(points);
        }
    }

    /// Goes on upwards through a whole row with these corners.
    fn add_row(&mut self, [lower_left, lower_right, upper_right, upper_left]: Cell) {
        if self.lower.is_empty() {
            self.lower = vec![lower_left, lower_right];
        }
        self.upper = vec![upper_left, upper_right];
    }

    /// Adds what is drawn so far as a piece, and lifts the pen.
    fn close(&mut self, points: &mut Points) {
        if self.lower.is_empty() {
            return;
        }
        let round = self.lower.drain(..).chain(self.upper.drain(..).rev());
        points.extend(round.map(|(x, y, _)| Some((x, y))));
        points.push(None);
    }
}

/// The corners of a row that is at the level or above in all of its cells.
fn wholly_above(row: &[Option<Cell>], level: f64) -> Option<Cell> {
    let is_above = |cell: &Option<Cell>| {
        let cell = cell.as_ref();
        cell.is_some_and(|corners| corners.iter().all(|corner| corner.2 >= level))
    };
    let (first, last) = (row.first()?.as_ref()?, row.last()?.as_ref()?);
    let round = [first[0], last[1], last[2], first[3]];
    row.iter().all(is_above).then_some(round)
}

/// Goes on to a corner, without stops on the edge of a row.
fn go_to(side: &mut Vec<Corner>, at: Option<Corner>) {
    let Some(at) = at else { return };
    let is_level = |with: &Corner| (with.1 - at.1).abs() < SLACK;
    if let [.., before, last] = &side[..]
        && is_level(before)
        && is_level(last)
    {
        side.pop();
    }
    side.push(at);
}

/// The first corner if it is above the level, else where the level is reached on the way to the second.
fn inward(corner: &Corner, other: &Corner, level: f64) -> Option<Corner> {
    if corner.2 >= level {
        Some(*corner)
    } else {
        between(corner, other, level)
    }
}

/// Where a level is reached round a cell: in no, two or four places, each two of which are the ends of
/// a piece of line. The left edge comes first and the right one last. Four cut off the two corners below
/// the level, as an outline does.
fn crossings(cell: &Cell, level: f64) -> impl Iterator<Item = Corner> {
    let [lower_left, lower_right, upper_right, upper_left] = cell;
    let bottom = between(lower_left, lower_right, level);
    let top = between(upper_left, upper_right, level);
    let (first, second) = if lower_left.2 < level {
        (bottom, top)
    } else {
        (top, bottom)
    };
    let left = between(lower_left, upper_left, level);
    let right = between(lower_right, upper_right, level);
    [left, first, second, right].into_iter().flatten()
}

/// Whether two corners lie on the two sides of a level.
fn is_between(a: &Corner, b: &Corner, level: f64) -> bool {
    (a.2 >= level) != (b.2 >= level)
}

/// Where a level is reached between two corners that lie on its two sides.
fn between(a: &Corner, b: &Corner, level: f64) -> Option<Corner> {
    if !is_between(a, b, level) {
        return None;
    }
    let share = (level - a.2) / (b.2 - a.2);
    Some((a.0 + (b.0 - a.0) * share, a.1 + (b.1 - a.1) * share, level))
}
