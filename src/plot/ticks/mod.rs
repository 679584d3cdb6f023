//! Round numbers to rule an axis with.
//!
//! A tick is an integer times a round step, never a sum of steps, and is the `f64` nearest to its
//! decimal: the third tick of 0.1 is 0.3 and not 0.30000000000000004. Ticks come in ascending order
//! whichever way the domain runs, and no tick is −0.

mod decimal;
mod ladder;
mod log;
mod step;

pub use ladder::round_up_on_ladder;
pub use log::log_ticks;
pub use step::TickStep;

/// No axis has more ticks than this, whatever is asked for.
const MOST_TICKS: usize = 1000;

/// The ticks of a straight axis from `lo` to `hi` (data, either direction): the multiples of the
/// finest round step of which at most `max_count` lie in the domain, ends included.
///
/// Steps are those of [`TickStep::fitting`]; a `max_count` over 1,000 counts as 1,000. There is at
/// least one tick when `max_count` is 1 or more; a domain without width worth the name (narrower
/// than 10⁻¹⁰ of its values, or than 10⁻³⁰⁵) has just its lower end. Ends that are not finite give
/// no ticks.
///
/// ```
/// use hashpivot::plot::linear_ticks;
/// assert_eq!(linear_ticks(0.0, 0.45, 5), [0.0, 0.1, 0.2, 0.3, 0.4]);
/// ```
pub fn linear_ticks(lo: f64, hi: f64, max_count: usize) -> Vec<f64> {
    if !(lo.is_finite() && hi.is_finite()) || max_count == 0 {
        return Vec::new();
    }
    let (lo, hi) = (lo.min(hi), lo.max(hi));
    match TickStep::fitting(lo, hi, max_count) {
        Some(step) => (step.first_index(lo)..=step.last_index(hi))
            .map(|index| step.multiple(index))
            .collect(),
        // Adding 0 turns −0 into 0.
        None => vec![lo + 0.0],
    }
}

/// The domain from `lo` to `hi` (data, either direction) extended so that both ends are ticks:
/// `linear_ticks` of the result, with the same `max_count`, starts and ends at its ends.
///
/// `max_count` below 3 counts as 3, because a domain around 0 needs that many. A domain that has no
/// step (constant, not finite) or whose extension would overflow comes back as it is.
///
/// ```
/// use hashpivot::plot::nice_domain;
/// assert_eq!(nice_domain(0.13, 0.92, 6), (0.0, 1.0));
/// ```
pub fn nice_domain(lo: f64, hi: f64, max_count: usize) -> (f64, f64) {
    let (low, high) = (lo.min(hi), lo.max(hi));
    let Some(step) = TickStep::enclosing(lo, hi, max_count) else {
        return (lo, hi);
    };
    let below = step.multiple(step.last_index(low));
    let above = step.multiple(step.first_index(high));
    match (below.is_finite() && above.is_finite(), lo <= hi) {
        (false, _) => (lo, hi),
        (true, true) => (below, above),
        (true, false) => (above, below),
    }
}

#[cfg(test)]
mod tests {
    use super::{linear_ticks, nice_domain};

    #[test]
    fn are_exact_decimals() {
        assert_eq!(
            linear_ticks(0.0, 1.0, 11),
            [0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0]
        );
        assert_eq!(
            linear_ticks(0.0, 0.035, 8),
            [0.0, 0.005, 0.01, 0.015, 0.02, 0.025, 0.03, 0.035]
        );
        assert_eq!(
            linear_ticks(-0.3, 0.3, 7),
            [-0.3, -0.2, -0.1, 0.0, 0.1, 0.2, 0.3]
        );
    }

    #[test]
    fn step_by_one_two_two_and_a_half_or_five() {
        for (max_count, expected) in [
            (
                11,
                vec![
                    0.0, 10.0, 20.0, 30.0, 40.0, 50.0, 60.0, 70.0, 80.0, 90.0, 100.0,
                ],
            ),
            (10, vec![0.0, 20.0, 40.0, 60.0, 80.0, 100.0]),
            (5, vec![0.0, 25.0, 50.0, 75.0, 100.0]),
            (4, vec![0.0, 50.0, 100.0]),
            (2, vec![0.0, 100.0]),
            (1, vec![0.0]),
            (0, vec![]),
        ] {
            assert_eq!(
                linear_ticks(0.0, 100.0, max_count),
                expected,
                "at most {max_count}"
            );
        }
    }

