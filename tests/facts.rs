//! What the published figures say about each other, what is made of them, and the document that
//! lists them.

#[path = "facts/document.rs"]
mod document;

use std::fs;
use std::path::Path;

use hashpivot::facts::benchmarks::BENCHMARKS;
use hashpivot::facts::deals::{DEALS, Deal, LeaseType};
use hashpivot::facts::jpmorgan::{self, MONTHS};
use hashpivot::facts::machines::MACHINES;
use hashpivot::facts::share_moves::{BEAT_BITCOIN, COHORT, SHARE_MOVES};
use hashpivot::facts::{Preset, fleet_presets, lease_presets, marks, upgrade_presets};
use hashpivot::model::Evaluation;
use hashpivot::model::parameters::{Inputs, Key};
use hashpivot::model::signals::Column;

fn deal(id: &str) -> &'static Deal {
    DEALS.iter().find(|deal| deal.id == id).expect("is a deal")
}

fn lease(id: &str) -> Preset {
    let preset = lease_presets().iter().find(|preset| preset.id == id);
    preset.expect("is a preset").clone()
}

fn all_presets() -> Vec<Preset> {
    [lease_presets().to_vec(), fleet_presets(), upgrade_presets()].concat()
}

/// The inputs with a preset's entries in place of their own.
fn opened(preset: &Preset) -> Inputs {
    let entries = preset.entries.iter();
    let entries = entries.map(|(key, value)| (key.name(), *value));
    Inputs::from_entries(entries).expect("a preset is valid")
}

/// The numbers that round to this one at this unit of its last digit.
#[derive(Clone, Copy, Debug)]
struct Rounded {
    low: f64,
    high: f64,
}

impl Rounded {
    fn to(unit: f64, value: f64) -> Self {
        Self {
            low: value - unit / 2.0,
            high: value + unit / 2.0,
        }
    }

    fn times(self, factor: f64) -> Self {
        Self {
            low: self.low * factor,
            high: self.high * factor,
        }
    }

    fn meets(self, other: Self) -> bool {
        self.low <= other.high && other.low <= self.high
    }
}

/// Contract value with the digits that were published, USD bn.
fn contract_value(deal: &Deal) -> Rounded {
    let unit = match deal.id {
        "cipher_barber_lake_expansion" => 0.01,
        "riot_amd_rockdale" => 0.001,
        _ => 0.1,
    };
    Rounded::to(unit, deal.contract_value_usd_bn)
}

#[test]
fn rent_per_kilowatt_is_rent_per_megawatt_and_year() {
    for deal in DEALS.iter().filter(|deal| deal.is_comparable()) {
        let (year, month) = (deal.usd_m_per_it_mw_year, deal.usd_per_kw_month);
        let (year, month) = (year.expect("is published"), month.expect("is published"));
        let from_year = Rounded::to(0.01, year).times(1e6 / 12.0 / 1e3);
        assert!(from_year.meets(Rounded::to(1.0, month)), "{}", deal.name);
    }
}

#[test]
fn rent_is_contract_value_over_power_and_time() {
    for deal in DEALS {
        let Some(critical_it) = deal.critical_it_mw else {
            continue;
        };
        let mw_years = critical_it * deal.tenor_years;
        let mean = 1e3 * deal.contract_value_usd_bn / mw_years;
        let published = deal.usd_m_per_it_mw_year.expect("is published");
        assert!((mean - published).abs() <= 0.005, "{}: {mean}", deal.name);
        let Some(per_kw) = deal.usd_per_kw_month else {
            continue;
        };
        let month = 1e3 / 12.0 * mean;
        // The one that does not is named in its note.
        let is_named = deal.id == "terawulf_abernathy";
        assert_eq!(
            (month - per_kw).abs() > 0.5,
            is_named,
            "{}: {month}",
            deal.name
        );
        let span = contract_value(deal).times(1e6 / 12.0 / mw_years);
        assert!(span.meets(Rounded::to(1.0, per_kw)), "{}", deal.name);
    }
    assert!(
        deal("terawulf_abernathy")
            .note
            .contains("$188 per kW a month, not 189")
    );
}

