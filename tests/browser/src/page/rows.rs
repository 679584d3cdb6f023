//! Tables, and texts with rows.

use serde_json::json;

use super::Page;
use crate::until;

impl Page<'_> {
    /// The unrounded numbers of a chart's table, row by row; NaN where a cell is a text. Opens it.
    #[must_use]
    pub fn table(&self, chart: &str) -> Vec<Vec<f64>> {
        self.click(&format!("[data-chart={chart}] [data-tool=table]"));
        let body = "return Array.from(document.querySelectorAll(arguments[0]), (row) => \
                    Array.from(row.children, (cell) => Number.parseFloat(cell.dataset.value)));";
        let rows = format!("[data-chart={chart}] tbody tr");
        let read = || -> Vec<Vec<Option<f64>>> { self.browser().ask(body, &[json!(rows)]) };
        let rows = until("a table", read, |rows| !rows.is_empty());
        let number = |cell: Option<f64>| cell.unwrap_or(f64::NAN);
        rows.into_iter()
            .map(|row| row.into_iter().map(number).collect())
            .collect()
    }

    /// The texts of all elements that a CSS selector finds.
    #[must_use]
    pub fn texts(&self, css: &str) -> Vec<String> {
        let body = "return Array.from(document.querySelectorAll(arguments[0]), (element) => \
                    element.textContent.trim());";
        self.browser().ask(body, &[json!(css)])
    }

    /// An attribute of all elements that a CSS selector finds; empty where one has none.
    #[must_use]
    pub fn attributes(&self, css: &str, name: &str) -> Vec<String> {
        let body = "return Array.from(document.querySelectorAll(arguments[0]), (element) => \
                    element.getAttribute(arguments[1]) ?? '');";
        self.browser().ask(body, &[json!(css), json!(name)])
    }

    /// Puts a text with rows into a field, in place of what was there, as pasting does; waits until there
    /// is one.
    pub fn paste(&self, css: &str, text: &str) {
        until("a field", || self.texts(css).len(), |count| *count == 1);
        let body = "const field = document.querySelector(arguments[0]); field.focus(); field.select(); \
                    document.execCommand('insertText', false, arguments[1]); return null;";
        self.browser()
            .ask::<Option<()>>(body, &[json!(css), json!(text)]);
    }
}
