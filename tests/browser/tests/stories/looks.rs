//! How the page looks: texts that can be read, contrast and names, pictures to look at.

use std::collections::BTreeMap;

use browser_tests::page::Viewport;
use browser_tests::{Browser, Page, artefacts, engine, until};
use serde::Deserialize;
use serde_json::json;

const VIEWS: [&str; 6] = [
    "hashprice",
    "network",
    "pivot",
    "valuation",
    "outlook",
    "miners",
];
const THEMES: [&str; 2] = ["light", "dark"];

/// States whose texts are long, or unlike the preset's.
const STATES: [(&str, &str); 6] = [
    ("preset", ""),
    ("highest price", "&btc_price=2000000"),
    ("loss", "&btc_price=20000&power_price=120"),
    (
        "another fleet",
        "&btc_price=80000&efficiency=17&power_price=60&uptime_pct=90",
    ),
    ("satoshis", "&unit=sats_ph&btc_price=1000"),
    (
        "largest site",
        "&gross_mw=20000&lease_rate=2000&capex=60&fleet_hashrate=1000&base.btc_price=2000000",
    ),
];

pub fn texts_fit_a_desktop(browser: &Browser) {
    texts_fit(browser, Viewport::DESKTOP);
}

pub fn texts_fit_a_tablet(browser: &Browser) {
    texts_fit(browser, Viewport::TABLET);
}

pub fn texts_fit_a_phone(browser: &Browser) {
    texts_fit(browser, Viewport::PHONE);
}

pub fn texts_fit_a_small_phone(browser: &Browser) {
    texts_fit(browser, Viewport::SMALL_PHONE);
}

/// However long a reading is, and it is longest beside a baseline.
pub fn a_reading_lies_on_nothing_of_its_chart(browser: &Browser) {
    for viewport in [Viewport::DESKTOP, Viewport::SMALL_PHONE] {
        let (_site, page) = viewport.open(browser, "");
        for view in VIEWS {
            page.follow(&format!("#v=1&view={view}&btc_price=60000"));
            page.shows_view(view);
            until("charts", || page.is_ready(), |ready| *ready);
            let faults = page.readings_in_the_way();
            assert!(faults.is_empty(), "{viewport}, {view}: {faults:#?}");
        }
    }
}

/// In every view, light and dark, in every state.
fn texts_fit(browser: &Browser, viewport: Viewport) {
    let (_site, page) = viewport.open(browser, "");
    let mut faults = Faults::default();
    for view in VIEWS {
        for theme in THEMES {
            for (state, link) in STATES {
                show(page, view, theme, link);
                let here = format!("{viewport}, {view}, {theme}, {state}");
                faults.add(&here, page.unreadable_texts());
            }
        }
    }
    faults.conclude();
}

/// Faults, and where each was found.
#[derive(Default)]
struct Faults(BTreeMap<String, Vec<String>>);

impl Faults {
    fn add(&mut self, here: &str, found: Vec<impl ToString>) {
        for fault in found {
            self.0
                .entry(fault.to_string())
                .or_default()
                .push(here.to_owned());
        }
    }

    #[track_caller]
    fn conclude(self) {
        let describe = |(fault, places): (&String, &Vec<String>)| {
            format!("{fault} ({}; {} in all)", places[0], places.len())
        };
        let faults: Vec<String> = self.0.iter().map(describe).collect();
        assert!(
            faults.is_empty(),
            "{} faults:\n{}",
            faults.len(),
            faults.join("\n")
        );
    }
}

/// Goes to a state and waits until it is drawn.
fn show(page: Page<'_>, view: &str, theme: &str, link: &str) {
    let fragment = format!("#v=1&view={view}&theme={theme}{link}");
    page.follow(&fragment);
    until(&fragment, || page.look().view, |shown| shown == view);
    until(
        &fragment,
        || page.attribute("html", "data-theme"),
        |shown| shown.as_deref() == Some(theme),
    );
    until(
        &fragment,
        || link_is_shown(page, link) && page.is_ready(),
        |is_shown| *is_shown,
    );
}

/// Whether each input of the link that the view has is shown.
fn link_is_shown(page: Page<'_>, link: &str) -> bool {
    let seen = page.look();
    link.split('&')
        .filter_map(|pair| pair.split_once('='))
        .all(|(key, value)| {
            let control = seen.controls.iter().find(|control| control.key == key);
            control.is_none_or(|control| value.parse() == Ok(control.value))
        })
}