    #[test]
    fn prefer_quarters_to_fifths_where_only_quarters_meet_both_ends() {
        assert_eq!(linear_ticks(0.0, 7.5, 4), [0.0, 2.5, 5.0, 7.5]);
        assert_eq!(linear_ticks(0.0, 7.4, 4), [0.0, 2.0, 4.0, 6.0]);
    }

    #[test]
    fn include_ends_that_division_would_miss() {
        // 0.6 / 0.2 is a little less than 3, and 0.3 / 0.1 too.
        assert_eq!(linear_ticks(0.0, 0.6, 4), [0.0, 0.2, 0.4, 0.6]);
        assert_eq!(linear_ticks(0.3, 0.7, 5), [0.3, 0.4, 0.5, 0.6, 0.7]);
    }

    #[test]
    fn ascend_also_on_a_reversed_domain() {
        assert_eq!(linear_ticks(3.0, 0.0, 4), [0.0, 1.0, 2.0, 3.0]);
    }

    #[test]
    fn of_a_constant_are_the_constant() {
        assert_eq!(linear_ticks(4.2, 4.2, 5), [4.2]);
        assert_eq!(
            linear_ticks(100.0, 100.0 + 1e-12, 5),
            [100.0],
            "rounding noise is no width"
        );
        assert_eq!(linear_ticks(4.2, 4.2, 0), [0.0; 0]);
    }

    #[test]
    fn never_include_negative_zero() {
        for ticks in [
            linear_ticks(-0.0, -0.0, 5),
            linear_ticks(-1.0, -0.0, 5),
            linear_ticks(-1.0, 1.0, 3),
        ] {
            assert!(ticks.contains(&0.0));
            assert!(
                ticks
                    .iter()
                    .all(|&tick| tick != 0.0 || tick.is_sign_positive()),
                "{ticks:?}"
            );
        }
    }

