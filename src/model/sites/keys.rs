//! The keys that a site has beside the inputs, and what they accept.

use super::Contract;
use crate::model::parameters::{Accepted, Given, Group, Parameter, Refusal, SliderScale};

/// The most sites that a list may hold.
pub const MAX_SITES: usize = 50;

/// What a site's own month accepts: a row like those of the parameter table.
pub const START_MONTH: Parameter = Parameter {
    key: "start_month",
    label: "Decision",
    unit: "months",
    default: Some(0.0),
    min: 0.0,
    max: 600.0,
    scale: SliderScale::Linear,
    whole: true,
    optional: false,
    group: Group::Build,
    help: "Calendar month in which the site is decided.",
    source: "illustrative",
    slider: (0.0, 120.0),
    step: 1.0,
    decimals: 0,
};

pub(super) const NAME: &str = "name";
pub(super) const CONTRACT: &str = "contract";
/// The keys that a site has beside the inputs.
pub(super) const OWN_KEYS: [&str; 3] = [NAME, START_MONTH.key, CONTRACT];

const ACCEPTED_MONTH: Accepted = Accepted {
    min: START_MONTH.min,
    max: START_MONTH.max,
    whole: START_MONTH.whole,
    unit: START_MONTH.unit,
};

/// A refusal of what was given as the start month.
pub(super) fn refused_month(value: Given) -> Refusal {
    Refusal {
        key: START_MONTH.key,
        value,
        accepted: ACCEPTED_MONTH,
    }
}

/// What a site's own key accepts, in words.
pub(super) fn accepted(key: &str) -> String {
    match key {
        NAME => "a text".to_owned(),
        CONTRACT => format!("one of {}", Contract::ALL.map(Contract::key).join(", ")),
        _ => ACCEPTED_MONTH.to_string(),
    }
}
