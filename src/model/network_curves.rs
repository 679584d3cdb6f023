//! The network's response as curves: what charts draw.

use super::cost_curve::{self, PowerCosts};
use super::margin::Margin;
use super::parameters::{Inputs, Key};
use super::sweep;
use crate::units::HOURS_PER_DAY;

/// Steps of the share axis; the last is one step below 1, where costs have no end.
const SHARE_STEPS: usize = 200;
/// Shares nearer to an end than the first step, as parts of a step.
const TAIL: [f64; 3] = [0.03, 0.12, 0.4];
/// Points of a curve over the bitcoin price.
const PRICE_POINTS: usize = 80;

/// Power cost by share of the installed hashrate, the cheapest first.
#[derive(Clone, Debug, PartialEq)]
pub struct CostsByShare {
    /// Shares of installed hashrate, rising from 0 to nearly 1, and those of hashprice and fleet.
    pub share: Vec<f64>,
    /// Power cost of the miner there, USD/EH/day.
    pub power_cost: Vec<f64>,
    /// USD/EH/day.
    pub hashprice: f64,
    /// Power cost of the reader's fleet, running all day, USD/EH/day.
    pub own_cost: f64,
}

/// The cost curve of the installed fleet. Today's hashprice and the reader's own cost are points of
/// it, unless all miners cost the same; and so is what power costs at some other shares.
#[must_use]
pub fn costs_by_share(inputs: &Inputs, shares: &[f64]) -> CostsByShare {
    let costs = PowerCosts::of(inputs);
    let hashprice = Margin::of(inputs).hashprice();
    let own_cost = HOURS_PER_DAY * inputs.efficiency() * inputs.power_price();
    let even = (0..SHARE_STEPS).map(|step| {
        let share = step as f64 / SHARE_STEPS as f64;
        (share, costs.at_share(share))
    });
    // Towards both ends the curve is steep.
    let step = (SHARE_STEPS as f64).recip();
    let steep = TAIL.map(|part| part * step).into_iter();
    let steep = steep.flat_map(|share| [share, 1.0 - share]);
    let steep = steep.map(|share| (share, costs.at_share(share)));
    // The share that is online has a floor, which is not on the curve.
    let named = [hashprice, own_cost].map(|cost| (costs.cheaper_than(cost), cost));
    let named = named.into_iter().filter(|_| !costs.are_equal());
    let others = shares.iter().map(|share| (*share, costs.at_share(*share)));
    // Those that are named come first and stay.
    let mut points: Vec<(f64, f64)> = named.chain(even).chain(steep).chain(others).collect();
    points.sort_by(|a, b| a.0.total_cmp(&b.0));
    points.dedup_by_key(|point| point.0);
    let (share, power_cost) = points.into_iter().unzip();
    CostsByShare {
        share,
        power_cost,
        hashprice,
        own_cost,
    }
}

/// Where the network settles at each of some bitcoin prices, everything else equal.
#[derive(Clone, Debug, PartialEq)]
pub struct SettledByPrice {
    /// USD/BTC, rising.
    pub btc_price: Vec<f64>,
    /// Hashprice at today's difficulty, USD/EH/day.
    pub hashprice: Vec<f64>,
    /// Hashrate once settled, EH/s.
    pub equilibrium_hashrate: Vec<f64>,
    /// Hashprice once settled, USD/EH/day.
    pub equilibrium_hashprice: Vec<f64>,
}

/// The equilibria at prices that are evenly spread over the part of `window` (USD/BTC) that the
/// input's range allows. Today's price does not matter.
#[must_use]
pub fn settled_by_price(inputs: &Inputs, window: (f64, f64)) -> SettledByPrice {
    let row = Key::BtcPrice.parameter();
    let ends = (window.0.max(row.min), window.1.min(row.max));
    SettledByPrice::at(inputs, sweep::spread_through(ends, PRICE_POINTS, &[]))
}

