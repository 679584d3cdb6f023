//! How the network answers a shock: miners switch, and difficulty follows two weeks behind.

use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

use super::cost_curve::{self, PowerCosts};
use super::margin::Margin;
use super::network::{self, BLOCKS_PER_EPOCH, BLOCKS_PER_HALVING};
use super::parameters::Inputs;
use crate::units::{DAYS_PER_MONTH, DAYS_PER_YEAR, Difficulty, Hashrate, SECONDS_PER_DAY};

/// An epoch that would take longer has stalled the chain, days.
const STALL_DAYS: f64 = 730.0;

/// One difficulty epoch.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Epoch {
    /// Days since the start at which it begins.
    pub day: f64,
    /// Height of its first block.
    pub height: u64,
    /// USD/BTC.
    pub btc_price: f64,
    /// Its difficulty.
    pub difficulty: f64,
    /// Hashrate that runs in it, EH/s.
    pub hashrate: f64,
    /// USD/EH/day.
    pub hashprice: f64,
    /// USD/EH/day.
    pub gross_profit: f64,
    /// How long it takes, days.
    pub days: f64,
    /// The retarget at its end, a fraction.
    pub difficulty_change: f64,
}

/// A simulated path of the network.
#[derive(Clone, Debug, PartialEq)]
pub struct Simulation {
    /// Epoch by epoch; `horizon_epochs` of them unless the chain stalls.
    pub epochs: Vec<Epoch>,
    /// Whether the last epoch would take more than two years: so little hashrate is left that
    /// difficulty cannot follow.
    pub stalled: bool,
}

impl Simulation {
    /// The first epoch of those whose difficulty is furthest, in proportion, from today's.
    #[must_use]
    pub fn furthest(&self) -> Option<&Epoch> {
        let start = self.epochs.first()?.difficulty;
        let distance = |epoch: &Epoch| libm::log(epoch.difficulty / start).abs();
        self.epochs.iter().reduce(|furthest, epoch| {
            if distance(epoch) > distance(furthest) {
                epoch
            } else {
                furthest
            }
        })
    }

    /// Between which hashrates (EH/s, the lower one first) the path still goes up and down at its end, by more
    /// than a twentieth; `None` where it settles, or drifts one way.
    #[must_use]
    pub fn swing(&self) -> Option<(f64, f64)> {
        /// Epochs that are its end, and how often they turn at least.
        const LAST: usize = 8;
        const TURNS: usize = 3;
        let from = self.epochs.len().checked_sub(LAST)?;
        let last: Vec<f64> = self.epochs[from..]
            .iter()
            .map(|epoch| epoch.hashrate)
            .collect();
        // It may stay for an epoch before it turns.
        let steps = last.windows(2).map(|two| two[1] - two[0]);
        let steps: Vec<f64> = steps.filter(|step| *step != 0.0).collect();
        let turns = steps.windows(2).filter(|two| two[0] * two[1] < 0.0).count();
        let low = last.iter().copied().fold(f64::INFINITY, f64::min);
        let high = last.iter().copied().fold(0.0, f64::max);
        (turns >= TURNS && high > 1.05 * low).then_some((low, high))
    }

    /// Days on which the subsidy halves.
    pub fn halvings(&self) -> impl Iterator<Item = f64> {
        self.epochs.iter().filter_map(|epoch| {
            let next = (epoch.height / BLOCKS_PER_HALVING + 1) * BLOCKS_PER_HALVING;
            let blocks = next - epoch.height;
            let is_inside = blocks <= BLOCKS_PER_EPOCH;
            is_inside.then(|| epoch.day + epoch.days * (blocks as f64 / BLOCKS_PER_EPOCH as f64))
        })
    }
}

