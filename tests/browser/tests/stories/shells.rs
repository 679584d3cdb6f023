//! The page of each view before and without the app.

use browser_tests::page::Viewport;
use browser_tests::site::File;
use browser_tests::{Browser, Files, Page, Site, oracle, until};
use hashpivot::model::Evaluation;
use hashpivot::model::outputs::Output;
use hashpivot::model::parameters::Inputs;
use hashpivot::state::View;
use serde_json::{Value, json};

/// Where the site stands on somebody's server.
const FOLDER: &str = "tools/hashpivot";

/// The build, of which the app never arrives.
fn without_app() -> Site {
    Site::serving(Files::of_the_build().replacing_app(|_| File::HeldBack))
}

/// Where a view is on a site.
fn path_of(view: View) -> String {
    format!("{}/", view.key())
}

pub fn figures_and_chart_come_before_the_app(browser: &Browser) {
    let site = without_app();
    for view in View::ALL {
        browser.go_to(&site.address(&path_of(view)));
        shows_the_preset(browser, view);
        assert_ne!(text(browser, "h1.hp-sentence"), "");
    }
    assert!(!is_started(browser));
}

/// The app's own first picture and, after that, the whole page are where the rendered page was.
pub fn nothing_jumps_when_the_app_starts(browser: &Browser) {
    let (held, site) = (without_app(), Site::of_the_build());
    for view in [View::Hashprice, View::Network, View::Valuation] {
        browser.go_to("about:blank");
        browser.go_to(&held.address(&path_of(view)));
        shows_the_preset(browser, view);
        let before = places(browser);
        let page = Page::open(browser, &site, &path_of(view));
        page.follows_the_model();
        for ((name, was), (_, is)) in before.iter().zip(places(browser)) {
            let moved = was.iter().zip(&is).any(|(was, is)| (was - is).abs() > 1.5);
            assert!(
                !moved,
                "{}: {name} was at {was:?} and is at {is:?}",
                view.key()
            );
        }
    }
}

/// The app runs before all of it is there: what was rendered stays as long as it says the same.
pub fn the_chart_stays_until_the_second_part_is_there(browser: &Browser) {
    let site = Site::serving(Files::of_the_build().replacing_later(|_| File::HeldBack));
    browser.go_to(&site.address(""));
    until("the app", || is_started(browser), |is_started| *is_started);
    assert!(is_seen(
        browser,
        "[data-meanwhile] [data-chart=profit-by-price] svg"
    ));
    Page::here_in_part(browser).enter("btc_price", "70000");
    let waiting = || text(browser, ".hp-waiting");
    until("a word in place of the chart", waiting, |text| {
        text.contains("Loading")
    });
    assert!(!is_seen(browser, "[data-meanwhile]"));
    browser.go_to("about:blank");
    browser.go_to(&site.address("pivot/"));
    let css = ".hp-page:not([data-shell]) [data-meanwhile] [data-chart=cumulative-cash] svg";
    until(
        "the chart in the app",
        || is_seen(browser, css),
        |is_seen| *is_seen,
    );
}

pub fn figures_of_the_preset_do_not_pose_as_those_of_a_link(browser: &Browser) {
    let site = without_app();
    for link in [
        "#v=1&btc_price=70000",
        "#v=1&view=pivot",
        "#v=1&unit=usd_ph",
    ] {
        browser.go_to("about:blank");
        browser.go_to(&site.address(link));
        assert!(!is_seen(browser, "h1.hp-sentence"), "{link}");
        assert!(!is_seen(browser, "[data-meanwhile] svg"), "{link}");
        assert!(!is_seen(browser, ".hp-rail input"), "{link}");
    }
    for link in [
        "",
        "#v=1",
        "#v=1&view=hashprice&theme=dark",
        "#?secret=a1B2",
    ] {
        browser.go_to("about:blank");
        browser.go_to(&site.address(link));
        assert!(is_seen(browser, "h1.hp-sentence"), "{link}");
    }
    site.change(Files::of_the_build());
    let page = Page::open(browser, &site, "#v=1&btc_price=70000");
    page.shows_value("btc_price", 70_000.0);
    assert!(is_seen(browser, "h1.hp-sentence"));
}

