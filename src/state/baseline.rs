//! What is pinned, in a few words.

use super::what::with_value;
use crate::facts::Scenario;
use crate::model::parameters::{Inputs, Key};

/// The name of a baseline: that of a scenario, or the first input that differs from the preset and
/// how many more do: `bitcoin price $60,000 and 2 more`.
#[must_use]
pub fn baseline_name(baseline: &Inputs) -> String {
    if let Some(scenario) = Scenario::of(baseline) {
        return scenario.name.to_owned();
    }
    let mut differing = differing(baseline);
    let first = differing.next();
    let more = match differing.count() {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    first.unwrap_or_default() + &more
}

/// Everything that differs from the preset: `bitcoin price $60,000, PUE 1.4×`.
#[must_use]
pub fn baseline_differences(baseline: &Inputs) -> String {
    differing(baseline).collect::<Vec<_>>().join(", ")
}

/// Each input that differs from the preset, with its value.
fn differing(baseline: &Inputs) -> impl Iterator<Item = String> + '_ {
    let preset = Inputs::default();
    // Of the two displays of difficulty one is absent.
    let differs = move |key: &Key| {
        let value = baseline.get(*key);
        value.is_some() && value != preset.get(*key)
    };
    let keys = Key::ALL.into_iter().filter(differs);
    keys.map(|key| with_value(key, baseline))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::SCENARIOS;

    #[test]
    fn a_baseline_is_named_by_its_scenario_or_by_what_differs() {
        for scenario in &SCENARIOS {
            assert_eq!(baseline_name(&scenario.inputs()), scenario.name);
        }
        for (entries, name) in [
            (&[("btc_price", 6e4)][..], "bitcoin price $60,000"),
            (&[("difficulty", 150e12)], "difficulty 150 T"),
            (
                &[("pue", 1.4), ("btc_price", 6e4), ("tenor", 10.0)],
                "bitcoin price $60,000 and 2 more",
            ),
        ] {
            let baseline = Inputs::from_entries(entries.iter().copied()).expect("is valid");
            assert_eq!(baseline_name(&baseline), name);
        }
    }

    #[test]
    fn all_that_differs_is_named_in_the_order_of_the_table() {
        let entries = [("efficiency", 17.0), ("btc_price", 7e4)];
        let baseline = Inputs::from_entries(entries).expect("is valid");
        let told = baseline_differences(&baseline);
        assert_eq!(told, "bitcoin price $70,000, efficiency 17 J/TH");
    }
}
