//! The frontier: the lease rates at which both uses of the megawatts are worth the same, over
//! hashprice.

use super::case::Case;
use crate::model::parameters::{Inputs, Key};
use crate::model::sweep::{self, is_near};
use crate::plot::round_up_on_ladder;

/// Pairs of today's hashprice and a lease rate at which converting gains nothing, all else equal.
/// Above the line converting is worth more, below it mining on is.
#[derive(Clone, Debug, PartialEq)]
pub struct Frontier {
    /// Today's hashprice, USD/EH/day, evenly spread from 0 on.
    pub hashprice: Vec<f64>,
    /// The lease rate of no gain at each, USD per kW of critical IT a month; negative where
    /// converting wins without any rent.
    pub lease_rate: Vec<f64>,
}

impl Frontier {
    /// Points of the line, those of the reader apart.
    const POINTS: usize = 81;

    /// The frontier of these inputs up to a hashprice of `highest` (USD/EH/day, positive). `None`
    /// where rent changes nothing, because nothing is occupied or nothing of it is left.
    #[must_use]
    pub fn of(inputs: &Inputs, highest: f64) -> Option<Self> {
        Self::at(inputs, Self::axis(highest))
    }

    /// Hashprices up to one, USD/EH/day.
    #[must_use]
    pub fn axis(highest: f64) -> Vec<f64> {
        sweep::spread_through((0.0, highest), Self::POINTS, &[])
    }

    /// The frontier at these hashprices, USD/EH/day.
    fn at(inputs: &Inputs, hashprice: Vec<f64>) -> Option<Self> {
        let case = Case::of_this_delay(inputs);
        let rates = hashprice.iter().map(|at| case.even_lease_rate(*at));
        Some(Self {
            lease_rate: rates.collect::<Option<_>>()?,
            hashprice,
        })
    }

    /// The frontier of these inputs with some hashprices (USD/EH/day) among its points that lie between its
    /// ends: today's and the baseline's, so that a reader finds them.
    #[must_use]
    pub fn through(&self, inputs: &Inputs, hashprices: &[f64]) -> Option<Self> {
        let all = sweep::with_values(self.hashprice.clone(), hashprices);
        let is_met = |at: &f64| hashprices.contains(at);
        let met = Self::at(inputs, all.iter().copied().filter(is_met).collect())?;
        let rate = |line: &Self, hashprice: f64| {
            let index = sweep::index_of(&line.hashprice, hashprice)?;
            line.lease_rate.get(index).copied()
        };
        let found = |at: &f64| rate(&met, *at).or_else(|| rate(self, *at));
        Some(Self {
            lease_rate: all.iter().filter_map(found).collect(),
            hashprice: all,
        })
    }

    /// The inputs with those of the market at their presets: while they move, the line stays.
    #[must_use]
    pub fn without_market(inputs: &Inputs) -> Inputs {
        inputs.at_presets(&[Key::BtcPrice, Key::Difficulty])
    }

