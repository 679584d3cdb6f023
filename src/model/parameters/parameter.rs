//! What one row of the parameter table says.

use serde::{Serialize, Serializer};

/// How a parameter's slider moves between its ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SliderScale {
    /// Equal distances are equal differences.
    Linear,
    /// Equal distances are equal ratios.
    Log,
    /// No slider: the number only names something (a seed).
    None,
}

/// The heading under which a parameter stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Market and network.
    Market,
    /// Your fleet.
    Fleet,
    /// Network response.
    Response,
    /// Valuation.
    Valuation,
    /// The site that is converted and its lease.
    Lease,
    /// What the conversion costs and when it is ready.
    Build,
    /// Discount rates, exit value and the loan.
    Finance,
}

impl Group {
    /// Every heading, in the order of the table.
    pub const ALL: [Self; 7] = [
        Self::Market,
        Self::Fleet,
        Self::Response,
        Self::Valuation,
        Self::Lease,
        Self::Build,
        Self::Finance,
    ];

    /// The heading on screen.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Market => "Market and network",
            Self::Fleet => "Your fleet",
            Self::Response => "Network response",
            Self::Valuation => "Valuation",
            Self::Lease => "Site and lease",
            Self::Build => "Cost and time",
            Self::Finance => "Finance and risk",
        }
    }
}

/// By its title.
impl Serialize for Group {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.title())
    }
}

/// One input: everything that sliders, number fields, range errors, links, schemas and test
/// generators need to know about it. What only the page needs is not serialized.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Parameter {
    /// The name in links, exports and the JavaScript API.
    pub key: &'static str,
    /// The name on screen.
    pub label: &'static str,
    /// The unit, as error messages and schemas write it.
    pub unit: &'static str,
    /// The preset "December 2025"; `None` for an optional input that is absent there.
    pub default: Option<f64>,
    /// Smallest accepted value.
    pub min: f64,
    /// Largest accepted value.
    pub max: f64,
    /// How the slider moves.
    pub scale: SliderScale,
    /// Whether only integers are accepted.
    pub whole: bool,
    /// Whether the input may be absent.
    pub optional: bool,
    /// The heading under which it stands.
    pub group: Group,
    /// One sentence for the reader.
    pub help: &'static str,
    /// Where the default comes from.
    pub source: &'static str,
    /// The stretch that the slider covers while the value lies in it; otherwise the slider covers
    /// `min..=max`. Typing always reaches the whole range.
    #[serde(skip)]
    pub slider: (f64, f64),
    /// What one press of a linear stepper changes; logarithmic ones take a round 1% of the value.
    #[serde(skip)]
    pub step: f64,
    /// Decimals that the number field shows at least.
    #[serde(skip)]
    pub decimals: usize,
}

impl Parameter {
    /// A row whose slider moves in equal differences of `step`.
    pub(super) const fn linear(default: f64, min: f64, max: f64, step: f64) -> Self {
        Self {
            key: "",
            label: "",
            unit: "",
            default: Some(default),
            min,
            max,
            scale: SliderScale::Linear,
            whole: false,
            optional: false,
            group: Group::Market,
            help: "",
            source: "illustrative",
            slider: (min, max),
            step,
            decimals: 0,
        }
    }

    /// A row whose slider moves in equal ratios.
    pub(super) const fn log(default: f64, min: f64, max: f64) -> Self {
        Self {
            scale: SliderScale::Log,
            ..Self::linear(default, min, max, 0.0)
        }
    }

    /// A row without a slider.
    pub(super) const fn plain(default: f64, min: f64, max: f64) -> Self {
        Self {
            scale: SliderScale::None,
            ..Self::linear(default, min, max, 1.0)
        }
    }

    /// Names the row: label on screen and unit.
    pub(super) const fn named(self, label: &'static str, unit: &'static str) -> Self {
        Self {
            label,
            unit,
            ..self
        }
    }

    /// Sets the key; the table's macro takes it from the row's identifier.
    pub(super) const fn keyed(self, key: &'static str) -> Self {
        Self { key, ..self }
    }

    /// Accepts integers only.
    pub(super) const fn whole(self) -> Self {
        Self {
            whole: true,
            ..self
        }
    }

    /// May be absent, and is absent in the preset.
    pub(super) const fn absent(self) -> Self {
        Self {
            optional: true,
            default: None,
            ..self
        }
    }

    /// Narrows the slider to the usual stretch.
    pub(super) const fn reach(self, low: f64, high: f64) -> Self {
        Self {
            slider: (low, high),
            ..self
        }
    }

    /// Shows at least this many decimals.
    pub(super) const fn decimals(self, decimals: usize) -> Self {
        Self { decimals, ..self }
    }

    /// Puts the row under a heading.
    pub(super) const fn within(self, group: Group) -> Self {
        Self { group, ..self }
    }

    /// Says in one sentence what the input is.
    pub(super) const fn help(self, help: &'static str) -> Self {
        Self { help, ..self }
    }

    /// Says where the default comes from.
    pub(super) const fn source(self, source: &'static str) -> Self {
        Self { source, ..self }
    }
}
