use proptest::prelude::*;

use super::*;
use crate::model::hashprice;
use crate::model::margin::Margin;
use crate::model::parameters::{Key, arbitrary};
use crate::model::tests::{assert_prints, with};

fn at(inputs: &Inputs) -> Pivot {
    evaluate(inputs, &hashprice::evaluate(inputs))
}

fn pivot(entries: &[(&str, f64)]) -> Pivot {
    at(&with(entries))
}

fn some(value: Option<f64>) -> f64 {
    value.expect("exists here")
}

#[test]
fn the_preset_reproduces_every_check_figure() {
    let result = pivot(&[]);
    for (got, expected) in [
        (result.it_mw, "230.769231"),
        (result.capex_total, "2307.692308"),
        (result.npv_hpc, "1994.361"),
        (result.npv_run_off, "130.550"),
        (result.npv_renew, "10.597"),
        (result.npv_mining, "130.550"),
        (result.npv_convert, "2054.361"),
        (result.npv_gain, "1923.811"),
        (result.expected_npv_gain, "1149.956"),
        (some(result.irr), "0.174325"),
        (some(result.multiple_on_capex), "4.931363"),
        (result.noi_first_year, "353.077"),
        (result.noi_average, "437.790"),
        (some(result.levered_irr), "0.337281"),
        (some(result.min_dscr), "1.501409"),
        (some(result.equity_needed), "461.538"),
        (some(result.breakeven_lease_rate), "80.746796"),
        (some(result.breakeven_overrun_pct), "88.551015"),
        (some(result.breakeven_hashprice), "148119.07"),
    ] {
        assert_prints(got, expected);
    }
    assert_eq!(result.mining_plan, MiningPlan::RunOff);
    assert_eq!(result.payback_months, Some(94));
    assert_eq!(result.breakeven_delay_months, Some(86));
    let last = 18 + 6 - 1 + 12 * 15;
    for flows in [
        &result.cash_flows.hpc,
        &result.cash_flows.levered,
        &result.cash_flows.mining,
    ] {
        assert_eq!(flows.len(), last + 1);
    }
}

#[test]
fn variations_of_the_preset_reproduce_their_check_figures() {
    let delay = pivot(&[("delay_months", 12.0)]);
    assert_prints(delay.npv_hpc, "1650.305");
    assert_prints(some(delay.irr), "0.153445");
    assert_prints(delay.npv_gain, "1579.754");
    let overrun = pivot(&[("overrun_pct", 30.0)]);
    assert_prints(overrun.npv_hpc, "1342.598");
    assert_prints(some(overrun.irr), "0.137126");
    assert_prints(overrun.npv_gain, "1272.047");
    let lease = pivot(&[("lease_rate", 120.0)]);
    assert_prints(lease.npv_hpc, "1160.980");
    assert_prints(some(lease.irr), "0.142368");
    let short = pivot(&[("tenor", 5.0), ("renewal_pct", 0.0)]);
    assert_prints(short.npv_hpc, "-859.961");
    assert_prints(some(short.irr), "-0.056523");
    assert_eq!(short.payback_months, None);
    assert_prints(
        pivot(&[("mining_stop_month", 12.0)]).npv_convert,
        "2109.935",
    );
    let dear = [("btc_price", 183_883.775), ("hashprice_drift_pct", 0.0)];
    assert_prints(hashprice::evaluate(&with(&dear)).hashprice, "80000.00");
    let dear = pivot(&dear);
    assert_prints(dear.npv_run_off, "934.815");
    assert_prints(dear.npv_renew, "1610.906");
    assert_prints(dear.npv_gain, "443.456");
    assert_eq!(dear.mining_plan, MiningPlan::Renew);
}