#[test]
fn gross_power_is_more_than_critical_it_and_never_stands_for_it() {
    for deal in DEALS {
        if let (Some(gross), Some(critical_it)) = (deal.gross_mw, deal.critical_it_mw) {
            assert!((1.1..1.6).contains(&(gross / critical_it)), "{}", deal.name);
        }
        if deal.critical_it_mw.is_none() {
            assert_eq!(deal.usd_per_kw_month, None, "{}", deal.name);
            assert_eq!(deal.usd_m_per_it_mw_year, None, "{}", deal.name);
            assert_eq!(deal.gross_per_it_mw(), None, "{}", deal.name);
        }
    }
    assert_eq!(
        deal("hut_8_river_bend").gross_per_it_mw(),
        Some(330.0 / 245.0)
    );
    assert_eq!(
        deal("applied_digital_ellendale").gross_per_it_mw(),
        Some(1.18)
    );
    let aws = deal("cipher_aws");
    assert!(aws.critical_it_mw.is_none() && aws.note.contains("not confirmed"));
}

#[test]
fn gross_only_and_gpu_cloud_deals_are_no_lease_presets() {
    let ids: Vec<_> = lease_presets().iter().map(|preset| preset.id).collect();
    let left_out: Vec<_> = DEALS
        .iter()
        .map(|deal| deal.id)
        .filter(|id| !ids.contains(id))
        .collect();
    assert_eq!(left_out, ["cipher_aws", "iren_microsoft"]);
    assert_eq!(deal("iren_microsoft").lease_type, LeaseType::GpuCloud);
}

#[test]
fn every_entry_has_a_name_of_its_own_and_a_source_and_a_date() {
    let entries: Vec<[&str; 4]> = [
        DEALS
            .iter()
            .map(|deal| [deal.id, deal.name, deal.sources, deal.announced])
            .collect::<Vec<_>>(),
        MONTHS
            .iter()
            .map(|month| [month.month, month.month, month.source, month.month])
            .collect(),
        BENCHMARKS
            .iter()
            .map(|benchmark| {
                [
                    benchmark.name,
                    benchmark.input,
                    benchmark.source,
                    benchmark.date,
                ]
            })
            .collect(),
        COHORT
            .iter()
            .enumerate()
            .map(|(index, cap)| [["a", "b", "c", "d"][index], cap.since, cap.source, cap.date])
            .collect(),
    ]
    .concat();
    for (index, entry) in entries.iter().enumerate() {
        assert!(entry.iter().all(|text| !text.is_empty()), "{entry:?}");
        let has_year = entry[3].starts_with("20") || entry[3] == "undated";
        assert!(has_year, "{entry:?}");
        assert!(
            entries[..index]
                .iter()
                .all(|earlier| earlier[0] != entry[0]),
            "{entry:?}"
        );
    }
    for text in DEALS
        .iter()
        .map(|deal| deal.id)
        .chain(MACHINES.iter().map(|machine| machine.id))
    {
        let is_snake_case =
            |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
        assert!(text.bytes().all(is_snake_case), "{text}");
    }
    for deal in DEALS {
        let names_tenant = !deal.tenant.is_empty() && deal.name.contains(deal.tenant);
        assert!(names_tenant, "{}", deal.name);
    }
    for benchmark in BENCHMARKS {
        let key = Key::from_name(benchmark.input).expect("is an input");
        for end in [benchmark.range.low, benchmark.range.high] {
            assert!(key.parameter().check(end).is_ok(), "{}", benchmark.name);
        }
        assert!(benchmark.range.low <= benchmark.range.high);
    }
}

#[test]
fn every_preset_is_valid_and_says_what_it_leaves() {
    for preset in all_presets() {
        let inputs = opened(&preset);
        for (key, value) in &preset.entries {
            assert_eq!(inputs.get(*key), Some(*value), "{}", preset.name);
            let alone = Inputs::default().with(*key, Some(*value));
            assert!(alone.is_ok(), "{}: {alone:?}", preset.name);
            assert!(!preset.left_as_is.contains(key), "{}: {key:?}", preset.name);
        }
        assert!(!preset.entries.is_empty());
        let is_lease = preset.lease_type.is_some();
        assert_eq!(
            preset.entries.len() + preset.left_as_is.len() == 9,
            is_lease
        );
    }
}

