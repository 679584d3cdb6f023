//! The files of a finished site and what each is for.

use std::path::Path;

use anyhow::{Context, Result};

/// The page that is one file.
pub(crate) const ONE_FILE: &str = "hashpivot-offline.html";

/// The service worker.
pub(crate) const WORKER: &str = "sw.js";

/// The description of the page as something to install.
pub(crate) const MANIFEST: &str = "manifest.webmanifest";

/// The names of all files below `folder`, in order, with `/` between folders.
///
/// # Errors
/// When a folder cannot be read.
pub(crate) fn files(folder: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    collect(folder, "", &mut names)?;
    names.sort_unstable();
    Ok(names)
}

fn collect(folder: &Path, prefix: &str, names: &mut Vec<String>) -> Result<()> {
    let entries =
        std::fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))?;
    for entry in entries {
        let entry = entry.with_context(|| format!("cannot list {}", folder.display()))?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        match entry.path() {
            path if path.is_dir() => collect(&path, &format!("{name}/"), names)?,
            _ => names.push(name),
        }
    }
    Ok(())
}

/// Whether a file is one that the page itself asks for, whichever of its views is opened: the page,
/// its shells, the files that it starts with and fetches later, its icons in the browser's tab and list, and its
/// manifest. The JavaScript API, pictures, examples and the page in one file are not.
pub(crate) fn is_of_the_page(name: &str) -> bool {
    match name.split_once('/') {
        None => is_named_by_content(name) || ["index.html", "icon.svg", MANIFEST].contains(&name),
        // Chromium looks at it on each visit.
        Some(("icons", file)) => ["icon.svg", "icon-192.png"].contains(&file),
        Some((folder, file)) => file == "index.html" && is_view(folder),
    }
}

/// Whether a file's name carries a digest of its content, so that it never stands for anything else.
pub(crate) fn is_named_by_content(name: &str) -> bool {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let digest = stem.rsplit_once('-').map_or("", |(_, digest)| digest);
    digest.len() == 10 && digest.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// `bytes` after brotli at its best, as a host sends files that it need not compress anew.
///
/// # Errors
/// When brotli fails.
pub(crate) fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut compressed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams::default();
    brotli::BrotliCompress(&mut &bytes[..], &mut compressed, &parameters)
        .context("brotli failed")?;
    Ok(compressed)
}

fn is_view(folder: &str) -> bool {
    hashpivot::state::View::from_key(folder).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_is_what_every_view_asks_for() {
        for name in [
            "index.html",
            "pivot/index.html",
            "hashpivot-6bbefafa43.wasm",
            "later-53be211889.css",
            "icon.svg",
            "icons/icon.svg",
            "icons/icon-192.png",
            MANIFEST,
        ] {
            assert!(is_of_the_page(name), "{name}");
        }
    }

    #[test]
    fn what_only_others_ask_for_is_not_of_the_page() {
        for name in [
            ONE_FILE,
            WORKER,
            "embed.js",
            "api/hashpivot.js",
            "examples/api/page.html",
            "examples/index.html",
            "pictures/pivot.png",
            "pivot/picture.png",
            "icons/icon-512.png",
            "hosting/nginx.conf",
            "_headers",
            "index.html.br",
        ] {
            assert!(!is_of_the_page(name), "{name}");
        }
    }

    #[test]
    fn repetition_compresses_and_nothing_stays_next_to_nothing() {
        assert!(brotli(&[b'a'; 10_000]).expect("in memory").len() < 40);
        assert!(brotli(&[]).expect("in memory").len() <= 2);
    }

    #[test]
    fn a_digest_has_ten_hexadecimal_digits_before_the_extension() {
        assert!(is_named_by_content("boot-16b343c236.js"));
        assert!(!is_named_by_content("hashpivot-offline.html"));
        assert!(!is_named_by_content("boot-16b343c23.js"));
        assert!(!is_named_by_content("boot-16b343c236.js.br"));
    }
}
