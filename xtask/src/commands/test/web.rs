//! Tests of the page's parts inside browsers: the `#[wasm_bindgen_test]` functions of
//! `tests/web.rs`.

use anyhow::Result;

use super::report::{Outcome, Report};
use crate::process;
use crate::tools::Toolbox;
use crate::tools::table::{self, Tool};

/// Runs them in Chromium, and in Firefox where there is one.
pub(super) fn run(report: &mut Report) {
    report.step("page parts in Chromium", || {
        let needed = [
            &table::WASM_TARGET,
            &table::WASM_TEST_RUNNER,
            &table::CHROMIUM,
            &table::CHROMEDRIVER,
        ];
        let toolbox = Toolbox::require(&needed)?;
        run_in(&toolbox, "CHROMEDRIVER", &table::CHROMEDRIVER)
    });
    report.step("page parts in Firefox", || {
        let optional = Toolbox::gather(&[&table::FIREFOX, &table::GECKODRIVER])?;
        for tool in [&table::FIREFOX, &table::GECKODRIVER] {
            if let Err(missing) = optional.path(tool) {
                return Ok(Outcome::Skipped(format!("{missing:#}")));
            }
        }
        let needed = [
            &table::WASM_TARGET,
            &table::WASM_TEST_RUNNER,
            &table::GECKODRIVER,
        ];
        run_in(
            &Toolbox::require(&needed)?,
            "GECKODRIVER",
            &table::GECKODRIVER,
        )
    });
}

/// Runs the tests with the driver that `variable` hands to the runner. The flags that the browser
/// is started with are in `webdriver.json`.
fn run_in(toolbox: &Toolbox, variable: &str, driver: &Tool) -> Result<Outcome> {
    let mut cargo = process::command("cargo");
    cargo.args([
        "test",
        "--target",
        "wasm32-unknown-unknown",
        "--features",
        "ui",
        "--test",
        "web",
    ]);
    // The runner takes the first driver it is told of.
    cargo
        .env_remove("CHROMEDRIVER")
        .env_remove("GECKODRIVER")
        .env_remove("SAFARIDRIVER");
    let runner = toolbox.path(&table::WASM_TEST_RUNNER)?;
    cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner);
    process::run(cargo.env(variable, toolbox.path(driver)?))?;
    Ok(Outcome::Passed)
}
