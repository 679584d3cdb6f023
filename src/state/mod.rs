//! All state, the actions that change it, what was done to it, and the shared-link codec.

mod apply;
mod baseline;
mod choices;
mod conditions;
pub mod embed;
mod fit;
mod followed;
pub mod headline;
mod history;
pub mod link;
pub mod marks;
mod pad;
mod pairing;
mod planned_site;
mod row_ids;
mod rows;
pub mod slider;
mod view;
mod what;

pub use apply::Action;
pub use baseline::{baseline_differences, baseline_name};
pub use choices::{Choices, Switch};
pub use conditions::{Condition, conditions};
pub use followed::is_followed;
pub use history::{History, MOST_STEPS};
pub use pad::Pad;
pub use pairing::{Pairing, Side};
pub use planned_site::PlannedSite;
pub use row_ids::RowIds;
pub use rows::{Edit, MAX_MINERS, MinerField, SiteField, TableRow};
pub use view::View;
use what::What;
pub use what::label_within;

use std::rc::Rc;

use crate::model::parameters::Inputs;
use crate::model::screen::{Miner, archetypes};
use crate::units::RevenueUnit;

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the reader's system has it.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// Every theme, in the order of the switch.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// The name in links and in the page's `data-theme`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The name on screen.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Auto => "Auto",
            Self::Light => "Light",
            Self::Dark => "Dark",
        }
    }

    /// The theme with this name in links.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.key() == key)
    }
}

/// Everything that the page shows follows from this; nothing here is derived.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// The view of the address itself, which a link need not name.
    pub home: View,
    /// The page of the calculator.
    pub view: View,
    /// The chart that a link leads to: one of the view's.
    pub chart: Option<&'static str>,
    /// The inputs that are evaluated.
    pub inputs: Inputs,
    /// The inputs that changes are measured against.
    pub baseline: Inputs,
    /// The conversions of a portfolio, at most [`PlannedSite::MOST`](TableRow::MOST).
    pub sites: Vec<PlannedSite>,
    /// The miners of the screen, at most [`MAX_MINERS`]; the archetypes until the reader has others.
    pub miners: Vec<Miner>,
    /// Two of the miners as a pair.
    pub pair: Pairing,
    /// Rows of the reader's own history, as they were typed.
    pub history_rows: Rc<str>,
    /// Rows of miners, as they were typed; no link holds them.
    pub miner_rows: Rc<str>,
    /// A text with figures of the network, as it was typed; no link holds it.
    pub live_text: Rc<str>,
    /// What is chosen where a view leaves that to the reader.
    pub choices: Choices,
    /// The unit of revenue per hashrate.
    pub unit: RevenueUnit,
    /// Light or dark.
    pub theme: Theme,
    /// What the reader has to be told: inputs that were clamped or ignored.
    pub notices: Vec<String>,
    /// What the opened link left out, because it was too long.
    pub missing: Vec<link::Part>,
}

impl Default for State {
    fn default() -> Self {
        Self::at(View::default())
    }
}

impl State {
    /// The preset at the address of a view.
    #[must_use]
    pub fn at(home: View) -> Self {
        Self {
            home,
            view: home,
            chart: None,
            inputs: Inputs::default(),
            baseline: Inputs::default(),
            sites: Vec::new(),
            miners: archetypes(),
            pair: Pairing::default(),
            history_rows: Rc::default(),
            miner_rows: Rc::default(),
            live_text: Rc::default(),
            choices: Choices::default(),
            unit: RevenueUnit::default(),
            theme: Theme::default(),
            notices: Vec::new(),
            missing: Vec::new(),
        }
    }

    /// The preset at the same address, beside what was typed here and no link holds.
    #[must_use]
    pub fn anew(&self) -> Self {
        let mut anew = Self::at(self.home);
        for pad in Pad::UNLINKED {
            pad.write(&mut anew, Rc::clone(pad.text(self)));
        }
        anew
    }
}

#[cfg(test)]
pub(crate) mod arbitrary;
