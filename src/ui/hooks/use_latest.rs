//! The state for those who ask for it only when something is pressed.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use crate::state::State;

/// Tells the present state. It is the same for ever, so that as a context it renders nobody anew.
#[derive(Clone, Debug)]
pub struct Latest(Rc<RefCell<Rc<State>>>);

impl PartialEq for Latest {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Latest {
    /// The state that the page shows.
    pub fn state(&self) -> Rc<State> {
        Rc::clone(&self.0.borrow())
    }
}

/// Keeps the state at hand for a `ContextProvider`.
#[hook]
pub fn use_latest(state: &Rc<State>) -> Latest {
    let latest = use_mut_ref(|| Rc::clone(state));
    *latest.borrow_mut() = Rc::clone(state);
    Latest(latest)
}
