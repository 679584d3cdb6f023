//! What was done to the state, to be undone and done again.

use std::rc::Rc;

use super::apply::{Action, apply};
use super::{State, What};

/// How many steps can be undone.
pub const MOST_STEPS: usize = 200;

/// The state, and the way it came about.
///
/// What can be undone is whatever changes the reader's work: inputs, baseline, unit, tables and what was
/// chosen for a chart. Where the reader looks (view, chart, theme) stays as it is. A drag, a run of steps
/// on one control or of typed letters is one step; another action or a rest of the hand ends it.
#[derive(Clone, Debug)]
pub struct History {
    state: Rc<State>,
    /// What was done, the latest last, with the state before it.
    past: Vec<Step>,
    /// What was undone, the latest last, with the state after it.
    future: Vec<Step>,
    /// What still belongs to the latest step when it is done next.
    run: Option<What>,
}

/// Something that was done, and the state on its other side.
#[derive(Clone, Debug)]
struct Step {
    what: What,
    state: Rc<State>,
}

/// Histories are equal while nothing was done between them: that is quickly told.
impl PartialEq for History {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
            && self.past.len() == other.past.len()
            && self.future.len() == other.future.len()
    }
}

impl History {
    /// A state of which nothing can be undone.
    #[must_use]
    pub fn starting_with(state: State) -> Self {
        Self {
            state: Rc::new(state),
            past: Vec::new(),
            future: Vec::new(),
            run: None,
        }
    }

    /// The state.
    #[must_use]
    pub fn state(&self) -> &Rc<State> {
        &self.state
    }

    /// Whether there is something to undo.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is something to redo.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// What undoing takes back, as `bitcoin price $60,000`; `None` where there is nothing.
    #[must_use]
    pub fn to_undo(&self) -> Option<String> {
        let step = self.past.last()?;
        Some(step.what.text(&self.state))
    }

    /// What redoing brings back; `None` where there is nothing.
    #[must_use]
    pub fn to_redo(&self) -> Option<String> {
        let step = self.future.last()?;
        Some(step.what.text(&step.state))
    }

    /// The history after an action.
    #[must_use]
    pub fn after(mut self, action: Action) -> Self {
        match action {
            Action::Undo => self.travel(true),
            Action::Redo => self.travel(false),
            Action::Rest => self.run = None,
            action => self.act(action),
        }
        self
    }

    /// Takes the latest step of one side over to the other.
    fn travel(&mut self, back: bool) {
        self.run = None;
        let (from, to) = if back {
            (&mut self.past, &mut self.future)
        } else {
            (&mut self.future, &mut self.past)
        };
        let Some(Step { what, state: there }) = from.pop() else {
            return;
        };
        let here = Rc::clone(&self.state);
        self.state = Rc::new(seen_from(&here, &there));
        to.push(Step { what, state: here });
    }

    fn act(&mut self, action: Action) {
        let what = What::of(&action);
        let run = what.filter(|_| goes_on(&action));
        let next = apply(&self.state, action);
        if next == *self.state {
            return;
        }
        let before = std::mem::replace(&mut self.state, Rc::new(next));
        let (Some(what), false) = (what, is_same_work(&before, &self.state)) else {
            return;
        };
        self.future.clear();
        let is_same_run = run.is_some() && run == self.run;
        self.run = run;
        match self.past.last_mut().filter(|_| is_same_run) {
            // Back where the run began: nothing was done.
            Some(step) if is_same_work(&step.state, &self.state) => {
                self.past.pop();
                self.run = None;
            }
            Some(step) => step.what = what,
            None => self.add(Step {
                what,
                state: before,
            }),
        }
    }

    fn add(&mut self, step: Step) {
        if self.past.len() == MOST_STEPS {
            self.past.remove(0);
        }
        self.past.push(step);
    }
}

/// Whether the next such action belongs to the same step.
fn goes_on(action: &Action) -> bool {
    matches!(
        action,
        Action::Slide(..) | Action::Step(..) | Action::Write(..)
    )
}

