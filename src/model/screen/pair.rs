//! A pair trade: long one miner, short another, and the bitcoin that takes bitcoin out of it.

use serde::Serialize;

use super::column::Column;
use super::miner::Miner;
use super::row::{self, Row};
use crate::model::parameters::Inputs;
use crate::units::USD_PER_USD_M;

/// USD 1 m of one miner's shares long and USD 1 m of another's short, at today's prices.
///
/// The shares are taken to move like their values in the sum of the parts.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Pair {
    /// Name of the miner that is bought.
    pub long: String,
    /// Name of the miner that is sold short.
    pub short: String,
    /// Bitcoin that moves in value like the pair: the long side's exposure less the short side's.
    pub net_exposure_btc_per_usd_m: f64,
    /// Bitcoin to sell short to be neutral, to buy where it is negative: the same number.
    pub hedge_btc_per_usd_m: f64,
    /// What the pair with its hedge gains when bitcoin falls 10%, USD: not 0 where a side stops
    /// earning.
    pub hedged_gain_btc_down: f64,
    /// What the pair with its hedge gains when bitcoin rises 10%, USD.
    pub hedged_gain_btc_up: f64,
}

/// The pair of these two at the page's market. A miner with itself is neutral; the other way round
/// every number turns its sign.
#[must_use]
pub fn pair(long: &Miner, short: &Miner, page: &Inputs) -> Pair {
    let (bought, sold) = (Side::of(long, page), Side::of(short, page));
    let hedge = bought.row.bitcoin_exposure - sold.row.bitcoin_exposure;
    let hedged_gain = |per_share: fn(&Row) -> f64, btc_move: f64| {
        let unhedged = bought.gain(per_share) - sold.gain(per_share);
        unhedged - hedge * btc_move * page.btc_price()
    };
    Pair {
        long: long.name().to_owned(),
        short: short.name().to_owned(),
        net_exposure_btc_per_usd_m: hedge,
        hedge_btc_per_usd_m: hedge,
        hedged_gain_btc_down: hedged_gain(|row| row.per_share_btc_down, -row::BTC_MOVE),
        hedged_gain_btc_up: hedged_gain(|row| row.per_share_btc_up, row::BTC_MOVE),
    }
}

/// One side of a pair.
struct Side {
    row: Row,
    /// How many shares USD 1 m buys.
    shares: f64,
}

impl Side {
    fn of(miner: &Miner, page: &Inputs) -> Self {
        Self {
            row: row::evaluate(miner, page),
            shares: USD_PER_USD_M / miner.get(Column::SharePrice),
        }
    }

    /// What USD 1 m of shares gains when the value per share becomes this, USD.
    fn gain(&self, per_share: fn(&Row) -> f64) -> f64 {
        (per_share(&self.row) - self.row.per_share) * self.shares
    }
}
