//! The page on paper.

use std::fs;

use browser_tests::page::Viewport;
use browser_tests::{Browser, Page, Site, artefacts, until};
use serde_json::json;

const MOVED: &str = "#v=1&btc_price=80000&overhead=2500";
/// Inputs that every view has.
const DEARER: &str = "#v=1&btc_price=60000&power_price=50";

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

/// Follows a link to a view and shows it as it is printed.
#[track_caller]
fn prints(page: Page<'_>, view: &str, link: &str) {
    page.follow(link);
    page.shows_view(view);
    put_on_paper(page.browser());
    until(
        "the memo",
        || page.text(".hp-memo"),
        |text| !text.is_empty(),
    );
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
    const SITES: &str = "#v=1&view=pivot&site=Alpha~execution_pct:75&site=Beta~start_month:12~capex:12\
                         &site=Riverbend+and+the+Other+Bank~contract:memorandum";
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
    let contracts = lines(browser, "[data-site] td:nth-child(3) .hp-paper");
    assert_eq!(contracts, [1, 1, 1], "a contract is broken within its name");
    let share: f64 = browser.ask(
        "const [card, all] = arguments[0].map((css) => document.querySelector(css).getBoundingClientRect().width);\
         return card / all;",
        &[json!(["[data-chart=sites-cash]", ".hp-charts"])],
    );
    assert!(share > 0.99, "a chart alone takes {share} of its row");
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

/// How many lines the text of each of these takes.
fn lines(browser: &Browser, css: &str) -> Vec<usize> {
    let body = "return Array.from(document.querySelectorAll(arguments[0]), (element) => {\
                  const range = document.createRange();\
                  range.selectNodeContents(element);\
                  return new Set(Array.from(range.getClientRects(), (box) => box.top)).size;\
                });";
    browser.ask(body, &[json!(css)])
}

/// What each drawing is called, and the size for which it is laid out, px.
type Sizes = Vec<(String, String)>;

fn sizes(browser: &Browser) -> Sizes {
    let body = "return Array.from(document.querySelectorAll('[data-chart] .hp-plot > svg'), (drawing) =>\
                  [drawing.closest('[data-chart]').dataset.chart, drawing.getAttribute('viewBox')]);";
    browser.ask(body, &[])
}

/// The sizes once every drawing is as wide as there is room for it.
fn sizes_on_screen(browser: &Browser) -> Sizes {
    let body = "const drawings = Array.from(document.querySelectorAll('[data-chart] .hp-plot > svg'));\
                return drawings.length > 0 && drawings.every((drawing) => drawing.viewBox.baseVal.width ===\
                  Math.floor(drawing.parentElement.getBoundingClientRect().width));";
    until(
        "drawings for the screen",
        || browser.ask(body, &[]),
        |is| *is,
    );
    sizes(browser)
}

/// Whether a drawing is laid out for this width, px.
fn is_laid_out(sizes: &Sizes, drawing: &str, width: u32) -> bool {
    let start = format!("0 0 {width} ");
    sizes
        .iter()
        .any(|(name, size)| name == drawing && size.starts_with(&start))
}

/// A drawing of a view, and the width for which it is laid out for paper, px.
const DRAWINGS: [(&str, &str, u32); 6] = [
    ("hashprice", "profit-by-price", 450),
    ("hashprice", "change-waterfall", 952),
    ("network", "history-revenue", 462),
    ("pivot", "deals", 450),
    ("outlook", "tornado", 952),
    ("miners", "miners-scatter", 952),
];

pub fn drawings_are_laid_out_for_paper_and_back(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, DEARER);
    let dispatch = |event: &str| {
        let body = "dispatchEvent(new Event(arguments[0])); return null;";
        browser.ask::<Option<()>>(body, &[json!(event)]);
    };
    for (view, drawing, width) in DRAWINGS {
        page.follow(&format!("{DEARER}&view={view}"));
        page.shows_view(view);
        let before = sizes_on_screen(browser);
        dispatch("beforeprint");
        until(
            "the drawings for paper",
            || sizes(browser),
            |sizes| is_laid_out(sizes, drawing, width),
        );
        dispatch("afterprint");
        until(
            "the drawings as before",
            || sizes(browser),
            |after| *after == before,
        );
    }
}

/// Also where there is no time for it: the page is printed when the last listener returns.
pub fn all_is_drawn_when_the_page_is_printed(browser: &Browser) {
    const WATCH: &str = "const now = Date.now.bind(Date);\
        let calls = 0;\
        Date.now = () => now() + 50 * calls++;\
        addEventListener('beforeprint', () => {\
            const drawings = Array.from(document.querySelectorAll('[data-chart] .hp-plot > svg'));\
            window.seen = drawings.map((drawing) =>\
                [drawing.closest('[data-chart]').dataset.chart, drawing.getAttribute('viewBox')]);\
            window.told = document.querySelector('.hp-memo')?.textContent ?? '';\
        });\
        return null;";
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, DEARER);
    page.shows_view("hashprice");
    browser.ask::<Option<()>>(WATCH, &[]);
    for (view, drawing, width) in DRAWINGS {
        page.follow(&format!("{DEARER}&view={view}"));
        page.shows_view(view);
        let before = sizes_on_screen(browser);
        let _ = printed(browser, &format!("{view}-at-once"), (8.27, 11.69));
        let (seen, told): (Sizes, String) = browser.ask("return [seen, told];", &[]);
        assert!(is_laid_out(&seen, drawing, width), "{view}: {seen:?}");
        let unchanged = seen.iter().filter(|size| before.contains(size)).count();
        assert_eq!(unchanged, 0, "{view} has drawings for the screen: {seen:?}");
        assert!(told.contains("Bitcoin price"), "{view}: {told}");
        until(
            "the drawings as before",
            || sizes(browser),
            |after| *after == before,
        );
    }
}