    #[test]
    fn of_a_domain_that_is_not_finite_are_none() {
        for bad in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert_eq!(linear_ticks(bad, 1.0, 5), [0.0; 0]);
            assert_eq!(linear_ticks(1.0, bad, 5), [0.0; 0]);
        }
    }

    #[test]
    fn of_huge_and_tiny_domains_are_exact_too() {
        assert_eq!(linear_ticks(0.0, 1e300, 3), [0.0, 5e299, 1e300]);
        assert_eq!(linear_ticks(0.0, 3e-300, 4), [0.0, 1e-300, 2e-300, 3e-300]);
        assert_eq!(linear_ticks(f64::MIN, f64::MAX, 3), [-1e308, 0.0, 1e308]);
        assert_eq!(linear_ticks(f64::MIN, f64::MAX, 1), [0.0]);
        assert_eq!(linear_ticks(0.0, 5e-324, 3), [0.0]);
    }

    #[test]
    fn are_never_more_than_a_thousand() {
        assert_eq!(linear_ticks(0.0, 999.0, usize::MAX).len(), 1000);
        assert_eq!(linear_ticks(0.0, 1000.0, usize::MAX).len(), 501);
    }

    #[test]
    fn nice_domains_reach_to_ticks() {
        for ((lo, hi), nice) in [
            ((0.2, 9.7), (0.0, 10.0)),
            ((-0.2, 9.7), (-2.0, 10.0)),
            ((0.0, 7.1), (0.0, 8.0)),
            ((1.0, 5.0), (1.0, 5.0)),
            ((0.0421, 0.0489), (0.042, 0.049)),
            ((0.0421, 0.0499), (0.042, 0.05)),
        ] {
            assert_eq!(nice_domain(lo, hi, 8), nice, "{lo} to {hi}");
        }
    }

    #[test]
    fn nice_domains_keep_their_direction() {
        assert_eq!(nice_domain(9.7, 0.2, 8), (10.0, 0.0));
    }

    #[test]
    fn nice_domains_around_zero_have_three_ticks_at_least() {
        assert_eq!(nice_domain(-0.7, 0.9, 0), (-1.0, 1.0));
    }

    #[test]
    fn domains_without_a_step_are_nice_as_they_are() {
        assert_eq!(nice_domain(4.2, 4.2, 5), (4.2, 4.2));
        assert_eq!(nice_domain(0.0, f64::INFINITY, 5), (0.0, f64::INFINITY));
        assert_eq!(nice_domain(f64::MIN, f64::MAX, 3), (f64::MIN, f64::MAX));
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod laws {
    use super::{TickStep, linear_ticks, nice_domain};
    use proptest::prelude::*;

    /// Domains of all sizes: an end, and a width from a billionth of it to a billion times it.
    fn domains() -> impl Strategy<Value = (f64, f64)> {
        let number = (-1.0..1.0, -280..280_i32)
            .prop_map(|(m, e): (f64, i32)| m * libm::pow(10.0, f64::from(e)));
        let plain = (-1000.0..1000.0, -1000.0..1000.0);
        let scaled = (number, -9.0..9.0, any::<bool>()).prop_map(
            |(lo, width, reversed): (f64, f64, bool)| {
                let hi = lo + lo.abs() * libm::pow(10.0, width);
                if reversed { (hi, lo) } else { (lo, hi) }
            },
        );
        prop_oneof![plain, scaled].prop_filter("wide enough", |(lo, hi)| lo != hi)
    }

    proptest! {
        #[test]
        fn ticks_lie_in_the_domain_and_are_one_to_max_count(
            (lo, hi) in domains(),
            max_count in 1..30_usize,
        ) {
            let ticks = linear_ticks(lo, hi, max_count);
            prop_assert!((1..=max_count).contains(&ticks.len()), "{ticks:?}");
            let domain = lo.min(hi)..=lo.max(hi);
            prop_assert!(ticks.iter().all(|tick| domain.contains(tick)), "{ticks:?}");
        }

        #[test]
        fn ticks_rise_by_one_step(
            (lo, hi) in domains(),
            max_count in 1..30_usize,
        ) {
            let ticks = linear_ticks(lo, hi, max_count);
            let step = TickStep::fitting(lo, hi, max_count).map_or(1.0, TickStep::size);
            let slack = 1e-15 * lo.abs().max(hi.abs()) + 1e-12 * step;
            for pair in ticks.windows(2) {
                prop_assert!(pair[0] < pair[1]);
                prop_assert!((pair[1] - pair[0] - step).abs() <= slack, "{ticks:?}");
            }
        }

        #[test]
        fn ticks_print_with_the_decimals_of_their_step(
            lo in -1e6..1e6,
            width in 1e-3..1e6,
            max_count in 2..12_usize,
        ) {
            let step = TickStep::fitting(lo, lo + width, max_count).unwrap();
            for tick in linear_ticks(lo, lo + width, max_count) {
                let text = format!("{tick:.*}", step.decimals());
                prop_assert_eq!(text.parse::<f64>().unwrap(), tick);
            }
        }

        #[test]
        fn ticks_are_not_much_fewer_than_asked_for(
            (lo, hi) in domains(),
            max_count in 5..30_usize,
        ) {
            // Steps grow at most 2.5-fold from rung to rung.
            prop_assert!(linear_ticks(lo, hi, max_count).len() + 2 >= max_count * 2 / 5);
        }

        #[test]
        fn the_ends_of_a_nice_domain_are_its_ticks(
            (lo, hi) in domains(),
            max_count in 3..30_usize,
        ) {
            let (from, to) = nice_domain(lo, hi, max_count);
            prop_assert!(from.min(to) <= lo.min(hi) && lo.max(hi) <= from.max(to));
            prop_assert_eq!(from < to, lo < hi);
            let ticks = linear_ticks(from, to, max_count);
            prop_assert_eq!(ticks.first(), Some(&from.min(to)));
            prop_assert_eq!(ticks.last(), Some(&from.max(to)));
        }

        #[test]
        fn nice_domains_are_nice_already(
            (lo, hi) in domains(),
            max_count in 0..30_usize,
        ) {
            let (from, to) = nice_domain(lo, hi, max_count);
            prop_assert_eq!(nice_domain(from, to, max_count), (from, to));
        }

        #[test]
        fn every_domain_gets_an_answer(
            lo in prop::num::f64::ANY,
            hi in prop::num::f64::ANY,
            max_count in any::<usize>(),
        ) {
            let ticks = linear_ticks(lo, hi, max_count);
            let answerable = lo.is_finite() && hi.is_finite() && max_count > 0;
            prop_assert_eq!(!ticks.is_empty(), answerable);
            prop_assert!(ticks.windows(2).all(|pair| pair[0] < pair[1]));
        }
    }
}
