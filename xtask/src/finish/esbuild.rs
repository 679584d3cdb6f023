//! Makes scripts and style sheets small, in syntax that the oldest supported browsers read.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};

use crate::process;

/// The oldest browsers that run the page.
const FLOOR: &str = "--target=chrome97,firefox102,safari16.4";

/// What the boot script is written down to: browsers far below the floor must still be able to run
/// it, because it is what tells their readers so.
const BOOT_FLOOR: &str = "--target=es2017";

/// A classic script made small. Its global names stay as they are.
///
/// # Errors
/// When `source` is not a script.
pub(super) fn script(esbuild: &Path, source: &[u8]) -> Result<String> {
    filter(process::command(esbuild).args(["--minify", FLOOR]), source)
}

/// The boot script: the module at `entry` and what it imports, as one classic script.
///
/// # Errors
/// When one of the modules is missing or is not a script.
pub(super) fn boot_script(esbuild: &Path, entry: &Path) -> Result<String> {
    let options = ["--bundle", "--minify", "--format=iife", BOOT_FLOOR];
    process::output(
        process::command(esbuild)
            .args(options)
            .arg("--log-level=warning")
            .arg(entry),
    )
}

/// The module of the JavaScript API: the one at `entry` with `bindings` for what it imports by that
/// name. Line breaks stay, because without them the notes that tell bundlers what is Node's go too.
///
/// # Errors
/// When one of them is missing or is not a script.
pub(super) fn module(esbuild: &Path, entry: &Path, bindings: &Path) -> Result<String> {
    let options = [
        "--bundle",
        "--minify-identifiers",
        "--minify-syntax",
        "--format=esm",
        "--external:node:*",
        FLOOR,
        "--log-level=warning",
    ];
    let alias = format!("--alias:bindings={}", bindings.display());
    process::output(
        process::command(esbuild)
            .args(options)
            .arg(alias)
            .arg(entry),
    )
}

/// The style sheet at `entry` with those it imports, as one text for a `<style>` element.
///
/// # Errors
/// When one of them is missing or is not a style sheet.
pub(super) fn styles(esbuild: &Path, entry: &Path) -> Result<String> {
    let options = ["--bundle", "--minify", FLOOR, "--log-level=warning"];
    let css = process::output(process::command(esbuild).args(options).arg(entry))?;
    ensure!(
        !css.contains("</"),
        "a style sheet contains `</`, which would end its element"
    );
    Ok(css.trim().to_owned())
}

/// Runs a command that turns its standard input into its standard output.
fn filter(command: &mut Command, input: &[u8]) -> Result<String> {
    let shown = process::show(command);
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot run `{shown}`"))?;
    // esbuild reads all of its input before it writes: this cannot lock up. Dropping the pipe ends
    // the input.
    let mut pipe = child
        .stdin
        .take()
        .context("the child was started with a pipe")?;
    pipe.write_all(input)
        .with_context(|| format!("cannot write to `{shown}`"))?;
    drop(pipe);
    let output = child
        .wait_with_output()
        .with_context(|| format!("cannot run `{shown}`"))?;
    ensure!(
        output.status.success(),
        "`{shown}` failed ({})",
        output.status
    );
    String::from_utf8(output.stdout).with_context(|| format!("`{shown}` did not write UTF-8"))
}
