//! The network's cost curve: how much of it covers its power bill, and where hashrate settles.

use serde::Serialize;

use super::margin::Margin;
use super::normal;
use super::parameters::Inputs;
use super::solve;
use crate::units::HOURS_PER_DAY;

/// However low hashprice falls, this share stays online, so that blocks keep coming.
const FLOOR: f64 = 0.001;

/// Power cost per EH/s a day across the installed fleet: log-normal around the network's average.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PowerCosts {
    /// Mean of the logarithm of USD/EH/day.
    mu: f64,
    /// Standard deviation of the logarithm.
    s: f64,
}

impl PowerCosts {
    /// s² = efficiency_spread² + power_spread², mu = ln(24·mean efficiency·mean power price) − s²/2.
    #[must_use]
    pub fn of(inputs: &Inputs) -> Self {
        let (a, b) = (inputs.efficiency_spread(), inputs.power_spread());
        let variance = a * a + b * b;
        let mean = HOURS_PER_DAY * inputs.fleet_efficiency() * inputs.fleet_power_price();
        Self {
            mu: libm::log(mean) - variance / 2.0,
            s: libm::sqrt(variance),
        }
    }

    /// The share of installed hashrate whose power costs at most `cost` USD/EH/day, 0 … 1.
    #[must_use]
    pub fn cheaper_than(&self, cost: f64) -> f64 {
        if cost <= 0.0 {
            return 0.0;
        }
        let log = libm::log(cost);
        if self.s == 0.0 {
            return if log > self.mu { 1.0 } else { 0.0 };
        }
        normal::cdf((log - self.mu) / self.s)
    }

    /// The share of installed hashrate that runs at a hashprice in USD/EH/day, 0.001 … 1.
    #[must_use]
    pub fn online_share(&self, hashprice: f64) -> f64 {
        let log = libm::log(hashprice);
        let share = if self.s == 0.0 {
            if log >= self.mu { 1.0 } else { 0.0 }
        } else {
            normal::cdf((log - self.mu) / self.s)
        };
        share.max(FLOOR)
    }

    /// Whether all miners cost the same.
    #[must_use]
    pub fn are_equal(&self) -> bool {
        self.s == 0.0
    }

    /// Power cost of the miner at `share` (0 … 1) of installed hashrate, USD/EH/day; infinite at 1
    /// unless all miners cost the same.
    #[must_use]
    pub fn at_share(&self, share: f64) -> f64 {
        let spread = if self.s == 0.0 {
            0.0
        } else {
            self.s * normal::quantile(share)
        };
        libm::exp(self.mu + spread)
    }
}

/// Where the network stands on its cost curve.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct CostCurve {
    /// Share of installed hashrate that covers its power bill at today's hashprice.
    pub online_share: f64,
    /// Installed hashrate, EH/s.
    pub capacity: f64,
    /// Hashrate at which those who run are those who cover their bill, EH/s.
    pub equilibrium_hashrate: f64,
    /// Hashprice at that hashrate, USD/EH/day.
    pub equilibrium_hashprice: f64,
    /// Share of installed hashrate whose power is cheaper than yours.
    pub your_percentile: f64,
}

impl CostCurve {
    /// Whether the share that covers its power bill is only what the model always keeps online.
    #[must_use]
    pub fn covers_nearly_none(&self) -> bool {
        self.online_share <= FLOOR
    }
}

/// Installed hashrate today, EH/s: what runs over the share that is not idle. It does not move
/// with the bitcoin price; that is what makes the network respond.
#[must_use]
pub fn capacity(inputs: &Inputs) -> f64 {
    running_hashrate(inputs) / (1.0 - inputs.idle_pct() / 100.0)
}

/// Hashrate that runs now, EH/s: as given, or what difficulty implies.
#[must_use]
pub fn running_hashrate(inputs: &Inputs) -> f64 {
    inputs
        .realised_hashrate()
        .unwrap_or_else(|| inputs.network_hashrate().to_eh_s())
}

/// The idle share (%) at which today's online share is in balance: what "calibrate" sets.
#[must_use]
pub fn calibrated_idle_pct(inputs: &Inputs) -> f64 {
    100.0 * (1.0 - PowerCosts::of(inputs).online_share(Margin::of(inputs).hashprice()))
}

/// Every result of the cost curve.
#[must_use]
pub fn evaluate(inputs: &Inputs) -> CostCurve {
    let costs = PowerCosts::of(inputs);
    let hashprice = Margin::of(inputs).hashprice();
    let revenue = hashprice * inputs.network_hashrate().to_eh_s();
    let capacity = capacity(inputs);
    let equilibrium_hashrate = equilibrium_hashrate(&costs, capacity, revenue);
    let own_cost = HOURS_PER_DAY * inputs.efficiency() * inputs.power_price();
    CostCurve {
        online_share: costs.online_share(hashprice),
        capacity,
        equilibrium_hashrate,
        equilibrium_hashprice: revenue / equilibrium_hashrate,
        your_percentile: costs.cheaper_than(own_cost),
    }
}

