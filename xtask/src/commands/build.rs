//! `cargo xtask build`: makes `dist/`.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::tools::{Toolbox, table};
use crate::{process, project, sizes, traffic};

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
/// When a tool is missing or compiling fails.
pub(crate) fn build() -> Result<()> {
    process::run(trunk("build", Profile::Release)?.args(["--log", "warn"]))?;
    let dist = project::dist();
    sizes::report(&dist)?;
    traffic::report(&dist)?;
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
    trunk.arg(subcommand).args(["--offline", "--locked"]);
    if profile == Profile::Release {
        trunk
            .arg("--release")
            .envs(without_folders_of_this_machine());
    }
    trunk.env("PATH", toolbox.search_path()?);
    // Trunk reads NO_COLOR as a boolean of its own and stops at the usual `1`. Where it fails the
    // compiler's words help, and its own backtrace only hides them.
    trunk.env_remove("NO_COLOR").env("RUST_LIB_BACKTRACE", "0");
    Ok(trunk)
}

/// A variable for cargo that keeps the folder of downloaded crates out of the page, where messages
/// of panics would name it: the same sources then make the same files on every machine.
fn without_folders_of_this_machine() -> Option<(&'static str, String)> {
    let home = std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".cargo"));
    let cargo_home = std::env::var_os("CARGO_HOME").map(PathBuf::from).or(home)?;
    let crates = cargo_home.join("registry").join("src");
    let flag = format!("--remap-path-prefix={}=crates", crates.to_str()?);
    // Cargo splits the variable at spaces. It joins it with flags from its configuration.
    (!flag.contains(char::is_whitespace))
        .then_some(("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flag))
}
