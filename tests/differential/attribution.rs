//! The Shapley value by its definition: the mean effect of each cause over all 5,040 orders.

use std::sync::LazyLock;

use super::hashprice;
use super::inputs::Values;

/// The causes in the order of the results, each with the inputs that it moves.
const CAUSES: [&[&str]; 7] = [
    &["btc_price"],
    &["difficulty"],
    &["fees_pct"],
    &["block_height"],
    &["efficiency"],
    &["power_price"],
    &["pool_fee_pct", "uptime_pct", "curtailment_credit"],
];

/// All orders in which the causes can come.
static ORDERS: LazyLock<Vec<Vec<usize>>> = LazyLock::new(|| orders(CAUSES.len()));

/// Every order of `0..count`.
fn orders(count: usize) -> Vec<Vec<usize>> {
    let Some(last) = count.checked_sub(1) else {
        return vec![Vec::new()];
    };
    let longer = |order: Vec<usize>| {
        (0..=last).map(move |place| {
            let mut order = order.clone();
            order.insert(place, last);
            order
        })
    };
    orders(last).into_iter().flat_map(longer).collect()
}

/// Gross profit by the set of causes that have come, a bit each.
pub fn profits(from: &Values, to: &Values) -> Vec<f64> {
    let by_difficulty = |v: &Values| v.with("difficulty", v.difficulty());
    let (from, to) = (by_difficulty(from), by_difficulty(to));
    let profit = |come: usize| {
        let has_come = |cause: &usize| come >> cause & 1 == 1;
        let moved = (0..CAUSES.len()).filter(has_come);
        let mixed = from.taking(moved.flat_map(|cause| CAUSES[cause]), &to);
        hashprice::day(&mixed).gross_profit.value
    };
    (0..1 << CAUSES.len()).map(profit).collect()
}

/// The part of each cause in the change of gross profit from none of them to all.
pub fn parts(profits: &[f64]) -> [f64; 7] {
    let mut parts = [0.0; 7];
    for order in ORDERS.iter() {
        let mut come = 0;
        for cause in order {
            let after = come | 1 << cause;
            parts[*cause] += (profits[after] - profits[come]) / ORDERS.len() as f64;
            come = after;
        }
    }
    parts
}
