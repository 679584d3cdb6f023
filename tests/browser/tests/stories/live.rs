//! Live network data: asked for when the reader presses, checked, told, and taken back in one step.
//!
//! The page is the built one with another address in its setting: that of a server of the story.

use std::time::Duration;

use browser_tests::{Browser, File, Files, Page, Site, oracle, until, within};
use hashpivot::state::View;

const BUTTON: &str = "[data-live=fetch]";
const USUAL: &str = "https://mempool.space";
const PRICES: &str = "api/v1/prices";
const HASHRATE: &str = "api/v1/mining/hashrate/3d";
const REWARDS: &str = "api/v1/mining/reward-stats/144";
const HEIGHT: &str = "api/blocks/tip/height";

/// The answers of a day in January 2026, in the shapes of mempool's documentation.
const ANSWERS: [(&str, &str); 4] = [
    (
        PRICES,
        r#"{"time":1767225600,"USD":87500,"EUR":74500,"GBP":65000,"CAD":120000,"CHF":69300,"AUD":131000,"JPY":13700000}"#,
    ),
    (
        HASHRATE,
        r#"{"hashrates":[{"timestamp":1767139200,"avgHashrate":1.05e21}],"difficulty":[{"time":1766500000,"height":929376,"difficulty":148195306640204.7,"adjustment":1.0004}],"currentHashrate":1012345678901234500000,"currentDifficulty":148195306640204.7}"#,
    ),
    (
        REWARDS,
        r#"{"startBlock":930157,"endBlock":930300,"totalReward":"45450000000","totalFee":"450000000","totalTx":"500000"}"#,
    ),
    (HEIGHT, "930444"),
];

/// What they say: fees of 1% of the subsidy.
const SAID: [(&str, f64); 4] = [
    ("btc_price", 87_500.0),
    ("difficulty", 148_195_306_640_204.7),
    ("fees_pct", 1.0),
    ("block_height", 930_444.0),
];

fn content(text: &str) -> File {
    File::Content {
        kind: "application/json",
        bytes: text.to_owned().into(),
    }
}

/// A server with these answers in place of the usual ones.
fn server(others: Vec<(&str, File)>) -> Site {
    let files = ANSWERS
        .iter()
        .fold(Files::default(), |files, (path, text)| {
            files.with_file(path, content(text))
        });
    let files = others
        .into_iter()
        .fold(files, |files, (path, file)| files.with_file(path, file));
    Site::serving_securely(files)
}

/// The built page, which asks this server.
fn page_that_asks(server: &Site) -> Site {
    let address = server.address("");
    let address = address.trim_end_matches('/');
    let files = Files::of_the_build().replacing_file("index.html", |page| {
        assert!(page.text().contains(USUAL), "the page has no setting");
        page.with_text(page.text().replace(USUAL, address))
    });
    Site::serving_securely(files)
}

/// Presses, and waits until it is told how many figures were taken.
#[track_caller]
fn fetch(page: Page<'_>, taken: usize) {
    page.click(BUTTON);
    let told = || page.attribute(".hp-live-report", "data-taken");
    let told = || told().ok_or_else(|| page.text(".hp-live"));
    let count = within(Duration::from_secs(25), "a report", told);
    assert_eq!(count, taken.to_string(), "{}", page.text(".hp-live"));
}

/// Each figure that is kept says so, with these words.
#[track_caller]
fn keeps(page: Page<'_>, kept: &[(&str, &[&str])]) {
    for (key, words) in kept {
        let text = page.text(&format!("[data-kept={key}]"));
        for words in *words {
            assert!(text.contains(words), "{key}: “{words}” is not in “{text}”");
        }
    }
    let all = page.attributes("[data-kept]", "data-kept");
    assert_eq!(all.len(), kept.len(), "{all:?}");
}

