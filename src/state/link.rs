//! The shared-link codec: state to URL fragment and back.
//!
//! A fragment reads `v=1&view=pivot&btc_price=90000`: the codec's version, then what differs from
//! the preset, under the names of the parameter table; inputs of a pinned baseline carry the prefix
//! `base.`. From `?secret=` or `#?secret=` on the fragment belongs to the host page (WordPress
//! appends it) and is left alone.

use super::fit::fit;
use super::{State, Theme, View};
use crate::format::input_text;
use crate::model::parameters::{Inputs, Key};
use crate::units::RevenueUnit;

/// The codec's version.
const VERSION: &str = "1";
/// What inputs of the baseline are prefixed with.
const BASELINE: &str = "base.";

/// The fragment of a state, without `#`; empty for the preset.
#[must_use]
pub fn encode(state: &State) -> String {
    let mut pairs = Vec::new();
    let preset = State::default();
    if state.view != preset.view {
        pairs.push(format!("view={}", state.view.key()));
    }
    if let Some(chart) = state.chart {
        pairs.push(format!("chart={chart}"));
    }
    if state.unit != preset.unit {
        pairs.push(format!("unit={}", state.unit.key()));
    }
    if state.theme != preset.theme {
        pairs.push(format!("theme={}", state.theme.key()));
    }
    push_inputs(&mut pairs, "", &state.inputs);
    push_inputs(&mut pairs, BASELINE, &state.baseline);
    if pairs.is_empty() {
        return String::new();
    }
    pairs.insert(0, format!("v={VERSION}"));
    pairs.join("&")
}

fn push_inputs(pairs: &mut Vec<String>, prefix: &str, inputs: &Inputs) {
    let preset = Inputs::default();
    for key in Key::ALL {
        if let Some(value) = inputs
            .get(key)
            .filter(|value| preset.get(key) != Some(*value))
        {
            pairs.push(format!("{prefix}{}={value}", key.name()));
        }
    }
}

/// The state that a fragment (with or without `#`) describes, with a notice for whatever could not
/// be taken as it stands: values out of range are clamped, anything else is ignored.
#[must_use]
pub fn decode(fragment: &str) -> State {
    let mut state = State::default();
    let (own, _) = split_secret(fragment.trim_start_matches('#'));
    let mut entries = Vec::new();
    let mut chart = None;
    for pair in own.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let known = match name {
            "v" => version(value, &mut state.notices),
            "view" => choose(View::from_key(value), &mut state.view),
            "chart" => choose(View::with_chart(value).map(Some), &mut chart),
            "unit" => choose(RevenueUnit::from_key(value), &mut state.unit),
            "theme" => choose(Theme::from_key(value), &mut state.theme),
            _ => entry(name, value, &mut entries),
        };
        if !known {
            state.notices.push(format!(
                "The link's “{pair}” was not understood and is ignored."
            ));
        }
    }
    if let Some((view, chart)) = chart {
        (state.view, state.chart) = (view, Some(chart));
    }
    for (is_baseline, key, value) in in_order(entries) {
        let State {
            inputs,
            baseline,
            notices,
            ..
        } = &mut state;
        take(
            if is_baseline { baseline } else { inputs },
            key,
            value,
            notices,
        );
    }
    state
}

/// Splits a fragment into the page's own part and the rest, from `?secret=` or `#?secret=` on.
#[must_use]
pub fn split_secret(fragment: &str) -> (&str, &str) {
    let at = fragment
        .find("#?secret=")
        .or_else(|| fragment.find("?secret="));
    fragment.split_at(at.unwrap_or(fragment.len()))
}

fn version(value: &str, notices: &mut Vec<String>) -> bool {
    if value.parse::<u32>().is_ok_and(|version| version > 1) {
        notices.push(format!(
            "This link was made by a newer version (v={value}); it may show less."
        ));
        return true;
    }
    value == VERSION
}

fn choose<T>(found: Option<T>, target: &mut T) -> bool {
    let is_known = found.is_some();
    if let Some(found) = found {
        *target = found;
    }
    is_known
}

type Entry = (bool, Key, f64);

fn entry(name: &str, value: &str, entries: &mut Vec<Entry>) -> bool {
    let (is_baseline, name) = name
        .strip_prefix(BASELINE)
        .map_or((false, name), |name| (true, name));
    let number = value
        .parse::<f64>()
        .ok()
        .filter(|number| number.is_finite());
    match (Key::from_name(name), number) {
        (Some(key), Some(number)) => {
            entries.push((is_baseline, key, number));
            true
        }
        _ => false,
    }
}

/// The lease comes before its ramp, which it limits.
fn in_order(entries: Vec<Entry>) -> impl Iterator<Item = Entry> {
    let (ramps, others): (Vec<_>, Vec<_>) = entries
        .into_iter()
        .partition(|(_, key, _)| *key == Key::RampMonths);
    others.into_iter().chain(ramps)
}

