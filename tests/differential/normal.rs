//! The normal distribution by its oldest formulas, and against the crate `statrs`.

use hashpivot::model::normal;
use proptest::prelude::*;
use statrs::distribution::{ContinuousCDF, Normal};

use super::config;

/// Terms of the series and of the continued fraction: both have long stopped moving.
const TERMS: u32 = 150;

/// Φ(x) to 5e-14: below −2 by Laplace's continued fraction for the tail, up to 0 by the
/// series φ(x)·(x + x³/3 + x⁵/(3·5) + …), whose terms all have the sign of x, above by symmetry.
pub fn phi(x: f64) -> f64 {
    if x > 0.0 {
        return 1.0 - phi(-x);
    }
    let density = (-x * x / 2.0).exp() / std::f64::consts::TAU.sqrt();
    if x < -2.0 {
        let beyond = |below: f64, n: u32| f64::from(n) / below - x;
        return density / (1..=TERMS).rev().fold(-x, beyond);
    }
    let (mut term, mut sum) = (x, 0.0);
    for n in 1..=TERMS {
        sum += term;
        term *= x * x / f64::from(2 * n + 1);
    }
    0.5 + density * sum
}

fn standard_normal() -> Normal {
    Normal::new(0.0, 1.0).expect("is a distribution")
}

proptest! {
    #![proptest_config(config(5_000))]

    /// An ulp of x moves the tail by x² of them, 3e-13 at the far end; the series loses 5e-14 near −2.
    #[test]
    fn probability_is_that_of_the_series_and_the_fraction(x in -37.5..10.0_f64) {
        let (got, expected) = (normal::cdf(x), phi(x));
        let error = 5e-14 + 2.0 * f64::EPSILON * x * x;
        prop_assert!((got / expected - 1.0).abs() <= error, "{x}: {got:e} {expected:e}");
    }

    /// The crate's Φ is itself good to 1.03e-10 only: some of its coefficients carry ten digits.
    /// So this holds the promised 1e-10 to no more than that.
    #[test]
    fn probability_is_that_of_statrs(x in -37.5..10.0_f64) {
        let (got, expected) = (normal::cdf(x), standard_normal().cdf(x));
        prop_assert!((got / expected - 1.0).abs() <= 1.1e-10, "{x}: {got:e} {expected:e}");
    }

    /// The crate's Φ⁻¹ is good to 1e-15 of a half or of the result, whichever is larger.
    #[test]
    fn quantile_is_that_of_statrs(exponent in -700.0..0.0_f64, upper: bool) {
        // The upper tail ends where 1 − p does: with less of it p is no number below 1.
        let p = if upper { 1.0 - 0.5 * (exponent / 20.0).exp() } else { 0.5 * exponent.exp() };
        let (got, expected) = (normal::quantile(p), standard_normal().inverse_cdf(p));
        prop_assert!((got - expected).abs() <= 1e-14 * got.abs() + 1e-15, "{p}: {got} {expected}");
    }
}
