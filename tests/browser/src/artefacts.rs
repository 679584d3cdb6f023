//! Files that a run leaves behind for people to look at.

use std::fs;
use std::path::{Path, PathBuf};

/// The folder of that name below `target/`, made if need be.
///
/// # Panics
/// When it cannot be made.
#[must_use]
pub fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../target")
        .join(name);
    fs::create_dir_all(&folder).expect("`target/` can be written");
    folder
}

/// Writes a picture to `target/<folder>/<name>.png`.
///
/// # Panics
/// When it cannot be written.
pub fn write_picture(folder_name: &str, name: &str, png: &[u8]) {
    let path = folder(folder_name).join(format!("{name}.png"));
    fs::write(path, png).expect("`target/` can be written");
}
