use proptest::prelude::*;

use super::*;
use crate::model::outputs;
use crate::model::parameters::{Key, arbitrary};
use crate::model::tests::{assert_prints, with};
use crate::units::SECONDS_PER_DAY;

#[test]
fn the_preset_is_december_2025_as_jpmorgan_reported_it() {
    // As the press reported it: $38,700 revenue, $17,100 gross profit per EH a day, margin 44%.
    let result = evaluate(&Inputs::default());
    assert!((result.revenue - 38_700.0).abs() < 50.0);
    assert!((result.gross_profit - 17_100.0).abs() < 50.0);
    assert!((result.gross_margin - 0.44).abs() < 0.005);
}

#[test]
fn the_preset_reproduces_every_check_figure() {
    let result = evaluate(&Inputs::default());
    let some = |value: Option<f64>| value.expect("exists at the preset");
    for (got, expected) in [
        (result.hashprice, "38698.357177"),
        (result.revenue, "38698.357177"),
        (result.power_cost, "21600"),
        (result.gross_profit, "17098.357177"),
        (result.gross_margin, "0.441837"),
        (result.breakeven_btc_price, "49648.619222"),
        (some(result.breakeven_difficulty), "261545021203347"),
        (some(result.breakeven_network_hashrate), "1872.21"),
        (result.breakeven_power_price, "80.621577"),
        (some(result.breakeven_efficiency), "35.831812"),
        (some(result.price_elasticity), "2.263279"),
        (some(result.fcf_elasticity), "16.649"),
        (result.sustaining_capex, "10273.972603"),
        (result.free_cash_flow, "2324.384574"),
        (result.all_in_cost_per_btc, "83607.292377"),
        (some(result.upgrade_payback_days), "1375.53"),
    ] {
        assert_prints(got, expected);
    }
}

#[test]
fn on_decembers_actual_difficulty_the_subsidy_alone_pays_37_732_dollars() {
    let difficulty = ("difficulty", 148_195_306_640_204.7);
    let result = evaluate(&with(&[difficulty, ("fees_pct", 0.0)]));
    assert_prints(result.hashprice, "37732");
}

#[test]
fn machines_that_run_half_the_time_earn_half_and_as_much_per_megawatt_hour() {
    let (half, full) = (
        evaluate(&with(&[("uptime_pct", 50.0)])),
        evaluate(&with(&[])),
    );
    assert!((half.revenue / full.revenue - 0.5).abs() < 1e-15);
    assert!((half.revenue_per_mwh / full.revenue_per_mwh - 1.0).abs() < 1e-15);
}

#[test]
fn figures_of_a_fleet_are_those_of_an_exahash_times_its_size() {
    let result = evaluate(&with(&[("fleet_hashrate", 2.0)]));
    assert_prints(result.fleet_power_mw, "40");
    assert_prints(result.fleet_revenue_year / result.revenue, "730");
    assert_prints(result.fleet_gross_profit_year / result.gross_profit, "730");
    assert_prints(
        result.fleet_free_cash_flow_year / result.free_cash_flow,
        "730",
    );
    assert_prints(result.network_revenue_day, "40439783.25");
    assert_prints(result.revenue_per_mwh, "80.621577");
}

/// A cost-to-mine answer (braiins-insights-mcp-server, test fixture): 100 TH/s at 3,000 W and
/// $0.08/kWh, pool fee 2%, an implied reward of 3.1376 BTC (fees of 0.40364% close its cost per
/// bitcoin).
fn cost_to_mine(difficulty: f64) -> Hashprice {
    evaluate(&with(&[
        ("difficulty", difficulty),
        ("btc_price", 85_877.0),
        ("efficiency", 30.0),
        ("power_price", 80.0),
        ("pool_fee_pct", 2.0),
        ("fees_pct", 0.403_639_893),
    ]))
}

