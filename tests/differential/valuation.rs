//! Four years of block rewards, block by block.

use super::expected::{Expected, Summed, Table};
use super::hashprice::subsidy_btc;
use super::inputs::Values;

/// Blocks in four years of 365 days.
const BLOCKS: usize = 210_240;

/// Blocks that are summed with one power of the growth: 96 such stretches are the four years.
const STRETCH: usize = 2_190;

/// Bitcoin that the four years create, each block weighted by growth at this yearly rate.
fn grown_issuance(height: usize, yearly: f64) -> f64 {
    let a_block = (1.0 + yearly).powf(1.0 / 52_560.0);
    let mut sum = 0.0;
    for start in (0..BLOCKS).step_by(STRETCH) {
        let mut weight = (1.0 + yearly).powf(start as f64 / 52_560.0);
        let mut block = height + start;
        while block < height + start + STRETCH {
            // The blocks of this stretch before the next halving.
            let next = ((block / 210_000 + 1) * 210_000).min(height + start + STRETCH);
            let subsidy = subsidy_btc(block);
            while block < next {
                sum += subsidy * weight;
                weight *= a_block;
                block += 1;
            }
        }
    }
    sum
}

/// Bitcoin that the four years create, counted in whole satoshis: as many sums of fractions would
/// round to a few parts in a trillion, which a cap close to its target magnifies.
fn issuance(height: usize) -> f64 {
    let mut sats: u64 = 0;
    for block in height..height + BLOCKS {
        sats += 5_000_000_000 >> (block / 210_000);
    }
    sats as f64 / 1e8
}

/// At the growth that was found the blocks are worth the cap at the target; where none was found,
/// they are worth too much at −99% a year or too little at +10,000%.
fn growth_holds(v: &Values, got: Option<f64>) -> bool {
    let height = v.count("block_height");
    let spot = v
        .optional("spot_price")
        .unwrap_or_else(|| v.get("btc_price"));
    let usd_per_btc = spot * v.fraction("target_ratio_pct");
    let excess = |yearly: f64| {
        grown_issuance(height, yearly) * usd_per_btc / (v.get("market_cap") * 1e9) - 1.0
    };
    // The weights run to the fourth power, and so does what 1e-9 on the growth changes.
    match got {
        Some(growth) => excess(growth).abs() <= 1e-9,
        None => excess(-0.99) >= -1e-9 || excess(100.0) <= 1e-9,
    }
}

pub fn table(v: &Values) -> Table<'_> {
    let height = v.count("block_height");
    let issuance = issuance(height);
    let spot = v
        .optional("spot_price")
        .unwrap_or_else(|| v.get("btc_price"));
    let (cap, target) = (v.get("market_cap"), v.fraction("target_ratio_pct"));
    let opportunity = issuance * spot / 1e9;
    let ratio = cap / opportunity;
    let implied_cap = target * opportunity;
    vec![
        ("issuance_btc", issuance.into()),
        ("block_reward_opportunity", opportunity.into()),
        ("ratio", ratio.into()),
        (
            "ratio_own_share",
            (ratio / v.fraction("network_share_pct")).into(),
        ),
        ("implied_market_cap", implied_cap.into()),
        (
            "implied_move",
            (Summed::from(implied_cap / cap) - 1.0).into(),
        ),
        ("implied_btc_price", (cap * 1e9 / target / issuance).into()),
        (
            "implied_price_growth",
            Expected::law(|got| growth_holds(v, got)),
        ),
    ]
}
