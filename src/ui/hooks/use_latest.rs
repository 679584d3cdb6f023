//! What those need who ask for it only when something is pressed: the state, the part of the page that
//! is fetched later, and the way to answer.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use yew::prelude::*;

use crate::state::State;
use crate::ui::later::Later;
use crate::ui::said::Said;

/// Tells what is so at present. It is the same for ever, so that as a context it renders nobody anew.
#[derive(Clone)]
pub struct Latest {
    state: Rc<RefCell<Rc<State>>>,
    later: Rc<Cell<Option<Later>>>,
    /// Answers the reader.
    pub say: Callback<Said>,
}

impl PartialEq for Latest {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
    }
}

impl Latest {
    /// The state that the page shows.
    pub fn state(&self) -> Rc<State> {
        Rc::clone(&self.state.borrow())
    }

    /// What is fetched after the start, once it is there.
    pub fn later(&self) -> Option<Later> {
        self.later.get()
    }
}

/// Keeps all of it at hand for a `ContextProvider`.
#[hook]
pub fn use_latest(state: &Rc<State>, later: Option<Later>, say: &Callback<Said>) -> Latest {
    let kept = use_mut_ref(|| Rc::clone(state));
    *kept.borrow_mut() = Rc::clone(state);
    let part = use_memo((), |()| Cell::new(None));
    part.set(later);
    Latest {
        state: kept,
        later: part,
        say: say.clone(),
    }
}
