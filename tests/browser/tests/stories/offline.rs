//! Without a network: the page opens as it was kept, and a new version waits to be taken.

use std::thread::sleep;
use std::time::Duration;

use browser_tests::site::{File, NEXT_VERSION};
use browser_tests::{Browser, Files, Page, Site, until};
use hashpivot::state::View;
use serde_json::{Value, json};

const LINK: &str = "#v=1&btc_price=60000";

/// Long enough for what should not happen to happen, if it does.
const A_WHILE: Duration = Duration::from_secs(2);

pub fn every_view_opens_with_the_server_stopped(browser: &Browser) {
    let site = Site::of_the_build();
    keep(Page::open(browser, &site, LINK));
    site.stop();
    for view in View::ALL {
        let link = format!("#v=1&view={}&btc_price=60000", view.key());
        let page = Page::open(browser, &site, &link);
        page.shows_view(view.key());
        page.shows_value("btc_price", 60_000.0);
        reload(page).shows_view(view.key());
    }
    // A query of a host page's makes no other page of it.
    let page = Page::open(browser, &site, &format!("index.html?utm_source=blog{LINK}"));
    page.shows_value("btc_price", 60_000.0);
}

pub fn every_shell_opens_with_the_server_stopped(browser: &Browser) {
    let site = Site::of_the_build();
    keep(Page::open(browser, &site, LINK));
    site.stop();
    for view in View::ALL {
        for end in ["/", "", "/index.html"] {
            let address = format!("{}{end}{LINK}", view.key());
            let page = Page::open(browser, &site, &address);
            page.shows_view(view.key());
            page.shows_value("btc_price", 60_000.0);
        }
    }
}

/// Nothing is answered for but the page's own files.
pub fn other_addresses_go_to_the_network(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, LINK);
    keep(page);
    keep(reload(page));
    drop(site.asked());
    for other in ["api/hashpivot.js", "nowhere", "hashpivot-offline.html"] {
        let _: u16 = status(browser, other);
        let asked = site.asked();
        assert!(
            asked.contains(&format!("/{other}")),
            "{other} was not asked for: {asked:?}"
        );
    }
    site.stop();
    let is_lost = || status(browser, "api/hashpivot.js");
    until("no answer", is_lost, |status| *status == 0);
    assert_eq!(status(browser, "index.html"), 200);
}

/// Once kept, a visit downloads nothing: it asks whether the service worker has changed.
pub fn a_later_visit_asks_only_for_the_worker(browser: &Browser) {
    let site = Site::of_the_build();
    keep(Page::open(browser, &site, LINK));
    for rest in [LINK, "#v=1&view=pivot"] {
        // What is still on its way from the visit before is not of this one.
        browser.go_to("about:blank");
        sleep(A_WHILE);
        drop(site.asked());
        let page = Page::open(browser, &site, rest);
        page.follows_the_model();
        sleep(A_WHILE);
        let asked = site.asked();
        assert!(
            asked.iter().all(|path| path == "/sw.js"),
            "a later visit asked for {asked:?}"
        );
    }
}

pub fn a_new_version_waits_until_it_is_taken_and_nothing_is_lost(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, LINK);
    keep(page);
    let old = version(page);
    site.change(Files::of_the_build().of_the_next_build());
    let page = reload(page);
    assert_eq!(
        version(page),
        old,
        "nobody said yet to take the new version"
    );
    is_announced(page);
    page.press_button("Later");
    until("no notice", || page.text(".hp-update"), String::is_empty);
    // The page goes on with its version, and the next one says it again.
    page.enter("btc_price", "70000");
    page.shows_value("btc_price", 70_000.0);
    page.has_fragment("#v=1&btc_price=70000");
    let page = reload(page);
    is_announced(page);
    // Taken at once, with a number that was typed and not yet written anywhere.
    page.type_into("power_price", "61");
    page.press_button("Use it");
    until(
        "the new version",
        || version(page),
        |now| now == NEXT_VERSION,
    );
    let page = Page::here(browser);
    page.shows_value("btc_price", 70_000.0);
    page.shows_value("power_price", 61.0);
    assert_eq!(page.text(".hp-update"), "");
    until("one cache", || caches(browser), |names| names.len() == 1);
    site.stop();
    let page = Page::open(browser, &site, LINK);
    assert_eq!(version(page), NEXT_VERSION);
}

