//! Value map: a company's value per share over execution and hashprice.

use serde::Serialize;

use super::Evaluation;
use super::finite::ratio;
use super::margin_map::Axis;
use super::parameters::{Inputs, Key};
use super::sum_of_parts::{Parts, diluted_shares};
use crate::units::{DAYS_PER_YEAR, USD_PER_USD_M};

/// Value per share on a grid, with the other inputs as they are.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ValueMap {
    /// Probability of execution of each column, %.
    pub execution_pct: Vec<f64>,
    /// Hashprice of each row, USD/EH/day.
    pub hashprice: Vec<f64>,
    /// Value per share, USD: a list for each row, in it a number for each column.
    pub per_share: Vec<Vec<f64>>,
}

/// A company whose execution and hashprice are open.
///
/// Only mining follows hashprice: a lease pays rent in dollars.
#[derive(Clone, Debug, PartialEq)]
pub struct Company {
    inputs: Inputs,
    parts: Parts,
    /// What of hashprice becomes revenue, a fraction.
    revenue_share: f64,
    /// What revenue has to cover before mining earns anything, USD/EH/day.
    cost: f64,
}

impl Company {
    /// The company of these inputs; `evaluation` are the results for the same ones.
    #[must_use]
    pub fn of(inputs: &Inputs, evaluation: &Evaluation) -> Self {
        let results = evaluation.hashprice();
        Self {
            parts: Parts::of(inputs, evaluation),
            revenue_share: results.revenue / results.hashprice,
            cost: results.power_cost + inputs.overhead(),
            inputs: inputs.clone(),
        }
    }

    /// The map over execution (columns) and hashprice (rows, USD/EH/day; `hashprice` gives the first, the
    /// last and how many).
    #[must_use]
    pub fn map(&self, execution: Axis, hashprice: Axis) -> ValueMap {
        let columns = execution.values(Key::ExecutionPct);
        let rows = hashprice.spread();
        let value = |row: &f64| {
            let columns = columns.iter();
            columns.map(|pct| self.per_share(*pct, *row)).collect()
        };
        ValueMap {
            per_share: rows.iter().map(value).collect(),
            execution_pct: columns,
            hashprice: rows,
        }
    }

    /// The hashprice at which a share is worth today's price, all else equal, USD/EH/day; `None` where no
    /// hashprice does it and where mining earns nothing at it.
    #[must_use]
    pub fn price_hashprice(&self) -> Option<f64> {
        self.price_hashprice_at(self.inputs.execution_pct())
    }

    /// Equity (USD m) at this probability (%), with mining EBITDA in USD m per EH/s a year.
    fn equity(&self, execution_pct: f64, ebitda: f64) -> f64 {
        let parts = self.parts.with(execution_pct / 100.0, ebitda);
        parts.equity(&self.inputs)
    }

    /// Value per share at this probability (%) and hashprice (USD/EH/day), USD.
    #[must_use]
    pub fn per_share(&self, execution_pct: f64, hashprice: f64) -> f64 {
        let earned = (hashprice * self.revenue_share - self.cost).max(0.0);
        let ebitda = earned * DAYS_PER_YEAR / USD_PER_USD_M;
        self.equity(execution_pct, ebitda) / diluted_shares(&self.inputs)
    }

