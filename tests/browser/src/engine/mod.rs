//! The browser engines and what each needs.

mod capabilities;
mod driver;

pub(crate) use driver::{Driver, free_port, watch};

use std::env;
use std::path::PathBuf;

use fantoccini::wd::Capabilities;

/// An engine that people read pages with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chrome's and Edge's.
    Chromium,
    /// Firefox's.
    Firefox,
    /// Safari's.
    WebKit,
}

impl Engine {
    /// Every engine.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// Its name in the names of tests.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// The variables that say where its programs are.
    const fn variables(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => &["CHROMIUM", "CHROMEDRIVER"],
            Self::Firefox => &["FIREFOX", "GECKODRIVER"],
            Self::WebKit => &["WEBKIT_BROWSER", "WEBKIT_DRIVER", "XVFB_RUN"],
        }
    }

    /// The first variable that has to be set for stories in this engine and is not.
    #[must_use]
    pub fn missing_variable(self) -> Option<&'static str> {
        let mut needed = ["HASHPIVOT_DIST"]
            .into_iter()
            .chain(self.variables().iter().copied());
        needed.find(|variable| env::var_os(variable).is_none())
    }

    pub(crate) fn capabilities(self) -> Capabilities {
        capabilities::of(self)
    }

    /// The driver's command line.
    fn command_line(self, port: u16) -> Vec<String> {
        let shown = |variable| path(variable).display().to_string();
        let port = port.to_string();
        match self {
            Self::Chromium => vec![shown("CHROMEDRIVER"), format!("--port={port}")],
            Self::Firefox => vec![shown("GECKODRIVER"), "--port".to_owned(), port],
            Self::WebKit => vec![
                shown("XVFB_RUN"),
                "--auto-servernum".to_owned(),
                "--server-args=-screen 0 1600x1200x24".to_owned(),
                shown("WEBKIT_DRIVER"),
                format!("--port={port}"),
            ],
        }
    }
}

/// Where a variable says that a program or folder is.
///
/// # Panics
/// When it is not set.
#[must_use]
pub fn path(variable: &str) -> PathBuf {
    env::var_os(variable)
        .map(PathBuf::from)
        .unwrap_or_else(|| panic!("{variable} is not set"))
}
