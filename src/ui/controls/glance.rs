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
    /// The input whose thumb is held.
    pub held: Option<Key>,
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
            held: None,
        }
    }
}

impl Look {
    /// The slider that is looked at, and the mark under the pointer.
    pub fn looked_at(&self) -> Option<(Key, Option<usize>)> {
        self.pointed.or(self.focused.map(|key| (key, None)))
    }

    /// Whether a phone's sheet shows this input where it has room for one: the one that is held, or that was
    /// chosen.
    pub fn shows(&self, key: Key) -> bool {
        self.held.unwrap_or(self.chosen) == key
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
    /// This input's thumb is taken, or what was held is let go.
    Hold(Option<Key>),
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
            Glance::Hold(held) => next.held = held,
            Glance::Point(pointed) => next.pointed = pointed,
            // A slider that the pointer took needs no look of its own when the pointer has left.
            Glance::Focus(focused) => next.focused = focused.filter(|_| self.held.is_none()),
        }
        Rc::new(next)
    }
}