#[test]
fn a_hut_8_lease_of_454_m_average_noi_starts_at_366_15_m() {
    // Hut 8's River Bend lease: a 15-year average of $454 m at 3% is $366.15 m in year one and a
    // 30-year average of $580.66 m (reported: $580 m, $17.5 bn in all).
    let noi = |tenor: f64| {
        let entries = [
            ("tenor", tenor),
            ("gross_mw", 245.0 * 1.3),
            ("noi_margin_pct", 100.0),
        ];
        pivot(&entries)
    };
    let (fifteen, thirty) = (noi(15.0), noi(30.0));
    let first = 454.0 * fifteen.noi_first_year / fifteen.noi_average;
    assert_prints(first, "366.15");
    let average = first * thirty.noi_average / thirty.noi_first_year;
    assert_prints(average, "580.66");
    // 17.42, which the lease's announcement calls $17.5 bn.
    assert!((average * 30.0 / 1e3 - 17.5).abs() < 0.1, "{average}");
}

#[test]
fn a_mean_rent_is_the_first_years_times_the_mean_escalation() {
    let flat = with(&[("escalator_pct", 0.0)]);
    assert_eq!(mean_escalation(&flat), 1.0);
    // 159 over 15 years at 3% starts at 128.
    assert_prints(159.0 / mean_escalation(&Inputs::default()), "128");
    let result = pivot(&[]);
    let mean = result.noi_first_year * mean_escalation(&Inputs::default());
    assert!((mean / result.noi_average - 1.0).abs() < 1e-12);
}

#[test]
fn the_same_gross_megawatt_earns_what_the_benchmarks_say() {
    let result = pivot(&[]);
    assert_prints(result.mining_revenue_per_gross_mw_year * 1e3, "706");
    assert_prints(result.mining_margin_per_gross_mw_year * 1e3, "312");
    let lease = pivot(&[("lease_rate", 1_850.0 / 12.0), ("pue", 1.45)]);
    assert_prints(lease.hpc_revenue_per_gross_mw_year, "1.28");
    assert_prints(lease.hpc_margin_per_gross_mw_year, "1.08");
}

#[test]
fn a_pivot_without_capex_has_no_returns_on_it() {
    for entries in [[("capex", 0.0)], [("customer_funded_pct", 100.0)]] {
        let result = pivot(&entries);
        assert_eq!(result.payback_months, Some(0));
        for absent in [
            result.irr,
            result.multiple_on_capex,
            result.yield_on_cost_first_year,
            result.yield_on_cost_average,
            result.levered_irr,
            result.min_dscr,
            result.equity_needed,
            result.breakeven_overrun_pct,
        ] {
            assert_eq!(absent, None);
        }
    }
}

#[test]
fn without_a_loan_the_levered_figures_are_the_unlevered_ones() {
    let result = pivot(&[("loan_to_cost_pct", 0.0)]);
    assert_eq!(result.min_dscr, None);
    assert_eq!(result.levered_irr, result.irr);
    assert_prints(some(result.equity_needed), "2307.692308");
    assert_eq!(result.cash_flows.levered, result.cash_flows.hpc);
}

#[test]
fn a_return_is_reported_between_minus_99_and_1_000_pct() {
    // A year of even rent from month 1 on: (1.2115^-1 + … + 1.2115^-12)·1,175 = 5,000 USD/kW.
    let even = [
        ("capex", 5.0),
        ("build_months", 1.0),
        ("ramp_months", 1.0),
        ("tenor", 1.0),
        ("noi_margin_pct", 100.0),
        ("renewal_pct", 0.0),
    ];
    let irr = |rate: f64| pivot(&[&even[..], &[("lease_rate", rate)]].concat()).irr;
    assert_prints(some(irr(1_175.0)), "9.00");
    assert_eq!(irr(2_000.0), None);
    // At −99% a dollar of month m is worth 100^(m/12), and a year of them 310.7.
    assert_prints(some(irr(5_000.0 / 310.0)), "-0.990");
    assert_eq!(irr(5_000.0 / 312.0), None);
}

