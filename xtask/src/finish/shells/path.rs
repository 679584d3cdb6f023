//! Paths of straight lines with fewer points.

/// How far a point may lie from the line that takes its place, px: nobody sees it.
const TOLERANCE: f64 = 0.2;

type Point = (f64, f64);

/// The path without the points that lie on the line between their neighbours; a path that has other
/// than straight lines as it is.
pub(super) fn simplified(path: &str) -> String {
    let parts = path.split('M').skip(1).map(read);
    match parts.collect::<Option<Vec<Vec<Point>>>>() {
        Some(parts) if path.starts_with('M') => {
            parts.iter().map(|points| write(&thinned(points))).collect()
        }
        _ => path.to_owned(),
    }
}

fn read(part: &str) -> Option<Vec<Point>> {
    let point = |text: &str| {
        let (x, y) = text.split_once(',')?;
        Some((x.parse().ok()?, y.parse().ok()?))
    };
    part.split('L').map(point).collect()
}

fn write(points: &[Point]) -> String {
    let texts: Vec<String> = points.iter().map(|(x, y)| format!("{x},{y}")).collect();
    format!("M{}", texts.join("L"))
}

/// The ends, and what between them lies off the line, halved where it lies farthest off.
fn thinned(points: &[Point]) -> Vec<Point> {
    let ([first, between @ .., last], true) = (points, points.len() > 2) else {
        return points.to_vec();
    };
    let distances = between.iter().map(|point| distance(*point, *first, *last));
    let farthest = distances.enumerate().max_by(|a, b| a.1.total_cmp(&b.1));
    match farthest {
        Some((index, distance)) if distance > TOLERANCE => {
            let middle = index + 1;
            let mut kept = thinned(&points[..=middle]);
            kept.pop();
            kept.extend(thinned(&points[middle..]));
            kept
        }
        _ => vec![*first, *last],
    }
}

/// How far a point lies from the line between two others.
fn distance((x, y): Point, (ax, ay): Point, (bx, by): Point) -> f64 {
    let (dx, dy) = (bx - ax, by - ay);
    let length = dx.hypot(dy);
    if length == 0.0 {
        return (x - ax).hypot(y - ay);
    }
    ((x - ax) * dy - (y - ay) * dx).abs() / length
}

#[cfg(test)]
mod tests {
    use super::simplified;

    #[test]
    fn points_on_a_straight_line_go_and_corners_stay() {
        assert_eq!(simplified("M0,0L1,1L2,2.05L3,3"), "M0,0L3,3");
        assert_eq!(simplified("M0,0L1,1L2,0"), "M0,0L1,1L2,0");
        assert_eq!(simplified("M0,0L1,0L2,0M5,5L6,5L7,5"), "M0,0L2,0M5,5L7,5");
    }

    #[test]
    fn other_paths_stay_as_they_are() {
        for path in [
            "",
            "M0,0",
            "M6 3 2 7l4 4M2 7h7a4 4 0 0 1 0 8H6",
            "M0,0C1,1,2,2,3,3",
        ] {
            assert_eq!(simplified(path), path);
        }
    }
}
