//! Lease and ramp: the one pair of inputs of which one limits the other.

use crate::model::parameters::{InputError, Inputs, Key};

/// The inputs with one of them changed. A ramp that is longer than its lease, whichever of the two
/// changes, is cut to the lease.
///
/// # Errors
/// When the value is refused.
pub fn fit(inputs: &Inputs, key: Key, value: f64) -> Result<Inputs, InputError> {
    key.parameter().check(value)?;
    match key {
        Key::RampMonths => inputs.with(key, Some(value.min(inputs.longest_ramp()))),
        Key::Tenor => {
            let ramp = (inputs.ramp_months() as f64).min(12.0 * value);
            inputs
                .with(Key::RampMonths, Some(ramp))?
                .with(key, Some(value))
        }
        _ => inputs.with(key, Some(value)),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::parameters::arbitrary;

    proptest! {
        #[test]
        fn a_valid_value_always_fits_and_changes_nothing_but_the_ramp(
            inputs in arbitrary::inputs(),
            (key, value) in prop::sample::select(&Key::ALL[..])
                .prop_flat_map(|key| (Just(key), arbitrary::value(key))),
        ) {
            let fitted = fit(&inputs, key, value).expect("is valid");
            prop_assert!(fitted.ramp_months() as f64 <= fitted.longest_ramp());
            for other in Key::ALL {
                let may_change = [key, Key::RampMonths, Key::Difficulty, Key::NetworkHashrate];
                if !may_change.contains(&other) {
                    prop_assert_eq!(fitted.get(other), inputs.get(other));
                }
            }
        }
    }
}