#[test]
fn the_tightest_month_of_a_loan_is_its_first_payment() {
    // With a ramp of a year the rent of the first tranche rises in the month after.
    let result = pivot(&[("ramp_months", 12.0)]);
    let first = 18 + 12 - 1;
    let (noi, left) = (
        result.cash_flows.hpc[first],
        result.cash_flows.levered[first],
    );
    assert!((noi - result.noi_first_year / 12.0).abs() < 1e-9);
    assert!(result.cash_flows.hpc[first + 1] > noi);
    assert!((some(result.min_dscr) / (noi / (noi - left)) - 1.0).abs() < 1e-12);
    assert_eq!(
        result.cash_flows.levered[first - 1],
        result.cash_flows.hpc[first - 1]
    );
}

#[test]
fn an_interest_free_loan_is_paid_back_in_equal_parts() {
    let result = pivot(&[("loan_rate_pct", 0.0), ("ramp_months", 1.0)]);
    let paid: f64 = (18..18 + 180)
        .map(|month| result.cash_flows.hpc[month] - result.cash_flows.levered[month])
        .sum();
    assert_prints(paid, "1846.153846");
}

#[test]
fn a_lease_that_changes_nothing_has_no_break_even_rate() {
    for entries in [[("occupancy_pct", 0.0)], [("noi_margin_pct", 0.0)]] {
        assert_eq!(pivot(&entries).breakeven_lease_rate, None);
    }
}

#[test]
fn a_site_that_rents_at_once_spends_and_earns_in_month_zero() {
    let result = pivot(&[("build_months", 0.0), ("ramp_months", 1.0)]);
    let month = result.noi_first_year / 12.0;
    assert_prints(result.cash_flows.hpc[0] - month, "-2307.692308");
    assert_eq!(result.cash_flows.hpc.len(), 181);
}

#[test]
fn a_conversion_that_loses_from_the_start_has_no_break_even_delay() {
    assert_eq!(pivot(&[("lease_rate", 50.0)]).breakeven_delay_months, None);
    assert_eq!(
        pivot(&[("lease_rate", 2_000.0)]).breakeven_delay_months,
        None
    );
}

#[test]
fn a_conversion_of_neither_cost_nor_rent_is_no_loss_until_mining_would_have_paid() {
    // Hashprice covers power and overhead from month 19 on; the case ends 12 months after first
    // rent, so with a delay of 8 it holds that month.
    let nothing = [
        ("capex", 0.0),
        ("lease_rate", 0.0),
        ("machine_resale", 0.0),
        ("btc_price", 30_000.0),
        ("hashprice_drift_pct", 50.0),
    ];
    let short = [("tenor", 1.0), ("ramp_months", 1.0), ("build_months", 0.0)];
    let result = pivot(&[&nothing[..], &short].concat());
    assert_eq!(result.npv_gain, 0.0);
    assert_eq!(result.breakeven_delay_months, Some(7));
}

#[test]
fn mining_that_earns_nothing_is_run_off() {
    let result = pivot(&[("btc_price", 1_000.0)]);
    assert_eq!((result.npv_run_off, result.npv_renew), (0.0, 0.0));
    assert_eq!(result.mining_plan, MiningPlan::RunOff);
}

#[test]
fn mining_that_earns_nothing_leaves_no_break_even_hashprice_to_a_losing_conversion() {
    assert_eq!(pivot(&[("lease_rate", 0.0)]).breakeven_hashprice, None);
}

#[test]
fn capex_that_comes_back_to_the_cent_is_paid_back_in_that_month() {
    // Exact in rationals: 2,307.69 m of capex, rent of a hundredth of it a month.
    let even = [("escalator_pct", 0.0), ("ramp_months", 1.0)];
    let with = |more: &[(&str, f64)]| pivot(&[&even, more].concat()).payback_months;
    assert_eq!(
        with(&[("lease_rate", 100.0), ("noi_margin_pct", 100.0)]),
        Some(118)
    );
    assert_eq!(with(&[("capex", 9.0), ("noi_margin_pct", 80.0)]), Some(93));
    let quick = [
        ("capex", 5.0),
        ("lease_rate", 2_000.0),
        ("noi_margin_pct", 100.0),
    ];
    assert_eq!(pivot(&quick).payback_months, Some(23));
    let funded = [("customer_funded_pct", 83.0), ("lease_rate", 2_000.0)];
    assert_eq!(pivot(&funded).payback_months, Some(21));
}

