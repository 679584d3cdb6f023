use proptest::prelude::*;

use super::*;
use crate::model::Evaluation;
use crate::model::parameters::{Given, Inputs, Key, arbitrary as page};
use crate::model::tests::{assert_prints, with};

/// A miner like the page, with these numbers in place of the page's.
fn miner(name: &str, numbers: &[(Column, f64)]) -> Miner {
    let average = Miner::named(name, &Inputs::default()).expect("a name");
    numbers.iter().fold(average, |miner, &(column, value)| {
        miner.with(column, value).expect("in range")
    })
}

fn row_of(miner: &Miner, inputs: &Inputs) -> Row {
    screen(std::slice::from_ref(miner), inputs).remove(0)
}

fn refusal(entries: &[(&str, Given)]) -> String {
    Miner::from_entries(7, &Inputs::default(), entries.iter().cloned())
        .expect_err("must be refused")
        .to_string()
}

fn text(name: &str) -> Given {
    Given::from(name)
}

#[test]
fn every_column_is_found_by_its_key() {
    for column in Column::ALL {
        assert_eq!(Column::from_key(column.key()), Some(column));
        assert_eq!(
            column.input().map(Key::name).unwrap_or("cash"),
            column.key()
        );
    }
    assert_eq!(Column::from_key(Miner::NAME), None);
}

#[test]
fn cash_has_a_row_like_any_input() {
    let cash = Column::Cash.parameter();
    let accepted = Column::Cash.accepted().to_string();
    assert_eq!((cash.key, cash.label), ("cash", "Cash"));
    assert_eq!(accepted, "a number from 0 to 100000 USD m");
    assert_eq!((cash.default, cash.optional), (Some(0.0), false));
}

#[test]
fn numbers_that_are_left_out_are_the_pages() {
    let page = with(&[("efficiency", 31.0), ("shares", 7.0)]);
    let entries = [("shares", Given::Number(9.0)), ("name", text("  Alpha "))];
    let miner = Miner::from_entries(1, &page, entries).expect("valid");
    assert_eq!(miner.name(), "Alpha");
    let [efficiency, shares] = [Column::Efficiency, Column::Shares].map(|c| miner.get(c));
    assert_eq!(
        (efficiency, shares, miner.get(Column::Cash)),
        (31.0, 9.0, 0.0)
    );
}

#[test]
fn a_refusal_names_row_name_key_value_range_and_unit() {
    let alpha = ("name", text("Alpha"));
    let cases = [
        (
            ("efficiency", Given::Number(0.5)),
            "row 7 (Alpha): efficiency = 0.5 is out of range: give a number from 1 to 150 J/TH",
        ),
        (
            ("cash", Given::Number(-1.0)),
            "row 7 (Alpha): cash = -1 is out of range: give a number from 0 to 100000 USD m",
        ),
        (
            ("cash", Given::Number(f64::NAN)),
            "row 7 (Alpha): cash = NaN is not a finite number: give a number from 0 to 100000 USD m",
        ),
        (
            ("shares", Given::Null),
            "row 7 (Alpha): shares = null is missing: give a number from 0.001 to 100000 million, \
             fully diluted",
        ),
        (
            ("shares", text("many")),
            "row 7 (Alpha): shares = \"many\" is not a number: give a number from 0.001 to 100000 \
             million, fully diluted",
        ),
        (
            ("pue", Given::Number(1.3)),
            "row 7 (Alpha): pue = 1.3 is not a column: give name, fleet_hashrate, efficiency, \
             power_price, overhead, gross_mw, execution_pct, share_price, shares, net_debt, cash",
        ),
    ];
    for (entry, message) in cases {
        assert_eq!(refusal(&[alpha.clone(), entry]), message);
    }
    let twice = ("cash", Given::Number(1.0));
    assert_eq!(
        refusal(&[alpha, twice.clone(), twice]),
        "row 7 (Alpha): cash = 1 is given a second time: give a number from 0 to 100000 USD m once"
    );
}

