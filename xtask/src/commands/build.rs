//! `cargo xtask build`: makes `dist/`.

use std::process::Command;

use anyhow::Result;

use crate::tools::{Toolbox, table};
use crate::{process, project, sizes};

/// How the page is compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Profile {
    /// As small and fast as can be.
    Release,
    /// Quickly.
    Dev,
}

/// Installs what building needs, builds the site into `dist/` and prints its sizes.
///
/// # Errors
/// When a tool is missing, compiling fails, or the site is over its size budget.
pub(crate) fn build() -> Result<()> {
    process::run(&mut trunk("build", Profile::Release)?)?;
    sizes::report(&project::dist())?;
    println!("\nThe site is in dist/.");
    Ok(())
}

/// A ready-made call of Trunk, with everything installed and downloaded that it will use.
///
/// # Errors
/// When a tool is missing or crates cannot be downloaded.
pub(super) fn trunk(subcommand: &str, profile: Profile) -> Result<Command> {
    let toolbox = Toolbox::require(&table::BUILD)?;
    process::run(process::command("cargo").args(["fetch", "--quiet"]))?;
    let mut trunk = process::command(toolbox.path(&table::TRUNK)?);
    trunk
        .arg(subcommand)
        .args(["--offline", "--locked", "--log", "warn"]);
    if profile == Profile::Release {
        trunk.arg("--release");
    }
    // Trunk reads NO_COLOR as a boolean of its own and stops at the usual `1`.
    trunk
        .env("PATH", toolbox.search_path()?)
        .env_remove("NO_COLOR");
    Ok(trunk)
}
