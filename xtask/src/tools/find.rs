//! Finds tools that are already there.

use std::path::{Path, PathBuf};
use std::process::Stdio;

use anyhow::Result;

use super::table::{Source, Tool, Version};
use crate::{lockfile, process};

/// The path of `tool`, if a version that will do is on this machine.
///
/// Looks on the path first and then in our own folder.
///
/// # Errors
/// When `Cargo.lock` does not say which version is wanted.
pub(super) fn find(tool: &Tool, tools_dir: &Path) -> Result<Option<PathBuf>> {
    let wanted = wanted_version(tool)?;
    let on_path = || candidates_on_path(tool).find(|path| will_do(path, wanted.as_deref()));
    Ok(match &tool.source {
        Source::RustTarget => rust_target_libraries(tool.name()),
        Source::Crate { .. } => on_path().or_else(|| {
            let path = tools_dir.join("bin").join(program_file(tool.name()));
            (path.is_file() && will_do(&path, wanted.as_deref())).then_some(path)
        }),
        Source::Npm {
            package,
            version,
            file,
        } => on_path().or_else(|| {
            // The folder carries the version: no need to start the program to learn it.
            let path = npm_dir(tools_dir, package, version).join(file);
            path.is_file().then_some(path)
        }),
        Source::Apt { folder: None, .. } => on_path(),
        Source::Apt {
            folder: Some(folder),
            ..
        } => beside_libraries(folder, tool.name()),
    })
}

/// The version that `tool` must have, or `None` where any will do.
pub(super) fn wanted_version(tool: &Tool) -> Result<Option<String>> {
    match tool.version {
        Version::Any => Ok(None),
        Version::Exactly(version) => Ok(Some(version.to_owned())),
        Version::Locked(package) => lockfile::locked_version(package).map(Some),
    }
}

/// Where our folder keeps an npm package: a folder per version, so that checkouts can differ.
pub(super) fn npm_dir(tools_dir: &Path, package: &str, version: &str) -> PathBuf {
    tools_dir
        .join("npm")
        .join(format!("{package}-{version}"))
        .join("node_modules")
        .join(package)
}

/// Each file on the path that has one of the tool's names.
fn candidates_on_path(tool: &Tool) -> impl Iterator<Item = PathBuf> {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = std::env::split_paths(&folders).collect();
    tool.names
        .iter()
        .flat_map(move |name| {
            let file = program_file(name);
            folders
                .iter()
                .map(|folder| folder.join(&file))
                .collect::<Vec<_>>()
        })
        .filter(|path| path.is_file())
}

/// Whether the program at `path` says that it has the version `wanted`.
fn will_do(path: &Path, wanted: Option<&str>) -> bool {
    let Some(wanted) = wanted else { return true };
    let output = process::command(path)
        .arg("--version")
        .stderr(Stdio::null())
        .output();
    output.is_ok_and(|output| says_version(&String::from_utf8_lossy(&output.stdout), wanted))
}

/// Whether `wanted` is one of the words a program wrote when asked for its version.
fn says_version(written: &str, wanted: &str) -> bool {
    written.split_whitespace().any(|word| word == wanted)
}

/// The folder of the compiled standard library for `target`, if it is installed.
fn rust_target_libraries(target: &str) -> Option<PathBuf> {
    let mut rustc = process::command("rustc");
    let folder = process::output(rustc.args(["--print", "target-libdir", "--target", target]));
    folder
        .ok()
        .map(|path| PathBuf::from(path.trim()))
        .filter(|path| path.is_dir())
}

/// A program that Debian keeps in `/usr/lib/<machine>/<folder>/`.
fn beside_libraries(folder: &str, name: &str) -> Option<PathBuf> {
    let machines = std::fs::read_dir("/usr/lib").ok()?;
    machines
        .flatten()
        .map(|machine| machine.path().join(folder).join(name))
        .find(|path| path.is_file())
}

/// The name of a program's file on this system.
fn program_file(name: &str) -> String {
    format!("{name}{}", std::env::consts::EXE_SUFFIX)
}

#[cfg(test)]
mod tests {
    use super::says_version;

    #[test]
    fn a_version_is_a_whole_word_of_what_the_program_says() {
        assert!(says_version("wasm-bindgen 0.2.130\n", "0.2.130"));
        assert!(says_version("wasm-opt version 132 (version_132)", "132"));
        assert!(says_version("0.28.2", "0.28.2"));
    }

    #[test]
    fn a_longer_or_shorter_version_is_another_version() {
        assert!(!says_version("wasm-bindgen 0.2.130", "0.2.13"));
        assert!(!says_version("wasm-bindgen 0.2.13", "0.2.130"));
        assert!(!says_version("", "132"));
    }
}
