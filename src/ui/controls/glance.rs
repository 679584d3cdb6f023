//! What the reader looks at in the rail: nothing of it is worth a link.

use std::rc::Rc;

use yew::Reducible;

use crate::model::parameters::{Group, Key};

/// Where the reader looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// The input whose slider a phone shows.
    pub chosen: Key,
    /// The input whose help is open.
    pub about: Option<Key>,
    /// The slider under the pointer, and which of its marks is.
    pub pointed: Option<(Key, Option<usize>)>,
    /// The input whose slider or field has the keyboard.
    pub focused: Option<Key>,
    /// Groups that are not as their view has them: a bit for each, by its number.
    pub turned: u8,
    /// Whether a phone's sheet is pulled up.
    pub is_open: bool,
    /// Whether a thumb is held.
    pub is_held: bool,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            chosen: Key::BtcPrice,
            about: None,
            pointed: None,
            focused: None,
            turned: 0,
            is_open: false,
            is_held: false,
        }
    }
}

impl Look {
    /// The slider that is looked at, and the mark under the pointer.
    pub fn looked_at(&self) -> Option<(Key, Option<usize>)> {
        self.pointed.or(self.focused.map(|key| (key, None)))
    }

    /// Whether a group is open that its view shows open or folded at first.
    pub fn is_unfolded(&self, group: Group, at_first: bool) -> bool {
        let is_turned = self.turned & bit(group as u8) != 0;
        at_first != is_turned
    }
}

/// The bit of the group with this number.
const fn bit(group: u8) -> u8 {
    1 << (group & 7)
}

/// A change of what is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Glance {
    /// A phone shows this input's slider.
    Choose(Key),
    /// Opens an input's help, or closes it.
    About(Key),
    /// Opens the group with this number, or folds it.
    Turn(u8),
    /// Pulls a phone's sheet up, or down.
    Sheet,
    /// A thumb is taken, or let go.
    Hold(bool),
    /// The pointer is on a slider, and on one of its marks, or leaves.
    Point(Option<(Key, Option<usize>)>),
    /// An input's slider or field gets the keyboard, or loses it.
    Focus(Option<Key>),
}

impl Reducible for Look {
    type Action = Glance;

    fn reduce(self: Rc<Self>, glance: Glance) -> Rc<Self> {
        let mut next = *self;
        match glance {
            Glance::Choose(key) => next.chosen = key,
            Glance::About(key) => next.about = (self.about != Some(key)).then_some(key),
            Glance::Turn(group) => next.turned ^= bit(group),
            Glance::Sheet => next.is_open = !self.is_open,
            Glance::Hold(is_held) => next.is_held = is_held,
            Glance::Point(pointed) => next.pointed = pointed,
            // A slider that the pointer took needs no look of its own when the pointer has left.
            Glance::Focus(focused) => next.focused = focused.filter(|_| !self.is_held),
        }
        Rc::new(next)
    }
}
