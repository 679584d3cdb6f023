//! The page as a reader uses it.

mod controls;
mod geometry;
mod rows;
mod saved;
mod snapshot;
mod text_boxes;
mod viewport;

pub use geometry::Track;
pub use saved::Saved;
pub use snapshot::{Bar, Chart, Control, Figure, Line, Mark, Snapshot, Tick};
pub use text_boxes::TextFault;
pub use viewport::Viewport;

use serde_json::json;

use crate::{Browser, Keys, Site, eventually, oracle, until};

/// How often Tab is pressed before a control counts as out of reach.
const MOST_TABS: usize = 300;

/// The page in a browser, or in a frame of the page that it shows.
#[derive(Clone, Copy, Debug)]
pub struct Page<'a> {
    browser: &'a Browser,
}

impl<'a> Page<'a> {
    /// Opens the page with a query and fragment, either of which may be empty, and waits until it
    /// can be used. The page is loaded anew, even where only the fragment differs.
    #[must_use]
    pub fn open(browser: &'a Browser, site: &Site, rest: &str) -> Self {
        browser.go_to("about:blank");
        browser.go_to(&site.address(rest));
        Self::here(browser)
    }

    /// The page that the browser, or the frame that was entered, shows; waits until it can be used.
    #[must_use]
    pub fn here(browser: &'a Browser) -> Self {
        let page = Self { browser };
        eventually("start of the page", || match page.is_ready() {
            true => Ok(()),
            false => Err(format!("{}{}", page.text("body"), page.fault())),
        });
        page
    }

    /// What a page that stopped reports; empty where none did.
    fn fault(&self) -> String {
        let body = "return document.querySelector('.hp-crash textarea')?.value ?? '';";
        self.browser.ask(body, &[])
    }

    /// The page while a part of it is missing.
    #[must_use]
    pub const fn here_in_part(browser: &'a Browser) -> Self {
        Self { browser }
    }