fn take(inputs: &mut Inputs, key: Key, value: f64, notices: &mut Vec<String>) {
    let row = key.parameter();
    let whole = if row.whole { value.round() } else { value };
    let highest = if key == Key::RampMonths {
        inputs.longest_ramp()
    } else {
        row.max
    };
    let clamped = whole.clamp(row.min, highest);
    #[expect(
        clippy::float_cmp,
        reason = "a number that is taken as it stands is the very same"
    )]
    let is_cut = clamped != value;
    if is_cut {
        let used = input_text(key, clamped);
        let what = if row.whole {
            "is no whole number from"
        } else {
            "is outside"
        };
        notices.push(format!(
            "The link's {} = {value} {what} {} to {} {}: {used} is used.",
            row.key, row.min, highest, row.unit
        ));
    }
    match fit(inputs, key, clamped) {
        Ok(changed) => *inputs = changed,
        Err(error) => notices.push(error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::parameters::arbitrary;

    #[test]
    fn the_preset_needs_no_fragment() {
        assert_eq!(encode(&State::default()), "");
        assert_eq!(decode(""), State::default());
        assert_eq!(decode("#v=1"), State::default());
    }

    #[test]
    fn a_link_holds_what_differs_from_the_preset() {
        let link = "v=1&view=pivot&unit=usd_ph&theme=dark&btc_price=90000&base.power_price=50.5";
        let state = decode(link);
        assert_eq!(state.notices, [""; 0]);
        assert_eq!(
            (state.view, state.unit, state.theme),
            (View::Pivot, RevenueUnit::UsdPerPhDay, Theme::Dark)
        );
        assert_eq!(state.inputs.btc_price(), 90_000.0);
        assert_eq!(state.baseline.power_price(), 50.5);
        assert_eq!(encode(&state), link);
    }

    #[test]
    fn a_link_to_a_chart_opens_the_view_that_shows_it() {
        for link in ["v=1&chart=margin-map", "v=1&view=pivot&chart=margin-map"] {
            let state = decode(link);
            assert_eq!(
                (state.view, state.chart),
                (View::Hashprice, Some("margin-map"))
            );
        }
        let link = "v=1&view=pivot&chart=stages";
        assert_eq!(encode(&decode(link)), link);
        assert_eq!(decode("v=1&chart=moon").notices.len(), 1);
    }

    #[test]
    fn difficulty_to_the_last_digit_survives_a_link() {
        let link = "v=1&difficulty=148195306640204.7";
        assert_eq!(encode(&decode(link)), link);
        assert_eq!(
            decode(link).inputs.get(Key::Difficulty),
            Some(148_195_306_640_204.7)
        );
    }

    #[test]
    fn a_value_out_of_range_is_clamped_and_reported() {
        let state = decode("v=1&power_price=900&tenor=2.5&efficiency=-1");
        assert_eq!(state.inputs.power_price(), 500.0);
        assert_eq!(state.inputs.tenor(), 3);
        assert_eq!(state.inputs.efficiency(), 1.0);
        assert_eq!(state.notices.len(), 3);
        assert!(state.notices[0].contains("power_price = 900 is outside 0 to 500 USD/MWh"));
        assert!(state.notices[1].contains("tenor = 2.5 is no whole number from 1 to 40 years"));
    }

    #[test]
    fn what_is_not_understood_is_ignored_and_reported() {
        let state = decode("v=1&utm=x&btc_price=abc&view=moon&pue=NaN&=&power_price");
        let expected = State {
            notices: state.notices.clone(),
            ..State::default()
        };
        assert_eq!(state, expected);
        assert_eq!(state.notices.len(), 6);
    }

    #[test]
    fn a_newer_version_is_read_as_far_as_it_goes_and_reported() {
        let state = decode("v=2&btc_price=70000");
        assert_eq!(state.inputs.btc_price(), 70_000.0);
        assert_eq!(state.notices.len(), 1);
    }

    #[test]
    fn a_ramp_longer_than_the_lease_is_cut_whichever_comes_first() {
        for link in ["ramp_months=100&tenor=1", "tenor=1&ramp_months=100"] {
            let state = decode(link);
            assert_eq!((state.inputs.tenor(), state.inputs.ramp_months()), (1, 12));
            assert_eq!(state.notices.len(), 1);
        }
    }

    #[test]
    fn what_wordpress_appends_is_left_alone() {
        for (fragment, own, rest) in [
            ("?secret=abc", "", "?secret=abc"),
            ("v=1&pue=1.4#?secret=abc", "v=1&pue=1.4", "#?secret=abc"),
            ("v=1&pue=1.4?secret=abc", "v=1&pue=1.4", "?secret=abc"),
            ("v=1", "v=1", ""),
        ] {
            assert_eq!(split_secret(fragment), (own, rest));
            assert_eq!(decode(fragment), decode(own));
        }
    }

    proptest! {
        #[test]
        fn every_state_survives_a_link(
            inputs in arbitrary::inputs(), baseline in arbitrary::inputs(),
            view in prop::sample::select(&View::ALL[..]),
            unit in prop::sample::select(&RevenueUnit::ALL[..]),
            theme in prop::sample::select(&Theme::ALL[..]),
        ) {
            let state = State { view, inputs, baseline, unit, theme, ..State::default() };
            prop_assert_eq!(decode(&encode(&state)), state);
        }

        #[test]
        fn any_text_gives_a_state_without_panic(text in ".*") {
            let state = decode(&text);
            prop_assert_eq!(decode(&encode(&state)).inputs, state.inputs);
        }
    }
}
