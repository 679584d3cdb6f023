//! Results that exist: finite or absent.

/// The number if it is finite.
pub(super) fn finite(number: f64) -> Option<f64> {
    number.is_finite().then_some(number)
}

/// The quotient if it exists and is finite.
pub(super) fn ratio(numerator: f64, denominator: f64) -> Option<f64> {
    finite(numerator / denominator)
}
