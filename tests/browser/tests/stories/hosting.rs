//! Behind the servers that people use, with the configuration that the build ships.

use std::thread::sleep;
use std::time::Duration;

use browser_tests::site::File;
use browser_tests::{Browser, Engine, Files, Host, Page, Server, Site, until};
use hashpivot::state::View;

const LINK: &str = "#v=1&btc_price=60000";
const FOR_EVER: &str = "public, max-age=31536000, immutable";

pub fn nginx_sends_what_browsers_need(_: &Browser) {
    sends_what_browsers_need(Server::Nginx);
}

pub fn caddy_sends_what_browsers_need(_: &Browser) {
    sends_what_browsers_need(Server::Caddy);
}

pub fn behind_nginx_the_page_works(browser: &Browser) {
    the_page_works(browser, &Host::start(Server::Nginx));
}

pub fn behind_caddy_the_page_works(browser: &Browser) {
    the_page_works(browser, &Host::start(Server::Caddy));
}

pub fn behind_nginx_the_page_works_in_a_frame(browser: &Browser) {
    the_page_works_in_a_frame(browser, &Host::start(Server::Nginx));
}

pub fn behind_caddy_the_page_works_in_a_frame(browser: &Browser) {
    the_page_works_in_a_frame(browser, &Host::start(Server::Caddy));
}

/// What a visit costs, counted where it is sent: the figures of docs/hosting.md.
pub fn behind_nginx_a_later_visit_downloads_nothing(browser: &Browser) {
    let host = Host::start(Server::Nginx);
    browser.go_to(&host.address(LINK));
    Page::here(browser).follows_the_model();
    let is_kept = "const done = arguments[arguments.length - 1];\
                   navigator.serviceWorker.getRegistration().then(\
                     (found) => done(found?.active?.state === 'activated'));";
    until(
        "a page that is kept",
        || browser.ask_later::<bool>(is_kept, &[]),
        |is_kept| *is_kept,
    );
    browser.go_to("about:blank");
    sleep(Duration::from_secs(2));
    let first = host.sent();
    let [body, whole]: [u64; 2] = [
        first.iter().map(|sent| sent.body).sum(),
        first.iter().map(|sent| sent.whole).sum(),
    ];
    println!(
        "{}: a first visit that is kept took {} requests, {body} bytes and {} of headers",
        browser.engine().name(),
        first.len(),
        whole - body
    );
    for view in [View::Hashprice, View::Pivot] {
        browser.go_to(&host.address(&format!("#v=1&view={}", view.key())));
        Page::here(browser).shows_view(view.key());
        browser.go_to("about:blank");
        sleep(Duration::from_secs(2));
        let again = host.sent();
        // Safari's engine asks for it without saying which one it has.
        let is_sent_whole = browser.engine() == Engine::WebKit;
        assert!(
            again
                .iter()
                .all(|sent| sent.path == "/sw.js" && (sent.body == 0 || is_sent_whole)),
            "a later visit was sent {again:?}"
        );
    }
}

fn sends_what_browsers_need(server: Server) {
    let host = Host::start(server);
    for name in Files::of_the_build().names() {
        if is_for_readers(name) {
            is_sent_well(server, &host, name);
        }
    }
    for folder in ["", "examples/api/"] {
        let answer = host.ask(folder, &[]);
        let is_there = Files::of_the_build().has(&format!("{folder}index.html"));
        let expected = if is_there { 200..300 } else { 400..500 };
        assert!(
            expected.contains(&answer.status),
            "/{folder}: {}",
            answer.status
        );
    }
    let missing = host.ask("later-0123456789.wasm", &[]);
    assert_eq!(missing.status, 404);
    assert_eq!(missing.header("access-control-allow-origin"), "*");
}

/// What hosts read themselves is not, nor what is sent in place of a file and asked for by its name.
fn is_for_readers(name: &str) -> bool {
    let is_for_hosts = name == "_headers" || name.starts_with("hosting/");
    !is_for_hosts && !name.ends_with(".br") && !name.ends_with(".gz")
}