impl SettledByPrice {
    /// The equilibria at these prices, USD/BTC, which the input accepts.
    fn at(inputs: &Inputs, btc_price: Vec<f64>) -> Self {
        let (costs, margin) = (PowerCosts::of(inputs), Margin::of(inputs));
        let capacity = cost_curve::capacity(inputs);
        let mut curves = Self {
            hashprice: Vec::with_capacity(btc_price.len()),
            equilibrium_hashrate: Vec::with_capacity(btc_price.len()),
            equilibrium_hashprice: Vec::with_capacity(btc_price.len()),
            btc_price,
        };
        for price in &curves.btc_price {
            let hashprice = margin.with(Key::BtcPrice, *price).hashprice();
            let revenue = hashprice * inputs.network_hashrate().to_eh_s();
            let hashrate = cost_curve::equilibrium_hashrate(&costs, capacity, revenue);
            curves.hashprice.push(hashprice);
            curves.equilibrium_hashrate.push(hashrate);
            curves.equilibrium_hashprice.push(revenue / hashrate);
        }
        curves
    }

    /// The curves of these inputs with those of some prices (USD/BTC) among their points that lie between
    /// their ends: today's and the baseline's, so that a reader finds them.
    #[must_use]
    pub fn through(&self, inputs: &Inputs, prices: &[f64]) -> Self {
        let btc_price = sweep::with_values(self.btc_price.clone(), prices);
        let is_met = |price: &f64| prices.contains(price);
        let met = Self::at(inputs, btc_price.iter().copied().filter(is_met).collect());
        let index = |curves: &Self, price| sweep::index_of(&curves.btc_price, price);
        let values = |of: fn(&Self) -> &Vec<f64>| {
            let found = btc_price.iter().map(|price| {
                let here = index(&met, *price).map(|index| of(&met)[index]);
                here.or_else(|| index(self, *price).map(|index| of(self)[index]))
            });
            found.flatten().collect()
        };
        Self {
            hashprice: values(|curves| &curves.hashprice),
            equilibrium_hashrate: values(|curves| &curves.equilibrium_hashrate),
            equilibrium_hashprice: values(|curves| &curves.equilibrium_hashprice),
            btc_price,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::parameters::arbitrary;
    use crate::model::tests::with;

    #[test]
    fn the_cost_curve_meets_the_hashprice_where_the_idle_part_begins() {
        let inputs = Inputs::default();
        let curve = costs_by_share(&inputs, &[]);
        let online = cost_curve::evaluate(&inputs).online_share;
        for (share, cost) in curve.share.iter().zip(&curve.power_cost) {
            assert_eq!(
                *share <= online,
                *cost <= curve.hashprice,
                "{share} costs {cost}"
            );
        }
        assert!(curve.share.contains(&online) && curve.power_cost.contains(&curve.own_cost));
        // 20 MW an EH/s for 24 hours at 45 USD/MWh.
        assert_eq!(curve.own_cost, 21_600.0);
    }

    #[test]
    fn a_hashprice_below_the_cheapest_power_does_not_bend_the_curve() {
        // 435 a day, where the reader pays 4,800 and one in fifty thousand less.
        let inputs = with(&[
            ("btc_price", 1_000.0),
            ("efficiency", 10.0),
            ("power_price", 20.0),
        ]);
        let curve = costs_by_share(&inputs, &[]);
        assert!(curve.hashprice < curve.own_cost);
        assert!(curve.power_cost.is_sorted(), "{:?}", &curve.power_cost[..4]);
    }

    #[test]
    fn where_all_miners_cost_the_same_the_curve_is_flat() {
        // Neither the hashprice nor the reader's cost lies on it: 24 · 30 J/TH · 40 USD/MWh.
        let inputs = with(&[
            ("efficiency_spread", 0.0),
            ("power_spread", 0.0),
            ("fleet_efficiency", 30.0),
            ("fleet_power_price", 40.0),
        ]);
        let curve = costs_by_share(&inputs, &[]);
        for cost in &curve.power_cost {
            assert!((cost / 28_800.0 - 1.0).abs() < 1e-12, "{cost}");
        }
    }

    #[test]
    fn settling_is_what_the_cost_curve_says_at_each_price() {
        let inputs = with(&[("idle_pct", 10.0), ("uptime_pct", 90.0)]);
        let curves = settled_by_price(&inputs, (0.0, 150_000.0));
        assert_eq!(
            (curves.btc_price[0], curves.btc_price[79]),
            (1_000.0, 150_000.0)
        );
        for pair in curves.btc_price.windows(2) {
            assert!(
                (pair[1] - pair[0] - 149_000.0 / 79.0).abs() < 1e-9,
                "{pair:?}"
            );
        }
        for (index, price) in curves.btc_price.iter().enumerate() {
            let there = inputs.with(Key::BtcPrice, Some(*price)).expect("in range");
            let results = cost_curve::evaluate(&there);
            assert_eq!(
                curves.equilibrium_hashrate[index],
                results.equilibrium_hashrate
            );
            assert_eq!(
                curves.equilibrium_hashprice[index],
                results.equilibrium_hashprice
            );
            assert_eq!(curves.hashprice[index], Margin::of(&there).hashprice());
        }
    }

    #[test]
    fn the_points_that_a_reader_looks_for_are_the_models() {
        let inputs = Inputs::default();
        let even = settled_by_price(&inputs, (0.0, 150_000.0));
        let prices = [inputs.btc_price(), 60_000.0, 500.0, 1_000.0, 200_000.0];
        let curves = even.through(&inputs, &prices);
        assert_eq!(
            curves.btc_price.len(),
            82,
            "two lie between the ends and off the others"
        );
        assert!(curves.btc_price.is_sorted_by(|one, next| one < next));
        for price in [88_950.0, 60_000.0, 1_000.0, 150_000.0] {
            let index = curves.btc_price.iter().position(|at| *at == price);
            let index = index.expect("is a point");
            let there = with(&[("btc_price", price)]);
            let results = cost_curve::evaluate(&there);
            let point = (
                curves.hashprice[index],
                curves.equilibrium_hashrate[index],
                curves.equilibrium_hashprice[index],
            );
            let expected = (
                Margin::of(&there).hashprice(),
                results.equilibrium_hashrate,
                results.equilibrium_hashprice,
            );
            assert_eq!(point, expected, "{price}");
        }
    }

    #[test]
    fn other_shares_are_points_of_the_cost_curve_too() {
        let inputs = Inputs::default();
        let shares = [0.123, 0.5, 1.0];
        let curve = costs_by_share(&inputs, &shares);
        assert!(curve.share.is_sorted_by(|one, next| one < next));
        for share in shares {
            let index = curve.share.iter().position(|at| *at == share);
            let cost = curve.power_cost[index.expect("is a point")];
            assert_eq!(cost, PowerCosts::of(&inputs).at_share(share));
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn costs_rise_with_the_share_and_are_finite(inputs in arbitrary::inputs()) {
            let costs = costs_by_share(&inputs, &[]).power_cost;
            prop_assert!(costs.iter().all(|cost| cost.is_finite() && *cost >= 0.0));
            // A share is known to a few ulps, which the steep end of the curve magnifies.
            prop_assert!(costs.windows(2).all(|pair| pair[0] <= pair[1] * (1.0 + 1e-9)));
        }

        #[test]
        fn a_higher_price_keeps_more_machines_running(inputs in arbitrary::inputs()) {
            let curves = settled_by_price(&inputs, (1_000.0, 200_000.0));
            for pair in curves.equilibrium_hashrate.windows(2) {
                prop_assert!(pair[1] >= pair[0] * (1.0 - 1e-12), "{pair:?}");
            }
        }

        #[test]
        fn today_does_not_move_the_curve_over_the_price(
            inputs in arbitrary::inputs(), price in 1_000.0..2e6_f64,
        ) {
            let moved = inputs.with(Key::BtcPrice, Some(price)).expect("in range");
            let window = (0.0, 100_000.0);
            prop_assert_eq!(settled_by_price(&inputs, window), settled_by_price(&moved, window));
        }
    }
}
