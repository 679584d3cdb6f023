//! The distance between ticks.

use super::MOST_TICKS;
use super::decimal::{decade, decimal};

/// A round distance between the ticks of a straight axis: 1, 2, 2.5 or 5 times a power of ten.
///
/// Kept as a decimal, so that a tick is an integer product scaled once and exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TickStep {
    digits: i64,
    exponent: i32,
}

/// The steps within a decade, each as digits and an exponent. Rungs are numbered through all
/// decades, rung 0 being a step of 1.
const RUNGS: [(i64, i32); 4] = [(1, 0), (2, 0), (25, -1), (5, 0)];

/// Rungs to try above the first guess: from 20 times too fine to far too coarse.
const CLIMB: i32 = 64;

/// Relative width below which a domain counts as constant: its ticks would need more digits than an
/// `f64` has, and its width is rounding noise.
const LEAST_RELATIVE_WIDTH: f64 = 1e-10;

/// Width below which a domain counts as constant because steps would lose their digits.
const LEAST_WIDTH: f64 = 1e-305;

impl TickStep {
    /// The finest step with at most `max_count` multiples in the domain from `lo` to `hi` (data,
    /// either direction, ends included); where that is a 2 which misses an end and the 2.5 above it
    /// meets both, that.
    ///
    /// `None` when the domain is not finite or, as [`linear_ticks`](super::linear_ticks) tells,
    /// counts as constant, or when `max_count` is 0.
    pub fn fitting(lo: f64, hi: f64, max_count: usize) -> Option<Self> {
        let domain = Domain::new(lo, hi)?;
        let (rung, step) = domain.finest(max_count, |step| {
            step.last_index(domain.hi) - step.first_index(domain.lo) + 1
        })?;
        let above = Self::on_rung(rung + 1);
        let meets_ends = |step: Self| step.divides(domain.lo) && step.divides(domain.hi);
        // 2 is the one rung that does not divide the next one: without this exception a domain that
        // was made nice with 2.5 could be ruled with 2.
        let better_above = step.digits == 2 && !meets_ends(step) && meets_ends(above);
        Some(if better_above { above } else { step })
    }

    /// The finest step of which at most `max_count` (or 3, if that is more) multiples reach from
    /// the last one at or below the domain to the first one at or above it; `None` as for
    /// [`fitting`](Self::fitting).
    pub fn enclosing(lo: f64, hi: f64, max_count: usize) -> Option<Self> {
        let domain = Domain::new(lo, hi)?;
        let count = |step: Self| step.first_index(domain.hi) - step.last_index(domain.lo) + 1;
        domain.finest(max_count.max(3), count).map(|(_, step)| step)
    }

    /// The step itself, in the unit of the domain; infinite only where a domain that nearly spans
    /// all numbers has its one tick at 0.
    pub fn size(self) -> f64 {
        self.multiple(1)
    }

    /// How many digits after the decimal point it takes to write every multiple of the step.
    pub fn decimals(self) -> usize {
        self.exponent.min(0).unsigned_abs() as usize
    }

    /// `index` times the step, exactly; never −0.
    pub(super) fn multiple(self, index: i64) -> f64 {
        decimal(self.digits * index, self.exponent)
    }

    /// The largest index whose multiple is at most `value`.
    pub(super) fn last_index(self, value: f64) -> i64 {
        // The quotient is rounded, so the answer may be a neighbour of its floor.
        let guess = (value / self.size()).floor() as i64;
        if self.multiple(guess) > value {
            guess - 1
        } else if self.multiple(guess + 1) <= value {
            guess + 1
        } else {
            guess
        }
    }

    /// The smallest index whose multiple is at least `value`.
    pub(super) fn first_index(self, value: f64) -> i64 {
        -self.last_index(-value)
    }

    fn divides(self, value: f64) -> bool {
        self.last_index(value) == self.first_index(value)
    }

    fn on_rung(rung: i32) -> Self {
        let in_decade = RUNGS.len() as i32;
        let (digits, exponent) = RUNGS[rung.rem_euclid(in_decade) as usize];
        Self {
            digits,
            exponent: exponent + rung.div_euclid(in_decade),
        }
    }
}

/// A finite domain, `lo` below `hi`, wide enough to have steps.
struct Domain {
    lo: f64,
    hi: f64,
}

impl Domain {
    fn new(lo: f64, hi: f64) -> Option<Self> {
        let (lo, hi) = (lo.is_finite() && hi.is_finite()).then(|| (lo.min(hi), lo.max(hi)))?;
        let magnitude = lo.abs().max(hi.abs());
        // An overflowing width is infinite, which is wide.
        let wide = hi - lo > (magnitude * LEAST_RELATIVE_WIDTH).max(LEAST_WIDTH);
        wide.then_some(Self { lo, hi })
    }

