//! Without a mouse.

use browser_tests::{Browser, Keys, Page, Site, until};
use hashpivot::model::parameters::Key;
use hashpivot::state::slider;

const MAIN: [Key; 4] = [
    Key::BtcPrice,
    Key::Difficulty,
    Key::Efficiency,
    Key::PowerPrice,
];

/// Keys of a slider and how many round steps each takes.
const STEPS: [(Keys, i32); 6] = [
    (Keys::Right, 1),
    (Keys::Up, 1),
    (Keys::Left, -1),
    (Keys::Down, -1),
    (Keys::PageUp, 10),
    (Keys::PageDown, -10),
];

pub fn keys_move_a_slider_by_round_steps(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, "");
    for key in MAIN {
        let (name, row) = (key.name(), key.parameter());
        page.tab_to(&format!("[data-param={name}]"));
        let mut value = page.value(name);
        for (pressed, steps) in STEPS {
            browser.press(pressed);
            value = slider::stepped(row, value, steps);
            page.shows_value(name, value);
        }
        browser.press(Keys::Home);
        page.shows_value(name, row.slider.0);
        browser.press(Keys::End);
        page.shows_value(name, row.slider.1);
    }
}

pub fn steppers_and_reset_are_reached_and_pressed(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, "#v=1&view=pivot");
    for key in MAIN {
        let (name, row) = (key.name(), key.parameter());
        let preset = page.value(name);
        page.tab_to(&format!("[data-step='{name}:-1']"));
        browser.press(Keys::Enter);
        let lower = slider::stepped(row, preset, -1);
        page.shows_value(name, lower);
        page.tab_to(&format!("[data-step='{name}:1']"));
        browser.press(Keys::Space);
        browser.press(Keys::Space);
        page.shows_value(name, slider::stepped(row, lower, 2));
    }
    page.click("[data-reset=all]");
    let row = Key::PowerPrice.parameter();
    let preset = row.default.expect("has a preset");
    page.shows_value("power_price", preset);
    page.tab_to("[data-field=power_price]");
    browser.press(Keys::Up);
    page.shows_value("power_price", slider::stepped(row, preset, 1));
}

pub fn arrows_read_a_chart_and_escape_puts_the_reading_away(browser: &Browser) {
    let site = Site::of_the_build();
    for (fragment, chart) in [
        ("", "profit-by-price"),
        ("#v=1&view=pivot", "cumulative-cash"),
    ] {
        let page = Page::open(browser, &site, fragment);
        let answer = || page.look().chart(chart).answer.clone();
        let at_rest = answer();
        page.tab_to(&format!("[data-chart={chart}] [tabindex='0']"));
        let mut readings = vec![at_rest.clone()];
        for key in [
            Keys::Right,
            Keys::Right,
            Keys::PageUp,
            Keys::Left,
            Keys::Home,
            Keys::End,
        ] {
            browser.press(key);
            readings.push(until("another reading", answer, |text| {
                !readings.contains(text)
            }));
        }
        browser.press(Keys::Escape);
        until("the sentence again", answer, |text| *text == at_rest);
    }
}

/// Also where the field shows more digits once it is entered.
pub fn what_is_typed_after_tab_takes_the_place_of_what_stands_there(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, "#v=1&view=pivot&pue=1.346938775510204");
    for (key, text, value) in [("difficulty", "150", 150e12), ("pue", "1.5", 1.5)] {
        page.tab_to(&format!("[data-step='{key}:-1']"));
        browser.press(Keys::Tab);
        browser.type_text(text);
        browser.press(Keys::Enter);
        page.shows_value(key, value);
    }
}

pub fn a_row_that_is_removed_leaves_the_focus_beside_it(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(
        browser,
        &site,
        "#v=1&view=pivot&site=One&site=Two&site=Three",
    );
    page.tab_to("[data-row-tool='Remove:1']");
    for (named, focused) in [
        ("Three", "[data-row-tool='Remove:1']"),
        ("One", "[data-row-tool='Remove:0']"),
        ("", "[data-add=site]"),
    ] {
        browser.press(Keys::Enter);
        let last = "return Array.from(document.querySelectorAll('[data-site-field=name]')).pop()?.value ?? '';";
        until(
            "a row less",
            || browser.ask::<String>(last, &[]),
            |name| name == named,
        );
        until(focused, || page.has_focus(focused), |focused| *focused);
    }
}
