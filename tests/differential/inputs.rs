//! Random valid inputs, made from the public table of parameters, and their plain values.

use std::collections::BTreeMap;

use hashpivot::model::parameters::{Inputs, Key, SliderScale};
use proptest::prelude::*;

/// A valid value of one input: its preset, an end of its range, or anything between.
fn value(key: Key) -> impl Strategy<Value = f64> {
    let row = key.parameter();
    let between = (0.0..=1.0_f64).prop_map(move |t| {
        let value = match row.scale {
            SliderScale::Log => row.min * (row.max / row.min).powf(t),
            SliderScale::Linear | SliderScale::None => row.min + (row.max - row.min) * t,
        };
        let value = if row.whole { value.round() } else { value };
        value.clamp(row.min, row.max)
    });
    prop_oneof![
        1 => Just(row.default.unwrap_or(row.min)),
        1 => Just(row.min),
        1 => Just(row.max),
        5 => between,
    ]
}

/// Valid inputs: from a few of them changed, where results mostly exist, to all of them.
pub fn inputs() -> impl Strategy<Value = Inputs> {
    let values: Vec<_> = Key::ALL
        .into_iter()
        .map(|key| (0.0..1.0_f64, value(key)))
        .collect();
    let share_changed = prop_oneof![Just(0.05), Just(0.2), Just(0.5), Just(1.0)];
    (share_changed, values).prop_map(|(share, values)| {
        let changed = Key::ALL
            .into_iter()
            .zip(values)
            .filter(|(_, (chance, _))| *chance < share)
            .map(|(key, (_, value))| (key, value));
        valid(changed.collect())
    })
}

/// The entries on the preset, the ramp cut to its lease and difficulty put before hashrate.
fn valid(mut entries: BTreeMap<Key, f64>) -> Inputs {
    let tenor = entries.get(&Key::Tenor).copied().unwrap_or(15.0);
    let ramp = entries.get(&Key::RampMonths).copied().unwrap_or(6.0);
    entries.insert(Key::RampMonths, ramp.min(12.0 * tenor));
    if entries.contains_key(&Key::Difficulty) {
        entries.remove(&Key::NetworkHashrate);
    }
    let named = entries
        .iter()
        .map(|(key, value)| (key.name(), Some(*value)));
    Inputs::from_entries(named).expect("the strategy stays in range")
}

/// The plain values of inputs, by name; an input that is absent has none. They may leave their
/// ranges: a second form puts into them what the first one found.
#[derive(Clone, Debug)]
pub struct Values(BTreeMap<&'static str, f64>);

impl Values {
    pub fn of(inputs: &Inputs) -> Self {
        let present = |key: Key| inputs.get(key).map(|value| (key.name(), value));
        Self(Key::ALL.into_iter().filter_map(present).collect())
    }

    /// The value of an input that is present.
    pub fn get(&self, name: &str) -> f64 {
        self.optional(name)
            .unwrap_or_else(|| panic!("{name} is absent"))
    }

    pub fn optional(&self, name: &str) -> Option<f64> {
        self.0.get(name).copied()
    }

    /// A percentage as a fraction.
    pub fn fraction(&self, name: &str) -> f64 {
        self.get(name) / 100.0
    }

    /// A whole number.
    pub fn count(&self, name: &str) -> usize {
        self.get(name) as usize
    }

    pub fn with(&self, name: &'static str, value: f64) -> Self {
        let mut changed = self.clone();
        changed.0.insert(name, value);
        changed
    }

    /// These values with the named ones as they are in `other`.
    pub fn taking<'a>(&self, names: impl Iterator<Item = &'a &'static str>, other: &Self) -> Self {
        let mut changed = self.clone();
        changed.0.extend(names.map(|name| (*name, other.get(name))));
        changed
    }

    /// D = H·600/2^32 unless the difficulty itself is given.
    pub fn difficulty(&self) -> f64 {
        self.optional("difficulty")
            .unwrap_or_else(|| self.get("network_hashrate") * 1e18 * 600.0 / 2_f64.powi(32))
    }

    /// The hashrate that the difficulty implies, EH/s.
    pub fn network_hashrate(&self) -> f64 {
        self.difficulty() * 2_f64.powi(32) / 600.0 / 1e18
    }

    /// The hashrate that runs now, EH/s.
    pub fn running_hashrate(&self) -> f64 {
        self.optional("realised_hashrate")
            .unwrap_or_else(|| self.network_hashrate())
    }
}
