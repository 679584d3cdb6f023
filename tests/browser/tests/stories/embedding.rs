//! The page inside a page of somebody else.

use browser_tests::{Browser, Engine, Files, Page, Site, until};
use hashpivot::state::slider;

/// As WordPress embeds: scripts, but no origin, and so no storage.
fn host(frame: &str) -> Site {
    let html = format!(
        "<!doctype html><title>A blog</title><link rel=\"icon\" href=\"data:,\"><p>Somebody else's words.</p>\
         <iframe sandbox=\"allow-scripts\" width=\"1200\" height=\"800\" src=\"{frame}\"></iframe>"
    );
    Site::serving_securely(Files::default().with_page("index.html", &html))
}

pub fn it_works_in_a_sandboxed_frame(browser: &Browser) {
    let site = Site::serving_securely(Files::of_the_build());
    let host = host(&site.address("index.html#v=1&btc_price=70000"));
    browser.go_to(&host.address(""));
    browser.enter_frame("iframe");
    let page = Page::here(browser);
    let is_blocked = "try { return !sessionStorage; } catch (_) { return true; }";
    assert!(
        browser.ask::<bool>(is_blocked, &[]),
        "the frame has storage after all"
    );
    page.shows_value("btc_price", 70_000.0);
    page.drag("btc_price", 0.6);
    until(
        "the drag",
        || page.value("btc_price"),
        |price| *price > 100_000.0,
    );
    page.follows_the_model();
    page.enter("power_price", "60");
    page.shows_value("power_price", 60.0);
    page.click("a[data-view=pivot]");
    page.shows_view("pivot");
    is_quiet(browser);
}

pub fn it_says_nothing_to_the_console(browser: &Browser) {
    let site = Site::of_the_build();
    for fragment in ["", "#v=1&view=pivot"] {
        let page = Page::open(browser, &site, fragment);
        let preset = page.value("btc_price");
        page.click("[data-step='btc_price:1']");
        let row = hashpivot::model::parameters::Key::BtcPrice.parameter();
        page.shows_value("btc_price", slider::stepped(row, preset, 1));
    }
    is_quiet(browser);
}

/// Nothing was refused, nothing failed. Only Chromium lets us read its console.
fn is_quiet(browser: &Browser) {
    if browser.engine() == Engine::Chromium {
        let lines = browser.console();
        assert!(lines.is_empty(), "the console says {lines:#?}");
    }
}
