//! What stands around a slider: marks, curve, help; inputs that may be absent, or are two in one.

use browser_tests::{Browser, Keys, Page, Site, until};
use hashpivot::model::parameters::{Inputs, Key};
use hashpivot::state::{View, marks, slider};
use hashpivot::units::{Difficulty, Hashrate};

const HUT_8: &str = "Hut 8 – Fluidstack, River Bend";

/// Where on the input's usual track a value is.
fn place(key: Key, value: f64) -> f64 {
    let row = key.parameter();
    let scale = slider::scale(row, row.slider);
    scale.position(value).expect("the value has a place")
}

/// Waits until an input's field has a value; in views, too, of which the oracle knows nothing.
fn has_value(page: Page<'_>, key: &str, value: f64) {
    let css = format!("[data-field={key}]");
    until(
        &format!("{key} = {value}"),
        || page.attribute(&css, "data-value"),
        |shown| *shown == Some(value.to_string()),
    );
}

/// Waits until the mark that is named under a slider is this one.
fn names(page: Page<'_>, key: &str, words: &[&str]) {
    let css = format!("[data-control={key}] .hp-near");
    until(
        "the mark's name",
        || page.text(&css),
        |text| words.iter().all(|word| text.contains(word)),
    );
}

pub fn marks_are_named_where_the_pointer_or_the_keyboard_is(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, "#v=1&view=pivot&lease_rate=159");
    page.tab_to("[data-param=lease_rate]");
    names(page, "lease_rate", &[HUT_8, "$159/kW/mo"]);
    browser.press_with_shift(Keys::Right);
    let all = marks::marks(Key::LeaseRate);
    let next = marks::next(&all, 159.0, true).expect("there are dearer leases");
    page.shows_value("lease_rate", next);
    names(page, "lease_rate", &["Cipher", "$177/kW/mo"]);
    browser.press_with_shift(Keys::Left);
    page.shows_value("lease_rate", 159.0);
    browser.press(Keys::Tab);
    until(
        "no name without the keyboard",
        || page.text(".hp-near"),
        String::is_empty,
    );
    // Baseline and break-even are named too, by pointer and keyboard.
    let named = |key: &str, name: &str, value: &str| {
        let row = format!("{name}{value}");
        let rows = || page.texts(&format!("[data-control={key}] .hp-near"));
        let strip = |text: &String| text.replace(['\n', '\t'], "");
        let found = until(&row, rows, |rows| {
            rows.iter().any(|text| strip(text) == row)
        });
        assert!(!found.is_empty());
    };
    page.point_at_track("lease_rate", place(Key::LeaseRate, 150.0));
    named("lease_rate", "baseline", "$150/kW/mo");
    named("lease_rate", "break-even", "$80.75/kW/mo");
    page.tab_to("[data-param=overrun_pct]");
    browser.hover("h1", &[(0.0, 0.0)]);
    named("overrun_pct", "break-even", "100.1%");
    page.point_at_track("btc_price", place(Key::BtcPrice, 88_950.0));
    names(page, "btc_price", &["JPMorgan", "$88,950"]);
    page.point_at_track("efficiency", place(Key::Efficiency, 28.2));
    names(page, "efficiency", &["Fleets surveyed", "28.2 J/TH"]);
}

