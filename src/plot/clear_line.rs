//! Room for a line of text in a plot that holds curves.

/// Height of a line of text with air around it, px.
const LINE: f64 = 18.0;
/// How far apart the places are that are tried, px.
const STEP: f64 = 4.0;

/// The middle of a line of text (y, px) that keeps clear of `taken`, the stretches (from, to; px)
/// that curves and marks take in the columns of the text: the first from `start` towards `end` with
/// room for the text, inside both. `None` where there is no room.
///
/// ```
/// use hashpivot::plot::clear_line;
/// assert_eq!(clear_line(0.0, 100.0, &[]), Some(9.0));
/// assert_eq!(clear_line(0.0, 100.0, &[(5.0, 20.0)]), Some(29.0));
/// assert_eq!(clear_line(100.0, 0.0, &[(0.0, 95.0)]), None);
/// ```
pub fn clear_line(start: f64, end: f64, taken: &[(f64, f64)]) -> Option<f64> {
    let way = (end - start).abs() - LINE;
    if !way.is_finite() || way < 0.0 {
        return None;
    }
    let is_free = |middle: f64| {
        let (top, bottom) = (middle - LINE / 2.0, middle + LINE / 2.0);
        taken
            .iter()
            .all(|(a, b)| a.max(*b) <= top || bottom <= a.min(*b))
    };
    let steps = libm::floor(way / STEP) as usize;
    let places = (0..=steps).map(|step| LINE / 2.0 + STEP * step as f64);
    places
        .map(|from_start| {
            if start < end {
                start + from_start
            } else {
                start - from_start
            }
        })
        .find(|middle| is_free(*middle))
}

#[cfg(test)]
mod tests {
    use super::clear_line;

    #[test]
    fn text_is_tried_from_the_start_towards_the_end() {
        assert_eq!(clear_line(100.0, 0.0, &[]), Some(91.0));
        assert_eq!(clear_line(100.0, 0.0, &[(70.0, 71.0)]), Some(91.0));
        assert_eq!(clear_line(100.0, 0.0, &[(85.0, 86.0)]), Some(75.0));
    }

    #[test]
    fn without_room_or_on_ends_that_are_no_numbers_there_is_no_place() {
        assert_eq!(clear_line(0.0, 17.0, &[]), None);
        assert_eq!(clear_line(0.0, f64::NAN, &[]), None);
        assert_eq!(clear_line(0.0, 60.0, &[(20.0, 40.0)]), Some(9.0));
        assert_eq!(clear_line(0.0, 60.0, &[(10.0, 50.0)]), None);
    }
}
