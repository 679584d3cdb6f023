//! The number that a decimal text means.

use std::cmp::Ordering;

use super::natural::Natural;
use super::parts::{HIDDEN_BIT, SMALLEST_EXPONENT};

/// Digits that are looked at; what follows them only decides ties. Two neighbours and the middle
/// between them may agree in more digits, which no text that a reader types does.
const DIGITS: usize = 40;

/// Beyond this every number is infinite or zero.
const LARGEST_EXPONENT: i32 = 400;

/// The number nearest to `text`, a decimal with or without sign, point and exponent (`-1.5e3`, `.5`,
/// `5.`); of two that are equally near the even one. `None` for any other text. What is too large is
/// infinite.
#[must_use]
pub fn read(text: &str) -> Option<f64> {
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, whole(exponent)?),
        None => (unsigned, 0),
    };
    let size = nearest(&Decimal::read(mantissa, exponent)?);
    Some(if text.starts_with('-') { -size } else { size })
}

/// A whole number with or without sign, cut to what makes a difference.
fn whole(text: &str) -> Option<i32> {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let is_whole = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    let add = |sum: i32, byte: u8| (10 * sum + i32::from(byte - b'0')).min(1_000_000);
    let size = is_whole.then(|| digits.bytes().fold(0, add))?;
    Some(if text.starts_with('-') { -size } else { size })
}

/// digits·10^exponent, and whether more follows.
struct Decimal {
    digits: Natural,
    exponent: i32,
    has_more: bool,
}

impl Decimal {
    fn read(mantissa: &str, exponent: i32) -> Option<Self> {
        let mut decimal = Self {
            digits: Natural::new(0),
            exponent,
            has_more: false,
        };
        let (before, after) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        if before.is_empty() && after.is_empty() {
            return None;
        }
        let mut count = 0;
        for (index, byte) in before.bytes().chain(after.bytes()).enumerate() {
            if !byte.is_ascii_digit() {
                return None;
            }
            let digit = u64::from(byte - b'0');
            let is_before = index < before.len();
            if count < DIGITS {
                decimal.digits = decimal.digits.times(10).plus(&Natural::new(digit));
                count += usize::from(count > 0 || digit > 0);
                decimal.exponent -= i32::from(!is_before);
            } else {
                decimal.has_more |= digit > 0;
                decimal.exponent += i32::from(is_before);
            }
        }
        Some(decimal)
    }
}

/// The nearest number: the digits of the quotient in base 2, then the decision about what is left.
fn nearest(decimal: &Decimal) -> f64 {
    if decimal.digits.bits() == 0 || decimal.exponent < -LARGEST_EXPONENT {
        return 0.0;
    }
    if decimal.exponent > LARGEST_EXPONENT {
        return f64::INFINITY;
    }
    let mut rest = decimal.digits.times_power_of_ten(decimal.exponent.max(0));
    let mut divisor = Natural::new(1).times_power_of_ten((-decimal.exponent).max(0));
    // The quotient is at least 1 and less than 2, times 2^power.
    let mut power = rest.bits() - divisor.bits();
    rest = rest.times_power_of_two((-power).max(0));
    divisor = divisor.times_power_of_two(power.max(0));
    if rest.cmp(&divisor) == Ordering::Less {
        rest = rest.times(2);
        power -= 1;
    }
    let last = (power - 52).max(SMALLEST_EXPONENT);
    if power > 1023 {
        return f64::INFINITY;
    }
    let mut mantissa = 0_u64;
    for _ in last..=power {
        mantissa *= 2;
        if rest.cmp(&divisor) != Ordering::Less {
            rest = rest.minus(&divisor);
            mantissa += 1;
        }
        rest = rest.times(2);
    }
    let is_up = match rest.cmp(&divisor) {
        Ordering::Less => false,
        Ordering::Equal => decimal.has_more || !mantissa.is_multiple_of(2),
        Ordering::Greater => true,
    };
    // Below the point of the last numbers there is not even a first digit.
    let is_up = is_up && power >= SMALLEST_EXPONENT - 1;
    let bits = (last - SMALLEST_EXPONENT) as u64 * HIDDEN_BIT + mantissa;
    f64::from_bits(bits + u64::from(is_up))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn every_way_to_write_a_decimal_is_read_and_nothing_else() {
        for (text, number) in [
            ("148195306640204.7", Some(148_195_306_640_204.7)),
            ("-1.5e3", Some(-1500.0)),
            ("+.5", Some(0.5)),
            ("5.", Some(5.0)),
            ("00012", Some(12.0)),
            ("1E-2", Some(0.01)),
            ("-0", Some(-0.0)),
            ("1e999", Some(f64::INFINITY)),
            ("1e-999", Some(0.0)),
            ("", None),
            (".", None),
            ("-", None),
            ("e5", None),
            ("1e", None),
            ("1e+", None),
            ("1.2.3", None),
            ("--1", None),
            ("1,5", None),
            ("0x10", None),
            ("NaN", None),
            ("inf", None),
            (" 1", None),
            ("1 ", None),
        ] {
            let bits = |number: Option<f64>| number.map(f64::to_bits);
            assert_eq!(bits(read(text)), bits(number), "{text}");
        }
    }

    #[test]
    fn the_middle_between_two_numbers_is_read_as_the_even_one_and_more_digits_decide() {
        for text in [
            "9007199254740993",
            "9007199254740993.0000000000000000000000000000000000000000000000001",
            "9007199254740992.9999999999999999999999",
            "9007199254740995",
            "2.4703282292062327e-324",
            "2.4703282292062328e-324",
            "4.9e-324",
            "2.2250738585072011e-308",
            "2.2250738585072014e-308",
            "1.7976931348623157e308",
            "1.7976931348623158e308",
            "1.7976931348623159e308",
            "1e23",
            "8.5e22",
        ] {
            let expected: f64 = text.parse().expect("the standard library reads it");
            assert_eq!(read(text), Some(expected), "{text}");
        }
    }

    proptest! {
        #[test]
        fn decimals_are_read_as_the_standard_library_does(
            digits in "[0-9]{1,45}", after in "[0-9]{0,30}", exponent in -340..340,
        ) {
            let text = format!("{digits}.{after}e{exponent}");
            prop_assert_eq!(read(&text), text.parse().ok(), "{}", text);
        }

        #[test]
        fn what_is_written_is_read_again(bits in any::<u64>()) {
            let number = f64::from_bits(bits);
            prop_assume!(number.is_finite());
            let back = read(&super::super::Digits(number).to_string());
            prop_assert_eq!(back.map(f64::to_bits), Some(bits));
        }

        #[test]
        fn any_text_gives_a_number_or_nothing(text in ".*") {
            prop_assert!(read(&text).is_none_or(|number| !number.is_nan()));
        }
    }
}
