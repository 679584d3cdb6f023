//! What was chosen in the dialog.

use crate::model::parameters::Key;
use crate::state::embed::{Controls, Embed, Place, Subject};
use crate::state::{State, Theme};
use crate::web::document::Chart;
use crate::web::location;

/// Which inputs readers can move.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Inputs {
    #[default]
    Usual,
    Main,
    None,
    Chosen,
}

/// The choices of inputs, as they read.
pub(super) const INPUTS: [(Inputs, &str); 4] = [
    (Inputs::Usual, "what matters most here"),
    (Inputs::Main, "the four main inputs"),
    (Inputs::None, "nothing"),
    (Inputs::Chosen, "these inputs …"),
];

/// The choices of a width: px, name for scripts, name on screen.
pub(super) const WIDTHS: [(Option<u32>, &str, &str); 4] = [
    (None, "column", "As its column"),
    (Some(640), "640", "640"),
    (Some(480), "480", "480"),
    (Some(320), "320", "320"),
];

/// Whose figures an embed shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Figures {
    #[default]
    Pinned,
    Live,
}

impl Figures {
    pub(super) const ALL: [Self; 2] = [Self::Pinned, Self::Live];

    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::Pinned => "pinned",
            Self::Live => "live",
        }
    }

    pub(super) const fn title(self) -> &'static str {
        match self {
            Self::Pinned => "As they are now",
            Self::Live => "Live",
        }
    }

    pub(super) const fn advice(self) -> &'static str {
        match self {
            Self::Pinned => "pinned: the embed always starts from the figures of this page",
            Self::Live => "starts from Hashpivot's own preset, whatever it is by then",
        }
    }
}

/// The choices.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Draft {
    /// The number of the chart; the view without one.
    pub(super) chart: Option<usize>,
    pub(super) inputs: Inputs,
    /// The inputs that were chosen one by one, in the order of the table.
    pub(super) chosen: Vec<Key>,
    pub(super) theme: Theme,
    pub(super) figures: Figures,
    pub(super) width: Option<u32>,
    pub(super) height: Option<u32>,
    pub(super) place: Place,
}

impl Draft {
    /// Chooses an input, or leaves it out.
    pub(super) fn turn(&mut self, key: Key, is_chosen: bool) {
        self.chosen.retain(|other| *other != key);
        if is_chosen {
            let before = self.chosen.iter().take_while(|other| **other < key).count();
            self.chosen.insert(before, key);
        }
    }

    /// What is made of it on a page with this state and these charts.
    pub(super) fn made(&self, state: &State, charts: &[Chart]) -> Made {
        let chart = self.chart.and_then(|index| charts.get(index));
        let embed = Embed {
            chart: chart.map(|chart| chart.id),
            theme: (self.theme != Theme::Auto).then_some(self.theme),
            controls: match self.inputs {
                Inputs::Usual => Controls::Usual,
                Inputs::Main => Controls::Main,
                Inputs::None => Controls::None,
                Inputs::Chosen => Controls::These(self.chosen.clone()),
            },
            is_pinned: self.figures == Figures::Pinned,
        };
        Made {
            page: location::address_with("").unwrap_or_default(),
            state: state.clone(),
            embed,
            title: chart.map_or_else(
                || state.view.title().to_owned(),
                |chart| chart.title.clone(),
            ),
        }
    }
}

/// An embed and the page that it is made on.
pub(super) struct Made {
    page: String,
    state: State,
    embed: Embed,
    title: String,
}

impl Made {
    pub(super) fn subject(&self) -> Subject<'_> {
        Subject {
            page: &self.page,
            state: &self.state,
            embed: &self.embed,
            title: &self.title,
        }
    }

    pub(super) fn address(&self) -> String {
        self.subject().address()
    }
}