#[test]
fn a_name_is_a_text_of_one_to_a_hundred_characters() {
    let fits = "ß".repeat(100);
    assert_eq!(miner(&fits, &[]).name(), fits);
    let told = "give a text of 1 to 100 characters";
    let long = refusal(&[("name", text(&"x".repeat(101)))]);
    assert!(
        long.starts_with("row 7: name = \"xxx") && long.ends_with(told),
        "{long}"
    );
    for (given, shown) in [
        (text(" \n"), "\"\""),
        (Given::Null, "null"),
        (Given::Number(5.0), "5"),
        (Given::Other("true".into()), "true"),
    ] {
        assert_eq!(
            refusal(&[("name", given)]),
            format!("row 7: name = {shown} is no name: {told}")
        );
    }
    assert_eq!(
        refusal(&[]),
        format!("row 7: name = null is no name: {told}")
    );
    let renamed = miner("Alpha", &[]).renamed(" Beta ").expect("a name");
    assert_eq!(renamed.name(), "Beta");
    assert!(renamed.renamed("").is_err());
}

#[test]
fn a_name_that_is_given_twice_is_refused() {
    assert_eq!(
        refusal(&[("name", text("Alpha")), ("name", text("Beta"))]),
        "row 7 (Alpha): name = \"Beta\" is given a second time"
    );
}

#[test]
fn a_miner_is_serialised_by_its_keys() {
    let json = serde_json::to_string(&miner("Alpha", &[(Column::Cash, 5.0)])).expect("is text");
    assert_eq!(
        json,
        "{\"name\":\"Alpha\",\"fleet_hashrate\":50.0,\"efficiency\":20.0,\"power_price\":45.0,\
         \"overhead\":3000.0,\"gross_mw\":300.0,\"execution_pct\":75.0,\"share_price\":30.0,\
         \"shares\":100.0,\"net_debt\":0.0,\"cash\":5.0}"
    );
}

#[test]
fn the_preset_as_a_miner_reproduces_every_check_figure() {
    let row = row_of(&miner("Preset", &[]), &Inputs::default());
    assert_prints(row.breakeven_hashprice, "21600");
    assert_prints(row.gross_profit, "17098.357177");
    assert_prints(row.gross_margin, "0.441837");
    assert_prints(row.free_cash_flow, "2324.384574");
    assert_prints(row.percentile, "0.570158");
    assert!(!row.cheaper_than_average, "the average is not below itself");
    assert_eq!((row.monthly_burn, row.months_of_liquidity), (0.0, None));
    assert_prints(row.mining_value, "1196.421836");
    assert_prints(row.hpc_value, "1224.202905");
    assert_prints(row.equity_value, "2420.624741");
    assert_prints(row.per_share, "24.206247");
    assert_prints(row.implied_execution_pct.expect("exists"), "97.134654");
    assert_prints(row.implied_mw.expect("exists"), "285.305832");
    assert_prints(row.implied_mining_multiple.expect("exists"), "11.659767");
    assert_prints(row.upside, "-0.193125");
    // 38,698.357177 less and more a tenth, less 21,600 of power.
    assert_prints(row.gross_profit_btc_down, "13228.521459");
    assert_prints(row.gross_profit_btc_up, "20968.192895");
    // Mining EBITDA per EH 5.145900 becomes 3.733410 and 6.558390; times 6·(50 − 0.75·15).
    assert_prints(row.per_share_btc_down, "20.922208");
    assert_prints(row.per_share_btc_up, "27.490287");
}

#[test]
fn pool_fee_and_downtime_raise_the_hashprice_that_is_needed() {
    let page = with(&[("pool_fee_pct", 2.0), ("uptime_pct", 90.0)]);
    let row = row_of(&miner("Alpha", &[]), &page);
    // 24·20·45·0.9 of power over 0.98·0.9 of hashprice.
    assert_prints(row.breakeven_hashprice, "22040.816327");
    let paid = with(&[("uptime_pct", 50.0), ("curtailment_credit", 90.0)]);
    assert_eq!(row_of(&miner("Paid", &[]), &paid).breakeven_hashprice, 0.0);
}

#[test]
fn cash_lasts_as_many_months_as_it_holds_burns() {
    let losing = [(Column::PowerPrice, 90.0), (Column::Cash, 60.0)];
    let row = row_of(&miner("Losing", &losing), &Inputs::default());
    // 38,698.357177 − 43,200 − 3,000 − 1,500 − 10,273.972603 a day for each of 50 EH.
    assert_prints(row.free_cash_flow, "-19275.615426");
    assert_prints(row.monthly_burn, "29.314998");
    assert_prints(row.months_of_liquidity.expect("it burns"), "2.046734");
    let penniless = [(Column::PowerPrice, 90.0)];
    let row = row_of(&miner("Penniless", &penniless), &Inputs::default());
    assert_eq!(row.months_of_liquidity, Some(0.0));
}

