//! Whose figures the memo prints: of a whole set of inputs, and of each.

use std::borrow::Cow;

use crate::facts::Scenario;
use crate::format::input_text;
use crate::model::parameters::{Inputs, Key};
use crate::state::baseline_differences;

/// A set of inputs by name, and where its figures are from: of the inputs where they are a scenario, and of
/// the baseline where that says more.
pub(super) fn origins(
    inputs: &Inputs,
    baseline: &Inputs,
) -> impl Iterator<Item = (String, Cow<'static, str>)> + use<> {
    let now = Scenario::of(inputs).map(|now| (format!("Inputs: {}.", now.name), now.note.into()));
    let is_told = now.is_some() && baseline == inputs;
    let before = (!is_told).then(|| match Scenario::of(baseline) {
        Some(before) => (format!("Baseline: {}.", before.name), before.note.into()),
        None => {
            let differences = baseline_differences(baseline);
            let rest = "everything else as in December 2025.";
            (
                "Baseline: pinned,".to_owned(),
                format!("{differences}; {rest}").into(),
            )
        }
    });
    now.into_iter().chain(before)
}

/// An input's value in words; `None` where it is absent.
pub(super) fn value(inputs: &Inputs, key: Key) -> Option<String> {
    let value = inputs.effective(key)?;
    Some(input_text(key, value))
}

/// Whose an input's value is: the preset's source, or else the scenario's or the reader's, beside the preset.
pub(super) fn source(inputs: &Inputs, key: Key) -> Cow<'static, str> {
    let preset = Inputs::default();
    let source = key.parameter().source;
    if inputs.effective(key) == preset.effective(key) {
        return source.into();
    }
    let whose = Scenario::of(inputs).map_or("yours", |scenario| scenario.name);
    let preset = match value(&preset, key) {
        Some(value) => format!("{value} ({source})"),
        None => source.to_owned(),
    };
    format!("{whose}; preset {preset}").into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::tests::with;

    #[test]
    fn a_changed_value_is_the_readers_and_not_the_sources() {
        let inputs = with(&[
            ("efficiency", 17.0),
            ("spot_price", 9e4),
            ("network_hashrate", 900.0),
        ]);
        for (key, text) in [
            (Key::PowerPrice, "JPMorgan, network average"),
            (
                Key::Efficiency,
                "yours; preset 20 J/TH (JPMorgan, network average)",
            ),
            (Key::SpotPrice, "yours; preset absent: the bitcoin price"),
            (
                Key::Difficulty,
                "yours; preset 146 T (implied by the network hashrate)",
            ),
        ] {
            assert_eq!(source(&inputs, key), text);
        }
    }

    #[test]
    fn a_scenarios_value_is_the_scenarios() {
        let november = Scenario::from_id("november_2025").expect("is one").inputs();
        let told = source(&november, Key::MarketCap);
        assert_eq!(
            told,
            "November 2025; preset $48\u{a0}bn (JPMorgan, end of December 2025)"
        );
    }

    #[test]
    fn a_baseline_is_told_unless_the_inputs_are_it() {
        let preset = Inputs::default();
        let pinned = with(&[("btc_price", 7e4), ("efficiency", 17.0)]);
        let whats = |inputs: &Inputs, baseline: &Inputs| {
            origins(inputs, baseline)
                .map(|(what, _)| what)
                .collect::<Vec<_>>()
        };
        assert_eq!(whats(&preset, &preset), ["Inputs: December 2025."]);
        assert_eq!(whats(&pinned, &preset), ["Baseline: December 2025."]);
        assert_eq!(
            whats(&preset, &pinned),
            ["Inputs: December 2025.", "Baseline: pinned,"]
        );
        let mut told = origins(&pinned, &pinned).map(|(what, note)| format!("{what} {note}"));
        assert_eq!(
            told.next().as_deref(),
            Some(
                "Baseline: pinned, bitcoin price $70,000, efficiency 17 J/TH; everything else as in December 2025."
            )
        );
    }
}
