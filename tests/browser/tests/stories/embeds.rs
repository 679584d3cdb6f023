//! The page inside pages of other people: the host pages that ship with it, from another origin and
//! under the shipped policy, and the dialog that makes more of them.

use browser_tests::site::File;
use browser_tests::{Browser, Files, Page, Site, until};
use hashpivot::model::Evaluation;
use hashpivot::model::outputs::Output;
use hashpivot::model::parameters::{Inputs, Key};
use hashpivot::state::View;
use serde_json::json;

const EXAMPLES: &str = "examples/embed/";
const PARTS: [&str; 4] = ["host.css", "wordpress.js", "element.js", "dark.js"];

/// A host page of the build on an origin of its own, which embeds the page at `site`.
fn host(site: &Site, name: &str) -> Site {
    let there = site.address("");
    let origin = there.trim_end_matches('/');
    let html = shipped(name)
        .replace("../../", &there)
        .replace("script-src 'self'", &format!("script-src {origin}"))
        .replace("frame-src 'self'", &format!("frame-src {origin}"));
    let files = PARTS.iter().fold(Files::default(), |files, part| {
        files.with_page(part, &shipped(part))
    });
    Site::serving_securely(files.with_page("index.html", &html))
}

fn shipped(name: &str) -> String {
    match Files::of_the_build().at(&format!("{EXAMPLES}{name}")) {
        File::Content { bytes, .. } => String::from_utf8(bytes.to_vec()).expect("is text"),
        other => panic!("{name}: {other:?}"),
    }
}

/// Opens a host page, and gives what has to live as long as it is looked at.
fn visit(browser: &Browser, name: &str) -> [Site; 2] {
    let site = Site::serving_securely(Files::of_the_build());
    let host = host(&site, name);
    browser.go_to(&host.address(""));
    [site, host]
}

/// Goes to a frame, as a reader would who scrolls to it, and into it.
fn enter<'a>(browser: &'a Browser, css: &str) -> Page<'a> {
    until(
        css,
        || {
            let body = "const frame = document.querySelector(arguments[0]);\
                        frame?.scrollIntoView({ block: 'center', behavior: 'instant' });\
                        return frame !== null;";
            browser.ask::<bool>(body, &[json!(css)])
        },
        |is_there| *is_there,
    );
    browser.enter_frame(css);
    Page::here(browser)
}

/// A number that a script of the host page would read, rounded up.
fn number(browser: &Browser, expression: &str) -> i64 {
    browser.ask(&format!("return Math.ceil({expression});"), &[])
}

/// Waits until a figure is the model's for the preset with these inputs.
#[track_caller]
fn shows(page: Page<'_>, output: &str, entries: &[(Key, f64)]) {
    let inputs = entries
        .iter()
        .fold(Inputs::default(), |inputs, (key, value)| {
            inputs.with(*key, Some(*value)).expect("is in range")
        });
    let row = Output::from_key(output).expect("is an output");
    let expected = (row.value)(&Evaluation::of(&inputs)).expect("there is one");
    let css = format!("[data-output={output}]");
    until(
        output,
        || page.attribute(&css, "data-value").unwrap_or_default(),
        |shown| {
            let shown: f64 = shown.parse().unwrap_or(f64::NAN);
            (shown - expected).abs() <= 1e-9 * expected.abs()
        },
    );
}

/// Waits until a frame is exactly as high as what it shows.
#[track_caller]
fn fits(browser: &Browser, css: &str) {
    let shown = until(
        "a height of its own",
        || {
            enter(browser, css);
            let high = number(
                browser,
                "document.querySelector('.hp-embed').getBoundingClientRect().height",
            );
            browser.leave_frame();
            let frame = format!("document.querySelector('{css}').clientHeight");
            (high, number(browser, &frame))
        },
        |(shown, frame)| shown == frame,
    );
    assert!(shown.0 > 200, "{shown:?}");
}

pub fn a_plain_frame_asks_nothing_of_its_page(browser: &Browser) {
    let _sites = visit(browser, "plain.html");
    let page = enter(browser, "iframe");
    shows(page, "gross_profit", &[]);
    assert_eq!(page.text(".hp-header"), "");
    assert_eq!(page.text(".hp-rail"), "");
    let controls: Vec<String> = page
        .look()
        .controls
        .into_iter()
        .map(|control| control.key)
        .collect();
    assert_eq!(controls, ["btc_price", "power_price"]);
    page.enter("btc_price", "70000");
    shows(page, "gross_profit", &[(Key::BtcPrice, 70_000.0)]);
    let credit = || page.attribute(".hp-credit a", "href").unwrap_or_default();
    until("the credit's link", credit, |link| {
        link.ends_with("/index.html#v=1&btc_price=70000")
    });
    page.click("[data-reset=embed]");
    shows(page, "gross_profit", &[]);
    is_no_app(browser);
    // The rest of the view is there when it is asked for.
    let charts = || {
        let body = "return Array.from(document.querySelectorAll('figure'))\
                    .filter((figure) => figure.offsetParent !== null).length;";
        browser.ask::<usize>(body, &[])
    };
    assert_eq!(charts(), 1);
    page.press_button("Show all charts and figures");
    until("all charts", charts, |count| {
        *count == View::Hashprice.charts().len()
    });
    page.press_button("Show less");
    until("one chart", charts, |count| *count == 1);
}

