//! The parts of a state that a link holds or leaves out, each as a whole.

use std::rc::Rc;

use super::{BASELINE, HISTORY_ROWS, percent, rows};
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
    /// The table of miners, and the pair of two of them.
    Miners,
    /// Rows of the reader's own history.
    History,
}

impl Part {
    /// Every part, the one that a link holds first of all first.
    pub const ALL: [Self; 5] = [
        Self::Inputs,
        Self::Baseline,
        Self::Sites,
        Self::Miners,
        Self::History,
    ];

    /// The name in links.
    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::Inputs => "inputs",
            Self::Baseline => "baseline",
            Self::Sites => "sites",
            Self::Miners => "miners",
            Self::History => "history",
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
            Self::History => "the rows of your history",
        }
    }

    /// The part as pairs of a fragment, each with `&` before it; empty where it is the preset's.
    pub(super) fn written(self, state: &State) -> String {
        let mut pairs = String::new();
        match self {
            Self::Inputs => push_inputs(&mut pairs, "", &state.inputs),
            Self::Baseline => push_inputs(&mut pairs, BASELINE, &state.baseline),
            Self::Sites => rows::push_sites(&mut pairs, &state.sites),
            Self::Miners => {
                if state.miners != archetypes() {
                    rows::push_miners(&mut pairs, &state.miners);
                }
                rows::push_pair(&mut pairs, &state.pair);
            }
            Self::History if state.history_rows.is_empty() => {}
            Self::History => {
                pairs.push_str(&format!("&{HISTORY_ROWS}="));
                percent::push_encoded(&mut pairs, &state.history_rows);
            }
        }
        pairs
    }

    /// Gives `state` this part of another one.
    pub(super) fn take(self, state: &mut State, from: &State) {
        match self {
            Self::Inputs => state.inputs = from.inputs.clone(),
            Self::Baseline => state.baseline = from.baseline.clone(),
            Self::Sites => state.sites = from.sites.clone(),
            Self::Miners => {
                state.miners = from.miners.clone();
                state.pair = from.pair.clone();
            }
            Self::History => state.history_rows = Rc::clone(&from.history_rows),
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
