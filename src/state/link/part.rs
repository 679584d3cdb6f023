//! The parts of a state that a link holds or leaves out, each as a whole.

use super::BASELINE;
use super::rows;
use crate::decimal::exact;
use crate::model::parameters::{Inputs, Key};
use crate::model::screen::archetypes;
use crate::state::State;

/// A part of the state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The inputs.
    Inputs,
    /// The inputs of the baseline.
    Baseline,
    /// The list of sites.
    Sites,
    /// The table of miners.
    Miners,
}

impl Part {
    /// Every part, the one that a link holds first of all first.
    pub const ALL: [Self; 4] = [Self::Inputs, Self::Baseline, Self::Sites, Self::Miners];

    /// The name in links.
    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::Inputs => "inputs",
            Self::Baseline => "baseline",
            Self::Sites => "sites",
            Self::Miners => "miners",
        }
    }

    /// The part with this name in links.
    pub(super) fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.key() == key)
    }

    /// The name in a sentence.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Inputs => "the inputs",
            Self::Baseline => "the baseline",
            Self::Sites => "the list of sites",
            Self::Miners => "the table of miners",
        }
    }

    /// The part as pairs of a fragment, each with `&` before it; empty where it is the preset's.
    pub(super) fn written(self, state: &State) -> String {
        let mut pairs = String::new();
        match self {
            Self::Inputs => push_inputs(&mut pairs, "", &state.inputs),
            Self::Baseline => push_inputs(&mut pairs, BASELINE, &state.baseline),
            Self::Sites => rows::push_sites(&mut pairs, &state.sites),
            Self::Miners if state.miners == archetypes() => {}
            Self::Miners => rows::push_miners(&mut pairs, &state.miners),
        }
        pairs
    }

    /// Gives `state` this part of another one.
    pub(super) fn take(self, state: &mut State, from: &State) {
        match self {
            Self::Inputs => state.inputs = from.inputs.clone(),
            Self::Baseline => state.baseline = from.baseline.clone(),
            Self::Sites => state.sites = from.sites.clone(),
            Self::Miners => state.miners = from.miners.clone(),
        }
    }
}

fn push_inputs(pairs: &mut String, prefix: &str, inputs: &Inputs) {
    let preset = Inputs::default();
    for key in Key::ALL {
        let value = inputs.get(key);
        if let Some(value) = value.filter(|_| value != preset.get(key)) {
            pairs.push_str(&format!("&{prefix}{}={}", key.name(), exact(value)));
        }
    }
}
