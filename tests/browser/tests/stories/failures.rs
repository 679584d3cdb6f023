//! When the app does not start.

use browser_tests::site::File;
use browser_tests::{Browser, Files, Page, Site, oracle, until};

pub fn a_damaged_app_is_not_run(browser: &Browser) {
    let site = Site::serving(Files::of_the_build().replacing_app(File::damaged));
    says(browser, &site, "integrity", "not what was published");
}

pub fn a_missing_app_is_told(browser: &Browser) {
    let site = Site::serving(Files::of_the_build().replacing_app(|_| File::Missing));
    says(browser, &site, "missing", "not on the server any more");
    recovers(browser, &site);
}

pub fn without_an_answer_it_waits_for_the_network(browser: &Browser) {
    let site = Site::serving(Files::of_the_build().replacing_app(|_| File::NoAnswer));
    says(browser, &site, "network", "could not be downloaded");
    browser.click_text("button", "Try again");
    let status = || text_of(browser, "[role=status]");
    until("the page that failed, still there", status, |text| {
        text.contains("still does not answer")
    });
    recovers(browser, &site);
}

/// Sliders and figures do not need it; the rest of the page comes once it can be had.
pub fn without_its_second_part_the_page_works_and_asks_again(browser: &Browser) {
    let site = Site::serving(Files::of_the_build().replacing_later(|_| File::Missing));
    browser.go_to(&site.address("#v=1&btc_price=70000"));
    let alert = || text_of(browser, "[role=alert]");
    until("a word about what is missing", alert, |text| {
        text.contains("Your inputs are kept")
    });
    let page = Page::here(browser);
    page.enter("btc_price", "80000");
    until(
        "the price",
        || page.value("btc_price"),
        |value| oracle::is_close(*value, 80_000.0),
    );
    site.change(Files::of_the_build());
    browser.click_text("button", "Try again");
    page.shows_value("btc_price", 80_000.0);
    until("a chart", || page.look().charts.len(), |charts| *charts > 0);
}

/// The page says what happened, in words.
fn says(browser: &Browser, site: &Site, kind: &str, words: &str) {
    browser.go_to(&site.address("#v=1&btc_price=70000"));
    let message = || text_of(browser, &format!("[data-failure={kind}][role=alert]"));
    until("the page of a failed start", message, |text| {
        text.contains(words)
    });
}

/// Once the file is there, trying again starts the page with its link.
fn recovers(browser: &Browser, site: &Site) {
    site.change(Files::of_the_build());
    browser.click_text("button", "Try again");
    let page = Page::here(browser);
    page.shows_value("btc_price", 70_000.0);
}

fn text_of(browser: &Browser, css: &str) -> String {
    let body = "return document.querySelector(arguments[0])?.textContent ?? '';";
    browser.ask(body, &[css.into()])
}
