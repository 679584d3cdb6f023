//! Installs tools that are missing, and says how to get those it cannot install.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Once;

use anyhow::{Context, Result, anyhow, ensure};

use super::find::{find, npm_dir, wanted_version};
use super::table::{Source, Tool};
use crate::process;

/// Installs `tool` and returns where it is now.
///
/// # Errors
/// When it cannot be installed here; the message says how to get it.
pub(super) fn obtain(tool: &Tool, tools_dir: &Path) -> Result<PathBuf> {
    install(tool, tools_dir)
        .and_then(|()| find(tool, tools_dir)?.context("it was installed but is not found"))
        .map_err(|error| {
            anyhow!(
                "{} could not be installed: {error:#}. {}",
                tool.name(),
                advice(tool)
            )
        })
}

/// Installs `tool`, telling beforehand what, why and how, with the installer's own progress.
///
/// # Errors
/// When it cannot be installed here.
fn install(tool: &Tool, tools_dir: &Path) -> Result<()> {
    announce(tool);
    match &tool.source {
        Source::RustTarget => {
            process::run(process::command("rustup").args(["target", "add", tool.name()]))
        }
        Source::Crate { name, options, .. } => install_crate(tool, name, options, tools_dir),
        Source::Npm {
            package, version, ..
        } => install_npm(package, version, tools_dir),
        Source::Apt { packages, .. } => install_apt(packages),
    }
}

/// Prints what is about to be installed.
fn announce(tool: &Tool) {
    let how = match &tool.source {
        Source::RustTarget => "with rustup, a few seconds".to_owned(),
        Source::Crate { name, minutes, .. } => {
            format!("compiling the crate {name}, {minutes}, once")
        }
        Source::Npm {
            package, version, ..
        } => format!("npm package {package} {version}"),
        Source::Apt { packages, .. } => format!("Debian packages {}", packages.join(" ")),
    };
    println!("\nInstalling {} ({how}): needed {}.", tool.name(), tool.why);
}

/// How to get a tool by hand.
fn advice(tool: &Tool) -> String {
    match &tool.source {
        Source::RustTarget => format!("Get it with `rustup target add {}`.", tool.name()),
        Source::Crate { name, options, .. } => {
            let version = wanted_version(tool).ok().flatten();
            let at = version
                .map(|version| format!("@{version}"))
                .unwrap_or_default();
            format!(
                "Get it with `cargo install {name}{at} {}`.",
                options.join(" ")
            )
        }
        Source::Npm {
            package, version, ..
        } => {
            format!("Get Node.js, whose npm installs the package {package} {version}.")
        }
        Source::Apt { packages, .. } => format!(
            "Get it with `sudo apt-get install {}`, or elsewhere from its makers, and put it on \
             the path.",
            packages.join(" ")
        ),
    }
}

fn install_crate(tool: &Tool, name: &str, options: &[&str], tools_dir: &Path) -> Result<()> {
    let version = wanted_version(tool)?;
    let package = version.map_or_else(|| name.to_owned(), |version| format!("{name}@{version}"));
    let mut cargo = process::command("cargo");
    cargo
        .args(["install", &package])
        .args(options)
        .arg("--root")
        .arg(tools_dir);
    // A crate compiled for this machine must not inherit flags meant for the page.
    process::run(
        cargo
            .env_remove("RUSTFLAGS")
            .env_remove("CARGO_BUILD_TARGET"),
    )
}

/// Installs into a folder of its own and then moves that, so that a folder with the final name is
/// always complete.
fn install_npm(package: &str, version: &str, tools_dir: &Path) -> Result<()> {
    let last = tools_dir.join("npm").join(format!("{package}-{version}"));
    let name = package.replace('/', "+");
    let staging = last.with_file_name(format!(".unfinished-{name}-{}", std::process::id()));
    std::fs::create_dir_all(&staging)
        .with_context(|| format!("cannot make {}", staging.display()))?;
    let mut npm = process::command("npm");
    npm.arg("install").arg("--prefix").arg(&staging);
    npm.args(["--no-audit", "--no-fund", "--ignore-scripts"])
        .arg(format!("{package}@{version}"));
    let attempt = process::run(&mut npm);
    if attempt.is_ok() && !npm_dir(tools_dir, package, version).exists() {
        std::fs::rename(&staging, &last)
            .with_context(|| format!("cannot make {}", last.display()))?;
    } else {
        // What is left over is of no use; that it stays behind does no harm either.
        let _ = std::fs::remove_dir_all(&staging);
    }
    attempt
}

fn install_apt(packages: &[&str]) -> Result<()> {
    ensure!(
        process::succeeds(apt().arg("--version")),
        "there is no apt-get here"
    );
    ensure!(is_root(), "installing Debian packages takes root");
    static INDEX: Once = Once::new();
    INDEX.call_once(|| {
        // An index that is out of date may still do, so a failure here is not the end.
        if let Err(error) = process::run(apt().args(["update", "--quiet"])) {
            println!("{error:#}; going on with the index that is there.");
        }
    });
    process::run(
        apt()
            .args(["install", "--yes", "--no-install-recommends"])
            .args(packages),
    )
}

fn apt() -> Command {
    let mut apt = process::command("apt-get");
    // The level tells packages of servers not to start them.
    apt.env("DEBIAN_FRONTEND", "noninteractive")
        .env("RUNLEVEL", "1")
        .stdin(Stdio::null());
    apt
}

fn is_root() -> bool {
    process::output(process::command("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}
