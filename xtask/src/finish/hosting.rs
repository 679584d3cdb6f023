//! What hosts need beside the site: configuration of servers, and `_headers` for static hosts.

use std::path::Path;

use anyhow::{Context, Result};

use super::{asset, template};
use crate::{project, site};

/// Where servers find their configuration below the site.
const FOLDER: &str = "hosting";

/// The file that static hosts read.
const HEADERS: &str = "_headers";

/// Writes `hosting/` and `_headers` into the finished site `stage`.
///
/// # Errors
/// When a file cannot be read or written.
pub(super) fn make(stage: &Path) -> Result<()> {
    let source = project::root().join("static").join(FOLDER);
    let folder = stage.join(FOLDER);
    std::fs::create_dir_all(&folder)
        .with_context(|| format!("cannot make {}", folder.display()))?;
    for name in site::files(&source)? {
        let text = asset::read_text(&source.join(&name))?;
        let (path, text) = match name.as_str() {
            HEADERS => (stage.join(HEADERS), headers(&text, &site::files(stage)?)?),
            _ => (folder.join(&name), text),
        };
        std::fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}

/// The template with a rule for each file that may be kept for ever. Hosts join what several rules say
/// about one header, so each file is named and no pattern covers two.
fn headers(template: &str, names: &[String]) -> Result<String> {
    let lasting = names.iter().filter(|name| site::is_named_by_content(name));
    let rules = lasting
        .map(|name| format!("/{name}\n  Cache-Control: public, max-age=31536000, immutable\n"));
    template::fill(template, &[("named_by_content", rules.collect())])
}

#[cfg(test)]
mod tests {
    use super::headers;

    #[test]
    fn only_what_carries_a_digest_is_kept_for_ever() {
        let names = ["boot-16b343c236.js", "index.html", "sw.js"].map(str::to_owned);
        let written = headers("{{named_by_content}}/*\n", &names).expect("a known name");
        assert_eq!(
            written,
            "/boot-16b343c236.js\n  Cache-Control: public, max-age=31536000, immutable\n/*\n"
        );
    }
}
