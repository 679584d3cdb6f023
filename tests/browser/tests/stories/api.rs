//! The JavaScript API in browsers: the examples that ship with it, and the bits of its results.

use std::fs;
use std::time::Duration;

use browser_tests::{Browser, Files, Site, engine, until, within};

/// How long a browser may take to compute every result for the seeded inputs.
const PATIENCE: Duration = Duration::from_secs(120);

pub fn the_example_of_a_page_follows_its_fields(browser: &Browser) {
    let site = Site::of_the_build();
    browser.go_to(&site.address("examples/api/page.html"));
    shows(browser, "#hashprice", "$38,698 per EH a day");
    shows(browser, "#gross_profit", "$17,098 per EH a day");
    shows(browser, "#breakeven_btc_price", "$49,649 per BTC");
    shows(browser, "#npv_gain", "$1,924 m");

    enter(browser, "[name=btc_price]", "60000");
    shows(browser, "#hashprice", "$26,103 per EH a day");
    shows(browser, "[role=alert]", "");

    enter(browser, "[name=power_price]", "501");
    let message = "inputs.power_price = 501 is out of range: give a number from 0 to 500 USD/MWh";
    shows(browser, "[role=alert]", message);
    shows(browser, "#hashprice", "$26,103 per EH a day");

    enter(browser, "[name=power_price]", "");
    let message = "inputs.power_price = NaN is not a finite number: \
                   give a number from 0 to 500 USD/MWh";
    shows(browser, "[role=alert]", message);
}

pub fn the_example_of_a_worker_simulates_beside_the_page(browser: &Browser) {
    let site = Site::of_the_build();
    browser.go_to(&site.address("examples/api/worker.html"));
    shows(browser, "#epochs tr:nth-child(1)", "01,04526,103");
    shows(browser, "#epochs tr:nth-child(4) td:last-child", "31,202");

    enter(browser, "[name=btc_price]", "88950");
    shows(browser, "#epochs tr:nth-child(1)", "01,04538,698");

    enter(browser, "[name=btc_price]", "5");
    let message =
        "inputs.btc_price = 5 is out of range: give a number from 1000 to 2000000 USD/BTC";
    shows(browser, "[role=alert]", message);
}

pub fn every_result_has_the_bits_that_it_has_in_node(browser: &Browser) {
    let reference = fs::read_to_string(engine::path("API_REFERENCE")).expect("Node has written it");
    let page = "<!doctype html><title>Bits</title><link rel=\"icon\" href=\"data:,\">\
                <script type=\"module\" src=\"compare.js\"></script>";
    let files = Files::of_the_build()
        .with_page("bits.html", page)
        .with_page("compare.js", include_str!("../../../api/compare.js"))
        .with_page("sample.js", include_str!("../../../api/sample.mjs"))
        .with_page("reference.json", &reference);
    let site = Site::serving(files);
    browser.go_to(&site.address("bits.html"));
    let outcome = within(PATIENCE, "the comparison with Node", || {
        let body = "return document.documentElement.dataset.outcome ?? null;";
        browser
            .ask::<Option<String>>(body, &[])
            .ok_or_else(|| "it is still computing".to_owned())
    });
    assert_eq!(outcome, "500 agree");
}

/// What the first element that a CSS selector finds reads, in time.
fn shows(browser: &Browser, css: &str, text: &str) {
    let body = "return document.querySelector(arguments[0])?.textContent ?? 'nothing there';";
    let look = || browser.ask::<String>(body, &[css.into()]);
    until(css, look, |seen| seen == text);
}

/// Types into a field in place of what it holds.
fn enter(browser: &Browser, css: &str, text: &str) {
    browser.click(css);
    browser.select_all();
    browser.press(browser_tests::Keys::Backspace);
    browser.type_text(text);
}