/// The root of H = capacity·share(revenue/H), to the last bit: the difference of both
/// sides rises with H, is at most 0 at the floor and at least 0 at capacity. Where all miners cost
/// the same the share jumps, and the difference may jump over 0: then hashrate settles where
/// hashprice is that cost.
pub(super) fn equilibrium_hashrate(costs: &PowerCosts, capacity: f64, revenue: f64) -> f64 {
    let excess = |hashrate: f64| hashrate - capacity * costs.online_share(revenue / hashrate);
    if costs.s == 0.0 {
        let jump = revenue / libm::exp(costs.mu);
        return jump.clamp(capacity * FLOOR, capacity);
    }
    solve::root(excess, capacity * FLOOR, capacity).unwrap_or(capacity)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::parameters::{Key, arbitrary};
    use crate::model::tests::{assert_prints, with};

    fn at(entries: &[(&str, f64)]) -> CostCurve {
        evaluate(&with(entries))
    }

    #[test]
    fn the_preset_reproduces_every_check_figure() {
        let preset = at(&[]);
        assert_prints(preset.online_share, "0.966078");
        assert_prints(preset.capacity, "1081.690957");
        assert_prints(preset.equilibrium_hashrate, "1044.998349");
        assert_prints(preset.your_percentile, "0.570158");
        let lower = at(&[("btc_price", 60_000.0)]);
        assert_prints(lower.equilibrium_hashrate, "924.812640");
        assert_prints(lower.equilibrium_hashprice, "29495.812254");
        let lowest = at(&[("btc_price", 45_000.0)]);
        assert_prints(lowest.equilibrium_hashrate, "801.927229");
        assert_prints(lowest.equilibrium_hashprice, "25511.760004");
    }

    #[test]
    fn miners_that_all_cost_the_same_switch_off_together() {
        let same = [("efficiency_spread", 0.0), ("power_spread", 0.0)];
        let running = at(&same);
        assert_eq!((running.online_share, running.your_percentile), (1.0, 0.0));
        assert_eq!(running.equilibrium_hashrate, running.capacity);
        let cheap = [
            same[0],
            same[1],
            ("btc_price", 45_000.0),
            ("power_price", 46.0),
        ];
        let settled = at(&cheap);
        assert_eq!(
            (settled.online_share, settled.your_percentile),
            (0.001, 1.0)
        );
        assert_prints(settled.equilibrium_hashprice, "21600");
        let dear = [("fleet_power_price", 500.0), ("fleet_efficiency", 150.0)];
        let dead = at(&[same[0], same[1], ("btc_price", 1_000.0), dear[0], dear[1]]);
        assert_prints(dead.equilibrium_hashrate / dead.capacity, "0.001");
    }

    #[test]
    fn power_that_is_free_is_cheaper_than_everybody_elses() {
        assert_eq!(at(&[("power_price", 0.0)]).your_percentile, 0.0);
    }

    #[test]
    fn calibrating_makes_todays_hashrate_the_equilibrium() {
        let inputs = Inputs::default();
        let idle = calibrated_idle_pct(&inputs);
        let calibrated = inputs.with(Key::IdlePct, Some(idle)).expect("in range");
        assert_prints(evaluate(&calibrated).equilibrium_hashrate, "1045.000000");
    }

    proptest! {
        #[test]
        fn the_online_share_rises_with_hashprice(
            inputs in arbitrary::inputs(), low in 1.0..1e6_f64, more in 1.0..10.0_f64,
        ) {
            let costs = PowerCosts::of(&inputs);
            prop_assert!(costs.online_share(low * more) >= costs.online_share(low));
        }

        #[test]
        fn cost_and_share_undo_each_other(inputs in arbitrary::inputs(), share in 0.001..0.999_f64) {
            let costs = PowerCosts::of(&inputs);
            if costs.s > 0.0 {
                let back = costs.cheaper_than(costs.at_share(share));
                // The logarithm of the cost is known to a few ulps, which a small spread magnifies.
                prop_assert!((back - share).abs() < 1e-13 / costs.s.min(1.0) + 1e-12, "{back} {share}");
            }
        }

        #[test]
        fn at_the_equilibrium_those_who_run_cover_their_bill(inputs in arbitrary::inputs()) {
            let curve = evaluate(&inputs);
            let costs = PowerCosts::of(&inputs);
            let hashrate = curve.equilibrium_hashrate;
            prop_assert!(hashrate >= curve.capacity * FLOOR && hashrate <= curve.capacity);
            if costs.s >= 0.01 {
                let share = costs.online_share(curve.equilibrium_hashprice);
                prop_assert!((curve.capacity * share / hashrate - 1.0).abs() < 1e-9);
            }
        }
    }
}