#[test]
fn cheaper_than_average_is_cheaper_power_for_an_exahash() {
    let is_cheaper = |efficiency, power_price| {
        let numbers = [
            (Column::Efficiency, efficiency),
            (Column::PowerPrice, power_price),
        ];
        row_of(&miner("Alpha", &numbers), &Inputs::default()).cheaper_than_average
    };
    assert!(is_cheaper(19.9, 45.0) && is_cheaper(20.0, 44.9) && is_cheaper(30.0, 29.0));
    assert!(!is_cheaper(30.0, 30.0) && !is_cheaper(20.1, 45.0) && !is_cheaper(10.0, 91.0));
}

#[test]
fn rows_keep_their_order_and_are_ranked_by_upside() {
    let at = |name: &str, price| miner(name, &[(Column::SharePrice, price)]);
    let miners = [
        at("D", 40.0),
        at("B", 20.0),
        at("C", 30.0),
        at("A", 30.0),
        at("A", 30.0),
    ];
    let rows = screen(&miners, &Inputs::default());
    let names: Vec<&str> = rows.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(names, ["D", "B", "C", "A", "A"]);
    let ranks: Vec<usize> = rows.iter().map(|row| row.rank).collect();
    assert_eq!(ranks, [5, 1, 2, 2, 2], "equal upside is an equal rank");
    assert_eq!(
        ranking(&rows),
        [1, 3, 4, 2, 0],
        "by name, then in the order given"
    );
}

#[test]
fn equals_keep_the_order_in_which_they_are_given() {
    let [high, low] = [20.0, 40.0].map(|price| {
        row_of(
            &miner("A", &[(Column::SharePrice, price)]),
            &Inputs::default(),
        )
    });
    let rows = (0..100)
        .flat_map(|_| [low.clone(), high.clone()])
        .collect::<Vec<_>>();
    let places: Vec<usize> = (1..200).step_by(2).chain((0..200).step_by(2)).collect();
    assert_eq!(ranking(&rows), places);
}

#[test]
fn a_negative_zero_is_zero() {
    let debt = miner("A", &[(Column::NetDebt, -0.0)]).get(Column::NetDebt);
    assert!(debt == 0.0 && debt.is_sign_positive());
}

#[test]
fn a_screen_without_rows_is_empty() {
    assert_eq!(screen(&[], &Inputs::default()), []);
}

#[test]
fn a_row_is_serialised_flat_by_its_keys() {
    let row = row_of(&miner("Alpha", &[]), &Inputs::default());
    let json = serde_json::to_value(row).expect("is JSON");
    let mut keys: Vec<&str> = json
        .as_object()
        .expect("an object")
        .keys()
        .map(String::as_str)
        .collect();
    keys.sort_unstable();
    assert_eq!(
        keys,
        [
            "bitcoin_exposure",
            "breakeven_hashprice",
            "cheaper_than_average",
            "equity_beta",
            "equity_value",
            "free_cash_flow",
            "gross_margin",
            "gross_profit",
            "gross_profit_btc_down",
            "gross_profit_btc_up",
            "hedge_btc",
            "hpc_value",
            "implied_execution_pct",
            "implied_mining_multiple",
            "implied_mw",
            "mining_value",
            "monthly_burn",
            "months_of_liquidity",
            "name",
            "per_share",
            "per_share_btc_down",
            "per_share_btc_up",
            "percentile",
            "rank",
            "upside",
        ]
    );
}

#[test]
fn archetypes_are_marked_as_illustrative_and_differ_as_their_names_say() {
    let miners = archetypes();
    assert!(
        miners
            .iter()
            .all(|miner| miner.name().ends_with("(illustrative)"))
    );
    let rows = screen(&miners, &Inputs::default());
    let [efficient, average, old, hybrid] = &rows[..] else {
        panic!("four");
    };
    assert!(efficient.cheaper_than_average && efficient.percentile < 0.2);
    assert_eq!(miners[1], miner(average.name.as_str(), &[]));
    assert!(old.free_cash_flow < 0.0 && old.percentile > 0.8);
    assert!(
        old.months_of_liquidity
            .is_some_and(|months| (2.0..12.0).contains(&months))
    );
    assert!(
        old.equity_beta > average.equity_beta,
        "the less is left, the more bitcoin moves it"
    );
    assert!(hybrid.hpc_value > hybrid.mining_value && hybrid.mining_value > 0.0);
    for row in &rows {
        assert!(row.upside.abs() < 1.0, "{row:?}");
    }
}

