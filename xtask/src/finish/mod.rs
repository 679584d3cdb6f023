//! Finishes a build: Trunk compiles, this names files by content, hashes and checks them, and fills
//! in the page's template (`index.html`). Beside the page it puts the JavaScript API ([`api`]).
//!
//! Trunk calls it after each build (`post_build` hook), before it moves the new files to `dist/`,
//! so that a page that is served while developing is the finished page with its policy.

mod api;
mod asset;
mod compress;
mod cut;
mod digest;
mod direct;
mod edition;
mod embed;
mod esbuild;
mod hosting;
mod live_data;
mod manifest;
mod module;
mod offline;
mod one_file;
mod policy;
mod prune;
mod shells;
mod short_names;
mod short_texts;
mod template;
mod wasm_opt;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::project;
use crate::tools::{Toolbox, table};
use asset::Asset;
use cut::Cut;
use digest::Digest;

/// Finishes the build that Trunk describes in the environment of its hooks.
///
/// # Errors
/// When not called by Trunk, or as [`finish`].
pub(crate) fn finish_build() -> Result<()> {
    let variable = |name: &str| {
        std::env::var_os(name).with_context(|| format!("`finish` is for Trunk to call: no {name}"))
    };
    let stage = PathBuf::from(variable("TRUNK_STAGING_DIR")?);
    let optimise = variable("TRUNK_PROFILE")? == "release";
    finish(&stage, optimise)
}

/// Turns what Trunk left in the folder `stage` into the site.
///
/// # Errors
/// When a tool fails, a file is missing, or the template asks for something unknown.
fn finish(stage: &Path, optimise: bool) -> Result<()> {
    let toolbox = Toolbox::require(&[&table::ESBUILD, &table::WASM_BINDGEN, &table::WASM_OPT])?;
    let esbuild = toolbox.path(&table::ESBUILD)?;
    let root = project::root();

    // Trunk bound the page in one piece.
    asset::take(&stage.join("hashpivot_bg.wasm"))?;
    asset::take(&stage.join("hashpivot.js"))?;
    let profile = if optimise { "release" } else { "debug" };
    let compiled = project::target()
        .join("wasm32-unknown-unknown")
        .join(profile)
        .join("hashpivot.wasm");
    let mut compiled = asset::read(&compiled)?;
    if optimise {
        compiled = prune::prune(&compiled)?;
    }
    let Cut { glue, first, later } = cut::cut(toolbox.path(&table::WASM_BINDGEN)?, &compiled)?;
    let (first, later) = direct::link(&first, &later)?;
    let (glue, first) = short_names::shorten(&short_texts::read(&glue)?, &first)?;
    let wasm = |module: Vec<u8>| match optimise {
        true => wasm_opt::optimise(toolbox.path(&table::WASM_OPT)?, &module),
        false => Ok(module),
    };
    let glue = esbuild::script(esbuild, glue.as_bytes())?;
    let boot = esbuild::boot_script(esbuild, &root.join("static/boot/main.js"))?;
    let styles = esbuild::styles(esbuild, &root.join("src/ui/styles/page.css"))?;
    embed::make(stage, esbuild)?;
    let later_styles = esbuild::styles(esbuild, &root.join("src/ui/styles/later.css"))?;

    let parts = Parts {
        wasm: Asset::publish(stage, "hashpivot", "wasm", &wasm(first)?)?,
        later: Asset::publish(stage, "later", "wasm", &wasm(later)?)?,
        later_styles: Asset::publish(stage, "later", "css", later_styles.as_bytes())?,
        glue: Asset::publish(stage, "hashpivot", "js", glue.as_bytes())?,
        boot: Asset::publish(stage, "boot", "js", boot.as_bytes())?,
        styles,
        live_data: live_data::address()?,
        later_sheet: later_styles,
    };
    let address = shells::public_address()?;
    let prerendered = shells::Prerendered::make()?;
    shells::write(stage, &parts, &prerendered, address.as_deref())?;
    one_file::make(esbuild, stage, &parts, address.unwrap_or_default())?;
    manifest::make(stage)?;
    // A page that is compiled quickly is to be looked at, not to be imported, shared or published.
    if optimise {
        shells::draw(stage, &prerendered, &(parts.styles + &parts.later_sheet))?;
        api::make(stage)?;
    }
    // From here on the site is whole.
    offline::make(esbuild, stage)?;
    hosting::make(stage)?;
    if optimise {
        compress::make(stage)?;
    }
    Ok(())
}

