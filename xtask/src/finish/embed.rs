//! What goes into other people's pages: `embed.js`, and host pages that show how.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use super::{asset, esbuild};
use crate::project;

/// How many bytes the script may have, uncompressed.
const LARGEST: usize = 2_000;

/// Writes `embed.js`, under a name that stays, and the host pages to `<site>/examples/embed/`.
///
/// # Errors
/// When the script is larger than it may be, or a file cannot be read or written.
pub(super) fn make(site: &Path, esbuild: &Path) -> Result<()> {
    let script = minified(esbuild)?;
    ensure!(
        script.len() <= LARGEST,
        "embed.js has {} bytes; {LARGEST} are allowed",
        script.len()
    );
    write(&site.join("embed.js"), script.as_bytes())?;
    let examples = site.join("examples/embed");
    fs::create_dir_all(&examples)
        .with_context(|| format!("cannot make the folder {}", examples.display()))?;
    let sources = project::root().join("static/examples/embed");
    let entries =
        fs::read_dir(&sources).with_context(|| format!("cannot list {}", sources.display()))?;
    for entry in entries {
        let path = entry.context("a folder can be listed")?.path();
        let name = path.file_name().context("a file has a name")?;
        fs::copy(&path, examples.join(name))
            .with_context(|| format!("cannot copy {}", path.display()))?;
    }
    Ok(())
}

fn minified(esbuild: &Path) -> Result<String> {
    let source = asset::read_text(&project::root().join("static/embed/embed.js"))?;
    esbuild::script(esbuild, source.as_bytes())
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display()))
}
