//! What applies to the whole page: resetting, comparing, units, light and dark.

use browser_tests::page::{Snapshot, Viewport};
use browser_tests::{Browser, Page, Site, eventually, oracle, until};
use hashpivot::format::{Change, amount, change};
use hashpivot::model::Evaluation;
use hashpivot::model::outputs::Output;
use hashpivot::model::parameters::Inputs;
use hashpivot::units::RevenueUnit;

pub fn resetting_restores_one_input_or_all(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, "");
    let preset = page.look();
    for key in [
        "btc_price",
        "difficulty",
        "efficiency",
        "power_price",
        "fees_pct",
    ] {
        page.drag(key, 0.7);
        page.follows_the_model();
    }
    page.click("[data-reset=difficulty]");
    page.shows_value("difficulty", preset.control("difficulty").value);
    assert_ne!(page.look().figures, preset.figures);
    page.click("[data-reset=all]");
    page.shows_value("btc_price", 88_950.0);
    assert_eq!(page.look().figures, preset.figures);
    page.has_fragment("");
}

pub fn figures_are_compared_with_the_preset_or_a_pinned_state(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, "");
    assert_eq!(
        page.text(".hp-change"),
        "",
        "nothing changed, and yet a change is shown"
    );
    page.enter("btc_price", "60,000");
    compares_with(page, &Inputs::default());
    page.press_button("Pin baseline");
    until(
        "nothing to compare",
        || page.text(".hp-change"),
        String::is_empty,
    );
    let pinned = oracle::inputs(&page.look()).expect("the page shows valid inputs");
    page.enter("power_price", "60");
    compares_with(page, &pinned);
    page.has_fragment("#v=1&btc_price=60000&power_price=60&base.btc_price=60000");
    page.press_button("Pin baseline");
    page.press_button("Unpin");
    compares_with(page, &Inputs::default());
}

pub fn the_unit_changes_texts_but_no_result(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, "");
    let values = |seen: &Snapshot| -> Vec<String> {
        seen.figures
            .iter()
            .map(|figure| figure.value.clone())
            .collect()
    };
    let before = page.look();
    let mut texts = vec![before.figure("gross_profit").text.clone()];
    for unit in RevenueUnit::ALL.into_iter().skip(1) {
        page.switch("unit", unit.key());
        until("the unit", || page.look().unit, |shown| shown == unit.key());
        page.follows_the_model();
        let now = page.look();
        assert_eq!(values(&now), values(&before), "{unit:?} changes results");
        let text = now.figure("gross_profit").text.clone();
        assert!(
            !texts.contains(&text),
            "{unit:?} reads “{text}” like another unit"
        );
        texts.push(text);
    }
}

/// A satoshi is worth what bitcoin is: in it a lower price changes costs, and not what a hash earns.
pub fn in_satoshis_changes_are_those_of_satoshis(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, "#v=1&unit=sats_th&btc_price=60000");
    let below = |output: &str| {
        page.text(&format!(
            ".hp-key-figure:has([data-output={output}]) dd:last-child"
        ))
    };
    assert_eq!(below("power_cost"), "+48.2% from 24.28");
    assert!(!below("revenue").contains("from"), "{}", below("revenue"));
    assert_eq!(below("gross_profit"), "\u{2212}61.0% from 19.22");
}

/// Costs in satoshis rise without limit towards a price of zero: the curve over the price starts where it can
/// still be read. What moved the profit is said in dollars, with the reason.
pub fn in_satoshis_charts_over_the_price_can_be_read(browser: &Browser) {
    let site = Site::of_the_build();
    for price in ["60000", "20000", "400000"] {
        let link = format!("#v=1&unit=sats_ph&btc_price={price}");
        let page = Page::open(browser, &site, &link);
        let seen = page.look();
        let ticks = &seen.chart("profit-by-price").ticks;
        let along_y = ticks.iter().filter(|tick| tick.axis == "y");
        let (low, high) = along_y.fold((0.0_f64, 0.0_f64), |(low, high), tick| {
            (low.min(tick.value), high.max(tick.value))
        });
        assert!(low < 0.0 && low >= -4.0 * high, "{price}: {low} to {high}");
        let note = page.text("[data-chart=change-waterfall] .hp-chart-note");
        assert!(note.contains("in dollars: satoshis earned"), "{note}");
        page.follows_the_model();
    }
}

pub fn light_and_dark_paint_the_page(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, "");
    for (theme, is_dark) in [("dark", true), ("light", false), ("dark", true)] {
        page.switch("theme", theme);
        let shown = || page.attribute("html", "data-theme");
        until("the theme", shown, |shown| shown.as_deref() == Some(theme));
        let paper = brightness(&page.style(".hp-page", "backgroundColor"));
        let ink = brightness(&page.style(".hp-page", "color"));
        assert_eq!(paper < ink, is_dark, "{theme}: paper {paper}, ink {ink}");
        assert!(
            (paper - ink).abs() > 150.0,
            "{theme}: paper {paper}, ink {ink}"
        );
        page.has_fragment(&format!("#v=1&theme={theme}"));
    }
}

pub fn on_a_desktop_the_bar_is_one_line(browser: &Browser) {
    let (_site, page) = Viewport::DESKTOP.open(browser, "#v=1&base.btc_price=60000&base.pue=1.2");
    assert_eq!(page.style(".hp-options", "display"), "none");
    let bar = Bar::of(page);
    assert!(bar.is_one_line(), "{bar:?}");
    assert!(bar.tab_is_in_sight, "{bar:?}");
}

