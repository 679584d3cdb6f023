//! The service worker, with the list of files that it keeps.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::{Map, Value};

use super::digest::Digest;
use super::{asset, esbuild, template};
use crate::{project, site};

/// Writes the service worker into the finished site `stage`.
///
/// # Errors
/// When the site has no page, or a file cannot be read or written.
pub(super) fn make(esbuild: &Path, stage: &Path) -> Result<()> {
    let files = kept(stage)?;
    ensure!(files.contains_key("index.html"), "there is no page to keep");
    let source = asset::read_text(&project::root().join("static").join(site::WORKER))?;
    let filled = fill(&source, &Value::Object(files).to_string())?;
    let path = stage.join(site::WORKER);
    std::fs::write(&path, esbuild::script(esbuild, filled.as_bytes())?)
        .with_context(|| format!("cannot write {}", path.display()))
}

/// The files of the page, each with the digest that it must have: a page that is published while it is
/// being kept is then not kept by halves.
fn kept(stage: &Path) -> Result<Map<String, Value>> {
    let names = site::files(stage)?;
    let own = names.into_iter().filter(|name| site::is_of_the_page(name));
    own.map(|name| {
        let path = stage.join(&name);
        let bytes =
            std::fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        Ok((name, Digest::of(&bytes).source().into()))
    })
    .collect()
}

/// The script with its list. The cache's name changes with the list and with what is done about it.
fn fill(source: &str, files: &str) -> Result<String> {
    let name = Digest::of([source, files].concat().as_bytes()).short();
    template::fill(source, &[("files", files.to_owned()), ("name", name)])
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn the_caches_name_follows_the_list() {
        let source = "const FILES = {{files}}; const CACHE = '{{name}}';";
        let [one, same, other] = ["{}", "{}", r#"{"a":"b"}"#]
            .map(|files| fill(source, files).expect("both names are known"));
        assert_eq!(one, same);
        let name = |script: &str| script.rsplit(" = ").next().map(str::to_owned);
        assert_ne!(name(&one), name(&other));
    }
}