fn is_sent_well(server: Server, host: &Host, name: &str) {
    let files = Files::of_the_build();
    let plain = host.ask(name, &[("accept-encoding", "identity")]);
    let path = if name.ends_with("index.html") {
        // Caddy sends readers from there to the folder.
        name.trim_end_matches("index.html")
    } else {
        name
    };
    let plain = if plain.status == 308 {
        host.ask(path, &[])
    } else {
        plain
    };
    let File::Content { bytes, .. } = files.at(name) else {
        panic!("{name} is of the build")
    };
    assert_eq!((plain.status, &plain.body), (200, &bytes), "{name}");
    assert_eq!(plain.header("content-encoding"), "", "{name}");
    for encoding in ["br", "gzip"] {
        let end = if encoding == "br" { "br" } else { "gz" };
        let smaller = files.at(&format!("{name}.{end}"));
        if let (File::Content { bytes, .. }, true) =
            (smaller, encoding == "gzip" || server.has_brotli())
        {
            let answer = host.ask(path, &[("accept-encoding", encoding)]);
            assert_eq!(answer.header("content-encoding"), encoding, "{name}");
            assert_eq!(answer.body, bytes, "{name}.{end}");
            assert_eq!(answer.header("vary"), "Accept-Encoding", "{name}");
            assert_eq!(
                answer.header("content-type"),
                plain.header("content-type"),
                "{name}"
            );
        }
    }
    let lasts = is_named_by_content(name);
    let cache = if lasts { FOR_EVER } else { "no-cache" };
    assert_eq!(plain.header("cache-control"), cache, "{name}");
    if let Some(kind) = kind(name) {
        let sent = plain.header("content-type").split(';').next();
        assert_eq!(sent, Some(kind), "{name}");
    }
    assert_eq!(plain.header("access-control-allow-origin"), "*", "{name}");
    assert_eq!(plain.header("x-content-type-options"), "nosniff", "{name}");
    let policy = plain.header("content-security-policy");
    assert!(policy.starts_with("frame-ancestors *;"), "{name}: {policy}");
    let tag = plain.header("etag");
    assert!(!tag.is_empty(), "{name} has no tag to ask again by");
    let again = host.ask(
        path,
        &[("if-none-match", tag), ("accept-encoding", "identity")],
    );
    assert_eq!((again.status, again.body.len()), (304, 0), "{name}");
}

/// Ten hexadecimal digits before the extension.
fn is_named_by_content(name: &str) -> bool {
    let stem = name.rsplit_once('.').map_or("", |(stem, _)| stem);
    let digest = stem.rsplit_once('-').map_or("", |(_, digest)| digest);
    digest.len() == 10 && digest.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// The types without which browsers refuse a file.
fn kind(name: &str) -> Option<&'static str> {
    Some(match name.rsplit('.').next()? {
        "html" => "text/html",
        "css" => "text/css",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        _ => return None,
    })
}

fn the_page_works(browser: &Browser, host: &Host) {
    browser.go_to(&host.address(LINK));
    let page = Page::here(browser);
    page.shows_value("btc_price", 60_000.0);
    page.click("a[data-view=pivot]");
    page.shows_view("pivot");
}

fn the_page_works_in_a_frame(browser: &Browser, host: &Host) {
    let frame = host.address(LINK);
    let html = format!(
        "<!doctype html><title>A blog</title><link rel=\"icon\" href=\"data:,\">\
         <iframe sandbox=\"allow-scripts\" width=\"1200\" height=\"800\" src=\"{frame}\"></iframe>"
    );
    let blog = Site::serving(Files::default().with_page("index.html", &html));
    browser.go_to(&blog.address(""));
    browser.enter_frame("iframe");
    Page::here(browser).shows_value("btc_price", 60_000.0);
}