/// On the track stand the baseline, the break-even with the stretch where money is lost, and what was
/// announced or reported; the break-even is told in words too.
pub fn a_track_shows_baseline_break_even_and_what_was_reported(browser: &Browser) {
    let site = Site::of_the_build();
    let link = "#v=1&view=pivot&base.lease_rate=130";
    let page = Page::open(browser, &site, link);
    let on_track = |key: Key, mark: &str| -> Vec<f64> {
        let css = format!("[data-control={}] .hp-track {mark}", key.name());
        // Lines stand at x1, shapes at x.
        let places = [page.attributes(&css, "x1"), page.attributes(&css, "x")].concat();
        let percent = |text: &String| text.trim_end_matches('%').parse().unwrap_or(f64::NAN);
        places.iter().map(percent).collect()
    };
    let is_at = |key: Key, mark: &str, value: f64| {
        let (found, wanted) = (on_track(key, mark), 100.0 * place(key, value));
        assert!(
            found.iter().any(|place| (place - wanted).abs() < 0.02),
            "{key:?}: {mark} stands at {found:?} %, not at {wanted} %"
        );
    };
    is_at(Key::LeaseRate, ".hp-track-baseline", 130.0);
    let breakeven = page.look().figure("breakeven_lease_rate").value.clone();
    let breakeven = breakeven.parse().expect("the break-even is a number");
    is_at(Key::LeaseRate, ".hp-track-breakeven", breakeven);
    let losing = page.attribute("[data-control=lease_rate] .hp-track-losing", "x2");
    assert_eq!(
        losing,
        page.attribute("[data-control=lease_rate] .hp-track-breakeven", "x")
    );
    let told = page.text("[data-control=lease_rate] .hp-notes b");
    assert!(told.contains("$80.75"), "{told:?}");
    let announced = format!(".hp-mark[data-mark='{HUT_8}']");
    for (key, value) in [
        (Key::LeaseRate, 159.0),
        (Key::Capex, 10.0),
        (Key::Pue, 330.0 / 245.0),
        (Key::Tenor, 15.0),
    ] {
        is_at(key, &announced, value);
        page.point_at_track(key.name(), place(key, value));
        names(page, key.name(), &["Hut 8"]);
    }
    is_at(Key::BtcPrice, ".hp-mark[data-mark=JPMorgan]", 88_950.0);
}

pub fn a_press_on_a_mark_sets_the_value(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, "#v=1&view=pivot");
    page.press_track("lease_rate", place(Key::LeaseRate, 159.0));
    page.shows_value("lease_rate", 159.0);
    page.press_track("efficiency", place(Key::Efficiency, 98.0));
    page.shows_value("efficiency", 98.0);
    page.click("[data-about=capex]");
    page.click("[data-set='capex:13.2']");
    page.shows_value("capex", 13.2);
    let text = page.text("[data-control=capex] .hp-notes");
    assert!(text.contains("Galaxy"), "{text:?} does not name the mark");
}

pub fn a_thumb_near_the_break_even_is_drawn_to_it(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, "");
    let breakeven = page.look().figure("breakeven_btc_price").value.clone();
    let breakeven: f64 = breakeven.parse().expect("the break-even is a number");
    page.drag("btc_price", place(Key::BtcPrice, breakeven));
    page.shows_value("btc_price", breakeven);
    page.drag("btc_price", place(Key::BtcPrice, breakeven) + 0.02);
    until(
        "a round price",
        || page.value("btc_price"),
        |price| price % 100.0 == 0.0,
    );
}

pub fn a_curve_of_the_headline_stands_under_a_slider_that_is_looked_at(browser: &Browser) {
    let site = Site::of_the_build();
    for (fragment, key, result) in [
        ("", "power_price", "Gross profit"),
        ("", "overhead", "Free cash flow"),
        ("#v=1&view=pivot", "lease_rate", "Gain from converting"),
        (
            "#v=1&view=network",
            "fleet_power_price",
            "Equilibrium hashprice",
        ),
        ("#v=1&view=valuation", "market_cap", "Cap over opportunity"),
        (
            "#v=1&view=network",
            "response_lag",
            "Hashprice at the horizon",
        ),
    ] {
        let page = Page::open(browser, &site, fragment);
        let curve = || page.attribute(".hp-spark path", "d").unwrap_or_default();
        let today = || page.attribute(".hp-spark-today", "cx");
        assert_eq!(curve(), "", "there is a curve although nobody looks");
        page.tab_to(&format!("[data-param={key}]"));
        let drawn = until("the curve", curve, |path| path.contains('L'));
        assert!(page.text(".hp-gauge").contains(result), "{key}");
        let before = today();
        browser.press(Keys::Right);
        until("today's dot moves", today, |now| *now != before);
        assert_eq!(curve(), drawn, "the curve follows its own input");
        browser.press(Keys::Tab);
        until("no curve without the keyboard", curve, String::is_empty);
        page.click(&format!("[data-field={key}]"));
        browser.hover("h1", &[(0.0, 0.0)]);
        until("the curve over the field", curve, |path| path.contains('L'));
        browser.ask::<Option<()>>("document.activeElement.blur(); return null;", &[]);
        until("no curve without the field", curve, String::is_empty);
        page.point_at_track(key, 0.5);
        until("the curve under the pointer", curve, |path| {
            path.contains('L')
        });
        browser.hover("h1", &[(0.0, 0.0)]);
        until("no curve without the pointer", curve, String::is_empty);
    }
}

