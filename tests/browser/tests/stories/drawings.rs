//! What a chart says beside its curves: the baseline as ghosts, one sentence, where money is lost.

use browser_tests::{Browser, Page, Site, until};
use hashpivot::state::View;
use serde_json::json;

/// What moved every view away from the baseline, and a list of one site.
const EVERYWHERE_MOVED: &str = "&btc_price=80000&difficulty=140000000000000&power_price=50&lease_rate=140&execution_pct=60\
     &market_cap=60&net_debt=100&fleet_power_price=60&build_months=24&site=River+Bend~start_month:12";

/// How many curves, bars or areas of each chart are drawn once more as they are in the baseline.
const GHOSTS: [(&str, &[(&str, usize)]); 5] = [
    (
        "hashprice",
        &[
            ("profit-by-price", 2),
            ("profit-by-difficulty", 2),
            ("profit-by-power-price", 2),
            ("profit-by-efficiency", 2),
        ],
    ),
    (
        "network",
        &[
            ("cost-curve", 2),
            ("epochs", 3),
            ("equilibrium-by-price", 1),
            ("hashprice-by-price", 2),
        ],
    ),
    (
        "pivot",
        &[
            ("cumulative-cash", 2),
            ("levered-cash", 2),
            ("frontier", 2),
            ("per-gross-mw", 4),
            ("stages", 1),
        ],
    ),
    (
        "valuation",
        &[("market-cap", 1), ("price-growth", 1), ("sum-of-parts", 2)],
    ),
    ("miners", &[("miners-scatter", 2)]),
];

pub fn the_baseline_is_drawn_as_ghosts_where_anything_differs(browser: &Browser) {
    let site = Site::of_the_build();
    for (view, charts) in GHOSTS {
        let ghosts = |page: Page<'_>, id: &str| {
            let shapes = page.attributes(&format!("[data-chart={id}] path.hp-ghost"), "d");
            let lines = page.attributes(&format!("[data-chart={id}] line.hp-ghost"), "x1");
            [shapes, lines].concat()
        };
        let page = Page::open(browser, &site, &format!("#v=1&view={view}"));
        for (id, _) in charts {
            let drawn = ghosts(page, id);
            assert!(
                drawn.is_empty(),
                "{id} draws {drawn:?} while nothing differs"
            );
        }
        let link = format!("#v=1&view={view}{EVERYWHERE_MOVED}");
        let page = Page::open(browser, &site, &link);
        for (id, count) in charts {
            let drawn = ghosts(page, id);
            let is_drawn = drawn.iter().all(|shape| !shape.is_empty());
            assert!(drawn.len() == *count && is_drawn, "{id}: {drawn:?}");
        }
    }
    for (view, map) in [("hashprice", "margin-map"), ("valuation", "value-map")] {
        let link = format!("#v=1&view={view}{EVERYWHERE_MOVED}");
        let seen = Page::open(browser, &site, &link).look();
        let mut marks = seen.chart(map).marks.iter();
        assert!(marks.any(|mark| mark.name == "baseline"), "{map}");
    }
}

/// The text that names the drawing of a chart.
fn named(browser: &Browser, id: &str) -> String {
    let name = "const drawing = document.querySelector(`[data-chart=${arguments[0]}] svg`);\
                return document.getElementById(drawing.getAttribute('aria-labelledby')).textContent;";
    browser.ask(name, &[json!(id)])
}

/// A title that asks, a sentence that answers, and the same sentence for who cannot see the drawing.
pub fn every_chart_answers_in_one_sentence(browser: &Browser) {
    let site = Site::of_the_build();
    for view in View::ALL {
        let link = format!("#v=1&view={}{EVERYWHERE_MOVED}", view.key());
        let page = Page::open(browser, &site, &link);
        for id in view.charts() {
            let answer = page.look().chart(id).answer.clone();
            assert!(
                answer.ends_with('.') && answer.split(' ').count() > 3,
                "{id} answers “{answer}”"
            );
            let figure = format!("[data-chart={id}]");
            let title = page.text(&format!("{figure} .hp-chart-title"));
            assert_ne!(title, "", "{id}");
            assert_eq!(named(browser, id), title + &answer, "{id}");
        }
    }
}

/// Hatching, lines with their values, and words say where money is lost.
pub fn a_map_is_read_without_its_colours(browser: &Browser) {
    let site = Site::of_the_build();
    for (view, map, lines, words) in [
        (
            "hashprice",
            "margin-map",
            &["−50%", "−25%", "0%", "25%", "50%", "75%"][..],
            "loss",
        ),
        // The line of half the price ends at the bottom and has its name on the map.
        (
            "valuation",
            "value-map",
            &["−25%", "price", "+25%", "+50%"],
            "−50%",
        ),
    ] {
        let page = Page::open(browser, &site, &format!("#v=1&view={view}"));
        let part = |css: &str| format!("[data-chart={map}] {css}");
        let hatching = page.attribute(&part(".hp-hatch"), "d").unwrap_or_default();
        assert!(hatching.matches('M').count() > 3, "{map} is not hatched");
        assert_ne!(page.style(&part(".hp-hatch"), "stroke"), "none", "{map}");
        assert_eq!(page.texts(&part(".hp-contour-name")), lines, "{map}");
        let contours = page.attributes(&part(".hp-contour"), "d");
        assert_eq!(contours.len(), 6, "{map}: {contours:?}");
        let texts = page.texts(&part(".hp-on-map"));
        assert!(texts.iter().any(|text| text == words), "{map}: {texts:?}");
    }
}

/// The stretch of the axis where money is lost is washed, and named.
pub fn the_losing_stretch_is_washed_and_named(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, "");
    let (wash, name) = (
        "[data-chart=profit-by-price] .hp-wash",
        "[data-chart=profit-by-price] .hp-wash-name",
    );
    let at_first = width_of(page, wash);
    assert!(at_first > 20.0, "{at_first} px");
    assert_ne!(page.text(name), "");
    page.enter("power_price", "60");
    page.shows_value("power_price", 60.0);
    until(
        "a longer stretch",
        || width_of(page, wash),
        |width| *width > at_first,
    );
}

/// The width of what a CSS selector finds, px; NaN where there is nothing.
fn width_of(page: Page<'_>, css: &str) -> f64 {
    page.attribute(css, "width")
        .and_then(|width| width.parse().ok())
        .unwrap_or(f64::NAN)
}
