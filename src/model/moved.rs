//! An input moved to another value: rounded where it is whole, cut to what it accepts.

use serde::Serializer;

use super::parameters::{Inputs, Key};

/// The inputs after one of them has moved.
pub(super) struct Moved {
    /// The changed set.
    pub(super) inputs: Inputs,
    /// Where the input stands now.
    pub(super) value: f64,
    /// Whether it was wanted beyond its range and stands at the end of it.
    pub(super) cut: bool,
}

/// Moves `key` to the accepted value nearest to `wanted` (finite). A ramp is at most as long as its
/// lease; a lease that becomes shorter than its ramp shortens the ramp.
pub(super) fn moved(inputs: &Inputs, key: Key, wanted: f64) -> Moved {
    let row = key.parameter();
    let highest = match key {
        Key::RampMonths => inputs.longest_ramp(),
        _ => row.max,
    };
    let rounded = if row.whole { wanted.round() } else { wanted };
    let value = rounded.clamp(row.min, highest);
    let inputs = match key {
        Key::Tenor => with_ramp_of_at_most(inputs, 12.0 * value),
        _ => inputs.clone(),
    };
    Moved {
        inputs: inputs
            .with(key, Some(value))
            .expect("the value was rounded and cut to the range, and the ramp fits"),
        value,
        cut: !(row.min..=highest).contains(&rounded),
    }
}

fn with_ramp_of_at_most(inputs: &Inputs, months: f64) -> Inputs {
    let ramp = (inputs.ramp_months() as f64).min(months);
    inputs
        .with(Key::RampMonths, Some(ramp))
        .expect("a shorter ramp fits the same lease")
}

/// Writes an input as its name.
pub(super) fn by_name<S: Serializer>(key: &Key, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(key.name())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::parameters::arbitrary;
    use crate::model::tests::with;

    #[test]
    fn an_input_beyond_its_range_stands_at_the_end_of_it() {
        let inputs = Inputs::default();
        for (key, wanted, value, cut) in [
            (Key::UptimePct, 110.0, 100.0, true),
            (Key::UptimePct, 100.0, 100.0, false),
            (Key::UptimePct, 0.0, 1.0, true),
            (Key::UptimePct, 33.3, 33.3, false),
            (Key::BuildMonths, 16.2, 16.0, false),
            (Key::BuildMonths, 16.5, 17.0, false),
            (Key::BuildMonths, 120.4, 120.0, false),
            (Key::BuildMonths, 120.5, 120.0, true),
        ] {
            let moved = moved(&inputs, key, wanted);
            assert_eq!((moved.value, moved.cut), (value, cut), "{key:?} {wanted}");
            assert_eq!(moved.inputs, arbitrary::put(&inputs, key, value));
        }
    }

    #[test]
    fn ramp_and_lease_are_cut_to_each_other() {
        let tight = with(&[("tenor", 2.0), ("ramp_months", 24.0)]);
        let longer = moved(&tight, Key::RampMonths, 26.0);
        assert_eq!((longer.value, longer.cut), (24.0, true));
        let shorter = moved(&tight, Key::Tenor, 1.0).inputs;
        assert_eq!((shorter.tenor(), shorter.ramp_months()), (1, 12));
        let longer = moved(&tight, Key::Tenor, 3.0).inputs;
        assert_eq!((longer.tenor(), longer.ramp_months()), (3, 24));
    }

    proptest! {
        #[test]
        fn only_the_input_itself_moves_and_at_most_its_ramp(
            inputs in arbitrary::inputs(),
            key in prop::sample::select(&Key::ALL[..]),
            wanted in -1e20..1e20_f64,
        ) {
            let moved = moved(&inputs, key, wanted);
            prop_assert_eq!(moved.inputs.get(key), Some(moved.value));
            for other in Key::ALL {
                let one_quantity = [Key::Difficulty, Key::NetworkHashrate];
                let follows = (one_quantity.contains(&key) && one_quantity.contains(&other))
                    || (key == Key::Tenor && other == Key::RampMonths);
                if other != key && !follows {
                    prop_assert_eq!(moved.inputs.get(other), inputs.get(other));
                }
            }
        }
    }
}