    /// The hashprice at which a share is worth its price at this probability (%).
    fn price_hashprice_at(&self, execution_pct: f64) -> Option<f64> {
        let wanted = self.inputs.share_price() * diluted_shares(&self.inputs);
        let unmined = self.equity(execution_pct, 0.0);
        let one = self.parts.with(execution_pct / 100.0, 1.0);
        let per_ebitda = one.mining_value(&self.inputs);
        let ebitda = ratio(wanted - unmined, per_ebitda).filter(|ebitda| *ebitda > 0.0)?;
        let earned = ebitda * USD_PER_USD_M / DAYS_PER_YEAR;
        // Where power earns money by itself a share may be worth its price without any hashprice.
        ratio(earned + self.cost, self.revenue_share).filter(|hashprice| *hashprice >= 0.0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::parameters::arbitrary;
    use crate::model::tests::{assert_prints, with};

    fn map(inputs: &Inputs, columns: usize, rows: usize, highest: f64) -> ValueMap {
        let execution = Axis {
            window: (0.0, 100.0),
            count: columns,
        };
        let hashprice = Axis {
            window: (0.0, highest),
            count: rows,
        };
        Company::of(inputs, &Evaluation::of(inputs)).map(execution, hashprice)
    }

    #[test]
    fn the_preset_lies_on_the_map_with_its_value() {
        let inputs = Inputs::default();
        let today = Evaluation::of(&inputs).hashprice().hashprice;
        let map = map(&inputs, 5, 3, 2.0 * today);
        assert_eq!(map.execution_pct, [0.0, 25.0, 50.0, 75.0, 100.0]);
        assert_eq!(map.hashprice, [0.0, today, 2.0 * today]);
        assert_prints(map.per_share[1][3], "24.206247");
    }

    #[test]
    fn at_the_implied_execution_todays_hashprice_is_on_the_line() {
        let inputs = with(&[("execution_pct", 97.134_654)]);
        let evaluation = Evaluation::of(&inputs);
        let line = Company::of(&inputs, &evaluation)
            .price_hashprice()
            .expect("exists");
        let today = evaluation.hashprice().hashprice;
        assert!((line / today - 1.0).abs() < 1e-6, "{line}, {today}");
    }

    #[test]
    fn where_mining_adds_nothing_no_hashprice_is_on_the_line() {
        let at = |entries: &[(&str, f64)]| {
            let inputs = with(entries);
            Company::of(&inputs, &Evaluation::of(&inputs)).price_hashprice()
        };
        assert!(at(&[]).is_some());
        assert_eq!(at(&[("mining_multiple", 0.0)]), None);
        // All of the fleet is displaced when the contract comes.
        let displaced = [("fleet_hashrate", 10.0), ("execution_pct", 100.0)];
        assert_eq!(at(&displaced), None);
        // Net cash of the whole market cap pays for the share: mining would have to earn nothing.
        let hoard = [
            ("net_debt", -2_500.0),
            ("share_price", 25.0),
            ("execution_pct", 0.0),
            ("sunk_pct", 0.0),
        ];
        assert_eq!(at(&hoard), None);
        let cheap = [("share_price", 0.01), ("execution_pct", 100.0)];
        assert_eq!(at(&cheap), None);
        // Curtailment earns more than a share costs, whatever a hash does.
        let paid_to_stop = [
            ("power_price", 0.0),
            ("uptime_pct", 37.5),
            ("curtailment_credit", 120.0),
        ];
        assert_eq!(at(&paid_to_stop), None);
    }

    proptest! {
        #[test]
        fn every_cell_is_the_models_at_its_execution(
            inputs in arbitrary::inputs(), pct in 0.0..100.0_f64,
        ) {
            let evaluation = Evaluation::of(&inputs);
            let company = Company::of(&inputs, &evaluation);
            let cell = company.per_share(pct, evaluation.hashprice().hashprice);
            let there = Evaluation::of(&arbitrary::put(&inputs, Key::ExecutionPct, pct));
            let model = there.sum_of_parts();
            let scale = (model.mining_value + model.hpc_value.abs() + inputs.net_debt().abs())
                / diluted_shares(&inputs) + inputs.share_price();
            prop_assert!((cell - model.per_share).abs() <= 1e-9 * scale);
        }

        #[test]
        fn on_the_line_a_share_is_worth_its_price(
            inputs in arbitrary::inputs(), pct in 0.0..100.0_f64,
        ) {
            let evaluation = Evaluation::of(&inputs);
            let company = Company::of(&inputs, &evaluation);
            if let Some(hashprice) = company.price_hashprice_at(pct) {
                let there = company.per_share(pct, hashprice);
                let unmined = company.equity(pct, 0.0).abs();
                let scale = inputs.share_price() + unmined / diluted_shares(&inputs);
                // Costs and what is left of revenue after them cancel.
                let mined = company.cost / (hashprice * company.revenue_share - company.cost);
                let off = (there - inputs.share_price()).abs();
                prop_assert!(off <= 1e-9 * scale * (1.0 + mined.abs()), "{off} of {scale}");
            }
        }
    }
}
