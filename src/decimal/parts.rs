//! A number in IEEE 754's double precision, taken apart.

/// What stands before the fraction of a normal number's mantissa.
pub(super) const HIDDEN_BIT: u64 = 1 << 52;

/// The exponent of the smallest numbers' last bit.
pub(super) const SMALLEST_EXPONENT: i32 = -1074;

/// A finite number that is not negative, as mantissa·2^exponent.
pub(super) fn parts(number: f64) -> (u64, i32) {
    let bits = number.to_bits();
    let fraction = bits % HIDDEN_BIT;
    match (bits / HIDDEN_BIT) as i32 {
        0 => (fraction, SMALLEST_EXPONENT),
        biased => (fraction + HIDDEN_BIT, SMALLEST_EXPONENT - 1 + biased),
    }
}
