//! The programs that the developer commands use: [`table`] names them, this module finds them and
//! installs those that are missing.

mod find;
mod install;
pub(crate) mod table;

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use table::Tool;

/// Tools that were looked for, each with its path if there is one.
#[derive(Debug, Default)]
pub(crate) struct Toolbox {
    found: Vec<(&'static str, Option<PathBuf>)>,
}

impl Toolbox {
    /// Looks for `tools` and installs those that are missing.
    ///
    /// What cannot be had is no error yet: why, and how to get it, is printed here, and
    /// [`Toolbox::path`] fails when it is asked for.
    ///
    /// # Errors
    /// When there is no folder to install tools into.
    pub(crate) fn gather(tools: &[&Tool]) -> Result<Self> {
        let tools_dir = tools_dir()?;
        let found = tools
            .iter()
            .map(|tool| (tool.name(), obtain(tool, &tools_dir)))
            .collect();
        Ok(Self { found })
    }

    /// Like [`Toolbox::gather`], but all of them must be there in the end.
    ///
    /// # Errors
    /// When one of them cannot be had.
    pub(crate) fn require(tools: &[&Tool]) -> Result<Self> {
        let toolbox = Self::gather(tools)?;
        tools
            .iter()
            .try_for_each(|tool| toolbox.path(tool).map(drop))?;
        Ok(toolbox)
    }

    /// The path of `tool`.
    ///
    /// # Errors
    /// When it cannot be had, or was not asked for when this box was gathered.
    pub(crate) fn path(&self, tool: &Tool) -> Result<&Path> {
        let entry = self.found.iter().find(|(name, _)| *name == tool.name());
        let (name, path) =
            entry.with_context(|| format!("{} was not asked for beforehand", tool.name()))?;
        path.as_deref()
            .with_context(|| format!("{name} is missing"))
    }

    /// The search path with the folders of these tools in front.
    ///
    /// # Errors
    /// When a folder's name cannot stand in a search path.
    pub(crate) fn search_path(&self) -> Result<OsString> {
        let ours = self
            .found
            .iter()
            .filter_map(|(_, path)| path.as_deref()?.parent());
        let inherited = std::env::var_os("PATH").unwrap_or_default();
        let folders = ours
            .map(Path::to_path_buf)
            .chain(std::env::split_paths(&inherited));
        std::env::join_paths(folders).context("a folder of tools has a colon in its name")
    }
}

/// The path of one tool, installed if need be; where there is none, prints why.
fn obtain(tool: &Tool, tools_dir: &Path) -> Option<PathBuf> {
    let path = find::find(tool, tools_dir).and_then(|found| match found {
        Some(path) => Ok(path),
        None => install::obtain(tool, tools_dir),
    });
    path.inspect_err(|error| println!("{error:#}")).ok()
}

/// The folder for tools that we install ourselves, shared between checkouts.
fn tools_dir() -> Result<PathBuf> {
    let from = |variable: &str| std::env::var_os(variable).filter(|value| !value.is_empty());
    if let Some(folder) = from("HASHPIVOT_TOOLS") {
        return std::path::absolute(folder).context("HASHPIVOT_TOOLS is not a path");
    }
    let caches = from("XDG_CACHE_HOME")
        .map(PathBuf::from)
        .or_else(|| {
            Some(PathBuf::from(from("HOME").or_else(|| from("USERPROFILE"))?).join(".cache"))
        })
        .context("no folder to install tools into: set HASHPIVOT_TOOLS")?;
    Ok(caches.join("hashpivot").join("tools"))
}
