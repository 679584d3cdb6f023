//! The sheet of a phone.

use browser_tests::page::Viewport;
use browser_tests::{Browser, Page, artefacts, until};
use serde::Deserialize;
use serde_json::json;

/// What is touched is at least this high and wide, px.
const FINGER: f64 = 40.0;

/// The part of an element that is seen between header and sheet, px from the upper edge of the window.
#[derive(Clone, Copy, Debug, Deserialize)]
struct Sight {
    top: f64,
    bottom: f64,
    height: f64,
    /// From here the sheet covers the page.
    sheet: f64,
    window: f64,
}

fn sight(page: Page<'_>, css: &str) -> Sight {
    let body = "const { top, bottom, height } = document.querySelector(arguments[0]).getBoundingClientRect();\
                const sheet = document.querySelector('.hp-rail').getBoundingClientRect().top;\
                return { top, bottom, height, sheet, window: innerHeight };";
    page.browser().ask(body, &[json!(css)])
}

fn scroll_to_the_end(page: Page<'_>) {
    let body = "scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' }); return null;";
    page.browser().ask::<Option<()>>(body, &[]);
}

/// Pulls the sheet up.
fn pull_up(page: Page<'_>) {
    page.click("[data-sheet]");
    until(
        "the sheet pulled up",
        || page.attribute("[data-sheet]", "aria-expanded"),
        |shown| shown.as_deref() == Some("true"),
    );
}

pub fn a_chart_stays_in_sight_while_a_slider_is_dragged(browser: &Browser) {
    const CHART: &str = "[data-chart=profit-by-price] svg";
    let (_site, page) = Viewport::PHONE.open(browser, "");
    let of_chart = || sight(page, CHART);
    for is_open in [false, true] {
        if is_open {
            pull_up(page);
        }
        scroll_to_the_end(page);
        assert!(of_chart().bottom < 0.0, "the chart is in sight anyway");
        page.grab("btc_price", 0.6);
        let seen = until("the chart in sight", of_chart, |seen| {
            seen.top > 0.0 && seen.top < seen.sheet
        });
        assert!(seen.bottom - seen.height / 4.0 < seen.sheet, "{seen:?}");
        artefacts::write_picture(
            "screenshots",
            if is_open {
                "phone-open-dragging"
            } else {
                "phone-dragging"
            },
            &browser.picture(),
        );
        browser.let_go();
        until("the page where it was", of_chart, |seen| seen.bottom < 0.0);
        page.follows_the_model();
    }
}

/// Its letters are as large as before, and what has no room is cut off: the inputs that matter least.
pub fn the_held_tornado_can_be_read(browser: &Browser) {
    let (_site, page) = Viewport::PHONE.open(browser, "#v=1&view=outlook");
    Viewport {
        width: 320,
        height: 568,
    }
    .pretend(browser);
    let height = || -> f64 {
        let body = "return document.querySelector('[data-chart=tornado] .hp-bar-name').getBoundingClientRect().height;";
        page.browser().ask(body, &[])
    };
    until(
        "charts that know their width",
        || page.is_ready(),
        |ready| *ready,
    );
    let before = height();
    page.grab("btc_price", 0.6);
    until(
        "the held chart",
        || sight(page, ".hp-rail.is-held"),
        |seen| seen.height > 0.0,
    );
    let held = height();
    browser.let_go();
    assert!(
        (held / before - 1.0).abs() < 0.05,
        "{before} px high before, {held} px when held"
    );
}

/// So does the only chart of a view that stands by itself.
pub fn a_lone_chart_stays_in_sight_too(browser: &Browser) {
    let (_site, page) = Viewport::PHONE.open(browser, "");
    for (view, chart) in [("outlook", "tornado"), ("miners", "miners-scatter")] {
        page.follow(&format!("#v=1&view={view}"));
        page.shows_view(view);
        let css = format!("[data-chart={chart}] svg");
        let of_chart = || sight(page, &css);
        scroll_to_the_end(page);
        assert!(of_chart().bottom < 0.0, "the chart is in sight anyway");
        page.grab("btc_price", 0.6);
        until("the chart in sight", of_chart, |seen| {
            seen.top > 0.0 && seen.top < seen.sheet
        });
        browser.let_go();
        until("the page where it was", of_chart, |seen| seen.bottom < 0.0);
    }
}

