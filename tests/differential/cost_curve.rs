//! The cost curve with another normal distribution.

use super::expected::{Expected, Summed, Table};
use super::hashprice;
use super::inputs::Values;
use super::normal::phi;

/// What the second form of Φ may be off by, relative: nothing beside the promised 1e-10.
const PHI: f64 = 1e-12;

/// What a logarithm of a cost or of a hashprice (at most 20 or so) may be off by.
const LOG_ERROR: f64 = 1e-14;

/// Power cost across the network, log-normal.
#[derive(Clone, Copy, Debug)]
pub struct Costs {
    mu: f64,
    s: f64,
}

impl Costs {
    pub fn of(v: &Values) -> Self {
        let variance = v.get("efficiency_spread").powi(2) + v.get("power_spread").powi(2);
        let mean = 24.0 * v.get("fleet_efficiency") * v.get("fleet_power_price");
        Self {
            mu: mean.ln() - variance / 2.0,
            s: variance.sqrt(),
        }
    }

    /// Bounds of Φ((ln cost − mu)/s), or of the step at mu.
    fn cheaper(&self, cost: f64, at_step: f64) -> (f64, f64) {
        let distance = cost.ln() - self.mu;
        let step = |d: f64| {
            if d == 0.0 {
                at_step
            } else {
                f64::from(d > 0.0)
            }
        };
        let (below, above) = (distance - LOG_ERROR, distance + LOG_ERROR);
        if self.s == 0.0 {
            return (step(below), step(above));
        }
        (
            phi(below / self.s) * (1.0 - PHI),
            phi(above / self.s) * (1.0 + PHI),
        )
    }

    /// Bounds of the share that covers its bill at this hashprice.
    pub fn share(&self, hashprice: f64) -> (f64, f64) {
        let (low, high) = self.cheaper(hashprice, 1.0);
        (low.max(0.001), high.max(0.001))
    }
}

pub fn capacity(v: &Values) -> f64 {
    v.running_hashrate() / (1.0 - v.fraction("idle_pct"))
}

fn within((low, high): (f64, f64)) -> Expected<'static> {
    Expected::law(move |got| got.is_some_and(|got| low <= got && got <= high))
}

/// The root by halving: hashrate that costs allow falls as hashrate rises, so that the two meet
/// once. Where the model's answer is in doubt because the share is, both bounds are followed.
fn equilibrium(v: &Values) -> (f64, f64) {
    let costs = Costs::of(v);
    let (capacity, revenue) = (
        capacity(v),
        hashprice::day(v).hashprice * v.network_hashrate(),
    );
    let root = |share: &dyn Fn(f64) -> f64| {
        let (mut low, mut high) = (0.0, capacity * 1.001);
        for _ in 0..200 {
            let middle = 0.5 * (low + high);
            if capacity * share(revenue / middle) >= middle {
                low = middle;
            } else {
                high = middle;
            }
        }
        0.5 * (low + high)
    };
    (
        root(&|hashprice| costs.share(hashprice).0),
        root(&|hashprice| costs.share(hashprice).1),
    )
}

pub fn table(v: &Values) -> Table<'static> {
    let day = hashprice::day(v);
    let costs = Costs::of(v);
    let (low, high) = equilibrium(v);
    let wider = |(low, high): (f64, f64)| (low * (1.0 - 1e-9), high * (1.0 + 1e-9));
    let revenue = day.hashprice * v.network_hashrate();
    let cost = 24.0 * v.get("efficiency") * v.get("power_price");
    let percentile = if cost == 0.0 {
        (0.0, 0.0)
    } else {
        costs.cheaper(cost, 0.0)
    };
    vec![
        ("online_share", within(costs.share(day.hashprice))),
        ("capacity", Summed::from(capacity(v)).into()),
        ("equilibrium_hashrate", within(wider((low, high)))),
        (
            "equilibrium_hashprice",
            within(wider((revenue / high, revenue / low))),
        ),
        ("your_percentile", within(percentile)),
    ]
}
