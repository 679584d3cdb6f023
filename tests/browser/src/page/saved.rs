//! Files that the page offers, and what it copies.

use serde::Deserialize;
use serde_json::json;

use super::Page;

/// A file.
#[derive(Clone, Debug, Deserialize)]
pub struct Saved {
    /// Its name.
    pub name: String,
    /// Its media type.
    pub kind: String,
    /// What it says; empty for a picture.
    pub text: String,
    /// Width of a picture, pixels.
    pub width: u32,
    /// Height of a picture, pixels.
    pub height: u32,
}

impl Page<'_> {
    /// Presses what a CSS selector finds and takes the file that is offered, before it lands in a
    /// folder that each browser has elsewhere.
    #[must_use]
    pub fn saved_by(&self, css: &str) -> Saved {
        self.browser()
            .ask_later(include_str!("saved.js"), &[json!(css)])
    }

    /// Presses what a CSS selector finds and takes the text that is copied.
    #[must_use]
    pub fn copied_by(&self, css: &str) -> String {
        let body = "let copied = '';\
                    document.execCommand = () => { copied = document.activeElement.value; return true; };\
                    document.querySelector(arguments[0]).click();\
                    delete document.execCommand;\
                    return copied;";
        self.browser().ask(body, &[json!(css)])
    }
}