/// As columns, one a field of [`Epoch`], and `stalled`.
impl Serialize for Simulation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let column = |of: fn(&Epoch) -> f64| self.epochs.iter().map(of).collect::<Vec<_>>();
        let heights: Vec<u64> = self.epochs.iter().map(|epoch| epoch.height).collect();
        let mut columns = serializer.serialize_struct("Simulation", 10)?;
        columns.serialize_field("day", &column(|epoch| epoch.day))?;
        columns.serialize_field("height", &heights)?;
        columns.serialize_field("btc_price", &column(|epoch| epoch.btc_price))?;
        columns.serialize_field("difficulty", &column(|epoch| epoch.difficulty))?;
        columns.serialize_field("hashrate", &column(|epoch| epoch.hashrate))?;
        columns.serialize_field("hashprice", &column(|epoch| epoch.hashprice))?;
        columns.serialize_field("gross_profit", &column(|epoch| epoch.gross_profit))?;
        columns.serialize_field("days", &column(|epoch| epoch.days))?;
        let changes = column(|epoch| epoch.difficulty_change);
        columns.serialize_field("difficulty_change", &changes)?;
        columns.serialize_field("stalled", &self.stalled)?;
        columns.end()
    }
}

/// What moves from epoch to epoch.
#[derive(Clone, Copy, Debug)]
struct Chain {
    day: f64,
    height: u64,
    difficulty: Difficulty,
    /// EH/s.
    hashrate: f64,
}

/// Simulates `horizon_epochs` epochs on expected times, from today's difficulty and hashrate.
///
/// In each epoch hashprice follows price, difficulty and the mean subsidy of its blocks; hashrate
/// then moves towards what covers its power bill, by 1 − e^(−days/lag); difficulty follows by the
/// retarget rule.
#[must_use]
pub fn simulate(inputs: &Inputs) -> Simulation {
    let costs = PowerCosts::of(inputs);
    let margin = Margin::of(inputs);
    let mut chain = Chain {
        day: 0.0,
        height: inputs.block_height(),
        difficulty: inputs.difficulty(),
        hashrate: cost_curve::running_hashrate(inputs),
    };
    let mut epochs = Vec::new();
    for _ in 0..inputs.horizon_epochs() {
        let epoch = epoch(inputs, &margin, &chain);
        epochs.push(epoch);
        if epoch.days > STALL_DAYS {
            return Simulation {
                epochs,
                stalled: true,
            };
        }
        chain = next(inputs, &costs, &chain, &epoch);
    }
    Simulation {
        epochs,
        stalled: false,
    }
}

fn epoch(inputs: &Inputs, margin: &Margin, chain: &Chain) -> Epoch {
    let drift = 1.0 + inputs.price_drift_pct() / 100.0;
    let btc_price = inputs.btc_price() * libm::pow(drift, chain.day / DAYS_PER_YEAR);
    let issued = network::issuance(chain.height, BLOCKS_PER_EPOCH).to_btc();
    let now = margin.in_epoch(
        btc_price,
        chain.difficulty,
        issued / BLOCKS_PER_EPOCH as f64,
    );
    let blocks = BLOCKS_PER_EPOCH as f64;
    let hashes_per_day = Hashrate::from_eh_s(chain.hashrate).to_h_s() * SECONDS_PER_DAY;
    let days = blocks * chain.difficulty.hashes_per_block() / hashes_per_day;
    Epoch {
        day: chain.day,
        height: chain.height,
        btc_price,
        difficulty: chain.difficulty.to_number(),
        hashrate: chain.hashrate,
        hashprice: now.hashprice(),
        gross_profit: now.gross_profit(),
        days,
        difficulty_change: network::retarget_factor(days) - 1.0,
    }
}

