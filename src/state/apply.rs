//! Actions, and what they do to the state.

use std::rc::Rc;

use super::fit::fit;
use super::rows::edit;
use super::{Edit, Pad, PlannedSite, Side, State, Switch, Theme, View, link, slider};
use crate::facts::Scenario;
use crate::format;
use crate::model::parameters::{Inputs, Key};
use crate::model::screen::Miner;
use crate::units::RevenueUnit;

/// Something that the reader did.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Gave an input a value, in the unit of its row.
    Set(Key, f64),
    /// Moved an input along its track to a value, in the unit of its row: a part of a drag.
    Slide(Key, f64),
    /// Moved an input by so many round steps, down when negative.
    Step(Key, i32),
    /// Set an input back to its preset.
    Reset(Key),
    /// Set every input back to its preset.
    ResetAll,
    /// Gave several inputs their values in one step, named as what they are; `None` makes an optional
    /// input absent.
    Take(&'static str, Vec<(Key, Option<f64>)>),
    /// Gave every input its value in a scenario.
    Begin(&'static Scenario),
    /// Changed the list of sites.
    Sites(Edit<PlannedSite>),
    /// Changed the table of miners.
    Miners(Edit<Miner>),
    /// Put a miner of the table on a side of the pair, or nobody.
    Pair(Side, Option<String>),
    /// Wrote a text into a field for what comes from elsewhere.
    Write(Pad, Rc<str>),
    /// Chose the option of a switch that stands at this place.
    Choose(Switch, usize),
    /// Made today's inputs the baseline.
    PinBaseline,
    /// Made the preset the baseline again.
    UnpinBaseline,
    /// Chose a unit for revenue.
    ShowIn(RevenueUnit),
    /// Went to a view.
    Look(View),
    /// Chose light or dark.
    Paint(Theme),
    /// Put a notice away.
    DismissNotices,
    /// Opened a link: the fragment of an address.
    Open(String),
    /// Took back the latest step.
    Undo,
    /// Did again what was taken back last.
    Redo,
    /// Let go: what comes next is a step of its own.
    Rest,
}

/// The state after an action. A value that is refused leaves its input as it was and is reported in
/// [`State::notices`].
///
/// Steps are taken back and done again by the [`History`](super::History), not by one state.
#[must_use]
pub(super) fn apply(state: &State, action: Action) -> State {
    let mut next = state.clone();
    match action {
        Action::Set(key, value) | Action::Slide(key, value) => set(&mut next, key, value),
        Action::Step(key, count) => step(&mut next, key, count),
        Action::Reset(key) => reset(&mut next, key),
        Action::ResetAll => next.inputs = Inputs::default(),
        Action::Take(_, entries) => {
            for (key, value) in entries {
                match value {
                    Some(value) => set(&mut next, key, value),
                    None => change(&mut next, key, None),
                }
            }
        }
        Action::Begin(scenario) => next.inputs = scenario.inputs(),
        Action::Sites(change) => report(edit(&mut next.sites, change), &mut next.notices),
        Action::Miners(change) => {
            report(edit(&mut next.miners, change), &mut next.notices);
            next.pair.follow(&state.miners, &next.miners);
        }
        Action::Pair(side, Some(name)) => {
            next.pair.put(side, &name, &state.miners);
        }
        Action::Pair(side, None) => next.pair.clear(side),
        Action::Write(pad, text) => pad.write(&mut next, text),
        Action::Choose(switch, place) => next.choices = next.choices.with(switch, place),
        Action::PinBaseline => next.baseline = next.inputs.clone(),
        Action::UnpinBaseline => next.baseline = Inputs::default(),
        Action::ShowIn(unit) => next.unit = unit,
        Action::Paint(theme) => next.theme = theme,
        Action::DismissNotices => {
            next.notices.clear();
            next.missing.clear();
        }
        Action::Look(view) => (next.view, next.chart) = (view, None),
        Action::Open(fragment) => next = link::open(state, &fragment),
        Action::Undo | Action::Redo | Action::Rest => {}
    }
    next
}

/// A preset may not fit the other inputs (a ramp and a short lease), so resetting can be cut too.
fn reset(state: &mut State, key: Key) {
    let preset = Inputs::default();
    match preset.get(key) {
        Some(value) => set(state, key, value),
        None if key == Key::Difficulty => {
            let hashrate = preset.network_hashrate().to_eh_s();
            set(state, Key::NetworkHashrate, hashrate);
        }
        None => change(state, key, None),
    }
}

/// Steps never leave an input's range, so nothing is refused. An absent input does not move.
fn step(state: &mut State, key: Key, count: i32) {
    if let Some(value) = state.inputs.effective(key) {
        set(state, key, slider::stepped(key.parameter(), value, count));
    }
}

fn set(state: &mut State, key: Key, value: f64) {
    let asked = if key == Key::RampMonths {
        value
    } else {
        state.inputs.ramp_months() as f64
    };
    match fit(&state.inputs, key, value) {
        Ok(inputs) => {
            let ramp = inputs.ramp_months() as f64;
            if ramp < asked {
                state.notices.push(cut_ramp(asked, ramp));
            }
            state.inputs = inputs;
        }
        Err(error) => state.notices.push(error.to_string()),
    }
}

fn change(state: &mut State, key: Key, value: Option<f64>) {
    match state.inputs.with(key, value) {
        Ok(inputs) => state.inputs = inputs,
        Err(error) => state.notices.push(error.to_string()),
    }
}

fn report(outcome: Result<(), String>, notices: &mut Vec<String>) {
    notices.extend(outcome.err());
}

fn cut_ramp(ramp: f64, longest: f64) -> String {
    let (ramp, longest) = (format::months(ramp), format::months(longest));
    format!(
        "A ramp of {ramp} does not fit the lease: it is now {longest}, the length of the lease."
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(actions: impl IntoIterator<Item = Action>) -> State {
        actions
            .into_iter()
            .fold(State::default(), |state, action| apply(&state, action))
    }

    #[test]
    fn setting_an_input_changes_only_that_input() {
        let state = after([Action::Set(Key::BtcPrice, 60_000.0)]);
        for key in Key::ALL {
            let expected = if key == Key::BtcPrice {
                Some(60_000.0)
            } else {
                key.parameter().default
            };
            assert_eq!(state.inputs.get(key), expected, "{key:?}");
        }
        assert_eq!(state.baseline, Inputs::default());
    }

    #[test]
    fn steps_add_up() {
        let twice = after([
            Action::Step(Key::BtcPrice, 1),
            Action::Step(Key::BtcPrice, 1),
        ]);
        assert_eq!(twice.inputs.btc_price(), 89_500.0);
        assert_eq!(
            apply(&twice, Action::Step(Key::BtcPrice, -2))
                .inputs
                .btc_price(),
            88_500.0
        );
        let harder = after([Action::Step(Key::Difficulty, 1)]);
        assert_eq!(harder.inputs.get(Key::Difficulty), Some(146e12));
    }

    #[test]
    fn a_refused_value_leaves_its_input_and_is_reported() {
        let state = after([Action::Set(Key::PowerPrice, 501.0)]);
        assert_eq!(state.inputs, Inputs::default());
        assert!(
            state.notices[0].contains("power_price = 501"),
            "{:?}",
            state.notices
        );
    }

    #[test]
    fn reset_undoes_a_change_of_any_input() {
        for key in Key::ALL {
            let changed = apply(&State::default(), Action::Set(key, key.parameter().max));
            let reset = apply(&changed, Action::Reset(key));
            assert_eq!(reset.inputs, Inputs::default(), "{key:?}");
        }
    }

    #[test]
    fn a_shorter_lease_cuts_the_ramp_and_says_so() {
        let state = after([
            Action::Set(Key::RampMonths, 36.0),
            Action::Set(Key::Tenor, 2.0),
        ]);
        assert_eq!(state.inputs.ramp_months(), 24);
        assert_eq!(state.inputs.tenor(), 2);
        assert!(
            state.notices[0].contains("36 months"),
            "{:?}",
            state.notices
        );
        let longer = apply(&state, Action::Set(Key::RampMonths, 25.0));
        assert_eq!(longer.inputs.ramp_months(), 24);
        assert_eq!(longer.notices.len(), 2);
    }

    #[test]
    fn the_baseline_is_what_was_pinned_until_it_is_unpinned() {
        let pinned = after([
            Action::Set(Key::BtcPrice, 60_000.0),
            Action::PinBaseline,
            Action::Set(Key::BtcPrice, 70_000.0),
        ]);
        assert_eq!(pinned.baseline.btc_price(), 60_000.0);
        assert_eq!(
            apply(&pinned, Action::ResetAll).baseline.btc_price(),
            60_000.0
        );
        assert_eq!(
            apply(&pinned, Action::UnpinBaseline).baseline,
            Inputs::default()
        );
    }

    #[test]
    fn unit_theme_and_notices_leave_the_inputs_alone() {
        let state = after([
            Action::ShowIn(RevenueUnit::SatsPerThDay),
            Action::Paint(Theme::Dark),
            Action::Set(Key::Pue, 9.0),
            Action::DismissNotices,
        ]);
        let expected = State {
            unit: RevenueUnit::SatsPerThDay,
            theme: Theme::Dark,
            ..State::default()
        };
        assert_eq!(state, expected);
    }
}
