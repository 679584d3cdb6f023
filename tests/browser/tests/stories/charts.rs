//! Results and charts to look at.

use browser_tests::{Browser, Keys, Page, Site, until};
use hashpivot::format::usd_m;
use hashpivot::model::Evaluation;
use hashpivot::model::outputs::Model;
use hashpivot::model::parameters::{Inputs, Key};
use hashpivot::state::View;
use serde_json::json;

/// A state that differs from the baseline.
const MOVED: &str = "#v=1&btc_price=80000&difficulty=140000000000000";

pub fn every_result_of_the_views_models_is_shown(browser: &Browser) {
    let site = Site::of_the_build();
    let mut shown = Page::open(browser, &site, "").look().figures;
    let page = Page::open(browser, &site, "#v=1&view=pivot");
    shown.extend(page.look().figures);
    // The other models have no view yet.
    let missing: Vec<&str> = [Model::HASHPRICE, Model::PIVOT]
        .iter()
        .flat_map(|model| model.outputs)
        .map(|output| output.key)
        .filter(|key| !shown.iter().any(|figure| figure.key == *key))
        .collect();
    assert!(missing.is_empty(), "on no view: {missing:?}");
}

pub fn the_mouse_reads_a_chart_where_it_points(browser: &Browser) {
    const PLOT: &str = "[data-chart=profit-by-price] svg";
    /// How far the nearest point of a curve may be, px.
    const NEAREST: f64 = 2.5;
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, "");
    let answer = || page.look().chart("profit-by-price").answer.clone();
    let at_rest = answer();
    let width = attribute(page, PLOT, "width");
    let mut readings = vec![at_rest.clone()];
    for x in [0.3, 0.5, 0.7].map(|share| (share * width).round()) {
        browser.hover(PLOT, &[(x - (width / 2.0).round(), 0.0)]);
        let crosshair = || attribute(page, ".hp-crosshair circle", "cx");
        until(
            &format!("a crosshair at {x} px of {width}"),
            crosshair,
            |line| (line - x).abs() <= NEAREST,
        );
        let reading = answer();
        assert!(!readings.contains(&reading), "“{reading}” is read twice");
        readings.push(reading);
    }
    browser.hover(".hp-brand", &[(0.0, 0.0)]);
    until("the sentence again", answer, |text| *text == at_rest);
}

/// A length in a drawing; NaN where there is none.
fn attribute(page: Page<'_>, css: &str, name: &str) -> f64 {
    page.attribute(css, name)
        .and_then(|length| length.parse().ok())
        .unwrap_or(f64::NAN)
}

pub fn each_chart_of_the_hashprice_view_has_axes_and_a_sentence(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, MOVED);
    page.follows_the_model();
    let seen = page.look();
    for id in View::Hashprice.charts() {
        let chart = seen.chart(id);
        let texts = |axis: &str| chart.ticks.iter().filter(|tick| tick.axis == axis).count();
        assert!(texts("x") > 1, "{id} has no x axis");
        assert!(
            texts("y") > 1 || id.ends_with("waterfall"),
            "{id} has no y axis"
        );
        let figure = format!("[data-chart={id}]");
        let count = "return document.querySelectorAll(arguments[0] + ' svg').length;";
        let drawings: usize = browser.ask(count, &[json!(figure)]);
        assert_eq!(drawings, 1, "{id}");
        let answer = &chart.answer;
        assert!(answer.ends_with('.'), "{id}: “{answer}”");
    }
}

