//! Fields for rows and figures that come from elsewhere.

use std::rc::Rc;

use super::State;

/// A field for a text from elsewhere, which stays as it was typed or opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pad {
    /// Rows of the reader's own history.
    History,
    /// Rows of miners.
    Miners,
    /// Figures of the network.
    Live,
}

impl Pad {
    /// Those that no link holds: what was taken over from them it holds.
    pub const UNLINKED: [Self; 2] = [Self::Miners, Self::Live];

    /// Its stable name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::History => "history-rows",
            Self::Miners => "miner-rows",
            Self::Live => "live-text",
        }
    }

    /// What stands in it, in words.
    pub(super) const fn words(self) -> &'static str {
        match self {
            Self::History => "rows of your history",
            Self::Miners => "pasted rows of miners",
            Self::Live => "text with figures",
        }
    }

    /// What stands in it.
    #[must_use]
    pub const fn text(self, state: &State) -> &Rc<str> {
        match self {
            Self::History => &state.history_rows,
            Self::Miners => &state.miner_rows,
            Self::Live => &state.live_text,
        }
    }

    /// Puts another text into it.
    pub fn write(self, state: &mut State, text: Rc<str>) {
        match self {
            Self::History => state.history_rows = text,
            Self::Miners => state.miner_rows = text,
            Self::Live => state.live_text = text,
        }
    }
}
