//! Links hold the state.

use std::time::Duration;

use browser_tests::{Browser, Page, Site, within};

const LINK: &str = "#v=1&view=pivot&unit=usd_ph&btc_price=90000&lease_rate=140.5";

pub fn a_link_restores_what_it_says(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, LINK);
    let seen = page.look();
    assert_eq!(
        (seen.view.as_str(), seen.unit.as_str()),
        ("pivot", "usd_ph")
    );
    page.shows_value("btc_price", 90_000.0);
    page.shows_value("lease_rate", 140.5);
    page.is_silent();
    assert_eq!(page.fragment(), LINK);
}

pub fn a_change_is_in_the_link_within_a_second_and_survives_a_reload(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, LINK);
    let changed = LINK.replace("90000", "60000");
    page.enter("btc_price", "60,000");
    // Half a second of rest, and as much for a busy machine.
    within(Duration::from_secs(1), "the change in the link", || {
        let fragment = page.fragment();
        if fragment == changed {
            Ok(())
        } else {
            Err(fragment)
        }
    });
    browser.reload();
    let page = Page::here(browser);
    page.shows_value("btc_price", 60_000.0);
    page.shows_value("lease_rate", 140.5);
    assert_eq!(page.fragment(), changed);
}

pub fn what_a_link_says_wrongly_is_reported(browser: &Browser) {
    let site = Site::of_the_build();
    let link = "#v=1&btc_price=9e9&power_price=-3&efficiency=abc&colour=red&view=moon";
    let page = Page::open(browser, &site, link);
    page.warns(&[
        "btc_price",
        "9000000000",
        "1000 to 2000000",
        "$2,000,000 is used",
    ]);
    page.warns(&["power_price", "-3", "0 to 500 USD/MWh"]);
    page.warns(&["efficiency=abc", "ignored"]);
    page.warns(&["colour=red"]);
    page.warns(&["view=moon"]);
    page.shows_value("btc_price", 2_000_000.0);
    page.shows_value("power_price", 0.0);
    page.shows_value("efficiency", 20.0);
    assert_eq!(page.look().view, "hashprice");
    page.click(".hp-notices button");
    page.is_silent();
}

pub fn what_a_host_page_appended_is_left_alone(browser: &Browser) {
    let site = Site::of_the_build();
    for secret in ["?secret=a1B2", "#?secret=a1B2"] {
        let page = Page::open(browser, &site, &format!("#v=1&btc_price=70000{secret}"));
        page.shows_value("btc_price", 70_000.0);
        page.is_silent();
        page.enter("btc_price", "80k");
        page.has_fragment(&format!("#v=1&btc_price=80000{secret}"));
    }
}

pub fn views_are_tabs_and_back_goes_back(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, "#v=1&btc_price=70000");
    page.click("a[data-view=pivot]");
    page.shows_view("pivot");
    page.has_fragment("#v=1&view=pivot&btc_price=70000");
    assert!(
        page.look()
            .charts
            .iter()
            .any(|chart| chart.id == "cumulative-cash")
    );
    browser.go_back();
    page.shows_view("hashprice");
    page.shows_value("btc_price", 70_000.0);
    page.has_fragment("#v=1&btc_price=70000");
}

/// The browser may fire the timer that writes the state before it tells the page of the new address.
pub fn a_link_followed_while_a_change_is_written_is_not_lost(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, "");
    for price in ["70000", "60000", "50000"] {
        page.follow(&format!("#v=1&btc_price={price}"));
        page.shows_value("btc_price", price.parse().expect("it is a number"));
        page.click("[data-step='power_price:1']");
        // Keeps the page busy until the state is overdue to be written, then goes away.
        let body = "const done = arguments[arguments.length - 1];\
                    setTimeout(() => {\
                      const end = performance.now() + 400;\
                      while (performance.now() < end);\
                      location.hash = arguments[0];\
                      done(null);\
                    }, 300);";
        browser.ask_later::<Option<()>>(body, vec!["#v=1&btc_price=40000".into()]);
        page.shows_value("btc_price", 40_000.0);
    }
}