#[test]
fn a_break_even_on_the_edge_of_what_is_allowed_exists() {
    // Mining earns nothing and rent pays nothing: only capex of zero breaks even.
    let idle = [("machine_resale", 0.0), ("overhead", 20_000.0)];
    let free = pivot(&[&idle[..], &[("lease_rate", 0.0), ("overrun_pct", 25.0)]].concat());
    assert_eq!(free.breakeven_overrun_pct, Some(-100.0));
    let gift = [
        ("lease_rate", 50.0),
        ("capex", 0.0),
        ("gross_mw", 500.0),
        ("noi_margin_pct", 80.0),
    ];
    assert_eq!(
        pivot(&[&idle[..], &gift].concat()).breakeven_lease_rate,
        Some(0.0)
    );
}

#[test]
fn a_small_gain_is_not_lost_in_mining_that_both_uses_share() {
    let shared = [
        ("capex", 0.0),
        ("machine_resale", 0.0),
        ("mining_stop_month", 86.0),
    ];
    let small = [
        ("lease_rate", 2.3e-5),
        ("occupancy_pct", 1.7e-11),
        ("build_months", 100.0),
    ];
    let result = pivot(&[shared, small].concat());
    assert!(
        result.npv_gain > 0.0 && result.npv_gain < 1e-12,
        "{}",
        result.npv_gain
    );
}

#[test]
fn no_result_is_minus_zero() {
    let nothing = pivot(&[
        ("execution_pct", 0.0),
        ("capex", 0.0),
        ("btc_price", 1_000.0),
    ]);
    assert!(nothing.expected_npv_gain.is_sign_positive());
    // The gain is negative, but has no chance, and nothing is lost meanwhile.
    let at_once = [
        ("build_months", 0.0),
        ("execution_pct", 0.0),
        ("capex", 0.0),
    ];
    let no_rent = pivot(
        &[
            &at_once[..],
            &[("lease_rate", 0.0), ("machine_resale", 0.0)],
        ]
        .concat(),
    );
    assert!(no_rent.npv_gain < 0.0 && no_rent.expected_npv_gain.is_sign_positive());
    assert!(
        pivot(&[("lease_rate", -0.0)])
            .noi_first_year
            .is_sign_positive()
    );
}

