//! What only Chromium's driver can do.

use fantoccini::wd::WebDriverCompatibleCommand;
use hyper::Method;
use serde::Deserialize;
use serde_json::{Value, json};
use url::{ParseError, Url};

use super::Browser;

/// A command of a driver's own, sent as a body below the session's address.
#[derive(Debug)]
struct Vendor {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Vendor {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        let session = session.unwrap_or_default();
        base.join(&format!("session/{session}/{}", self.path))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.body.to_string()))
    }
}

/// A line of the browser's console.
#[derive(Clone, Debug, Deserialize)]
pub struct LogLine {
    /// `INFO`, `WARNING` or `SEVERE`.
    pub level: String,
    /// What it says.
    pub message: String,
}

impl Browser {
    /// Sends a command of the DevTools protocol; Chromium only.
    ///
    /// # Panics
    /// When the browser refuses.
    pub fn devtools(&self, method: &str, parameters: &Value) -> Value {
        let body = json!({ "cmd": method, "params": parameters });
        self.issue(Vendor {
            path: "goog/cdp/execute",
            body,
        })
    }

    /// What was written to the console since the last look; Chromium only.
    ///
    /// # Panics
    /// When the browser refuses.
    #[must_use]
    pub fn console(&self) -> Vec<LogLine> {
        let lines = self.issue(Vendor {
            path: "se/log",
            body: json!({ "type": "browser" }),
        });
        serde_json::from_value(lines).expect("a log has level and message")
    }
}
