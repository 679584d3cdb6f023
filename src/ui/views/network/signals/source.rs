//! Where the history of the signals comes from.

use yew::prelude::*;

use crate::state::{Action, Choices, Switch};

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
    /// In the order of the switch.
    const ALL: [Self; 3] = [Self::Reported, Self::Simulated, Self::Own];

    /// Its name, which on paper stands for the buttons.
    pub(super) const fn title(self) -> &'static str {
        match self {
            Self::Reported => "JPMorgan, as reported",
            Self::Simulated => "The simulated path",
            Self::Own => "Your own rows",
        }
    }

    /// The one that is chosen.
    pub(super) fn chosen(choices: Choices) -> Self {
        Self::ALL[choices.get(Switch::History).min(2)]
    }

    /// The buttons that choose; this one is chosen.
    pub(super) fn choice(self, act: &Callback<Action>) -> Html {
        let options = Switch::History.options().iter().enumerate();
        let button = |(source, (place, key)): (Self, (usize, &&'static str))| {
            let onclick = act.reform(move |_: MouseEvent| Action::Choose(Switch::History, place));
            html! {
                <button class="hp-button" type="button" aria-pressed={(source == self).to_string()} {onclick}
                    data-history={*key}>{ source.title() }</button>
            }
        };
        let buttons = Self::ALL.into_iter().zip(options).map(button);
        html! {
            <div class="hp-choice hp-on-screen" role="group" aria-label="Which history">{ for buttons }</div>
        }
    }
}
