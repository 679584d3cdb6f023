//! A complete, valid set of inputs.

use super::{Given, InputError, Key, error::Refusal};
use crate::units::{Difficulty, Hashrate};

/// One valid value for every input; starts as the preset "December 2025" and can only be changed
/// through checks, so a model that takes `&Inputs` needs none.
#[derive(Clone, Debug, PartialEq)]
pub struct Inputs {
    /// By [`Key`]; of difficulty and network hashrate exactly one is present.
    values: [Option<f64>; Key::ALL.len()],
}

impl Default for Inputs {
    fn default() -> Self {
        Self {
            values: Key::ALL.map(|key| key.parameter().default),
        }
    }
}

impl Inputs {
    /// The preset with the given entries in place of its own, as (key, value).
    ///
    /// # Errors
    /// The first entry that is refused: see [`Self::with_entries`].
    pub fn from_entries<'a>(
        entries: impl IntoIterator<Item = (&'a str, impl Into<Given>)>,
    ) -> Result<Self, InputError> {
        Self::default().with_entries(entries)
    }

    /// These inputs with the given entries in place of their own, as (key, value).
    ///
    /// # Errors
    /// The first entry that is refused: unknown or repeated key, `null` where a number is needed,
    /// something that is no number, a number out of range, not finite or not whole, difficulty
    /// beside network hashrate, or a ramp longer than the lease.
    pub fn with_entries<'a>(
        &self,
        entries: impl IntoIterator<Item = (&'a str, impl Into<Given>)>,
    ) -> Result<Self, InputError> {
        let entries = entries.into_iter();
        self.with_given(&mut entries.map(|(key, value)| (key, value.into())))
    }

    /// The same for entries of one type, so that it is compiled once.
    fn with_given(
        &self,
        entries: &mut dyn Iterator<Item = (&str, Given)>,
    ) -> Result<Self, InputError> {
        let mut given: Vec<(Key, Option<f64>)> = Vec::new();
        for (name, value) in entries {
            let (key, value) = read(name, value)?;
            if given.iter().any(|(earlier, _)| *earlier == key) {
                return Err(InputError::Repeated(Refusal::new(key.parameter(), value)));
            }
            given.push((key, value));
        }
        let one = |wanted| {
            given
                .iter()
                .find(|(key, _)| *key == wanted)
                .and_then(|(_, value)| *value)
        };
        if let (Some(difficulty), Some(network_hashrate)) =
            (one(Key::Difficulty), one(Key::NetworkHashrate))
        {
            return Err(InputError::BothDifficultyAndHashrate {
                difficulty,
                network_hashrate,
            });
        }
        let mut inputs = self.clone();
        for (key, value) in given {
            inputs.put(key, value)?;
        }
        inputs.check_ramp()?;
        Ok(inputs)
    }

    /// These inputs with one of them changed; `None` makes an optional input absent. Giving
    /// difficulty takes the place of network hashrate, and the other way about.
    ///
    /// # Errors
    /// When the value is refused: see [`Self::from_entries`].
    pub fn with(&self, key: Key, value: Option<f64>) -> Result<Self, InputError> {
        let mut inputs = self.clone();
        inputs.put(key, value)?;
        inputs.check_ramp()?;
        Ok(inputs)
    }

    /// These inputs with some of them at their presets: the same for all inputs that differ in those alone. One
    /// whose preset is refused beside the others stays.
    #[must_use]
    pub fn at_presets(&self, keys: &[Key]) -> Self {
        let preset = Self::default();
        let at_preset =
            |inputs: Self, key: &Key| inputs.with(*key, preset.get(*key)).unwrap_or(inputs);
        keys.iter().fold(self.clone(), at_preset)
    }

    /// The value of an input, in the unit of its row; `None` when it is absent. Of difficulty and
    /// network hashrate only the one that was given is present.
    #[must_use]
    pub fn get(&self, key: Key) -> Option<f64> {
        self.values[key as usize]
    }

