//! One browser: a session of its driver, used without waiting in the code that uses it.

mod devtools;
mod input;
mod pool;

pub use input::Keys;
pub use pool::{close_all, with_browser};

use std::time::Duration;

use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper::Method;
use hyper_util::client::legacy::connect::HttpConnector;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use url::{ParseError, Url};

use crate::engine::Driver;
use crate::{Engine, RUNTIME, eventually};

/// How long an element may take to appear.
const APPEARANCE: Duration = Duration::from_secs(10);
/// Size of the window, px: as large as anything that a story shows in a frame.
const WINDOW: (u32, u32) = (1520, 1190);
/// How long a driver may take for one command.
const PATIENCE: Duration = Duration::from_secs(90);

/// A browser with one window. What goes wrong between us and it ends the story.
#[derive(Debug)]
pub struct Browser {
    engine: Engine,
    client: Client,
}

/// Out of all frames; the client has no call for it.
#[derive(Debug)]
struct ToTheTop;

impl WebDriverCompatibleCommand for ToTheTop {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/frame", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(json!({ "id": null }).to_string()))
    }
}

impl Browser {
    fn start(engine: Engine, driver: &Driver) -> Self {
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(engine.capabilities());
        let session = RUNTIME.block_on(builder.connect(&driver.address()));
        let client = session.unwrap_or_else(|error| panic!("{}: {error}", engine.name()));
        let browser = Self { engine, client };
        let (width, height) = WINDOW;
        browser.wait_for(
            "window",
            browser.client.set_window_rect(0, 0, width, height),
        );
        browser
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
    pub fn ask<T: DeserializeOwned>(&self, body: &str, inputs: &[Value]) -> T {
        eventually("script", || {
            let answer = self.wait_for("script", self.client.execute(body, inputs.to_vec()));
            understand(&answer)
        })
    }

    /// As [`Self::ask`], for a function that calls its last argument with the answer.
    ///
    /// # Panics
    /// When it throws, or answers what is no `T`.
    pub fn ask_later<T: DeserializeOwned>(&self, body: &str, inputs: &[Value]) -> T {
        eventually("script", || {
            let answer = self.wait_for("script", self.client.execute_async(body, inputs.to_vec()));
            understand(&answer)
        })
    }

    /// Clicks the first element that a CSS selector finds.
    ///
    /// # Panics
    /// When there is none, or something covers it.
    pub fn click(&self, css: &str) {
        self.click_element(css, &self.find(css));
    }

    /// Clicks the first element of this tag whose text is `text`.
    ///
    /// # Panics
    /// When there is none, or something covers it.
    pub fn click_text(&self, tag: &str, text: &str) {
        let path = format!("//{tag}[normalize-space()='{text}']");
        let element = self.find_by(text, Locator::XPath(&path));
        self.click_element(text, &element);
    }

    /// Goes into the frame that a CSS selector finds; everything then happens in there.
    ///
    /// # Panics
    /// When there is none.
    pub fn enter_frame(&self, css: &str) {
        self.wait_for(css, self.find(css).enter_frame());
    }

    /// Goes back to the page that the window shows, out of every frame, whether that is still there or
    /// not.
    ///
    /// # Panics
    /// When the browser refuses.
    pub fn leave_frame(&self) {
        self.issue(ToTheTop);
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
        let closing = self.client.close();
        let _ = RUNTIME.block_on(async { tokio::time::timeout(PATIENCE, closing).await });
    }

    fn find(&self, css: &str) -> Element {
        self.find_by(css, Locator::Css(css))
    }

    /// Waits until it is there.
    fn find_by(&self, what: &str, locator: Locator<'_>) -> Element {
        let wait = self.client.wait().at_most(APPEARANCE);
        self.wait_for(what, wait.for_element(locator))
    }

    /// Scrolls as a reader would, before the driver looks where to click: WebKit's driver does not
    /// scroll boxes inside the page. Nor does a hand press before the eye has seen what the last press
    /// did: what still moves would be missed, since drivers look first and press then.
    fn click_element(&self, what: &str, element: &Element) {
        let target = serde_json::to_value(element).expect("an element has a JSON form");
        self.ask_later::<Option<()>>(include_str!("steady.js"), &[target]);
        self.wait_for(what, element.click());
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
            Ok(Err(error)) => panic!("{name}, {what}: {error:?}"),
            Err(_) => panic!("{name}, {what}: no answer within {PATIENCE:?}"),
        }
    }
}

/// An answer as a `T`. Firefox's driver answers `null` when the page goes away under a script: where that
/// is no `T`, the page that came in its place can be asked.
fn understand<T: DeserializeOwned>(answer: &Value) -> Result<T, String> {
    T::deserialize(answer).map_err(|error| {
        let failure = format!("{error}: {answer}");
        assert!(answer.is_null(), "{failure}");
        failure
    })
}
