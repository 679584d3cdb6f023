//! The state of the page and its history, changed at most once a frame.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::Travel;
use crate::state::{Action, History, State};
use crate::web::frame::next_frame;

/// The state and the way to change it.
#[derive(Clone, PartialEq)]
pub struct Calculator {
    /// The state.
    pub state: Rc<State>,
    /// How it came about.
    pub past: Past,
    /// Takes an action; it is applied before the next paint, together with all others until then.
    pub act: Callback<Action>,
    /// The state with what is still to be applied.
    pub present: Present,
}

/// The history as it is, and the actions that are still to be applied: those of one frame come in one batch.
/// It is the same for ever.
#[derive(Clone)]
pub struct Present(Rc<Desk>);

struct Desk {
    history: RefCell<Rc<History>>,
    pending: RefCell<Vec<Action>>,
}

impl PartialEq for Present {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Present {
    /// The state with every action until now, for those who cannot wait for the next paint: what was just typed
    /// is in it.
    pub fn state(&self) -> Rc<State> {
        Rc::clone(self.settled().state())
    }

    /// The history with every action until now.
    fn settled(&self) -> Rc<History> {
        let actions = self.0.pending.take();
        let mut history = self.0.history.borrow_mut();
        if !actions.is_empty() {
            let start = (**history).clone();
            *history = Rc::new(actions.into_iter().fold(start, History::after));
        }
        Rc::clone(&history)
    }
}

/// What can be undone and done again. Its words are made when they are asked for.
#[derive(Clone, PartialEq)]
pub struct Past(UseStateHandle<Rc<History>>);

impl Past {
    /// What going one way takes back or brings back, if anything.
    pub fn what(&self, way: Travel) -> Option<String> {
        match way {
            Travel::Back => self.0.to_undo(),
            Travel::Forth => self.0.to_redo(),
        }
    }

    /// Whether there is something that way.
    pub fn has(&self, way: Travel) -> bool {
        match way {
            Travel::Back => self.0.can_undo(),
            Travel::Forth => self.0.can_redo(),
        }
    }
}

/// The state of the page, starting as `initial` makes it.
#[hook]
pub fn use_calculator(initial: impl FnOnce() -> State) -> Calculator {
    let desk = use_memo((), |()| Desk {
        history: RefCell::new(Rc::new(History::starting_with(initial()))),
        pending: RefCell::default(),
    });
    let present = Present(desk);
    let shown = use_state_eq(|| present.settled());
    let (taken, setter) = (present.clone(), shown.setter());
    let act = use_callback((), move |action, ()| {
        let is_first = taken.0.pending.borrow().is_empty();
        push(&mut taken.0.pending.borrow_mut(), action);
        if is_first {
            show_before_paint(&taken, &setter);
        }
    });
    Calculator {
        state: Rc::clone(shown.state()),
        past: Past(shown),
        act,
        present,
    }
}

/// Adds an action; of a slider's values within one frame only the last counts.
fn push(pending: &mut Vec<Action>, action: Action) {
    if let (Some(Action::Slide(last, value)), Action::Slide(key, newer)) =
        (pending.last_mut(), &action)
        && last == key
    {
        *value = *newer;
        return;
    }
    pending.push(action);
}

fn show_before_paint(present: &Present, setter: &UseStateSetter<Rc<History>>) {
    let (then, late) = (present.clone(), setter.clone());
    if next_frame(move || late.set(then.settled())).is_err() {
        // Without frames there is no reason to wait for one.
        setter.set(present.settled());
    }
}