/// The pivot by plain loops over the months, straight from the definitions.
#[expect(clippy::disallowed_methods, reason = "an independent form")]
fn npv_gain_by_loops(inputs: &Inputs, delay: u64) -> f64 {
    let (t, r) = (inputs.tenor() as i64, inputs.ramp_months() as i64);
    let c = (inputs.build_months() + delay) as i64;
    let n = c + r - 1 + 12 * t;
    let fraction = |pct: f64| pct / 100.0;
    let it_mw = inputs.gross_mw() / inputs.pue();
    let capex = it_mw
        * inputs.capex()
        * (1.0 + fraction(inputs.overrun_pct()))
        * (1.0 - fraction(inputs.customer_funded_pct()));
    let rent = it_mw * 1_000.0 * inputs.lease_rate() / 1e6
        * fraction(inputs.occupancy_pct())
        * fraction(inputs.noi_margin_pct());
    let growth = 1.0 + fraction(inputs.escalator_pct());
    let build = (inputs.build_months() as i64).max(1);
    let hpc = |m: i64| {
        let mut flow = if m < build {
            -capex / build as f64
        } else {
            0.0
        };
        for k in 0..r {
            let age = m - c - k;
            if (0..12 * t).contains(&age) {
                flow += rent / r as f64 * growth.powi((age / 12) as i32);
            }
        }
        if m == n {
            flow += fraction(inputs.renewal_pct()) * 12.0 * rent * growth.powi(t as i32)
                / fraction(inputs.exit_cap_pct());
        }
        flow
    };
    let eh = inputs.gross_mw() / inputs.efficiency();
    let market = hashprice::evaluate(inputs);
    let margin = |m: i64| {
        let drift = (1.0 + fraction(inputs.hashprice_drift_pct())).powf(m as f64 / 12.0);
        (market.revenue * drift - market.power_cost - inputs.overhead()) * eh * 365.0 / 12.0 / 1e6
    };
    let run_off = |m: i64| {
        if (m as f64) < 12.0 * inputs.machine_life() {
            margin(m).max(0.0)
        } else {
            0.0
        }
    };
    let sustaining = market.sustaining_capex * eh * 365.0 / 12.0 / 1e6;
    let renew = |m: i64| (margin(m) - sustaining).max(0.0);
    let pv = |months: i64, pct: f64, flow: &dyn Fn(i64) -> f64| {
        (0..months)
            .map(|m| flow(m) / (1.0 + fraction(pct)).powf(m as f64 / 12.0))
            .sum::<f64>()
    };
    let mining_pct = inputs.mining_discount_pct();
    let stop = (inputs.mining_stop_month() as i64).min(c);
    let sale = inputs.machine_resale() * eh / (1.0 + fraction(mining_pct)).powf(stop as f64 / 12.0);
    pv(n + 1, inputs.hpc_discount_pct(), &hpc) + pv(stop, mining_pct, &run_off) + sale
        - pv(n, mining_pct, &run_off).max(pv(n, mining_pct, &renew))
}

