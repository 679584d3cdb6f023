//! The page on paper.

use std::fs;

use browser_tests::page::Viewport;
use browser_tests::{Browser, Page, Site, artefacts, until};
use serde_json::json;

const MOVED: &str = "#v=1&btc_price=80000&overhead=2500";

pub fn paper_shows_inputs_results_charts_and_address(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, MOVED);
    assert_eq!(
        page.text(".hp-memo"),
        "",
        "the screen has what only paper needs"
    );
    browser.devtools("Emulation.setEmulatedMedia", &json!({ "media": "print" }));
    browser.ask::<Option<()>>("dispatchEvent(new Event('beforeprint')); return null;", &[]);
    let memo = until(
        "the memo",
        || page.text(".hp-memo"),
        |text| !text.is_empty(),
    );
    for part in [
        "Bitcoin price",
        "$80,000",
        "$88,950",
        "Overhead",
        "Efficiency",
        "yours; preset $88,950 (JPMorgan, December 2025 average)",
        "btc_price=80000",
        ", 20",
    ] {
        assert!(memo.contains(part), "“{part}” is not in {memo}");
    }
    assert!(
        !memo.contains("Lease rate"),
        "an input that moves nothing here: {memo}"
    );
    let is_shown = "return Array.from(document.querySelectorAll(arguments[0]))\
                    .some((element) => element.getClientRects().length > 0);";
    let shown = |css: &str| browser.ask::<bool>(is_shown, &[json!(css)]);
    for css in [
        ".hp-sentence",
        ".hp-key-figure",
        ".hp-plot svg",
        ".hp-figure-row",
        ".hp-memo",
    ] {
        assert!(shown(css), "{css} is missing on paper");
    }
    for css in [".hp-header", ".hp-rail", "button", "input"] {
        assert!(!shown(css), "{css} is on paper");
    }
    assert_eq!(
        page.style(".hp-page", "backgroundColor"),
        "rgb(255, 255, 255)"
    );
    browser.ask::<Option<()>>("dispatchEvent(new Event('afterprint')); return null;", &[]);
    until("no memo", || page.text(".hp-memo"), String::is_empty);
    browser.devtools("Emulation.setEmulatedMedia", &json!({ "media": "" }));
}

/// Shows the page as paper does.
fn put_on_paper(browser: &Browser) {
    browser.devtools("Emulation.setEmulatedMedia", &json!({ "media": "print" }));
    browser.ask::<Option<()>>("dispatchEvent(new Event('beforeprint')); return null;", &[]);
}

/// Shows it as a screen does.
fn put_on_screen(browser: &Browser) {
    browser.ask::<Option<()>>("dispatchEvent(new Event('afterprint')); return null;", &[]);
    browser.devtools("Emulation.setEmulatedMedia", &json!({ "media": "" }));
}

/// What of this is drawn.
fn drawn(browser: &Browser, css: &str) -> Vec<String> {
    let body = "return Array.from(document.querySelectorAll(arguments[0]))\
                  .filter((element) => element.getClientRects().length > 0)\
                  .map((element) => element.innerText || element.outerHTML.slice(0, 120));";
    browser.ask(body, &[json!(css)])
}

pub fn paper_names_every_input_that_a_view_follows(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, "");
    let views: [(&str, &[&str]); 6] = [
        (
            "hashprice",
            &["Overhead", "Interest", "Uptime", "Machine life", "Pool fee"],
        ),
        ("network", &["Response lag", "Pool fee", "Power spread"]),
        (
            "pivot",
            &["Lease rate", "Loan rate", "Machine price", "Uptime"],
        ),
        ("valuation", &["Market cap", "Lease rate", "Overhead"]),
        (
            "outlook",
            &["Upgrade price", "Idle now", "Loan rate", "Net debt"],
        ),
        (
            "miners",
            &["Network efficiency", "Interest", "Exit cap rate"],
        ),
    ];
    for (view, labels) in views {
        page.follow(&format!("#v=1&view={view}"));
        page.shows_view(view);
        put_on_paper(browser);
        let memo = until(
            "the memo",
            || page.text(".hp-memo"),
            |text| !text.is_empty(),
        );
        for label in labels {
            assert!(memo.contains(label), "{view}: {label} is not in {memo}");
        }
        assert!(memo.contains("JPMorgan's note on December 2025"), "{memo}");
        put_on_screen(browser);
        until("no memo", || page.text(".hp-memo"), String::is_empty);
    }
}

