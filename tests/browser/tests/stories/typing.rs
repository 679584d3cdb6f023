//! Typing numbers, sensible ones and others.

use browser_tests::{Browser, Keys, Page, Site};

/// What is typed into each main field, and what it means in the parameter's own unit.
const TYPED: [(&str, &[(&str, f64)]); 4] = [
    (
        "btc_price",
        &[
            ("60,000", 60_000.0),
            ("95k", 95_000.0),
            ("88.95k", 88_950.0),
            ("1.5M", 1.5e6),
            ("$88,950", 88_950.0),
            ("$1.2m", 1.2e6),
            ("88 950", 88_950.0),
            ("US$ 91,234.50", 91_234.5),
            ("71234.5", 71_234.5),
        ],
    ),
    (
        "difficulty",
        &[
            ("150T", 150e12),
            ("120", 120e12),
            ("148195306640204.7", 148_195_306_640_204.7),
        ],
    ),
    (
        "efficiency",
        &[("17.25", 17.25), ("30 J/TH", 30.0), ("20J/TH", 20.0)],
    ),
    (
        "power_price",
        &[
            ("51.5", 51.5),
            ("$40/MWh", 40.0),
            ("45 $/MWh", 45.0),
            ("0", 0.0),
        ],
    ),
];

/// The same of other fields, each with its view: billions and percentages.
const WITH_SUFFIXES: [(&str, &str, &str, f64); 6] = [
    ("valuation", "market_cap", "59bn", 59.0),
    ("valuation", "market_cap", "$48.5 bn", 48.5),
    ("valuation", "net_debt", "1.2bn", 1_200.0),
    ("valuation", "target_ratio_pct", "107%", 107.0),
    ("hashprice", "fees_pct", "1.5 %", 1.5),
    ("pivot", "escalator_pct", "3%", 3.0),
];

/// What no main field takes.
const NONSENSE: [&str; 5] = ["abc", "", "1e999", "-5", "1e300"];

/// Words that a refusal must hold: the field's name, and the ends of its range with their unit.
const RANGES: [(&str, [&str; 3]); 4] = [
    ("btc_price", ["Bitcoin price", "$1,000", "$2,000,000"]),
    ("difficulty", ["Difficulty", "1.397 T to 2,79", " T."]),
    ("efficiency", ["Efficiency", "1 J/TH", "150 J/TH"]),
    ("power_price", ["Power cost", "$0/MWh", "$500/MWh"]),
];

pub fn enter_takes_a_number_however_it_is_written(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, "");
    for (key, texts) in TYPED {
        for (text, value) in texts {
            page.enter(key, text);
            page.shows_value(key, *value);
            assert!(
                page.has_focus(&format!("[data-field={key}]")),
                "Enter leaves {key}"
            );
        }
    }
}

pub fn billions_and_percentages_are_understood(browser: &Browser) {
    let site = Site::of_the_build();
    for (view, key, text, value) in WITH_SUFFIXES {
        let page = Page::open(browser, &site, &format!("#v=1&view={view}"));
        page.enter(key, text);
        page.is_silent();
        page.shows_value(key, value);
    }
}

pub fn leaving_a_field_takes_its_number(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, "#v=1&view=pivot");
    for (key, texts) in TYPED {
        let (text, value) = texts[0];
        let before = page.value(key);
        page.type_into(key, text);
        assert_eq!(
            page.value(key).to_bits(),
            before.to_bits(),
            "{key} is taken while typing"
        );
        page.leave_field();
        page.shows_value(key, value);
    }
}

pub fn nonsense_is_refused_with_reason_and_kept(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, "");
    let before = page.look();
    for (key, words) in RANGES {
        for text in NONSENSE {
            page.enter(key, text);
            refuses(page, &words, text);
            page.leave_field();
            refuses(page, &words, text);
            let now = page.look();
            assert_eq!(
                now.control(key).text,
                text,
                "what was typed into {key} is gone"
            );
            assert_eq!(
                now.figures, before.figures,
                "“{text}” in {key} changes figures"
            );
            page.follows_the_model();
        }
        page.type_into(key, "95");
        browser.press(Keys::Escape);
        page.is_silent();
        page.leave_field();
        assert_eq!(
            page.field_text(key),
            before.control(key).text,
            "Escape restores {key}"
        );
    }
}

pub fn a_correction_clears_the_refusal(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, "");
    for (key, texts) in TYPED {
        let (text, value) = texts[0];
        page.enter(key, "abc");
        page.warns(&["abc"]);
        page.enter(key, text);
        page.is_silent();
        page.shows_value(key, value);
    }
    page.enter("power_price", "501");
    page.warns(&["Power cost", "501"]);
    page.drag("power_price", 0.5);
    page.is_silent();
    page.follows_the_model();
}

fn refuses(page: Page<'_>, words: &[&str; 3], text: &str) {
    let message = page.warns(words);
    assert!(
        message.contains(text),
        "“{message}” does not quote “{text}”"
    );
}