#[test]
fn the_hedge_of_a_pair_is_the_difference_of_the_exposures() {
    let inputs = Inputs::default();
    let (long, short) = (
        miner("Long", &[]),
        miner("Short", &[(Column::Efficiency, 30.0)]),
    );
    let rows = screen(&[long.clone(), short.clone()], &inputs);
    let traded = pair(&long, &short, &inputs);
    assert_eq!(
        (traded.long.as_str(), traded.short.as_str()),
        ("Long", "Short")
    );
    let net = rows[0].bitcoin_exposure - rows[1].bitcoin_exposure;
    assert_eq!(traded.net_exposure_btc_per_usd_m, net);
    assert_eq!(traded.hedge_btc_per_usd_m, net);
    // 38,698.357177/88,950 BTC a day, 365 days at the multiple 6 on 38.75 EH, over USD 3,000 m.
    assert_prints(rows[0].bitcoin_exposure, "12.306687");
}

#[test]
fn a_side_that_stops_earning_breaks_the_hedge_in_its_favour() {
    // The long side earns only while bitcoin stays above 84,000: falling further costs it nothing.
    let thin = miner("Thin", &[(Column::PowerPrice, 70.0)]);
    let debt = miner("No miner", &[(Column::FleetHashrate, 0.001)]);
    let traded = pair(&thin, &debt, &Inputs::default());
    assert!(traded.hedged_gain_btc_down > 1_000.0, "{traded:?}");
    assert!(traded.hedged_gain_btc_up.abs() < 1e-3, "{traded:?}");
    let turned = pair(&debt, &thin, &Inputs::default());
    assert!(turned.hedged_gain_btc_down < -1_000.0, "{turned:?}");
}

/// Value of USD 1 m of a miner's shares with bitcoin at this price, USD: everything evaluated anew.
fn holding(miner: &Miner, page: &Inputs, btc_price: f64) -> Option<f64> {
    let inputs = miner
        .inputs(page)
        .with(Key::BtcPrice, Some(btc_price))
        .ok()?;
    let per_share = Evaluation::of(&inputs).sum_of_parts().per_share;
    Some(per_share * 1e6 / miner.get(Column::SharePrice))
}

