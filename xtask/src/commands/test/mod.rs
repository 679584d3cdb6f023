//! `cargo xtask test`: everything that must hold before a change is good.

mod api;
mod browser;
mod native;
mod report;
mod web;

use std::str::FromStr;

use anyhow::{Error, Result, bail};

use super::build;
use report::{Outcome, Report};

/// A part of the tests that can be run by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TestPart {
    /// Formatting, lints, licences and tests outside a browser.
    Native,
    /// Tests of the page's parts, inside browsers.
    Web,
    /// Tests of the built JavaScript API, outside browsers.
    Api,
    /// Tests of the built page, driven from outside.
    Browser,
}

impl TestPart {
    /// All parts, quickest answers first.
    pub(crate) const ALL: [Self; 4] = [Self::Native, Self::Web, Self::Api, Self::Browser];
}

impl FromStr for TestPart {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self> {
        match name {
            "native" => Ok(Self::Native),
            "web" => Ok(Self::Web),
            "api" => Ok(Self::Api),
            "browser" => Ok(Self::Browser),
            _ => bail!("`{name}` is not a part of the tests: native, web, api or browser"),
        }
    }
}

/// Installs what the `parts` need and runs them, to the end even when something fails.
///
/// # Errors
/// When anything failed.
pub(crate) fn test(parts: &[TestPart]) -> Result<()> {
    let mut report = Report::default();
    let mut built = None;
    let mut is_built = |report: &mut Report| *built.get_or_insert_with(|| build_site(report));
    for part in parts {
        match part {
            TestPart::Native => native::run(&mut report),
            TestPart::Web => web::run(&mut report),
            TestPart::Api => {
                let is_built = is_built(&mut report);
                api::run(&mut report, is_built);
            }
            TestPart::Browser => {
                let is_built = is_built(&mut report);
                browser::run(&mut report, is_built);
            }
        }
    }
    report.conclude()
}

/// Builds the site and says whether there is one now.
fn build_site(report: &mut Report) -> bool {
    let mut is_built = false;
    report.step("build", || {
        build()?;
        is_built = true;
        Ok(Outcome::Passed)
    });
    is_built
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
