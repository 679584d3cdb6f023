//! Links hold the state.

use std::time::Duration;

use browser_tests::{Browser, Page, Site, until, within};
use hashpivot::state::View;

const LINK: &str = "#v=1&view=pivot&unit=usd_ph&btc_price=90000&lease_rate=140.5";

pub fn a_link_restores_what_it_says(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, LINK);
    let seen = page.look();
    assert_eq!(
        (seen.view.as_str(), seen.unit.as_str()),
        ("pivot", "usd_ph")
    );
    page.shows_value("btc_price", 90_000.0);
    page.shows_value("lease_rate", 140.5);
    page.is_silent();
    assert_eq!(page.fragment(), LINK);
}

pub fn a_change_is_in_the_link_within_a_second_and_survives_a_reload(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, LINK);
    let changed = LINK.replace("90000", "60000");
    page.enter("btc_price", "60,000");
    // Half a second of rest, and as much for a busy machine.
    within(Duration::from_secs(1), "the change in the link", || {
        let fragment = page.fragment();
        if fragment == changed {
            Ok(())
        } else {
            Err(fragment)
        }
    });
    browser.reload();
    let page = Page::here(browser);
    page.shows_value("btc_price", 60_000.0);
    page.shows_value("lease_rate", 140.5);
    assert_eq!(page.fragment(), changed);
}

pub fn what_a_link_says_wrongly_is_reported(browser: &Browser) {
    let site = Site::of_the_build();
    let link = "#v=1&btc_price=9e9&power_price=-3&efficiency=abc&colour=red&view=moon";
    let page = Page::open(browser, &site, link);
    page.warns(&[
        "btc_price",
        "9000000000",
        "1000 to 2000000",
        "$2,000,000 is used",
    ]);
    page.warns(&["power_price", "-3", "0 to 500 USD/MWh"]);
    page.warns(&["efficiency=abc", "ignored"]);
    page.warns(&["colour=red"]);
    page.warns(&["view=moon"]);
    page.shows_value("btc_price", 2_000_000.0);
    page.shows_value("power_price", 0.0);
    page.shows_value("efficiency", 20.0);
    assert_eq!(page.look().view, "hashprice");
    page.click(".hp-notices button");
    page.is_silent();
}

/// What has to be told comes with another view, in one step.
pub fn a_link_that_is_followed_says_what_it_says_wrongly(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, "");
    for view in View::ALL.into_iter().rev().map(View::key) {
        page.follow(&format!("#v=1&view={view}&power_price=900"));
        page.shows_view(view);
        page.warns(&["power_price", "900", "0 to 500 USD/MWh"]);
        page.click(".hp-notices button");
        page.is_silent();
    }
}

pub fn what_a_host_page_appended_is_left_alone(browser: &Browser) {
    let site = Site::of_the_build();
    for secret in ["?secret=a1B2", "#?secret=a1B2"] {
        let page = Page::open(browser, &site, &format!("#v=1&btc_price=70000{secret}"));
        page.shows_value("btc_price", 70_000.0);
        page.is_silent();
        page.enter("btc_price", "80k");
        page.has_fragment(&format!("#v=1&btc_price=80000{secret}"));
    }
}

pub fn views_are_tabs_and_back_goes_back(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, "#v=1&btc_price=70000");
    page.click("a[data-view=pivot]");
    page.shows_view("pivot");
    page.has_fragment("#v=1&view=pivot&btc_price=70000");
    assert!(
        page.look()
            .charts
            .iter()
            .any(|chart| chart.id == "cumulative-cash")
    );
    browser.go_back();
    page.shows_view("hashprice");
    page.shows_value("btc_price", 70_000.0);
    page.has_fragment("#v=1&btc_price=70000");
}