#[test]
fn a_lease_preset_pays_the_contract_value() {
    for preset in lease_presets() {
        let deal = deal(preset.id);
        let inputs = opened(preset);
        let evaluation = Evaluation::of(&inputs);
        let pivot = evaluation.pivot();
        if deal.gross_per_it_mw().is_some() {
            let critical_it = deal.critical_it_mw.expect("is published");
            assert!(
                (pivot.it_mw / critical_it - 1.0).abs() < 1e-12,
                "{}",
                deal.name
            );
        }
        let mean_noi = pivot.noi_average / pivot.it_mw * deal.critical_it_mw.expect("is published");
        let mean_rent = mean_noi / (inputs.noi_margin_pct() / 100.0);
        let value = mean_rent * deal.tenor_years / 1e3;
        // The rent per kilowatt is rounded to the dollar.
        let paid = Rounded::to(value / deal.usd_per_kw_month.expect("is published"), value);
        assert!(paid.meets(contract_value(deal)), "{}: {value}", deal.name);
        if let Some(average) = deal.average_noi_usd_m {
            assert!(
                (mean_noi - average).abs() < 0.5,
                "{}: {mean_noi}",
                deal.name
            );
        }
    }
}

/// Key names and values that a preset sets.
fn set(preset: &Preset) -> Vec<(&'static str, f64)> {
    let entries = preset.entries.iter();
    entries.map(|(key, value)| (key.name(), *value)).collect()
}

#[test]
fn a_preset_sets_what_its_source_gives() {
    let hut_8 = lease("hut_8_river_bend");
    assert_eq!(
        set(&hut_8),
        [
            ("gross_mw", 330.0),
            ("pue", 330.0 / 245.0),
            ("lease_rate", 128.0),
            ("escalator_pct", 3.0),
            ("tenor", 15.0),
            ("noi_margin_pct", 97.3),
            ("capex", 10.0),
            ("loan_to_cost_pct", 85.0),
        ]
    );
    assert_eq!(hut_8.left_as_is, [Key::CustomerFundedPct]);
    assert_eq!(hut_8.notes.len(), 4, "{:?}", hut_8.notes);
    let core = lease("core_scientific_coreweave");
    assert_eq!(
        set(&core),
        [
            ("lease_rate", 121.0),
            ("escalator_pct", 0.0),
            ("tenor", 12.0),
            ("noi_margin_pct", 77.5),
            ("capex", 1.5),
            ("customer_funded_pct", 0.0),
        ]
    );
    assert_eq!(
        core.left_as_is,
        [Key::GrossMw, Key::Pue, Key::LoanToCostPct]
    );
    let ellendale = lease("applied_digital_ellendale");
    assert_eq!(set(&ellendale)[..2], [("gross_mw", 472.0), ("pue", 1.18)]);
    let helios = lease("galaxy_helios");
    assert!(
        set(&helios).contains(&("capex", 13.2))
            && set(&helios).contains(&("loan_to_cost_pct", 80.0))
    );
    let lake_mariner = lease("terawulf_lake_mariner");
    assert!(
        set(&lake_mariner).contains(&("pue", 1.25)) && set(&lake_mariner).contains(&("capex", 9.0))
    );
    assert!(
        lake_mariner
            .notes
            .contains(&"Capex is the middle of the reported range.")
    );
    let json = serde_json::to_string(&core).expect("is JSON");
    assert!(
        json.starts_with(
            "{\"id\":\"core_scientific_coreweave\",\"name\":\"Core Scientific – CoreWeave\",\
             \"lease_type\":\"power_passed_through\",\"entries\":{\"lease_rate\":121.0,"
        ) && json.contains("\"left_as_is\":[\"gross_mw\",\"pue\",\"loan_to_cost_pct\"]"),
        "{json}"
    );
}

#[test]
fn of_each_number_of_a_preset_it_is_known_whether_a_source_has_it() {
    for preset in lease_presets() {
        let Preset {
            derived, assumed, ..
        } = preset;
        for key in derived.iter().chain(assumed) {
            let is_set = preset.entries.iter().any(|(set, _)| set == key);
            assert!(is_set, "{}: {key:?}", preset.name);
        }
        assert!(derived.iter().all(|key| !assumed.contains(key)));
        // No source has an escalator of nothing, and none a rent for the first year.
        let has_escalator = deal(preset.id).escalator_pct.is_some();
        assert_eq!(assumed.contains(&Key::EscalatorPct), !has_escalator);
        assert!(derived.contains(&Key::LeaseRate), "{}", preset.name);
    }
    let core = lease("core_scientific_coreweave");
    assert_eq!(core.derived, [Key::LeaseRate, Key::NoiMarginPct]);
    assert_eq!(core.assumed, [Key::EscalatorPct, Key::CustomerFundedPct]);
    let about_its_tenant = core
        .notes
        .iter()
        .any(|note| note.contains("take it off twice"));
    assert!(about_its_tenant, "{:?}", core.notes);
    let hut_8 = lease("hut_8_river_bend");
    assert_eq!(
        hut_8.derived,
        [Key::Pue, Key::LeaseRate, Key::NoiMarginPct, Key::Capex]
    );
    assert_eq!(hut_8.assumed, []);
    let ellendale = lease("applied_digital_ellendale");
    assert_eq!(ellendale.derived, [Key::GrossMw, Key::LeaseRate]);
}