pub fn each_view_opens_at_its_address_below_any_path(browser: &Browser) {
    let site = Site::serving(Files::of_the_build().below(FOLDER));
    for view in View::ALL {
        let page = Page::open(browser, &site, &format!("{FOLDER}/{}", path_of(view)));
        page.shows_view(view.key());
        assert_eq!(page.text("title"), format!("{} – Hashpivot", view.title()));
        page.is_silent();
    }
    let link = format!("{FOLDER}/pivot/#v=1&btc_price=70000");
    let page = Page::open(browser, &site, &link);
    page.shows_view("pivot");
    page.shows_value("btc_price", 70_000.0);
    let page = Page::open(browser, &site, &format!("{FOLDER}/pivot/#v=1&view=network"));
    page.shows_view("network");
}

pub fn the_view_of_an_address_is_left_and_found_again(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, "pivot/");
    page.click("a[data-view=hashprice]");
    page.shows_view("hashprice");
    page.has_fragment("#v=1&view=hashprice");
    browser.reload();
    let page = Page::here(browser);
    page.shows_view("hashprice");
    browser.go_to(&site.address("pivot/#v=1&view=network"));
    let page = Page::here(browser);
    page.shows_view("network");
    page.click("a[data-view=pivot]");
    page.shows_view("pivot");
    page.has_fragment("");
}

pub fn without_the_app_figures_and_chart_stay_and_say_whose_they_are(browser: &Browser) {
    let site = Site::serving(Files::of_the_build().replacing_app(|_| File::Missing));
    for (link, words) in [
        ("pivot/", "the figures of December 2025. They do not move"),
        ("pivot/#v=1&btc_price=70000", "not those of your link"),
    ] {
        browser.go_to("about:blank");
        browser.go_to(&site.address(link));
        let message = || text(browser, "[data-failure=missing][role=alert]");
        until("why nothing moves", message, |text| text.contains(words));
        shows_the_preset(browser, View::Pivot);
        assert!(!is_seen(browser, ".hp-shell-wait"));
    }
}

/// What those find who show a link to the page: with another public address than ours, since we serve
/// none.
pub fn previews_find_picture_and_frame(browser: &Browser) {
    let files = Files::of_the_build();
    let site = Site::of_the_build();
    for view in View::ALL {
        let key = view.key();
        let page = files.at(&path_of(view)).text();
        let picture = content_of(&page, "og:image");
        assert!(
            picture.starts_with("https://") && picture.ends_with(&format!("/pictures/{key}.png"))
        );
        assert_ne!(content_of(&page, "og:title"), "");
        let answer: Value = serde_json::from_str(&files.at(&format!("{key}/oembed.json")).text())
            .expect("it is JSON");
        assert_eq!(answer["thumbnail_url"], picture);
        let frame = answer["html"].as_str().expect("a frame");
        assert!(
            frame.starts_with("<iframe src=\"https://")
                && frame.contains(&format!("/{key}/?embed\""))
        );
        for kind in ["png", "svg"] {
            let address = site.address(&format!("pictures/{key}.{kind}"));
            assert_eq!(size_of(browser, &address), [1200, 630], "{address}");
        }
    }
}

pub fn without_scripts_figures_and_chart_are_read_and_views_are_reached(browser: &Browser) {
    let site = Site::of_the_build();
    let scripts = |is_off: bool| {
        browser.devtools(
            "Emulation.setScriptExecutionDisabled",
            &json!({ "value": is_off }),
        );
    };
    scripts(true);
    browser.go_to(&site.address(""));
    shows_the_preset(browser, View::Hashprice);
    assert!(text(browser, "noscript").contains("needs JavaScript"));
    assert!(is_seen(browser, "noscript .hp-notices"));
    assert!(!is_seen(browser, ".hp-shell-wait"));
    browser.click("a[data-view=pivot]");
    until(
        "the view",
        || text(browser, "title"),
        |title| title.contains("HPC pivot"),
    );
    shows_the_preset(browser, View::Pivot);
    browser.click(".hp-brand");
    until(
        "the view",
        || text(browser, "title"),
        |title| title.contains("Hashprice"),
    );
    scripts(false);
    assert!(!is_started(browser));
}

pub fn without_webassembly_the_page_says_why_nothing_moves(browser: &Browser) {
    let site = Site::of_the_build();
    let source = json!({ "source": "delete globalThis.WebAssembly;" });
    let added = browser.devtools("Page.addScriptToEvaluateOnNewDocument", &source);
    browser.go_to(&site.address(""));
    let message = || text(browser, "[data-failure=no-webassembly][role=alert]");
    until("why nothing moves", message, |text| {
        text.contains("does not run WebAssembly")
    });
    shows_the_preset(browser, View::Hashprice);
    let name = json!({ "identifier": added["identifier"] });
    browser.devtools("Page.removeScriptToEvaluateOnNewDocument", &name);
}

