//! What each driver is asked for.

use fantoccini::wd::Capabilities;
use serde_json::{Value, json};

use super::{Engine, path};

/// As root Chromium runs without its sandbox only; the rest keeps it quiet and off the network.
const CHROMIUM_ARGUMENTS: [&str; 10] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--window-size=1440,1000",
];

pub(super) fn of(engine: Engine) -> Capabilities {
    let own = match engine {
        Engine::Chromium => json!({
            "browserName": "chrome",
            "goog:chromeOptions": { "binary": path("CHROMIUM"), "args": CHROMIUM_ARGUMENTS },
            "goog:loggingPrefs": { "browser": "ALL" },
        }),
        Engine::Firefox => json!({
            "browserName": "firefox",
            "moz:firefoxOptions": {
                "binary": path("FIREFOX"),
                "args": ["-headless", "--width=1440", "--height=1000"],
            },
        }),
        Engine::WebKit => json!({
            "webkitgtk:browserOptions": {
                "binary": path("WEBKIT_BROWSER"),
                "args": ["--automation"],
            },
        }),
    };
    let shared = json!({
        "acceptInsecureCerts": true,
        "timeouts": { "script": 60_000, "pageLoad": 60_000, "implicit": 0 },
    });
    let entries = |value: Value| value.as_object().cloned().unwrap_or_default();
    entries(own).into_iter().chain(entries(shared)).collect()
}