    /// The end of the hashprice axis, USD/EH/day: round, with room above today's hashprice and, if
    /// it is not far away, above the break-even. The end rests while hashprice moves below it.
    #[must_use]
    pub fn reach(hashprice: f64, breakeven: Option<f64>) -> f64 {
        /// Room above today's hashprice.
        const ROOM: f64 = 1.4;
        /// Room above the break-even.
        const ROOM_ABOVE_BREAKEVEN: f64 = 1.1;
        let near = breakeven.filter(|breakeven| is_near(*breakeven, hashprice));
        let wanted = near.map_or(0.0, |breakeven| ROOM_ABOVE_BREAKEVEN * breakeven);
        let wanted = wanted.max(ROOM * hashprice);
        round_up_on_ladder(wanted).unwrap_or(wanted)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::Evaluation;
    use crate::model::parameters::arbitrary;
    use crate::model::tests::{assert_prints, with};

    /// The inputs with this hashprice, by way of the bitcoin price that it goes with, if that is in
    /// range.
    fn at_hashprice(inputs: &Inputs, hashprice: f64) -> Option<Inputs> {
        let today = Evaluation::of(inputs).hashprice().hashprice;
        let price = inputs.btc_price() * hashprice / today;
        inputs.with(Key::BtcPrice, Some(price)).ok()
    }

    #[test]
    fn the_preset_crosses_the_frontier_at_its_break_evens() {
        let inputs = Inputs::default();
        let pivot = Evaluation::of(&inputs).pivot().clone();
        let today = Evaluation::of(&inputs).hashprice().hashprice;
        let line = Frontier::of(&inputs, 2.0 * today).expect("rent counts");
        let middle = Frontier::POINTS / 2;
        assert_prints(line.hashprice[middle], "38698.357177");
        assert_prints(line.lease_rate[middle], "80.746796");
        let far = pivot.breakeven_hashprice.expect("exists here");
        let line = Frontier::of(&inputs, far).expect("rent counts");
        assert_prints(line.lease_rate[Frontier::POINTS - 1], "150.000000");
    }

    #[test]
    fn todays_hashprice_is_a_point_of_the_line_and_its_rent_the_break_even() {
        let inputs = Inputs::default();
        let results = Evaluation::of(&inputs);
        let today = results.hashprice().hashprice;
        let line = Frontier::of(&inputs, 2.3 * today).expect("rent counts");
        let met = line
            .through(&inputs, &[today, 3.0 * today])
            .expect("rent counts");
        assert!(met.hashprice.is_sorted_by(|one, next| one < next));
        assert_eq!(met.hashprice.len(), Frontier::POINTS + 1);
        let index = met.hashprice.iter().position(|at| *at == today);
        let rent = met.lease_rate[index.expect("is a point")];
        let even = results.pivot().breakeven_lease_rate.expect("exists here");
        assert!((rent / even - 1.0).abs() < 1e-9, "{rent}, {even}");
    }

    #[test]
    fn without_occupied_capacity_there_is_no_frontier() {
        assert_eq!(Frontier::of(&with(&[("occupancy_pct", 0.0)]), 1e5), None);
        assert_eq!(Frontier::of(&with(&[("noi_margin_pct", 0.0)]), 1e5), None);
    }

    #[test]
    fn a_site_that_costs_nothing_and_sells_machines_wins_without_rent() {
        let line = Frontier::of(&with(&[("capex", 0.0)]), 1e5).expect("rent counts");
        assert!(line.lease_rate[0] < 0.0);
    }

    #[test]
    fn the_axis_has_room_for_today_and_a_near_break_even() {
        for (hashprice, breakeven, reach) in [
            (38_698.0, Some(148_119.0), 200_000.0),
            (38_698.0, Some(400_000.0), 60_000.0),
            (38_698.0, None, 60_000.0),
            (0.0, None, 0.0),
        ] {
            assert_eq!(
                Frontier::reach(hashprice, breakeven),
                reach,
                "{breakeven:?}"
            );
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]

        #[test]
        fn the_line_stays_while_price_and_difficulty_move(
            inputs in arbitrary::inputs(), highest in 1e3..5e5_f64,
        ) {
            prop_assert_eq!(
                Frontier::of(&inputs, highest),
                Frontier::of(&Frontier::without_market(&inputs), highest)
            );
        }

        #[test]
        fn at_each_point_converting_gains_nothing(
            inputs in arbitrary::inputs(), highest in 1e3..5e5_f64, index in 0..Frontier::POINTS,
        ) {
            let Some(line) = Frontier::of(&inputs, highest) else { return Ok(()) };
            let Some(there) = at_hashprice(&inputs, line.hashprice[index]) else { return Ok(()) };
            let Ok(there) = there.with(Key::LeaseRate, Some(line.lease_rate[index])) else {
                return Ok(());
            };
            let pivot = Evaluation::of(&there).pivot().clone();
            let scale = pivot.npv_convert.abs() + pivot.npv_mining.abs()
                + pivot.capex_total + pivot.npv_hpc.abs();
            prop_assert!(pivot.npv_gain.abs() <= 1e-9 * scale, "{} of {scale}", pivot.npv_gain);
        }

        #[test]
        fn a_site_that_stops_mining_at_once_never_needs_less_rent_at_a_higher_hashprice(
            inputs in arbitrary::inputs(),
        ) {
            let inputs = arbitrary::put(&inputs, Key::MiningStopMonth, 0.0);
            let Some(line) = Frontier::of(&inputs, 3e5) else { return Ok(()) };
            let size = line.lease_rate.iter().fold(0.0_f64, |most, rate| most.max(rate.abs()));
            for pair in line.lease_rate.windows(2) {
                prop_assert!(pair[1] >= pair[0] - 1e-12 * size, "{pair:?}");
            }
        }
    }
}