/// Digits of one width stand under each other, and do not jump while a number runs.
pub fn figures_are_tabular(browser: &Browser) {
    let (_site, page) = Viewport::DESKTOP.open(browser, "");
    for (view, places) in [
        (
            "hashprice",
            &[
                ".hp-key-figure dd",
                ".hp-figure-row dd",
                ".hp-field",
                ".hp-plot text",
            ][..],
        ),
        (
            "pivot",
            &[
                ".hp-sentence b",
                ".hp-condition b",
                ".hp-sum dd",
                ".hp-sites td",
            ],
        ),
        ("miners", &["[data-miner] td", "[data-row] input"]),
    ] {
        show(page, view, "light", "");
        for css in places {
            let digits = page.style(css, "fontVariantNumeric");
            assert_eq!(digits, "tabular-nums", "{view}: {css}");
        }
    }
}

/// Each axis has a unit in the foot, and where two charts stand side by side neither ends far above its foot.
pub fn charts_say_their_units_and_fill_their_row(browser: &Browser) {
    let body = "return Array.from(document.querySelectorAll('.hp-chart:has(svg)')).map((chart) => {\
                  const end = (css) => chart.querySelector(css).getBoundingClientRect();\
                  const gap = end('.hp-chart-foot').top - end('.hp-plot svg').bottom;\
                  return [chart.dataset.chart, chart.querySelector('.hp-chart-unit').textContent, gap];\
                });";
    let (_site, page) = Viewport::DESKTOP.open(browser, "");
    let mut faults = Faults::default();
    for view in VIEWS {
        show(page, view, "light", "&btc_price=80000");
        let charts: Vec<(String, String, f64)> = browser.ask(body, &[]);
        assert!(!charts.is_empty(), "{view} has no charts");
        let bare = charts.iter().filter(|(_, unit, _)| unit.is_empty());
        faults.add(
            view,
            bare.map(|(id, ..)| format!("{id} has no unit")).collect(),
        );
        let empty = charts.iter().filter(|(.., gap)| *gap > LARGEST_GAP);
        let told = empty.map(|(id, _, gap)| format!("{id} ends {gap} px above its foot"));
        faults.add(view, told.collect());
    }
    faults.conclude();
}

/// Between a drawing and its foot: an answer beside it may have a line more, its notes two, px.
const LARGEST_GAP: f64 = 64.0;

pub fn nothing_keeps_anybody_out(browser: &Browser) {
    let axe = std::fs::read_to_string(engine::path("AXE")).expect("AXE is a file");
    let mut faults = Faults::default();
    for viewport in [Viewport::DESKTOP, Viewport::PHONE] {
        let (_site, page) = viewport.open(browser, "");
        browser.ask::<Option<()>>(&format!("{axe}; return null;"), &[]);
        for view in VIEWS {
            for theme in THEMES {
                show(page, view, theme, "&btc_price=70000");
                let here = format!("{viewport}, {view}, {theme}");
                faults.add(&here, barriers(browser));
            }
        }
    }
    faults.conclude();
}

#[derive(Deserialize)]
struct Violation {
    id: String,
    help: String,
    nodes: Vec<String>,
}

/// What axe-core finds against the rules of WCAG 2.2 AA.
fn barriers(browser: &Browser) -> Vec<String> {
    let body = "const done = arguments[arguments.length - 1];\
                const runOnly = { type: 'tag', values: arguments[0] };\
                axe.run(document, { runOnly }).then((result) => done(result.violations.map(\
                  ({ id, help, nodes }) => ({ id, help, nodes: nodes.map((node) => node.html.slice(0, 160)) }))));";
    let tags = json!(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]);
    let violations: Vec<Violation> = browser.ask_later(body, &[tags]);
    let describe = |Violation { id, help, nodes }: Violation| {
        let examples = nodes
            .iter()
            .take(3)
            .map(String::as_str)
            .collect::<Vec<_>>()
            .join("\n    ");
        format!(
            "{id}: {help}: {} elements:\n    {examples}\n  ",
            nodes.len()
        )
    };
    violations.into_iter().map(describe).collect()
}

pub fn pictures_are_taken(browser: &Browser) {
    for (device, viewport) in [("desktop", Viewport::DESKTOP), ("phone", Viewport::PHONE)] {
        let (_site, page) = viewport.open(browser, "");
        for view in VIEWS {
            for theme in THEMES {
                show(page, view, theme, "");
                let name = format!("{view}-{device}-{theme}");
                artefacts::write_picture("screenshots", &name, &browser.picture());
                viewport.with_height_of(page).pretend(browser);
                artefacts::write_picture(
                    "screenshots",
                    &format!("{name}-whole"),
                    &browser.picture(),
                );
                viewport.pretend(browser);
            }
        }
    }
}