#[test]
fn a_100_th_machine_mines_as_the_cost_to_mine_answer_says() {
    let difficulty = 148_195_306_640_204.7;
    let result = cost_to_mine(difficulty);
    assert_prints(result.revenue_btc * 1e-4, "0.00004174");
    assert_prints(result.breakeven_btc_price, "137999.495");
    assert_prints(result.gross_profit * 1e-4, "-2.18");
    let month_later = cost_to_mine(difficulty * libm::pow(1.02, 1.0 / 12.0));
    assert!((month_later.breakeven_btc_price - 138_227.413).abs() < 0.001);
}

#[test]
fn hashprice_agrees_with_lumerins_oracle() {
    // Lumerin-protocol/hashprice-oracle, test fixture.
    let result = evaluate(&with(&[
        ("difficulty", 121e12),
        ("btc_price", 84_524.20),
        ("fees_pct", 0.0),
    ]));
    let sats_per_hash = result.revenue_btc * 1e8 / (1e18 * SECONDS_PER_DAY);
    assert!((1.0 / sats_per_hash - 1_663_011_337_011_200.0).abs() < 1.0);
    assert_prints(result.hashprice / 1e3, "43.9137");
}

#[test]
fn a_terahash_earns_the_sats_of_the_hash_value_table() {
    // A published hash-value table; fees are there a tenth of the total, so a ninth of the subsidy.
    let sats_per_th = |fees_pct: f64| {
        let inputs = with(&[("network_hashrate", 800.0), ("fees_pct", fees_pct)]);
        evaluate(&inputs).revenue_btc * 1e8 / TH_PER_EH
    };
    assert_prints(sats_per_th(0.0), "56.25");
    assert_prints(sats_per_th(100.0 * (1.0 / (1.0 - 0.1) - 1.0)), "62.5");
}

#[test]
fn a_petahash_earns_luxors_subsidy_and_total_of_3_march_2025() {
    // hashrateindex.com/blog/hashrate-index-roundup-march-03-2025.
    let btc_per_ph = |fees_pct: f64| {
        evaluate(&with(&[("difficulty", 110.57e12), ("fees_pct", fees_pct)])).revenue_btc / 1e3
    };
    assert_prints(btc_per_ph(0.0), "0.00056855");
    assert_prints(
        btc_per_ph(100.0 * (0.000_576_12 / 0.000_568_55 - 1.0)),
        "0.00057612",
    );
}

#[test]
fn an_s19_xp_at_30_dollars_a_petahash_is_under_water_above_58_dollars() {
    // CoinShares: an S19 XP at $30 per PH a day, 30/(21.5·0.024) = $58.1/MWh.
    let preset = evaluate(&Inputs::default()).hashprice;
    let price = 88_950.0 * 30_000.0 / preset;
    let result = evaluate(&with(&[("btc_price", price), ("efficiency", 21.5)]));
    assert_prints(result.breakeven_power_price, "58.1");
}

#[test]
fn difficulty_and_realised_hashrate_give_hashprices_12_pct_apart() {
    // A published comparison: $37.11 on difficulty, $41.61 on 904.29 EH/s realised.
    let at = |key: &str, value: f64| {
        let inputs = with(&[(key, value), ("btc_price", 83_625.0), ("fees_pct", 0.0)]);
        evaluate(&inputs).hashprice / 1e3
    };
    let (implied, realised) = (at("difficulty", 141.67e12), at("network_hashrate", 904.29));
    assert_prints(implied, "37.11");
    assert_prints(realised, "41.61");
    assert_prints(realised / implied - 1.0, "0.12");
}

#[test]
fn power_that_earns_money_has_no_break_even_difficulty_or_efficiency() {
    for entries in [
        &[("power_price", 0.0)][..],
        &[
            ("uptime_pct", 50.0),
            ("power_price", 45.0),
            ("curtailment_credit", 60.0),
        ][..],
    ] {
        let result = evaluate(&with(entries));
        assert!(result.power_cost <= 0.0);
        assert_eq!(result.breakeven_btc_price, 0.0);
        assert_eq!(result.breakeven_difficulty, None);
        assert_eq!(result.breakeven_network_hashrate, None);
        assert_eq!(result.breakeven_efficiency, None);
    }
}

