//! Tests of the built page in whole browsers: the package `browser-tests`, which serves `dist/`
//! itself and drives the browsers by WebDriver.

use anyhow::{Result, ensure};

use super::api;
use super::report::{Outcome, Report};
use crate::tools::Toolbox;
use crate::tools::table::{self, Tool};
use crate::{process, project, sizes};

/// The variables by which the tests learn where things are. Where a tool is missing its variable is
/// not set, and the tests in that browser or behind that server do not run.
const VARIABLES: [(&str, &Tool); 10] = [
    ("CHROMIUM", &table::CHROMIUM),
    ("CHROMEDRIVER", &table::CHROMEDRIVER),
    ("FIREFOX", &table::FIREFOX),
    ("GECKODRIVER", &table::GECKODRIVER),
    ("WEBKIT_BROWSER", &table::WEBKIT_BROWSER),
    ("WEBKIT_DRIVER", &table::WEBKIT_DRIVER),
    ("XVFB_RUN", &table::XVFB_RUN),
    ("AXE", &table::AXE),
    ("NGINX", &table::NGINX),
    ("CADDY", &table::CADDY),
];

/// Drives the site, if it is built, in each engine.
pub(super) fn run(report: &mut Report, is_built: bool) {
    report.step("size of a first visit", || {
        ensure!(is_built, "there is no build to measure");
        sizes::check(&project::dist())?;
        Ok(Outcome::Passed)
    });
    let tools = VARIABLES.map(|(_, tool)| tool);
    let mut browsers = Toolbox::default();
    report.step("finding browsers", || {
        browsers = Toolbox::gather(&tools)?;
        [&table::CHROMIUM, &table::CHROMEDRIVER, &table::AXE]
            .iter()
            .try_for_each(|tool| browsers.path(tool).map(drop))?;
        Ok(Outcome::Passed)
    });
    for (place, needed) in [
        ("in Firefox", &[&table::FIREFOX, &table::GECKODRIVER][..]),
        ("behind nginx", &[&table::NGINX]),
        ("behind Caddy", &[&table::CADDY]),
        (
            "in Safari's engine",
            &[
                &table::WEBKIT_BROWSER,
                &table::WEBKIT_DRIVER,
                &table::XVFB_RUN,
            ],
        ),
    ] {
        if let Some(missing) = needed.iter().find_map(|tool| browsers.path(tool).err()) {
            report.step(&format!("page {place}"), || {
                Ok(Outcome::Skipped(format!("{missing:#}")))
            });
        }
    }
    report.step("page in browsers", || {
        ensure!(is_built, "there is no build to test");
        drive(&browsers)
    });
}

/// Runs the package of browser tests.
fn drive(browsers: &Toolbox) -> Result<Outcome> {
    let mut cargo = process::command("cargo");
    cargo
        .args(["test", "--package", "browser-tests"])
        .env("HASHPIVOT_DIST", project::dist())
        .env("API_REFERENCE", api::reference()?);
    for (variable, tool) in VARIABLES {
        match browsers.path(tool) {
            Ok(path) => cargo.env(variable, path),
            Err(_) => cargo.env_remove(variable),
        };
    }
    process::run(&mut cargo)?;
    Ok(Outcome::Passed)
}
