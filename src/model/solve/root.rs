//! A root between two ends, to the last bits.

/// A point of a function: where, and its value there.
type Point = (f64, f64);

/// A root of `f` between `lo` and `hi`: of the last two numbers around it, which are two spacings of `f64`
/// apart at most, the one where `f` is nearer to zero. `None` unless `f` has opposite signs (or a zero) at
/// the two ends.
///
/// A continuous `f` with one root is what this is for; with several it finds one of them. The ends
/// are finite.
///
/// T. R. Chandrupatla, "A new hybrid quadratic/bisection algorithm for finding the zero of a nonlinear
/// function without using derivatives", Advances in Engineering Software 28 (1997): a parabola through
/// the last three points where it leads to the root, else the middle. Smooth functions take some ten
/// steps where halving alone takes sixty.
pub fn root(f: impl Fn(f64) -> f64, lo: f64, hi: f64) -> Option<f64> {
    let (mut new, mut other) = ((lo, f(lo)), (hi, f(hi)));
    if let Some((zero, _)) = [new, other].into_iter().find(|(_, value)| *value == 0.0) {
        return Some(zero);
    }
    if new.1.signum() != -other.1.signum() {
        return None;
    }
    let mut best = nearer(new, other);
    let mut share = 0.5;
    while let Some(x) = inside(new.0, other.0, share) {
        let at = (x, f(x));
        let last = if at.1.signum() == new.1.signum() {
            new
        } else {
            std::mem::replace(&mut other, new)
        };
        new = at;
        best = nearer(new, other);
        // A spacing, as a share of what is between the ends.
        let spacing = f64::EPSILON * best.0.abs() / (other.0 - new.0).abs();
        if best.1 == 0.0 || spacing >= 0.5 {
            break;
        }
        share = along_parabola(new, other, last).unwrap_or(0.5);
        share = share.max(spacing).min(1.0 - spacing);
    }
    Some(best.0)
}

/// Of two points the one whose value is nearer to zero.
fn nearer(a: Point, b: Point) -> Point {
    if a.1.abs() < b.1.abs() { a } else { b }
}

/// The number at a share of the way between two others, else the middle; `None` where there is none between
/// them.
fn inside(from: f64, to: f64, share: f64) -> Option<f64> {
    let is_between = |x: &f64| from.min(to) < *x && *x < from.max(to);
    let wanted = [share, 0.5].map(|share| from + share * (to - from));
    wanted.into_iter().find(is_between)
}

/// Where a parabola through three points, x over the value, is zero, as a share of the way from the first
/// to the second; `None` where it leads elsewhere.
fn along_parabola(a: Point, b: Point, c: Point) -> Option<f64> {
    let xi = (a.0 - b.0) / (c.0 - b.0);
    let phi = (a.1 - b.1) / (c.1 - b.1);
    let leads_there = phi * phi < xi && (1.0 - phi) * (1.0 - phi) < 1.0 - xi;
    let alpha = (c.0 - a.0) / (b.0 - a.0);
    let share =
        a.1 / (b.1 - a.1) * (c.1 / (b.1 - c.1)) + alpha * (a.1 / (c.1 - a.1)) * (b.1 / (c.1 - b.1));
    leads_there.then_some(share)
}

// Of the mutants of this file those survive that change which step comes next, how soon the search ends or which
// of two neighbours is returned (`nearer`, `inside`, `leads_there`, `spacing`): the root is the same.
#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_root_is_found_to_the_last_bit_whichever_way_the_function_runs() {
        let rising = root(|x| x * x - 2.0, 0.0, 2.0).expect("signs differ");
        assert!((rising - std::f64::consts::SQRT_2).abs() <= f64::EPSILON);
        let falling = root(|x| 2.0 - x * x, 0.0, 1e7).expect("signs differ");
        assert!((falling - std::f64::consts::SQRT_2).abs() <= f64::EPSILON);
    }

    #[test]
    fn an_end_that_is_a_root_is_found() {
        assert_eq!(root(|x| x, 0.0, 1.0), Some(0.0));
        assert_eq!(root(|x| x - 1.0, 0.0, 1.0), Some(1.0));
    }

    #[test]
    fn without_a_change_of_sign_there_is_no_root() {
        assert_eq!(root(|x| x + 1.0, 0.0, 1.0), None);
        assert_eq!(root(|_| f64::NAN, 0.0, 1.0), None);
    }

    #[test]
    fn a_step_is_where_it_steps() {
        let step = |x: f64| if x < 0.3 { -1.0 } else { 1.0 };
        let found = root(step, 0.0, 1e7).expect("signs differ");
        assert!((found - 0.3).abs() <= f64::EPSILON, "{found}");
    }

    #[test]
    fn where_the_function_has_no_value_the_search_still_ends() {
        let gap = |x: f64| {
            if x < 0.4 {
                -1.0
            } else if x > 0.6 {
                1.0
            } else {
                f64::NAN
            }
        };
        assert!(root(gap, 0.0, 1.0).is_some());
    }

    /// How often a function is asked.
    fn steps(f: impl Fn(f64) -> f64, lo: f64, hi: f64) -> u32 {
        let count = Cell::new(0);
        let counted = |x| {
            count.set(count.get() + 1);
            f(x)
        };
        root(counted, lo, hi).expect("signs differ");
        count.get()
    }

    #[test]
    fn what_is_straight_or_smooth_takes_few_steps() {
        assert!(steps(|x| 3.0 * x - 1e5, 0.0, 1e7) <= 6);
        assert!(steps(|x| libm::exp(x) - 5.0, 0.0, 10.0) <= 16);
        // Payoffs with a corner, as those of miners who switch off.
        assert!(steps(|x| f64::max(x - 40_000.0, 0.0) * 7.0 - 9e4, 0.0, 1e7) <= 40);
    }

    proptest! {
        #[test]
        fn the_root_of_a_rising_cubic_is_found(
            wanted in -1e3_f64..1e3, bend in 0.0..10.0, slope in 1e-3..1e3, below in 1e-3..1e6, above in 1e-3..1e6,
        ) {
            let f = |x: f64| { let d: f64 = x - wanted; d * (slope + bend * d * d) };
            let found = root(f, wanted - below, wanted + above).expect("signs differ");
            let spacing = f64::EPSILON * f64::max(wanted.abs(), 1e-300);
            prop_assert!((found - wanted).abs() <= 2.0 * spacing, "{} for {}", found, wanted);
        }

        #[test]
        fn between_any_two_numbers_a_search_ends(lo in any::<f64>(), hi in any::<f64>(), at in any::<f64>()) {
            prop_assume!(lo.is_finite() && hi.is_finite() && (hi - lo).is_finite() && at.is_finite());
            if let Some(found) = root(|x| x - at, lo, hi) {
                prop_assert!(found >= lo.min(hi) && found <= lo.max(hi));
            }
        }
    }
}
