//! One browser: a session of its driver, used without waiting in the code that uses it.

mod devtools;
mod input;
mod pool;

pub use input::Keys;
pub use pool::{close_all, with_browser};

use std::time::Duration;

use fantoccini::error::CmdError;
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::engine::Driver;
use crate::{Engine, RUNTIME};

/// How long a driver may take for one command.
const PATIENCE: Duration = Duration::from_secs(90);

/// A browser with one window. What goes wrong between us and it ends the story.
#[derive(Debug)]
pub struct Browser {
    engine: Engine,
    client: Client,
}

impl Browser {
    fn start(engine: Engine, driver: &Driver) -> Self {
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(engine.capabilities());
        let session = RUNTIME.block_on(builder.connect(&driver.address()));
        let client = session.unwrap_or_else(|error| panic!("{}: {error}", engine.name()));
        Self { engine, client }
    }

    /// Its engine.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Opens an address and waits until it is loaded.
    ///
    /// # Panics
    /// When the browser refuses.
    pub fn go_to(&self, address: &str) {
        self.wait_for(address, self.client.goto(address));
    }

    /// Loads the page again.
    ///
    /// # Panics
    /// When the browser refuses.
    pub fn reload(&self) {
        self.wait_for("reload", self.client.refresh());
    }

    /// Presses the browser's back button.
    ///
    /// # Panics
    /// When the browser refuses.
    pub fn go_back(&self) {
        self.wait_for("back", self.client.back());
    }

    /// What the body of a JavaScript function returns in the page; `arguments` holds `inputs`.
    ///
    /// # Panics
    /// When it throws, or returns what is no `T`.
    pub fn ask<T: DeserializeOwned>(&self, body: &str, inputs: Vec<Value>) -> T {
        let answer = self.wait_for("script", self.client.execute(body, inputs));
        serde_json::from_value(answer.clone()).unwrap_or_else(|error| panic!("{error}: {answer}"))
    }

    /// As [`Self::ask`], for a function that calls its last argument with the answer.
    ///
    /// # Panics
    /// When it throws, or answers what is no `T`.
    pub fn ask_later<T: DeserializeOwned>(&self, body: &str, inputs: Vec<Value>) -> T {
        let answer = self.wait_for("script", self.client.execute_async(body, inputs));
        serde_json::from_value(answer.clone()).unwrap_or_else(|error| panic!("{error}: {answer}"))
    }

    /// Clicks the first element that a CSS selector finds.
    ///
    /// # Panics
    /// When there is none, or something covers it.
    pub fn click(&self, css: &str) {
        let element = self.wait_for(css, self.client.find(Locator::Css(css)));
        self.wait_for(css, element.click());
    }

    /// Goes into the frame that a CSS selector finds; everything then happens in there.
    ///
    /// # Panics
    /// When there is none.
    pub fn enter_frame(&self, css: &str) {
        let element = self.wait_for(css, self.client.find(Locator::Css(css)));
        self.wait_for(css, element.enter_frame());
    }

    /// What the window shows, as a PNG.
    ///
    /// # Panics
    /// When the browser refuses.
    #[must_use]
    pub fn picture(&self) -> Vec<u8> {
        self.wait_for("screenshot", self.client.screenshot())
    }

    /// Ends the session; the driver closes the window.
    fn close(self) {
        // A browser that is gone already need not be closed.
        let _ = RUNTIME.block_on(tokio::time::timeout(PATIENCE, self.client.close()));
    }

    fn issue(&self, command: impl WebDriverCompatibleCommand + Send + 'static) -> Value {
        let shown = format!("{command:?}");
        self.wait_for(&shown, self.client.issue_cmd(command))
    }

    fn wait_for<T>(&self, what: &str, answer: impl Future<Output = Result<T, CmdError>>) -> T {
        let answer = RUNTIME.block_on(async { tokio::time::timeout(PATIENCE, answer).await });
        let name = self.engine.name();
        match answer {
            Ok(Ok(answer)) => answer,
            Ok(Err(error)) => panic!("{name}, {what}: {error}"),
            Err(_) => panic!("{name}, {what}: no answer within {PATIENCE:?}"),
        }
    }
}
