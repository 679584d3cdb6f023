//! Bisection to the last bit.

/// A root of `f` between `lo` and `hi`, found by halving until the middle is one of the ends: the
/// tolerance is the spacing of `f64` at the root. `None` unless `f` has opposite signs (or a zero)
/// at the two ends.
///
/// A continuous `f` with one root is what this is for; with several it finds one of them. The ends
/// are finite; any such bracket is down to neighbouring numbers within 2,100 halvings.
pub fn bisect(f: impl Fn(f64) -> f64, lo: f64, hi: f64) -> Option<f64> {
    let (mut lo, mut hi) = (lo, hi);
    let at_lo = f(lo);
    let at_hi = f(hi);
    if at_lo == 0.0 {
        return Some(lo);
    }
    if at_hi == 0.0 {
        return Some(hi);
    }
    if at_lo.signum() != -at_hi.signum() {
        return None;
    }
    loop {
        let middle = lo + (hi - lo) / 2.0;
        if middle <= lo || middle >= hi {
            return Some(middle);
        }
        let value = f(middle);
        if value == 0.0 {
            return Some(middle);
        }
        if value.signum() == at_lo.signum() {
            lo = middle;
        } else {
            hi = middle;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_root_is_found_to_the_last_bit_whichever_way_the_function_runs() {
        let root = bisect(|x| x * x - 2.0, 0.0, 2.0).expect("signs differ");
        assert!((root - std::f64::consts::SQRT_2).abs() <= f64::EPSILON);
        let falling = bisect(|x| 2.0 - x * x, 0.0, 1e7).expect("signs differ");
        assert!((falling - std::f64::consts::SQRT_2).abs() <= f64::EPSILON);
    }

    #[test]
    fn an_end_that_is_a_root_is_found() {
        assert_eq!(bisect(|x| x, 0.0, 1.0), Some(0.0));
        assert_eq!(bisect(|x| x - 1.0, 0.0, 1.0), Some(1.0));
    }

    #[test]
    fn without_a_change_of_sign_there_is_no_root() {
        assert_eq!(bisect(|x| x + 1.0, 0.0, 1.0), None);
        assert_eq!(bisect(|_| f64::NAN, 0.0, 1.0), None);
    }
}
