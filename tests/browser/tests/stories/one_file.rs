//! The page as one file, opened from a disk: no server, no origin, nothing beside it.

use std::path::{Path, PathBuf};

use browser_tests::{Browser, Page, engine, oracle, until};
use hashpivot::state::View;

/// The file that the build made.
fn built() -> PathBuf {
    let path = engine::path("HASHPIVOT_DIST").join("hashpivot-offline.html");
    path.canonicalize().expect("the build made it")
}

/// Opens the file with a fragment.
fn open<'a>(browser: &'a Browser, fragment: &str) -> Page<'a> {
    open_at(browser, &built(), fragment)
}

fn open_at<'a>(browser: &'a Browser, path: &Path, fragment: &str) -> Page<'a> {
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
        &[],
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

pub fn it_makes_embeds_of_its_site_or_says_that_it_has_none(browser: &Browser) {
    const NONE: &str = "<meta name=\"site\" content=\"\">";
    const SITE: &str = "https://somewhere.example/calculator/";
    let page = open(browser, "#v=1&btc_price=80000");
    page.click("[data-open=embed]");
    until(
        "the reason",
        || page.texts(".hp-embed-nowhere").concat(),
        |said| said.contains("a file on this device"),
    );

    let text = std::fs::read_to_string(built()).expect("it is text");
    assert!(text.contains(NONE), "the tests' build is of a site");
    let of_site = text.replace(NONE, &NONE.replace("\"\"", &format!("{SITE:?}")));
    let path = std::env::temp_dir().join(format!("hashpivot-{}.html", browser.engine().name()));
    std::fs::write(&path, of_site).expect("there is room");
    let page = open_at(browser, &path, "#v=1&btc_price=80000");
    page.click("[data-open=embed]");
    until(
        "a snippet of the site",
        || {
            page.attributes(".hp-embed-preview a", "href").concat()
                + &page.text_of_field(".hp-embed-snippets textarea")
        },
        |text| text.matches(&format!("{SITE}?embed")).count() == 2 && text.contains("80000"),
    );
    std::fs::remove_file(&path).expect("it was written");
}
