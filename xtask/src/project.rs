//! Where the project's files are.

use std::path::{Path, PathBuf};

/// The package version that all members of the workspace share.
pub(crate) const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The top folder of this checkout.
///
/// Cargo names the package it runs at run time, so that a target folder shared between checkouts
/// does not mix them up; the path compiled in serves when the program is started directly.
pub(crate) fn root() -> PathBuf {
    let manifest_dir = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    manifest_dir
        .parent()
        .map(Path::to_path_buf)
        .unwrap_or(manifest_dir)
}

/// Where a build leaves the finished site.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// Cargo's target folder.
pub(crate) fn target() -> PathBuf {
    let target =
        std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| "target".into(), PathBuf::from);
    root().join(target)
}

/// Where intermediate results may be kept between runs.
pub(crate) fn cache() -> PathBuf {
    target().join("xtask")
}
