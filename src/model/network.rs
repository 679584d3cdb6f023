//! What the bitcoin network pays and how its difficulty follows hashrate (consensus rules).

use crate::units::{BLOCK_INTERVAL_SECONDS, SECONDS_PER_DAY, Sats};

/// Blocks between two halvings of the subsidy.
pub const BLOCKS_PER_HALVING: u64 = 210_000;
/// Blocks in a difficulty epoch.
pub const BLOCKS_PER_EPOCH: u64 = 2_016;
/// Days that an epoch takes when hashrate matches difficulty.
pub const EPOCH_DAYS: f64 = BLOCKS_PER_EPOCH as f64 * BLOCK_INTERVAL_SECONDS / SECONDS_PER_DAY;
/// The most by which one retarget multiplies or divides difficulty.
const MAX_RETARGET: f64 = 4.0;

const FIRST_SUBSIDY_SATS: u64 = 5_000_000_000;
const EPOCH_SECONDS: u64 = 1_209_600;
const EASIEST_BITS: u32 = 0x1d00_ffff;

/// The subsidy of the block at `height`: 50 BTC, halved every 210,000 blocks, rounded down to the
/// satoshi (Bitcoin Core, `GetBlockSubsidy`).
#[must_use]
pub const fn subsidy(height: u64) -> Sats {
    let halvings = height / BLOCKS_PER_HALVING;
    if halvings >= u64::BITS as u64 {
        return Sats::from_sats(0);
    }
    Sats::from_sats(FIRST_SUBSIDY_SATS >> halvings)
}

/// The sum of the subsidies of `blocks` blocks from `height` on, exact to the satoshi.
#[must_use]
pub fn issuance(height: u64, blocks: u64) -> Sats {
    let end = height + blocks;
    let mut total = Sats::default();
    let mut from = height;
    while from < end {
        let to = end.min((from / BLOCKS_PER_HALVING + 1) * BLOCKS_PER_HALVING);
        total = total + subsidy(from).times(to - from);
        from = to;
    }
    total
}

/// The factor by which difficulty changes after an epoch of `epoch_days` days:
/// clamp(14/days, 1/4, 4).
///
/// On expected times an epoch has 2,016 intervals; consensus measures 2,015 of them, a bias of
/// 0.05% that this leaves out. [`consensus_retarget`] is the rule itself.
#[must_use]
pub fn retarget_factor(epoch_days: f64) -> f64 {
    (EPOCH_DAYS / epoch_days).clamp(1.0 / MAX_RETARGET, MAX_RETARGET)
}

/// The compact target (`nBits`) of the next epoch, from the block times of an epoch's first and
/// last block in Unix seconds and its own compact target: Bitcoin Core's
/// `CalculateNextWorkRequired`, bit for bit, on the main network's limits.
///
/// The target's exponent must be at least 11 (a target of at least 2^72), which every difficulty
/// below 10^45 satisfies; smaller ones return `None`, as do bits that encode no positive target.
#[must_use]
pub fn consensus_retarget(first_time: i64, last_time: i64, bits: u32) -> Option<u32> {
    /// Extra low-order bytes that keep the division exact to well below a compact digit.
    const GUARD_BYTES: u32 = 8;
    let exponent = bits >> 24;
    let mantissa = bits & 0x00ff_ffff;
    if exponent < 3 + GUARD_BYTES || !(1..=0x007f_ffff).contains(&mantissa) {
        return None;
    }
    let shortest = (EPOCH_SECONDS / 4) as i64;
    let longest = (EPOCH_SECONDS * 4) as i64;
    let timespan = last_time
        .saturating_sub(first_time)
        .clamp(shortest, longest)
        .unsigned_abs();
    let scaled = (u128::from(mantissa) * u128::from(timespan)) << (8 * GUARD_BYTES);
    let quotient = scaled / u128::from(EPOCH_SECONDS);
    let next = compact(quotient, exponent - 3 - GUARD_BYTES);
    // Normalised compact targets are in the order of their numbers: the exponent leads.
    Some(next.min(EASIEST_BITS))
}