pub fn sites_are_text_on_paper(browser: &Browser) {
    const SITES: &str =
        "#v=1&view=pivot&site=Alpha~execution_pct:75&site=Beta~start_month:12~capex:12";
    let (_site, page) = Viewport::A4.open(browser, SITES);
    put_on_paper(browser);
    let memo = until(
        "the memo",
        || page.text(".hp-memo"),
        |text| !text.is_empty(),
    );
    for part in ["Beta", "month 12", "Capex $12"] {
        assert!(memo.contains(part), "“{part}” is not in {memo}");
    }
    let rows = drawn(browser, "[data-site]").join("\n");
    for part in ["Alpha", "Beta", "Signed"] {
        assert!(rows.contains(part), "“{part}” is not in {rows}");
    }
    let pressed = drawn(browser, ".hp-sites :is(input, select, button)");
    assert!(pressed.is_empty(), "{pressed:#?}");
    let beyond: f64 = browser.ask(
        "return document.querySelector('.hp-sites table').getBoundingClientRect().right - innerWidth;",
        &[],
    );
    assert!(
        beyond <= 0.0,
        "the table is {beyond} px wider than the paper"
    );
    put_on_screen(browser);
}

pub fn what_is_folded_on_the_screen_is_read_on_paper(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, "#v=1&view=network");
    page.shows_view("network");
    put_on_paper(browser);
    until(
        "the memo",
        || page.text(".hp-memo"),
        |text| !text.is_empty(),
    );
    let sources = drawn(browser, ".hp-sources").join("\n");
    assert!(
        sources.contains("2025-12") && !sources.contains('▸'),
        "{sources}"
    );
    let folded = drawn(browser, "summary");
    assert!(folded.is_empty(), "{folded:?}");
    put_on_screen(browser);

    page.follow("#v=1&view=miners");
    page.shows_view("miners");
    put_on_paper(browser);
    let advice = drawn(browser, ".hp-pair");
    assert!(advice.is_empty(), "{advice:?}");
    put_on_screen(browser);

    page.follow("#v=1&view=pivot");
    page.shows_view("pivot");
    let deal = "option[value*=hut]";
    let id = page.attribute(deal, "value").expect("a deal");
    page.switch("deal", &id);
    until(
        "the note",
        || page.text(".hp-start-note"),
        |text| !text.is_empty(),
    );
    put_on_paper(browser);
    let start = drawn(browser, ".hp-start").join("\n");
    for part in ["Kept, because", "Source:"] {
        assert!(start.contains(part), "“{part}” is not in {start}");
    }
    let menu = drawn(browser, ".hp-start select");
    assert!(menu.is_empty(), "{menu:?}");
    put_on_screen(browser);
}

/// The most pages that a view takes on A4 and on Letter, with inputs that differ from the preset.
const MOST_PAGES: [(&str, usize, usize); 6] = [
    ("hashprice", 2, 3),
    ("network", 3, 3),
    ("pivot", 3, 4),
    ("valuation", 3, 4),
    ("outlook", 2, 3),
    ("miners", 2, 3),
];

pub fn a_memo_fits_both_papers(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, MOVED);
    for (view, a4, letter) in MOST_PAGES {
        page.follow(&format!("#v=1&btc_price=60000&power_price=50&view={view}"));
        page.shows_view(view);
        for (name, width, height, most) in [("a4", 8.27, 11.69, a4), ("letter", 8.5, 11.0, letter)]
        {
            let pages = printed(browser, &format!("{view}-{name}"), (width, height));
            assert!(
                (1..=most).contains(&pages),
                "{view} on {name} has {pages} pages"
            );
        }
    }
}

/// Prints the page on paper of this size, in inches, keeps the file, and counts its pages.
fn printed(browser: &Browser, name: &str, (width, height): (f64, f64)) -> usize {
    let paper = json!({ "paperWidth": width, "paperHeight": height, "printBackground": true });
    let printed = browser.devtools("Page.printToPDF", &paper);
    let data = printed["data"].as_str().expect("a file");
    let bytes: Vec<u8> = browser.ask(
        "return Array.from(atob(arguments[0]), (c) => c.charCodeAt(0));",
        &[json!(data)],
    );
    let file = artefacts::folder("print").join(format!("{name}.pdf"));
    fs::write(file, &bytes).expect("can be written");
    String::from_utf8_lossy(&bytes)
        .matches("/Type /Page\n")
        .count()
}