fn next(inputs: &Inputs, costs: &PowerCosts, chain: &Chain, epoch: &Epoch) -> Chain {
    let day = chain.day + epoch.days;
    let growth = 1.0 + inputs.capacity_growth_pct() / 100.0;
    let capacity = cost_curve::capacity(inputs) * libm::pow(growth, day / DAYS_PER_MONTH);
    let target = capacity * costs.online_share(epoch.hashprice);
    let lag = inputs.response_lag();
    let moved = if lag == 0.0 {
        1.0
    } else {
        -libm::expm1(-epoch.days / lag)
    };
    let factor = network::retarget_factor(epoch.days);
    Chain {
        day,
        height: chain.height + BLOCKS_PER_EPOCH,
        difficulty: Difficulty::from_number(epoch.difficulty * factor),
        hashrate: chain.hashrate + (target - chain.hashrate) * moved,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::parameters::arbitrary;
    use crate::model::tests::with;

    fn run(entries: &[(&str, f64)]) -> Simulation {
        simulate(&with(entries))
    }

    #[test]
    fn only_a_path_that_does_not_settle_swings_at_its_end() {
        let price = ("btc_price", 60_000.0);
        for entries in [
            vec![],
            vec![price],
            vec![price, ("horizon_epochs", 1.0)],
            vec![price, ("capacity_growth_pct", 5.0)],
            vec![("btc_price", 200_000.0)],
        ] {
            assert_eq!(run(&entries).swing(), None, "{entries:?}");
        }
        let path = run(&[("btc_price", 40_000.0), ("response_lag", 0.0)]);
        let (low, high) = path.swing().expect("nothing slows the answer down");
        assert!(high > 2.0 * low, "{low} to {high}");
    }

    #[test]
    fn a_fall_to_60_000_overshoots_and_returns_as_the_check_figures_say() {
        let path = run(&[("btc_price", 60_000.0), ("horizon_epochs", 10.0)]);
        let row = |index: usize| path.epochs[index];
        let day_and_hashprice =
            |index: usize| format!("{:.3} {:.3}", row(index).day, row(index).hashprice);
        assert_eq!(day_and_hashprice(0), "0.000 26103.445");
        assert_eq!(day_and_hashprice(1), "14.000 26103.445");
        assert_eq!(day_and_hashprice(2), "29.667 29211.537");
        assert_eq!(day_and_hashprice(3), "44.621 31201.966");
        let last = path
            .epochs
            .iter()
            .find(|epoch| (epoch.day - 127.892).abs() < 0.001);
        assert_eq!(
            format!("{:.3}", last.expect("is a row").hashprice),
            "29588.162"
        );
        assert_eq!(format!("{:.3}", row(0).difficulty / 1e12), "145.985");
        assert_eq!(format!("{:.3}", row(3).difficulty / 1e12), "122.130");
        assert_eq!(
            format!("{:.3}", last.expect("is a row").difficulty / 1e12),
            "128.792"
        );
        assert!(!path.stalled && path.epochs.len() == 10);
    }

    #[test]
    fn an_epoch_with_the_halving_inside_earns_the_mean_subsidy() {
        let path = run(&[("block_height", 1_049_000.0), ("horizon_epochs", 1.0)]);
        let before = run(&[("block_height", 1_000_000.0), ("horizon_epochs", 1.0)]);
        let share = path.epochs[0].hashprice / before.epochs[0].hashprice;
        assert!(
            (share - (1_000.0 + 1_016.0 / 2.0) / 2_016.0).abs() < 1e-12,
            "{share}"
        );
    }

    #[test]
    fn difficulty_is_furthest_where_it_turns() {
        let path = run(&[("btc_price", 60_000.0)]);
        let turn = path.furthest().expect("has a row");
        assert_eq!(
            format!("{:.3} {:.3}", turn.day, turn.difficulty / 1e12),
            "44.621 122.130"
        );
        let rest = run(&[("horizon_epochs", 1.0)]);
        assert_eq!(rest.furthest(), rest.epochs.first());
    }

    #[test]
    fn of_epochs_that_are_equally_far_the_first_is_the_furthest() {
        let mut path = run(&[("btc_price", 60_000.0)]);
        let turn = *path.furthest().expect("has a row");
        path.epochs.push(Epoch { day: 999.0, ..turn });
        assert_eq!(path.furthest(), Some(&turn));
    }

    #[test]
    fn the_halving_is_the_day_of_its_block() {
        // Epochs of 14 days at the preset's hashrate; block 1,050,000 halves.
        for (height, epochs, expected) in [
            (1_049_000.0, 1.0, Some(14.0 * 1_000.0 / 2_016.0)),
            (1_047_984.0, 1.0, Some(14.0)),
            (1_047_983.0, 1.0, None),
            (1_050_000.0, 3.0, None),
        ] {
            let path = run(&[("block_height", height), ("horizon_epochs", epochs)]);
            let days: Vec<f64> = path.halvings().collect();
            let wanted: Vec<f64> = expected.into_iter().collect();
            assert_eq!(days.len(), wanted.len(), "{height}");
            assert!(
                days.iter().zip(&wanted).all(|(a, b)| (a - b).abs() < 1e-9),
                "{height}: {days:?}"
            );
        }
    }

    #[test]
    fn price_drifts_by_the_year_and_hashprice_with_it() {
        let path = run(&[("price_drift_pct", 50.0)]);
        let first = path.epochs[0];
        for epoch in &path.epochs {
            let price = 88_950.0 * libm::pow(1.5, epoch.day / 365.0);
            assert!((epoch.btc_price / price - 1.0).abs() < 1e-14);
            let a_hash = |row: &Epoch| row.hashprice * row.difficulty / row.btc_price;
            assert!((a_hash(epoch) / a_hash(&first) - 1.0).abs() < 1e-14);
        }
    }

    #[test]
    fn where_all_run_and_answer_at_once_hashrate_grows_with_capacity() {
        let same = [("efficiency_spread", 0.0), ("power_spread", 0.0)];
        let grows = [("capacity_growth_pct", 2.0), ("response_lag", 0.0)];
        let few = [("idle_pct", 0.0), ("horizon_epochs", 6.0)];
        let path = run(&[same, grows, few].concat());
        for epoch in &path.epochs[1..] {
            let capacity = 1_045.0 * libm::pow(1.02, epoch.day / (365.0 / 12.0));
            assert!((epoch.hashrate / capacity - 1.0).abs() < 1e-13, "{epoch:?}");
        }
    }

    #[test]
    fn a_network_without_hashrate_stalls_and_says_so() {
        let path = run(&[
            ("btc_price", 1_000.0),
            ("fleet_power_price", 500.0),
            ("response_lag", 0.0),
        ]);
        assert!(path.stalled);
        assert!(path.epochs.last().expect("has a row").days > STALL_DAYS);
        assert!(path.epochs.len() < 26);
    }

    #[test]
    fn an_epoch_of_two_years_to_the_second_has_not_stalled() {
        let of_two_years = |hashrate: f64| {
            let network = ("network_hashrate", hashrate * 730.0 / 14.0);
            run(&[
                ("realised_hashrate", hashrate),
                network,
                ("horizon_epochs", 1.0),
            ])
        };
        // Rounding lengthens or shortens some of them.
        let paths = (10..300).map(|hashrate| of_two_years(f64::from(hashrate)));
        let exact: Vec<Simulation> = paths.filter(|path| path.epochs[0].days == 730.0).collect();
        assert!(!exact.is_empty() && exact.iter().all(|path| !path.stalled));
    }

    #[test]
    fn nothing_moves_in_a_network_at_rest() {
        let inputs = Inputs::default();
        let idle = cost_curve::calibrated_idle_pct(&inputs);
        let path = run(&[("idle_pct", idle)]);
        for epoch in &path.epochs {
            assert!(
                (epoch.hashrate - 1_045.0).abs() < 1e-8,
                "{}",
                epoch.hashrate
            );
            assert!(epoch.difficulty_change.abs() < 1e-10);
        }
    }

    proptest! {
        #[test]
        fn every_row_is_finite_and_time_goes_on(inputs in arbitrary::inputs()) {
            let path = simulate(&inputs);
            prop_assert!(!path.epochs.is_empty());
            for epoch in &path.epochs {
                let Epoch { day, btc_price, difficulty, hashrate, hashprice, gross_profit, days, .. } = *epoch;
                for value in [day, btc_price, difficulty, hashrate, hashprice, gross_profit, days] {
                    prop_assert!(value.is_finite(), "{epoch:?}");
                }
                prop_assert!(days > 0.0 && hashrate > 0.0);
            }
            let ends = path.epochs.windows(2);
            for pair in ends {
                prop_assert_eq!(pair[1].day, pair[0].day + pair[0].days);
                prop_assert_eq!(pair[1].height, pair[0].height + BLOCKS_PER_EPOCH);
            }
        }
    }
}
