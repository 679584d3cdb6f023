//! Keeping labels off each other: names beside lines, numbers along an axis.

use super::interval::finite_ends;

/// Where bounds end, px. No screen reaches there, and sums of such numbers stay exact enough.
const FARTHEST: f64 = 1e9;

/// Where to put the centres of labels that would like to be at `wanted` (px).
///
/// The result is parallel to `wanted` and, to rounding,
/// - in the same order as the wanted positions (equal ones in the order given),
/// - with neighbours at least `gap` apart (px; centre to centre, so a label's height and some air),
/// - inside `bounds` (px, either direction), and
/// - among all such, the one with the least sum of squared displacements.
///
/// Labels that cannot fit stand at equal distances over the whole of `bounds`. What is wanted
/// outside the bounds counts as wanted at the nearer bound, NaN as wanted in the middle; a negative
/// or NaN gap counts as 0, and bounds end at ±10⁹ px.
///
/// Exactness: after subtracting `gap` times its rank, a label only has to be no lower than the one
/// before it, so this is isotonic regression with a lower and an upper bound. Pool adjacent
/// violators (Ayer et al. 1955) solves that in linear time, and clipping its answer solves it with
/// the bounds.
///
/// ```
/// use hashpivot::plot::spread;
/// assert_eq!(spread(&[50.0, 52.0, 90.0], 16.0, (0.0, 100.0)), [43.0, 59.0, 90.0]);
/// ```
pub fn spread(wanted: &[f64], gap: f64, bounds: (f64, f64)) -> Vec<f64> {
    let (low, high) = held(bounds);
    let wishes: Vec<f64> = wanted
        .iter()
        .map(|wish| {
            if wish.is_nan() {
                low.midpoint(high)
            } else {
                *wish
            }
        })
        .collect();
    // Insertion suits a handful of labels and spares the download a general sort.
    let mut order: Vec<usize> = Vec::with_capacity(wishes.len());
    for (index, wish) in wishes.iter().enumerate() {
        let rank =
            order.partition_point(|&earlier: &usize| wishes[earlier].total_cmp(wish).is_le());
        order.insert(rank, index);
    }

    let gap = if gap > 0.0 {
        gap.min(2.0 * FARTHEST)
    } else {
        0.0
    };
    let ranked = order
        .iter()
        .map(|&index| wishes[index].clamp(low, high) - low);
    let offsets = spread_ranked(ranked, gap, high - low);

    let mut placed = vec![low; wanted.len()];
    for (index, offset) in order.into_iter().zip(offsets) {
        placed[index] += offset;
    }
    placed
}

/// The lower and the upper bound, finite.
fn held(bounds: (f64, f64)) -> (f64, f64) {
    let hold = |bound: f64| bound.clamp(-FARTHEST, FARTHEST);
    let (start, end) = finite_ends((hold(bounds.0), hold(bounds.1)));
    (start.min(end), start.max(end))
}

/// [`spread`] of ascending wishes between 0 and `length`.
fn spread_ranked(wanted: impl ExactSizeIterator<Item = f64>, gap: f64, length: f64) -> Vec<f64> {
    let count = wanted.len();
    let last_rank = count.saturating_sub(1) as f64;
    let room = length - last_rank * gap;
    if room < 0.0 {
        return (0..count)
            .map(|rank| length * (rank as f64 / last_rank))
            .collect();
    }
    let mut placed = nearest_rising(
        wanted
            .enumerate()
            .map(|(rank, wish)| wish - rank as f64 * gap),
    );
    for (rank, offset) in placed.iter_mut().enumerate() {
        *offset = offset.clamp(0.0, room) + rank as f64 * gap;
    }
    placed
}