/// The browser may fire the timer that writes the state before it tells the page of the new address.
pub fn a_link_followed_while_a_change_is_written_is_not_lost(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, "");
    for price in ["70000", "60000", "50000"] {
        page.follow(&format!("#v=1&btc_price={price}"));
        page.shows_value("btc_price", price.parse().expect("it is a number"));
        page.click("[data-step='power_price:1']");
        // Keeps the page busy until the state is overdue to be written, then goes away.
        let body = "const done = arguments[arguments.length - 1];\
                    setTimeout(() => {\
                      const end = performance.now() + 400;\
                      while (performance.now() < end);\
                      location.hash = arguments[0];\
                      done(null);\
                    }, 300);";
        browser.ask_later::<Option<()>>(body, &["#v=1&btc_price=40000".into()]);
        page.shows_value("btc_price", 40_000.0);
    }
}

pub fn a_link_is_copied_and_that_is_said(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, LINK);
    listen_to_copies(browser);
    page.enter("btc_price", "60,000");
    page.shows_value("btc_price", 60_000.0);
    page.press_button("Copy link");
    page.says("Link copied.");
    let wanted = site.address(&LINK.replace("90000", "60000"));
    assert_eq!(copied(browser), wanted);
    page.dismiss();
    page.says("");
}

pub fn a_link_to_a_chart_opens_its_view_and_shows_it(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, "#v=1&chart=per-gross-mw");
    page.shows_view("pivot");
    let marked = || page.attribute("figure[data-linked]", "data-chart");
    until("the mark", marked, |chart| {
        chart.as_deref() == Some("per-gross-mw")
    });
    let is_in_sight = || -> bool {
        browser.ask(
            "const box = document.querySelector('figure[data-linked]').getBoundingClientRect();\
             return box.top >= 40 && box.top < innerHeight / 2 || \
               scrollY + innerHeight + 1 >= document.documentElement.scrollHeight;",
            &[],
        )
    };
    until("the chart in sight", is_in_sight, |is_in_sight| {
        *is_in_sight
    });
    page.has_fragment("#v=1&view=pivot&chart=per-gross-mw");
    page.click("a[data-view=hashprice]");
    page.shows_view("hashprice");
    until("no mark", marked, Option::is_none);
    page.has_fragment("");
}

pub fn a_tab_is_a_link_to_its_view_with_everything_as_it_is(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, "");
    page.enter("btc_price", "60,000");
    page.shows_value("btc_price", 60_000.0);
    browser.hover("a[data-view=pivot]", &[(0.0, 0.0)]);
    let link = || page.attribute("a[data-view=pivot]", "href");
    until("the link", link, |link| {
        link.as_deref() == Some("#v=1&view=pivot&btc_price=60000")
    });
    page.tab_to("a[data-view=network]");
    let link = || page.attribute("a[data-view=network]", "href");
    until("the link", link, |link| {
        link.as_deref() == Some("#v=1&view=network&btc_price=60000")
    });
}

pub fn tables_travel_in_links(browser: &Browser) {
    let site = Site::of_the_build();
    let tables = "&site=River+Bend~start_month:12~lease_rate:128&miner=Alpha~60~15&miner=Beta";
    let page = Page::open(browser, &site, &format!("#v=1{tables}"));
    page.is_silent();
    page.enter("btc_price", "60,000");
    page.has_fragment(&format!("#v=1&btc_price=60000{tables}"));
    page.click("a[data-view=pivot]");
    page.shows_view("pivot");
    page.has_fragment(&format!("#v=1&view=pivot&btc_price=60000{tables}"));
    let wrong = Page::open(browser, &site, "#v=1&site=A~pue:9&miner=~1");
    wrong.warns(&["pue = 9 of “A”", "1 to 2.5", "2.5× is used"]);
    wrong.warns(&["“miner=~1”"]);
}

