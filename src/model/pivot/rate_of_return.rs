//! Internal rates of return of monthly flows.

use crate::model::solve;

/// Yearly rates between which a return is looked for: −99% to 1,000%.
const LOWEST: f64 = -0.99;
const HIGHEST: f64 = 10.0;

/// The smallest yearly rate between −99% and 1,000% at which the monthly flows are worth nothing;
/// `None` without one. All roots are isolated first, so none is missed.
pub(super) fn smallest_rate(flows: &[f64]) -> Option<f64> {
    let least = monthly_factor(HIGHEST);
    let most = monthly_factor(LOWEST);
    // The smallest rate is the largest factor.
    let factor = *solve::roots(flows, least, most).last()?;
    Some(libm::expm1(-12.0 * libm::log(factor)))
}

/// What a dollar next month is worth today at a yearly rate.
pub(super) fn monthly_factor(yearly: f64) -> f64 {
    libm::exp(-libm::log1p(yearly) / 12.0)
}

/// What a dollar is worth today in each of `months` months at `yearly_pct` % a year.
pub(super) fn discount_factors(yearly_pct: f64, months: usize) -> Vec<f64> {
    let log = libm::log1p(yearly_pct / 100.0) / 12.0;
    (0..months)
        .map(|month| libm::exp(-log * month as f64))
        .collect()
}
