//! The state of the page and its history, changed at most once a frame.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::Travel;
use crate::state::{Action, History, State};
use crate::web::frame::next_frame;

/// The history as a reducer: the actions of one frame come in one batch.
#[derive(Clone, PartialEq)]
struct Store(History);

impl Reducible for Store {
    type Action = Vec<Action>;

    fn reduce(self: Rc<Self>, actions: Vec<Action>) -> Rc<Self> {
        let start = self.0.clone();
        Rc::new(Self(actions.into_iter().fold(start, History::after)))
    }
}

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

/// Tells the state as it is to those who cannot wait for the next paint: what was just typed is in it. It is
/// the same for ever.
#[derive(Clone)]
pub struct Present {
    shown: Rc<RefCell<UseReducerHandle<Store>>>,
    pending: Rc<RefCell<Vec<Action>>>,
}

impl PartialEq for Present {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.pending, &other.pending)
    }
}

impl Present {
    /// The state with every action that was taken until now.
    pub fn state(&self) -> Rc<State> {
        let Store(history) = &**self.shown.borrow();
        let pending = self.pending.borrow();
        if pending.is_empty() {
            return Rc::clone(history.state());
        }
        let after = pending
            .iter()
            .cloned()
            .fold(history.clone(), History::after);
        Rc::clone(after.state())
    }
}

/// What can be undone and done again. Its words are made when they are asked for.
#[derive(Clone, PartialEq)]
pub struct Past(UseReducerHandle<Store>);

impl Past {
    /// What going one way takes back or brings back, if anything.
    pub fn what(&self, way: Travel) -> Option<String> {
        let Store(history) = &*self.0;
        match way {
            Travel::Back => history.to_undo(),
            Travel::Forth => history.to_redo(),
        }
    }

    /// Whether there is something that way.
    pub fn has(&self, way: Travel) -> bool {
        let Store(history) = &*self.0;
        match way {
            Travel::Back => history.can_undo(),
            Travel::Forth => history.can_redo(),
        }
    }
}

/// The state of the page, starting as `initial` makes it.
#[hook]
pub fn use_calculator(initial: impl FnOnce() -> State) -> Calculator {
    let store = use_reducer_eq(|| Store(History::starting_with(initial())));
    let pending = use_mut_ref(Vec::new);
    let shown = use_mut_ref(|| store.clone());
    *shown.borrow_mut() = store.clone();
    let dispatcher = store.dispatcher();
    let queue = Rc::clone(&pending);
    let act = use_callback((), move |action, ()| {
        let is_first = queue.borrow().is_empty();
        push(&mut queue.borrow_mut(), action);
        if is_first {
            flush_before_paint(&queue, &dispatcher);
        }
    });
    Calculator {
        state: Rc::clone(store.0.state()),
        past: Past(store),
        act,
        present: Present { shown, pending },
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

fn flush_before_paint(
    pending: &Rc<RefCell<Vec<Action>>>,
    dispatcher: &UseReducerDispatcher<Store>,
) {
    let (queue, late) = (Rc::clone(pending), dispatcher.clone());
    let flush = move || late.dispatch(queue.take());
    if next_frame(flush).is_err() {
        // Without frames there is no reason to wait for one.
        dispatcher.dispatch(pending.take());
    }
}
