//! One sort for all models and tables: of places, so that it is compiled once, whatever is sorted.

/// The places 0 … `count` − 1 in order: `a` stands before `b` where `goes_before(a, b)`; those of
/// which neither goes before the other keep their order. n·log n comparisons.
///
/// Merges runs of 1, 2, 4, … places from the bottom up.
pub(crate) fn order(count: usize, goes_before: &dyn Fn(usize, usize) -> bool) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    let mut run = 1;
    // A pass with a run of `count` would find all in one run, and copy it.
    while run < count {
        let mut merged = Vec::with_capacity(count);
        for pair in places.chunks(2 * run) {
            let (mut left, mut right) = pair.split_at(run.min(pair.len()));
            while let (Some(&first), Some(&second)) = (left.first(), right.first()) {
                if goes_before(second, first) {
                    merged.push(second);
                    right = &right[1..];
                } else {
                    merged.push(first);
                    left = &left[1..];
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        places = merged;
        run *= 2;
    }
    places
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use proptest::prelude::*;

    use super::*;

    fn ordered(values: &[i32]) -> Vec<usize> {
        order(values.len(), &|a, b| values[a] < values[b])
    }

    #[test]
    fn equals_keep_their_order() {
        assert_eq!(ordered(&[]), [0; 0]);
        assert_eq!(ordered(&[7]), [0]);
        assert_eq!(ordered(&[2, 1]), [1, 0]);
        assert_eq!(ordered(&[1, 1, 1]), [0, 1, 2]);
        assert_eq!(ordered(&[3, 1, 2, 1, 3]), [1, 3, 2, 0, 4]);
    }

    #[test]
    fn many_places_take_no_more_than_n_log_n_comparisons() {
        let compared = Cell::new(0);
        let places = order(1 << 12, &|a, b| {
            compared.set(compared.get() + 1);
            a > b
        });
        assert!(places.is_sorted_by(|a, b| a > b));
        assert!(compared.get() <= 12 << 12, "{}", compared.get());
    }

    proptest! {
        #[test]
        fn it_orders_as_a_stable_sort_does(values in prop::collection::vec(0..9, 0..40)) {
            let mut expected: Vec<usize> = (0..values.len()).collect();
            expected.sort_by_key(|place| values[*place]);
            prop_assert_eq!(ordered(&values), expected);
        }
    }
}
