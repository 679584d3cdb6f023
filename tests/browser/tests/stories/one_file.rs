//! The page as one file, opened from a disk: no server, no origin, nothing beside it.

use std::path::PathBuf;

use browser_tests::{Browser, Page, engine, oracle, until};
use hashpivot::state::View;

/// Opens the file with a fragment.
fn open<'a>(browser: &'a Browser, fragment: &str) -> Page<'a> {
    let path: PathBuf = engine::path("HASHPIVOT_DIST").join("hashpivot-offline.html");
    let path = path.canonicalize().expect("the build made it");
    browser.go_to("about:blank");
    browser.go_to(&format!("file://{}{fragment}", path.display()));
    Page::here(browser)
}

pub fn every_view_works_from_a_disk(browser: &Browser) {
    for view in View::ALL {
        let page = open(
            browser,
            &format!("#v=1&view={}&btc_price=60000", view.key()),
        );
        page.shows_view(view.key());
        page.shows_value("btc_price", 60_000.0);
        page.is_silent();
    }
    let page = open(browser, "");
    page.enter("btc_price", "70,000");
    page.shows_value("btc_price", 70_000.0);
    page.has_fragment("#v=1&btc_price=70000");
    page.click("a[data-view=pivot]");
    page.shows_view("pivot");
    page.has_fragment("#v=1&view=pivot&btc_price=70000");
    browser.go_back();
    page.shows_view("hashprice");
    browser.reload();
    let page = Page::here(browser);
    page.shows_value("btc_price", 70_000.0);
    let fetched: Vec<String> = browser.ask(
        "return performance.getEntriesByType('resource').map(({ name }) => name)\
           .filter((name) => !name.startsWith('data:'));",
        Vec::new(),
    );
    assert!(fetched.is_empty(), "it is not alone: {fetched:?}");
}

pub fn it_says_its_version_and_date(browser: &Browser) {
    let page = open(browser, "");
    let version = page
        .attribute("meta[name=version]", "content")
        .expect("it has a version");
    let said = page.text(".hp-edition");
    assert!(said.contains(&format!("Hashpivot {version} of ")), "{said}");
    let year = said.split(", ").nth(1).and_then(|rest| rest.get(..4));
    assert!(
        year.is_some_and(|year| year.parse::<u32>().is_ok()),
        "no date: {said}"
    );
}

pub fn it_hands_out_drawings_and_numbers(browser: &Browser) {
    let page = open(browser, "#v=1&btc_price=80000");
    let chart = View::Hashprice.charts()[0];
    for (tool, start) in [("csv", "\u{feff}"), ("svg", "<svg")] {
        let file = page.saved_by(&format!("[data-chart={chart}] [data-tool={tool}]"));
        assert!(file.text.starts_with(start), "{}", file.name);
    }
    page.click("[data-step='btc_price:1']");
    until(
        "a step",
        || page.value("btc_price"),
        |price| !oracle::is_close(*price, 80_000.0),
    );
    page.click("[data-history=Undo]");
    page.shows_value("btc_price", 80_000.0);
}
