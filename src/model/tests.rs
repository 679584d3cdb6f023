//! What tests of the models share: inputs by name, and check figures as they are printed.

use super::parameters::Inputs;

/// The preset with these inputs in place of its own.
pub(crate) fn with(entries: &[(&str, f64)]) -> Inputs {
    Inputs::from_entries(entries.iter().map(|(key, value)| (*key, Some(*value)))).expect("valid")
}

/// Equal to as many decimals as `expected` was printed with.
pub(crate) fn assert_prints(got: f64, expected: &str) {
    let decimals = expected
        .split_once('.')
        .map_or(0, |(_, fraction)| fraction.len());
    assert_eq!(format!("{got:.decimals$}"), expected);
}
