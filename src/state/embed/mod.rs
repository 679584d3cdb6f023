//! An embed, the page inside somebody else's: what the query of its address asks for, and what to put
//! into a page to have one.
//!
//! The query stands before the fragment, which holds the state ([`link`]):
//! `?embed&chart=frontier&theme=dark&controls=lease_rate,capex&pinned#v=1&lease_rate=160`.
//!
//! | key | value | what it asks for |
//! |---|---|---|
//! | `embed` | | an embed; without it the query is somebody else's and not looked at |
//! | `chart` | a chart's name | that chart alone, in place of the view |
//! | `theme` | `auto`, `light`, `dark` | light or dark, whatever the fragment says |
//! | `controls` | `main`, `none`, or names of inputs with commas between | the inputs that can be moved; without it those that move the view most |
//! | `pinned` | | comparisons with the state of the fragment, not with the preset |

mod places;
mod query;

pub use places::{Place, Snippet, Subject};

use super::link;
use super::{State, Theme, View};
use crate::model::parameters::Key;

/// The name that asks for an embed.
const EMBED: &str = "embed";
const CHART: &str = "chart";
const THEME: &str = "theme";
const CONTROLS: &str = "controls";
const PINNED: &str = "pinned";

/// Which inputs can be moved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Controls {
    /// Those that move the view most.
    #[default]
    Usual,
    /// The four main ones of the page.
    Main,
    /// None.
    None,
    /// These, in this order.
    These(Vec<Key>),
}

impl Controls {
    /// The inputs, in an embed of this view.
    #[must_use]
    pub fn keys(&self, view: View) -> &[Key] {
        match self {
            Self::Usual => view.levers(),
            Self::Main => &View::MAIN,
            Self::None => &[],
            Self::These(keys) => keys,
        }
    }
}

/// What an embed shows and how.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Embed {
    /// The chart that it shows; the whole view without one.
    pub chart: Option<&'static str>,
    /// Light or dark; as the fragment says without one.
    pub theme: Option<Theme>,
    /// Which inputs can be moved.
    pub controls: Controls,
    /// Whether it compares with the state that it starts from, which is that of the page it was made
    /// on; otherwise it starts from and compares with whatever the preset is.
    pub is_pinned: bool,
}

/// Whether a query (with or without `?`) asks for an embed.
#[must_use]
pub fn is_asked_for(query: &str) -> bool {
    value(query, EMBED).is_some()
}

/// The state that an address at the page of a view starts from. Reading what else an embed asks for can wait: see
/// [`Embed::read`].
#[must_use]
pub fn start(home: View, query: &str, fragment: &str) -> State {
    let mut state = link::open(&State::at(home), fragment);
    if is_asked_for(query) {
        if let Some(theme) = value(query, THEME).and_then(Theme::from_key) {
            state.theme = theme;
        }
        if let Some((view, _)) = value(query, CHART).and_then(View::with_chart) {
            (state.view, state.chart) = (view, None);
        }
        if value(query, PINNED).is_some() {
            state.baseline = state.inputs.clone();
        }
    }
    state
}

/// The last value of a key as it stands in the query; empty without `=`.
fn value<'a>(query: &'a str, wanted: &str) -> Option<&'a str> {
    let named = |(name, value)| (name == wanted).then_some(value);
    pairs(query).filter_map(named).last()
}

/// The keys and values of a query.
fn pairs(query: &str) -> impl Iterator<Item = (&str, &str)> {
    let query = query.strip_prefix('?').unwrap_or(query);
    let given = query.split('&').filter(|pair| !pair.is_empty());
    given.map(|pair| pair.split_once('=').unwrap_or((pair, "")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn start(query: &str, fragment: &str) -> State {
        super::start(View::default(), query, fragment)
    }

    #[test]
    fn only_an_embed_reads_its_query() {
        for query in ["", "?", "?theme=dark&pinned", "?embedded", "?x=embed"] {
            assert!(!is_asked_for(query), "{query}");
            let state = start(query, "#v=1&btc_price=70000");
            assert_eq!(state, link::decode("v=1&btc_price=70000"), "{query}");
        }
        for query in ["embed", "?embed", "?embed=", "?embed=1&x", "?a&embed"] {
            assert!(is_asked_for(query), "{query}");
        }
    }

    #[test]
    fn the_query_decides_on_theme_and_chart() {
        let state = start(
            "?embed&theme=dark&chart=margin-map",
            "#view=pivot&theme=light",
        );
        assert_eq!((state.theme, state.view), (Theme::Dark, View::Hashprice));
        let state = start("?embed&theme=red&chart=moon", "#view=pivot&theme=light");
        assert_eq!((state.theme, state.view), (Theme::Light, View::Pivot));
        let state = start("?embed&theme=dark&theme=auto", "");
        assert_eq!(state.theme, Theme::Auto);
    }

    #[test]
    fn a_pinned_embed_compares_with_what_it_starts_from() {
        let fragment = "#v=1&btc_price=70000";
        let live = start("?embed", fragment);
        assert_ne!(live.baseline, live.inputs);
        let pinned = start("?embed&pinned", fragment);
        assert_eq!(pinned.inputs, live.inputs);
        assert_eq!(pinned.baseline, pinned.inputs);
    }

    #[test]
    fn every_view_has_a_few_inputs_that_move_it() {
        for view in View::ALL {
            let keys = Controls::Usual.keys(view);
            assert!((1..=4).contains(&keys.len()), "{view:?}");
            assert_eq!(Controls::Main.keys(view), View::MAIN);
            assert_eq!(Controls::None.keys(view), []);
        }
    }
}
