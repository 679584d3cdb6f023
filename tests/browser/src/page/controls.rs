//! Using a control.

use serde_json::json;

use super::{Page, Track};
use crate::{Keys, until};

/// How many strokes a drag takes.
const STROKES: usize = 6;

impl Page<'_> {
    /// Drags a slider's thumb from where it is to a place on its track (0 … 1) and lets go.
    pub fn drag(&self, key: &str, place: f64) {
        self.grab(key, place);
        self.browser().let_go();
    }

    /// Presses a slider's thumb and drags it to a place on its track, without letting go. Nobody can
    /// drag on from there: Chromium's driver moves on, but its slider does not.
    pub fn grab(&self, key: &str, place: f64) {
        let way = self.track(key).way(place, STROKES);
        self.browser().grab(&format!("[data-param={key}]"), &way);
    }

    /// Presses a slider's track at a place (0 … 1) and lets go at once.
    pub fn press_track(&self, key: &str, place: f64) {
        let point = self.track(key).point(place);
        self.browser()
            .grab(&format!("[data-param={key}]"), &[point]);
        self.browser().let_go();
    }

    /// Moves the mouse to a place on a slider's track (0 … 1) without pressing.
    pub fn point_at_track(&self, key: &str, place: f64) {
        let point = self.track(key).point(place);
        self.browser()
            .hover(&format!("[data-param={key}]"), &[(0.0, 0.0), point]);
    }

    /// A slider's track, scrolled into sight.
    #[must_use]
    pub fn track(&self, key: &str) -> Track {
        self.browser().ask(include_str!("track.js"), &[json!(key)])
    }

    /// Puts the caret into an input's field and replaces what is in it, key by key.
    pub fn type_into(&self, key: &str, text: &str) {
        let field = format!("[data-field={key}]");
        if !self.has_focus(&field) {
            self.click(&field);
        }
        self.browser().select_all();
        match text {
            "" => self.browser().press(Keys::Backspace),
            _ => self.browser().type_text(text),
        }
    }

    /// Types into an input's field and presses Enter.
    pub fn enter(&self, key: &str, text: &str) {
        self.type_into(key, text);
        self.browser().press(Keys::Enter);
    }

    /// What the button for it would undo or redo (`Undo` or `Redo`), as its title says it.
    #[must_use]
    pub fn title_of(&self, button: &str) -> String {
        let css = format!("[data-history={button}]");
        self.attribute(&css, "title").unwrap_or_default()
    }

    /// Waits until the button for it says that it would undo or redo this.
    #[track_caller]
    pub fn offers_to(&self, button: &str, title: &str) {
        until(button, || self.title_of(button), |shown| shown == title);
    }

    /// Leaves the field that has the focus.
    pub fn leave_field(&self) {
        self.browser().press(Keys::Tab);
    }

    /// What stands in an input's field.
    #[must_use]
    pub fn field_text(&self, key: &str) -> String {
        self.look().control(key).text.clone()
    }
}
