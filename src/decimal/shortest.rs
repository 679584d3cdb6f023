//! A number with all the digits that it needs to be told from its neighbours, and no more.
//!
//! The standard library's `Display` says the same and takes ten times the WebAssembly: it must also
//! round and pad.

use std::cmp::Ordering;
use std::fmt;

use super::natural::Natural;
use super::parts::{HIDDEN_BIT, SMALLEST_EXPONENT, parts};

/// Writes a number as the shortest decimal that reads back as it (Steele and White, "How to print
/// floating-point numbers accurately", 1990), without an exponent: `0.1`, `150`. What is not finite
/// is `NaN`, `Infinity` or `-Infinity`, as in JavaScript.
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
        if number == 0.0 {
            return f.write_str("0");
        }
        if number.is_infinite() {
            return f.write_str("Infinity");
        }
        let (digits, whole) = shortest(number.abs());
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
}

fn zeros(f: &mut fmt::Formatter<'_>, count: i32) -> fmt::Result {
    (0..count).try_for_each(|_| f.write_str("0"))
}

/// The digits of a positive number, and how many of them stand before the point; fewer than none
/// where zeros follow it.
fn shortest(number: f64) -> (String, i32) {
    /// Between these exponents nothing that is compared reaches 2^127.
    const SMALL: std::ops::Range<i32> = -120..64;
    let (mantissa, exponent) = parts(number);
    // What lies in the middle between two numbers reads back as the even one.
    let is_even = mantissa.is_multiple_of(2);
    match SMALL.contains(&exponent) {
        true => Search::new(mantissa, exponent, |value, power| {
            u128::from(value) << power
        })
        .digits(is_even),
        false => Search::new(mantissa, exponent, |value, power| {
            Natural::new(value).times_power_of_two(power)
        })
        .digits(is_even),
    }
}

/// Natural numbers that the digits are found with.
trait Whole: Copy {
    fn plus(self, other: Self) -> Self;
    /// Less a number that is not larger.
    fn minus(self, other: Self) -> Self;
    fn compare(self, other: Self) -> Ordering;
    fn times_ten(self) -> Self;
}

impl Whole for u128 {
    fn plus(self, other: Self) -> Self {
        self + other
    }
    fn minus(self, other: Self) -> Self {
        self - other
    }
    fn compare(self, other: Self) -> Ordering {
        self.cmp(&other)
    }
    fn times_ten(self) -> Self {
        (self << 3) + (self << 1)
    }
}

impl Whole for Natural {
    fn plus(self, other: Self) -> Self {
        Self::plus(self, &other)
    }
    fn minus(self, other: Self) -> Self {
        Self::minus(self, &other)
    }
    fn compare(self, other: Self) -> Ordering {
        self.cmp(&other)
    }
    fn times_ten(self) -> Self {
        self.times(10)
    }
}

/// What is left of a number, and how far the numbers next to it are, all in one unit.
#[derive(Clone, Copy)]
struct Search<N> {
    rest: N,
    /// Half the distance to the next number above and below.
    above: N,
    below: N,
    one: N,
}

impl<N: Whole> Search<N> {
    /// Starts with mantissa·2^exponent in units of 2^(exponent − 2); `make` multiplies a number by a
    /// power of two.
    fn new(mantissa: u64, exponent: i32, make: impl Fn(u64, i32) -> N) -> Self {
        let is_power_of_two = mantissa == HIDDEN_BIT && exponent > SMALLEST_EXPONENT;
        Self {
            rest: make(mantissa, 2 + exponent.max(0)),
            above: make(1, 1 + exponent.max(0)),
            below: make(1, i32::from(!is_power_of_two) + exponent.max(0)),
            one: make(1, 2 + (-exponent).max(0)),
        }
    }

    fn times_ten(self) -> Self {
        Self {
            rest: self.rest.times_ten(),
            above: self.above.times_ten(),
            below: self.below.times_ten(),
            ..self
        }
    }

    fn digits(mut self, is_even: bool) -> (String, i32) {
        let reaches = |sum: N, one: N| match sum.compare(one) {
            Ordering::Equal => is_even,
            ordering => ordering == Ordering::Greater,
        };
        let mut whole = 0;
        while reaches(self.rest.plus(self.above), self.one) {
            self.one = self.one.times_ten();
            whole += 1;
        }
        while !reaches(self.rest.plus(self.above).times_ten(), self.one) {
            self = self.times_ten();
            whole -= 1;
        }
        let mut digits = String::new();
        loop {
            self = self.times_ten();
            let mut digit = b'0';
            while self.rest.compare(self.one) != Ordering::Less {
                self.rest = self.rest.minus(self.one);
                digit += 1;
            }
            let may_round_down = reaches(self.below, self.rest);
            let may_round_up = reaches(self.rest.plus(self.above), self.one);
            let is_upper_half = self.rest.plus(self.rest).compare(self.one) != Ordering::Less;
            digit += u8::from(may_round_up && (is_upper_half || !may_round_down));
            digits.push(digit.into());
            if may_round_down || may_round_up {
                return (digits, whole);
            }
        }
    }
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
            (123_456_789.0, "123456789"),
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
        fn a_number_of_everyday_size_is_written_as_the_standard_library_does(
            mantissa in any::<u64>(),
            exponent in -140..84,
        ) {
            let number = libm::ldexp((mantissa >> 11) as f64, exponent);
            prop_assert_eq!(Digits(number).to_string(), number.to_string());
        }

        #[test]
        fn numbers_of_few_digits_come_back(digits in 0..1_000_000_u32, exponent in -30..30) {
            let number: f64 = format!("{digits}e{exponent}").parse().expect("a number");
            prop_assert_eq!(Digits(number).to_string(), number.to_string());
        }
    }
}
