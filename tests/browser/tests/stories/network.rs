//! The Network view: what a lower price does to the network, and signals of stress.

use browser_tests::page::Snapshot;
use browser_tests::{Browser, Page, Site, oracle, until};
use hashpivot::facts::jpmorgan;
use hashpivot::model::cost_curve::calibrated_idle_pct;
use hashpivot::model::signals::Column;

const VIEW: &str = "#v=1&view=network";
const SENTENCE: &str = ".hp-sentence";

/// The check figures of the cost curve at USD 60,000.
pub fn a_lower_price_moves_the_equilibrium_and_not_the_capacity(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, VIEW);
    page.follows_the_model();
    let capacity = value(&page.look(), "capacity");
    assert!((capacity - 1_081.690_957).abs() < 1e-6, "{capacity}");
    page.enter("btc_price", "60,000");
    page.shows_value("btc_price", 60_000.0);
    let seen = page.look();
    let near = |key: &str, wanted: f64, within: f64| {
        let shown = value(&seen, key);
        assert!((shown - wanted).abs() < within, "{key} = {shown}");
    };
    near("equilibrium_hashrate", 924.812_640, 1e-6);
    near("equilibrium_hashprice", 29_495.812_254, 1e-6);
    near("capacity", capacity, 1e-9);
    let explained = page.text("[aria-labelledby=hp-installed]");
    for words in ["The price slider does not change that", "assumption"] {
        assert!(
            explained.contains(words),
            "“{words}” is not in “{explained}”"
        );
    }
    assert!(
        seen.chart("cost-curve")
            .marks
            .iter()
            .any(|mark| mark.name == "baseline")
    );
}

/// On the cost curve your own fleet has a name.
pub fn the_cost_curve_names_where_you_are(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, VIEW);
    let names = || page.texts("[data-chart=cost-curve] .hp-reference-name");
    let place = || page.attribute("[data-chart=cost-curve] .hp-reference-name", "x");
    assert_eq!(names(), ["you"]);
    let before = place();
    page.enter("power_price", "70");
    page.shows_value("power_price", 70.0);
    until("you elsewhere", place, |x| *x != before);
}

/// The sentence, and the rows of the chart, are the check figures of the difficulty lag.
pub fn epoch_by_epoch_the_network_overshoots_and_returns(browser: &Browser) {
    let site = Site::of_the_build();
    let link = format!("{VIEW}&btc_price=60000&horizon_epochs=10&unit=usd_ph");
    let page = Page::open(browser, &site, &link);
    page.follows_the_model();
    let sentence = page.text(SENTENCE);
    for words in [
        "difficulty falls 16% in 45 days",
        "12% less than today",
        "at $29.50 per PH a day instead of $26.10",
    ] {
        assert!(sentence.contains(words), "“{words}” is not in “{sentence}”");
    }
    let rows = page.table("epochs");
    assert_eq!(rows.len(), 10);
    for (index, day, difficulty, hashprice) in [
        (0, 0.0, Some(145.985), 26.103_445),
        (1, 14.0, Some(145.985), 26.103_445),
        (2, 29.667, None, 29.211_537),
        (3, 44.621, Some(122.130), 31.201_966),
        (9, 127.892, Some(128.792), 29.588_162),
    ] {
        let row = &rows[index];
        let (shown_day, shown_difficulty, shown_hashprice) = (row[0], row[4] / 1e12, row[5]);
        assert!((shown_day - day).abs() < 5e-4, "day {day}: {row:?}");
        assert!(
            difficulty.is_none_or(|wanted: f64| (shown_difficulty - wanted).abs() < 5e-4),
            "day {day}: {row:?}"
        );
        assert!(
            (shown_hashprice - hashprice).abs() < 5e-7,
            "day {day}: {row:?}"
        );
    }
}

pub fn calibrating_puts_the_network_at_rest(browser: &Browser) {
    const BUTTON: &str = "[data-action=calibrate]";
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, &format!("{VIEW}&btc_price=60000"));
    let inputs = oracle::inputs(&page.look()).expect("the page shows valid inputs");
    let fitting = calibrated_idle_pct(&inputs);
    page.click(BUTTON);
    page.shows_value("idle_pct", fitting);
    let settled = value(&page.look(), "equilibrium_hashrate");
    assert!((settled / 1_045.0 - 1.0).abs() < 1e-9, "{settled}");
    assert!(
        page.text(SENTENCE).contains("in balance"),
        "{}",
        page.text(SENTENCE)
    );
    assert!(page.attribute(BUTTON, "disabled").is_some());
}

pub fn a_chain_that_stalls_says_what_that_means(browser: &Browser) {
    let site = Site::of_the_build();
    let link = format!("{VIEW}&btc_price=1000&fleet_power_price=500&response_lag=0");
    let page = Page::open(browser, &site, &link);
    let sentence = page.text(SENTENCE);
    assert!(
        sentence.contains("an epoch would last more than two years"),
        "{sentence}"
    );
    let answer = page.look().chart("epochs").answer.clone();
    assert!(
        answer.starts_with("The chain has stalled on day"),
        "{answer}"
    );
}

