//! Ticks of logarithmic axes.

use super::decimal::{decade, decimal};
use super::{MOST_TICKS, linear_ticks};

/// Ratio of the ends up to which straight ticks may rule a log axis.
const NARROW: f64 = 10.0;

/// More decades than lie between the smallest and the largest number.
const ALL_DECADES: i32 = 700;

/// The ticks of a logarithmic axis from `lo` to `hi` (data above 0, either direction), ascending,
/// in the domain, at most `max_count` (and never more than 1,000).
///
/// They are 1, 2 and 5 in each decade or, where those are too many, the powers of ten, then every
/// second power, every third and so on, always counted from 10⁰ so that they stand still while the
/// domain moves. An axis of a decade or less on which fewer than three of these fall takes the
/// [`linear_ticks`] instead where they are more. Ends that are not finite or not above 0 give no
/// ticks: use the mended [`domain`](crate::plot::Scale::domain) of the scale.
///
/// ```
/// use hashpivot::plot::log_ticks;
/// assert_eq!(log_ticks(0.8, 30.0, 6), [1.0, 2.0, 5.0, 10.0, 20.0]);
/// assert_eq!(log_ticks(1.0, 1e6, 4), [1.0, 1e2, 1e4, 1e6]);
/// ```
pub fn log_ticks(lo: f64, hi: f64, max_count: usize) -> Vec<f64> {
    let usable = |end: f64| end.is_finite() && end > 0.0;
    if !usable(lo) || !usable(hi) || max_count == 0 {
        return Vec::new();
    }
    let (lo, hi) = (lo.min(hi), lo.max(hi));
    let max_count = max_count.min(MOST_TICKS);
    let regular = regular_ticks(lo, hi, max_count);
    if regular.len() < max_count.min(3) && hi / lo <= NARROW {
        let straight = linear_ticks(lo, hi, max_count);
        if straight.len() > regular.len() {
            return straight;
        }
    }
    regular
}

fn regular_ticks(lo: f64, hi: f64, max_count: usize) -> Vec<f64> {
    let one_two_five = multiples_of_powers(&[1, 2, 5], 1, lo, hi);
    if one_two_five.len() <= max_count {
        return one_two_five;
    }
    (1..=ALL_DECADES)
        .map(|stride| multiples_of_powers(&[1], stride, lo, hi))
        .find(|ticks| ticks.len() <= max_count)
        .unwrap_or_default()
}

/// `digits` times those powers of ten whose exponent is a multiple of `stride`, from `lo` to `hi`.
fn multiples_of_powers(digits: &[i64], stride: i32, lo: f64, hi: f64) -> Vec<f64> {
    // One decade more at either end, because decades are rounded.
    (decade(lo) - 1..=decade(hi) + 1)
        .filter(|exponent| exponent.rem_euclid(stride) == 0)
        .flat_map(|exponent| digits.iter().map(move |&digit| decimal(digit, exponent)))
        .filter(|tick| (lo..=hi).contains(tick))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::log_ticks;

    #[test]
    fn are_one_two_five_and_thin_to_powers_and_every_nth_power() {
        for (max_count, expected) in [
            (
                10,
                vec![1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0],
            ),
            (9, vec![1.0, 10.0, 100.0, 1000.0]),
            (4, vec![1.0, 10.0, 100.0, 1000.0]),
            (3, vec![1.0, 100.0]),
            (2, vec![1.0, 100.0]),
            (1, vec![1.0]),
            (0, vec![]),
        ] {
            assert_eq!(
                log_ticks(1.0, 1000.0, max_count),
                expected,
                "at most {max_count}"
            );
        }
    }

    #[test]
    fn count_powers_from_one_so_that_they_stand_still() {
        assert_eq!(log_ticks(0.1, 1e5, 4), [1.0, 100.0, 1e4]);
        assert_eq!(log_ticks(0.01, 1e6, 4), [1.0, 1e3, 1e6]);
    }

    #[test]
    fn are_exact_decimals_below_one() {
        assert_eq!(
            log_ticks(0.001, 0.1, 9),
            [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1]
        );
    }

    #[test]
    fn ascend_also_on_a_reversed_domain() {
        assert_eq!(log_ticks(100.0, 1.0, 3), [1.0, 10.0, 100.0]);
    }

    #[test]
    fn of_a_narrow_domain_are_straight() {
        assert_eq!(log_ticks(2.1, 4.9, 5), [2.5, 3.0, 3.5, 4.0, 4.5]);
        assert_eq!(log_ticks(110.0, 130.0, 3), [110.0, 120.0, 130.0]);
    }

    #[test]
    fn of_a_wide_domain_are_never_straight() {
        assert_eq!(log_ticks(2.0, 900.0, 3), [10.0, 100.0]);
    }

    #[test]
    fn of_a_constant_are_the_constant() {
        assert_eq!(log_ticks(4.2, 4.2, 5), [4.2]);
        assert_eq!(log_ticks(100.0, 100.0, 5), [100.0]);
    }

    #[test]
    fn of_a_domain_that_is_not_finite_and_positive_are_none() {
        for bad in [0.0, -0.0, -1.0, f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert_eq!(log_ticks(bad, 10.0, 5), [0.0; 0]);
            assert_eq!(log_ticks(10.0, bad, 5), [0.0; 0]);
        }
    }

    #[test]
    fn of_huge_and_tiny_domains_are_exact_too() {
        assert_eq!(
            log_ticks(1e-300, 1e300, 5),
            [1e-202, 1e-101, 1.0, 1e101, 1e202]
        );
        assert_eq!(log_ticks(1e-322, 1e-320, 3), [1e-322, 1e-321, 1e-320]);
        assert_eq!(log_ticks(1e307, f64::MAX, 5), [1e307, 2e307, 5e307, 1e308]);
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod laws {
    use super::log_ticks;
    use proptest::prelude::*;

    fn domains() -> impl Strategy<Value = (f64, f64)> {
        let number = (1.0..10.0, -40..40_i32).prop_map(|(m, e)| m * libm::pow(10.0, f64::from(e)));
        prop_oneof![(number.clone(), number), (1.0..50.0, 1.0..50.0)]
    }

    proptest! {
        #[test]
        fn ticks_lie_in_the_domain_and_are_one_to_max_count(
            (lo, hi) in domains(),
            max_count in 1..30_usize,
        ) {
            let ticks = log_ticks(lo, hi, max_count);
            prop_assert!((1..=max_count).contains(&ticks.len()), "{ticks:?}");
            let domain = lo.min(hi)..=lo.max(hi);
            prop_assert!(ticks.iter().all(|tick| domain.contains(tick)), "{ticks:?}");
            prop_assert!(ticks.windows(2).all(|pair| pair[0] < pair[1]), "{ticks:?}");
        }

        #[test]
        fn ticks_of_a_wide_domain_rise_by_like_ratios(
            (lo, _) in domains(),
            decades in 1.01..40.0,
            max_count in 2..30_usize,
        ) {
            let ticks = log_ticks(lo, lo * libm::pow(10.0, decades), max_count);
            let ratios: Vec<f64> = ticks.windows(2).map(|pair| pair[1] / pair[0]).collect();
            let one_two_five = ratios.iter().all(|ratio| *ratio < 2.6);
            let equal = ratios.windows(2).all(|pair| (pair[1] / pair[0] - 1.0).abs() < 1e-9);
            prop_assert!(one_two_five || equal, "{ticks:?}");
        }
    }
}
