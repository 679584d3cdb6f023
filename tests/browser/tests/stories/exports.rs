//! What a chart hands out: table, files, link.

use browser_tests::{Browser, Files, Page, Site, until};
use hashpivot::state::View;
use serde::Deserialize;
use serde_json::json;

/// A state in which every chart of the view has something to show.
const MOVED: &str = "#v=1&btc_price=80000&difficulty=140000000000000";

fn tool(chart: &str, name: &str) -> String {
    format!("[data-chart={chart}] [data-tool={name}]")
}

/// What stands in the table of a chart, as the lines of a CSV file.
fn table(page: Page<'_>, chart: &str) -> Vec<String> {
    let body = "const quoted = (text) => `\"${text.replaceAll('\"', '\"\"')}\"`;\
                const cell = (cell) => cell.dataset.value ?? (cell.textContent === '' ? '' : quoted(cell.textContent));\
                const rows = document.querySelectorAll(`[data-chart=${arguments[0]}] table tr`);\
                return Array.from(rows, (row) => Array.from(row.cells, cell).join(','));";
    page.browser().ask(body, &[json!(chart)])
}

pub fn the_table_says_what_the_file_says(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, MOVED);
    for chart in View::Hashprice.charts() {
        assert!(table(page, chart).is_empty(), "{chart}: the table is open");
        page.click(&tool(chart, "table"));
        let shown = until("a table", || table(page, chart), |rows| rows.len() > 3);
        let file = page.saved_by(&tool(chart, "csv"));
        assert_eq!(file.name, format!("hashpivot-{chart}.csv"));
        let text = file.text.strip_prefix('\u{feff}').expect("Excel knows it");
        let lines: Vec<&str> = text.split_terminator("\r\n").collect();
        // Texts of fractions are in percent.
        let head = lines[0].replace(" (fraction)", "");
        let told: Vec<&str> = [&head[..]]
            .into_iter()
            .chain(lines[1..].iter().copied())
            .collect();
        assert_eq!(told, shown, "{chart}");
        assert!(lines[0].contains('('), "{chart} has no units: {}", lines[0]);
        assert!(
            !lines[0].contains("((") && lines[0].split(',').all(|name| !name.is_empty()),
            "{chart} has columns without a name: {}",
            lines[0]
        );
        // What the page says lies over its lower edge, where the tool may be.
        page.dismiss();
        page.click(&tool(chart, "table"));
        until("no table", || table(page, chart), Vec::is_empty);
    }
}

/// Every dot of a chart that has a place on both axes has a row with both.
pub fn the_table_holds_what_is_marked(browser: &Browser) {
    let site = Site::of_the_build();
    for (view, moved, charts) in [
        (
            "hashprice",
            "&power_price=60&efficiency=25",
            &["margin-map", "profit-by-price"][..],
        ),
        ("pivot", "&lease_rate=170&btc_price=80000", &["frontier"]),
        (
            "valuation",
            "&execution_pct=60&btc_price=80000&market_cap=60",
            &["value-map", "market-cap"],
        ),
    ] {
        let page = Page::open(browser, &site, &format!("#v=1&view={view}{moved}"));
        for chart in charts {
            let dots = "return Array.from(document.querySelectorAll(\
                        `[data-chart=${arguments[0]}] circle[data-mark][data-x]`), ({ dataset }) => [dataset.x, dataset.y]);";
            let drawn = || browser.ask::<Vec<Vec<String>>>(dots, &[json!(chart)]);
            let drawn = until("the baseline's dot", drawn, |drawn| drawn.len() >= 2);
            page.click(&tool(chart, "table"));
            let rows = until("a table", || table(page, chart), |rows| rows.len() > 3);
            for dot in drawn {
                let holds = |row: &&String| {
                    let cells: Vec<&str> = row.split(',').collect();
                    dot.iter().all(|number| cells.contains(&number.as_str()))
                };
                assert!(
                    rows.iter().any(|row| holds(&row)),
                    "{chart} has no row of {dot:?}"
                );
            }
            page.click(&tool(chart, "table"));
        }
        let lines = |name: &str, rows: &[String]| {
            let quoted = format!("\"{name}\"");
            rows.iter().any(|row| row.contains(&quoted))
        };
        let (chart, names): (_, &[&str]) = match view {
            "hashprice" => ("margin-map", &["line: 0%", "line: 50%"]),
            "pivot" => ("frontier", &["Hut 8 – Fluidstack, River Bend"]),
            _ => ("market-cap", &["line: 2021", "line: 2025"]),
        };
        page.click(&tool(chart, "table"));
        let rows = until("a table", || table(page, chart), |rows| rows.len() > 3);
        for name in names {
            assert!(lines(name, &rows), "{chart} has no row of {name}");
        }
    }
}

/// What an SVG file is when it is opened for itself.
#[derive(Debug, Deserialize)]
struct Drawing {
    root: String,
    width: f64,
    height: f64,
    texts: Vec<String>,
    bare: usize,
}

fn drawing(browser: &Browser, text: &str) -> Drawing {
    // Outside the page, whose policy forbids to parse texts.
    browser.go_to("about:blank");
    let body = "const file = new DOMParser().parseFromString(arguments[0], 'image/svg+xml');\
                const root = file.documentElement;\
                const all = (css) => Array.from(file.querySelectorAll(css));\
                const isBare = (line) => !line.hasAttribute('stroke') && !line.hasAttribute('fill');\
                return { root: root.localName, width: Number(root.getAttribute('width')),\
                  height: Number(root.getAttribute('height')),\
                  texts: all('text').map((text) => text.textContent),\
                  bare: all('path').filter(isBare).length + all('[style]').length };";
    browser.ask(body, &[json!(text)])
}