/// What the address cannot hold is lost by loading the page anew: the reader is told before.
pub fn a_list_that_is_too_long_for_the_address_is_not_lost_unasked(browser: &Browser) {
    let site = Site::of_the_build();
    let names = (1..=40).map(|number| {
        format!("&site=A+site+with+a+name+that+fills+a+link+before+the+list+ends+{number}")
    });
    let link = format!("#v=1{}", names.collect::<String>());
    keep(Page::open(browser, &site, LINK));
    site.change(Files::of_the_build().of_the_next_build());
    let page = Page::open(browser, &site, &link);
    let old = version(page);
    is_announced(page);
    let shortened = || page.fragment();
    until("a link without the list", shortened, |link| {
        link.contains("without=")
    });
    page.press_button("Use it");
    until(
        "a warning",
        || page.text(".hp-update"),
        |text| text.contains("would be lost"),
    );
    assert_eq!(version(page), old);
    page.press_button("Use it all the same");
    until(
        "the new version",
        || version(page),
        |now| now == NEXT_VERSION,
    );
}

pub fn an_interrupted_start_of_keeping_leaves_a_page_that_works(browser: &Browser) {
    let broken = Files::of_the_build().replacing_file("manifest.webmanifest", |_| File::NoAnswer);
    let site = Site::serving(broken);
    works_without_being_kept(browser, &site);
    // Once everything can be had, the next visit keeps it.
    site.change(Files::of_the_build());
    keep(reload(Page::here(browser)));
    site.stop();
    Page::open(browser, &site, LINK).shows_value("btc_price", 60_000.0);
}

pub fn without_room_the_page_works_and_is_not_kept(browser: &Browser) {
    let full = Files::of_the_build().replacing_file("sw.js", File::without_room);
    works_without_being_kept(browser, &Site::serving(full));
}

/// A release that is half uploaded: the list is the new one, the page still the old one.
pub fn half_of_a_new_version_is_not_kept(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, LINK);
    keep(page);
    let old = version(page);
    let next = Files::of_the_build().of_the_next_build();
    let page_before = Files::of_the_build().at("index.html");
    site.change(next.clone().replacing_file("index.html", |_| page_before));
    let page = reload(page);
    let asked = || site.asked().iter().any(|path| path == "/index.html");
    until("a try to keep the new page", asked, |asked| *asked);
    sleep(A_WHILE);
    assert_eq!(page.text(".hp-update"), "");
    assert_eq!(caches(browser).len(), 1, "of the half nothing is left");
    site.change(next);
    let page = reload(page);
    assert_eq!(version(page), old);
    is_announced(page);
}

pub fn below_a_path_it_keeps_to_its_own_folder(browser: &Browser) {
    let files = Files::of_the_build().below("blog/tools");
    let site =
        Site::serving(files.with_page("blog/index.html", "<!doctype html><title>Blog</title>"));
    let page = Page::open(browser, &site, &format!("blog/tools/{LINK}"));
    keep(page);
    let scope: String = browser.ask_later(
        "const done = arguments[arguments.length - 1];\
         navigator.serviceWorker.getRegistration().then(({ scope }) => done(scope));",
        &[],
    );
    assert_eq!(scope, site.address("blog/tools/"));
    assert!(caches(browser)[0].contains("/blog/tools/ "));
    site.stop();
    let page = Page::open(browser, &site, &format!("blog/tools/{LINK}"));
    page.shows_value("btc_price", 60_000.0);
}

pub fn in_a_frame_nothing_is_kept(browser: &Browser) {
    let host = "<!doctype html><title>A blog</title><iframe width=\"1200\" height=\"800\" src=\"index.html\"></iframe>";
    let site = Site::serving(Files::of_the_build().with_page("host.html", host));
    browser.go_to(&site.address("host.html"));
    browser.enter_frame("iframe");
    Page::here(browser).follows_the_model();
    sleep(A_WHILE);
    assert!(!site.asked().contains(&"/sw.js".to_owned()));
    assert!(caches(browser).is_empty());
}

/// The browser's own limit, and what it says about installing.
pub fn a_full_disk_and_an_installed_page(browser: &Browser) {
    let site = Site::of_the_build();
    let origin = site.address("").trim_end_matches('/').to_owned();
    browser.devtools(
        "Storage.overrideQuotaForOrigin",
        &json!({ "origin": origin, "quotaSize": 50_000 }),
    );
    works_without_being_kept(browser, &site);
    browser.devtools(
        "Storage.overrideQuotaForOrigin",
        &json!({ "origin": origin }),
    );
    keep(reload(Page::here(browser)));
    let manifest = browser.devtools("Page.getAppManifest", &json!({}));
    assert_eq!(manifest["errors"], json!([]), "{manifest}");
    let errors = browser.devtools("Page.getInstallabilityErrors", &json!({}));
    assert_eq!(errors["installabilityErrors"], json!([]));
}

