use proptest::prelude::*;

use super::*;
use crate::model::parameters::arbitrary;
use crate::model::tests::{assert_prints, with};

/// A site of changed preset inputs; its probability of execution is the inputs'.
fn site(start_month: u64, contract: Contract, entries: &[(&str, f64)]) -> Site {
    Site {
        name: "Childress".to_owned(),
        start_month,
        contract,
        inputs: with(entries),
    }
}

/// A small site that is quick to follow by hand: 10 MW of IT, built in two months, paid for a year
/// by two tranches, without residual, escalator or time value.
fn small(start_month: u64, contract: Contract, execution_pct: f64) -> Site {
    let entries = [
        ("gross_mw", 12.0),
        ("pue", 1.2),
        ("build_months", 2.0),
        ("ramp_months", 2.0),
        ("tenor", 1.0),
        ("escalator_pct", 0.0),
        ("renewal_pct", 0.0),
        ("noi_margin_pct", 100.0),
        ("execution_pct", execution_pct),
        ("sunk_pct", 40.0),
        ("loan_to_cost_pct", 0.0),
    ];
    site(start_month, contract, &entries)
}

fn sum(list: &[f64]) -> f64 {
    list.iter().sum()
}

/// A list with `months` entries of `value`, and 0 after them.
fn for_months(value: f64, months: usize, len: usize) -> Vec<f64> {
    (0..len)
        .map(|month| if month < months { value } else { 0.0 })
        .collect()
}

fn capacities(portfolio: &Portfolio) -> [&Capacity; 4] {
    [
        &portfolio.it_mw,
        &portfolio.gross_mw,
        &portfolio.expected_it_mw,
        &portfolio.expected_gross_mw,
    ]
}

fn series(portfolio: &Portfolio) -> Vec<&Vec<f64>> {
    let cash = &portfolio.cash;
    let mut all = vec![&cash.hpc, &cash.levered, &cash.mining, &cash.expected_hpc];
    for capacity in capacities(portfolio) {
        all.extend([
            &capacity.memorandum,
            &capacity.signed,
            &capacity.building,
            &capacity.paying,
            &capacity.contracted,
            &capacity.energised,
        ]);
    }
    all
}

#[test]
fn one_site_with_a_known_pivot_is_a_list_of_one() {
    let site = Site {
        name: "Odessa".to_owned(),
        start_month: 7,
        contract: Contract::Signed,
        inputs: Inputs::default(),
    };
    let pivot = Evaluation::of(&site.inputs).pivot().clone();
    assert_eq!(one_site(&site, &pivot), sites(&[site]));
}

#[test]
fn a_site_goes_through_its_stages_by_hand() {
    let portfolio = sites(&[small(3, Contract::Signed, 60.0)]);
    assert_eq!(portfolio.month, (0..=18).collect::<Vec<_>>());
    let it = &portfolio.it_mw;
    assert_eq!(it.memorandum, vec![0.0; 19]);
    assert_eq!(it.signed, for_months(10.0, 3, 19));
    let building: Vec<f64> = [&[0.0; 3][..], &[10.0, 10.0, 5.0], &[0.0; 13]].concat();
    assert_eq!(it.building, building);
    let paying: Vec<f64> = [&[0.0; 5][..], &[5.0], &[10.0; 11], &[5.0, 0.0]].concat();
    assert_eq!(it.paying, paying);
    assert_eq!(it.energised, paying);
    let contracted: Vec<f64> = [&[10.0; 17][..], &[5.0, 0.0]].concat();
    assert_eq!(it.contracted, contracted);
    assert_eq!(portfolio.gross_mw.building[3..6], [12.0, 12.0, 6.0]);
    assert_eq!(portfolio.expected_it_mw.building[3..6], [6.0, 6.0, 3.0]);
    let expected = &portfolio.expected_gross_mw.contracted;
    assert!((expected[0] - 0.6 * 12.0).abs() < 1e-12);
    let results = &portfolio.sites[0];
    let months = [
        results.start_month,
        results.first_rent_month,
        results.full_rent_month,
        results.last_month,
    ];
    assert_eq!(months, [3, 5, 6, 18]);
}