pub fn a_drawing_stands_alone(browser: &Browser) {
    let site = Site::of_the_build();
    for chart in View::Hashprice.charts() {
        let page = Page::open(browser, &site, MOVED);
        let answer = page.look().chart(chart).answer.clone();
        let title = page.text(&format!("[data-chart={chart}] .hp-chart-title"));
        let file = page.saved_by(&tool(chart, "svg"));
        assert_eq!(file.name, format!("hashpivot-{chart}.svg"));
        assert!(
            !file.text.contains("var("),
            "{chart} needs the page's colours"
        );
        let drawing = drawing(browser, &file.text);
        assert_eq!(drawing.root, "svg", "{chart} does not parse");
        assert_eq!(drawing.bare, 0, "{chart} has lines without colour");
        assert!(
            drawing.width > 200.0 && drawing.height > 200.0,
            "{drawing:?}"
        );
        let texts = drawing.texts.join(" ");
        let fragment = format!("chart={chart}");
        for part in [title.as_str(), "Hashpivot, ", &fragment] {
            assert!(
                without_breaks(&texts).contains(&without_breaks(part)),
                "{chart}: “{part}” is not in {texts}"
            );
        }
        assert!(
            without_breaks(&texts).contains(&without_breaks(&answer)),
            "{chart}: {texts}"
        );
    }
}

/// What is dashed has its key in the chart's foot, and so in the file's.
pub fn a_drawing_says_what_is_dashed_in_it(browser: &Browser) {
    let site = Site::of_the_build();
    for (view, chart) in [
        ("pivot&lease_rate=170", "per-gross-mw"),
        ("valuation&share_price=12", "sum-of-parts"),
        ("outlook&btc_price=70000", "tornado"),
        ("miners&btc_price=70000", "miners-scatter"),
    ] {
        let key = format!("[data-chart={chart}] .hp-baseline-key");
        let page = Page::open(browser, &site, &format!("#v=1&view={view}"));
        let name = until("a key", || page.text(&key), |text| !text.is_empty());
        let file = page.saved_by(&tool(chart, "svg"));
        let texts = drawing(browser, &file.text).texts.join(" ");
        let told = format!("dashed: {name}");
        assert!(
            without_breaks(&texts).contains(&without_breaks(&told)),
            "{chart}: “{told}” is not in {texts}"
        );
    }
}

/// Lines break between words, and addresses anywhere.
fn without_breaks(text: &str) -> String {
    text.split_whitespace().collect()
}

pub fn a_picture_has_twice_the_pixels(browser: &Browser) {
    let site = Site::of_the_build();
    for chart in View::Hashprice.charts() {
        let page = Page::open(browser, &site, MOVED);
        let picture = page.saved_by(&tool(chart, "png"));
        assert_eq!(picture.name, format!("hashpivot-{chart}.png"));
        let file = page.saved_by(&tool(chart, "svg"));
        let drawing = drawing(browser, &file.text);
        for (pixels, px) in [
            (picture.width, drawing.width),
            (picture.height, drawing.height),
        ] {
            assert!(
                (f64::from(pixels) - 2.0 * px).abs() <= 1.0,
                "{chart}: {pixels} for {px} px"
            );
        }
    }
}

pub fn a_link_leads_to_the_same_chart(browser: &Browser) {
    let site = Site::of_the_build();
    for chart in View::Hashprice.charts() {
        let page = Page::open(browser, &site, MOVED);
        let before = page.look();
        let address = page.copied_by(&tool(chart, "link"));
        let (_, fragment) = address.split_once('#').expect("a fragment");
        assert!(address.starts_with(&site.address("")), "{address}");
        let page = Page::open(browser, &site, &format!("#{fragment}"));
        let after = page.look();
        assert_eq!(after.chart(chart).answer, before.chart(chart).answer);
        assert_eq!(
            format!("{:?}", after.chart(chart).bars),
            format!("{:?}", before.chart(chart).bars)
        );
        let in_sight = "const { top, bottom } = document.querySelector(arguments[0]).getBoundingClientRect();\
                        return top < innerHeight && bottom > 0;";
        let css = format!("[data-chart={chart}] .hp-chart-title");
        until(
            "the chart in sight",
            || browser.ask::<bool>(in_sight, &[json!(css)]),
            |is| *is,
        );
    }
}

pub fn a_frame_that_may_forbid_downloads_says_so(browser: &Browser) {
    let site = Site::serving_securely(Files::of_the_build());
    let html = format!(
        "<!doctype html><title>A blog</title><link rel=\"icon\" href=\"data:,\">\
         <iframe sandbox=\"allow-scripts\" width=\"1200\" height=\"800\" src=\"{}\"></iframe>",
        site.address("index.html")
    );
    let host = Site::serving_securely(Files::default().with_page("index.html", &html));
    browser.go_to(&host.address(""));
    browser.enter_frame("iframe");
    let page = Page::here(browser);
    for name in ["png", "csv"] {
        page.click(&tool("profit-by-price", name));
        let said = || page.text(".hp-said [role=status]");
        let file = format!("hashpivot-profit-by-price.{name}");
        until("a warning", said, |text| {
            text.contains(&file) && text.contains("forbids")
        });
    }
}