/// A finger that is lifted takes the pointer away, but not what it read.
pub fn a_tap_reads_and_stays(browser: &Browser) {
    let site = Site::of_the_build();
    for (fragment, chart) in [("", "profit-by-price"), ("#v=1&view=pivot", "per-gross-mw")] {
        let plot = format!("[data-chart={chart}] .hp-plot");
        let page = Page::open(browser, &site, fragment);
        let answer = || page.look().chart(chart).answer.clone();
        let at_rest = answer();
        let tap = "const plot = document.querySelector(arguments[0]);\
                   const { left, top, width } = plot.getBoundingClientRect();\
                   const at = { bubbles: true, pointerType: 'touch', clientX: left + width / 3, clientY: top + 50 };\
                   for (const name of ['pointerdown', 'pointerup', 'pointerout', 'pointerleave'])\
                     plot.dispatchEvent(new PointerEvent(name, at));\
                   return null;";
        browser.ask::<Option<()>>(tap, &[json!(plot)]);
        let reading = until("a reading", answer, |text| *text != at_rest);
        std::thread::sleep(std::time::Duration::from_millis(300));
        assert_eq!(answer(), reading);
        assert_eq!(
            page.style(&plot, "touchAction"),
            "pan-y",
            "a finger cannot scroll the page"
        );
    }
}

/// By arrow keys and by the mouse, each with what it was in the baseline; the bar that is read is marked.
pub fn bars_are_read_one_by_one(browser: &Browser) {
    const CHART: &str = "per-gross-mw";
    const PLOT: &str = "[data-chart=per-gross-mw] .hp-plot";
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, "#v=1&view=pivot&lease_rate=160");
    let answer = || page.look().chart(CHART).answer.clone();
    let mark = || attribute(page, "[data-chart=per-gross-mw] .hp-row-read", "y");
    let at_rest = answer();
    let rent =
        |inputs: &Inputs| usd_m(Evaluation::of(inputs).pivot().hpc_revenue_per_gross_mw_year);
    let dearer = Inputs::default().with(Key::LeaseRate, Some(160.0));
    let (now, before) = (rent(&dearer.expect("is a rent")), rent(&Inputs::default()));
    page.tab_to(PLOT);
    browser.press(Keys::Down);
    let first = until("the first bar", answer, |text| *text != at_rest);
    let (start, rest) = first.split_once("/MWh; ").expect("two amounts");
    assert!(
        start.starts_with(&format!("HPC rent: {now} a gross MW a year, $")),
        "{first}"
    );
    assert!(
        rest.starts_with(&format!("December 2025: {before}, $")),
        "{first}"
    );
    let first_mark = mark();
    browser.press(Keys::End);
    until("the last bar", answer, |text| {
        text.starts_with("Mining profit: ") && !text.contains("December 2025")
    });
    assert!(mark() > first_mark, "the mark stays at the first bar");
    browser.press(Keys::Escape);
    until("the sentence again", answer, |text| *text == at_rest);
    assert!(mark().is_nan(), "a bar is marked that is not read");
    let rent = "[data-chart=per-gross-mw] [data-mark=bar]";
    browser.hover(rent, &[(0.0, 0.0)]);
    until("the bar under the mouse", answer, |text| *text == first);
    browser.hover(".hp-brand", &[(0.0, 0.0)]);
    until("the sentence again", answer, |text| *text == at_rest);
}

pub fn arrows_read_the_map_in_two_directions(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, "");
    page.tab_to("[data-chart=margin-map] [tabindex='0']");
    let answer = || page.look().chart("margin-map").answer.clone();
    let read = |key: Keys, before: &str| {
        browser.press(key);
        until("another reading", answer, |text| text != before)
    };
    let place = |text: &str| -> Vec<String> {
        let (place, margin) = text
            .split_once(": gross margin ")
            .expect("a reading of the map");
        let (x, y) = place.split_once(", ").expect("two coordinates");
        [x, y, margin].map(str::to_owned).to_vec()
    };
    let start = read(Keys::Right, &answer());
    let right = read(Keys::Right, &start);
    assert!(place(&right)[0] != place(&start)[0] && place(&right)[1] == place(&start)[1]);
    let up = read(Keys::Up, &right);
    assert!(place(&up)[0] == place(&right)[0] && place(&up)[1] != place(&right)[1]);
    assert_ne!(place(&up)[2], place(&start)[2]);
    assert_eq!(read(Keys::Down, &up), right);
}

