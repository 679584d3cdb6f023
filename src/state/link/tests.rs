//! The codec as a whole.

use proptest::prelude::*;

use super::*;
use crate::model::parameters::Key;
use crate::model::screen::archetypes;
use crate::state::{PlannedSite, Side, State, Switch, Theme, View, arbitrary};
use crate::units::RevenueUnit;

#[test]
fn the_preset_needs_no_fragment() {
    assert_eq!(encode(&State::default()), "");
    assert_eq!(decode(""), State::default());
    assert_eq!(decode("#v=1"), State::default());
}

#[test]
fn a_link_holds_what_differs_from_the_preset() {
    let link = "v=1&view=pivot&unit=usd_ph&theme=dark&btc_price=90000&base.power_price=50.5";
    let state = decode(link);
    assert_eq!(state.notices, [""; 0]);
    assert_eq!(
        (state.view, state.unit, state.theme),
        (View::Pivot, RevenueUnit::UsdPerPhDay, Theme::Dark)
    );
    assert_eq!(state.inputs.btc_price(), 90_000.0);
    assert_eq!(state.baseline.power_price(), 50.5);
    assert_eq!(encode(&state), link);
}

#[test]
fn a_link_to_a_chart_opens_the_view_that_shows_it() {
    for link in ["v=1&chart=margin-map", "v=1&view=pivot&chart=margin-map"] {
        let state = decode(link);
        assert_eq!(
            (state.view, state.chart),
            (View::Hashprice, Some("margin-map"))
        );
    }
    let link = "v=1&view=pivot&chart=stages";
    assert_eq!(encode(&decode(link)), link);
    assert_eq!(decode("v=1&chart=moon").notices.len(), 1);
}

#[test]
fn difficulty_to_the_last_digit_survives_a_link() {
    let link = "v=1&difficulty=148195306640204.7";
    assert_eq!(encode(&decode(link)), link);
    assert_eq!(
        decode(link).inputs.get(Key::Difficulty),
        Some(148_195_306_640_204.7)
    );
}

#[test]
fn a_value_out_of_range_is_clamped_and_reported() {
    let state = decode("v=1&power_price=900&tenor=2.5&efficiency=-1");
    assert_eq!(state.inputs.power_price(), 500.0);
    assert_eq!(state.inputs.tenor(), 3);
    assert_eq!(state.inputs.efficiency(), 1.0);
    assert_eq!(state.notices.len(), 3);
    assert!(state.notices[0].contains("power_price = 900 is outside 0 to 500 USD/MWh"));
    assert!(state.notices[1].contains("tenor = 2.5 is no whole number from 1 to 40 years"));
}

#[test]
fn what_is_not_understood_is_ignored_and_reported() {
    let state = decode("v=1&utm=x&btc_price=abc&view=moon&pue=NaN&=&power_price");
    let expected = State {
        notices: state.notices.clone(),
        ..State::default()
    };
    assert_eq!(state, expected);
    assert_eq!(state.notices.len(), 6);
}

#[test]
fn a_newer_version_is_read_as_far_as_it_goes_and_reported() {
    let state = decode("v=2&btc_price=70000");
    assert_eq!(state.inputs.btc_price(), 70_000.0);
    assert_eq!(state.notices.len(), 1);
}

#[test]
fn a_ramp_longer_than_the_lease_is_cut_whichever_comes_first() {
    for link in ["ramp_months=100&tenor=1", "tenor=1&ramp_months=100"] {
        let state = decode(link);
        assert_eq!((state.inputs.tenor(), state.inputs.ramp_months()), (1, 12));
        assert_eq!(state.notices.len(), 1);
    }
}

#[test]
fn what_wordpress_appends_is_left_alone() {
    for (fragment, own, rest) in [
        ("?secret=abc", "", "?secret=abc"),
        ("v=1&pue=1.4#?secret=abc", "v=1&pue=1.4", "#?secret=abc"),
        ("v=1&pue=1.4?secret=abc", "v=1&pue=1.4", "?secret=abc"),
        ("v=1", "v=1", ""),
    ] {
        assert_eq!(split_secret(fragment), (own, rest));
        assert_eq!(decode(fragment), decode(own));
    }
}

/// A list of so many sites, each with this name.
fn sites(count: usize, name: &str) -> Vec<PlannedSite> {
    vec![PlannedSite::named(name).expect("is a name"); count]
}

