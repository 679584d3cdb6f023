//! When a number counts as changed.

/// Numbers that differ by less than this fraction are equal: simulated paths at rest differ in
/// their last bits. A real difficulty never changes by so little, its compact form has 23 bits.
const ROUNDING: f64 = 1e-9;

/// Whether `a` is below `b` by more than rounding.
pub(super) fn is_below(a: f64, b: f64) -> bool {
    b - a > ROUNDING * b.abs()
}

/// Whether `a` is `b` but for rounding.
pub(super) fn is_equal(a: f64, b: f64) -> bool {
    (a - b).abs() <= ROUNDING * b.abs()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounding_is_no_change() {
        for (a, b, below, equal) in [
            (1.0, 1.0, false, true),
            (0.0, 0.0, false, true),
            (1.0 - 2e-9, 1.0, true, false),
            (1.0 - 5e-10, 1.0, false, true),
            (1.0 + 5e-10, 1.0, false, true),
            (1.0 + 2e-9, 1.0, false, false),
            (150e12 - 3e5, 150e12, true, false),
            (150e12 - 1e5, 150e12, false, true),
            (-1.0 - 2e-9, -1.0, true, false),
            (-1.0 - 5e-10, -1.0, false, true),
            (-1.0, 0.0, true, false),
        ] {
            assert_eq!(
                (is_below(a, b), is_equal(a, b)),
                (below, equal),
                "{a} and {b}"
            );
        }
    }
}
