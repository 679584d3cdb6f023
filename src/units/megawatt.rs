//! The megawatt that amounts of a site are counted in or per.

/// Gross or critical IT: of the former there are as many to one of the latter as the PUE says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Megawatt {
    /// What the site draws.
    #[default]
    Gross,
    /// What the tenant's machines use.
    CriticalIt,
}

impl Megawatt {
    /// Both, in the order of the switch.
    pub const ALL: [Self; 2] = [Self::Gross, Self::CriticalIt];

    /// The name on the switch and in texts.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Gross => "gross MW",
            Self::CriticalIt => "critical-IT MW",
        }
    }

    /// The name on a switch with little room.
    #[must_use]
    pub const fn short_name(self) -> &'static str {
        match self {
            Self::Gross => "gross",
            Self::CriticalIt => "IT",
        }
    }

    /// The name at the head of a column.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Gross => "Gross MW",
            Self::CriticalIt => "Critical-IT MW",
        }
    }

    /// What an amount is per, behind it.
    #[must_use]
    pub const fn per_year(self) -> &'static str {
        match self {
            Self::Gross => "per gross MW a year",
            Self::CriticalIt => "per critical-IT MW a year",
        }
    }

    /// An amount per gross megawatt as one per this, at this PUE.
    #[must_use]
    pub fn from_per_gross(self, amount: f64, pue: f64) -> f64 {
        match self {
            Self::Gross => amount,
            Self::CriticalIt => pue * amount,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_critical_it_megawatt_earns_what_the_gross_ones_earn_that_it_draws() {
        assert_eq!(Megawatt::Gross.from_per_gross(2.0, 1.5), 2.0);
        assert_eq!(Megawatt::CriticalIt.from_per_gross(2.0, 1.5), 3.0);
    }
}