/// Everything that is chosen for a chart comes back with the link and is a step that is undone.
pub fn what_is_chosen_for_charts_travels_in_a_link_and_is_undone(browser: &Browser) {
    let site = Site::of_the_build();
    let link = "#v=1&view=pivot&per-mw=it&stages-mw=it&stages-weight=expected&deals-axis=tenor\
                &tornado=npv_gain&tornado-bars=all&ranking=upside-falls\
                &long=Old+fleet+%28illustrative%29&short=Network+average+%28illustrative%29";
    let page = Page::open(browser, &site, link);
    page.is_silent();
    let pressed = |choice: &str| {
        let css = format!("[data-choice='{choice}']");
        page.attribute(&css, "aria-pressed").as_deref() == Some("true")
    };
    for choice in ["per-mw:it", "stages-weight:expected", "deals-axis:tenor"] {
        assert!(pressed(choice), "{choice}");
    }
    page.click("[data-choice='per-mw:gross']");
    until(
        "the choice",
        || pressed("per-mw:gross"),
        |is_pressed| *is_pressed,
    );
    page.has_fragment(&link.replace("&per-mw=it&stages-mw=it", ""));
    page.offers_to("Undo", "Undo: megawatt of the amounts");
    page.click("[data-history=Undo]");
    until(
        "the choice before",
        || pressed("per-mw:it"),
        |is_pressed| *is_pressed,
    );
    page.has_fragment(link);
    page.click("a[data-view=outlook]");
    page.shows_view("outlook");
    let answer = || page.look().chart("tornado").answer.clone();
    until("the tornado of the gain", answer, |text| {
        text.starts_with("Gain")
    });
    assert!(
        page.attributes("[data-chart=tornado] [data-mark=tornado]", "data-key")
            .len()
            > 12
    );
    page.click("a[data-view=miners]");
    page.shows_view("miners");
    let sorted = page.attribute("th[aria-sort=descending] [data-sort]", "data-sort");
    assert_eq!(sorted.as_deref(), Some("upside"));
    assert!(
        page.text("[data-pair]")
            .contains("$1\u{a0}m of Old fleet long and $1\u{a0}m of Network average short")
    );
    page.click("[data-row-tool='Remove:0']");
    page.offers_to("Undo", "Undo: removed miner");
    // A table that changed travels as a whole; the pair stays as long as both are in it.
    until(
        "the table in the link",
        || page.fragment(),
        |link| link.contains("&miner=Network+average") && link.contains("&long=Old+fleet"),
    );
    let wrong = Page::open(browser, &site, "#v=1&tornado=moon&long=Nobody&per-mw=net");
    wrong.warns(&["“tornado=moon”"]);
    wrong.warns(&["“Nobody” is no miner of the table"]);
    wrong.warns(&["“per-mw=net”"]);
}

/// Rows that a reader typed are what the charts show: they come with the link, and back by undoing.
pub fn a_history_of_ones_own_travels_in_a_link(browser: &Browser) {
    const ROWS: &str =
        "date,hashrate,revenue\n2025-10,980,48500\n2025-11,970,47000\n2025-12,960,46000";
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, "#v=1&view=network");
    page.click("[data-history=own]");
    page.paste("#hp-history-rows", ROWS);
    let basis = |page: Page<'_>| page.text("[data-signal=revenue_low]");
    until(
        "a signal from these rows",
        || basis(page),
        |text| text.contains("3 rows"),
    );
    let written = || page.fragment();
    let link = until("the rows in the link", written, |link| {
        link.starts_with("#v=1&view=network&history=own&rows=date%2Chashrate")
    });
    let there = Page::open(browser, &site, &link);
    until(
        "the same signal",
        || basis(there),
        |text| text.contains("3 rows"),
    );
    let shown: String = browser.ask(
        "return document.querySelector('#hp-history-rows').value;",
        &[],
    );
    assert_eq!(shown, ROWS);
    there.follow("#v=1&view=network");
    until(
        "the reported history",
        || basis(there),
        |text| !text.contains("3 rows"),
    );
    there.offers_to("Undo", "Undo: opened link");
    there.click("[data-history=Undo]");
    until(
        "the rows again",
        || basis(there),
        |text| text.contains("3 rows"),
    );
}

