//! A number with all the digits that it needs to be told from its neighbours, and no more.

#[cfg(not(feature = "ui"))]
mod shortest;

use std::fmt;

/// Writes a number as the shortest decimal that reads back as it, without an exponent: `0.1`, `150`.
/// What is not finite is `NaN`, `Infinity` or `-Infinity`, as in JavaScript.
#[derive(Clone, Copy, Debug)]
pub struct Digits(pub f64);

impl fmt::Display for Digits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(number) = *self;
        if number.is_nan() {
            return f.write_str("NaN");
        }
        if number.is_sign_negative() {
            f.write_str("-")?;
        }
        match number.abs() {
            f64::INFINITY => f.write_str("Infinity"),
            size => write(f, size),
        }
    }
}

/// Writes a finite number that is not negative. The page writes numbers in many ways and so has the
/// standard library's for it; without the page that alone would be a tenth of the JavaScript API.
#[cfg(feature = "ui")]
fn write(f: &mut fmt::Formatter<'_>, size: f64) -> fmt::Result {
    write!(f, "{size}")
}

/// Writes a finite number that is not negative, as the standard library does.
#[cfg(not(feature = "ui"))]
fn write(f: &mut fmt::Formatter<'_>, size: f64) -> fmt::Result {
    if size == 0.0 {
        return f.write_str("0");
    }
    let zeros =
        |f: &mut fmt::Formatter<'_>, count: i32| (0..count).try_for_each(|_| f.write_str("0"));
    let (digits, whole) = shortest::shortest(size);
    let (before, after) = digits.split_at(digits.len().min(whole.max(0) as usize));
    f.write_str(if before.is_empty() { "0" } else { before })?;
    zeros(f, whole - digits.len() as i32)?;
    if !after.is_empty() {
        f.write_str(".")?;
        zeros(f, -whole)?;
        f.write_str(after)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn numbers_are_written_in_full_and_no_longer_than_needed() {
        for (number, text) in [
            (0.0, "0"),
            (-0.0, "-0"),
            (1.0, "1"),
            (-1.5, "-1.5"),
            (150.0, "150"),
            (0.1, "0.1"),
            (0.1 + 0.2, "0.30000000000000004"),
            (1e-7, "0.0000001"),
            (9_007_199_254_740_993.0, "9007199254740992"),
            (1e21, "1000000000000000000000"),
            // Half-way between two numbers, which is read as the even one.
            (9e23, "900000000000000000000000"),
            (libm::ldexp(1.0, -44), "0.00000000000005684341886080802"),
            (f64::NAN, "NaN"),
            (-f64::NAN, "NaN"),
            (f64::INFINITY, "Infinity"),
            (f64::NEG_INFINITY, "-Infinity"),
        ] {
            assert_eq!(Digits(number).to_string(), text);
        }
    }

    #[test]
    fn the_ends_of_the_numbers_are_written_as_the_standard_library_does() {
        let powers = (-1074..=1023)
            .step_by(9)
            .map(|exponent| libm::ldexp(1.0, exponent));
        let around = powers.flat_map(|power| [power.next_down(), power, power.next_up()]);
        let ends = [f64::MIN_POSITIVE, f64::MAX, f64::EPSILON, 5e-324];
        for number in around.filter(|number| *number > 0.0).chain(ends) {
            assert_eq!(Digits(number).to_string(), number.to_string());
        }
    }

    proptest! {
        #[test]
        fn any_number_is_written_as_the_standard_library_does(bits in any::<u64>()) {
            let number = f64::from_bits(bits);
            prop_assume!(number.is_finite());
            prop_assert_eq!(Digits(number).to_string(), number.to_string());
        }

        #[test]
        fn numbers_of_few_digits_come_back(digits in 0..1_000_000_u32, exponent in -30..30) {
            let number: f64 = format!("{digits}e{exponent}").parse().expect("a number");
            prop_assert_eq!(Digits(number).to_string(), number.to_string());
        }
    }
}
