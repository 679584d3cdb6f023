//! One company as a commodity producer and as infrastructure, and what its share price implies.

use serde::Serialize;

use super::Evaluation;
use super::finite::ratio;
use super::margin::Margin;
use super::parameters::Inputs;
use crate::units::{DAYS_PER_YEAR, USD_PER_USD_M};

/// Half the bump of the bitcoin price by which beta is taken.
const BUMP: f64 = 0.01;

/// Results for one company; USD m unless a field says otherwise.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SumOfParts {
    /// Mining EBITDA of the hashrate that is expected to stay, at the multiple.
    pub mining_value: f64,
    /// The conversion, weighted with its probability; may be negative.
    pub hpc_value: f64,
    /// Both, less net debt, with the proceeds of new shares.
    pub equity_value: f64,
    /// The same per share, USD.
    pub per_share: f64,
    /// Execution probability (%) that today's price pays for; `None` outside 0 … 100.
    pub implied_execution_pct: Option<f64>,
    /// Gross MW, certain to be converted, that today's price pays for.
    pub implied_mw: Option<f64>,
    /// Mining multiple that today's price pays if HPC is worth nothing.
    pub implied_mining_multiple: Option<f64>,
    /// What 1% on bitcoin does to the equity value, in %; with negative equity the sign turns.
    pub equity_beta: Option<f64>,
    /// Bitcoin to sell short to be neutral.
    pub hedge_btc: f64,
}

/// What the values are made of.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Parts {
    /// Mining EBITDA, USD m per EH/s a year; not negative.
    ebitda: f64,
    /// The company's hashrate, EH/s.
    hashrate: f64,
    /// Hashrate that the conversion displaces, at most the company's, EH/s.
    displaced: f64,
    /// Market cap, USD m.
    cap: f64,
    /// Value if the conversion fails: the site, less the capex that is lost.
    failure: f64,
    /// Value of the conversion if it succeeds.
    npv_hpc: f64,
    /// Probability of success, a fraction.
    success: f64,
}

impl Parts {
    pub(super) fn of(inputs: &Inputs, evaluation: &Evaluation) -> Self {
        let conversion = evaluation.conversion();
        let hashrate = inputs.fleet_hashrate();
        let sunk = inputs.sunk_pct() / 100.0 * conversion.capex;
        Self {
            ebitda: ebitda(inputs, evaluation.hashprice().gross_profit),
            hashrate,
            displaced: conversion.displaced_hashrate.min(hashrate),
            cap: inputs.share_price() * inputs.shares(),
            failure: inputs.site_value() * inputs.gross_mw() - sunk,
            npv_hpc: conversion.npv_hpc,
            success: inputs.execution_pct() / 100.0,
        }
    }

    /// The same with another probability of success (a fraction) and mining EBITDA (USD m per EH/s a
    /// year, not negative).
    pub(super) fn with(&self, success: f64, ebitda: f64) -> Self {
        Self {
            success,
            ebitda,
            ..*self
        }
    }

    /// What mining is worth, USD m.
    pub(super) fn mining_value(&self, inputs: &Inputs) -> f64 {
        inputs.mining_multiple() * self.ebitda * (self.hashrate - self.success * self.displaced)
    }

    fn hpc_value(&self) -> f64 {
        self.success * self.npv_hpc + (1.0 - self.success) * self.failure
    }

    /// Equity value, USD m.
    pub(super) fn equity(&self, inputs: &Inputs) -> f64 {
        let proceeds = inputs.new_shares_pct() / 100.0 * self.cap;
        self.mining_value(inputs) + self.hpc_value() - inputs.net_debt() + proceeds
    }

    /// What today's price pays beyond a company that only mines.
    fn premium(&self, inputs: &Inputs) -> f64 {
        self.cap + inputs.net_debt() - inputs.mining_multiple() * self.ebitda * self.hashrate
    }
}

/// Mining EBITDA, USD m per EH/s a year, from gross profit in USD/EH/day; not negative.
fn ebitda(inputs: &Inputs, gross_profit: f64) -> f64 {
    (gross_profit - inputs.overhead()).max(0.0) * DAYS_PER_YEAR / USD_PER_USD_M
}

