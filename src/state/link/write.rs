//! State to fragment.

use super::digest::digest;
use super::{Part, VERSION, WITHOUT};
use crate::state::{State, Switch};

/// The most characters of a fragment: with an address before it a link stays below 2,000.
pub const LONGEST: usize = 1_900;

/// What is kept free to say what was left out.
const ROOM_FOR_GAPS: usize = Part::ALL.len() * "&without=baseline~01234567".len();

/// The fragment of a state, without `#`, at most [`LONGEST`] characters; empty for the preset.
#[must_use]
pub fn encode(state: &State) -> String {
    let mut fragment = look(state);
    let mut gaps = String::new();
    for part in Part::ALL {
        let pairs = part.written(state);
        if fragment.len() + pairs.len() + ROOM_FOR_GAPS <= LONGEST {
            fragment.push_str(&pairs);
        } else {
            let (part, digest) = (part.key(), digest(&pairs));
            gaps.push_str(&format!("&{WITHOUT}={part}~{digest}"));
        }
    }
    fragment.push_str(&gaps);
    versioned(&fragment)
}

/// The parts that do not fit into the link of a state.
#[must_use]
pub fn left_out(state: &State) -> Vec<Part> {
    let fragment = encode(state);
    let is_missing = |part: &Part| fragment.contains(&format!("{WITHOUT}={}~", part.key()));
    Part::ALL.into_iter().filter(is_missing).collect()
}

/// The fragment of a state with every part, however long.
#[must_use]
pub fn whole(state: &State) -> String {
    let parts = Part::ALL.map(|part| part.written(state));
    versioned(&(look(state) + &parts.concat()))
}

/// What is looked at and how, as pairs with `&` before each.
fn look(state: &State) -> String {
    let preset = State::default();
    let mut pairs = String::new();
    let mut push = |name: &str, value: Option<&str>| {
        if let Some(value) = value {
            pairs.push_str(&format!("&{name}={value}"));
        }
    };
    push(
        "view",
        (state.view != state.home).then_some(state.view.key()),
    );
    push("chart", state.chart);
    push(
        "unit",
        (state.unit != preset.unit).then_some(state.unit.key()),
    );
    push(
        "theme",
        (state.theme != preset.theme).then_some(state.theme.key()),
    );
    for switch in Switch::ALL {
        let option = state.choices.option(switch);
        push(
            switch.key(),
            (option != preset.choices.option(switch)).then_some(option),
        );
    }
    pairs
}

fn versioned(pairs: &str) -> String {
    if pairs.is_empty() {
        String::new()
    } else {
        format!("v={VERSION}{pairs}")
    }
}
