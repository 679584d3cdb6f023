//! The query of an embed: read with everything that was not understood, and written.

use super::{CHART, CONTROLS, Controls, EMBED, Embed, PINNED, THEME, pairs};
use crate::model::parameters::Key;
use crate::state::link::decoded;
use crate::state::{Theme, View};

/// Characters of a pair that a notice quotes.
const LONGEST_QUOTE: usize = 80;

impl Embed {
    /// What a query asks for, and a notice for whatever in it was not understood, which is ignored.
    #[must_use]
    pub fn read(query: &str) -> (Self, Vec<String>) {
        let (mut embed, mut notices) = (Self::default(), Vec::new());
        for (name, value) in pairs(query) {
            let value = decoded(value);
            if !embed.takes(name, &value, &mut notices) {
                let quoted: String = format!("{name}={value}")
                    .chars()
                    .take(LONGEST_QUOTE)
                    .collect();
                notices.push(format!(
                    "The embed's “{quoted}” was not understood and is ignored."
                ));
            }
        }
        (embed, notices)
    }

    /// Takes a pair, if it is understood.
    fn takes(&mut self, name: &str, value: &str, notices: &mut Vec<String>) -> bool {
        match name {
            EMBED => true,
            PINNED => {
                self.is_pinned = true;
                true
            }
            CHART => {
                let found = View::with_chart(value).map(|(_, chart)| chart);
                self.chart = found.or(self.chart);
                found.is_some()
            }
            THEME => {
                let found = Theme::from_key(value);
                self.theme = found.or(self.theme);
                found.is_some()
            }
            CONTROLS => {
                self.controls = controls(value, notices);
                true
            }
            _ => false,
        }
    }

    /// The query without `?`.
    #[must_use]
    pub fn query(&self) -> String {
        let mut query = EMBED.to_owned();
        let mut push = |name: &str, value: &str| {
            query.push('&');
            query.push_str(name);
            if !value.is_empty() {
                query.push('=');
                query.push_str(value);
            }
        };
        if let Some(chart) = self.chart {
            push(CHART, chart);
        }
        if let Some(theme) = self.theme {
            push(THEME, theme.key());
        }
        if let Some(controls) = self.controls.written() {
            push(CONTROLS, &controls);
        }
        if self.is_pinned {
            push(PINNED, "");
        }
        query
    }
}

impl Controls {
    /// As the query and the element name them; nothing for the usual ones.
    #[must_use]
    pub fn written(&self) -> Option<String> {
        match self {
            Self::Usual => None,
            Self::Main => Some("main".to_owned()),
            Self::None => Some("none".to_owned()),
            Self::These(keys) if keys.is_empty() => Some("none".to_owned()),
            Self::These(keys) => {
                let names: Vec<&str> = keys.iter().map(|key| key.name()).collect();
                Some(names.join(","))
            }
        }
    }
}

/// The controls that a value names, each once.
fn controls(value: &str, notices: &mut Vec<String>) -> Controls {
    match value {
        "main" => return Controls::Main,
        "none" => return Controls::None,
        _ => {}
    }
    let mut keys = Vec::new();
    for name in value.split(',') {
        match Key::from_name(name.trim()) {
            Some(key) if keys.contains(&key) => {}
            Some(key) => keys.push(key),
            None => {
                let quoted: String = name.chars().take(LONGEST_QUOTE).collect();
                notices.push(format!(
                    "The embed's control “{quoted}” is no input and is left out."
                ));
            }
        }
    }
    // With nothing that is understood an embed is what it is without the key.
    match keys.is_empty() {
        true => Controls::Usual,
        false => Controls::These(keys),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn embed() -> impl Strategy<Value = Embed> {
        let charts: Vec<_> = View::ALL.iter().flat_map(|view| view.charts()).collect();
        let keys = prop::sample::subsequence(&Key::ALL[..], 1..6).prop_map(Controls::These);
        let controls = prop_oneof![
            Just(Controls::Usual),
            Just(Controls::Main),
            Just(Controls::None),
            keys,
        ];
        (
            prop::option::of(prop::sample::select(charts).prop_map(|chart| *chart)),
            prop::option::of(prop::sample::select(&Theme::ALL[..])),
            controls,
            any::<bool>(),
        )
            .prop_map(|(chart, theme, controls, is_pinned)| Embed {
                chart,
                theme,
                controls,
                is_pinned,
            })
    }

    #[test]
    fn controls_are_named_with_commas_encoded_or_not() {
        let expected = Controls::These(vec![Key::BtcPrice, Key::LeaseRate]);
        for query in [
            "?embed&controls=btc_price,lease_rate",
            "?embed&controls=btc_price%2Clease_rate",
            "?embed&controls=btc_price,+lease_rate,btc_price",
        ] {
            let (embed, notices) = Embed::read(query);
            assert_eq!((embed.controls, notices), (expected.clone(), vec![]));
        }
        for (query, controls) in [
            ("?embed", Controls::Usual),
            ("?embed&controls=main", Controls::Main),
            ("?embed&controls=none", Controls::None),
        ] {
            assert_eq!(Embed::read(query).0.controls, controls);
        }
    }

    #[test]
    fn what_is_not_understood_is_ignored_and_reported() {
        let (embed, notices) = Embed::read(
            "?embed&chart=moon&theme=red&controls=btcprice,pue,&control=none&utm_source=x",
        );
        let expected = Embed {
            controls: Controls::These(vec![Key::Pue]),
            ..Embed::default()
        };
        assert_eq!(embed, expected);
        for words in [
            "“chart=moon”",
            "“theme=red”",
            "control “btcprice”",
            "control “”",
            "“control=none”",
            "“utm_source=x”",
        ] {
            assert!(
                notices.iter().any(|notice| notice.contains(words)),
                "{words}: {notices:?}"
            );
        }
        assert_eq!(notices.len(), 6);
        assert_eq!(Embed::read("?embed&controls=x").0.controls, Controls::Usual);
    }

    proptest! {
        #[test]
        fn every_embed_survives_its_query(embed in embed()) {
            let query = embed.query();
            prop_assert_eq!(Embed::read(&query), (embed, vec![]), "{}", query);
        }

        #[test]
        fn any_query_is_read_without_panic(query in ".*") {
            let (embed, _) = Embed::read(&query);
            prop_assert_eq!(Embed::read(&embed.query()).0, embed);
        }
    }
}
