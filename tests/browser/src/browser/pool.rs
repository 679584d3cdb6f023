//! One browser for each engine, started when the first story needs it.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::{Mutex, PoisonError};

use serde_json::json;

use super::Browser;
use crate::engine::Driver;
use crate::{Engine, artefacts};

/// What runs of one engine. Fields are dropped in this order.
struct Running {
    browser: Option<Browser>,
    driver: Driver,
}

static RUNNING: [Mutex<Option<Running>>; Engine::ALL.len()] =
    [Mutex::new(None), Mutex::new(None), Mutex::new(None)];

/// Tells a story in the engine's browser, alone. After a failure the next story gets a new browser,
/// and what this one showed is kept as `target/stories/<engine>-<name>.png`.
///
/// # Panics
/// When the story does.
pub fn with_browser(engine: Engine, name: &str, story: impl FnOnce(&Browser)) {
    let mut running = RUNNING[engine as usize]
        .lock()
        .unwrap_or_else(PoisonError::into_inner);
    let running = running.get_or_insert_with(|| Running {
        browser: None,
        driver: Driver::start(engine),
    });
    let browser = running
        .browser
        .take()
        .unwrap_or_else(|| Browser::start(engine, &running.driver));
    match catch_unwind(AssertUnwindSafe(|| tell(&browser, story))) {
        Ok(()) => running.browser = Some(browser),
        Err(failure) => {
            keep_picture(&browser, name);
            browser.close();
            resume_unwind(failure);
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
            browser.into_iter().for_each(Browser::close);
            drop(driver);
        }
    }
}

/// The story, then a clean table for the next one.
fn tell(browser: &Browser, story: impl FnOnce(&Browser)) {
    story(browser);
    browser.release_everything();
    browser.go_to("about:blank");
    if browser.engine() == Engine::Chromium {
        browser.devtools("Emulation.clearDeviceMetricsOverride", &json!({}));
        drop(browser.console());
    }
}

fn keep_picture(browser: &Browser, name: &str) {
    // The browser may be what failed.
    if let Ok(png) = catch_unwind(AssertUnwindSafe(|| browser.picture())) {
        let name = format!("{}-{}", browser.engine().name(), name.replace("::", "-"));
        artefacts::write_picture("stories", &name, &png);
    }
}
