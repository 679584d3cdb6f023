//! The columns of the ranking: what each says of a miner, and how it reads.

use crate::format;
use crate::model::screen::{Column, Miner, Row};
use crate::units::RevenueUnit;

/// A miner and what the models say of it.
#[derive(Clone, Copy)]
pub(super) struct Screened<'a> {
    pub(super) miner: &'a Miner,
    pub(super) row: &'a Row,
}

/// How money per hashrate reads: the page's unit, and the price by which it becomes satoshis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Money {
    pub(super) unit: RevenueUnit,
    pub(super) price: f64,
}

impl Money {
    fn text(self, usd_per_eh_day: f64) -> String {
        let shown = self.unit.from_usd_per_eh_day(usd_per_eh_day, self.price);
        format::shown_revenue(shown, self.unit)
    }
}

/// A column of the ranking.
#[derive(Clone, Copy)]
pub(super) struct Figure {
    /// The name for scripts.
    pub(super) key: &'static str,
    /// The heading.
    pub(super) label: &'static str,
    /// What it means.
    pub(super) help: &'static str,
    /// The number, if it exists.
    pub(super) value: fn(Screened<'_>) -> Option<f64>,
    /// The number as text.
    pub(super) text: fn(f64, Money) -> String,
    /// What stands where there is no number.
    pub(super) absent: &'static str,
}

const fn figure(
    key: &'static str,
    label: &'static str,
    help: &'static str,
    value: fn(Screened<'_>) -> Option<f64>,
    text: fn(f64, Money) -> String,
) -> Figure {
    Figure {
        key,
        label,
        help,
        value,
        text,
        absent: "none",
    }
}

/// Every column but the name, in their order.
pub(super) const FIGURES: [Figure; 10] = [
    figure(
        "rank",
        "Rank",
        "By value per share over share price",
        |of| Some(of.row.rank as f64),
        |value, _| format::number(value, 0),
    ),
    figure(
        "upside",
        "Upside",
        "Value per share over share price, less one",
        |of| Some(of.row.upside),
        |value, _| format::signed_percent(value, 0),
    ),
    figure(
        "per_share",
        "Value a share",
        "Mining and conversion, less net debt, per share",
        |of| Some(of.row.per_share),
        |value, _| format::usd(value, 2),
    ),
    figure(
        "share_price",
        "Price",
        "Share price",
        |of| Some(of.miner.get(Column::SharePrice)),
        |value, _| format::usd(value, 2),
    ),
    figure(
        "per_share_btc_down",
        "BTC \u{2212}10%",
        "Value per share with bitcoin 10% lower",
        |of| Some(of.row.per_share_btc_down),
        |value, _| format::usd(value, 2),
    ),
    figure(
        "per_share_btc_up",
        "BTC +10%",
        "Value per share with bitcoin 10% higher",
        |of| Some(of.row.per_share_btc_up),
        |value, _| format::usd(value, 2),
    ),
    figure(
        "gross_profit",
        "Gross profit",
        "Revenue less power, for each hashrate and day",
        |of| Some(of.row.gross_profit),
        |value, money| money.text(value),
    ),
    figure(
        "breakeven_hashprice",
        "Break-even",
        "Hashprice of zero gross profit",
        |of| Some(of.row.breakeven_hashprice),
        |value, money| money.text(value),
    ),
    figure(
        "percentile",
        "Percentile",
        "Share of the installed hashrate whose power is cheaper",
        |of| Some(of.row.percentile),
        |value, _| format::percent(value, 0),
    ),
    Figure {
        absent: "no burn",
        ..figure(
            "months_of_liquidity",
            "Liquidity",
            "Months until the monthly loss uses up the cash",
            |of| of.row.months_of_liquidity,
            |value, _| format::months(value),
        )
    },
];