/// Nothing was installed.
fn is_no_app(browser: &Browser) {
    let body = "const done = arguments[arguments.length - 1];\
                if (!navigator.serviceWorker) { done(0); return; }\
                navigator.serviceWorker.getRegistrations().then((all) => done(all.length), () => done(0));";
    assert_eq!(browser.ask_later::<usize>(body, &[]), 0);
}

pub fn wordpress_sizes_its_sandboxed_frame_and_goes_where_it_leads(browser: &Browser) {
    let _sites = visit(browser, "wordpress.html");
    let page = enter(browser, "iframe");
    let answer = || page.text(".hp-chart-answer");
    until("the rent", answer, |text| text.contains("yours is $160.00"));
    let is_blocked = "try { return !sessionStorage; } catch (_) { return true; }";
    assert!(browser.ask::<bool>(is_blocked, &[]), "there is storage");
    assert_eq!(page.text(".hp-credit-figures"), "The author's figures");
    browser.leave_frame();
    fits(browser, "iframe");
    let page = enter(browser, "iframe");
    page.enter("lease_rate", "170");
    let answer = || page.text(".hp-chart-answer");
    until("the rent", answer, |text| text.contains("yours is $170.00"));
    page.click(".hp-credit a");
    browser.leave_frame();
    let full = Page::here(browser);
    full.shows_view("pivot");
    full.shows_value("lease_rate", 170.0);
}

pub fn a_frame_works_under_a_policy_without_scripts(browser: &Browser) {
    let _sites = visit(browser, "strict.html");
    let page = enter(browser, "iframe");
    shows(page, "ratio", &[]);
    page.enter("market_cap", "60");
    shows(page, "ratio", &[(Key::MarketCap, 60.0)]);
}

pub fn the_element_works_under_a_strict_policy(browser: &Browser) {
    let _sites = visit(browser, "strict-element.html");
    fits(browser, "hash-pivot iframe");
    let page = enter(browser, "hash-pivot iframe");
    assert_eq!(
        page.attribute("figure", "data-chart").as_deref(),
        Some("stages")
    );
    page.enter("build_months", "24");
    let answer = || page.text(".hp-chart-answer");
    until("the months", answer, |text| text.contains("month 24"));
}

pub fn the_element_and_its_attributes_follow_each_other(browser: &Browser) {
    let _sites = visit(browser, "element.html");
    let frame = "hash-pivot iframe";
    let page = enter(browser, frame);
    shows(page, "npv_gain", &[(Key::LeaseRate, 160.0)]);
    browser.leave_frame();
    fits(browser, frame);
    let moved =
        || browser.ask::<String>("return document.getElementById('moved').textContent;", &[]);
    browser.click("#raise");
    let page = enter(browser, frame);
    shows(page, "npv_gain", &[(Key::LeaseRate, 200.0)]);
    browser.leave_frame();
    assert_eq!(moved(), "nothing yet");
    let page = enter(browser, frame);
    page.enter("capex", "12.5");
    shows(
        page,
        "npv_gain",
        &[(Key::LeaseRate, 200.0), (Key::Capex, 12.5)],
    );
    browser.leave_frame();
    until("the event", moved, |text| {
        text == "lease_rate = 200, capex = 12.5" || text == "capex = 12.5, lease_rate = 200"
    });
    let capex = "return document.querySelector('hash-pivot').getAttribute('capex');";
    assert_eq!(
        browser.ask::<Option<String>>(capex, &[]).as_deref(),
        Some("12.5")
    );
    browser.click("#reset");
    let page = enter(browser, frame);
    shows(page, "npv_gain", &[(Key::Capex, 12.5)]);
}

pub fn three_on_a_page_keep_to_themselves(browser: &Browser) {
    let _sites = visit(browser, "three.html");
    let frame = |place: usize| format!("hash-pivot:nth-of-type({place}) iframe");
    let answer = |place: usize| {
        let text = enter(browser, &frame(place)).text(".hp-chart-answer");
        browser.leave_frame();
        text
    };
    let before = [1, 2, 3].map(answer);
    assert!(before[0].contains("$49,649"), "{before:?}");
    assert!(before[1].contains("$66,198"), "{before:?}");
    assert!(before[2].contains("month 93, the 94th"), "{before:?}");
    let page = enter(browser, &frame(2));
    page.enter("power_price", "30");
    until(
        "the power",
        || page.text(".hp-chart-answer"),
        |text| *text != before[1],
    );
    browser.leave_frame();
    assert_eq!(
        [answer(1), answer(3)],
        [before[0].clone(), before[2].clone()]
    );
    for place in 1..=3 {
        fits(browser, &frame(place));
    }
}

pub fn a_picture_leads_to_the_page(browser: &Browser) {
    let _sites = visit(browser, "picture.html");
    let width = || number(browser, "document.querySelector('img').naturalWidth");
    until("the picture", width, |width| *width == 1_200);
    browser.click("figcaption a");
    Page::here(browser).shows_view("pivot");
}

