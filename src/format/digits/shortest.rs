//! The digits of a number (Steele and White, "How to print floating-point numbers accurately", 1990),
//! on natural numbers that are large enough for every number there is. The standard library is
//! quicker and takes ten times the WebAssembly; here messages are written, one at a time.

use std::cmp::Ordering;

/// The digits of a positive number, and how many of them stand before the point; fewer than none
/// where zeros follow it.
pub(super) fn shortest(number: f64) -> (String, i32) {
    let (mantissa, exponent) = parts(number);
    // Half the distance to the next number above and below, in units of 2^(exponent − 2).
    let is_power_of_two = mantissa == HIDDEN_BIT && exponent > SMALLEST_EXPONENT;
    let mut rest = Natural::new(mantissa).times_power_of_two(2 + exponent.max(0));
    let mut above = Natural::new(1).times_power_of_two(1 + exponent.max(0));
    let mut below = if is_power_of_two {
        Natural::new(1).times_power_of_two(exponent.max(0))
    } else {
        above
    };
    let mut one = Natural::new(1).times_power_of_two(2 + (-exponent).max(0));
    // What lies in the middle between two numbers reads back as the even one.
    let is_even = mantissa.is_multiple_of(2);
    let reaches = |sum: Natural, one: &Natural| match sum.cmp(one) {
        Ordering::Equal => is_even,
        ordering => ordering == Ordering::Greater,
    };
    let mut whole = 0;
    while reaches(rest.plus(&above), &one) {
        one = one.times(10);
        whole += 1;
    }
    while !reaches(rest.plus(&above).times(10), &one) {
        [rest, above, below] = [rest, above, below].map(|natural| natural.times(10));
        whole -= 1;
    }
    let mut digits = String::new();
    loop {
        [rest, above, below] = [rest, above, below].map(|natural| natural.times(10));
        let mut digit = b'0';
        while rest.cmp(&one) != Ordering::Less {
            rest = rest.minus(&one);
            digit += 1;
        }
        let may_round_down = reaches(below, &rest);
        let may_round_up = reaches(rest.plus(&above), &one);
        let is_upper_half = rest.times(2).cmp(&one) != Ordering::Less;
        digit += u8::from(may_round_up && (is_upper_half || !may_round_down));
        digits.push(digit.into());
        if may_round_down || may_round_up {
            return (digits, whole);
        }
    }
}

/// What a number in IEEE 754's double precision has before its fraction.
const HIDDEN_BIT: u64 = 1 << 52;
const SMALLEST_EXPONENT: i32 = -1074;

/// A positive number as mantissa·2^exponent.
fn parts(number: f64) -> (u64, i32) {
    let bits = number.to_bits();
    let fraction = bits % HIDDEN_BIT;
    match (bits / HIDDEN_BIT) as i32 {
        0 => (fraction, SMALLEST_EXPONENT),
        biased => (fraction + HIDDEN_BIT, SMALLEST_EXPONENT - 1 + biased),
    }
}

/// A natural number below 2^1152, the lowest 32 bits first: the largest number and the smallest
/// one's reciprocal, with room for a factor of 2^53.
#[derive(Clone, Copy)]
struct Natural([u32; 36]);

impl Natural {
    fn new(value: u64) -> Self {
        let mut natural = Self([0; 36]);
        natural.0[0] = value as u32;
        natural.0[1] = (value >> 32) as u32;
        natural
    }

    /// Limb by limb, each with what the one before it carries.
    fn each(mut self, limb: impl Fn(usize, u64) -> u64) -> Self {
        let mut carry = 0;
        for (index, own) in self.0.iter_mut().enumerate() {
            let value = limb(index, u64::from(*own)).wrapping_add(carry);
            *own = value as u32;
            // Of a difference that is negative the carry is −1.
            carry = (value as i64 >> 32) as u64;
        }
        self
    }

    fn times(self, factor: u64) -> Self {
        self.each(|_, own| own * factor)
    }

    fn times_power_of_two(self, exponent: i32) -> Self {
        let natural = self.times(1 << (exponent % 31));
        (0..exponent / 31).fold(natural, |natural, _| natural.times(1 << 31))
    }

    fn plus(self, other: &Self) -> Self {
        self.each(|index, own| own + u64::from(other.0[index]))
    }

    /// Less a number that is not larger.
    fn minus(self, other: &Self) -> Self {
        self.each(|index, own| own.wrapping_sub(u64::from(other.0[index])))
    }

    fn cmp(&self, other: &Self) -> Ordering {
        self.0.iter().rev().cmp(other.0.iter().rev())
    }
}