/// Whether two states hold the same work.
fn is_same_work(a: &State, b: &State) -> bool {
    a.inputs == b.inputs
        && a.baseline == b.baseline
        && a.unit == b.unit
        && a.sites == b.sites
        && a.miners == b.miners
        && a.pair == b.pair
        && a.history_rows == b.history_rows
        && a.miner_rows == b.miner_rows
        && a.live_text == b.live_text
        && a.choices == b.choices
}

/// The work of `there`, seen from where the reader is now. What there was to tell was of other work.
fn seen_from(now: &State, there: &State) -> State {
    State {
        view: now.view,
        chart: now.chart,
        theme: now.theme,
        notices: Vec::new(),
        missing: Vec::new(),
        ..there.clone()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::facts::lease_presets;
    use crate::model::parameters::{Inputs, Key, arbitrary as inputs};
    use crate::model::screen::archetypes;
    use crate::state::{Edit, Pad, Side, SiteField, Switch, Theme, View, arbitrary};
    use crate::units::RevenueUnit;

    fn after(actions: impl IntoIterator<Item = Action>) -> History {
        actions
            .into_iter()
            .fold(History::starting_with(State::default()), History::after)
    }

    fn price(history: &History) -> f64 {
        history.state().inputs.btc_price()
    }

    #[test]
    fn each_typed_number_is_a_step_that_says_what_it_was() {
        let mut history = after([
            Action::Set(Key::BtcPrice, 60_000.0),
            Action::Set(Key::BtcPrice, 70_000.0),
            Action::Set(Key::Pue, 1.4),
        ]);
        for (text, price_after) in [
            ("PUE 1.4×", 70_000.0),
            ("bitcoin price $70,000", 60_000.0),
            ("bitcoin price $60,000", 88_950.0),
        ] {
            assert_eq!(history.to_undo().as_deref(), Some(text));
            history = history.after(Action::Undo);
            assert_eq!(history.to_redo().as_deref(), Some(text));
            assert_eq!(price(&history), price_after);
        }
        assert_eq!(history.to_undo(), None);
        assert_eq!(history.clone().after(Action::Undo), history);
    }

    #[test]
    fn a_drag_is_one_step_and_so_is_a_run_of_steps() {
        let slide = |price| Action::Slide(Key::BtcPrice, price);
        let dragged = after([slide(80e3), slide(70e3), slide(60e3)]);
        assert_eq!(dragged.to_undo().as_deref(), Some("bitcoin price $60,000"));
        assert_eq!(price(&dragged.after(Action::Undo)), 88_950.0);
        let step = || Action::Step(Key::BtcPrice, 1);
        let stepped = after([step(), step(), step()]).after(Action::Undo);
        assert_eq!(price(&stepped), 88_950.0);
    }

    #[test]
    fn a_choice_is_a_step_and_so_is_what_was_typed_without_a_rest() {
        let write = |rows: &str| Action::Write(Pad::History, rows.into());
        let mut history = after([
            Action::Choose(Switch::TornadoResult, 3),
            Action::Pair(Side::Long, Some(archetypes()[0].name().to_owned())),
            write("d"),
            write("da"),
            Action::Rest,
            write("date"),
        ]);
        for (text, rows) in [
            ("rows of your history", "date"),
            ("rows of your history", "da"),
            ("pair of miners", ""),
            ("result of the tornado", ""),
        ] {
            assert_eq!(history.to_undo().as_deref(), Some(text));
            assert_eq!(&*history.state().history_rows, rows);
            history = history.after(Action::Undo);
        }
        same_work(&history);
    }

    #[test]
    fn a_text_that_is_cleared_or_replaced_by_a_file_comes_back() {
        for pad in [Pad::History, Pad::Miners, Pad::Live] {
            let write = |text: &str| Action::Write(pad, text.into());
            for instead in ["", "of a file"] {
                let written = after([write("a"), write("ab"), Action::Rest, write(instead)]);
                assert_eq!(&**pad.text(written.state()), instead);
                let undone = written.after(Action::Undo);
                assert_eq!(&**pad.text(undone.state()), "ab");
                let opened = undone.after(Action::Open("#v=1&btc_price=60000".to_owned()));
                let is_linked = !Pad::UNLINKED.contains(&pad);
                assert_eq!(pad.text(opened.state()).is_empty(), is_linked, "{pad:?}");
            }
        }
    }

    #[track_caller]
    fn same_work(history: &History) {
        assert!(is_same_work(history.state(), &State::default()));
    }

    #[test]
    fn a_deal_is_taken_over_in_one_step_that_carries_its_name() {
        let preset = lease_presets().first().expect("there are deals");
        let entries = preset.entries.iter();
        let entries = entries.map(|(key, value)| (*key, Some(*value))).collect();
        let taken = after([
            Action::Set(Key::Tenor, 12.0),
            Action::Take(preset.name, entries),
        ]);
        for (key, value) in &preset.entries {
            assert_eq!(taken.state().inputs.get(*key), Some(*value));
        }
        assert_eq!(taken.to_undo().as_deref(), Some(preset.name));
        let back = taken.after(Action::Undo);
        assert_eq!(back.to_undo().as_deref(), Some("tenor 12 years"));
        assert_eq!(back.state().inputs.gross_mw(), 300.0);
    }

    #[test]
    fn a_rest_or_another_action_ends_a_drag() {
        let slide = |price| Action::Slide(Key::BtcPrice, price);
        for between in [
            Action::Rest,
            Action::Set(Key::BtcPrice, 65e3),
            Action::Slide(Key::Pue, 1.5),
        ] {
            let mut history = after([slide(70e3), between.clone(), slide(60e3)]);
            history = history.after(Action::Undo);
            assert_ne!(price(&history), 88_950.0, "{between:?}");
        }
    }

    #[test]
    fn a_drag_that_comes_back_to_where_it_began_is_no_step() {
        let slide = |price| Action::Slide(Key::BtcPrice, price);
        let back = after([slide(70e3), slide(88_950.0)]);
        assert_eq!(back.to_undo(), None);
        let on = back.after(slide(60e3)).after(Action::Undo);
        assert_eq!(price(&on), 88_950.0);
    }

    #[test]
    fn a_new_action_clears_what_could_be_redone_and_looking_around_does_not() {
        let undone = after([Action::Set(Key::BtcPrice, 60_000.0), Action::Undo]);
        let looked = undone
            .clone()
            .after(Action::Look(View::Pivot))
            .after(Action::Paint(Theme::Dark))
            .after(Action::Set(Key::Pue, 9.0));
        assert!(looked.to_redo().is_some());
        let redone = looked.after(Action::Redo);
        assert_eq!(price(&redone), 60_000.0);
        assert_eq!(redone.state().view, View::Pivot);
        assert_eq!(redone.state().theme, Theme::Dark);
        assert_eq!(
            undone
                .after(Action::ShowIn(RevenueUnit::UsdPerPhDay))
                .to_redo(),
            None
        );
    }

    #[test]
    fn what_a_refusal_or_a_cut_said_goes_with_it() {
        let short = after([
            Action::Set(Key::RampMonths, 36.0),
            Action::Set(Key::Tenor, 2.0),
        ]);
        assert_eq!(short.state().notices.len(), 1);
        let undone = short.after(Action::Undo);
        assert_eq!(undone.state().inputs.ramp_months(), 36);
        assert_eq!(undone.state().notices, [""; 0]);
    }

    #[test]
    fn a_history_is_bounded() {
        let prices = (0..2 * MOST_STEPS).map(|step| Action::Set(Key::BtcPrice, 5e4 + step as f64));
        let mut history = after(prices);
        for _ in 0..2 * MOST_STEPS {
            history = history.after(Action::Undo);
        }
        assert_eq!(price(&history), 5e4 + MOST_STEPS as f64 - 1.0);
    }

    fn key_and_value() -> impl Strategy<Value = (Key, f64)> {
        prop::sample::select(&Key::ALL[..]).prop_flat_map(|key| (Just(key), inputs::value(key)))
    }

    fn edit() -> impl Strategy<Value = Edit<crate::state::PlannedSite>> {
        prop_oneof![
            prop::collection::vec(arbitrary::planned_site(), 0..3).prop_map(Edit::Replace),
            arbitrary::planned_site().prop_map(Edit::Add),
            (0..3_usize).prop_map(Edit::Copy),
            (0..3_usize).prop_map(Edit::Remove),
            (0..3_usize).prop_map(Edit::MoveUp),
            (0..3_usize).prop_map(Edit::MoveDown),
            (0..3_usize, 0.0..700.0).prop_map(|(place, month)| {
                Edit::Set(place, SiteField::StartMonth(f64::floor(month)))
            }),
        ]
    }

    /// Anything that a reader may do but undo and redo.
    fn action() -> impl Strategy<Value = Action> {
        prop_oneof![
            key_and_value().prop_map(|(key, value)| Action::Set(key, value)),
            key_and_value().prop_map(|(key, value)| Action::Slide(key, value)),
            (key_and_value(), -3..3).prop_map(|((key, _), count)| Action::Step(key, count)),
            key_and_value().prop_map(|(key, _)| Action::Reset(key)),
            Just(Action::ResetAll),
            prop::sample::select(crate::facts::SCENARIOS.iter().collect::<Vec<_>>())
                .prop_map(Action::Begin),
            edit().prop_map(Action::Sites),
            (0..5_usize).prop_map(|place| Action::Miners(Edit::Remove(place))),
            (
                prop::sample::select(&Side::ALL[..]),
                prop::option::of(0..3_usize)
            )
                .prop_map(|(side, place)| {
                    let name = place.map(|place| archetypes()[place].name().to_owned());
                    Action::Pair(side, name)
                }),
            (
                prop::sample::select(&[Pad::History, Pad::Miners, Pad::Live][..]),
                "[a-z,\n]{0,9}",
            )
                .prop_map(|(pad, rows)| Action::Write(pad, rows.into())),
            (prop::sample::select(&Switch::ALL[..]), 0..7_usize)
                .prop_map(|(switch, place)| Action::Choose(switch, place)),
            Just(Action::PinBaseline),
            Just(Action::UnpinBaseline),
            prop::sample::select(&RevenueUnit::ALL[..]).prop_map(Action::ShowIn),
            prop::sample::select(&View::ALL[..]).prop_map(Action::Look),
            prop::sample::select(&Theme::ALL[..]).prop_map(Action::Paint),
            Just(Action::DismissNotices),
            Just(Action::Rest),
            arbitrary::state().prop_map(|state| Action::Open(crate::state::link::encode(&state))),
        ]
    }

    fn same(a: &State, b: &State) -> Result<(), TestCaseError> {
        prop_assert!(is_same_work(a, b), "{:?}\n{:?}", a, b);
        Ok(())
    }

    proptest! {
        #[test]
        fn undo_takes_back_what_an_action_did_and_redo_brings_it_back(
            start in arbitrary::state(), action in action(),
        ) {
            let before = History::starting_with(start);
            let done = before.clone().after(action);
            let undone = done.clone().after(Action::Undo);
            same(undone.state(), before.state())?;
            let redone = undone.after(Action::Redo);
            same(redone.state(), done.state())?;
            prop_assert_eq!(redone.to_undo(), done.to_undo());
        }

        #[test]
        fn all_that_was_done_can_be_undone_and_done_again(
            actions in prop::collection::vec(action(), 0..20),
        ) {
            let end = after(actions);
            let mut history = end.clone();
            while history.to_undo().is_some() {
                history = history.after(Action::Undo);
            }
            prop_assert_eq!(&history.state().inputs, &Inputs::default());
            same(history.state(), &State::default())?;
            while history.to_redo().is_some() {
                history = history.after(Action::Redo);
            }
            same(history.state(), end.state())?;
        }
    }
}
