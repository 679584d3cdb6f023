//! Floats that are exactly the decimals they are read as.

use crate::decimal::read;

/// The powers of ten that an `f64` holds exactly.
const POWERS: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
];

/// The `f64` nearest to `digits × 10^exponent`, for `digits` within ±2⁵³; infinite where that is
/// out of range, and never −0.
///
/// One multiplication or division of exact operands rounds once, and so is right to the last bit
/// (Clinger 1990); other exponents go through [`read`], which is right always.
pub(super) fn decimal(digits: i64, exponent: i32) -> f64 {
    if digits == 0 {
        return 0.0;
    }
    let power = POWERS.get(exponent.unsigned_abs() as usize);
    match power {
        Some(power) if exponent >= 0 => digits as f64 * power,
        Some(power) => digits as f64 / power,
        None => read(&format!("{digits}e{exponent}")).expect("an integer with an exponent is read"),
    }
}

/// The exponent of the power of ten at or below `value`, which is finite and positive. The
/// logarithm is rounded, so next to a power of ten this may be one off.
pub(super) fn decade(value: f64) -> i32 {
    libm::log10(value).floor() as i32
}

#[cfg(test)]
mod tests {
    use super::{decade, decimal};

    #[test]
    fn is_the_float_that_the_decimal_is_read_as() {
        for (digits, exponent, expected) in [
            (3, -1, 0.3),
            (-7, -2, -0.07),
            (25, 22, 25e22),
            (25, 23, 25e23),
            (5, -22, 5e-22),
            (5, -23, 5e-23),
            (1, 300, 1e300),
            (3, -300, 3e-300),
            (2, 308, f64::INFINITY),
            (1, -400, 0.0),
        ] {
            assert_eq!(decimal(digits, exponent), expected, "{digits}e{exponent}");
        }
    }

    #[test]
    fn of_no_digits_is_positive_zero() {
        for exponent in [-400, -3, 0, 3, 400] {
            assert_eq!(decimal(0, exponent).to_bits(), 0);
        }
    }

    #[test]
    fn decades_are_exponents() {
        for (value, expected) in [
            (5e-324, -324),
            (0.02, -2),
            (1.0, 0),
            (99.0, 1),
            (1.7e308, 308),
        ] {
            assert_eq!(decade(value), expected);
        }
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod laws {
    use super::decimal;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn agrees_with_the_parser(digits in -(1_i64 << 53)..=1_i64 << 53, exponent in -30..30_i32) {
            let parsed: f64 = format!("{digits}e{exponent}").parse().unwrap();
            prop_assert_eq!(decimal(digits, exponent), parsed);
        }
    }
}