    /// The finest step, and its rung, whose `count` of ticks is at most `max_count`.
    fn finest(&self, max_count: usize, count: impl Fn(TickStep) -> i64) -> Option<(i32, TickStep)> {
        let max_count = max_count.min(MOST_TICKS);
        if max_count == 0 {
            return None;
        }
        // A step that fits is above this. Dividing first keeps the difference from overflowing.
        let parts = max_count as f64 + 1.0;
        let too_fine = self.hi / parts - self.lo / parts;
        let start = RUNGS.len() as i32 * decade(too_fine) - 1;
        (start..start + CLIMB)
            .map(|rung| (rung, TickStep::on_rung(rung)))
            .find(|&(_, step)| count(step) <= max_count as i64)
    }
}

#[cfg(test)]
mod tests {
    use super::TickStep;

    #[test]
    fn rungs_climb_by_one_two_two_and_a_half_and_five() {
        let sizes: Vec<f64> = (-5..6).map(|rung| TickStep::on_rung(rung).size()).collect();
        assert_eq!(
            sizes,
            [0.05, 0.1, 0.2, 0.25, 0.5, 1.0, 2.0, 2.5, 5.0, 10.0, 20.0]
        );
    }

    #[test]
    fn decimals_are_those_that_the_multiples_need() {
        for (hi, max_count, size, decimals) in [
            (1000.0, 5, 250.0, 0),
            (10.0, 5, 2.5, 1),
            (1.0, 3, 0.5, 1),
            (0.1, 5, 0.025, 3),
        ] {
            let step = TickStep::fitting(0.0, hi, max_count).unwrap();
            assert_eq!((step.size(), step.decimals()), (size, decimals));
        }
    }

    #[test]
    fn indices_bracket_a_value() {
        let tenth = TickStep::on_rung(-4);
        for (value, last, first) in [
            (0.3, 3, 3),
            (0.34, 3, 4),
            (-0.3, -3, -3),
            (-0.34, -4, -3),
            (0.0, 0, 0),
        ] {
            assert_eq!(
                (tenth.last_index(value), tenth.first_index(value)),
                (last, first),
                "{value}"
            );
        }
    }

    #[test]
    fn enclosing_steps_count_the_ticks_outside() {
        // Five multiples of 2 lie in the domain and seven enclose it.
        assert_eq!(
            TickStep::fitting(1.0, 11.0, 5).map(TickStep::size),
            Some(2.0)
        );
        assert_eq!(
            TickStep::enclosing(1.0, 11.0, 6).map(TickStep::size),
            Some(2.5)
        );
    }

    #[test]
    fn no_step_fits_a_domain_without_width_or_an_axis_without_ticks() {
        assert_eq!(TickStep::fitting(1.0, 1.0, 5), None);
        assert_eq!(TickStep::fitting(f64::NAN, 1.0, 5), None);
        assert_eq!(TickStep::fitting(0.0, 1.0, 0), None);
        assert_eq!(TickStep::enclosing(1.0, f64::INFINITY, 5), None);
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod laws {
    use super::TickStep;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn indices_are_the_tightest_bracket(
            rung in -60..60_i32,
            near in -100_000..100_000_i64,
            nudge in -1.0..1.0,
        ) {
            let step = TickStep::on_rung(rung);
            let value = step.multiple(near) + nudge * step.size();
            let (last, first) = (step.last_index(value), step.first_index(value));
            prop_assert!(step.multiple(last) <= value && value < step.multiple(last + 1));
            prop_assert!(step.multiple(first) >= value && value > step.multiple(first - 1));
        }

        #[test]
        fn a_finer_step_would_make_too_many_ticks(
            lo in -1e3..1e3,
            width in 1e-3..1e3,
            max_count in 1..20_usize,
        ) {
            let hi = lo + width;
            let step = TickStep::fitting(lo, hi, max_count).unwrap();
            let is_finer = |rung: &TickStep| (1e-4..1.0).contains(&(rung.size() / step.size()));
            let finer = (-60..60).map(TickStep::on_rung).filter(is_finer);
            let count = |step: TickStep| step.last_index(hi) - step.first_index(lo) + 1;
            let fits = |step: &TickStep| count(*step) <= max_count as i64;
            let passed_over: Vec<TickStep> = finer.filter(fits).collect();
            // Only a 2 is passed over, for the 2.5 above it.
            prop_assert!(passed_over.len() <= usize::from(step.digits == 25), "{passed_over:?}");
        }
    }
}