/// Where keys start, today's figures are read as they stand on the page, however they lie between the points of
/// a curve or a grid; and a map is read at the baseline's dot.
pub fn keys_start_at_exactly_todays_figures(browser: &Browser) {
    const TODAY: &str =
        "&btc_price=87654&efficiency=20.3&power_price=47.3&execution_pct=73&target_ratio_pct=47";
    let site = Site::of_the_build();
    let first = |page: Page<'_>, chart: &str| {
        let answer = || page.look().chart(chart).answer.clone();
        let at_rest = answer();
        page.tab_to(&format!("[data-chart={chart}] .hp-plot"));
        browser.press(Keys::Right);
        until("a reading", answer, |text| *text != at_rest)
    };
    for (view, charts) in [
        (
            "hashprice",
            &[
                (
                    "profit-by-price",
                    "$87,654: ",
                    &["revenue", "gross_profit"][..],
                ),
                (
                    "margin-map",
                    "You at 20.3 J/TH, $47.30 per MWh: ",
                    &["gross_margin"],
                ),
            ][..],
        ),
        (
            "network",
            &[
                ("equilibrium-by-price", "$87,654: ", &[]),
                (
                    "hashprice-by-price",
                    "$87,654: ",
                    &["equilibrium_hashprice"],
                ),
            ],
        ),
        (
            "pivot",
            &[("frontier", "Hashprice ", &["breakeven_lease_rate"])],
        ),
        (
            "valuation",
            &[
                (
                    "market-cap",
                    "Block rewards of ",
                    &["block_reward_opportunity"],
                ),
                (
                    "price-growth",
                    "Cap at 47.0% of block rewards: ",
                    &["implied_price_growth"],
                ),
                ("value-map", "You at 73.0% execution, ", &["per_share"]),
            ],
        ),
    ] {
        let page = Page::open(browser, &site, &format!("#v=1&view={view}{TODAY}"));
        for (chart, start, figures) in charts {
            let read = first(page, chart);
            assert!(read.starts_with(start), "{chart}: {read}");
            let seen = page.look();
            for key in *figures {
                let text = &seen.figure(key).text;
                let number = text.split(' ').next().unwrap_or_default();
                assert!(
                    read.contains(number),
                    "{chart} reads “{read}”, {key} is {text}"
                );
            }
        }
    }
    let page = Page::open(browser, &site, "#v=1&efficiency=20.3");
    let answer = || page.look().chart("margin-map").answer.clone();
    let mut read = first(page, "margin-map");
    for _ in 0..3 {
        if read.starts_with("Today at the baseline's 20.0 J/TH, $45.00 per MWh: ") {
            return;
        }
        browser.press(Keys::Left);
        read = until("another reading", answer, |text| *text != read);
    }
    panic!("the baseline's dot is not reached: {read}");
}

/// Counts changes below a CSS selector from now on, in `window.changes`.
fn watch(browser: &Browser, css: &str) {
    let body = "window.changes = [];\
                const seen = new MutationObserver((list) => list.forEach(({ target }) => {\
                  const element = target.nodeType === 1 ? target : target.parentElement;\
                  window.changes.push(element?.closest('[class]')?.getAttribute('class') ?? '');\
                }));\
                document.querySelectorAll(arguments[0]).forEach((element) => seen.observe(element,\
                  { attributes: true, characterData: true, childList: true, subtree: true }));\
                return null;";
    browser.ask::<Option<()>>(body, &[json!(css)]);
}

fn changes(browser: &Browser) -> Vec<String> {
    browser.ask("return window.changes;", &[])
}