pub fn live_data_is_read_at_a_press_and_taken_back_in_one_step(browser: &Browser) {
    let server = server(Vec::new());
    let site = page_that_asks(&server);
    let page = Page::open(browser, &site, "#v=1&power_price=50");
    let address = server.address("");
    let panel = || page.text(".hp-live");
    until("the panel", panel, |text| {
        text.contains(address.trim_end_matches('/'))
    });
    assert_eq!(server.asked(), [""; 0], "nobody pressed");
    fetch(page, 5);
    for (key, value) in SAID {
        page.shows_value(key, value);
    }
    page.is_silent();
    let report = page.text(".hp-live-report");
    for words in [
        "5 of 5",
        address.trim_end_matches('/'),
        " UTC",
        "was $88,950",
    ] {
        assert!(report.contains(words), "“{words}” is not in “{report}”");
    }
    page.has_fragment(
        "#v=1&btc_price=87500&difficulty=148195306640204.7&fees_pct=1&block_height=930444\
         &power_price=50&realised_hashrate=1012.3457",
    );
    let mut asked = server.asked();
    asked.sort();
    let mut wanted: Vec<String> = ANSWERS.iter().map(|(path, _)| format!("/{path}")).collect();
    wanted.sort();
    assert_eq!(asked, wanted, "each once, and nothing of the reader's");
    page.offers_to("Undo", "Undo: live network data");
    page.click("[data-history=Undo]");
    page.shows_value("btc_price", 88_950.0);
    page.shows_value("block_height", 930_300.0);
    page.shows_value("power_price", 50.0);
    page.has_fragment("#v=1&power_price=50");
    let in_use = || page.attribute("[data-read=btc_price]", "data-in-use");
    until("not in use", in_use, |in_use| {
        in_use.as_deref() == Some("false")
    });
}