/// What a present value is the difference of: the scale of its rounding errors.
fn scale(result: &Pivot) -> f64 {
    let sizes = result
        .cash_flows
        .hpc
        .iter()
        .chain(&result.cash_flows.mining);
    sizes.map(|flow| flow.abs()).sum::<f64>() + result.npv_convert.abs() + 1e-300
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn the_gain_is_that_of_plain_loops_over_the_months(inputs in arbitrary::inputs()) {
        let result = at(&inputs);
        let expected = npv_gain_by_loops(&inputs, inputs.delay_months());
        let error = (result.npv_gain - expected).abs();
        prop_assert!(error <= 1e-11 * scale(&result), "{} {expected}", result.npv_gain);
    }

    #[test]
    fn the_break_even_delay_is_the_last_before_the_gain_turns(inputs in arbitrary::inputs()) {
        let result = at(&inputs);
        let tolerance = 1e-10 * scale(&result);
        if let Some(delay) = result.breakeven_delay_months {
            prop_assert!(npv_gain_by_loops(&inputs, delay) >= -tolerance);
            prop_assert!(npv_gain_by_loops(&inputs, delay + 1) <= tolerance);
        }
    }

    #[test]
    #[expect(clippy::disallowed_methods, reason = "an independent form")]
    fn mining_cash_is_worth_the_better_plan_and_none_falls_into_the_month_of_the_residual(
        inputs in arbitrary::inputs(),
    ) {
        let result = at(&inputs);
        let factor = (1.0 + inputs.mining_discount_pct() / 100.0).powf(-1.0 / 12.0);
        let (last, before) = result.cash_flows.mining.split_last().expect("has months");
        let worth = before.iter().rev().fold(0.0, |sum, flow| sum * factor + flow);
        prop_assert!((worth - result.npv_mining).abs() <= 1e-11 * worth);
        prop_assert_eq!(*last, 0.0);
    }

    #[test]
    #[expect(clippy::disallowed_methods, reason = "an independent form")]
    fn on_failure_sunk_capex_and_the_mining_meanwhile_are_lost(inputs in arbitrary::inputs()) {
        let result = at(&inputs);
        let first_rent = (inputs.build_months() + inputs.delay_months()) as usize;
        let stop = (inputs.mining_stop_month() as usize).min(first_rent);
        let factor = (1.0 + inputs.mining_discount_pct() / 100.0).powf(-1.0 / 12.0);
        let mined = |m: usize| result.cash_flows.mining[m] * factor.powi(m as i32);
        let meanwhile: f64 = (stop..first_rent).map(mined).sum();
        let lost = inputs.sunk_pct() / 100.0 * result.capex_present_value + meanwhile;
        let parts = result.mining_parts;
        prop_assert_eq!(result.npv_gain, result.npv_hpc + parts.sale - parts.given_up);
        let success = inputs.execution_pct() / 100.0;
        let expected = success * result.npv_gain - (1.0 - success) * lost;
        let error = (result.expected_npv_gain - expected).abs();
        prop_assert!(error <= 1e-11 * scale(&result), "{} {expected}", result.expected_npv_gain);
    }

    #[test]
    fn npv_falls_with_the_discount_rate_while_it_is_not_negative(
        inputs in arbitrary::inputs(), more in 0.01..50.0_f64,
    ) {
        let result = at(&inputs);
        let dearer = inputs.hpc_discount_pct() + more;
        if result.npv_hpc >= 0.0 && dearer <= 100.0 {
            let discounted = at(&arbitrary::put(&inputs, Key::HpcDiscountPct, dearer)).npv_hpc;
            prop_assert!(discounted <= result.npv_hpc + 1e-12 * scale(&result));
        }
    }

    #[test]
    fn a_delay_never_helps_a_data_centre_worth_building(
        inputs in arbitrary::inputs(), more in 1.0..60.0_f64,
    ) {
        let result = at(&inputs);
        let delay = inputs.delay_months() as f64 + more.floor();
        if result.npv_hpc >= 0.0 && delay <= 120.0 {
            let delayed = at(&arbitrary::put(&inputs, Key::DelayMonths, delay)).npv_hpc;
            prop_assert!(delayed <= result.npv_hpc + 1e-12 * scale(&result));
        }
    }

    #[test]
    fn the_gain_is_zero_at_each_break_even(inputs in arbitrary::inputs()) {
        let result = at(&inputs);
        let price = result.breakeven_hashprice.map(|hp| {
            inputs.btc_price() * hp / Margin::of(&inputs).hashprice()
        });
        for (key, value) in [
            (Key::LeaseRate, result.breakeven_lease_rate),
            (Key::OverrunPct, result.breakeven_overrun_pct),
            (Key::BtcPrice, price),
        ] {
            let Some(value) = value.filter(|v| key.parameter().check(*v).is_ok()) else { continue };
            let there = at(&arbitrary::put(&inputs, key, value));
            let error = there.npv_gain.abs();
            let size = scale(&result) + scale(&there);
            prop_assert!(error <= 1e-9 * size, "{key:?} = {value}: {error}");
        }
    }

    #[test]
    #[expect(clippy::disallowed_methods, reason = "an independent form")]
    fn at_the_irr_the_data_centre_is_worth_nothing(inputs in arbitrary::inputs()) {
        let result = at(&inputs);
        for (rate, flows) in [
            (result.irr, &result.cash_flows.hpc),
            (result.levered_irr, &result.cash_flows.levered),
        ] {
            let Some(rate) = rate else { continue };
            let factor = (1.0 + rate).powf(-1.0 / 12.0);
            let worth = |m: usize, flow: f64| flow * factor.powi(m as i32);
            let value: f64 = flows.iter().enumerate().map(|(m, flow)| worth(m, *flow)).sum();
            let size: f64 = flows.iter().enumerate().map(|(m, f)| worth(m, *f).abs()).sum();
            prop_assert!(value.abs() <= 1e-9 * size, "{rate}: {value} of {size}");
        }
    }
}