    /// The browser it is in.
    #[must_use]
    pub fn browser(&self) -> &'a Browser {
        self.browser
    }

    /// Waits until everything that the page shows is what the model says about the inputs that it
    /// shows, and until every mark stands where its axes say.
    ///
    /// # Panics
    /// When that does not come about; lists what is wrong.
    #[track_caller]
    pub fn follows_the_model(&self) {
        eventually("figures and charts that follow the inputs", || {
            let wrong = oracle::disagreements(&self.look());
            if wrong.is_empty() {
                Ok(())
            } else {
                Err(wrong.join("\n"))
            }
        });
    }

    /// Waits until an input has a value, then until everything follows it.
    #[track_caller]
    pub fn shows_value(&self, key: &str, value: f64) {
        until(
            &format!("{key} = {value}"),
            || self.value(key),
            |shown| oracle::is_close(*shown, value),
        );
        self.follows_the_model();
    }

    /// Waits until this view is shown, then until everything in it follows the inputs.
    #[track_caller]
    pub fn shows_view(&self, view: &str) {
        let address = || -> String { self.browser.ask("return location.href;", &[]) };
        let shown = || (self.look().view, address());
        until("the view", shown, |(shown, _)| shown == view);
        self.follows_the_model();
    }

    /// The value of an input, in its parameter's own unit.
    #[must_use]
    pub fn value(&self, key: &str) -> f64 {
        self.look().control(key).value
    }

    /// The text of the first element that a CSS selector finds; empty without one.
    #[must_use]
    pub fn text(&self, css: &str) -> String {
        self.browser.ask(
            "return document.querySelector(arguments[0])?.textContent ?? '';",
            &[json!(css)],
        )
    }

    /// What stands in the first text field that a CSS selector finds; empty without one.
    #[must_use]
    pub fn text_of_field(&self, css: &str) -> String {
        let body = "return document.querySelector(arguments[0])?.value ?? '';";
        self.browser.ask(body, &[json!(css)])
    }

    /// An attribute of the first element that a CSS selector finds.
    #[must_use]
    pub fn attribute(&self, css: &str, name: &str) -> Option<String> {
        let body =
            "return document.querySelector(arguments[0])?.getAttribute(arguments[1]) ?? null;";
        self.browser.ask(body, &[json!(css), json!(name)])
    }

    /// A computed style property of the first element that a CSS selector finds.
    #[must_use]
    pub fn style(&self, css: &str, property: &str) -> String {
        let body = "return getComputedStyle(document.querySelector(arguments[0]))[arguments[1]];";
        self.browser.ask(body, &[json!(css), json!(property)])
    }

    /// The fragment of the page's address, with its `#`.
    #[must_use]
    pub fn fragment(&self) -> String {
        self.browser.ask("return location.hash;", &[])
    }

    /// Waits until the fragment is this.
    #[track_caller]
    pub fn has_fragment(&self, fragment: &str) {
        until(
            "fragment of the address",
            || self.fragment(),
            |shown| shown == fragment,
        );
    }

    /// Waits until a message in `role="alert"` holds all of these words, and gives that message.
    #[track_caller]
    pub fn warns(&self, words: &[&str]) -> String {
        eventually(&format!("a message with {words:?}"), || {
            let alerts = self.look().alerts;
            let found = alerts
                .iter()
                .find(|text| words.iter().all(|word| text.contains(word)));
            found
                .cloned()
                .ok_or_else(|| format!("the messages are {alerts:?}"))
        })
    }

    /// Waits until the page answers to a press in these words.
    #[track_caller]
    pub fn says(&self, words: &str) {
        let said = || self.text(".hp-said [role=status]");
        until("what the page says", said, |said| said == words);
    }

    /// Puts away what the page says, and waits until nothing of it lies over the page.
    #[track_caller]
    pub fn dismiss(&self) {
        self.click(".hp-said [aria-label=Dismiss]");
        let is_silent = || self.attribute(".hp-said.is-silent", "class");
        until("silence", is_silent, Option::is_some);
    }

    /// Waits until no message is left.
    #[track_caller]
    pub fn is_silent(&self) {
        until("no message", || self.look().alerts, Vec::is_empty);
    }

    /// Presses Tab until an element that the CSS selector finds has the focus. Behind the last element a
    /// browser goes through its own bar to the first one; a browser without a bar is helped there.
    ///
    /// # Panics
    /// When none ever has.
    #[track_caller]
    pub fn tab_to(&self, css: &str) {
        let begin_again = "if (document.activeElement === document.body)\
                             document.querySelector('a[href]').focus();\
                           return null;";
        for _ in 0..MOST_TABS {
            if self.has_focus(css) {
                return;
            }
            self.browser.press(Keys::Tab);
            self.browser.ask::<Option<()>>(begin_again, &[]);
        }
        panic!("{css} is not reached by Tab");
    }

    /// Whether an element that the CSS selector finds has the focus.
    #[must_use]
    pub fn has_focus(&self, css: &str) -> bool {
        self.browser.ask(
            "return document.activeElement?.matches(arguments[0]) ?? false;",
            &[json!(css)],
        )
    }

    /// Clicks.
    pub fn click(&self, css: &str) {
        self.browser.click(css);
    }

    /// Clicks the button with this text.
    pub fn press_button(&self, text: &str) {
        self.browser.click_text("button", text);
    }

    /// Presses, types, slides and follows links at random, as `seed` says, until something stops the page: says
    /// what was done last then, or nothing.
    #[must_use]
    pub fn wander(&self, seed: u32, steps: usize) -> String {
        let inputs = [json!(seed), json!(steps)];
        self.browser.ask_later(include_str!("wander.js"), &inputs)
    }

    /// The readings that lie on something of their chart or leave its card, when every chart of the page is read.
    #[must_use]
    pub fn readings_in_the_way(&self) -> Vec<String> {
        self.browser.ask_later(include_str!("readings.js"), &[])
    }

    /// Goes to another fragment, as a link on the page would,.
    pub fn follow(&self, fragment: &str) {
        self.browser.ask::<Option<()>>(
            "location.hash = arguments[0]; return null;",
            &[json!(fragment)],
        );
    }

    /// Chooses in one of the header's switches.
    pub fn switch(&self, name: &str, choice: &str) {
        self.browser
            .click(&format!("[data-switch={name}] option[value={choice}]"));
    }

    /// Whether the app runs and each chart has measured its width.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        self.browser.ask(include_str!("settled.js"), &[])
    }
}
