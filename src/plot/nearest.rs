//! Which of a row of points a pointer means.

/// Index of the element of `sorted_positions` (px) that is nearest to `position` (px).
///
/// The slice is sorted, ascending or descending, and holds no NaN; equal neighbours are fine. Ties
/// go to the lower index. `None` for an empty slice and for a NaN position; a position beyond an
/// end, however far, gives that end. Takes time logarithmic in the number of points.
///
/// ```
/// use hashpivot::plot::nearest_index;
/// assert_eq!(nearest_index(&[0.0, 10.0, 20.0], 14.0), Some(1));
/// ```
pub fn nearest_index(sorted_positions: &[f64], position: f64) -> Option<usize> {
    let (&first, &last) = (sorted_positions.first()?, sorted_positions.last()?);
    if position.is_nan() {
        return None;
    }
    let descending = first > last;
    let index_of_first_at_or_past = |goal: f64| {
        sorted_positions.partition_point(|&at| if descending { at > goal } else { at < goal })
    };
    let after = index_of_first_at_or_past(position);
    let Some(before) = after.checked_sub(1).map(|index| sorted_positions[index]) else {
        return Some(after);
    };
    let nearer_after = sorted_positions
        .get(after)
        .is_some_and(|at| (at - position).abs() < (position - before).abs());
    Some(if nearer_after {
        after
    } else {
        index_of_first_at_or_past(before)
    })
}

#[cfg(test)]
mod tests {
    use super::nearest_index;

    #[test]
    fn finds_nothing_among_no_points() {
        assert_eq!(nearest_index(&[], 3.0), None);
    }

    #[test]
    fn finds_nothing_for_a_position_that_is_no_number() {
        assert_eq!(nearest_index(&[1.0, 2.0], f64::NAN), None);
    }

    #[test]
    fn finds_a_lone_point_from_everywhere() {
        for position in [f64::NEG_INFINITY, -1e300, 5.0, f64::INFINITY] {
            assert_eq!(nearest_index(&[5.0], position), Some(0));
        }
    }

    #[test]
    fn gives_ties_to_the_lower_index() {
        assert_eq!(nearest_index(&[0.0, 10.0], 5.0), Some(0));
        assert_eq!(nearest_index(&[10.0, 0.0], 5.0), Some(0));
    }

    #[test]
    fn gives_the_first_of_equal_points() {
        for position in [-1.0, 3.0, 9.0] {
            assert_eq!(nearest_index(&[3.0; 5], position), Some(0));
        }
        assert_eq!(nearest_index(&[0.0, 4.0, 4.0, 9.0], 5.0), Some(1));
        assert_eq!(nearest_index(&[9.0, 4.0, 4.0, 0.0], 3.0), Some(1));
    }

    #[test]
    fn gives_the_end_to_positions_beyond_it() {
        for (position, ascending, descending) in [
            (-1.0, 0, 2),
            (f64::NEG_INFINITY, 0, 2),
            (99.0, 2, 0),
            (f64::INFINITY, 2, 0),
        ] {
            assert_eq!(nearest_index(&[0.0, 1.0, 2.0], position), Some(ascending));
            assert_eq!(nearest_index(&[2.0, 1.0, 0.0], position), Some(descending));
        }
    }

    #[test]
    fn tells_tiny_and_huge_distances_apart() {
        assert_eq!(nearest_index(&[0.0, 1e-300, 3e-300], 2.1e-300), Some(2));
        assert_eq!(nearest_index(&[-1e300, 0.0, 1e300], 0.6e300), Some(2));
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod laws {
    use super::nearest_index;
    use proptest::prelude::*;

    fn by_trying_all(positions: &[f64], position: f64) -> Option<usize> {
        let distance = |index: &usize| (positions[*index] - position).abs();
        (0..positions.len()).min_by(|a, b| distance(a).total_cmp(&distance(b)))
    }

    proptest! {
        /// Quarter pixels, so that differences are exact and ties really tie.
        #[test]
        fn agrees_with_trying_every_point(
            mut quarters in prop::collection::vec(-40..400_i32, 0..40),
            at in -80..480_i32,
            descending in any::<bool>(),
        ) {
            quarters.sort_unstable();
            if descending {
                quarters.reverse();
            }
            let positions: Vec<f64> = quarters.iter().map(|&q| f64::from(q) / 4.0).collect();
            let position = f64::from(at) / 4.0;
            let expected = by_trying_all(&positions, position);
            prop_assert_eq!(nearest_index(&positions, position), expected);
        }
    }
}