    /// The value that the models use for an input: as [`Self::get`], but each display of
    /// difficulty is computed from the other.
    #[must_use]
    pub fn effective(&self, key: Key) -> Option<f64> {
        match key {
            Key::Difficulty => Some(self.difficulty().to_number()),
            Key::NetworkHashrate => Some(self.network_hashrate().to_eh_s()),
            _ => self.get(key),
        }
    }

    /// Network difficulty, however it was given.
    #[must_use]
    pub fn difficulty(&self) -> Difficulty {
        match self.get(Key::Difficulty) {
            Some(number) => Difficulty::from_number(number),
            None => Difficulty::from_hashrate(self.network_hashrate()),
        }
    }

    /// Network hashrate that the difficulty implies, however it was given.
    #[must_use]
    pub fn network_hashrate(&self) -> Hashrate {
        match self.get(Key::Difficulty) {
            Some(number) => Difficulty::from_number(number).implied_hashrate(),
            None => Hashrate::from_eh_s(self.required(Key::NetworkHashrate)),
        }
    }

    /// The longest ramp that this lease allows, in months.
    #[must_use]
    pub fn longest_ramp(&self) -> f64 {
        Key::RampMonths
            .parameter()
            .max
            .min(12.0 * self.required(Key::Tenor))
    }

    pub(super) fn required(&self, key: Key) -> f64 {
        self.values[key as usize].expect("`put` keeps every required input present")
    }

    fn put(&mut self, key: Key, value: Option<f64>) -> Result<(), InputError> {
        if let Some(value) = value {
            key.parameter().check(value)?;
        }
        match (key, value) {
            (Key::Difficulty, Some(_)) => self.values[Key::NetworkHashrate as usize] = None,
            (Key::NetworkHashrate, Some(_)) => self.values[Key::Difficulty as usize] = None,
            // Absence of one display leaves the decision to the other.
            (Key::Difficulty, None) => {
                self.drop_difficulty();
                return Ok(());
            }
            (Key::NetworkHashrate, None) => return Ok(()),
            (_, None) if !key.parameter().optional => {
                let refusal = Refusal::new(key.parameter(), Given::Null);
                return Err(InputError::Missing(refusal));
            }
            _ => {}
        }
        // Adding zero turns −0 into 0.
        self.values[key as usize] = value.map(|value| value + 0.0);
        Ok(())
    }

    /// Without a difficulty the network hashrate decides, at its preset unless it was given.
    fn drop_difficulty(&mut self) {
        let hashrate = &mut self.values[Key::NetworkHashrate as usize];
        *hashrate = hashrate.or(Key::NetworkHashrate.parameter().default);
        self.values[Key::Difficulty as usize] = None;
    }

    fn check_ramp(&self) -> Result<(), InputError> {
        let ramp = self.required(Key::RampMonths);
        let longest = self.longest_ramp();
        if ramp <= longest {
            return Ok(());
        }
        let mut refusal = Refusal::new(Key::RampMonths.parameter(), ramp);
        refusal.accepted.max = longest;
        Err(InputError::LongerThanLease {
            ramp: refusal,
            tenor: self.required(Key::Tenor),
        })
    }
}

/// The input that an entry names, and its value with `None` for `null`.
fn read(name: &str, value: Given) -> Result<(Key, Option<f64>), InputError> {
    let Some(key) = Key::from_name(name) else {
        return Err(InputError::UnknownKey {
            key: name.to_owned(),
            value,
            nearest: Key::nearest(name),
        });
    };
    match value {
        Given::Number(number) => Ok((key, Some(number))),
        Given::Null => Ok((key, None)),
        other @ (Given::Text(_) | Given::Other(_)) => {
            let refusal = Refusal::new(key.parameter(), other);
            Err(InputError::NotANumber(refusal))
        }
    }
}
