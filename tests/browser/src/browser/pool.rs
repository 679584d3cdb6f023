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
    let running = running.get_or_insert_with(|| Running {
        browser: None,
        driver: Driver::start(engine),
    });
    if running.attempt(engine, name, story).is_err() {
        eprintln!("{} {name}: told once more", engine.name());
        if let Err(failure) = running.attempt(engine, name, story) {
            resume_unwind(failure);
        }
    }
}

impl Running {
    /// Tells the story in the browser at hand or in a new one; one that saw a failure is closed.
    fn attempt(
        &mut self,
        engine: Engine,
        name: &str,
        story: fn(&Browser),
    ) -> std::thread::Result<()> {
        let browser = self
            .browser
            .take()
            .unwrap_or_else(|| Browser::start(engine, &self.driver));
        let told = catch_unwind(AssertUnwindSafe(|| tell(&browser, story)));
        match told {
            Ok(()) => self.browser = Some(browser),
            Err(_) => {
                keep_picture(&browser, name);
                browser.close();
            }
        }
        told
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
fn tell(browser: &Browser, story: fn(&Browser)) {
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
