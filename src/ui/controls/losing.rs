//! Where on an input's track money is lost.

use crate::format::input_text;
use crate::model::Evaluation;
use crate::model::parameters::Key;

/// The side of a break-even on which money is lost, in the unit of the input.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Losing {
    /// Below this value.
    Below(f64),
    /// Above this value.
    Above(f64),
}

impl Losing {
    /// Where on the track of one of the four main inputs gross profit is negative.
    pub fn of_profit(now: &Evaluation, key: Key) -> Option<Self> {
        let hashprice = now.hashprice();
        match key {
            Key::BtcPrice => Some(Self::Below(hashprice.breakeven_btc_price)),
            Key::Difficulty => hashprice.breakeven_difficulty.map(Self::Above),
            Key::Efficiency => hashprice.breakeven_efficiency.map(Self::Above),
            Key::PowerPrice => Some(Self::Above(hashprice.breakeven_power_price)),
            _ => None,
        }
    }

    /// Where on the track of one of the pivot's inputs the gain from converting is negative.
    pub fn of_gain(now: &Evaluation, key: Key) -> Option<Self> {
        match key {
            Key::LeaseRate => now.pivot().breakeven_lease_rate.map(Self::Below),
            Key::OverrunPct => now.pivot().breakeven_overrun_pct.map(Self::Above),
            Key::DelayMonths => {
                let months = now.pivot().breakeven_delay_months;
                months.map(|months| Self::Above(months as f64))
            }
            _ => None,
        }
    }

    /// The break-even.
    pub fn breakeven(self) -> f64 {
        let (Self::Below(value) | Self::Above(value)) = self;
        value
    }

    /// The break-even in words; an input's own unit.
    pub fn words(self, key: Key) -> String {
        let value = self.breakeven();
        if value <= 0.0 && key == Key::BtcPrice {
            return "profitable at any price".to_owned();
        }
        format!("break-even {}", input_text(key, value))
    }
}
