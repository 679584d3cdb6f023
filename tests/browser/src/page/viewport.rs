//! The size of what the page is shown in.

use serde_json::json;

use super::Page;
use crate::{Browser, Engine, Files, Site};

/// A size in CSS px.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Viewport {
    /// Width.
    pub width: u32,
    /// Height.
    pub height: u32,
}

impl Viewport {
    /// A desktop's window.
    pub const DESKTOP: Self = Self {
        width: 1440,
        height: 900,
    };
    /// A tablet, upright.
    pub const TABLET: Self = Self {
        width: 820,
        height: 1180,
    };
    /// A phone.
    pub const PHONE: Self = Self {
        width: 390,
        height: 844,
    };
    /// The narrowest phone that is still in use.
    pub const SMALL_PHONE: Self = Self {
        width: 320,
        height: 700,
    };

    /// What the page's margins leave of a sheet of A4.
    pub const A4: Self = Self {
        width: 718,
        height: 1046,
    };

    /// Opens the build in exactly this size and waits until it can be used. Windows do not become
    /// as small as phones: Chromium pretends, the others show the page in a frame of that size.
    #[must_use]
    pub fn open<'a>(self, browser: &'a Browser, fragment: &str) -> (Site, Page<'a>) {
        if browser.engine() == Engine::Chromium {
            self.pretend(browser);
            let site = Site::of_the_build();
            let page = Page::open(browser, &site, fragment);
            return (site, page);
        }
        let site =
            Site::serving(Files::of_the_build().with_page("frame.html", &self.frame(fragment)));
        browser.go_to(&site.address("frame.html"));
        browser.enter_frame("iframe");
        let page = Page::here(browser);
        (site, page)
    }

    /// As high as all that the page shows.
    #[must_use]
    pub fn with_height_of(self, page: Page<'_>) -> Self {
        let height = page
            .browser()
            .ask("return document.documentElement.scrollHeight;", &[]);
        Self { height, ..self }
    }

    /// Makes Chromium show pages in this size, until the story ends.
    pub fn pretend(self, browser: &Browser) {
        let metrics = json!({
            "width": self.width, "height": self.height, "deviceScaleFactor": 1, "mobile": self.is_phone(),
        });
        browser.devtools("Emulation.setDeviceMetricsOverride", &metrics);
    }

    fn frame(self, fragment: &str) -> String {
        let Self { width, height } = self;
        format!(
            "<!doctype html><title>frame</title><style>body {{ margin: 0 }} iframe {{ border: 0 }}</style>\
             <iframe src=\"index.html{fragment}\" width=\"{width}\" height=\"{height}\"></iframe>"
        )
    }

    const fn is_phone(self) -> bool {
        self.width <= 760
    }
}

impl std::fmt::Display for Viewport {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}x{}", self.width, self.height)
    }
}