/// A list that is too long for a link is not lost on the page, is missed in the link, and comes
/// with a file.
/// As the parameter of a link: more sites than it has room for.
fn too_many_sites() -> String {
    let site = |number| {
        format!("&site=A+site+with+a+name+that+fills+a+link+before+the+list+ends+{number}")
    };
    (1..=40).map(site).collect()
}

pub fn what_is_too_long_for_a_link_survives_a_reload(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(
        browser,
        &site,
        &format!("#v=1&view=pivot{}", too_many_sites()),
    );
    page.shows_view("pivot");
    until(
        "a link without the list",
        || page.fragment(),
        |link| link.contains("without=sites~"),
    );
    let count = || -> usize {
        browser.ask(
            "return document.querySelectorAll('[data-site-field=name]').length;",
            &[],
        )
    };
    assert_eq!(count(), 40);
    browser.reload();
    let page = Page::here(browser);
    page.shows_view("pivot");
    page.is_silent();
    until("every site", count, |count| *count == 40);
}

pub fn what_is_too_long_for_a_link_comes_in_a_file(browser: &Browser) {
    let site = Site::of_the_build();
    let list = too_many_sites();
    let page = Page::open(browser, &site, &format!("#v=1&btc_price=60000{list}"));
    page.is_silent();
    let short = || page.fragment();
    until("a link without the list", short, |link| {
        link.starts_with("#v=1&btc_price=60000&without=sites~") && link.len() < 2_000
    });
    // On the page itself nothing is missing, wherever the reader goes.
    page.click("a[data-view=pivot]");
    page.shows_view("pivot");
    browser.go_back();
    page.shows_view("hashprice");
    page.is_silent();
    listen_to_copies(browser);
    page.press_button("Copy link");
    page.says(
        "Link copied, without the list of sites: too long for a link. A file holds everything.",
    );
    let link = copied(browser);
    browser.ask::<Option<()>>(
        "const make = URL.createObjectURL;\
         URL.createObjectURL = (file) => { window.saved = file; return make.call(URL, file); };\
         return null;",
        &[],
    );
    page.press_button("Save file");
    page.says("hashpivot.txt is saved: send it along with the link.");
    let file: String = browser.ask_later(
        "const done = arguments[arguments.length - 1]; window.saved.text().then(done);",
        &[],
    );
    assert_eq!(file, site.address(&format!("#v=1&btc_price=60000{list}")));
    let fragment = link.find('#').map_or("", |at| &link[at..]);
    let there = Page::open(browser, &site, fragment);
    there.shows_value("btc_price", 60_000.0);
    there.warns(&["leaves out the list of sites", "file"]);
    let path = std::env::temp_dir().join(format!("hashpivot-{}.txt", browser.engine().name()));
    std::fs::write(&path, &file).expect("the folder for temporary files takes one");
    browser.choose_file(".hp-notices input[type=file]", &path);
    there.is_silent();
    listen_to_copies(browser);
    there.press_button("Copy link");
    until("the same link", || copied(browser), |again| *again == link);
}

/// Keeps what is copied from now on.
fn listen_to_copies(browser: &Browser) {
    browser.ask::<Option<()>>(
        "document.addEventListener('copy', () => { window.copied = document.activeElement.value; });\
         return null;",
        &[],
    );
}

fn copied(browser: &Browser) -> String {
    browser.ask("return window.copied ?? '';", &[])
}

/// Browsers without a window offer no sharing: the device is pretended.
pub fn a_device_that_shares_is_offered_the_link(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, "");
    browser.ask::<()>(
        "Object.defineProperty(navigator, 'share', { configurable: true, value: (offer) => {\
           window.offered = offer; return Promise.reject(new Error('put away')); } });",
        &[],
    );
    page.enter("btc_price", "80,000");
    page.shows_value("btc_price", 80_000.0);
    page.press_button("Share");
    let offered = || browser.ask::<String>("return window.offered?.url ?? '';", &[]);
    until("an offer", offered, |address| {
        address.ends_with("#v=1&btc_price=80000")
    });
    page.is_silent();
}
