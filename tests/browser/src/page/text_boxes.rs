//! Whether every text can be read.

use std::fmt;

use serde::Deserialize;

use super::Page;

/// A text that cannot be read as it should.
#[derive(Clone, Debug, Deserialize)]
pub struct TextFault {
    /// What is wrong with it.
    pub fault: String,
    /// The text.
    pub text: String,
    /// What cuts it off or lies on it.
    pub other: String,
}

impl fmt::Display for TextFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "“{}” {}: “{}”", self.text, self.fault, self.other)
    }
}

#[derive(Deserialize)]
struct Found {
    count: usize,
    faults: Vec<TextFault>,
}

impl Page<'_> {
    /// The visible texts that are cut off, lie on each other, or do not fit.
    ///
    /// # Panics
    /// When there are hardly any texts: then there is no page to look at.
    #[must_use]
    pub fn unreadable_texts(&self) -> Vec<TextFault> {
        let Found { count, faults } = self.browser().ask(include_str!("text_boxes.js"), &[]);
        assert!(count > 25, "only {count} texts are visible");
        faults
    }
}
