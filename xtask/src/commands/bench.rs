//! `cargo xtask bench`: how fast the built page is, against its budgets and other chart libraries.
//!
//! `benches/` holds the measurements; this builds, installs what they need and calls them.

use anyhow::{Context, Result};

use super::build::build;
use crate::tools::Toolbox;
use crate::tools::table::{self, Tool};
use crate::{process, project, sizes};

/// The variables by which the measurements learn where things are.
const VARIABLES: [(&str, &Tool); 5] = [
    ("CHROMIUM", &table::CHROMIUM),
    ("PLAYWRIGHT", &table::PLAYWRIGHT),
    ("UPLOT", &table::UPLOT),
    ("CHARTJS", &table::CHARTJS),
    ("ECHARTS", &table::ECHARTS),
];

/// Builds the site, measures it and prints the report, which says where a budget is missed; with
/// `write` it also becomes `docs/speed.md`.
///
/// # Errors
/// When something could not be measured. A budget that is missed is none: times are no tests.
pub(crate) fn bench(write: bool) -> Result<()> {
    let toolbox = Toolbox::require(&VARIABLES.map(|(_, tool)| tool))?;
    build()?;
    println!("\nMeasuring, about five minutes. The machine should do nothing else.");
    let mut node = process::command("node");
    node.arg("benches/run.mjs")
        .env("HASHPIVOT_DIST", project::dist())
        .env("FIRST_VISIT", first_visit()?);
    for (variable, tool) in VARIABLES {
        node.env(variable, toolbox.path(tool)?);
    }
    let report = process::output(&mut node)?;
    println!("\n{report}");
    if write {
        let path = project::root().join("docs/speed.md");
        std::fs::write(&path, report)
            .with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}

/// The size of a first visit as JSON.
fn first_visit() -> Result<String> {
    let sizes::FirstVisit {
        plain,
        compressed,
        budget,
    } = sizes::first_visit(&project::dist())?;
    Ok(format!(
        r#"{{"plain":{plain},"compressed":{compressed},"budget":{budget}}}"#
    ))
}
