//! Finishes a build: Trunk compiles, this names files by content, hashes and checks them, and fills
//! in the page's template (`index.html`).
//!
//! Trunk calls it after each build (`post_build` hook), before it moves the new files to `dist/`,
//! so that a page that is served while developing is the finished page with its policy.

mod asset;
mod digest;
mod esbuild;
mod policy;
mod template;
mod wasm_opt;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::project;
use crate::tools::{Toolbox, table};
use asset::Asset;
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
    let toolbox = Toolbox::require(&[&table::ESBUILD, &table::WASM_OPT])?;
    let esbuild = toolbox.path(&table::ESBUILD)?;
    let root = project::root();

    let compiled = asset::take(&stage.join("hashpivot_bg.wasm"))?;
    let wasm = match optimise {
        true => wasm_opt::optimise(toolbox.path(&table::WASM_OPT)?, &compiled)?,
        false => compiled,
    };
    let glue = asset::take(&stage.join("hashpivot.js"))?;
    let glue = esbuild::script(esbuild, &glue)?;
    let boot = esbuild::boot_script(esbuild, &root.join("static/boot/main.js"))?;
    let styles = esbuild::styles(esbuild, &root.join("src/ui/styles/page.css"))?;

    let parts = Parts {
        wasm: Asset::publish(stage, "hashpivot", "wasm", &wasm)?,
        glue: Asset::publish(stage, "hashpivot", "js", glue.as_bytes())?,
        boot: Asset::publish(stage, "boot", "js", boot.as_bytes())?,
        styles,
    };
    let page = stage.join("index.html");
    let filled = template::fill(&asset::read_text(&page)?, &parts.values())?;
    std::fs::write(&page, filled).with_context(|| format!("cannot write {}", page.display()))
}

/// Everything the page's template refers to.
struct Parts {
    wasm: Asset,
    glue: Asset,
    boot: Asset,
    styles: String,
}

impl Parts {
    /// The template's names with their values.
    fn values(&self) -> Vec<(&'static str, String)> {
        let styles = Digest::of(self.styles.as_bytes());
        let policy = policy::policy(&[&self.glue.digest, &self.boot.digest], &styles);
        vec![
            ("policy", policy),
            (
                "version",
                format!("{}+{}", project::VERSION, self.wasm.digest.short()),
            ),
            ("styles", self.styles.clone()),
            ("wasm", self.wasm.name.clone()),
            ("wasm_integrity", self.wasm.digest.source()),
            ("glue", self.glue.name.clone()),
            ("glue_integrity", self.glue.digest.source()),
            ("boot", self.boot.name.clone()),
            ("boot_integrity", self.boot.digest.source()),
        ]
    }
}