pub fn letters_of_drawings_are_of_one_size_that_can_be_read(browser: &Browser) {
    /// The least, pt.
    const LEAST: f64 = 6.5;
    const SIZES: &str = "return Array.from(document.querySelectorAll('.hp-plot > svg'), (drawing) => {\
        const scale = drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width;\
        return Array.from(drawing.querySelectorAll('text'), (text) =>\
            parseFloat(getComputedStyle(text).fontSize) * scale * 0.75);\
    }).flat();";
    let (_site, page) = Viewport::A4.open(browser, DEARER);
    for (view, ..) in MOST_PAGES {
        prints(
            page,
            view,
            &format!("{DEARER}&view={view}&site=Alpha&site=Beta"),
        );
        let sizes: Vec<f64> = browser.ask(SIZES, &[]);
        assert!(sizes.len() > 10, "{view} has no drawings");
        let (least, most) = sizes
            .iter()
            .fold((f64::MAX, 0.0_f64), |(least, most), size| {
                (least.min(*size), most.max(*size))
            });
        assert!(
            least >= LEAST && most < least * 1.03,
            "{view} has letters from {least} to {most} pt"
        );
        put_on_screen(browser);
        until("no memo", || page.text(".hp-memo"), String::is_empty);
    }
}

pub fn paper_does_not_say_what_to_press(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, "");
    let told = |view: &str| {
        put_on_paper(browser);
        until(
            "the memo",
            || page.text(".hp-memo"),
            |text| !text.is_empty(),
        );
        let told = drawn(browser, ".hp-view").join("\n");
        for words in ["Move the", "Pin baseline", "Add a second", "Counts as idle"] {
            assert!(!told.contains(words), "{view} says “{words}”");
        }
        put_on_screen(browser);
        until("no memo", || page.text(".hp-memo"), String::is_empty);
        told
    };
    const PRESET: &str = "#v=1";
    for (inputs, view, kept) in [
        (PRESET, "hashprice", "Nothing differs from"),
        (PRESET, "pivot", "One site: the inputs of this page."),
        (PRESET, "network", "Data: JPMorgan, as reported."),
        (DEARER, "network", "1,082 EH/s are installed"),
    ] {
        page.follow(&format!("{inputs}&view={view}"));
        page.shows_view(view);
        let told = told(view);
        assert!(told.contains(kept), "“{kept}” is not in {told}");
    }
    page.click("[data-history=simulated]");
    let told = told("network");
    assert!(told.contains("Data: The simulated path."), "{told}");
}

pub fn words_on_paper_keep_apart_and_whole(browser: &Browser) {
    /// From the end of a text to that in the next column, the least, px.
    const AIR: &str = "const box = (cell) => {\
            const range = document.createRange();\
            range.selectNodeContents(cell);\
            return range.getBoundingClientRect();\
        };\
        const rows = Array.from(document.querySelectorAll('.hp-memo-inputs tbody tr'), (row) => [...row.cells]);\
        const beside = rows.flatMap(([label, value, source]) =>\
            [box(value).left - box(label).right, box(source).left - box(value).right]);\
        return Math.min(...beside);";
    let (_site, page) = Viewport::A4.open(browser, DEARER);
    for (view, ..) in MOST_PAGES {
        prints(page, view, &format!("{DEARER}&view={view}"));
        let air: f64 = browser.ask(AIR, &[]);
        assert!(air >= 5.0, "{view}: {air} px between words of two columns");
        if view == "miners" {
            // What is sticky hides the rules of its rows.
            assert_eq!(
                page.style(".hp-editor tbody .is-name", "position"),
                "static"
            );
            let indented: f64 = browser.ask(
                "const cell = document.querySelector('.hp-sides').closest('.is-name');\
                 const start = (node) => {\
                     const range = document.createRange();\
                     range.selectNodeContents(node);\
                     return range.getBoundingClientRect().left;\
                 };\
                 return start(cell.querySelector('small')) - start(cell.firstChild);",
                &[],
            );
            assert!(
                indented.abs() < 0.5,
                "“illustrative” is {indented} px off its name"
            );
        }
        put_on_screen(browser);
        until("no memo", || page.text(".hp-memo"), String::is_empty);
    }
}

/// The most pages that a view takes on A4 and on Letter, with inputs that differ from the preset.
const MOST_PAGES: [(&str, usize, usize); 6] = [
    ("hashprice", 2, 2),
    ("network", 2, 3),
    ("pivot", 3, 4),
    ("valuation", 3, 4),
    ("outlook", 2, 3),
    ("miners", 2, 3),
];

pub fn a_memo_fits_both_papers(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, MOVED);
    for (view, a4, letter) in MOST_PAGES {
        page.follow(&format!("{DEARER}&view={view}"));
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