#[test]
fn tables_travel_in_a_link() {
    let link = "v=1&view=pivot&site=River+Bend~start_month:12~contract:memorandum~lease_rate:128\
                &site=B%26B&miner=Alpha~60~15~~2500~~~28&miner=Beta";
    let state = decode(link);
    assert_eq!(state.notices, [""; 0]);
    let [bend, plain] = &state.sites[..] else {
        panic!("{:?}", state.sites);
    };
    assert_eq!((bend.name(), bend.start_month()), ("River Bend", 12));
    assert_eq!(bend.own(), [(Key::LeaseRate, 128.0)]);
    assert_eq!(plain, &sites(1, "B&B")[0]);
    let names: Vec<&str> = state.miners.iter().map(|miner| miner.name()).collect();
    assert_eq!(names, ["Alpha", "Beta"]);
    assert_eq!(encode(&state), link);
}

#[test]
fn a_table_without_rows_differs_from_none() {
    let state = State {
        miners: Vec::new(),
        ..State::default()
    };
    assert_eq!(encode(&state), "v=1&miner=");
    assert_eq!(decode("v=1&miner="), state);
    assert_eq!(decode("v=1").miners, archetypes());
}

#[test]
fn what_a_row_says_wrongly_is_clamped_or_ignored_and_reported() {
    let link = "v=1&site=A~pue:9~moon:1~contract:lease~start_month:601~tenor&site=&site=~pue:1.2\
                &miner=B~9e9~abc~&miner=~1&miner=C~1~1~1~1~1~1~1~1~1~1~1";
    let state = decode(link);
    assert_eq!(state.sites.len(), 1);
    assert_eq!(state.sites[0].own(), [(Key::Pue, 2.5)]);
    assert_eq!(state.sites[0].start_month(), 600);
    assert_eq!(state.miners.len(), 2);
    let notices = state.notices.join("\n");
    for words in [
        "pue = 9 of “A” is outside 1 to 2.5 gross MW per critical-IT MW: 2.5× is used",
        "“moon:1” of “A” was not understood",
        "“contract:lease” of “A”",
        "start_month = 601 of “A” is no whole number from 0 to 600 months: 600 months is used",
        "“tenor” of “A”",
        "“site=” was",
        "“site=~pue:1.2”",
        "fleet_hashrate = 9000000000 of “B”",
        "“abc” of “B”",
        "“miner=~1”",
        "“1” of “C”",
    ] {
        assert!(notices.contains(words), "“{words}” is not in\n{notices}");
    }
    assert_eq!(state.notices.len(), 11, "{notices}");
}

#[test]
fn a_table_that_is_too_long_is_left_out_and_missed() {
    let state = State {
        sites: sites(
            50,
            "A name that fills the link before all of its sites are in it",
        ),
        ..decode("v=1&btc_price=90000")
    };
    let link = encode(&state);
    assert_eq!(left_out(&state), [Part::Sites]);
    assert!(
        link.starts_with("v=1&btc_price=90000&without=sites~"),
        "{link}"
    );
    let opened = decode(&link);
    assert_eq!(
        (opened.inputs.clone(), opened.sites.len()),
        (state.inputs.clone(), 0)
    );
    assert_eq!(opened.missing, [Part::Sites]);
    assert_eq!(encode(&decode(&whole(&state))), link);
    assert_eq!(decode(&whole(&state)), state);
}

#[test]
fn a_page_that_has_what_a_link_leaves_out_keeps_it() {
    let present = State {
        sites: sites(
            50,
            "A name that fills the link before all of its sites are in it",
        ),
        ..State::default()
    };
    let link = encode(&State {
        view: View::Pivot,
        ..present.clone()
    });
    let opened = open(&present, &link);
    assert_eq!((opened.view, &opened.sites), (View::Pivot, &present.sites));
    assert_eq!(opened.missing, []);
    let other = State {
        sites: sites(1, "Another"),
        ..State::default()
    };
    assert_eq!(open(&other, &link).missing, [Part::Sites]);
    assert_eq!(open(&other, &link).sites, []);
    // So does one that remembers it only once the link is read.
    let mut arrived = decode(&link);
    complete(&mut arrived, &link, &other);
    assert_eq!(
        (&arrived.missing[..], &arrived.sites[..]),
        (&[Part::Sites][..], &[][..])
    );
    complete(&mut arrived, &link, &present);
    assert_eq!(arrived, opened);
}

#[test]
fn a_full_table_is_reported_once() {
    let link = format!("v=1{}", "&site=A".repeat(60));
    let state = decode(&link);
    assert_eq!(state.sites.len(), 50);
    assert_eq!(state.notices, ["51 sites are too many: give at most 50"]);
}

#[test]
fn what_is_chosen_for_a_chart_travels_in_a_link() {
    let link = "v=1&view=miners&per-mw=it&tornado=ratio&ranking=upside-falls\
                &miner=Alpha&miner=B%26B&long=B%26B&rows=date%2Chashrate%0A2025-09%2C1000";
    let state = decode(link);
    assert_eq!(state.notices, [""; 0]);
    assert_eq!(state.choices.option(Switch::PerMegawatt), "it");
    assert_eq!(state.choices.option(Switch::TornadoResult), "ratio");
    assert_eq!(state.pair.get(Side::Long), Some("B&B"));
    assert_eq!(&*state.history_rows, "date,hashrate\n2025-09,1000");
    assert_eq!(encode(&state), link);
}