/// Every address in the manifest is there.
pub fn the_manifest_names_what_there_is(browser: &Browser) {
    let files = Files::of_the_build();
    let manifest: Value =
        serde_json::from_str(&files.at("manifest.webmanifest").text()).expect("it is JSON");
    let icons = manifest["icons"].as_array().expect("there are icons");
    for icon in icons {
        let name = icon["src"].as_str().expect("an address");
        let [width, height] = png_size(&files.at(name));
        assert_eq!(icon["sizes"], json!(format!("{width}x{height}")), "{name}");
    }
    let site = Site::serving(files);
    for shortcut in manifest["shortcuts"].as_array().expect("there are some") {
        let url = shortcut["url"].as_str().expect("an address");
        let page = Page::open(browser, &site, url.trim_start_matches("./"));
        page.is_silent();
    }
}

/// The width and height that a PNG says it has.
fn png_size(file: &File) -> [u32; 2] {
    let File::Content { bytes, .. } = file else {
        panic!("there is no such picture")
    };
    let number = |at: usize| {
        let digits = bytes
            .get(at..at + 4)
            .and_then(|digits| digits.try_into().ok());
        u32::from_be_bytes(digits.expect("a PNG begins with its size"))
    };
    [number(16), number(20)]
}

/// Waits until the page is kept.
#[track_caller]
fn keep(page: Page<'_>) {
    let body = "const done = arguments[arguments.length - 1];\
                navigator.serviceWorker.getRegistration().then(\
                  (found) => done(Boolean(found?.active?.state === 'activated')),\
                  (error) => done(false));";
    let is_kept = || page.browser().ask_later::<bool>(body, &[]);
    until("a page that is kept", is_kept, |is_kept| *is_kept);
}

/// Loads the page again as a reader does. The browser's driver would pass by what is kept, in Firefox.
fn reload(page: Page<'_>) -> Page<'_> {
    let browser = page.browser();
    let body = "window.isOld = true; setTimeout(() => location.reload()); return null;";
    browser.ask::<Option<()>>(body, &[]);
    // While the page goes, Firefox's driver answers nothing.
    let is_old = || browser.ask::<Option<bool>>("return window.isOld === true;", &[]);
    until("the page anew", is_old, |is_old| *is_old == Some(false));
    Page::here(browser)
}

/// Opens the page, sees that it cannot be kept, and uses it.
#[track_caller]
fn works_without_being_kept(browser: &Browser, site: &Site) {
    let page = Page::open(browser, site, LINK);
    let asked = || site.asked().iter().any(|path| path == "/sw.js");
    until("a try to keep the page", asked, |asked| *asked);
    let body = "const done = arguments[arguments.length - 1];\
                navigator.serviceWorker.getRegistration().then((found) => done(!found));";
    let is_given_up = || browser.ask_later::<bool>(body, &[]);
    until("a page that is not kept", is_given_up, |given_up| *given_up);
    until("no cache", || caches(browser), Vec::is_empty);
    assert_eq!(page.text(".hp-update"), "");
    page.enter("btc_price", "70000");
    page.has_fragment("#v=1&btc_price=70000");
    let page = reload(page);
    page.shows_value("btc_price", 70_000.0);
    page.follow(LINK);
    page.shows_value("btc_price", 60_000.0);
}

#[track_caller]
fn is_announced(page: Page<'_>) {
    until(
        "a notice",
        || page.text(".hp-update p"),
        |text| text.contains("new version"),
    );
}

fn version(page: Page<'_>) -> String {
    page.attribute("meta[name=version]", "content")
        .unwrap_or_default()
}

/// The names of the caches here.
fn caches(browser: &Browser) -> Vec<String> {
    let body = "const done = arguments[arguments.length - 1]; caches.keys().then(done);";
    browser.ask_later(body, &[])
}

/// The status with which an address answers; 0 where nobody does.
fn status(browser: &Browser, path: &str) -> u16 {
    let body = "const done = arguments[arguments.length - 1];\
                fetch(arguments[0]).then(({ status }) => done(status), () => done(0));";
    browser.ask_later(body, &[json!(path)])
}
