//! Natural numbers far beyond 64 bits.

use std::cmp::Ordering;

/// Room for 2^1344: for the largest number and the smallest one's reciprocal, each with 40 decimal
/// digits or a mantissa more.
const LIMBS: usize = 42;

/// A natural number below 2^1344, the lowest 32 bits first.
#[derive(Clone, Copy)]
pub(super) struct Natural {
    limbs: [u32; LIMBS],
    /// Limbs from here on are zero.
    len: usize,
}

impl Natural {
    pub(super) fn new(value: u64) -> Self {
        let mut limbs = [0; LIMBS];
        limbs[0] = value as u32;
        limbs[1] = (value >> 32) as u32;
        Self { limbs, len: 2 }
    }

    /// Limb by limb over the first `len`, each with what the one before it carries, which may need
    /// one limb more.
    fn each(mut self, len: usize, limb: impl Fn(usize, u64) -> u64) -> Self {
        let mut carry = 0;
        self.len = len;
        for (index, own) in self.limbs.iter_mut().enumerate() {
            if index >= len && carry == 0 {
                break;
            }
            let value = limb(index, u64::from(*own)).wrapping_add(carry);
            *own = value as u32;
            // Of a difference that is negative the carry is −1.
            carry = (value as i64 >> 32) as u64;
            self.len = self.len.max(index + 1);
        }
        self
    }

    /// `factor` times the number; `factor` is at most 2^31.
    pub(super) fn times(self, factor: u64) -> Self {
        self.each(self.len, |_, own| own * factor)
    }

    pub(super) fn times_power_of_two(self, exponent: i32) -> Self {
        let natural = self.times(1 << (exponent % 31));
        (0..exponent / 31).fold(natural, |natural, _| natural.times(1 << 31))
    }

    pub(super) fn times_power_of_ten(self, exponent: i32) -> Self {
        (0..exponent).fold(self, |natural, _| natural.times(10))
    }

    pub(super) fn plus(self, other: &Self) -> Self {
        self.each(self.len.max(other.len), |index, own| {
            own + u64::from(other.limbs[index])
        })
    }

    /// Less a number that is not larger.
    pub(super) fn minus(self, other: &Self) -> Self {
        self.each(self.len, |index, own| {
            own.wrapping_sub(u64::from(other.limbs[index]))
        })
    }

    pub(super) fn cmp(&self, other: &Self) -> Ordering {
        let len = self.len.max(other.len);
        let [own, others] = [self, other].map(|natural| natural.limbs[..len].iter().rev());
        own.cmp(others)
    }

    /// How many bits it takes; 0 for 0.
    pub(super) fn bits(&self) -> i32 {
        let top = self.limbs.iter().rposition(|limb| *limb != 0);
        top.map_or(0, |index| {
            32 * (index as i32 + 1) - self.limbs[index].leading_zeros() as i32
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_products_and_differences_carry_over_every_limb() {
        let all_ones = Natural::new(u64::MAX)
            .times_power_of_two(64)
            .plus(&Natural::new(u64::MAX));
        assert_eq!(all_ones.bits(), 128);
        let next = all_ones.plus(&Natural::new(1));
        assert_eq!(next.bits(), 129);
        assert_eq!(next.minus(&Natural::new(1)).cmp(&all_ones), Ordering::Equal);
        assert_eq!(
            next.cmp(&Natural::new(1).times_power_of_two(128)),
            Ordering::Equal
        );
        assert_eq!(Natural::new(0).bits(), 0);
    }

    #[test]
    fn order_is_that_of_the_highest_limb_that_differs() {
        let (large, small) = (
            Natural::new(1).times_power_of_ten(30),
            Natural::new(u64::MAX),
        );
        assert_eq!(large.cmp(&small), Ordering::Greater);
        assert_eq!(small.cmp(&large), Ordering::Less);
        let same = Natural::new(10).times_power_of_ten(29);
        assert_eq!(large.cmp(&same), Ordering::Equal);
    }
}
