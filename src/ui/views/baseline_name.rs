//! What ghost lines are called.

use crate::model::parameters::Inputs;

/// The name of the baseline where it differs from today's inputs.
pub(super) fn baseline_name(inputs: &Inputs, baseline: &Inputs) -> Option<&'static str> {
    let is_preset = *baseline == Inputs::default();
    (inputs != baseline).then_some(if is_preset {
        "December 2025"
    } else {
        "pinned baseline"
    })
}