#[test]
fn a_memorandum_is_contracted_from_its_decision_on() {
    let it = sites(&[small(3, Contract::Memorandum, 30.0)]).it_mw;
    assert_eq!(it.memorandum, for_months(10.0, 3, 19));
    assert_eq!(it.signed, vec![0.0; 19]);
    assert_eq!(it.contracted[..5], [0.0, 0.0, 0.0, 10.0, 10.0]);
    for contract in [Contract::SignedGuaranteed, Contract::Energised] {
        let it = sites(&[small(3, contract, 90.0)]).it_mw;
        assert_eq!(it.signed, for_months(10.0, 3, 19), "{contract:?}");
    }
}

#[test]
fn expected_cash_is_that_of_success_and_the_sunk_part_of_capex() {
    let cash = sites(&[small(3, Contract::Signed, 60.0)]).cash;
    // 100 m of capex over two months; 1.5 m of rent a month at full rent.
    assert_eq!(cash.hpc[2..5], [0.0, -50.0, -50.0]);
    assert_prints(cash.hpc[5], "0.750000000");
    assert_prints(cash.hpc[6], "1.500000000");
    assert_eq!(cash.levered, cash.hpc);
    // 0.6·(−50) − 0.4·0.4·50
    assert_prints(cash.expected_hpc[3], "-38.000000000");
    assert_prints(cash.expected_hpc[6], "0.900000000");
    assert_prints(sum(&cash.expected_hpc), "-65.200000000"); // 0.6·(18 − 100) − 0.16·100
}

#[test]
fn mining_counts_from_the_decision_to_the_end_of_the_lease() {
    let delayed = site(5, Contract::Signed, &[]);
    let mining = sites(std::slice::from_ref(&delayed)).cash.mining;
    assert_eq!(mining[..5], [0.0; 5]);
    let alone = Evaluation::of(&delayed.inputs);
    assert_eq!(mining[5..], alone.pivot().cash_flows.mining[..]);
    assert!(mining[5] > 0.0);
}

#[test]
fn a_site_of_the_preset_is_the_pivot_of_the_preset() {
    let portfolio = sites(&[site(0, Contract::Signed, &[])]);
    assert_prints(portfolio.npv_hpc, "1994.361");
    assert_prints(portfolio.npv_gain, "1923.811");
    assert_prints(portfolio.expected_npv_gain, "1149.956");
    assert_eq!(portfolio.sites[0].execution_pct, 75.0);
    assert_prints(portfolio.sites[0].it_mw, "230.769231");
    assert_eq!(portfolio.sites[0].gross_mw, 300.0);
}

#[test]
fn a_year_later_each_part_is_discounted_at_its_own_rate() {
    // The preset: 1,994.361 at 9%, the rest of the gain of 1,923.811 at 15%.
    let portfolio = sites(&[site(12, Contract::Signed, &[("sunk_pct", 50.0)])]);
    let (hpc, mining) = (1_994.361 / 1.09, (1_923.811 - 1_994.361) / 1.15);
    assert!((portfolio.npv_hpc - hpc).abs() < 0.001);
    assert!((portfolio.npv_gain - (hpc + mining)).abs() < 0.001);
    // Failure costs half of PV(capex) and the mining meanwhile, together as in the check figures.
    let pivot = Evaluation::of(&Inputs::default()).pivot().clone();
    let sunk = 0.5 * pivot.capex_present_value;
    let idle = (0.75 * 1_923.811 - 1_149.956) / 0.25 - sunk;
    let expected = 0.75 * (hpc + mining) - 0.25 * (sunk / 1.09 + idle / 1.15);
    assert!((portfolio.expected_npv_gain - expected).abs() < 0.01);
}

#[test]
fn no_value_is_minus_zero() {
    let losing = [
        ("lease_rate", 0.0),
        ("capex", 0.0),
        ("machine_resale", 0.0),
        ("build_months", 0.0),
        ("execution_pct", 0.0),
    ];
    let portfolio = sites(&[site(0, Contract::Signed, &losing)]);
    assert!(portfolio.npv_gain < 0.0);
    let expected = portfolio.sites[0].expected_npv_gain;
    assert!(expected == 0.0 && expected.is_sign_positive());
}

#[test]
fn no_sites_add_up_to_nothing() {
    let nothing = sites(&[]);
    assert_eq!(nothing, Portfolio::empty(0));
    assert!(nothing.month.is_empty() && nothing.npv_gain == 0.0);
}

