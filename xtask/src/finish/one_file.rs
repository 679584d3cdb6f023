//! The page as one file, which opens from a disk.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::asset::{self, Asset};
use super::digest::Digest;
use super::{Parts, edition, esbuild, policy, template};
use crate::{project, site};

/// Puts what was published into `stage` into one file beside it, with the address of the `site` to which
/// its links lead; an empty one where there is none.
///
/// # Errors
/// When a part cannot be read or cannot stand in a page, or the file cannot be written.
pub(super) fn make(esbuild: &Path, stage: &Path, parts: &Parts, site: String) -> Result<()> {
    let root = project::root();
    let styles = esbuild::styles(esbuild, &root.join("src/ui/styles/one-file.css"))?;
    let text = |asset: &Asset| inline(&asset::read_text(&stage.join(&asset.name))?);
    let coded = |path: &Path| -> Result<String> {
        let bytes =
            std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
        Ok(STANDARD.encode(bytes))
    };
    let (boot, glue) = (text(&parts.boot)?, text(&parts.glue)?);
    let [boot_digest, glue_digest, styles_digest] =
        [&boot, &glue, &styles].map(|text| Digest::of(text.as_bytes()));
    let values = [
        (
            "policy",
            policy::of_one_file(&[&boot_digest, &glue_digest], &styles_digest),
        ),
        ("version", parts.version()),
        ("live_data", parts.live_data.clone()),
        ("site", site),
        (
            "date",
            edition::date()?.map_or_else(String::new, |date| format!(" of {date}")),
        ),
        ("icon", coded(&root.join("static/icon.svg"))?),
        ("styles", styles),
        ("wasm", coded(&stage.join(&parts.wasm.name))?),
        ("later", coded(&stage.join(&parts.later.name))?),
        (
            "later_styles",
            coded(&stage.join(&parts.later_styles.name))?,
        ),
        ("boot", boot),
        ("glue", glue),
    ];
    let page = template::fill(
        &asset::read_text(&root.join("static/one-file.html"))?,
        &values,
    )?;
    let path = stage.join(site::ONE_FILE);
    std::fs::write(&path, page).with_context(|| format!("cannot write {}", path.display()))
}

/// A script that can stand in a `<script>` element as it is.
fn inline(script: &str) -> Result<String> {
    for end in ["</script", "<!--"] {
        ensure!(
            !script.contains(end),
            "a script contains `{end}`, which means something else inside a page"
        );
    }
    // The digest in the policy is that of the element's text.
    Ok(script.trim().replace("\r\n", "\n"))
}

#[cfg(test)]
mod tests {
    use super::inline;

    #[test]
    fn a_script_that_would_end_its_element_is_refused() {
        assert!(inline("a = '</script>'").is_err());
        assert!(inline("if (a <!--b) c()").is_err());
        assert_eq!(inline("a < b;\n").expect("harmless"), "a < b;");
    }
}
