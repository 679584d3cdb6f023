//! Every number of the models against a second form of it.
//!
//! The second forms are written from the definitions alone: plain loops over hashes, blocks, months
//! and orders, roots by substitution and search, the normal distribution of `statrs`, present
//! values of `financial`. Thousands of random inputs go through both. An output that has no second
//! form fails the test.

#![cfg(not(target_arch = "wasm32"))]
#![expect(
    clippy::disallowed_methods,
    reason = "a second form takes its powers and logarithms from elsewhere"
)]

#[path = "differential/attribution.rs"]
mod attribution;
#[path = "differential/break_evens.rs"]
mod break_evens;
#[path = "differential/cost_curve.rs"]
mod cost_curve;
#[path = "differential/expected.rs"]
mod expected;
#[path = "differential/hashprice.rs"]
mod hashprice;
#[path = "differential/inputs.rs"]
mod inputs;
#[path = "differential/normal.rs"]
mod normal;
#[path = "differential/pivot.rs"]
mod pivot;
#[path = "differential/returns.rs"]
mod returns;
#[path = "differential/simulate.rs"]
mod simulate;
#[path = "differential/sum_of_parts.rs"]
mod sum_of_parts;
#[path = "differential/valuation.rs"]
mod valuation;

use hashpivot::model::Evaluation;
use hashpivot::model::attribution::attribution;
use hashpivot::model::difficulty_lag::simulate;
use hashpivot::model::outputs::Model;
use hashpivot::model::parameters::Inputs;
use hashpivot::model::pivot::{MiningPlan, Pivot};
use proptest::prelude::*;

use expected::Table;
use inputs::{Values, inputs};
use pivot::Site;

/// As many cases; a failure prints its inputs and is written nowhere.
fn config(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// What the second forms expect of every output. Of two mining plans that are worth the same to
/// within rounding, the one that the model took.
fn everything<'a>(site: &'a Site<'a>, plan: MiningPlan) -> Table<'a> {
    let mut table = hashprice::table(site.v);
    table.extend(cost_curve::table(site.v));
    table.extend(valuation::table(site.v));
    table.extend(pivot::worth(site, plan));
    table.extend(pivot::rent(site));
    table.extend(returns::table(site));
    table.extend(break_evens::table(site));
    table.extend(sum_of_parts::table(site.v));
    table
}

/// The outputs whose result is not the expected one, in words.
fn disagreements(inputs: &Inputs) -> Vec<String> {
    let evaluation = Evaluation::of(inputs);
    let values = Values::of(inputs);
    let site = Site::of(&values);
    let plan = evaluation.pivot().mining_plan;
    let table = everything(&site, plan);
    let outputs = Model::ALL.into_iter().flat_map(|model| model.outputs);
    let disagreement = |output: &hashpivot::model::outputs::Output| {
        let got = (output.value)(&evaluation);
        match table.iter().find(|(key, _)| *key == output.key) {
            None => Some(format!("{} has no second form", output.key)),
            Some((_, expected)) if expected.is_met_by(got) => None,
            Some((_, expected)) => Some(format!("{} is {got:?}, not {expected:?}", output.key)),
        }
    };
    let mut found: Vec<String> = outputs.filter_map(disagreement).collect();
    if !site.plans().contains(&plan) {
        found.push(format!("mining_plan is {plan:?}"));
    }
    found.extend(flow_disagreement(&site, evaluation.pivot()));
    found
}

/// The first month whose cash is not the expected one.
fn flow_disagreement(site: &Site, got: &Pivot) -> Option<String> {
    let hpc = site.hpc(site.first_rent());
    let levered = returns::Loan::of(site).levered(&hpc);
    let flows = &got.cash_flows;
    let months = [&flows.hpc, &flows.levered, &flows.mining].map(Vec::len);
    if months != [hpc.len(); 3] {
        return Some(format!("{months:?} months of cash, not {}", hpc.len()));
    }
    let differs = |month: &usize| {
        let month = *month;
        !hpc[month].is_near(flows.hpc[month])
            || !levered[month].is_near(flows.levered[month])
            || !site.is_mining_flow(got.mining_plan, month, flows.mining[month])
    };
    let month = (0..hpc.len()).find(differs)?;
    Some(format!("cash of month {month} is another"))
}

#[test]
fn every_output_has_a_second_form_and_only_one() {
    let values = Values::of(&Inputs::default());
    let site = Site::of(&values);
    let mut covered: Vec<&str> = everything(&site, MiningPlan::RunOff)
        .iter()
        .map(|(key, _)| *key)
        .collect();
    let outputs = Model::ALL.into_iter().flat_map(|model| model.outputs);
    let mut keys: Vec<&str> = outputs.map(|output| output.key).collect();
    covered.sort_unstable();
    keys.sort_unstable();
    assert_eq!(covered, keys);
}

#[test]
fn the_preset_agrees_with_its_second_form() {
    assert_eq!(disagreements(&Inputs::default()), [""; 0]);
}

proptest! {
    #![proptest_config(config(2_000))]

    #[test]
    fn every_output_agrees_with_its_second_form(inputs in inputs()) {
        prop_assert_eq!(disagreements(&inputs), Vec::<String>::new());
    }

    #[test]
    fn every_epoch_follows_from_the_one_before(inputs in inputs()) {
        prop_assert_eq!(simulate::check(&Values::of(&inputs), &simulate(&inputs)), Ok(()));
    }

}

proptest! {
    #![proptest_config(config(400))]

    /// `financial` discounts the first flow as well; its accuracy in present values is that of
    /// any sum of 840 months.
    #[test]
    fn the_data_centre_is_worth_what_financial_says(inputs in inputs()) {
        let got = Evaluation::of(&inputs);
        let flows = &got.pivot().cash_flows.hpc;
        let monthly = (1.0 + inputs.hpc_discount_pct() / 100.0).powf(1.0 / 12.0) - 1.0;
        let worth = financial::npv(monthly, flows) * (1.0 + monthly);
        let sizes: Vec<f64> = flows.iter().map(|flow| flow.abs()).collect();
        let size = financial::npv(monthly, &sizes) * (1.0 + monthly) + got.pivot().capex_total;
        let error = 1e-12 * size;
        prop_assert!((got.pivot().npv_hpc - worth).abs() <= error, "{worth}");
    }

    #[test]
    fn each_part_of_a_change_is_its_mean_over_all_orders(from in inputs(), to in inputs()) {
        let got = attribution(&from, &to);
        let profits = attribution::profits(&Values::of(&from), &Values::of(&to));
        let expected = attribution::parts(&profits);
        let got = [
            got.price, got.difficulty, got.fees, got.subsidy, got.efficiency, got.power_price,
            got.operations,
        ];
        // 5,040 differences of profits, each exact to a few roundings of the largest.
        let error = 1e-12 * profits.iter().fold(0.0, |size: f64, profit| size.max(profit.abs()));
        for (got, expected) in got.into_iter().zip(expected) {
            prop_assert!((got - expected).abs() <= error, "{got} {expected}");
        }
    }
}
