//! A number rounded to so many decimals.

use super::Digits;
use super::parts::parts;

/// Largest number of decimals.
const MAX_DECIMALS: usize = 12;

/// The size of a number rounded to `decimals` decimals (at most 12): `1045.50`. What is rounded is the
/// number's exact value; a tie goes to the even digit, as in the standard library. From 2^127 on, far
/// beyond anything that is shown, digits that do not tell numbers apart are zeros. Empty for what is
/// not finite.
#[must_use]
pub fn fixed(number: f64, decimals: usize) -> String {
    let decimals = decimals.min(MAX_DECIMALS);
    if !number.is_finite() {
        return String::new();
    }
    match rounded(number.abs(), decimals) {
        Some(units) => with_point(whole(units), decimals),
        None => with_point(
            Digits(number.abs()).to_string() + &"0".repeat(decimals),
            decimals,
        ),
    }
}

/// The number in units of the last decimal; none above 2^127.
fn rounded(size: f64, decimals: usize) -> Option<u128> {
    let (mantissa, exponent) = parts(size);
    let scaled = u128::from(mantissa) * u128::from(10_u64.pow(decimals as u32));
    match exponent {
        0.. if size < 2.0_f64 * (1_u64 << 63) as f64 => {
            // Below 2^64 times at most 10^12.
            Some(scaled << exponent)
        }
        0.. => None,
        -127..0 => {
            let half = 1 << (-exponent - 1);
            let (units, rest) = (scaled >> -exponent, scaled & (2 * half - 1));
            let is_up = rest > half || (rest == half && !units.is_multiple_of(2));
            Some(units + u128::from(is_up))
        }
        // 10^12 mantissas are less than 2^93.
        _ => Some(0),
    }
}

/// The digits of a whole number.
fn whole(units: u128) -> String {
    const HALF: u128 = 10_u128.pow(18);
    match u64::try_from(units) {
        Ok(units) => units.to_string(),
        Err(_) => whole(units / HALF) + &format!("{:018}", (units % HALF) as u64),
    }
}

/// The digits with a point before the last `decimals` of them, and a zero before that at least.
fn with_point(digits: String, decimals: usize) -> String {
    if decimals == 0 {
        return digits;
    }
    let digits = format!(
        "{}{digits}",
        "0".repeat((decimals + 1).saturating_sub(digits.len()))
    );
    let (before, after) = digits.split_at(digits.len() - decimals);
    format!("{before}.{after}")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_tie_goes_to_the_even_digit_and_only_an_exact_tie_is_one() {
        for (number, decimals, text) in [
            (0.5, 0, "0"),
            (1.5, 0, "2"),
            (2.5, 0, "2"),
            (0.125, 2, "0.12"),
            (0.375, 2, "0.38"),
            // A little less and a little more than they look.
            (1.005, 2, "1.00"),
            (1.115, 2, "1.11"),
            (0.0, 3, "0.000"),
            (-38_698.357, 0, "38698"),
            (999.999_5, 3, "1000.000"),
            (1e22, 2, "10000000000000000000000.00"),
            (5e-324, 12, "0.000000000000"),
            (f64::NAN, 2, ""),
            (f64::INFINITY, 0, ""),
        ] {
            assert_eq!(fixed(number, decimals), text, "{number}");
        }
    }

    proptest! {
        #[test]
        fn numbers_up_to_the_largest_shown_are_rounded_as_the_standard_library_does(
            number in prop_oneof![
                any::<f64>().prop_filter("is shown", |x| x.abs() < 9_223_372_036_854_775_808.0),
                -1e15..1e15,
                -1e3..1e3,
                (-1_000_000_i64..1_000_000).prop_map(|n| n as f64 / 1024.0),
            ],
            decimals in 0..=MAX_DECIMALS,
        ) {
            prop_assert_eq!(fixed(number, decimals), format!("{:.*}", decimals, number.abs()));
        }
    }
}