/// Every result for one company; `evaluation` are the results of the other models for the same
/// inputs.
#[must_use]
pub fn evaluate(inputs: &Inputs, evaluation: &Evaluation) -> SumOfParts {
    let parts = Parts::of(inputs, evaluation);
    let equity = parts.equity(inputs);
    let swing = equity_at(inputs, &parts, 1.0 + BUMP) - equity_at(inputs, &parts, 1.0 - BUMP);
    let mining_now = parts.ebitda * parts.hashrate;
    SumOfParts {
        mining_value: parts.mining_value(inputs),
        hpc_value: parts.hpc_value(),
        equity_value: equity,
        per_share: equity / diluted_shares(inputs),
        implied_execution_pct: implied_execution_pct(inputs, &parts),
        implied_mw: implied_mw(inputs, &parts),
        implied_mining_multiple: ratio(parts.cap + inputs.net_debt(), mining_now)
            .filter(|multiple| *multiple >= 0.0),
        // Adding zero turns −0 into 0.
        equity_beta: ratio(swing, 2.0 * BUMP * equity).map(|beta| beta + 0.0),
        hedge_btc: swing * USD_PER_USD_M / (2.0 * BUMP * inputs.btc_price()),
    }
}

/// What mining would be worth without any conversion, USD m; `gross_profit` is that of the same
/// inputs, USD/EH/day.
#[must_use]
pub fn mining_alone(inputs: &Inputs, gross_profit: f64) -> f64 {
    inputs.mining_multiple() * ebitda(inputs, gross_profit) * inputs.fleet_hashrate()
}

/// Value per share if no new ones are issued, USD; `results` are those for the same inputs.
#[must_use]
pub fn per_share_before_issue(inputs: &Inputs, results: &SumOfParts) -> f64 {
    before_issue(inputs, results.equity_value)
}

/// The same at another probability of execution (%); `evaluation` are the results of the other models for
/// the same inputs.
#[must_use]
pub fn per_share_before_issue_at(
    inputs: &Inputs,
    evaluation: &Evaluation,
    execution_pct: f64,
) -> f64 {
    let parts = Parts::of(inputs, evaluation);
    let there = parts.with(execution_pct / 100.0, parts.ebitda);
    before_issue(inputs, there.equity(inputs))
}

/// What an equity value (USD m) with the proceeds of new shares in it is per old share without them, USD.
fn before_issue(inputs: &Inputs, equity: f64) -> f64 {
    let proceeds = inputs.new_shares_pct() / 100.0 * inputs.share_price() * inputs.shares();
    (equity - proceeds) / inputs.shares()
}

/// Shares after those that are issued, million.
pub(super) fn diluted_shares(inputs: &Inputs) -> f64 {
    inputs.shares() * (1.0 + inputs.new_shares_pct() / 100.0)
}

/// Value per share (USD) with the bitcoin price multiplied by `price_factor`, everything else
/// equal; `evaluation` are the results of the other models for the same inputs.
pub(super) fn per_share_at(inputs: &Inputs, evaluation: &Evaluation, price_factor: f64) -> f64 {
    let parts = Parts::of(inputs, evaluation);
    equity_at(inputs, &parts, price_factor) / diluted_shares(inputs)
}

/// The probability at which the value of the whole is today's price; linear in it.
fn implied_execution_pct(inputs: &Inputs, parts: &Parts) -> Option<f64> {
    let lost_mining = inputs.mining_multiple() * parts.ebitda * parts.displaced;
    let divisor = parts.npv_hpc - parts.failure - lost_mining;
    let pct = ratio(100.0 * (parts.premium(inputs) - parts.failure), divisor)?;
    (0.0..=100.0).contains(&pct).then_some(pct)
}

/// The megawatts whose certain conversion is worth what today's price pays beyond mining.
fn implied_mw(inputs: &Inputs, parts: &Parts) -> Option<f64> {
    let mined_per_mw = inputs.mining_multiple() * parts.ebitda / inputs.efficiency();
    let gain_per_mw = parts.npv_hpc / inputs.gross_mw() - mined_per_mw;
    if gain_per_mw <= 0.0 {
        return None;
    }
    ratio(parts.premium(inputs), gain_per_mw).filter(|mw| *mw >= 0.0)
}

