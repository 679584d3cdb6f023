//! Files of the site that are named by their content, so that they can be cached for ever.

use std::path::Path;

use anyhow::{Context, Result};

use super::digest::Digest;

/// A published file.
#[derive(Debug)]
pub(super) struct Asset {
    /// Its name, seen from the page.
    pub(super) name: String,
    /// The digest of its content.
    pub(super) digest: Digest,
}

impl Asset {
    /// Writes `bytes` into `folder` as `<stem>-<short digest>.<extension>`.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub(super) fn publish(
        folder: &Path,
        stem: &str,
        extension: &str,
        bytes: &[u8],
    ) -> Result<Self> {
        let digest = Digest::of(bytes);
        let name = format!("{stem}-{}.{extension}", digest.short());
        let path = folder.join(&name);
        std::fs::write(&path, bytes).with_context(|| format!("cannot write {}", path.display()))?;
        Ok(Self { name, digest })
    }
}

/// Reads the file at `path` and removes it: it is about to be published under another name.
///
/// # Errors
/// When it is not there.
pub(super) fn take(path: &Path) -> Result<Vec<u8>> {
    let bytes = read(path)?;
    std::fs::remove_file(path).with_context(|| format!("cannot remove {}", path.display()))?;
    Ok(bytes)
}

/// Reads the file at `path`.
///
/// # Errors
/// When it is not there.
pub(super) fn read(path: &Path) -> Result<Vec<u8>> {
    std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))
}

/// Reads the text file at `path`.
///
/// # Errors
/// When it is not there or not UTF-8.
pub(super) fn read_text(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::{Asset, take};

    #[test]
    fn a_published_file_carries_its_digest_in_its_name() {
        let folder = std::env::temp_dir().join(format!("hashpivot-asset-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("the system's temporary folder is writable");
        let asset = Asset::publish(&folder, "empty", "js", b"").expect("publish");
        assert_eq!(asset.name, "empty-e3b0c44298.js");
        let path = folder.join(&asset.name);
        assert_eq!(take(&path).expect("it was just written"), b"");
        assert!(!path.exists(), "taking a file removes it");
        std::fs::remove_dir_all(&folder).expect("the folder is ours");
    }
}