pub fn a_halving_is_marked_where_it_falls(browser: &Browser) {
    const MARK: &str = "[data-chart=epochs] .hp-reference-name";
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, VIEW);
    assert_eq!(page.text(MARK), "");
    page.enter("block_height", "1,040,000");
    until("a mark", || page.text(MARK), |text| text == "halving");
    page.follows_the_model();
    page.click("[data-chart=epochs] [data-tool=table]");
    let row = || page.text("[data-chart=epochs] tbody tr");
    let row = until("a table", row, |row| !row.is_empty());
    assert!(row.contains("halving"), "{row}");
}

pub fn signals_say_on_what_data_they_stand(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, &format!("{VIEW}&btc_price=45000"));
    let state = |key: &str| page.attribute(&format!("[data-signal={key}]"), "data-state");
    let text = |key: &str| page.text(&format!("[data-signal={key}]"));
    assert_eq!(state("falling_hashrate").as_deref(), Some("on"));
    let falling = text("falling_hashrate");
    for words in [
        "2 months in a row",
        "since Nov 2025",
        "9 rows about a month apart",
        "JPMorgan counted",
    ] {
        assert!(falling.contains(words), "“{words}” is not in “{falling}”");
    }
    assert_eq!(state("hash_ribbons").as_deref(), Some("unknown"));
    assert!(text("hash_ribbons").contains("Needs 60 days in a row"));
    page.click("[data-history=simulated]");
    until(
        "adjustments of the path",
        || state("negative_adjustments"),
        |state| state.as_deref() != Some("unknown"),
    );
    assert!(text("falling_hashrate").contains("about an epoch apart"));
    let answer = page.text(".hp-signals-answer");
    for words in ["At the path's end (Dec ", "along the way as many as"] {
        assert!(answer.contains(words), "“{words}” is not in “{answer}”");
    }
}

/// A dot for each reported month, and who reported it.
pub fn the_reported_history_is_drawn_and_names_its_sources(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, VIEW);
    let history = jpmorgan::history();
    for (chart, column) in [
        ("history-hashrate", Column::Hashrate),
        ("history-revenue", Column::Revenue),
    ] {
        let reported = history.rows().iter().filter_map(|row| row.get(column));
        let reported: Vec<f64> = reported.collect();
        let dots = page.attributes(&format!("[data-chart={chart}] svg circle"), "cx");
        assert_eq!(dots.len(), reported.len(), "{chart}");
        let shown: Vec<f64> = page.table(chart).into_iter().map(|row| row[1]).collect();
        assert_eq!(shown, reported, "{chart}");
        let months = history.rows().iter();
        let months = months.filter(|row| row.get(column).is_some());
        let months: Vec<String> = months.map(|row| row.date().to_string()).collect();
        let dates = page.texts(&format!("[data-chart={chart}] tbody th"));
        assert_eq!(dates, months, "{chart}");
    }
    page.click(".hp-sources summary");
    let months = page.texts(".hp-sources dt");
    let sources = page.texts(".hp-sources dd");
    assert_eq!(months.len(), jpmorgan::MONTHS.len());
    assert!(
        sources.iter().all(|source| !source.is_empty()),
        "{sources:?}"
    );
}

/// Rows of one's own replace the reported ones; a bad one is named by line and column, and nothing of
/// the text is lost, whatever is looked at in between.
pub fn a_history_of_ones_own_is_read_without_losing_a_row(browser: &Browser) {
    const FIELD: &str = "#hp-history-rows";
    const ROWS: &str = "date,hashrate,revenue,remark\n2025-09,1000,50000,a\n2025-10,980,lots,b\n\
                        2025-11,970,47000,c\n2025-12,960,46000,d\n";
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, VIEW);
    page.click("[data-history=own]");
    page.paste(FIELD, ROWS);
    page.warns(&["line 3, column 3 (revenue)", "lots"]);
    let report = page.text("[data-intake=history-rows]");
    assert!(
        report.contains("3 rows read, 1 not.") && report.contains("remark"),
        "{report}"
    );
    let basis = || page.text("[data-signal=revenue_low]");
    until("a signal from these rows", basis, |text| {
        text.contains("3 rows")
    });
    page.click("a[data-view=miners]");
    page.shows_view("miners");
    page.click("a[data-view=network]");
    page.shows_view("network");
    assert_eq!(
        page.browser().ask::<String>(
            "return document.querySelector(arguments[0]).value;",
            &[FIELD.into()],
        ),
        ROWS
    );
    let mended = ROWS.replace("lots", "48500");
    page.paste(FIELD, &mended);
    page.is_silent();
    until("all rows", basis, |text| text.contains("4 rows"));
}

fn value(seen: &Snapshot, key: &str) -> f64 {
    seen.figure(key).value.parse().expect("is a number")
}