/// Equity at another bitcoin price, everything else equal: only mining EBITDA follows it, because
/// a lease pays rent in dollars.
fn equity_at(inputs: &Inputs, parts: &Parts, price_factor: f64) -> f64 {
    let margin = Margin::of(inputs);
    let gross_profit = margin.revenue() * price_factor - margin.power_cost();
    let ebitda = ebitda(inputs, gross_profit);
    parts.with(parts.success, ebitda).equity(inputs)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::parameters::{Key, arbitrary};
    use crate::model::tests::{assert_prints, with};

    fn of(inputs: &Inputs) -> SumOfParts {
        evaluate(inputs, &Evaluation::of(inputs))
    }

    fn at(entries: &[(&str, f64)]) -> SumOfParts {
        of(&with(entries))
    }

    #[test]
    fn the_preset_reproduces_every_check_figure() {
        let preset = at(&[]);
        assert_prints(preset.mining_value, "1196.421836");
        assert_prints(preset.hpc_value, "1224.202905");
        assert_prints(preset.equity_value, "2420.624741");
        assert_prints(preset.per_share, "24.206247");
        assert_prints(preset.implied_execution_pct.expect("exists"), "97.134654");
        assert_prints(preset.implied_mw.expect("exists"), "285.305832");
        assert_prints(preset.implied_mining_multiple.expect("exists"), "11.659767");
    }

    #[test]
    fn net_debt_is_paid_for_like_as_much_market_cap() {
        let (rich, cheap) = (at(&[("net_debt", -300.0)]), at(&[("share_price", 27.0)]));
        assert_ne!(rich.implied_execution_pct, at(&[]).implied_execution_pct);
        assert_eq!(rich.implied_execution_pct, cheap.implied_execution_pct);
        assert_eq!(rich.implied_mw, cheap.implied_mw);
        assert_eq!(rich.implied_mining_multiple, cheap.implied_mining_multiple);
    }

    #[test]
    fn a_company_that_earns_nothing_by_mining_implies_no_multiple() {
        assert_eq!(at(&[("btc_price", 40_000.0)]).implied_mining_multiple, None);
        assert_eq!(at(&[("net_debt", -5_000.0)]).implied_mining_multiple, None);
    }

    #[test]
    fn a_company_that_converts_nothing_is_worth_its_mining_alone() {
        let mines = with(&[("execution_pct", 0.0), ("sunk_pct", 0.0)]);
        let evaluation = Evaluation::of(&mines);
        let alone = mining_alone(&mines, evaluation.hashprice().gross_profit);
        assert!((evaluation.sum_of_parts().equity_value / alone - 1.0).abs() < 1e-12);
    }

    #[test]
    fn where_the_contract_fails_the_power_is_left_less_the_capex_that_is_lost() {
        let failed = with(&[("execution_pct", 0.0), ("site_value", 2.0)]);
        let evaluation = Evaluation::of(&failed);
        let left = 2.0 * 300.0 - 0.5 * evaluation.pivot().capex_present_value;
        assert!((evaluate(&failed, &evaluation).hpc_value - left).abs() < 1e-9);
    }

    #[test]
    fn beta_is_what_one_percent_on_bitcoin_does() {
        let preset = at(&[]);
        let (up, down) = (
            at(&[("btc_price", 88_950.0 * 1.01)]),
            at(&[("btc_price", 88_950.0 * 0.99)]),
        );
        let swing = up.equity_value - down.equity_value;
        let beta = swing / (0.02 * preset.equity_value);
        assert!((preset.equity_beta.expect("exists") / beta - 1.0).abs() < 1e-10);
        assert!((preset.hedge_btc / (swing * 1e6 / (0.02 * 88_950.0)) - 1.0).abs() < 1e-10);
    }

    #[test]
    fn a_company_whose_machines_are_off_does_not_follow_bitcoin() {
        let idle = at(&[("btc_price", 40_000.0)]);
        assert_eq!((idle.equity_beta, idle.hedge_btc), (Some(0.0), 0.0));
        let indebted = of(&with(&[("btc_price", 1_000.0), ("net_debt", 90_000.0)]));
        assert!(indebted.equity_value < 0.0);
        let beta = indebted.equity_beta.expect("exists");
        assert!(
            beta == 0.0 && beta.is_sign_positive(),
            "no minus before zero"
        );
    }

    proptest! {
        #[test]
        fn issuing_below_value_costs_holders_and_above_it_helps_them(
            inputs in arbitrary::inputs(), new in 1.0..100.0_f64,
        ) {
            let held = of(&arbitrary::put(&inputs, Key::NewSharesPct, 0.0)).per_share;
            let diluted = arbitrary::put(&inputs, Key::NewSharesPct, new);
            let issued = of(&diluted).per_share;
            let price = inputs.share_price();
            let noise = 1e-12 * (held.abs() + price);
            let before = per_share_before_issue(&diluted, &of(&diluted));
            prop_assert!((before - held).abs() <= noise);
            if held > price + noise {
                prop_assert!(issued < held && issued > price - noise);
            } else if held < price - noise {
                prop_assert!(issued > held && issued < price + noise);
            }
        }

        #[test]
        fn implied_megawatts_put_back_in_as_certain_reproduce_the_price(
            inputs in arbitrary::inputs(),
        ) {
            let inputs = arbitrary::put(&inputs, Key::NewSharesPct, 0.0);
            let fits = |mw: &f64| {
                Key::GrossMw.parameter().check(*mw).is_ok()
                    && mw / inputs.efficiency() <= inputs.fleet_hashrate()
            };
            if let Some(mw) = of(&inputs).implied_mw.filter(fits) {
                let certain = arbitrary::put(&inputs, Key::ExecutionPct, 100.0);
                let there = of(&arbitrary::put(&certain, Key::GrossMw, mw));
                let cap = inputs.share_price() * inputs.shares();
                let scale = there.mining_value.abs() + there.hpc_value.abs()
                    + of(&inputs).mining_value.abs() + inputs.net_debt().abs() + cap;
                prop_assert!((there.equity_value - cap).abs() <= 1e-9 * scale);
            }
        }

        #[test]
        fn at_the_implied_multiple_a_company_that_only_mines_is_worth_its_price(
            inputs in arbitrary::inputs(),
        ) {
            let mines = [Key::NewSharesPct, Key::ExecutionPct, Key::SunkPct, Key::SiteValue];
            let inputs = mines.into_iter().fold(inputs, |inputs, key| {
                arbitrary::put(&inputs, key, 0.0)
            });
            let row = Key::MiningMultiple.parameter();
            let multiple = of(&inputs).implied_mining_multiple;
            if let Some(multiple) = multiple.filter(|multiple| row.check(*multiple).is_ok()) {
                let there = of(&arbitrary::put(&inputs, Key::MiningMultiple, multiple));
                let cap = inputs.share_price() * inputs.shares();
                let scale = there.mining_value + inputs.net_debt().abs();
                prop_assert!((there.equity_value - cap).abs() <= 1e-11 * scale);
            }
        }

        #[test]
        fn at_another_execution_a_share_is_worth_what_the_model_says_there(
            inputs in arbitrary::inputs(), pct in 0.0..100.0_f64,
        ) {
            let there = arbitrary::put(&inputs, Key::ExecutionPct, pct);
            let expected = per_share_before_issue(&there, &of(&there));
            let found = per_share_before_issue_at(&inputs, &Evaluation::of(&inputs), pct);
            prop_assert_eq!(found, expected);
        }

        #[test]
        fn implied_execution_put_back_in_reproduces_the_price(inputs in arbitrary::inputs()) {
            let inputs = arbitrary::put(&inputs, Key::NewSharesPct, 0.0);
            if let Some(pct) = of(&inputs).implied_execution_pct {
                let there = of(&arbitrary::put(&inputs, Key::ExecutionPct, pct));
                // Near certainty what mining and failure are worth cancels, but for rounding.
                let failed = of(&arbitrary::put(&inputs, Key::ExecutionPct, 0.0));
                let scale = failed.mining_value + failed.hpc_value.abs() + inputs.net_debt().abs()
                    + inputs.share_price() * inputs.shares()
                    + Evaluation::of(&inputs).pivot().npv_hpc.abs();
                let off = there.equity_value - inputs.share_price() * inputs.shares();
                prop_assert!(off.abs() <= 1e-9 * scale, "{off} of {scale}");
            }
        }
    }
}