pub fn a_phone_sees_the_first_chart_before_the_app(browser: &Browser) {
    Viewport::PHONE.pretend(browser);
    let site = without_app();
    browser.go_to(&site.address(""));
    shows_the_preset(browser, View::Hashprice);
    let is_wider: bool = browser.ask(
        "return document.documentElement.scrollWidth > document.documentElement.clientWidth;",
        &[],
    );
    assert!(!is_wider, "the page scrolls sideways");
    let [_, top, ..] = place_of(browser, "[data-meanwhile] .hp-plot");
    assert!(
        top < f64::from(Viewport::PHONE.height) / 2.0,
        "the chart begins at {top}"
    );
}

/// The view's figures are the model's, and its first chart is drawn and seen.
#[track_caller]
fn shows_the_preset(browser: &Browser, view: View) {
    let body = "return Array.from(document.querySelectorAll('[data-shell] [data-output]'),\
                  (figure) => [figure.dataset.output, figure.dataset.value]);";
    // A driver may be ahead of the page that it goes to.
    let figures: Vec<(String, String)> = until(
        &format!("figures of {}", view.key()),
        || browser.ask(body, &[]),
        |figures: &Vec<_>| figures.len() >= 5,
    );
    let preset = Evaluation::of(&Inputs::default());
    for (key, shown) in figures {
        let output = Output::from_key(&key).expect("figures are outputs");
        let is_right = match ((output.value)(&preset), shown.parse()) {
            (Some(value), Ok(shown)) => oracle::is_close(value, shown),
            (value, shown) => value.is_none() && shown.is_err(),
        };
        assert!(is_right, "{key} is shown as {shown}");
    }
    let chart = format!("[data-shell] [data-chart={}] svg", view.charts()[0]);
    assert!(is_seen(browser, "[data-shell] [data-output]"));
    assert!(is_seen(browser, &chart), "{chart}");
}

/// Left, top, width and height of what must not move, CSS px.
fn places(browser: &Browser) -> Vec<(&'static str, [f64; 4])> {
    let seen = [
        "h1.hp-sentence",
        ".hp-key-figures",
        ".hp-chart",
        ".hp-chart-title",
        ".hp-plot",
        ".hp-chart-unit",
        "[data-view=miners]",
        ".hp-preset",
        ".hp-main-controls",
        ".hp-main-controls .hp-control:last-child input[type=range]",
        ".hp-more",
        ".hp-more:nth-of-type(2)",
    ];
    seen.map(|css| (css, place_of(browser, css))).into()
}

fn place_of(browser: &Browser, css: &str) -> [f64; 4] {
    browser.ask(
        "const box = document.querySelector(arguments[0]).getBoundingClientRect(); return [box.left, box.top, box.width, box.height];",
        &[css.into()],
    )
}

fn is_seen(browser: &Browser, css: &str) -> bool {
    browser.ask(
        "const found = document.querySelector(arguments[0]);\
         if (found === null || getComputedStyle(found).visibility !== 'visible') return false;\
         const box = found.getBoundingClientRect(); return box.width > 0 && box.height > 0;",
        &[css.into()],
    )
}

fn is_started(browser: &Browser) -> bool {
    browser.ask(
        "return document.documentElement.dataset.ready === 'true';",
        &[],
    )
}

fn text(browser: &Browser, css: &str) -> String {
    browser.ask(
        "return document.querySelector(arguments[0])?.textContent ?? '';",
        &[css.into()],
    )
}

/// What a page's head says about a property.
fn content_of<'a>(page: &'a str, property: &str) -> &'a str {
    let (_, tail) = page
        .split_once(&format!("property=\"{property}\" content=\""))
        .expect("the head names it");
    tail.split('"').next().expect("an attribute ends")
}

/// Width and height of a picture, px.
fn size_of(browser: &Browser, address: &str) -> [u32; 2] {
    browser.go_to(address);
    browser.ask(
        "const drawing = document.documentElement.viewBox?.baseVal;\
         if (drawing) return [drawing.width, drawing.height];\
         const [picture] = document.images; return [picture.naturalWidth, picture.naturalHeight];",
        &[],
    )
}
