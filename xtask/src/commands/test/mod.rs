//! `cargo xtask test`: everything that must hold before a change is good.

mod browser;
mod native;
mod report;
mod web;

use std::str::FromStr;

use anyhow::{Error, Result, bail};

use report::Report;

/// A part of the tests that can be run by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TestPart {
    /// Formatting, lints, licences and tests outside a browser.
    Native,
    /// Tests of the page's parts, inside browsers.
    Web,
    /// Tests of the built page, driven from outside.
    Browser,
}

impl TestPart {
    /// All parts, quickest answers first.
    pub(crate) const ALL: [Self; 3] = [Self::Native, Self::Web, Self::Browser];
}

impl FromStr for TestPart {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self> {
        match name {
            "native" => Ok(Self::Native),
            "web" => Ok(Self::Web),
            "browser" => Ok(Self::Browser),
            _ => bail!("`{name}` is not a part of the tests: native, web or browser"),
        }
    }
}

/// Installs what the `parts` need and runs them, to the end even when something fails.
///
/// # Errors
/// When anything failed.
pub(crate) fn test(parts: &[TestPart]) -> Result<()> {
    let mut report = Report::default();
    for part in parts {
        match part {
            TestPart::Native => native::run(&mut report),
            TestPart::Web => web::run(&mut report),
            TestPart::Browser => browser::run(&mut report),
        }
    }
    report.conclude()
}

#[cfg(test)]
mod tests {
    use super::TestPart;

    #[test]
    fn a_part_is_known_by_its_name() {
        assert_eq!("web".parse::<TestPart>().expect("a part"), TestPart::Web);
        assert!("everything".parse::<TestPart>().is_err());
    }
}
