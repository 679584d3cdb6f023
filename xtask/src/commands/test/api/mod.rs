//! Tests of the JavaScript API outside browsers: in Node, of its types, and against the native
//! models. What it does in browsers, `tests/browser/` checks.

mod bits;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};

use super::report::{Outcome, Report};
use crate::tools::{Toolbox, table};
use crate::{process, project, sizes};

/// Checks the API of the site, if it is built.
pub(super) fn run(report: &mut Report, is_built: bool) {
    let built = || ensure_built(is_built);
    report.step("size of the JavaScript API", || {
        built()?;
        sizes::check_api(&project::dist())?;
        Ok(Outcome::Passed)
    });
    report.step("JavaScript API in Node", || {
        built()?;
        in_node()
    });
    report.step("types of the JavaScript API", || {
        built()?;
        check_types()
    });
    report.step("the same bits in Node and natively", || {
        built()?;
        match bits::first_difference(&reference()?)? {
            None => Ok(Outcome::Passed),
            Some(difference) => bail!("{difference}"),
        }
    });
}

fn ensure_built(is_built: bool) -> Result<()> {
    ensure!(is_built, "there is no build to test");
    Ok(())
}

/// Runs the files of `tests/api/` that end in `.test.mjs`.
fn in_node() -> Result<Outcome> {
    let toolbox = Toolbox::require(&[&table::AJV])?;
    let mut node = process::command("node");
    node.args(["--test", "--test-reporter=spec"]).args(tests()?);
    node.env("HASHPIVOT_DIST", project::dist())
        .env("AJV", toolbox.path(&table::AJV)?);
    process::run(&mut node)?;
    Ok(Outcome::Passed)
}

/// Checks the examples, and what the types must admit and refuse.
fn check_types() -> Result<Outcome> {
    let toolbox = Toolbox::require(&[&table::TYPESCRIPT])?;
    let mut compiler = process::command(toolbox.path(&table::TYPESCRIPT)?);
    process::run(compiler.args(["--project", "tests/api"]))?;
    Ok(Outcome::Passed)
}

/// Writes what Node computes for the seeded inputs, and says where.
///
/// # Errors
/// When Node fails.
pub(super) fn reference() -> Result<PathBuf> {
    let file = project::cache().join("reference.json");
    let mut node = process::command("node");
    node.arg("tests/api/reference.mjs")
        .arg(project::dist())
        .arg(&file);
    process::run(&mut node)?;
    Ok(file)
}

/// The tests, in order.
fn tests() -> Result<Vec<PathBuf>> {
    let folder = Path::new("tests/api");
    let entries = std::fs::read_dir(project::root().join(folder))
        .with_context(|| format!("cannot list {}", folder.display()))?;
    let mut files = Vec::new();
    for entry in entries {
        let name = entry?.file_name();
        if name.to_string_lossy().ends_with(".test.mjs") {
            files.push(folder.join(name));
        }
    }
    ensure!(!files.is_empty(), "there are no tests");
    files.sort();
    Ok(files)
}