pub fn what_cannot_be_read_is_told_and_kept(browser: &Browser) {
    let server = server(vec![
        (PRICES, content(r#"{"time":1767225600,"USD":-1}"#)),
        (HASHRATE, File::Half(Box::new(content(ANSWERS[1].1)))),
        (REWARDS, File::Missing),
        (
            HEIGHT,
            content("<html>Service Temporarily Unavailable</html>"),
        ),
    ]);
    let site = page_that_asks(&server);
    let page = Page::open(browser, &site, "#v=1&btc_price=60000");
    fetch(page, 0);
    keeps(
        page,
        &[
            (
                "btc_price",
                &[
                    "kept at $60,000",
                    "btc_price = -1 is out of range",
                    "USD/BTC",
                ],
            ),
            (
                "difficulty",
                &[
                    "kept at",
                    "hashrate/3d",
                    "cannot be reached, or its answer broke off",
                ],
            ),
            ("realised_hashrate", &["still not given", "hashrate/3d"]),
            (
                "fees_pct",
                &["kept at 1.03%", "reward-stats/144", "status 404"],
            ),
            (
                "block_height",
                &["kept at 930,300", "tip/height", "is no JSON"],
            ),
        ],
    );
    page.warns(&["Bitcoin price kept at $60,000"]);
    page.shows_value("btc_price", 60_000.0);
    page.has_fragment("#v=1&btc_price=60000");
    page.offers_to("Undo", "Nothing to undo");
}

pub fn a_late_and_an_endless_answer_are_given_up(browser: &Browser) {
    let minute = Duration::from_secs(60);
    let server = server(vec![
        (
            PRICES,
            File::Late(Duration::from_secs(1), Box::new(content(ANSWERS[0].1))),
        ),
        (HASHRATE, File::Endless),
        (REWARDS, File::Late(minute, Box::new(content(ANSWERS[2].1)))),
        (HEIGHT, File::NoAnswer),
    ]);
    let site = page_that_asks(&server);
    let page = Page::open(browser, &site, "");
    page.click(BUTTON);
    let is_waiting = || page.attribute(BUTTON, "disabled");
    until("the wait", is_waiting, Option::is_some);
    // The page goes on meanwhile.
    page.enter("power_price", "60");
    page.shows_value("power_price", 60.0);
    let told = || {
        page.attribute(".hp-live-report", "data-taken")
            .ok_or_else(|| page.text(".hp-live"))
    };
    assert_eq!(within(Duration::from_secs(25), "a report", told), "1");
    page.shows_value("btc_price", 87_500.0);
    keeps(
        page,
        &[
            ("difficulty", &["longer than 256 kB"]),
            ("realised_hashrate", &["longer than 256 kB"]),
            ("fees_pct", &["no whole answer within 10 s"]),
            ("block_height", &["cannot be reached"]),
        ],
    );
    page.shows_value("power_price", 60.0);
}

pub fn a_server_that_is_not_there_changes_nothing(browser: &Browser) {
    let server = server(Vec::new());
    let site = page_that_asks(&server);
    let page = Page::open(browser, &site, "#v=1&btc_price=60000");
    server.stop();
    fetch(page, 0);
    page.warns(&["Bitcoin price kept at $60,000", "cannot be reached"]);
    page.shows_value("btc_price", 60_000.0);
    page.offers_to("Undo", "Nothing to undo");
}

pub fn a_text_or_file_of_answers_does_the_same(browser: &Browser) {
    const FIELD: &str = "#hp-live-text";
    let server = server(Vec::new());
    let site = page_that_asks(&server);
    let page = Page::open(browser, &site, "");
    page.click(".hp-live-text summary");
    let lines: Vec<&str> = ANSWERS.iter().map(|(_, text)| *text).collect();
    page.paste(FIELD, &lines.join("\n"));
    until(
        "figures of the text",
        || page.texts("[data-read] dt").len(),
        |count| *count == 5,
    );
    page.shows_value("btc_price", 88_950.0);
    page.click("[data-live=take]");
    for (key, value) in SAID {
        page.shows_value(key, value);
    }
    page.offers_to("Undo", "Undo: live network data");
    page.click("[data-history=Undo]");
    page.shows_value("btc_price", 88_950.0);
    let path =
        std::env::temp_dir().join(format!("hashpivot-live-{}.json", browser.engine().name()));
    let one = r#"{"prices":{"USD":70000},"height":"high"}"#;
    std::fs::write(&path, one).expect("the folder for temporary files takes one");
    browser.choose_file("[data-intake=live-text] input[type=file]", &path);
    page.warns(&["block_height = \"high\" is not a number"]);
    page.warns(&["Difficulty kept at", "not in the text"]);
    page.click("[data-live=take]");
    page.shows_value("btc_price", 70_000.0);
    page.paste(FIELD, "no JSON");
    page.warns(&["The text is no JSON"]);
    assert_eq!(server.asked(), [""; 0], "a text asks nobody");
}

pub fn a_file_that_is_dropped_is_read_like_a_text(browser: &Browser) {
    let server = server(Vec::new());
    let site = page_that_asks(&server);
    let page = Page::open(browser, &site, "");
    page.click(".hp-live-text summary");
    let lines: Vec<&str> = ANSWERS.iter().map(|(_, text)| *text).collect();
    browser.ask::<()>(
        "const files = new DataTransfer(); files.items.add(new File([arguments[0]], 'answers.json'));\
         document.querySelector('[data-intake=live-text]').dispatchEvent(\
           new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: files }));",
        &[serde_json::json!(lines.join("\n"))],
    );
    until(
        "figures of the file",
        || page.texts("[data-read] dt").len(),
        |count| *count == 5,
    );
    page.click("[data-live=take]");
    for (key, value) in SAID {
        page.shows_value(key, value);
    }
    assert_eq!(server.asked(), [""; 0], "a file asks nobody");
}

pub fn an_embed_asks_nobody(browser: &Browser) {
    let server = server(Vec::new());
    let site = page_that_asks(&server);
    for query in ["?embed", "?embed=1", "?x=1&embed"] {
        let page = Page::open(browser, &site, &format!("index.html{query}"));
        // An embed has no switch of units, by which the page's figures are read.
        assert!(oracle::is_close(page.value("btc_price"), 88_950.0));
        let is_whole = || page.look().charts.len();
        until("the charts", is_whole, |charts| *charts > 0);
        assert_eq!(page.attribute(BUTTON, "type"), None, "{query}");
    }
    assert_eq!(server.asked(), [""; 0]);
}

/// Every view, and everything that a reader may press but the button: nobody else is asked.
pub fn without_a_press_nobody_else_is_asked(browser: &Browser) {
    let server = server(Vec::new());
    let site = page_that_asks(&server);
    let page = Page::open(browser, &site, "");
    for view in View::ALL.map(View::key) {
        page.click(&format!("a[data-view={view}]"));
        page.shows_view(view);
        page.click("[data-tool=table]");
        page.click("[data-tool=link]");
        page.dismiss();
    }
    page.enter("btc_price", "60,000");
    page.shows_value("btc_price", 60_000.0);
    page.press_button("Pin baseline");
    let elsewhere: Vec<String> = browser.ask(
        "return performance.getEntriesByType('resource').map((entry) => entry.name)\
           .filter((name) => !name.startsWith(`${location.origin}/`) && !/^(data|blob):/.test(name));",
        &[],
    );
    assert_eq!(elsewhere, [""; 0]);
    assert_eq!(server.asked(), [""; 0]);
}