/// The sequence that never falls and is nearest to `wanted` by least squares: wherever `wanted`
/// falls, neighbours are pooled to their mean.
fn nearest_rising(wanted: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut pools: Vec<Pool> = Vec::with_capacity(wanted.size_hint().0);
    for value in wanted {
        let mut pool = Pool {
            sum: value,
            count: 1,
        };
        while let Some(before) = pools.pop_if(|before| before.mean() >= pool.mean()) {
            pool = Pool {
                sum: before.sum + pool.sum,
                count: before.count + pool.count,
            };
        }
        pools.push(pool);
    }
    pools
        .into_iter()
        .flat_map(|pool| std::iter::repeat_n(pool.mean(), pool.count))
        .collect()
}

struct Pool {
    sum: f64,
    count: usize,
}

impl Pool {
    fn mean(&self) -> f64 {
        self.sum / self.count as f64
    }
}

/// Which labels of an axis to show so that none overlap: `true` for every n-th, counted from the
/// first, with the smallest n that leaves room.
///
/// `positions` (px) are the centres, sorted in either direction; `widths` (px) are parallel to
/// them; `gap` (px) is the air wanted between two labels. A label whose position or width is
/// missing or not finite is never shown, and keeps its place in the count so that the axis stays
/// regular. The first label with a box is always shown.
///
/// ```
/// use hashpivot::plot::thin;
/// assert_eq!(thin(&[0.0, 30.0, 60.0, 90.0], &[40.0; 4], 4.0), [true, false, true, false]);
/// ```
pub fn thin(positions: &[f64], widths: &[f64], gap: f64) -> Vec<bool> {
    let width = |index: usize| widths.get(index).copied().unwrap_or(f64::NAN);
    let has_box = |&index: &usize| positions[index].is_finite() && width(index).is_finite();
    let count = positions.len();
    let Some(first) = (0..count).find(has_box) else {
        return vec![false; count];
    };
    let apart = |a: usize, b: usize| {
        (positions[a] - positions[b]).abs() >= (width(a) + width(b)) / 2.0 + gap.max(0.0)
    };
    let fits = |stride: usize| {
        let mut shown = (first..count).step_by(stride).filter(has_box);
        let mut before = shown.next();
        shown.all(|index| {
            before
                .replace(index)
                .is_none_or(|before| apart(before, index))
        })
    };
    // A stride of the whole count shows one label, which always fits.
    let stride = (1..=count).find(|&stride| fits(stride)).unwrap_or(count);
    let shown = |index: usize| index >= first && (index - first).is_multiple_of(stride);
    (0..count)
        .map(|index| shown(index) && has_box(&index))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{spread, thin};

    const BOUNDS: (f64, f64) = (0.0, 100.0);

    #[test]
    fn spreads_nothing_to_nothing() {
        assert_eq!(spread(&[], 10.0, BOUNDS), [0.0; 0]);
    }

    #[test]
    fn leaves_a_lone_label_where_it_wants_to_be_if_that_is_inside() {
        for (wanted, placed) in [
            (37.0, 37.0),
            (-5.0, 0.0),
            (1e300, 100.0),
            (f64::INFINITY, 100.0),
        ] {
            assert_eq!(spread(&[wanted], 10.0, BOUNDS), [placed]);
        }
    }

    #[test]
    fn leaves_labels_alone_that_are_far_enough_apart() {
        assert_eq!(
            spread(&[10.0, 90.0, 50.0], 40.0, BOUNDS),
            [10.0, 90.0, 50.0]
        );
    }

    #[test]
    fn shares_the_displacement_of_equal_wishes_in_the_order_given() {
        assert_eq!(
            spread(&[50.0, 50.0, 50.0], 10.0, BOUNDS),
            [40.0, 50.0, 60.0]
        );
    }

    #[test]
    fn pushes_a_third_label_only_as_far_as_needed() {
        // Pooled wishes: 20, 24 − 10, 31 − 20, of mean 15.
        assert_eq!(
            spread(&[31.0, 20.0, 24.0], 10.0, BOUNDS),
            [35.0, 15.0, 25.0]
        );
    }

    #[test]
    fn moves_a_crowd_inward_from_a_bound() {
        assert_eq!(spread(&[98.0, 99.0, 5.0], 10.0, BOUNDS), [90.0, 100.0, 5.0]);
        assert_eq!(spread(&[2.0, 1.0], 10.0, BOUNDS), [10.0, 0.0]);
    }

    #[test]
    fn spreads_evenly_what_cannot_fit() {
        assert_eq!(
            spread(&[60.0, 50.0, 70.0], 60.0, BOUNDS),
            [50.0, 0.0, 100.0]
        );
        assert_eq!(spread(&[60.0, 50.0], 5.0, (30.0, 30.0)), [30.0, 30.0]);
    }

    #[test]
    fn fits_exactly_when_the_room_is_exactly_enough() {
        assert_eq!(spread(&[0.0, 0.0, 0.0], 50.0, BOUNDS), [0.0, 50.0, 100.0]);
    }

    #[test]
    fn keeps_the_order_of_wishes_beyond_a_bound() {
        assert_eq!(
            spread(&[-10.0, -20.0, -1e300], 10.0, BOUNDS),
            [20.0, 10.0, 0.0]
        );
    }

    #[test]
    fn reads_bounds_in_either_direction() {
        let wanted = [1.0, 3.0, 99.0];
        assert_eq!(
            spread(&wanted, 9.0, (100.0, 0.0)),
            spread(&wanted, 9.0, BOUNDS)
        );
    }

    #[test]
    fn puts_wishes_that_are_no_number_in_the_middle_and_reads_a_bad_gap_as_none() {
        assert_eq!(spread(&[f64::NAN, 10.0], 10.0, BOUNDS), [50.0, 10.0]);
        assert_eq!(spread(&[7.0, 7.0], f64::NAN, BOUNDS), [7.0, 7.0]);
        assert_eq!(spread(&[7.0, 7.0], -5.0, BOUNDS), [7.0, 7.0]);
    }

    #[test]
    fn thins_nothing_to_nothing_and_keeps_a_lone_label() {
        assert_eq!(thin(&[], &[], 4.0), [false; 0]);
        assert_eq!(thin(&[3.0], &[1e9], 4.0), [true]);
    }

    #[test]
    fn keeps_all_labels_that_just_fit() {
        assert_eq!(thin(&[0.0, 30.0, 60.0], &[26.0; 3], 4.0), [true; 3]);
        assert_eq!(
            thin(&[0.0, 30.0, 60.0], &[26.1; 3], 4.0),
            [true, false, true]
        );
    }

    #[test]
    fn keeps_every_third_when_every_second_overlaps() {
        let kept = thin(&[60.0, 50.0, 40.0, 30.0, 20.0, 10.0, 0.0], &[25.0; 7], 0.0);
        assert_eq!(kept, [true, false, false, true, false, false, true]);
    }

    #[test]
    fn keeps_the_first_alone_when_all_share_a_place() {
        assert_eq!(
            thin(&[5.0; 4], &[10.0; 4], 0.0),
            [true, false, false, false]
        );
    }

    #[test]
    fn never_shows_a_label_without_a_box() {
        let nan = f64::NAN;
        assert_eq!(
            thin(&[nan, 0.0, 50.0], &[10.0; 3], 0.0),
            [false, true, true]
        );
        assert_eq!(
            thin(&[0.0, 50.0, 99.0], &[10.0, nan], 0.0),
            [true, false, false]
        );
        assert_eq!(thin(&[nan, nan], &[1.0, 1.0], 0.0), [false, false]);
    }

    #[test]
    fn lets_one_wide_label_thin_the_whole_axis() {
        assert_eq!(
            thin(&[0.0, 20.0, 40.0, 60.0], &[10.0, 10.0, 10.0, 40.0], 0.0),
            [true, false, true, false]
        );
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod laws {
    use super::{spread, thin};
    use proptest::prelude::*;

    const TOLERANCE: f64 = 1e-9;
    const BOUNDS: (f64, f64) = (10.0, 310.0);

    fn wishes() -> impl Strategy<Value = Vec<f64>> {
        prop::collection::vec(-50.0..350.0, 1..12)
    }

    fn squared_displacement(placed: &[f64], wanted: &[f64]) -> f64 {
        let inside = |wish: f64| wish.clamp(BOUNDS.0, BOUNDS.1);
        placed
            .iter()
            .zip(wanted)
            .map(|(at, &wish)| (at - inside(wish)) * (at - inside(wish)))
            .sum()
    }

    proptest! {
        #[test]
        fn spread_is_finite_whatever_is_wanted(
            wanted in prop::collection::vec(prop::num::f64::ANY, 0..6),
            gap in prop::num::f64::ANY,
            bounds in (prop::num::f64::ANY, prop::num::f64::ANY),
        ) {
            let placed = spread(&wanted, gap, bounds);
            prop_assert_eq!(placed.len(), wanted.len());
            prop_assert!(placed.iter().all(|at| at.is_finite()), "{placed:?}");
        }

        #[test]
        fn spread_keeps_order_gap_and_bounds(wanted in wishes(), gap in 0.0..60.0) {
            let placed = spread(&wanted, gap, BOUNDS);
            let fits = (wanted.len() - 1) as f64 * gap <= BOUNDS.1 - BOUNDS.0;
            let bounds = BOUNDS.0 - TOLERANCE..=BOUNDS.1 + TOLERANCE;
            prop_assert!(placed.iter().all(|at| bounds.contains(at)), "{placed:?}");
            for a in 0..wanted.len() {
                for b in 0..wanted.len() {
                    if wanted[a] < wanted[b] {
                        let least = if fits { gap } else { 0.0 };
                        prop_assert!(placed[b] - placed[a] >= least - TOLERANCE);
                    }
                }
            }
        }

        /// Any other placing that keeps order, gap and bounds displaces at least as much. Such
        /// placings come from spreading other wishes; mixtures with the answer are close rivals.
        #[test]
        fn spread_displaces_least(
            (mut wanted, mut others) in (1..12_usize).prop_flat_map(|count| {
                let wishes = prop::collection::vec(-50.0..350.0, count);
                (wishes.clone(), wishes)
            }),
            gap in 0.0..25.0,
            share in 0.0..1.0,
        ) {
            wanted.sort_by(f64::total_cmp);
            others.sort_by(f64::total_cmp);
            let (placed, other) = (spread(&wanted, gap, BOUNDS), spread(&others, gap, BOUNDS));
            let rival: Vec<f64> =
                placed.iter().zip(&other).map(|(at, to)| at + share * (to - at)).collect();
            let least = squared_displacement(&placed, &wanted);
            let more = squared_displacement(&rival, &wanted);
            prop_assert!(least <= more + 1e-6, "{placed:?} moves {least}, {rival:?} only {more}");
        }

        #[test]
        fn thinned_labels_do_not_overlap_and_come_at_one_stride(
            steps in prop::collection::vec((1.0..50.0, 1.0..90.0), 1..40),
            gap in 0.0..10.0,
        ) {
            let widths: Vec<f64> = steps.iter().map(|step| step.1).collect();
            let positions: Vec<f64> =
                steps.iter().scan(0.0, |at, step| { *at += step.0; Some(*at) }).collect();
            let kept = thin(&positions, &widths, gap);
            let shown: Vec<usize> = (0..kept.len()).filter(|&index| kept[index]).collect();
            prop_assert_eq!(shown[0], 0);
            let right = |index: usize| positions[index] + widths[index] / 2.0;
            let left = |index: usize| positions[index] - widths[index] / 2.0;
            for pair in shown.windows(2) {
                prop_assert!(right(pair[0]) + gap <= left(pair[1]) + TOLERANCE);
            }
            let stride = shown.get(1).copied().unwrap_or(kept.len());
            prop_assert_eq!(&shown, &(0..kept.len()).step_by(stride).collect::<Vec<_>>());
            // No smaller stride would have done.
            for finer in 1..stride {
                let all: Vec<usize> = (0..kept.len()).step_by(finer).collect();
                let overlap = |pair: &[usize]| right(pair[0]) + gap > left(pair[1]) - TOLERANCE;
                prop_assert!(all.windows(2).any(overlap));
            }
        }
    }
}
