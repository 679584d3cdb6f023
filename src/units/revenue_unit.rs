//! The units in which a day's money per hashrate is shown: one switch for the page.

use super::sats::SATS_PER_BTC;

/// A unit of money per hashrate per day. Models compute in dollars per EH/s a day; the screen
/// shows what the reader is used to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RevenueUnit {
    /// Dollars per EH/s a day, as JPMorgan writes.
    #[default]
    UsdPerEhDay,
    /// Dollars per PH/s a day, as the hashprice market quotes.
    UsdPerPhDay,
    /// Dollars per TH/s a day, as machine resellers write.
    UsdPerThDay,
    /// Satoshis per PH/s a day.
    SatsPerPhDay,
    /// Satoshis per TH/s a day.
    SatsPerThDay,
}

impl RevenueUnit {
    /// Every unit, in the order of the switch.
    pub const ALL: [Self; 5] = [
        Self::UsdPerEhDay,
        Self::UsdPerPhDay,
        Self::UsdPerThDay,
        Self::SatsPerPhDay,
        Self::SatsPerThDay,
    ];

    /// The unit as the switch shows it.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::UsdPerEhDay => "$/EH/day",
            Self::UsdPerPhDay => "$/PH/day",
            Self::UsdPerThDay => "$/TH/day",
            Self::SatsPerPhDay => "sats/PH/day",
            Self::SatsPerThDay => "sats/TH/day",
        }
    }

    /// The name in shared links.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::UsdPerEhDay => "usd_eh",
            Self::UsdPerPhDay => "usd_ph",
            Self::UsdPerThDay => "usd_th",
            Self::SatsPerPhDay => "sats_ph",
            Self::SatsPerThDay => "sats_th",
        }
    }

    /// The unit with this name in shared links.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|unit| unit.key() == key)
    }

    /// The same hashrate in dollars: satoshis earned do not depend on the price.
    #[must_use]
    pub const fn in_dollars(self) -> Self {
        match self {
            Self::SatsPerPhDay => Self::UsdPerPhDay,
            Self::SatsPerThDay => Self::UsdPerThDay,
            usd => usd,
        }
    }

    /// The words after an amount: "per EH a day", "sats per PH a day".
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::UsdPerEhDay => "per EH a day",
            Self::UsdPerPhDay => "per PH a day",
            Self::UsdPerThDay => "per TH a day",
            Self::SatsPerPhDay => "sats per PH a day",
            Self::SatsPerThDay => "sats per TH a day",
        }
    }

    /// The hashrate that an amount is per, after one that says its currency: "per PH".
    #[must_use]
    pub const fn per(self) -> &'static str {
        match self {
            Self::UsdPerEhDay => "per EH",
            Self::UsdPerPhDay | Self::SatsPerPhDay => "per PH",
            Self::UsdPerThDay | Self::SatsPerThDay => "per TH",
        }
    }

    /// What the hashrate of this unit draws for each J/TH: `MW`.
    #[must_use]
    pub const fn power(self) -> &'static str {
        match self {
            Self::UsdPerEhDay => "MW",
            Self::UsdPerPhDay | Self::SatsPerPhDay => "kW",
            Self::UsdPerThDay | Self::SatsPerThDay => "W",
        }
    }

    /// Whether amounts are dollars (else satoshis).
    #[must_use]
    pub const fn is_usd(self) -> bool {
        matches!(
            self,
            Self::UsdPerEhDay | Self::UsdPerPhDay | Self::UsdPerThDay
        )
    }

    /// The hashrate of this unit, in EH/s.
    #[must_use]
    pub const fn eh_s(self) -> f64 {
        match self {
            Self::UsdPerEhDay => 1.0,
            Self::UsdPerPhDay | Self::SatsPerPhDay => 1e-3,
            Self::UsdPerThDay | Self::SatsPerThDay => 1e-6,
        }
    }

    /// An amount in USD per EH/s a day, in this unit. `btc_price` in USD/BTC must be positive.
    #[must_use]
    pub fn from_usd_per_eh_day(self, amount: f64, btc_price: f64) -> f64 {
        let usd = amount * self.eh_s();
        if self.is_usd() {
            usd
        } else {
            usd / btc_price * SATS_PER_BTC
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_unit_shows_the_same_money() {
        let shown = RevenueUnit::ALL.map(|unit| unit.from_usd_per_eh_day(38_700.0, 90_000.0));
        let expected = [38_700.0, 38.7, 0.0387, 43_000.0, 43.0];
        for (got, want) in shown.into_iter().zip(expected) {
            assert!((got / want - 1.0_f64).abs() < 1e-15, "{got} is not {want}");
        }
    }

    #[test]
    fn a_joule_for_a_terahash_is_a_watt_for_each_of_a_second() {
        for unit in RevenueUnit::ALL {
            let megawatts = match unit.power() {
                "MW" => 1.0,
                "kW" => 1e-3,
                _ => 1e-6,
            };
            assert_eq!(unit.eh_s().to_bits(), f64::to_bits(megawatts), "{unit:?}");
        }
    }

    #[test]
    fn keys_are_read_back() {
        for unit in RevenueUnit::ALL {
            assert_eq!(RevenueUnit::from_key(unit.key()), Some(unit));
        }
        assert_eq!(RevenueUnit::from_key("usd_zh"), None);
    }
}
