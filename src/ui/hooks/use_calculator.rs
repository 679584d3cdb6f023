//! The state of the page and its history, changed at most once a frame.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

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
    /// What undoing takes back, if anything.
    pub to_undo: Option<String>,
    /// What redoing brings back, if anything.
    pub to_redo: Option<String>,
    /// Takes an action; it is applied before the next paint, together with all others until then.
    pub act: Callback<Action>,
}

/// The state of the page, starting as `initial` makes it.
#[hook]
pub fn use_calculator(initial: impl FnOnce() -> State) -> Calculator {
    let store = use_reducer_eq(|| Store(History::starting_with(initial())));
    let pending = use_mut_ref(Vec::new);
    let dispatcher = store.dispatcher();
    let act = use_callback((), move |action, ()| {
        let is_first = pending.borrow().is_empty();
        push(&mut pending.borrow_mut(), action);
        if is_first {
            flush_before_paint(&pending, &dispatcher);
        }
    });
    let history = &store.0;
    Calculator {
        state: Rc::clone(history.state()),
        to_undo: history.to_undo(),
        to_redo: history.to_redo(),
        act,
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
