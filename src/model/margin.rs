//! Revenue and power cost of an exahash from the few numbers they are made of, so that a curve over
//! one of them costs next to nothing.

use super::network;
use super::parameters::{Inputs, Key};
use crate::units::{Difficulty, HOURS_PER_DAY, Hashrate, SECONDS_PER_DAY};

/// The inputs of gross profit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Margin {
    /// USD/BTC.
    btc_price: f64,
    difficulty: Difficulty,
    /// What a block issues, BTC.
    subsidy_btc: f64,
    /// Fees over the subsidy, a fraction.
    fees: f64,
    /// What the pool leaves, a fraction.
    pool_share: f64,
    /// J/TH.
    efficiency: f64,
    /// USD/MWh.
    power_price: f64,
    /// A fraction.
    uptime: f64,
    /// USD per MWh not drawn while down.
    curtailment_credit: f64,
}

/// What makes gross profit change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The bitcoin price.
    Price,
    /// Difficulty.
    Difficulty,
    /// Transaction fees.
    Fees,
    /// The subsidy.
    Subsidy,
    /// The fleet's efficiency.
    Efficiency,
    /// The power price.
    PowerPrice,
    /// Pool fee, uptime and curtailment credit.
    Operations,
}

impl Cause {
    /// Every cause.
    pub const ALL: [Self; 7] = [
        Self::Price,
        Self::Difficulty,
        Self::Fees,
        Self::Subsidy,
        Self::Efficiency,
        Self::PowerPrice,
        Self::Operations,
    ];
}

impl Margin {
    /// Of these inputs.
    #[must_use]
    pub fn of(inputs: &Inputs) -> Self {
        let uptime = inputs.uptime_pct() / 100.0;
        let subsidy = network::subsidy(inputs.block_height());
        Self {
            btc_price: inputs.btc_price(),
            difficulty: inputs.difficulty(),
            subsidy_btc: subsidy.to_btc(),
            fees: inputs.fees_pct() / 100.0,
            pool_share: 1.0 - inputs.pool_fee_pct() / 100.0,
            efficiency: inputs.efficiency(),
            power_price: inputs.power_price(),
            uptime,
            curtailment_credit: inputs.curtailment_credit(),
        }
    }

    /// The same with one of the five inputs that curves are drawn over set to `value`, in the unit
    /// of its row; other keys change nothing.
    #[must_use]
    pub fn with(self, key: Key, value: f64) -> Self {
        match key {
            Key::BtcPrice => Self {
                btc_price: value,
                ..self
            },
            Key::Difficulty => Self {
                difficulty: Difficulty::from_number(value),
                ..self
            },
            Key::NetworkHashrate => {
                let hashrate = Hashrate::from_eh_s(value);
                Self {
                    difficulty: Difficulty::from_hashrate(hashrate),
                    ..self
                }
            }
            Key::Efficiency => Self {
                efficiency: value,
                ..self
            },
            Key::PowerPrice => Self {
                power_price: value,
                ..self
            },
            _ => self,
        }
    }

    /// The same in a simulated epoch: with this price (USD/BTC), difficulty and subsidy (BTC).
    #[must_use]
    pub fn in_epoch(self, btc_price: f64, difficulty: Difficulty, subsidy_btc: f64) -> Self {
        Self {
            btc_price,
            difficulty,
            subsidy_btc,
            ..self
        }
    }

    /// The same with one cause as it is in `other`.
    #[must_use]
    pub fn taking(self, cause: Cause, other: &Self) -> Self {
        match cause {
            Cause::Price => Self {
                btc_price: other.btc_price,
                ..self
            },
            Cause::Difficulty => Self {
                difficulty: other.difficulty,
                ..self
            },
            Cause::Fees => Self {
                fees: other.fees,
                ..self
            },
            Cause::Subsidy => Self {
                subsidy_btc: other.subsidy_btc,
                ..self
            },
            Cause::Efficiency => Self {
                efficiency: other.efficiency,
                ..self
            },
            Cause::PowerPrice => Self {
                power_price: other.power_price,
                ..self
            },
            Cause::Operations => Self {
                pool_share: other.pool_share,
                uptime: other.uptime,
                curtailment_credit: other.curtailment_credit,
                ..self
            },
        }
    }

    /// Hashprice before pool fee and downtime, USD/EH/day: 10^18·86400/(D·2^32)·reward·price.
    #[must_use]
    pub fn hashprice(&self) -> f64 {
        let blocks_per_eh_day = 1e18 * SECONDS_PER_DAY / self.difficulty.hashes_per_block();
        blocks_per_eh_day * self.subsidy_btc * (1.0 + self.fees) * self.btc_price
    }

    /// The share of hashprice that becomes revenue, a fraction.
    #[must_use]
    pub fn revenue_share(&self) -> f64 {
        self.pool_share * self.uptime
    }

    /// Revenue after pool fee and downtime, BTC/EH/day.
    #[must_use]
    pub fn revenue_btc(&self) -> f64 {
        self.hashprice() / self.btc_price * self.revenue_share()
    }

    /// The same at the bitcoin price, USD/EH/day.
    #[must_use]
    pub fn revenue(&self) -> f64 {
        self.revenue_btc() * self.btc_price
    }

    /// Power bill less curtailment credit, USD/EH/day: 1 J/TH is 1 MW per EH/s.
    #[must_use]
    pub fn power_cost(&self) -> f64 {
        HOURS_PER_DAY * self.efficiency * self.net_power_price()
    }

    /// What a contracted hour of one megawatt costs on average, USD: running hours at the power
    /// price, idle hours at minus the credit.
    #[must_use]
    pub fn net_power_price(&self) -> f64 {
        self.uptime * self.power_price - (1.0 - self.uptime) * self.curtailment_credit
    }

    /// Revenue less power cost, USD/EH/day.
    #[must_use]
    pub fn gross_profit(&self) -> f64 {
        self.revenue() - self.power_cost()
    }
}
