//! Checks that need no browser.

use anyhow::Result;

use super::report::{Outcome, Report};
use crate::process;
use crate::tools::{Toolbox, table};

/// Formatting, lints, tests and licences.
pub(super) fn run(report: &mut Report) {
    report.step("formatting", || cargo(&["fmt", "--all", "--check"]));
    report.step("lints", || {
        cargo(&[
            "clippy",
            "--workspace",
            "--all-targets",
            "--",
            "-D",
            "warnings",
        ])
    });
    report.step("lints of the page", lint_page);
    report.step("lints of the JavaScript API", lint_api);
    report.step("lints of the page as markup", || {
        cargo(&[
            "clippy",
            "--features",
            "prerender",
            "--all-targets",
            "--",
            "-D",
            "warnings",
        ])
    });
    report.step("tests outside a browser", || {
        cargo(&[
            "test",
            "--workspace",
            "--exclude",
            "browser-tests",
            "--no-fail-fast",
        ])
    });
    report.step("tests of the page as markup", || {
        cargo(&[
            "test",
            "--features",
            "prerender",
            "--lib",
            "--",
            "prerender",
            "ui",
            "web",
        ])
    });
    report.step("licences and sources", check_licences);
    report.step("security advisories", check_advisories);
}

/// Runs cargo with `arguments`.
pub(super) fn cargo(arguments: &[&str]) -> Result<Outcome> {
    process::run(process::command("cargo").args(arguments))?;
    Ok(Outcome::Passed)
}

/// Lints what is compiled for the page only.
fn lint_page() -> Result<Outcome> {
    lint_for_browsers("ui", &["--lib", "--bins", "--test", "web"])?;
    lint_for_browsers("split", &["--lib", "--bins"])
}

/// Lints what is compiled for the JavaScript API only.
fn lint_api() -> Result<Outcome> {
    for feature in ["api", "api-tables"] {
        lint_for_browsers(feature, &["--lib"])?;
    }
    Ok(Outcome::Passed)
}

fn lint_for_browsers(feature: &str, targets: &[&str]) -> Result<Outcome> {
    Toolbox::require(&[&table::WASM_TARGET])?;
    let clippy = [
        "clippy",
        "--target",
        "wasm32-unknown-unknown",
        "--features",
        feature,
    ];
    cargo(&[&clippy, targets, &["--", "-D", "warnings"]].concat())
}

fn check_licences() -> Result<Outcome> {
    if !has_cargo_deny() {
        return Ok(without_cargo_deny());
    }
    cargo(&["deny", "check", "bans", "licenses", "sources"])
}

fn check_advisories() -> Result<Outcome> {
    if !has_cargo_deny() {
        return Ok(without_cargo_deny());
    }
    if !process::succeeds(process::command("cargo").args(["deny", "fetch", "db"])) {
        return Ok(Outcome::Skipped(
            "the advisory database cannot be reached".into(),
        ));
    }
    cargo(&["deny", "check", "--disable-fetch", "advisories"])
}

fn has_cargo_deny() -> bool {
    process::succeeds(process::command("cargo").args(["deny", "--version"]))
}

/// Compiling it takes longer than all tests together, so it is used only where it is.
fn without_cargo_deny() -> Outcome {
    Outcome::Skipped("cargo-deny is missing: `cargo install --locked cargo-deny`".into())
}
