//! Axis ends that stand still while a slider moves.

use super::decimal::{decade, decimal};

/// The rungs within a decade, times ten. Neighbours differ by a third at most.
const RUNGS: [i64; 11] = [10, 12, 15, 20, 25, 30, 40, 50, 60, 80, 100];

/// The smallest of 1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8 and 10, times a power of ten, that is at
/// least `value` (data, any unit).
///
/// An axis that ends there changes only now and then while its largest value moves, and wastes at
/// most a quarter of its length. For the lower end of values below 0, round their magnitude up.
/// `None` for 0, negative and non-finite values, and where the next rung is out of range.
///
/// ```
/// use hashpivot::plot::round_up_on_ladder;
/// assert_eq!(round_up_on_ladder(61_300.0), Some(80_000.0));
/// assert_eq!(round_up_on_ladder(0.0), None);
/// ```
pub fn round_up_on_ladder(value: f64) -> Option<f64> {
    if !value.is_finite() || value <= 0.0 {
        return None;
    }
    let decade = decade(value);
    // The second decade is for values whose logarithm was rounded down across a power of ten.
    [decade, decade + 1]
        .into_iter()
        .flat_map(|decade| RUNGS.map(|rung| decimal(rung, decade - 1)))
        .find(|&rung| rung >= value)
        .filter(|rung| rung.is_finite())
}

#[cfg(test)]
mod tests {
    use super::{decimal, round_up_on_ladder};

    #[test]
    fn rounds_up_to_the_next_rung() {
        for (value, expected) in [
            (1.0, 1.0),
            (1.01, 1.2),
            (1.2000001, 1.5),
            (2.4, 2.5),
            (3.5, 4.0),
            (6.1, 8.0),
            (8.01, 10.0),
            (0.0301, 0.04),
            (0.3, 0.3),
            (1000.0, 1000.0),
            (999.9999999999999, 1000.0),
            (1000.0000000000001, 1200.0),
            (148.2e12, 150e12),
        ] {
            assert_eq!(round_up_on_ladder(value), Some(expected), "{value}");
        }
    }

    #[test]
    fn climbs_a_rung_right_above_every_power_of_ten() {
        for exponent in -300..=307 {
            let power = decimal(1, exponent);
            assert_eq!(round_up_on_ladder(power), Some(power));
            assert_eq!(round_up_on_ladder(power.next_down()), Some(power));
            assert_eq!(
                round_up_on_ladder(power.next_up()),
                Some(decimal(12, exponent - 1))
            );
        }
    }

    #[test]
    fn has_no_rung_for_what_is_not_positive_and_finite() {
        for value in [0.0, -0.0, -3.0, f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert_eq!(round_up_on_ladder(value), None, "{value}");
        }
    }

    #[test]
    fn reaches_from_the_smallest_to_the_largest_numbers() {
        assert_eq!(round_up_on_ladder(5e-324), Some(5e-324));
        assert_eq!(round_up_on_ladder(1.3e-300), Some(1.5e-300));
        assert_eq!(round_up_on_ladder(1.3e300), Some(1.5e300));
        assert_eq!(round_up_on_ladder(1.5e308), Some(1.5e308));
        assert_eq!(round_up_on_ladder(f64::MAX), None);
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod laws {
    use super::round_up_on_ladder;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn is_above_by_a_third_at_most(value in 1e-3..1e3, exponent in -290..290_i32) {
            let value = value * libm::pow(10.0, f64::from(exponent));
            let rung = round_up_on_ladder(value).unwrap();
            prop_assert!(rung >= value && rung / value <= 4.0 / 3.0 + 1e-12, "{value} to {rung}");
        }

        #[test]
        fn leaves_rungs_alone(value in 1e-9..1e15) {
            let rung = round_up_on_ladder(value);
            prop_assert_eq!(rung.and_then(round_up_on_ladder), rung);
        }

        #[test]
        fn never_falls_when_the_value_rises(a in 1e-3..1e6, b in 1e-3..1e6) {
            prop_assert!(round_up_on_ladder(f64::min(a, b)) <= round_up_on_ladder(f64::max(a, b)));
        }
    }
}