#[test]
fn a_portfolio_is_written_under_the_names_of_its_fields() {
    let portfolio = sites(&[small(0, Contract::SignedGuaranteed, 90.0)]);
    let json = serde_json::to_value(&portfolio).expect("can be written");
    let names = |value: &serde_json::Value| {
        let object = value.as_object().expect("an object");
        // The library sorts them or not, as its features are.
        let mut names: Vec<&str> = object.keys().map(String::as_str).collect();
        names.sort_unstable();
        names.join(" ")
    };
    assert_eq!(
        names(&json),
        "cash expected_gross_mw expected_it_mw expected_npv_gain gross_mw it_mw month npv_gain \
         npv_hpc sites"
    );
    assert_eq!(
        names(&json["it_mw"]),
        "building contracted energised memorandum paying signed"
    );
    assert_eq!(names(&json["cash"]), "expected_hpc hpc levered mining");
    assert_eq!(json["sites"][0]["contract"], "signed_guaranteed");
    assert_eq!(json["sites"][0]["name"], "Childress");
}

fn arbitrary_site() -> impl Strategy<Value = Site> {
    let start = prop_oneof![Just(0_u64), 0..60_u64, Just(600)];
    let contract = prop::sample::select(&Contract::ALL[..]);
    (start, contract, arbitrary::inputs()).prop_map(|(start_month, contract, inputs)| Site {
        name: "Any".to_owned(),
        start_month,
        contract,
        inputs,
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn one_site_in_month_zero_reproduces_the_pivot(one in arbitrary_site()) {
        let one = Site { start_month: 0, ..one };
        let portfolio = sites(std::slice::from_ref(&one));
        let evaluation = Evaluation::of(&one.inputs);
        let pivot = evaluation.pivot();
        prop_assert_eq!(&portfolio.cash.hpc, &pivot.cash_flows.hpc);
        prop_assert_eq!(&portfolio.cash.levered, &pivot.cash_flows.levered);
        prop_assert_eq!(&portfolio.cash.mining, &pivot.cash_flows.mining);
        prop_assert_eq!(portfolio.month.len(), pivot.cash_flows.hpc.len());
        let results = &portfolio.sites[0];
        for (total, alone, expected) in [
            (portfolio.npv_hpc, results.npv_hpc, pivot.npv_hpc),
            (portfolio.npv_gain, results.npv_gain, pivot.npv_gain),
            (portfolio.expected_npv_gain, results.expected_npv_gain, pivot.expected_npv_gain),
        ] {
            prop_assert_eq!((total, alone), (expected, expected));
        }
        prop_assert_eq!(results.it_mw, pivot.it_mw);
    }

    #[test]
    fn totals_are_the_sum_of_portfolios_of_one_site(
        list in prop::collection::vec(arbitrary_site(), 1..4),
    ) {
        let whole = sites(&list);
        let parts: Vec<Portfolio> =
            list.iter().map(|one| sites(std::slice::from_ref(one))).collect();
        for (index, total) in series(&whole).iter().enumerate() {
            prop_assert_eq!(total.len(), whole.month.len());
            for (month, total) in total.iter().enumerate() {
                let expected = parts.iter().fold(0.0, |sum, part| {
                    sum + series(part)[index].get(month).copied().unwrap_or(0.0)
                });
                prop_assert_eq!(*total, expected);
            }
        }
        let values = |portfolio: &Portfolio| {
            [portfolio.npv_hpc, portfolio.npv_gain, portfolio.expected_npv_gain]
        };
        for (index, total) in values(&whole).iter().enumerate() {
            let expected = parts.iter().fold(0.0, |sum, part| sum + values(part)[index]);
            prop_assert_eq!(*total, expected);
        }
        prop_assert_eq!(whole.sites.len(), list.len());
        let longest = parts.iter().map(|part| part.month.len()).max();
        prop_assert_eq!(Some(whole.month.len()), longest);
    }

    #[test]
    fn starting_later_moves_every_series_by_as_much(
        list in prop::collection::vec(arbitrary_site(), 1..4), later in 1..40_u64,
    ) {
        let moved: Vec<Site> = list
            .iter()
            .map(|one| Site { start_month: one.start_month + later, ..one.clone() })
            .collect();
        let (before, after) = (sites(&list), sites(&moved));
        let later = later as usize;
        for (before, after) in series(&before).iter().zip(series(&after)) {
            prop_assert_eq!(&before[..], &after[later..]);
        }
        for cash in &series(&after)[..4] {
            prop_assert!(cash[..later].iter().all(|cash| *cash == 0.0));
        }
        for (before, after) in before.sites.iter().zip(&after.sites) {
            let months = |site: &SiteResults| {
                [site.start_month, site.first_rent_month, site.full_rent_month, site.last_month]
            };
            prop_assert_eq!(months(before).map(|month| month + later as u64), months(after));
        }
    }

    #[test]
    fn stages_are_never_negative_and_add_up_until_the_first_lease_ends(one in arbitrary_site()) {
        let portfolio = sites(std::slice::from_ref(&one));
        let first_end = portfolio.sites[0].first_rent_month + 12 * one.inputs.tenor();
        let execution = one.inputs.execution_pct() / 100.0;
        let sizes = [portfolio.sites[0].it_mw, one.inputs.gross_mw()];
        let sizes = [sizes[0], sizes[1], execution * sizes[0], execution * sizes[1]];
        for (capacity, mw) in capacities(&portfolio).into_iter().zip(sizes) {
            for month in 0..portfolio.month.len() {
                let stages = [
                    capacity.memorandum[month],
                    capacity.signed[month],
                    capacity.building[month],
                    capacity.paying[month],
                ];
                prop_assert!(stages.iter().all(|stage| *stage >= 0.0));
                let (all, is_leased) = (sum(&stages), (month as u64) < first_end);
                if is_leased {
                    prop_assert!((all - mw).abs() <= 1e-12 * mw, "month {month}: {all} of {mw}");
                } else {
                    prop_assert!(all < mw || mw == 0.0, "month {month}: {all} of {mw}");
                }
                prop_assert!(capacity.energised[month] <= capacity.contracted[month]);
                prop_assert_eq!(capacity.energised[month], capacity.paying[month]);
                let contracted = all - capacity.memorandum[month];
                prop_assert!((capacity.contracted[month] - contracted).abs() <= 1e-12 * mw);
            }
        }
    }

    #[test]
    fn values_are_those_of_the_cash(one in arbitrary_site()) {
        let worth = |cash: &[f64], pct: f64| {
            let yearly = 1.0 + pct / 100.0;
            let each: Vec<f64> = cash
                .iter()
                .zip(0_u16..)
                .map(|(cash, month)| cash * libm::pow(yearly, -f64::from(month) / 12.0))
                .collect();
            (sum(&each), each.iter().map(|cash| cash.abs()).sum::<f64>())
        };
        let inputs = &one.inputs;
        let portfolio = sites(std::slice::from_ref(&one));
        let (npv_hpc, size) = worth(&portfolio.cash.hpc, inputs.hpc_discount_pct());
        prop_assert!((portfolio.npv_hpc - npv_hpc).abs() <= 1e-11 * size);
        // What a failed conversion leaves is in the expected cash; the mining that it has cost is
        // the plan's from the stop to the first rent.
        let results = &portfolio.sites[0];
        let first_rent = results.first_rent_month as usize;
        let stop = (one.start_month + inputs.mining_stop_month()) as usize;
        let mut idle = portfolio.cash.mining.clone();
        for (month, cash) in idle.iter_mut().enumerate() {
            if month < stop || month >= first_rent {
                *cash = 0.0;
            }
        }
        let mining_pct = inputs.mining_discount_pct();
        let (idle, idle_size) = worth(&idle, mining_pct);
        let (expected_hpc, expected_size) =
            worth(&portfolio.cash.expected_hpc, inputs.hpc_discount_pct());
        let success = inputs.execution_pct() / 100.0;
        let mining_part = portfolio.npv_gain - portfolio.npv_hpc;
        let expected = expected_hpc + success * mining_part - (1.0 - success) * idle;
        let size = size + expected_size + idle_size + mining_part.abs();
        let error = (portfolio.expected_npv_gain - expected).abs();
        prop_assert!(error <= 1e-11 * size, "{} {expected}", portfolio.expected_npv_gain);
        // Converting changes mining by the sale, what is mined before the stop, and the plan.
        let alone = Evaluation::of(inputs);
        let pivot = alone.pivot();
        let later = libm::pow(1.0 + mining_pct / 100.0, -(one.start_month as f64) / 12.0);
        let change = later * (pivot.npv_convert - pivot.npv_hpc - pivot.npv_mining);
        let size = portfolio.npv_hpc.abs()
            + later * (pivot.npv_convert.abs() + pivot.npv_hpc.abs() + pivot.npv_mining);
        prop_assert!((mining_part - change).abs() <= 1e-11 * size, "{mining_part} {change}");
    }
}
