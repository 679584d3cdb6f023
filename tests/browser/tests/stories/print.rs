//! The page on paper.

use std::fs;

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
    browser.ask::<Option<()>>(
        "dispatchEvent(new Event('beforeprint')); return null;",
        Vec::new(),
    );
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
        "JPMorgan",
        "btc_price=80000",
        ", 20",
    ] {
        assert!(memo.contains(part), "“{part}” is not in {memo}");
    }
    assert!(
        !memo.contains("Pool fee"),
        "an input that nobody touched: {memo}"
    );
    let is_shown = "return Array.from(document.querySelectorAll(arguments[0]))\
                    .some((element) => element.getClientRects().length > 0);";
    let shown = |css: &str| browser.ask::<bool>(is_shown, vec![json!(css)]);
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
    browser.ask::<Option<()>>(
        "dispatchEvent(new Event('afterprint')); return null;",
        Vec::new(),
    );
    until("no memo", || page.text(".hp-memo"), String::is_empty);
    browser.devtools("Emulation.setEmulatedMedia", &json!({ "media": "" }));
}

pub fn a_memo_fits_both_papers(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, MOVED);
    for (name, width, height) in [("a4", 8.27, 11.69), ("letter", 8.5, 11.0)] {
        let paper = json!({ "paperWidth": width, "paperHeight": height, "printBackground": true });
        let printed = browser.devtools("Page.printToPDF", &paper);
        let data = printed["data"].as_str().expect("a file");
        let bytes: Vec<u8> = page.browser().ask(
            "return Array.from(atob(arguments[0]), (c) => c.charCodeAt(0));",
            vec![json!(data)],
        );
        fs::write(
            artefacts::folder("print").join(format!("{name}.pdf")),
            &bytes,
        )
        .expect("can be written");
        let text = String::from_utf8_lossy(&bytes);
        let pages = text.matches("/Type /Page\n").count();
        assert!((1..=3).contains(&pages), "{name} has {pages} pages");
    }
}
