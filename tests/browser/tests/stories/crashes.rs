//! When the app stops: the overlay, and links that stop it again and again.

use browser_tests::oracle::is_close;
use browser_tests::{Browser, Keys, Page, Site, until};
use serde_json::json;

const LINK: &str = "#v=1&btc_price=70000";

pub fn a_crash_shows_an_overlay_and_reloading_goes_on(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, LINK);
    crash(page);
    let report = "return document.querySelector('dialog.hp-crash textarea').value;";
    let report: String = browser.ask(report, &[]);
    for part in ["a fault for the test", LINK, "Hashpivot "] {
        assert!(
            report.contains(part),
            "the report does not hold “{part}”: {report}"
        );
    }
    page.press_button("Reload");
    is_alive(page, LINK);
    page.shows_value("btc_price", 70_000.0);
}

pub fn escape_does_not_uncover_a_dead_page(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, LINK);
    page.click("[data-step='btc_price:1']");
    crash(page);
    for time in 1..=3 {
        browser.press(Keys::Escape);
        // Where the browser closes it all the same, it comes back.
        until(
            &format!("the overlay after Escape, pressed {time} times"),
            || is_overlaid(page),
            |is_there| *is_there,
        );
    }
}

pub fn after_a_crash_reset_starts_from_the_preset(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, LINK);
    crash(page);
    page.press_button("Reset");
    is_alive(page, "");
    page.shows_value("btc_price", 88_950.0);
}

pub fn a_link_that_crashes_twice_is_offered_as_text(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, LINK);
    crash(page);
    page.press_button("Reload");
    is_alive(page, LINK);
    crash(page);
    page.press_button("Reload");
    is_alive(page, "");
    page.shows_value("btc_price", 88_950.0);
    let offered: String = browser.ask(
        "return document.querySelector('.hp-notice input').value;",
        &[],
    );
    assert_eq!(offered, site.address(LINK));
    page.press_button("Dismiss");
    until("no notice", || page.text(".hp-notice"), String::is_empty);
}

/// Whatever a hand does, in whatever order, the page goes on.
pub fn no_hand_stops_the_page(browser: &Browser) {
    const STEPS: usize = 150;
    let site = Site::of_the_build();
    for seed in 1..=4 {
        let page = Page::open(browser, &site, "");
        let before_the_end = page.wander(seed, STEPS);
        assert!(before_the_end.is_empty(), "seed {seed}:\n{before_the_end}");
        page.follow("#v=1&btc_price=61000");
        // Fields may hold what is still being typed.
        let price = || page.value("btc_price");
        until("the price", price, |price| is_close(*price, 61_000.0));
    }
}

/// Reports a fault as the app's panic hook does.
fn crash(page: Page<'_>) {
    let body =
        "dispatchEvent(new CustomEvent('hashpivot-panic', { detail: arguments[0] })); return null;";
    page.browser()
        .ask::<Option<()>>(body, &[json!("a fault for the test")]);
    until("the overlay", || is_overlaid(page), |is_there| *is_there);
}

fn is_overlaid(page: Page<'_>) -> bool {
    page.attribute("dialog.hp-crash", "open").is_some()
}

/// The page was loaded anew, with this fragment.
fn is_alive(page: Page<'_>, fragment: &str) {
    let overlay = || page.attribute("dialog.hp-crash", "role");
    until("the page without overlay", overlay, Option::is_none);
    let page = Page::here(page.browser());
    page.has_fragment(fragment);
    page.follows_the_model();
}
