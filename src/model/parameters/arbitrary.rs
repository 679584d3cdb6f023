//! Random valid inputs for property tests, made from the table's rows.

use proptest::prelude::*;

use super::{Inputs, Key, SliderScale};

/// A valid value of one input: its preset, an end of its range, or anything between.
pub(crate) fn value(key: Key) -> impl Strategy<Value = f64> {
    let row = key.parameter();
    let between = (0.0..=1.0_f64).prop_map(move |t| {
        let value = match row.scale {
            SliderScale::Log => libm::exp(libm::log(row.min) * (1.0 - t) + libm::log(row.max) * t),
            _ => row.min + (row.max - row.min) * t,
        };
        let value = if row.whole { value.round() } else { value };
        value.clamp(row.min, row.max)
    });
    prop_oneof![
        2 => Just(row.default.unwrap_or(row.min)),
        1 => Just(row.min),
        1 => Just(row.max),
        6 => between,
    ]
}

/// Valid inputs: each of them at the preset or anywhere in its range.
pub(crate) fn inputs() -> impl Strategy<Value = Inputs> {
    let values: Vec<_> = Key::ALL
        .into_iter()
        .map(|key| (any::<bool>(), value(key)))
        .collect();
    values.prop_map(|values| {
        Key::ALL
            .into_iter()
            .zip(values)
            .fold(Inputs::default(), |inputs, (key, (keep, value))| {
                if keep {
                    inputs
                } else {
                    put(&inputs, key, value)
                }
            })
    })
}

/// The inputs with one changed; a ramp that no longer fits its lease is cut to it.
pub(crate) fn put(inputs: &Inputs, key: Key, value: f64) -> Inputs {
    let short = |inputs: &Inputs| {
        inputs
            .with(Key::RampMonths, Some(1.0))
            .expect("fits any lease")
    };
    match key {
        Key::Tenor => short(inputs).with(key, Some(value)),
        Key::RampMonths => inputs.with(key, Some(value.min(inputs.longest_ramp()))),
        _ => inputs.with(key, Some(value)),
    }
    .expect("the strategy stays in range")
}