/// Upright and on its side, sheet up or down, wherever the page is scrolled to: the drawing stands between the
/// bar and the sheet, or beside the rail within the window, and is not too small to be one. Of the tornado that is as
/// much as there is room for.
pub fn the_held_chart_is_whole_on_every_phone(browser: &Browser) {
    const SIZES: [(u32, u32); 4] = [(390, 844), (390, 664), (320, 568), (844, 390)];
    let body = "const box = (css) => document.querySelector(css).getBoundingClientRect();\
                const part = document.querySelector('[data-chart=tornado]') ? '.hp-plot' : 'svg';\
                const drawing = box(`.hp-view [data-chart] ${part}`);\
                const bar = box('.hp-header').bottom;\
                const sheet = box('.hp-rail').top > bar + 1 ? box('.hp-rail').top : innerHeight;\
                const isWhole = drawing.top >= bar && drawing.bottom <= sheet && drawing.height >= 80;\
                return isWhole ? '' : `${drawing.top} to ${drawing.bottom}, free from ${bar} to ${sheet}`;";
    let mut faults = Vec::new();
    let (_site, page) = Viewport::PHONE.open(browser, "");
    for (width, height) in SIZES {
        Viewport { width, height }.pretend(browser);
        for view in [
            "hashprice",
            "network",
            "pivot",
            "valuation",
            "outlook",
            "miners",
        ] {
            page.follow(&format!("#v=1&view={view}"));
            until(
                "the view",
                || page.attribute(".hp-nav [aria-current]", "data-view"),
                |shown| shown.as_deref() == Some(view),
            );
            until(
                "charts that know their width",
                || page.is_ready(),
                |ready| *ready,
            );
            for is_open in [false, true] {
                if is_open && width <= 760 {
                    pull_up(page);
                }
                for is_at_the_end in [false, true] {
                    if is_at_the_end {
                        scroll_to_the_end(page);
                    }
                    page.grab("btc_price", 0.6);
                    let held: String = browser.ask(body, &[]);
                    if !held.is_empty() {
                        faults.push(format!(
                            "{width}x{height} {view}, open {is_open}, end {is_at_the_end}: {held}"
                        ));
                    }
                    browser.let_go();
                }
            }
            if width <= 760 {
                page.click("[data-sheet]");
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

/// What a desktop shows under a track, where a finger would hide it.
pub fn curve_and_names_stand_over_the_held_track(browser: &Browser) {
    let (_site, page) = Viewport::PHONE.open(browser, "");
    let gauge = || sight(page, "#hp-btc_price-gauge");
    let track = || sight(page, "[data-param=btc_price]").top;
    let at_rest = track();
    page.grab("btc_price", 0.6);
    let over = until("the gauge", gauge, |gauge| gauge.height > 0.0);
    let held = track();
    assert!((held - at_rest).abs() < 2.0, "{at_rest} became {held}");
    assert!(over.bottom <= held + 1.0, "{over:?} covers {held}");
    assert!(page.text(".hp-gauge").contains("Gross profit"));
    assert!(page.text(".hp-gauge .hp-near").contains("JPMorgan"));
    browser.let_go();
    until("no gauge at rest", gauge, |gauge| gauge.height == 0.0);
}

/// The sheet stays as it is: what stands beside the field is pressed next.
pub fn a_field_that_is_typed_in_has_its_curve_over_the_sheet(browser: &Browser) {
    let (_site, page) = Viewport::PHONE.open(browser, "");
    let gauge = || sight(page, "#hp-btc_price-gauge");
    let track = || sight(page, "[data-param=btc_price]").top;
    let (at_rest, sheet) = (track(), sight(page, ".hp-rail").top);
    page.click("[data-field=btc_price]");
    let over = until("the curve", gauge, |gauge| gauge.height > 60.0);
    assert!(
        over.bottom <= sheet && (over.sheet - sheet).abs() < 1.0,
        "{over:?}"
    );
    assert!((track() - at_rest).abs() < 1.0, "{at_rest}");
    assert!(page.text("#hp-btc_price-gauge").contains("Gross profit"));
    page.enter("btc_price", "71000");
    page.shows_value("btc_price", 71_000.0);
    page.grab("btc_price", 0.6);
    until("the curve in the sheet", gauge, |gauge| {
        gauge.top > gauge.sheet
    });
    browser.let_go();
    until("no curve at rest", gauge, |gauge| gauge.height == 0.0);
}

pub fn the_sheet_pulled_up_holds_every_input(browser: &Browser) {
    let (_site, page) = Viewport::PHONE.open(browser, "");
    let is_shown = |css: &str| sight(page, css).height > 0.0;
    assert!(!is_shown("[data-control=overhead]") && is_shown("[data-control=btc_price]"));
    pull_up(page);
    until(
        "every input",
        || is_shown("[data-control=overhead]"),
        |shown| *shown,
    );
    let above = sight(page, ".hp-sheet");
    assert!(
        above.sheet > 0.4 * above.window,
        "nothing is left of the page: {above:?}"
    );
    page.enter("overhead", "2,500");
    page.shows_value("overhead", 2_500.0);
    page.drag("block_height", 0.7);
    page.follows_the_model();
    page.click("[data-sheet]");
    until(
        "one slider",
        || is_shown("[data-control=overhead]"),
        |shown| !shown,
    );
}

pub fn texts_of_the_open_sheet_fit_a_small_phone(browser: &Browser) {
    for view in ["hashprice", "network", "pivot", "valuation"] {
        let fragment = format!("#v=1&view={view}&btc_price=2000000");
        let (_site, page) = Viewport::SMALL_PHONE.open(browser, &fragment);
        pull_up(page);
        page.click("[data-about=efficiency]");
        until(
            "the help",
            || page.text(".hp-about"),
            |text| !text.is_empty(),
        );
        let faults = page.unreadable_texts();
        assert!(faults.is_empty(), "{view}: {faults:?}");
    }
}

pub fn what_is_touched_is_large_enough(browser: &Browser) {
    let body = "return Array.from(document.querySelectorAll('.hp-rail :is(button, input)')).flatMap((element) => {\
                  const { width, height } = element.getBoundingClientRect();\
                  const isSmall = height > 0 && (width < arguments[0] || height < arguments[0]);\
                  return isSmall ? [`${width} x ${height}: ${element.outerHTML.slice(0, 120)}`] : [];\
                });";
    for view in ["hashprice", "valuation"] {
        let (_site, page) = Viewport::SMALL_PHONE.open(browser, &format!("#v=1&view={view}"));
        for is_open in [false, true] {
            if is_open {
                pull_up(page);
                page.click("[data-about=efficiency]");
            }
            let small: Vec<String> = browser.ask(body, &[json!(FINGER)]);
            assert!(small.is_empty(), "{view}: {small:#?}");
        }
    }
}

pub fn the_keyboard_hides_no_field(browser: &Browser) {
    let (_site, page) = Viewport::PHONE.open(browser, "");
    pull_up(page);
    page.click("[data-field=machine_life]");
    // A phone's keyboard leaves half of the window.
    let half = Viewport {
        height: 420,
        ..Viewport::PHONE
    };
    half.pretend(browser);
    until(
        "the field in sight",
        || sight(page, "[data-field=machine_life]"),
        |seen| seen.window < 500.0 && seen.top > seen.sheet && seen.bottom < seen.window,
    );
}
