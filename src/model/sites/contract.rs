//! How far a site's contract has come.

use serde::Serialize;

/// The kind of a site's contract; named in snake case in exports and the JavaScript API.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Contract {
    /// A memorandum of understanding: nobody is bound.
    Memorandum,
    /// A signed lease.
    Signed,
    /// A signed lease with a guarantor of good credit.
    SignedGuaranteed,
    /// Capacity that is energised.
    Energised,
}

impl Contract {
    /// Every kind, the least certain first.
    pub const ALL: [Self; 4] = [
        Self::Memorandum,
        Self::Signed,
        Self::SignedGuaranteed,
        Self::Energised,
    ];

    /// The name in exports, links and the JavaScript API.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Memorandum => "memorandum",
            Self::Signed => "signed",
            Self::SignedGuaranteed => "signed_guaranteed",
            Self::Energised => "energised",
        }
    }

    /// The kind with this name.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }

    /// The name on screen.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Memorandum => "Memorandum",
            Self::Signed => "Signed",
            Self::SignedGuaranteed => "Signed, with guarantor",
            Self::Energised => "Energised",
        }
    }

    /// The execution probability (%) that a contract of this kind starts with. Illustrative;
    /// JPMorgan used 50 for new deals in September 2025.
    #[must_use]
    pub const fn execution_pct(self) -> f64 {
        match self {
            Self::Memorandum => 30.0,
            Self::Signed => 60.0,
            Self::SignedGuaranteed => 90.0,
            Self::Energised => 100.0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_is_found_by_its_name_and_written_under_it() {
        for kind in Contract::ALL {
            assert_eq!(Contract::from_key(kind.key()), Some(kind));
            assert_eq!(
                serde_json::to_value(kind).expect("can be written"),
                kind.key()
            );
        }
        assert_eq!(Contract::from_key("Signed"), None);
    }

    #[test]
    fn each_kind_has_a_name_on_screen_that_begins_like_its_key() {
        for kind in Contract::ALL {
            let first_word = kind.label().split(',').next().unwrap_or_default();
            assert!(!first_word.is_empty());
            assert!(kind.key().starts_with(&first_word.to_lowercase()));
        }
        assert_eq!(Contract::SignedGuaranteed.label(), "Signed, with guarantor");
    }

    #[test]
    fn a_surer_contract_starts_with_a_higher_probability() {
        let starts = Contract::ALL.map(Contract::execution_pct);
        assert_eq!(starts, [30.0, 60.0, 90.0, 100.0]);
    }
}