proptest! {
    #[test]
    fn a_row_is_the_models_of_the_page_with_the_miners_numbers(
        page in page::inputs(), miner in arbitrary::miner(),
    ) {
        let row = row_of(&miner, &page);
        let evaluation = Evaluation::of(&miner.inputs(&page));
        let (mining, parts) = (evaluation.hashprice(), evaluation.sum_of_parts());
        prop_assert_eq!(&row.name, miner.name());
        prop_assert_eq!(row.gross_profit, mining.gross_profit);
        prop_assert_eq!(row.percentile, evaluation.cost_curve().your_percentile);
        prop_assert_eq!(row.per_share, parts.per_share);
        prop_assert_eq!(row.hedge_btc, parts.hedge_btc);
        prop_assert_eq!(row.equity_beta, parts.equity_beta);
        prop_assert_eq!(row.months_of_liquidity.is_some(), mining.free_cash_flow < 0.0);
        let json = serde_json::to_value(&row).expect("is JSON");
        for (key, value) in json.as_object().expect("an object") {
            let is_optional = key.starts_with("implied_")
                || key == "months_of_liquidity" || key == "equity_beta";
            prop_assert!(is_optional || !value.is_null(), "{} is not finite", key);
        }
    }

    #[test]
    fn at_the_break_even_hashprice_gross_profit_is_nothing(
        page in page::inputs(), miner in arbitrary::miner(),
    ) {
        let row = row_of(&miner, &page);
        let mining = Evaluation::of(&miner.inputs(&page)).hashprice().clone();
        if row.breakeven_hashprice > 0.0 {
            let revenue = mining.revenue / mining.hashprice * row.breakeven_hashprice;
            prop_assert!((revenue / mining.power_cost - 1.0).abs() < 1e-12);
        } else {
            prop_assert!(mining.power_cost <= 0.0);
        }
    }

    #[test]
    fn a_tenth_on_bitcoin_is_what_the_models_say_at_that_price(
        page in page::inputs(), miner in arbitrary::miner(),
    ) {
        let row = row_of(&miner, &page);
        for (factor, gross_profit, per_share) in [
            (0.9, row.gross_profit_btc_down, row.per_share_btc_down),
            (1.1, row.gross_profit_btc_up, row.per_share_btc_up),
        ] {
            let price = page.btc_price() * factor;
            let Ok(inputs) = miner.inputs(&page).with(Key::BtcPrice, Some(price)) else {
                continue;
            };
            let there = Evaluation::of(&inputs);
            let (mining, parts) = (there.hashprice(), there.sum_of_parts());
            let size = mining.revenue + mining.power_cost.abs();
            prop_assert!((mining.gross_profit - gross_profit).abs() <= 1e-12 * size);
            let diluted = inputs.shares() * (1.0 + inputs.new_shares_pct() / 100.0);
            let earned = size * inputs.fleet_hashrate() * inputs.mining_multiple() * 365e-6;
            let size = (earned + parts.hpc_value.abs() + inputs.net_debt().abs()) / diluted
                + inputs.share_price();
            prop_assert!((parts.per_share - per_share).abs() <= 1e-11 * size);
        }
    }

    #[test]
    fn a_rank_is_one_more_than_how_many_have_more_upside(
        miners in prop::collection::vec(arbitrary::miner(), 0..4), twins in 0..3_usize,
    ) {
        let mut miners = miners;
        miners.extend(miners.clone().into_iter().take(twins));
        let rows = screen(&miners, &Inputs::default());
        for row in &rows {
            let above = rows.iter().filter(|other| other.upside > row.upside).count();
            prop_assert_eq!(row.rank, 1 + above);
        }
        let places = ranking(&rows);
        for two in places.windows(2) {
            let (first, second) = (&rows[two[0]], &rows[two[1]]);
            let key = |row: &Row, place: usize| (row.rank, row.name.clone(), place);
            prop_assert!(key(first, two[0]) < key(second, two[1]));
        }
    }

    #[test]
    fn a_pair_with_itself_is_neutral_and_turning_it_round_turns_every_sign(
        page in page::inputs(), one in arbitrary::miner(), other in arbitrary::miner(),
    ) {
        let same = pair(&one, &one, &page);
        prop_assert_eq!(same.hedge_btc_per_usd_m, 0.0);
        prop_assert_eq!((same.hedged_gain_btc_down, same.hedged_gain_btc_up), (0.0, 0.0));
        let (there, back) = (pair(&one, &other, &page), pair(&other, &one, &page));
        prop_assert_eq!(there.net_exposure_btc_per_usd_m, -back.net_exposure_btc_per_usd_m);
        prop_assert_eq!(there.hedge_btc_per_usd_m, -back.hedge_btc_per_usd_m);
        prop_assert_eq!(there.hedged_gain_btc_down, -back.hedged_gain_btc_down);
        prop_assert_eq!(there.hedged_gain_btc_up, -back.hedged_gain_btc_up);
    }

    #[test]
    fn with_the_hedge_one_percent_on_bitcoin_is_worth_nothing(
        page in page::inputs(), long in arbitrary::miner(), short in arbitrary::miner(),
    ) {
        let price = page.btc_price();
        let swing = |miner: &Miner| {
            let up = holding(miner, &page, 1.01 * price)?;
            Some((up - holding(miner, &page, 0.99 * price)?, up.abs()))
        };
        if let (Some((bought, size)), Some((sold, other))) = (swing(&long), swing(&short)) {
            let hedge = pair(&long, &short, &page).hedge_btc_per_usd_m;
            let left = bought - sold - hedge * 0.02 * price;
            let noise = 1e-10 * (size + other + bought.abs() + sold.abs());
            prop_assert!(left.abs() <= noise, "{} of {}", left, size + other);
        }
    }

    #[test]
    fn what_the_hedged_pair_gains_is_what_its_sides_and_the_hedge_gain(
        page in page::inputs(), long in arbitrary::miner(), short in arbitrary::miner(),
    ) {
        let price = page.btc_price();
        let traded = pair(&long, &short, &page);
        for (factor, gain) in [(0.9, traded.hedged_gain_btc_down), (1.1, traded.hedged_gain_btc_up)] {
            let side = |miner: &Miner| {
                let (there, here) = (holding(miner, &page, factor * price)?, holding(miner, &page, price)?);
                Some((there - here, there.abs() + here.abs()))
            };
            if let (Some((bought, size)), Some((sold, other))) = (side(&long), side(&short)) {
                let hedge = traded.hedge_btc_per_usd_m * (factor - 1.0) * price;
                let noise = 1e-9 * (size + other + hedge.abs());
                prop_assert!((gain - (bought - sold - hedge)).abs() <= noise);
            }
        }
    }
}