#[test]
fn a_deal_is_a_preset_or_says_why_not() {
    for deal in DEALS {
        let has_preset = lease_presets().iter().any(|preset| preset.id == deal.id);
        assert_eq!(
            deal.why_not_comparable().is_none(),
            has_preset,
            "{}",
            deal.name
        );
    }
    let why = |id| deal(id).why_not_comparable();
    assert_eq!(why("cipher_aws"), Some("no critical-IT MW reported"));
    assert_eq!(why("iren_microsoft"), Some("GPU cloud, not a lease"));
}

#[test]
fn machines_set_efficiency_and_no_price() {
    let listed = [98.0, 30.5, 23.0, 21.5, 17.5, 15.0, 13.5, 12.0, 11.0, 9.5];
    for (presets, key) in [
        (fleet_presets(), Key::Efficiency),
        (upgrade_presets(), Key::UpgradeEfficiency),
    ] {
        let entries: Vec<_> = presets
            .iter()
            .map(|preset| preset.entries.clone())
            .collect();
        assert_eq!(entries, listed.map(|efficiency| vec![(key, efficiency)]));
    }
    // The preset's own upgrade is one of them.
    assert_eq!(upgrade_presets()[6].name, "Antminer S21 XP");
    let preset = Inputs::default().get(Key::UpgradeEfficiency);
    assert_eq!(preset, Some(13.5));
}

#[test]
fn marks_come_in_order_and_within_the_range_of_their_input() {
    for key in Key::ALL {
        let marks = marks(key);
        assert!(marks.is_sorted_by(|a, b| a.value <= b.value), "{key:?}");
        for mark in marks {
            assert!(
                key.parameter().check(mark.value).is_ok(),
                "{key:?}: {mark:?}"
            );
            assert!(!mark.label.is_empty() && !mark.source.is_empty() && !mark.date.is_empty());
        }
    }
}

/// Values and labels of an input's marks.
fn marked(key: Key) -> Vec<(f64, &'static str)> {
    let marks = marks(key);
    marks.iter().map(|mark| (mark.value, mark.label)).collect()
}

#[test]
fn lease_rates_leave_out_what_does_not_compare() {
    let rates = marked(Key::LeaseRate);
    assert_eq!(rates.len(), 11);
    assert_eq!(rates[0], (104.0, "Riot – AMD, Rockdale"));
    assert_eq!(rates[10], (189.0, "TeraWulf – Fluidstack, Abernathy"));
    let means: Vec<_> = marks(Key::LeaseRate)
        .into_iter()
        .filter(|mark| !mark.is_mean)
        .map(|mark| mark.label)
        .collect();
    assert_eq!(means, ["Deals of 250 to 500 kW"]);
    assert!(marks(Key::Tenor).iter().all(|mark| !mark.is_mean));
    for key in Key::ALL {
        for (_, label) in marked(key) {
            assert_ne!(label, deal("iren_microsoft").name, "{key:?}");
            assert!(
                key == Key::Tenor || label != deal("cipher_aws").name,
                "{key:?}"
            );
        }
    }
}

