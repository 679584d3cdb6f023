//! The listed cohort against four years of block rewards.

use serde::Serialize;

use super::finite::ratio;
use super::network::{self, BLOCKS_PER_HALVING};
use super::parameters::Inputs;
use super::solve;

/// Blocks in four years at one every ten minutes.
pub const FOUR_YEARS: u64 = 210_240;
/// Blocks in a year.
const BLOCKS_PER_YEAR: f64 = FOUR_YEARS as f64 / 4.0;
const USD_PER_USD_BN: f64 = 1e9;
/// Yearly growth between which an implied one is looked for: −99% to 10,000%.
pub(super) const GROWTH: (f64, f64) = (-0.99, 100.0);

/// Results for the cohort.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Valuation {
    /// Subsidies of the next 210,240 blocks, BTC.
    pub issuance_btc: f64,
    /// The same at the spot price, USD bn: subsidy only, undiscounted, halving counted.
    pub block_reward_opportunity: f64,
    /// Market cap over the opportunity, a fraction.
    pub ratio: f64,
    /// Market cap over the cohort's own share of the opportunity, a fraction.
    pub ratio_own_share: f64,
    /// Cap at the target ratio, USD bn.
    pub implied_market_cap: f64,
    /// How far the cap is from it, a fraction.
    pub implied_move: f64,
    /// Bitcoin price at which today's cap is at the target ratio, USD/BTC.
    pub implied_btc_price: f64,
    /// Constant yearly growth of the price that puts today's cap at the target ratio, a fraction;
    /// `None` outside −99% … +10,000%.
    pub implied_price_growth: Option<f64>,
}

/// The price at which block rewards are valued, USD/BTC.
pub(super) fn spot_price(inputs: &Inputs) -> f64 {
    inputs.spot_price().unwrap_or_else(|| inputs.btc_price())
}

/// Four years of block rewards from this height on at a price (USD/BTC), USD bn: subsidy only,
/// undiscounted, halving counted.
#[must_use]
pub fn opportunity(block_height: u64, price: f64) -> f64 {
    let issuance_btc = network::issuance(block_height, FOUR_YEARS).to_btc();
    issuance_btc * price / USD_PER_USD_BN
}

/// Every result of the valuation.
#[must_use]
pub fn evaluate(inputs: &Inputs) -> Valuation {
    let spot = spot_price(inputs);
    let issuance_btc = network::issuance(inputs.block_height(), FOUR_YEARS).to_btc();
    let opportunity = opportunity(inputs.block_height(), spot);
    let cap = inputs.market_cap();
    let target = inputs.target_ratio_pct() / 100.0;
    let implied_market_cap = target * opportunity;
    let own_share = inputs.network_share_pct() / 100.0;
    Valuation {
        issuance_btc,
        block_reward_opportunity: opportunity,
        ratio: cap / opportunity,
        ratio_own_share: cap / opportunity / own_share,
        implied_market_cap,
        implied_move: implied_market_cap / cap - 1.0,
        implied_btc_price: cap * USD_PER_USD_BN / (target * issuance_btc),
        implied_price_growth: implied_price_growth(inputs, target),
    }
}

/// The growth g at which Σ subsidy·spot·(1+g)^(years)·target over four years' blocks is the cap, both
/// fractions: the sum rises with g, so a search over ln(1+g) finds the one root.
pub(super) fn implied_price_growth(inputs: &Inputs, target: f64) -> Option<f64> {
    let wanted = ratio(
        inputs.market_cap() * USD_PER_USD_BN,
        spot_price(inputs) * target,
    )?;
    let height = inputs.block_height();
    let excess = |log: f64| grown_issuance(height, log / BLOCKS_PER_YEAR) - wanted;
    let ends = (libm::log1p(GROWTH.0), libm::log1p(GROWTH.1));
    solve::root(excess, ends.0, ends.1).map(libm::expm1)
}

/// Cap over the opportunity if the price grows by `growth` a year (above −1), both fractions: what
/// [`implied_price_growth`] looks for from the other side.
pub(super) fn ratio_at_growth(inputs: &Inputs, growth: f64) -> Option<f64> {
    let grown = grown_issuance(inputs.block_height(), libm::log1p(growth) / BLOCKS_PER_YEAR);
    ratio(
        inputs.market_cap() * USD_PER_USD_BN,
        spot_price(inputs) * grown,
    )
}

/// Σ subsidy(height + b)·e^(growth·b) over four years' blocks, BTC: a geometric sum between
/// halvings.
fn grown_issuance(height: u64, growth: f64) -> f64 {
    let mut total = 0.0;
    let mut block = 0;
    while block < FOUR_YEARS {
        let at = height + block;
        let until_halving = (at / BLOCKS_PER_HALVING + 1) * BLOCKS_PER_HALVING - at;
        let count = until_halving.min(FOUR_YEARS - block);
        let sum = libm::exp(growth * block as f64) * geometric_sum(growth, count as f64);
        total += network::subsidy(at).to_btc() * sum;
        block += count;
    }
    total
}