pub fn an_optional_input_is_set_and_cleared(browser: &Browser) {
    let site = Site::of_the_build();
    for (view, key, followed, own) in [
        ("valuation", "spot_price", "same as bitcoin price", 87_500.0),
        (
            "network",
            "realised_hashrate",
            "same as network hashrate",
            1_010.0,
        ),
    ] {
        let page = Page::open(browser, &site, &format!("#v=1&view={view}"));
        let absent = format!("[data-absent={key}]");
        let text = || page.text(&absent);
        let before = page.look().figures;
        assert!(text().contains(followed), "{:?}", text());
        page.click(&format!("{absent} [data-set]"));
        let inputs = Inputs::default();
        let same = match key {
            "spot_price" => inputs.btc_price(),
            _ => inputs.network_hashrate().to_eh_s(),
        };
        has_value(page, key, same);
        assert_eq!(page.look().figures, before, "setting it moves results");
        page.enter(key, &own.to_string());
        has_value(page, key, own);
        let figures = || page.look().figures;
        until("other results", figures, |now| *now != before);
        page.click(&format!("[data-reset={key}]"));
        until("absent again", text, |text| text.contains(followed));
        until("the results again", figures, |now| *now == before);
    }
}

pub fn difficulty_and_hashrate_are_both_typed_and_linked(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, "");
    page.enter("network_hashrate", "900 EH/s");
    let implied = Difficulty::from_hashrate(Hashrate::from_eh_s(900.0)).to_number();
    page.shows_value("difficulty", implied);
    page.enter("difficulty", "150");
    page.shows_value("difficulty", 150e12);
    let hashrate = Difficulty::from_number(150e12).implied_hashrate().to_eh_s();
    has_value(page, "network_hashrate", hashrate);
    page.enter("network_hashrate", "much");
    page.warns(&["Network hashrate", "much", "10 EH/s", "20,000 EH/s"]);
}

pub fn help_is_opened_without_a_mouse(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, "");
    let help = || page.text(".hp-about");
    for (key, words) in [
        ("efficiency", ["terahash", "JPMorgan", "Antminer S21"]),
        ("overhead", ["Staff", "illustrative", "$100,000/EH/day"]),
    ] {
        page.tab_to(&format!("[data-about={key}]"));
        browser.press(Keys::Enter);
        until("the help", help, |text| {
            words.iter().all(|word| text.contains(word))
        });
        browser.press(Keys::Space);
        until("no help", help, String::is_empty);
    }
}

pub fn a_group_is_there_while_it_is_open(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, "#v=1&view=valuation");
    let is_there = || page.attribute("[data-param=lease_rate]", "type").is_some();
    assert!(!is_there(), "a folded group is there");
    page.press_button("Site and lease");
    until("the group", is_there, |there| *there);
    page.enter("lease_rate", "180");
    has_value(page, "lease_rate", 180.0);
    page.press_button("Site and lease");
    until("no group", is_there, |there| !there);
}

/// How far down the rail each control and heading stands, px.
fn places(page: Page<'_>) -> Vec<(String, f64)> {
    let body = "const rail = document.querySelector('.hp-rail');\
                const top = rail.getBoundingClientRect().top - rail.scrollTop;\
                return Array.from(rail.querySelectorAll('[data-control], [data-group]'), (part) =>\
                  [part.dataset.control ?? part.textContent, part.getBoundingClientRect().top - top]);";
    page.browser().ask(body, &[])
}

pub fn a_change_moves_no_control_away(browser: &Browser) {
    let site = Site::of_the_build();
    for view in View::ALL {
        let page = Page::open(browser, &site, &format!("#v=1&view={}", view.key()));
        let before = places(page);
        // At the second, power costs more than revenue.
        for (text, price) in [("60,000", 60_000.0), ("20,000", 20_000.0)] {
            page.enter("btc_price", text);
            has_value(page, "btc_price", price);
            let moved = || {
                let pairs = before.iter().zip(places(page));
                let far = pairs.filter(|((_, from), (_, to))| (from - to).abs() > 0.5);
                far.map(|((part, from), (_, to))| format!("{part}: {from} to {to}"))
                    .collect()
            };
            until("what stood still", moved, Vec::<String>::is_empty);
        }
    }
}