#[test]
fn marks_are_what_was_published() {
    let expected: [(Key, &[(f64, &str)]); 8] = [
        (
            Key::EscalatorPct,
            &[(3.0, "Hut 8 – Fluidstack, River Bend")],
        ),
        (
            Key::LoanToCostPct,
            &[
                (80.0, "Galaxy – CoreWeave, Helios"),
                (85.0, "Hut 8 – Fluidstack, River Bend"),
            ],
        ),
        (Key::BtcPrice, &[(88_950.0, "JPMorgan")]),
        (
            Key::ExitCapPct,
            &[
                (6.0, "Hyperscale"),
                (6.5, "Colocation"),
                (7.5, "Powered shell"),
            ],
        ),
        (
            Key::ExecutionPct,
            &[
                (25.0, "Leased capacity that is delivered"),
                (35.0, "Approved power that is converted"),
                (50.0, "New colocation deals"),
            ],
        ),
        (Key::MiningMultiple, &[(9.0, "Miners, EV/EBITDA")]),
        (Key::PowerPrice, &[(45.0, "Fleets surveyed, median")]),
        (Key::HpcDiscountPct, &[]),
    ];
    for (key, marks) in expected {
        assert_eq!(marked(key), marks, "{key:?}");
    }
    let hashrates = marked(Key::NetworkHashrate);
    assert_eq!(
        (hashrates.len(), hashrates[0].0, hashrates[8].0),
        (9, 643.0, 1_082.0)
    );
    assert_eq!(marked(Key::MarketCap).len(), 5);
    assert_eq!(marked(Key::Tenor).len(), 11);
    assert_eq!(marked(Key::Pue).len(), 7);
    assert_eq!(marked(Key::Capex).len(), 10);
    assert_eq!(marked(Key::NoiMarginPct).len(), 5);
    assert_eq!(marked(Key::Efficiency).len(), 11);
    assert_eq!(marked(Key::UpgradeEfficiency).len(), 10);
    assert!(marked(Key::Capex).contains(&(9.5, "Cipher – Fluidstack, expansion of Barber Lake")));
    assert!(marked(Key::Pue).contains(&(1.18, "Applied Digital – CoreWeave, Ellendale")));
}

#[test]
fn the_preset_december_2025_is_the_last_month() {
    let month = MONTHS.last().expect("is there");
    let preset = Inputs::default();
    assert_eq!(month.month, "2025-12");
    assert_eq!(month.btc_price, Some(preset.btc_price()));
    assert_eq!(month.hashrate, preset.get(Key::NetworkHashrate));
    assert_eq!(month.cohort_cap, Some(preset.market_cap()));
    let rows = jpmorgan::history();
    assert_eq!(rows.rows().len(), MONTHS.len());
    let last = rows.rows().last().expect("is there");
    assert_eq!(last.get(Column::Revenue), Some(38_700.0));
    assert_eq!(last.get(Column::GrossProfit), Some(17_100.0));
}

#[test]
fn margins_are_gross_profit_over_revenue() {
    for month in MONTHS {
        if let (Some(margin), Some(profit)) = (month.gross_margin_pct, month.gross_profit) {
            let revenue = Rounded::to(100.0, month.revenue.expect("is published"));
            let profit = Rounded::to(100.0, profit).times(100.0);
            let unit = if margin.fract() == 0.0 { 1.0 } else { 0.1 };
            let computed = Rounded {
                low: profit.low / revenue.high,
                high: profit.high / revenue.low,
            };
            assert!(computed.meets(Rounded::to(unit, margin)), "{}", month.month);
        }
    }
}

#[test]
fn share_moves_are_those_of_the_note() {
    let moves: Vec<_> = SHARE_MOVES
        .iter()
        .map(|share| (share.company, share.period, share.change_pct))
        .collect();
    assert_eq!(
        moves,
        [
            ("Hut 8", "2025-12", 2.0),
            ("CleanSpark", "2025-12", -33.0),
            ("IREN", "2025", 285.0),
            ("Cipher", "2025", 218.0),
        ]
    );
    for beat in BEAT_BITCOIN {
        assert!(beat.companies < beat.of);
    }
    for cap in COHORT {
        assert!(cap.change_pct > -100.0 && cap.usd_bn > 0.0);
    }
}

/// Where the document is, from the root of the crate.
const DOCUMENT: &str = "docs/facts.md";

#[test]
fn the_document_is_what_the_code_says() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(DOCUMENT);
    let expected = document::document();
    if std::env::var_os("UPDATE_DOCS").is_some_and(|value| value == "1") {
        fs::create_dir_all(path.parent().expect("is in a folder")).expect("can be made");
        fs::write(&path, &expected).expect("can be written");
    }
    let present = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        present == expected,
        "{DOCUMENT} is out of date. Write it anew with: UPDATE_DOCS=1 cargo test --test facts"
    );
}