/// Σ e^(growth·b) for b from 0 to count − 1.
fn geometric_sum(growth: f64, count: f64) -> f64 {
    if growth == 0.0 {
        count
    } else {
        libm::expm1(growth * count) / libm::expm1(growth)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::parameters::arbitrary;
    use crate::model::tests::{assert_prints, with};

    fn at(entries: &[(&str, f64)]) -> Valuation {
        evaluate(&with(entries))
    }

    #[test]
    fn the_preset_reproduces_every_check_figure() {
        let preset = at(&[]);
        assert_prints(preset.issuance_btc, "515531.25");
        assert_prints(preset.block_reward_opportunity, "45.856505");
        assert_prints(preset.ratio, "1.046744");
        assert_prints(preset.implied_price_growth.expect("exists"), "0.540768");
        let spot = at(&[("spot_price", 87_500.0)]);
        assert_prints(spot.block_reward_opportunity, "45.108984");
        assert_prints(spot.ratio, "1.064090");
        let whole = at(&[("target_ratio_pct", 100.0)]);
        assert_prints(whole.implied_price_growth.expect("exists"), "0.027183");
    }

    #[test]
    fn the_four_reported_dates_are_met() {
        // As JPMorgan reported it; heights are estimates from the dates.
        let table = [
            // October 2023: "$20 bn" at 26,778 (745,438 BTC, 19.96).
            (811_700.0, 26_778.0, 745_438.0, 19.96, 20.0, 0.1),
            // August 2024: "$37 bn" at 57 to 60 thousand (628,813 BTC, 35.8 to 37.7).
            (857_800.0, 58_900.0, 628_813.0, 37.04, 37.0, 0.5),
            // April 2021: "$73 bn" at about 63.5 thousand (1,160,125 BTC, 73.7).
            (679_000.0, 63_500.0, 1_160_125.0, 73.67, 73.0, 1.0),
            // December 2025: 48/1.07 = 44.9 at 87.5 thousand (515,531 BTC, 45.1).
            (930_300.0, 87_500.0, 515_531.0, 45.11, 44.9, 0.3),
        ];
        for (height, price, btc, computed, reported, tolerance) in table {
            let result = at(&[("block_height", height), ("btc_price", price)]);
            assert!(
                (result.issuance_btc - btc).abs() < 1.0,
                "{}",
                result.issuance_btc
            );
            assert!((result.block_reward_opportunity - computed).abs() < 0.006);
            assert!(
                (result.block_reward_opportunity - reported).abs() < tolerance,
                "{reported}"
            );
        }
    }

    #[test]
    fn growth_that_no_cap_could_need_is_absent() {
        let dear = [("market_cap", 10_000.0), ("target_ratio_pct", 1.0)];
        let poor = [("btc_price", 1_000.0), ("block_height", 2_000_000.0)];
        assert_eq!(at(&[dear, poor].concat()).implied_price_growth, None);
        assert_eq!(at(&[("market_cap", 0.001)]).implied_price_growth, None);
    }

    proptest! {
        #[test]
        fn at_the_implied_price_the_cap_is_at_the_target(inputs in arbitrary::inputs()) {
            let result = evaluate(&inputs);
            let target = inputs.target_ratio_pct() / 100.0;
            let opportunity = result.issuance_btc * result.implied_btc_price / 1e9;
            prop_assert!((inputs.market_cap() / opportunity / target - 1.0).abs() < 1e-12);
        }

        #[test]
        fn at_the_implied_cap_the_ratio_is_the_target(inputs in arbitrary::inputs()) {
            let result = evaluate(&inputs);
            let near = |got: f64, expected: f64| (got - expected).abs() <= 1e-12 * expected;
            let target = inputs.target_ratio_pct() / 100.0;
            let opportunity = result.block_reward_opportunity;
            prop_assert!(near(result.implied_market_cap / opportunity, target));
            let moved = inputs.market_cap() * (1.0 + result.implied_move);
            // A cap that falls to next to nothing is the difference of two of its size.
            let rounding = 1e-15 * inputs.market_cap();
            let off = (moved - result.implied_market_cap).abs();
            prop_assert!(off <= 1e-12 * moved + rounding);
            let of_all = result.ratio_own_share * inputs.network_share_pct() / 100.0;
            prop_assert!(near(of_all, inputs.market_cap() / opportunity));
        }

        #[test]
        fn the_growth_sum_is_that_of_its_blocks(
            height in 0_u64..2_000_000, yearly in -0.9..20.0_f64,
        ) {
            let growth = libm::log1p(yearly) / BLOCKS_PER_YEAR;
            let by_blocks: f64 = (0..FOUR_YEARS)
                .step_by(2_190)
                .map(|block| {
                    let one = |b: u64| network::subsidy(height + b).to_btc() * libm::exp(growth * b as f64);
                    (block..block + 2_190).map(one).sum::<f64>()
                })
                .sum();
            let got = grown_issuance(height, growth);
            prop_assert!((got / by_blocks - 1.0).abs() < 1e-11, "{got} {by_blocks}");
        }
    }
}
