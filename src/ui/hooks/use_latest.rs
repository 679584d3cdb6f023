//! What those need who ask for it only when something is pressed: the state, the part of the page that
//! is fetched later, and the way to answer.

use std::cell::Cell;
use std::rc::Rc;

use yew::prelude::*;

use super::Present;
use crate::state::State;
use crate::ui::later::Later;
use crate::ui::said::Said;

/// Tells what is so at present. It is the same for ever, so that as a context it renders nobody anew.
#[derive(Clone)]
pub struct Latest {
    present: Present,
    later: Rc<Cell<Option<Later>>>,
    /// Answers the reader.
    pub say: Callback<Said>,
}

impl PartialEq for Latest {
    fn eq(&self, other: &Self) -> bool {
        self.present == other.present
    }
}

impl Latest {
    /// The state, with what was just typed.
    pub fn state(&self) -> Rc<State> {
        self.present.state()
    }

    /// What is fetched after the start, once it is there.
    pub fn later(&self) -> Option<Later> {
        self.later.get()
    }
}

/// Keeps all of it at hand for a `ContextProvider`.
#[hook]
pub fn use_latest(present: &Present, later: Option<Later>, say: &Callback<Said>) -> Latest {
    let part = use_memo((), |()| Cell::new(None));
    part.set(later);
    Latest {
        present: present.clone(),
        later: part,
        say: say.clone(),
    }
}