pub fn the_pointer_changes_nothing_but_the_reading(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, MOVED);
    let answer = || page.look().chart("profit-by-price").answer.clone();
    let mut before = answer();
    watch(browser, "body");
    for x in [-60.0, -20.0, 30.0] {
        browser.hover("[data-chart=profit-by-price] svg", &[(x, 0.0)]);
        before = until("a reading", answer, |text| *text != before);
    }
    let of_reading = |class: &String| {
        class.starts_with("hp-chart-answer")
            || class.contains("crosshair")
            || class.contains("is-reading")
    };
    let others: Vec<String> = changes(browser)
        .into_iter()
        .filter(|class| !of_reading(class))
        .collect();
    // The crosshair comes into the drawing once, as its last element.
    assert!(
        others.iter().all(|class| class == "hp-plot"),
        "{others:?} changed"
    );
}

pub fn a_map_stays_while_the_fleet_moves_on_it(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, "");
    let dot = || {
        let seen = page.look();
        let marks = &seen.chart("margin-map").marks;
        let today = marks.iter().find(|mark| mark.name == "today");
        today.map_or(f64::NAN, |mark| mark.cy)
    };
    let before = dot();
    watch(browser, "[data-chart=margin-map] path");
    page.enter("power_price", "50");
    page.shows_value("power_price", 50.0);
    until("the dot elsewhere", dot, |y| *y < before);
    assert!(changes(browser).is_empty(), "the map was drawn again");
}

pub fn a_baseline_beyond_the_map_is_said_to_be_there(browser: &Browser) {
    const DOT: &str = "[data-chart=margin-map] circle[data-mark=baseline]";
    const NOTE: &str = "[data-chart=margin-map] .hp-chart-note";
    let site = Site::of_the_build();
    // Free power at a price that pays for nothing: the map ends far below the baseline's power price.
    for (link, is_beyond) in [
        ("#v=1&btc_price=1000&power_price=0", true),
        ("#v=1&efficiency=25", false),
    ] {
        let page = Page::open(browser, &site, link);
        page.follows_the_model();
        assert_eq!(page.texts(DOT).len(), usize::from(!is_beyond), "{link}");
        let note = page.text(NOTE);
        let says = note.contains("the baseline is beyond the map");
        assert_eq!(says, is_beyond, "{link}: “{note}”");
    }
}

/// The December note: the price fell by 8%, difficulty by 3%.
pub fn the_change_of_profit_is_shared_out_over_its_causes(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, "");
    let answer = || page.look().chart("change-waterfall").answer.clone();
    assert!(answer().starts_with("Nothing differs"), "{}", answer());
    assert!(
        page.text("[data-chart=change-waterfall]")
            .contains("Pin baseline")
    );
    let baseline = "#v=1&base.btc_price=96684.78260869565&base.network_hashrate=1077.319587628866";
    let page = Page::open(browser, &site, baseline);
    assert_eq!(
        answer(),
        "Gross profit fell by $2,103 per EH a day: bitcoin price \u{2212}\u{2060}$3,315, difficulty +$1,211."
    );
    let seen = page.look();
    let bars: Vec<f64> = seen
        .chart("change-waterfall")
        .bars
        .iter()
        .map(|bar| bar.value.round())
        .collect();
    assert_eq!(bars, [-3315.0, 1211.0]);
    page.follows_the_model();
}

pub fn the_baseline_is_named_at_its_lines(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, "");
    assert_eq!(
        page.text("[data-chart=profit-by-difficulty] .hp-ghost-name"),
        ""
    );
    let page = Page::open(browser, &site, MOVED);
    // Each of two dashed lines says of which curve it is; the foot says what is dashed.
    assert_eq!(
        page.texts("[data-chart=profit-by-difficulty] .hp-ghost-name"),
        ["Revenue before", "Gross profit before"]
    );
    let key = page.text("[data-chart=profit-by-difficulty] .hp-baseline-key");
    assert!(key.contains("December 2025"), "{key}");
    // Where the baseline's lines are today's, only its dots stand elsewhere.
    let page = Page::open(browser, &site, "#v=1&btc_price=70000");
    assert_eq!(
        page.text("[data-chart=profit-by-price] .hp-baseline-key.is-dots"),
        "December 2025"
    );
}