pub fn an_embed_fits_a_narrow_column(browser: &Browser) {
    let _sites = visit(browser, "narrow.html");
    let frame = "hash-pivot iframe";
    fits(browser, frame);
    let page = enter(browser, frame);
    assert!(number(browser, "innerWidth") <= 300);
    assert_eq!(
        number(browser, "document.documentElement.scrollWidth - innerWidth"),
        0
    );
    let faults: Vec<String> = page
        .unreadable_texts()
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(faults, [""; 0]);
}

/// Waits until the page in the frame of the element is `light` or `dark`.
#[track_caller]
fn is_painted(browser: &Browser, wanted: &str) {
    let theme = || {
        let theme = enter(browser, "hash-pivot iframe").attribute("html", "data-theme");
        browser.leave_frame();
        theme
    };
    until(wanted, theme, |theme| theme.as_deref() == Some(wanted));
}

pub fn the_element_is_as_light_or_dark_as_its_page(browser: &Browser) {
    let _sites = visit(browser, "dark.html");
    is_painted(browser, "dark");
    browser.click("#light");
    is_painted(browser, "light");
    browser.click("#light");
    is_painted(browser, "dark");
}

/// Its script may run before the page around it has its style sheet.
pub fn the_element_is_painted_by_a_style_that_comes_after_it(browser: &Browser) {
    const PAGE: &str = "<!doctype html><title>A blog</title><link rel=\"icon\" href=\"data:,\">\
                        <script src=\"embed.js\"></script><hash-pivot chart=\"profit-by-price\"></hash-pivot>\
                        <style>body { background: #111; color: #eee }</style>";
    let files = Files::of_the_build().with_page("blog.html", PAGE);
    let site = Site::serving(files);
    browser.go_to(&site.address("blog.html"));
    is_painted(browser, "dark");
}

pub fn what_a_query_says_wrongly_is_reported(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(
        browser,
        &site,
        "index.html?embed&chart=moon&controls=pue,price&theme=dark#v=1&view=pivot&pue=9",
    );
    page.warns(&["“chart=moon”", "control “price”"]);
    page.warns(&["pue = 9 is outside 1 to 2.5"]);
    assert_eq!(
        page.attribute("html", "data-theme").as_deref(),
        Some("dark")
    );
    let controls: Vec<String> = page
        .look()
        .controls
        .into_iter()
        .map(|control| control.key)
        .collect();
    assert_eq!(controls, ["pue"]);
}

pub fn each_chart_can_stand_alone(browser: &Browser) {
    let site = Site::of_the_build();
    for chart in View::ALL.iter().flat_map(|view| view.charts()) {
        let address = format!("index.html?embed&controls=none&chart={chart}");
        let page = Page::open(browser, &site, &address);
        let charts: Vec<String> = page
            .look()
            .charts
            .into_iter()
            .map(|chart| chart.id)
            .collect();
        assert_eq!(charts, [*chart]);
        assert_eq!(page.text(".hp-embed-controls"), "");
        let faults: Vec<String> = page.look().alerts;
        assert_eq!(faults, [""; 0], "{chart}");
    }
}

pub fn the_dialog_makes_what_it_previews(browser: &Browser) {
    let site = Site::serving_securely(Files::of_the_build());
    let page = Page::open(browser, &site, "index.html#v=1&view=pivot&lease_rate=165");
    page.click("[data-open=embed]");
    let text = || page.text_of_field(".hp-embed-snippets textarea");
    until("a snippet", text, |text| {
        text.contains("?embed&amp;pinned#v=1&amp;view=pivot&amp;lease_rate=165")
    });
    page.click("[data-embed=what] optgroup option:nth-child(3)");
    until("the chart", text, |text| {
        text.contains("&amp;chart=frontier")
    });
    page.click("[data-choice='embed-theme:dark']");
    until("the theme", text, |text| text.contains("&amp;theme=dark"));
    let preview = enter(browser, ".hp-embed-preview iframe");
    assert_eq!(
        preview.attribute("figure", "data-chart").as_deref(),
        Some("frontier")
    );
    assert!(
        preview
            .text(".hp-chart-answer")
            .contains("yours is $165.00")
    );
    browser.leave_frame();
    page.click("[data-copy=text]");
    let said = || page.text(".hp-embed-copy [role=status]");
    until("what came of it", said, |words| !words.is_empty());

    let pasted = Site::serving_securely(Files::default().with_page("index.html", &text()));
    page.click("[data-choice='embed-figures:live']");
    until("no figures", text, |text| !text.contains("lease_rate=165"));
    page.click("[data-choice='embed-place:element']");
    until("the element", text, |text| {
        text.contains("<hash-pivot chart=\"frontier\" theme=\"dark\"></hash-pivot>")
    });
    browser.go_to(&pasted.address(""));
    let embed = enter(browser, "iframe");
    assert_eq!(
        embed.attribute("html", "data-theme").as_deref(),
        Some("dark")
    );
    assert!(embed.text(".hp-chart-answer").contains("yours is $165.00"));
}