#[test]
fn what_nobody_can_choose_is_ignored_and_reported() {
    let state = decode("v=1&tornado=moon&long=Gamma&short=");
    let expected = State {
        notices: state.notices.clone(),
        ..State::default()
    };
    assert_eq!(state, expected);
    assert!(state.notices[0].contains("“tornado=moon”"));
    assert!(state.notices[1].contains("long = “Gamma” is no miner of the table"));
    assert_eq!(state.notices.len(), 3);
}

#[test]
fn a_link_of_mere_nonsense_says_so_in_a_few_lines() {
    let long = "x".repeat(5_000);
    let link = format!(
        "v=1&{long}={long}&site=A~{long}&long={long}{}",
        "&moon=1".repeat(5_000)
    );
    let state = decode(&link);
    assert_eq!(state.notices.len(), 21);
    assert!(state.notices.iter().all(|notice| notice.len() < 300));
    assert_eq!(
        state.notices[20],
        "4983 more of the link's values are ignored or changed."
    );
}

/// A link as somebody might mangle it: pieces of true ones and of anything else, in any order.
fn mangled() -> impl Strategy<Value = String> {
    let names = Key::ALL.iter().map(|key| key.name());
    let names = names.chain(Switch::ALL.iter().map(|switch| switch.key()));
    let others = [
        "v", "view", "chart", "unit", "theme", "site", "miner", "without", "rows", "long", "short",
        "base.pue", "base.", "",
    ];
    let names: Vec<&str> = names.chain(others).collect();
    let value = prop_oneof![
        any::<f64>().prop_map(|number| number.to_string()),
        any::<i64>().prop_map(|number| number.to_string()),
        "[~:%+=a-z0-9.ß-]{0,40}",
        ".{0,20}",
        prop::sample::select(vec![
            "1",
            "pivot",
            "margin-map",
            "it",
            "A~pue:1.2",
            "sites~0",
            "A"
        ])
        .prop_map(str::to_owned),
    ];
    let pair =
        (prop::sample::select(names), value).prop_map(|(name, value)| format!("{name}={value}"));
    let piece = prop_oneof![8 => pair, 1 => ".{0,30}"];
    prop::collection::vec(piece, 0..30).prop_map(|pieces| pieces.join("&"))
}

proptest! {
    #[test]
    fn every_state_survives_a_link_or_a_file(state in arbitrary::state()) {
        prop_assert_eq!(&decode(&whole(&state)), &state);
        let link = encode(&state);
        prop_assert!(link.len() <= LONGEST, "{} characters: {}", link.len(), link);
        prop_assert_eq!(&open(&state, &link), &state);
        let mut arrived = decode(&link);
        prop_assert_eq!(&arrived.missing, &left_out(&state));
        for part in std::mem::take(&mut arrived.missing) {
            part.take(&mut arrived, &state);
        }
        prop_assert_eq!(arrived, state);
    }

    #[test]
    fn any_text_gives_a_valid_state_that_fits_a_link(
        text in prop_oneof![".*", mangled(), any::<String>()],
    ) {
        let mut state = decode(&text);
        prop_assert!(encode(&state).len() <= LONGEST);
        prop_assert!(state.notices.len() <= 21);
        state.notices.clear();
        state.missing.clear();
        prop_assert_eq!(decode(&whole(&state)), state);
    }

    #[test]
    fn any_text_in_a_row_gives_a_state_that_survives(
        key in prop::sample::select(vec!["site", "miner", "without", "chart", "base.pue"]),
        text in "[~:%+=a-z0-9.ß-]{0,40}",
    ) {
        let mut state = decode(&format!("v=1&{key}={text}"));
        state.notices.clear();
        prop_assert_eq!(decode(&whole(&state)), state);
    }
}

proptest! {
    #[test]
    fn at_the_address_of_any_view_a_link_reads_back(state in arbitrary::state(), home in prop::sample::select(&View::ALL[..])) {
        let state = State { home, ..state };
        prop_assert_eq!(open(&State::at(home), &whole(&state)), state);
    }
}

#[test]
fn a_link_without_a_view_shows_the_view_of_the_address() {
    let pivot = State::at(View::Pivot);
    assert_eq!(open(&pivot, "").view, View::Pivot);
    assert_eq!(open(&pivot, "v=1&btc_price=70000").view, View::Pivot);
    assert_eq!(open(&pivot, "v=1&view=network").view, View::Network);
    let elsewhere = State {
        view: View::Hashprice,
        ..pivot
    };
    assert_eq!(encode(&elsewhere), "v=1&view=hashprice");
}
