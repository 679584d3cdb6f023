//! Why gross profit changed: the change between two states, shared out over its causes.

use serde::Serialize;

use super::margin::{Cause, Margin};
use super::parameters::Inputs;

/// The change of gross profit per EH/s by cause, USD/EH/day. The parts add up to `total`, to
/// rounding.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Attribution {
    /// By the bitcoin price.
    pub price: f64,
    /// By difficulty.
    pub difficulty: f64,
    /// By transaction fees.
    pub fees: f64,
    /// By the subsidy.
    pub subsidy: f64,
    /// By the fleet's efficiency.
    pub efficiency: f64,
    /// By the power price.
    pub power_price: f64,
    /// By pool fee, uptime and curtailment credit together.
    pub operations: f64,
    /// The whole change.
    pub total: f64,
}

const CAUSES: usize = Cause::ALL.len();

/// Shares the change from one state to another out by the Shapley value: each cause gets its mean
/// effect over all the orders in which the causes could have come (Shapley, 1953). Other inputs do
/// not matter.
#[must_use]
pub fn attribution(from: &Inputs, to: &Inputs) -> Attribution {
    let (from, to) = (Margin::of(from), Margin::of(to));
    let profits: [f64; 1 << CAUSES] =
        std::array::from_fn(|arrived| profit_with(&from, &to, arrived));
    let part = |cause: Cause| shapley(&profits, cause as usize);
    Attribution {
        price: part(Cause::Price),
        difficulty: part(Cause::Difficulty),
        fees: part(Cause::Fees),
        subsidy: part(Cause::Subsidy),
        efficiency: part(Cause::Efficiency),
        power_price: part(Cause::PowerPrice),
        operations: part(Cause::Operations),
        total: profits[profits.len() - 1] - profits[0],
    }
}

/// Gross profit when the causes in the bit set have taken their new values.
fn profit_with(from: &Margin, to: &Margin, arrived: usize) -> f64 {
    let has = |cause: &Cause| arrived & (1 << *cause as usize) != 0;
    let taken = Cause::ALL.into_iter().filter(has);
    taken
        .fold(*from, |margin, cause| margin.taking(cause, to))
        .gross_profit()
}

/// The mean over all orders: a set of k causes comes before this one in k!·(n−1−k)! of n! orders.
fn shapley(profits: &[f64; 1 << CAUSES], cause: usize) -> f64 {
    let bit = 1 << cause;
    (0..profits.len())
        .filter(|before| before & bit == 0)
        .map(|before| {
            weight(before.count_ones() as usize) * (profits[before + bit] - profits[before])
        })
        .sum()
}

/// k!·(n−1−k)!/n!, which is 1/(n·C(n−1, k)).
fn weight(before: usize) -> f64 {
    let orders = (0..before).fold(1.0, |c, i| c * (CAUSES - 1 - i) as f64 / (i + 1) as f64);
    1.0 / (CAUSES as f64 * orders)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::hashprice;
    use crate::model::parameters::{Key, arbitrary};

    fn parts(a: &Attribution) -> [f64; 7] {
        [
            a.price,
            a.difficulty,
            a.fees,
            a.subsidy,
            a.efficiency,
            a.power_price,
            a.operations,
        ]
    }

    #[test]
    fn december_2025_is_shared_out_between_price_and_difficulty() {
        let preset = Inputs::default();
        let before = preset
            .with(Key::BtcPrice, Some(88_950.0 / 0.92))
            .and_then(|inputs| inputs.with(Key::NetworkHashrate, Some(1_045.0 / 0.97)))
            .expect("in range");
        let result = attribution(&before, &preset);
        assert_eq!(
            format!("{:.6}", hashprice::evaluate(&before).gross_profit),
            "19201.528763"
        );
        assert_eq!(format!("{:.6}", result.price), "-3314.598419");
        assert_eq!(format!("{:.6}", result.difficulty), "1211.426833");
        for other in &parts(&result)[2..] {
            assert_eq!(*other, 0.0);
        }
        let before = hashprice::evaluate(&before).gross_profit;
        assert_eq!(format!("{:.3}", result.total / before), "-0.110");
        assert_eq!(format!("{:.6}", before + result.total), "17098.357177");
    }

    proptest! {
        #[test]
        fn the_parts_add_up_to_the_whole(
            from in arbitrary::inputs(), to in arbitrary::inputs(),
        ) {
            let result = attribution(&from, &to);
            let change = hashprice::evaluate(&to).gross_profit - hashprice::evaluate(&from).gross_profit;
            let parts = parts(&result);
            let size: f64 = parts.iter().map(|part| part.abs()).sum::<f64>() + 1e-300;
            let ends = Margin::of(&from).revenue() + Margin::of(&to).revenue() + 1e7;
            prop_assert!((parts.iter().sum::<f64>() - change).abs() <= 1e-11 * (size + ends));
            prop_assert_eq!(result.total, change);
        }

        #[test]
        fn turning_time_round_turns_every_part_round(
            from in arbitrary::inputs(), to in arbitrary::inputs(),
        ) {
            let (there, back) = (attribution(&from, &to), attribution(&to, &from));
            let size: f64 = parts(&there).iter().map(|part| part.abs()).sum::<f64>() + 1e7;
            for (a, b) in parts(&there).into_iter().zip(parts(&back)) {
                prop_assert!((a + b).abs() <= 1e-11 * size);
            }
        }
    }
}
