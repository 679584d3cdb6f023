//! The smallest interval that holds a set of data.

/// Smallest and largest of the finite `values`, in the unit of the values.
///
/// Gaps (NaN and infinities) are passed over; `None` when nothing finite is left. One value gives
/// an interval of no width, which a [`Scale`](super::Scale) draws in the middle of its range.
///
/// ```
/// use hashpivot::plot::extent;
/// assert_eq!(extent([3.0, f64::NAN, -1.0]), Some((-1.0, 3.0)));
/// assert_eq!(extent([]), None);
/// ```
pub fn extent(values: impl IntoIterator<Item = f64>) -> Option<(f64, f64)> {
    values
        .into_iter()
        .filter(|value| value.is_finite())
        .fold(None, |found, value| {
            let (least, greatest) = found.unwrap_or((value, value));
            Some((value.min(least), value.max(greatest)))
        })
}

#[cfg(test)]
mod tests {
    use super::extent;

    const GAPS: [f64; 3] = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY];

    #[test]
    fn has_none_without_finite_values() {
        assert_eq!(extent([]), None);
        assert_eq!(extent(GAPS), None);
    }

    #[test]
    fn of_one_value_or_a_constant_has_no_width() {
        assert_eq!(extent([7.5]), Some((7.5, 7.5)));
        assert_eq!(extent([-2.0; 4]), Some((-2.0, -2.0)));
    }

    #[test]
    fn passes_over_gaps_wherever_they_stand() {
        let around = GAPS
            .into_iter()
            .chain([2.0, 1.0])
            .chain(GAPS)
            .chain([3.0])
            .chain(GAPS);
        assert_eq!(extent(around), Some((1.0, 3.0)));
    }

    #[test]
    fn does_not_depend_on_order() {
        assert_eq!(extent([1.0, 2.0, 3.0]), extent([3.0, 1.0, 2.0]));
    }

    #[test]
    fn holds_huge_and_tiny_values() {
        assert_eq!(extent([1e-300, -1e300, 5e-324]), Some((-1e300, 1e-300)));
        assert_eq!(extent([f64::MAX, f64::MIN]), Some((f64::MIN, f64::MAX)));
    }
}
