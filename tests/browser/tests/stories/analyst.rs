//! A broker's note, checked from one end to the other.

use browser_tests::page::Figure;
use browser_tests::{Browser, Page, Site, until};

/// Reproduces the note of December 2025 and pins it, drops the price, reads what changed and why,
/// watches the network, starts the pivot from an announced lease, delays it, finds the break-even rent,
/// and sends the link.
pub fn an_analyst_checks_a_note_and_sends_the_link(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, "");
    for (output, text) in [
        ("revenue", "$38,698"),
        ("gross_profit", "$17,098"),
        ("gross_margin", "44.2%"),
    ] {
        assert_eq!(page.look().figure(output).text, text);
    }
    // The note's power price, typed again, so that there is something to pin.
    page.enter("power_price", "44");
    page.press_button("Pin baseline");
    page.enter("power_price", "$45/MWh");
    page.shows_value("power_price", 45.0);
    page.press_button("Pin baseline");

    page.enter("btc_price", "60k");
    page.shows_value("btc_price", 60_000.0);
    let why = page.text("[data-chart=change-waterfall] .hp-chart-answer");
    assert!(why.contains("price"), "{why}");
    let change = page.text(".hp-key-figure .hp-change");
    assert!(change.contains("from $38,698"), "{change}");

    page.click("a[data-view=network]");
    page.shows_view("network");
    number(page, "equilibrium_hashrate", 924.812_640);
    number(page, "equilibrium_hashprice", 29_495.812_254);

    page.click("a[data-view=pivot]");
    page.shows_view("pivot");
    page.shows_value("gross_mw", 300.0);
    page.switch("deal", "hut_8_river_bend");
    page.shows_value("gross_mw", 330.0);
    page.shows_value("lease_rate", 128.0);
    page.enter("delay_months", "12");
    page.shows_value("delay_months", 12.0);
    let breakeven = page.look().figure("breakeven_lease_rate").clone();
    assert_eq!(
        page.text("[data-sentence=breakeven_lease_rate]"),
        breakeven.text
    );

    until(
        "the link",
        || page.fragment(),
        |link| link.contains("delay_months=12"),
    );
    let (sent, link) = (figures(page), page.fragment());
    let opened = Page::open(browser, &site, &link);
    opened.shows_view("pivot");
    assert_eq!(figures(opened), sent);
}

fn number(page: Page<'_>, output: &str, expected: f64) {
    let value = || page.look().figure(output).value.parse().unwrap_or(f64::NAN);
    until(output, value, |value: &f64| (value - expected).abs() < 1e-6);
}

fn figures(page: Page<'_>) -> Vec<Figure> {
    page.look().figures
}