#[test]
fn elasticity_exists_only_while_there_is_something_to_gain() {
    let result = evaluate(&with(&[("btc_price", 40_000.0)]));
    assert_eq!(
        (result.price_elasticity, result.fcf_elasticity),
        (None, None)
    );
}

#[test]
fn machines_that_are_no_better_never_pay_back_and_ones_paid_by_resale_at_once() {
    let payback = |entries: &[(&str, f64)]| evaluate(&with(entries)).upgrade_payback_days;
    assert_eq!(payback(&[("upgrade_efficiency", 20.0)]), None);
    assert_eq!(payback(&[("upgrade_efficiency", 25.0)]), None);
    assert_eq!(payback(&[("upgrade_price", 0.0)]), Some(0.0));
}

/// Gross profit at zero, against the size of what it is the difference of.
fn is_zero(inputs: &Inputs) -> bool {
    let result = evaluate(inputs);
    let bill_and_credit = inputs.power_price() + inputs.curtailment_credit();
    let size = result.revenue + HOURS_PER_DAY * inputs.efficiency() * bill_and_credit;
    result.gross_profit.abs() <= 1e-12 * size
}

proptest! {
    #[test]
    fn hashprice_falls_as_difficulty_rises(
        inputs in arbitrary::inputs(), a in arbitrary::value(Key::Difficulty), more in 1.001..10.0,
    ) {
        let b = a * more;
        prop_assume!(b <= Key::Difficulty.parameter().max);
        let at = |value| Margin::of(&arbitrary::put(&inputs, Key::Difficulty, value)).hashprice();
        prop_assert!(at(b) < at(a));
    }

    #[test]
    fn gross_profit_is_zero_at_each_break_even(inputs in arbitrary::inputs()) {
        let result = evaluate(&inputs);
        let candidates = [
            (Key::BtcPrice, Some(result.breakeven_btc_price)),
            (Key::Difficulty, result.breakeven_difficulty),
            (Key::NetworkHashrate, result.breakeven_network_hashrate),
            (Key::PowerPrice, Some(result.breakeven_power_price)),
            (Key::Efficiency, result.breakeven_efficiency),
        ];
        for (key, breakeven) in candidates {
            let in_range = breakeven.filter(|value| key.parameter().check(*value).is_ok());
            if let Some(value) = in_range {
                prop_assert!(is_zero(&arbitrary::put(&inputs, key, value)), "{key:?} = {value}");
            }
        }
    }

    #[test]
    fn one_percent_on_bitcoin_moves_gross_profit_by_the_elasticity(inputs in arbitrary::inputs()) {
        let result = evaluate(&inputs);
        let higher = inputs.btc_price() * 1.01;
        prop_assume!(higher <= Key::BtcPrice.parameter().max);
        if let Some(elasticity) = result.price_elasticity {
            let moved = evaluate(&arbitrary::put(&inputs, Key::BtcPrice, higher)).gross_profit;
            let pct = 100.0 * (moved / result.gross_profit - 1.0);
            prop_assert!((pct - elasticity).abs() <= 1e-9 * elasticity.max(1.0), "{pct} {elasticity}");
        }
    }

    #[test]
    fn no_input_in_range_gives_a_number_that_is_not_finite(inputs in arbitrary::inputs()) {
        let evaluation = crate::model::Evaluation::of(&inputs);
        for output in outputs::Model::ALL.into_iter().flat_map(|model| model.outputs) {
            let value = (output.value)(&evaluation);
            prop_assert!(value.is_none_or(f64::is_finite), "{} = {value:?}", output.key);
        }
    }
}