/// Everything the page's template refers to.
struct Parts {
    wasm: Asset,
    later: Asset,
    later_styles: Asset,
    glue: Asset,
    boot: Asset,
    /// What style sheets a first visit needs.
    styles: String,
    live_data: String,
    /// What is in `later_styles`.
    later_sheet: String,
}

impl Parts {
    /// Which build this is.
    fn version(&self) -> String {
        format!("{}+{}", project::VERSION, self.wasm.digest.short())
    }

    /// The template's names with their values, on a page that has this style sheet.
    fn values(&self, styles: String) -> Vec<(&'static str, String)> {
        let digest = Digest::of(styles.as_bytes());
        let policy = policy::policy(&[&self.glue.digest, &self.boot.digest], &digest);
        vec![
            ("policy", policy),
            ("version", self.version()),
            ("live_data", self.live_data.clone()),
            ("styles", styles),
            ("wasm", self.wasm.name.clone()),
            ("wasm_integrity", self.wasm.digest.source()),
            ("later", self.later.name.clone()),
            ("later_integrity", self.later.digest.source()),
            ("later_styles", self.later_styles.name.clone()),
            ("later_styles_integrity", self.later_styles.digest.source()),
            ("glue", self.glue.name.clone()),
            ("glue_integrity", self.glue.digest.source()),
            ("boot", self.boot.name.clone()),
            ("boot_integrity", self.boot.digest.source()),
        ]
    }
}

#[cfg(test)]
mod tests {
    use hashpivot::state::View;

    use super::{Asset, Digest, Parts, asset, project, shells, template};

    /// The project's own template, filled in with small parts.
    fn page() -> String {
        let asset = |name: &str| Asset {
            name: name.into(),
            digest: Digest::of(name.as_bytes()),
        };
        let parts = Parts {
            wasm: asset("app.wasm"),
            later: asset("later.wasm"),
            later_styles: asset("later.css"),
            glue: asset("glue.js"),
            boot: asset("boot.js"),
            styles: "p{color:red}".into(),
            live_data: "https://example.org".into(),
            later_sheet: "b{color:red}".into(),
        };
        let text = asset::read_text(&project::root().join("index.html")).expect("the template");
        let mut values = parts.values(parts.styles.clone());
        values.extend(shells::values(
            View::Pivot,
            "../",
            "https://a.example/",
            "<main></main>".into(),
        ));
        template::fill(&text, &values).expect("the template names only what there is")
    }

    #[test]
    fn the_policy_stands_before_everything_that_it_governs() {
        let page = page();
        let position = |needle: &str| page.find(needle).expect(needle);
        let policy = position("Content-Security-Policy");
        assert!(
            ["<script", "<style", "<link"]
                .iter()
                .all(|tag| policy < position(tag))
        );
    }

    #[test]
    fn every_script_is_a_file_whose_digest_the_policy_names() {
        let page = page();
        let (_, policy) = page
            .split_once("script-src ")
            .expect("the policy is filled in");
        let (admitted, _) = policy.split_once(';').expect("more directives follow");
        let scripts: Vec<&str> = page.split("<script").skip(1).collect();
        assert_eq!(scripts.len(), 2);
        for script in scripts {
            let (tag, content) = script.split_once('>').expect("a whole tag");
            assert!(
                content.starts_with("</script>"),
                "an inline script: {content}"
            );
            assert!(tag.contains(" crossorigin="), "{tag}");
            let (_, integrity) = tag.split_once(" integrity=\"").expect("a digest");
            assert!(
                admitted.contains(integrity.split('"').next().expect("text")),
                "{tag}"
            );
        }
    }

    #[test]
    fn the_only_inline_style_is_the_one_whose_digest_the_policy_names() {
        let page = page();
        assert!(
            !page.contains(" style="),
            "the policy forbids style attributes"
        );
        assert_eq!(page.matches("<style>").count(), 1);
        assert!(page.contains(&format!(
            "style-src 'self' '{}'",
            Digest::of(b"p{color:red}").source()
        )));
    }
}