pub fn on_smaller_screens_tabs_scroll_and_tools_fold(browser: &Browser) {
    for viewport in [Viewport::TABLET, Viewport::PHONE, Viewport::SMALL_PHONE] {
        for view in ["hashprice", "pivot", "miners"] {
            let link = format!("#v=1&view={view}&btc_price=60000&base.btc_price=60000");
            let (_site, page) = viewport.open(browser, &link);
            let bar = Bar::of(page);
            assert!(bar.is_one_line(), "{viewport}, {view}: {bar:?}");
            until(
                "the tab in sight",
                || Bar::of(page),
                |bar| bar.tab_is_in_sight,
            );
            let tools = || page.style(".hp-tools", "display");
            assert_eq!(tools(), "none", "{viewport}");
            page.click(".hp-options");
            until("the tools", tools, |shown| shown == "flex");
            let bar = Bar::of(page);
            assert!(bar.right <= bar.room, "{viewport}, {view}: {bar:?}");
            page.press_button("Copy link");
        }
    }
}

/// Where the bar at the top and what is in it are, px.
#[derive(Debug, serde::Deserialize)]
struct Bar {
    /// Height of the bar.
    height: f64,
    /// The lowest end of anything in its line.
    lowest: f64,
    /// The rightmost end of anything in it.
    right: f64,
    /// Width of the window.
    room: f64,
    /// Width of the whole page.
    page: f64,
    /// Whether the current tab is within the row of tabs.
    tab_is_in_sight: bool,
}

impl Bar {
    fn of(page: Page<'_>) -> Self {
        let body = "const box = (element) => element.getBoundingClientRect();\
            const bar = document.querySelector('.hp-header');\
            const parts = [...bar.querySelectorAll('.hp-brand, .hp-nav, button, select, .hp-pinned')]\
              .map(box).filter(({ width }) => width > 0);\
            const tab = box(bar.querySelector('[aria-current]'));\
            const row = box(bar.querySelector('.hp-nav'));\
            return {\
              height: box(bar).height,\
              lowest: Math.max(...parts.map(({ bottom }) => bottom)),\
              right: Math.max(...parts.map(({ right }) => right)),\
              room: document.documentElement.clientWidth,\
              page: document.documentElement.scrollWidth,\
              tab_is_in_sight: tab.left >= row.left - 1 && tab.right <= row.right + 1,\
            };";
        page.browser().ask(body, &[])
    }

    fn is_one_line(&self) -> bool {
        self.lowest <= self.height && self.right <= self.room && self.page <= self.room
    }
}

/// Gross profit says how far it moved from these inputs' result, and a ghost marks where that was.
fn compares_with(page: Page<'_>, baseline: &Inputs) {
    eventually("a comparison", || comparison(page, baseline));
    page.follows_the_model();
}

fn comparison(page: Page<'_>, baseline: &Inputs) -> Result<(), String> {
    let seen = page.look();
    let output = Output::from_key("gross_profit").expect("the model has a gross profit");
    let now = value(output, &oracle::inputs(&seen)?)?;
    let was = value(output, baseline)?;
    let text = page.text(".hp-key-figure:has([data-output=gross_profit]) .hp-change");
    let wanted = words(output, now, was, baseline.btc_price());
    if text != wanted {
        return Err(format!("“{text}” is shown, not “{wanted}”"));
    }
    let mut marks = seen.chart("profit-by-power-price").marks.iter();
    let is_marked = marks.any(|mark| {
        let x = baseline.power_price();
        mark.name == "baseline" && oracle::is_close(mark.x, x) && oracle::is_close(mark.y, was)
    });
    is_marked
        .then_some(())
        .ok_or_else(|| "the chart does not mark the baseline".to_owned())
}

/// "+12.4% from $38,698".
fn words(output: &Output, now: f64, was: f64, price: f64) -> String {
    let shown = amount(output.unit, was, RevenueUnit::default(), price).number();
    match change(output.unit, now, was) {
        Change::By(change) => format!("{change} from {shown}"),
        Change::Through => format!("was {shown}"),
        Change::None => String::new(),
    }
}

fn value(output: &Output, inputs: &Inputs) -> Result<f64, String> {
    let value = (output.value)(&Evaluation::of(inputs));
    value.ok_or_else(|| format!("there is no {}", output.key))
}

/// Of a colour `rgb(r, g, b)`, 0 … 255.
fn brightness(colour: &str) -> f64 {
    let inside = colour
        .split(['(', ')'])
        .nth(1)
        .expect("a computed colour is rgb(…)");
    let parts = inside
        .split(',')
        .take(3)
        .map(|part| part.trim().parse::<f64>());
    parts
        .map(|part| part.expect("a computed colour holds numbers"))
        .sum::<f64>()
        / 3.0
}

pub fn another_view_shows_none_of_the_charts_before_it(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, "");
    let charts = || page.attributes("figure[data-chart]", "data-chart");
    until("all charts", charts, |charts| charts.len() > 6);
    // Two frames after the press, before anything has had time to rest.
    const PRESS: &str = "const [view, done] = arguments;\
        document.querySelector(`a[data-view=${view}]`).click();\
        requestAnimationFrame(() => requestAnimationFrame(() => done(Array.from(\
          document.querySelectorAll('figure[data-chart]'), (figure) => figure.dataset.chart))));";
    for view in ["pivot", "network", "hashprice", "valuation", "hashprice"] {
        let shown: Vec<String> = browser.ask_later(PRESS, &[serde_json::json!(view)]);
        let own = hashpivot::state::View::from_key(view)
            .expect("is a view")
            .charts();
        let strange: Vec<_> = shown
            .iter()
            .filter(|chart| !own.contains(&chart.as_str()))
            .collect();
        assert!(strange.is_empty(), "{view} shows {strange:?}");
        page.shows_view(view);
        std::thread::sleep(std::time::Duration::from_millis(400));
    }
}