/// Encodes value·256^shift as a compact target, cutting digits off as Bitcoin Core does. The value
/// must have at least three bytes.
fn compact(value: u128, shift: u32) -> u32 {
    let bytes = (u128::BITS - value.leading_zeros()).div_ceil(8);
    let mut mantissa = (value >> (8 * (bytes - 3))) as u32;
    let mut exponent = bytes + shift;
    if mantissa & 0x0080_0000 != 0 {
        mantissa >>= 8;
        exponent += 1;
    }
    (exponent << 24) + mantissa
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_subsidy_halves_exactly_at_each_halving_block() {
        let table = [
            (0, 5_000_000_000),
            (209_999, 5_000_000_000),
            (210_000, 2_500_000_000),
            (839_999, 625_000_000),
            (840_000, 312_500_000),
            (930_300, 312_500_000),
            (1_050_000, 156_250_000),
            (2_100_000, 4_882_812),
            (6_930_000, 0),
            (u64::MAX, 0),
        ];
        for (height, sats) in table {
            assert_eq!(subsidy(height).to_sats(), sats, "height {height}");
        }
    }

    #[test]
    fn all_the_bitcoin_there_will_ever_be_is_20_999_999_9769() {
        assert_eq!(issuance(0, 7_000_000).to_sats(), 2_099_999_997_690_000);
    }

    #[test]
    fn four_years_from_december_2025_issue_515_531_25_btc() {
        assert_eq!(issuance(930_300, 210_240).to_sats(), 51_553_125_000_000);
    }

    #[test]
    fn an_epoch_of_1_227_413_s_lowers_difficulty_by_1_4512637555574193_pct() {
        // mempool/mempool, difficulty-adjustment test vectors.
        let change = 100.0 * (retarget_factor(1_227_413.0 / SECONDS_PER_DAY) - 1.0);
        assert!(
            (change - -1.451_263_755_557_419_3).abs() < 1e-13,
            "{change}"
        );
    }

    #[test]
    fn a_retarget_moves_difficulty_by_a_factor_of_four_at_most() {
        let table = [
            (14.0, 1.0),
            (3.5, 4.0),
            (0.001, 4.0),
            (56.0, 0.25),
            (1e9, 0.25),
        ];
        for (days, factor) in table {
            assert!(
                (retarget_factor(days) - factor).abs() < 1e-15,
                "{days} days"
            );
        }
    }

    #[test]
    fn the_consensus_rule_agrees_with_bitcoin_core() {
        // bitcoin/bitcoin, src/test/pow_tests.cpp.
        let table = [
            (1_261_130_161, 1_262_152_739, 0x1d00_ffff, 0x1d00_d86a),
            (0, 289_434, 0x1c05_a3f4, 0x1c01_68fd),
            (0, 6_048_000, 0x1c38_7f6f, 0x1d00_e1fd),
            // The easiest target never gets easier.
            (1_231_006_505, 1_233_061_996, 0x1d00_ffff, 0x1d00_ffff),
        ];
        for (first, last, bits, next) in table {
            assert_eq!(
                consensus_retarget(first, last, bits),
                Some(next),
                "bits {bits:#x}"
            );
        }
    }

    #[test]
    fn bits_that_encode_no_target_are_refused() {
        for bits in [0, 0x0a00_ffff, 0x1d00_0000, 0x1d80_0000] {
            assert_eq!(
                consensus_retarget(0, 1_209_600, bits),
                None,
                "bits {bits:#x}"
            );
        }
    }

    #[test]
    fn the_smallest_target_that_is_promised_is_served() {
        let on_schedule = |bits| consensus_retarget(0, 1_209_600, bits);
        assert_eq!(on_schedule(0x0b00_8000), Some(0x0b00_8000));
        assert_eq!(on_schedule(0x0b7f_ffff), Some(0x0b7f_ffff));
    }

    proptest! {
        #[test]
        fn issuance_is_the_sum_of_its_blocks(height in 0_u64..2_000_000, blocks in 0_u64..3_000) {
            let one_by_one: Sats = (height..height + blocks).map(subsidy).sum();
            prop_assert_eq!(issuance(height, blocks), one_by_one);
        }

        #[test]
        fn an_epoch_on_schedule_keeps_the_target(
            mantissa in 0x0000_8000_u32..0x007f_ffff, exponent in 11_u32..0x1d,
        ) {
            let bits = exponent << 24 | mantissa;
            prop_assert_eq!(consensus_retarget(5, 5 + 1_209_600, bits), Some(bits));
        }

        #[test]
        fn difficulty_falls_when_blocks_were_slow(days in 0.1_f64..1_000.0, more in 0.0_f64..100.0) {
            prop_assert!(retarget_factor(days + more) <= retarget_factor(days));
        }
    }
}
