//! Shares of an interval, safe from overflow: what scales are made of.

/// The interval with ends that are not finite replaced: by the other end or, where neither is
/// finite, by 0.
pub(super) fn finite_ends((start, end): (f64, f64)) -> (f64, f64) {
    match (start.is_finite(), end.is_finite()) {
        (true, true) => (start, end),
        (true, false) => (start, start),
        (false, true) => (end, end),
        (false, false) => (0.0, 0.0),
    }
}

/// How far along the interval `value` lies: 0 at its start, 1 at its end, one half everywhere when
/// it has no width. Finite for finite ends and a `value` that is not NaN; monotone.
pub(super) fn share((start, end): (f64, f64), value: f64) -> f64 {
    let (offset, span) = (value - start, end - start);
    if span == 0.0 {
        return 0.5;
    }
    let share = if offset.is_finite() && span.is_finite() {
        offset / span
    } else {
        // A difference overflowed. Quarters of such numbers are exact and their differences fit.
        (value / 4.0 - start / 4.0) / (end / 4.0 - start / 4.0)
    };
    share.clamp(-f64::MAX, f64::MAX)
}

/// The number that lies `share` along the interval, `share` being finite. Finite; monotone in
/// `share`, unlike the form with two products.
pub(super) fn mix((start, end): (f64, f64), share: f64) -> f64 {
    let span = end - start;
    let mixed = if span.is_finite() {
        start + share * span
    } else {
        4.0 * (start / 4.0 + share * (end / 4.0 - start / 4.0))
    };
    mixed.clamp(-f64::MAX, f64::MAX)
}

#[cfg(test)]
mod tests {
    use super::{finite_ends, mix, share};

    const ALL: (f64, f64) = (f64::MIN, f64::MAX);

    #[test]
    fn ends_that_are_not_finite_give_way_to_the_other_or_to_zero() {
        for bad in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert_eq!(finite_ends((bad, 3.0)), (3.0, 3.0));
            assert_eq!(finite_ends((3.0, bad)), (3.0, 3.0));
            assert_eq!(finite_ends((bad, bad)), (0.0, 0.0));
        }
        assert_eq!(finite_ends((5.0, -3.0)), (5.0, -3.0));
    }

    #[test]
    fn shares_survive_differences_that_overflow() {
        assert_eq!(
            [f64::MIN, 0.0, f64::MAX].map(|value| share(ALL, value)),
            [0.0, 0.5, 1.0]
        );
        assert_eq!(
            [0.0, 0.5, 1.0].map(|share| mix(ALL, share)),
            [f64::MIN, 0.0, f64::MAX]
        );
        assert_eq!(share((-1e308, -0.5e308), 1e308), 4.0);
    }

    #[test]
    fn shares_far_outside_saturate() {
        assert_eq!(share((0.0, 1e-300), f64::MAX), f64::MAX);
        assert_eq!(share((0.0, 1.0), f64::NEG_INFINITY), f64::MIN);
        assert_eq!(mix((0.0, 1e300), 1e300), f64::MAX);
        assert_eq!(mix(ALL, f64::MIN), f64::MIN);
    }

    #[test]
    fn an_interval_of_no_width_has_only_a_middle() {
        assert_eq!(
            [f64::MIN, 3.0, f64::INFINITY].map(|value| share((3.0, 3.0), value)),
            [0.5; 3]
        );
        assert_eq!(
            [f64::MIN, 0.5, f64::MAX].map(|share| mix((3.0, 3.0), share)),
            [3.0; 3]
        );
    }
}
