//! One browser for each engine, started when the first story needs it.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::{Mutex, PoisonError};

use serde_json::json;

use super::Browser;
use crate::engine::Driver;
use crate::{Engine, artefacts};

/// What runs of one engine.
struct Running {
    browser: Browser,
    // Dropped after the browser's session has ended.
    driver: Driver,
}

static RUNNING: [Mutex<Option<Running>>; Engine::ALL.len()] =
    [Mutex::new(None), Mutex::new(None), Mutex::new(None)];

/// Tells a story in the engine's browser, alone. What a failure showed is kept as
/// `target/stories/<engine>-<name>.png`; the story is then told once more in a new browser, because
/// drivers lose a press now and then, and the log says so.
///
/// # Panics
/// When the story does, twice.
pub fn with_browser(engine: Engine, name: &str, story: fn(&Browser)) {
    let mut running = RUNNING[engine as usize]
        .lock()
        .unwrap_or_else(PoisonError::into_inner);
    if attempt(&mut running, engine, name, story).is_err() {
        eprintln!("{} {name}: told once more", engine.name());
        if let Err(failure) = attempt(&mut running, engine, name, story) {
            resume_unwind(failure);
        }
    }
}

/// Tells the story in the browser at hand or in a new one. One that saw a failure is closed and its
/// driver stopped: a driver whose browser hangs would start no other.
fn attempt(
    running: &mut Option<Running>,
    engine: Engine,
    name: &str,
    story: fn(&Browser),
) -> std::thread::Result<()> {
    let Running { browser, driver } = running.take().unwrap_or_else(|| Running::start(engine));
    let told = catch_unwind(AssertUnwindSafe(|| tell(&browser, story)));
    if told.is_ok() {
        *running = Some(Running { browser, driver });
    } else {
        keep_picture(&browser, name);
        tell_fault(&browser);
        browser.close();
    }
    told
}

impl Running {
    fn start(engine: Engine) -> Self {
        let driver = Driver::start(engine);
        Self {
            browser: Browser::start(engine, &driver),
            driver,
        }
    }
}

/// Closes every browser and stops every driver.
pub fn close_all() {
    for running in &RUNNING {
        let running = running
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        if let Some(Running { browser, driver }) = running {
            browser.close();
            drop(driver);
        }
    }
}

/// The story, then a clean table for the next one.
fn tell(browser: &Browser, story: fn(&Browser)) {
    story(browser);
    browser.release_everything();
    browser.go_to("about:blank");
    if browser.engine() == Engine::Chromium {
        browser.devtools("Emulation.clearDeviceMetricsOverride", &json!({}));
        // Of a full history Chromium drops first what nobody clicked in, the current story's entries too.
        browser.devtools("Page.resetNavigationHistory", &json!({}));
        drop(browser.console());
    }
}

/// What the page reports if it stopped, in the log.
fn tell_fault(browser: &Browser) {
    let body = "return document.querySelector('.hp-crash textarea')?.value ?? '';";
    let ask = || browser.ask::<String>(body, &[]);
    match catch_unwind(AssertUnwindSafe(ask)) {
        Ok(report) if !report.is_empty() => eprintln!("The page stopped: {report}"),
        _ => {}
    }
}

fn keep_picture(browser: &Browser, name: &str) {
    // The browser may be what failed.
    if let Ok(png) = catch_unwind(AssertUnwindSafe(|| browser.picture())) {
        let name = format!("{}-{}", browser.engine().name(), name.replace("::", "-"));
        artefacts::write_picture("stories", &name, &png);
    }
}
