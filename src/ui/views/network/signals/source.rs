//! Where the history of the signals comes from.

use yew::prelude::*;

/// A history to choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Source {
    /// What was reported of JPMorgan's notes.
    Reported,
    /// The simulated path.
    Simulated,
    /// The reader's own rows.
    Own,
}

impl Source {
    const ALL: [Self; 3] = [Self::Reported, Self::Simulated, Self::Own];

    const fn key(self) -> &'static str {
        match self {
            Self::Reported => "reported",
            Self::Simulated => "simulated",
            Self::Own => "own",
        }
    }

    const fn title(self) -> &'static str {
        match self {
            Self::Reported => "JPMorgan, as reported",
            Self::Simulated => "The simulated path",
            Self::Own => "Your own rows",
        }
    }

    /// The source with this key, the reported history without one.
    pub(super) fn from_key(key: &str) -> Self {
        let found = Self::ALL.into_iter().find(|source| source.key() == key);
        found.unwrap_or(Self::Reported)
    }

    /// The buttons that choose; this one is chosen.
    pub(super) fn choice(self, keep: &Callback<AttrValue>) -> Html {
        let button = |source: Self| {
            let onclick = keep.reform(move |_: MouseEvent| AttrValue::from(source.key()));
            html! {
                <button class="hp-button" type="button" aria-pressed={(source == self).to_string()} {onclick}
                    data-history={source.key()}>{ source.title() }</button>
            }
        };
        html! {
            <div class="hp-choice" role="group" aria-label="Which history">{ for Self::ALL.map(button) }</div>
        }
    }
}
