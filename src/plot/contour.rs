//! Where values on a grid reach a level: all that is above it, and the line on it.
//!
//! Between neighbouring points of the grid values run straight (marching squares). Cells that touch in a
//! row are one piece, and it goes on in the next row where nothing but their common edge lies between.

/// What nobody sees, px.
const SLACK: f64 = 1e-3;

/// A corner of a cell: where it is drawn, px, and its value.
pub(super) type Corner = (f64, f64, f64);

/// The corners of a cell, round it from the lower left one.
type Cell = [Corner; 4];

/// A grid on the screen: a list of cells for each row, `None` where a corner has no place or no value.
pub(super) struct Grid(Vec<Vec<Option<Cell>>>);

/// A place, px.
type Place = (f64, f64);

/// The points of a path; `None` lifts the pen.
type Points = Vec<Option<Place>>;

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
        let mut whole = Outline::default();
        for row in &self.0 {
            let mut pieces = outlines(row, level);
            let last = pieces.pop().unwrap_or_default();
            if pieces.is_empty() && whole.goes_on_in(&last) {
                continue;
            }
            for piece in std::iter::once(std::mem::replace(&mut whole, last)).chain(pieces) {
                piece.close(&mut points);
            }
        }
        whole.close(&mut points);
        points
    }

    /// The line on which the level is reached.
    pub(super) fn line(&self, level: f64) -> Points {
        let mut lines: Vec<Vec<Place>> = Vec::new();
        for row in &self.0 {
            for piece in pieces_of_line(row, level) {
                let before = lines.iter_mut().find(|line| line.last() == piece.first());
                match before {
                    Some(line) => line.extend(&piece[1..]),
                    None => lines.push(piece),
                }
            }
        }
        let lifted = |line: Vec<Place>| line.into_iter().map(Some).chain([None]);
        lines.into_iter().flat_map(lifted).collect()
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

/// Where values on a grid reach a level, in the grid's own units: the points of the line as it is drawn.
#[must_use]
pub fn level_line(x: &[f64], y: &[f64], values: &[Vec<f64>], level: f64) -> Vec<(f64, f64)> {
    // On the screen y points down.
    let down: Vec<f64> = y.iter().map(|y| -y).collect();
    let line = Grid::new(x, &down, values).line(level);
    line.into_iter().flatten().map(|(x, y)| (x, -y)).collect()
}

/// What of a row is above a level, piece by piece from left to right.
fn outlines(row: &[Option<Cell>], level: f64) -> Vec<Outline> {
    if let Some(whole) = wholly_above(row, level) {
        return vec![whole];
    }
    let mut pieces = Vec::new();
    let mut piece = Outline::default();
    for cell in row {
        let is_open = cell
            .as_ref()
            .is_some_and(|cell| piece.add(cell, level, &mut pieces));
        if !is_open {
            piece.end(&mut pieces);
        }
    }
    piece.end(&mut pieces);
    pieces
}

/// The lines of a level through a row, each from its lower end to its upper one.
fn pieces_of_line(row: &[Option<Cell>], level: f64) -> Vec<Vec<Place>> {
    let mut pieces: Vec<Vec<Place>> = Vec::new();
    let mut is_down = false;
    for cell in row {
        let Some(cell) = cell.as_ref().filter(|cell| is_crossed(cell, level)) else {
            is_down = false;
            continue;
        };
        let places: Vec<Place> = crossings(cell, level).map(|(x, y, _)| (x, y)).collect();
        for (index, ends) in places.chunks_exact(2).enumerate() {
            // What comes in from the left goes on where the cell before was left.
            match pieces.last_mut().filter(|_| is_down && index == 0) {
                Some(piece) => piece.push(ends[1]),
                None => pieces.push(ends.to_vec()),
            }
        }
        let [_, right, above, _] = cell;
        is_down = is_between(right, above, level);
    }
    for piece in &mut pieces {
        if piece[0].1 < piece[piece.len() - 1].1 {
            piece.reverse();
        }
    }
    pieces
}

/// The outline of what is above a level.
#[derive(Default)]
struct Outline {
    /// Its lower and right side, up to where its upper side ends.
    lower: Vec<Corner>,
    /// Its upper side.
    upper: Vec<Corner>,
}

impl Outline {
    /// Goes on through the next cell of a row, and begins or ends where it must: whether it can go on
    /// from there.
    fn add(&mut self, cell: &Cell, level: f64, pieces: &mut Vec<Self>) -> bool {
        let [lower_left, lower_right, upper_right, upper_left] = cell;
        let reaches = |a: &Corner, b: &Corner| a.2 >= level || b.2 >= level;
        if !reaches(lower_left, upper_left) {
            self.end(pieces);
        } else if self.lower.is_empty() {
            self.lower.extend(inward(lower_left, upper_left, level));
            self.upper.extend(inward(upper_left, lower_left, level));
        }
        self.lower.extend(between(lower_left, lower_right, level));
        self.upper.extend(between(upper_left, upper_right, level));
        let goes_on = reaches(lower_right, upper_right);
        if goes_on {
            go_to(&mut self.lower, inward(lower_right, upper_right, level));
            go_to(&mut self.upper, inward(upper_right, lower_right, level));
        }
        goes_on
    }

    /// Puts what is drawn so far among the pieces of its row.
    fn end(&mut self, pieces: &mut Vec<Self>) {
        if !self.lower.is_empty() {
            pieces.push(std::mem::take(self));
        }
    }

    /// Takes in the only piece of the row above, if all of the upper edge of this one is the lower edge of
    /// that one and both are upright at the left: whether it did.
    fn goes_on_in(&mut self, above: &Self) -> bool {
        let (Some(edge), Some(other)) = (edge(&self.upper), edge(&above.lower)) else {
            return false;
        };
        let (left, right) = (self.upper[0], self.upper[edge]);
        let is_shared = is_at(left, above.lower[0]) && is_at(right, above.lower[other]);
        let is_upright = [self.lower[0], above.upper[0]]
            .iter()
            .all(|end| (end.0 - left.0).abs() < SLACK);
        if !is_shared || !is_upright {
            return false;
        }
        self.lower.extend(self.upper.drain(edge..).rev());
        self.lower.extend(&above.lower[other + 1..]);
        self.upper.clone_from(&above.upper);
        true
    }

    /// Adds itself as a piece, and lifts the pen.
    fn close(self, points: &mut Points) {
        if self.lower.is_empty() {
            return;
        }
        let round = self.lower.into_iter().chain(self.upper.into_iter().rev());
        points.extend(round.map(|(x, y, _)| Some((x, y))));
        points.push(None);
    }
}

/// The outline of a row that is at the level or above in all of its cells.
fn wholly_above(row: &[Option<Cell>], level: f64) -> Option<Outline> {
    let is_above = |cell: &Option<Cell>| {
        let cell = cell.as_ref();
        cell.is_some_and(|corners| corners.iter().all(|corner| corner.2 >= level))
    };
    let (first, last) = (row.first()?.as_ref()?, row.last()?.as_ref()?);
    row.iter().all(is_above).then(|| Outline {
        lower: vec![first[0], last[1]],
        upper: vec![first[3], last[2]],
    })
}

/// Where a side stops being level with its left end.
fn edge(side: &[Corner]) -> Option<usize> {
    let first = side.first()?;
    let is_level = |corner: &&Corner| (corner.1 - first.1).abs() < SLACK;
    Some(side.iter().take_while(is_level).count() - 1)
}

fn is_at(a: Corner, b: Corner) -> bool {
    (a.0 - b.0).abs() < SLACK && (a.1 - b.1).abs() < SLACK
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

/// Whether a level is reached anywhere round a cell: most cells lie wholly on one side of it.
fn is_crossed([first, others @ ..]: &Cell, level: f64) -> bool {
    others.iter().any(|other| is_between(first, other, level))
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
