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
    /// What a block pays on average, subsidy and fees, BTC.
    reward_btc: f64,
    /// The share of hashprice that becomes revenue: pool fee and downtime taken off.
    revenue_share: f64,
    /// J/TH.
    efficiency: f64,
    /// USD/MWh.
    power_price: f64,
    /// A fraction.
    uptime: f64,
    /// USD per MWh not drawn while down.
    curtailment_credit: f64,
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
            reward_btc: subsidy.to_btc() * (1.0 + inputs.fees_pct() / 100.0),
            revenue_share: (1.0 - inputs.pool_fee_pct() / 100.0) * uptime,
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

    /// Hashprice before pool fee and downtime, USD/EH/day: 10^18·86400/(D·2^32)·reward·price.
    #[must_use]
    pub fn hashprice(&self) -> f64 {
        let blocks_per_eh_day = 1e18 * SECONDS_PER_DAY / self.difficulty.hashes_per_block();
        blocks_per_eh_day * self.reward_btc * self.btc_price
    }

    /// The share of hashprice that becomes revenue, a fraction.
    #[must_use]
    pub fn revenue_share(&self) -> f64 {
        self.revenue_share
    }

    /// Revenue after pool fee and downtime, BTC/EH/day.
    #[must_use]
    pub fn revenue_btc(&self) -> f64 {
        self.hashprice() / self.btc_price * self.revenue_share
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
