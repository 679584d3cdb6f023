//! Cuts the compiled page in two: what a first visit needs, and what is fetched after the start.
//!
//! The compiler leaves one module with its relocations (`build.rs`). The cut is between it and
//! `wasm-bindgen`, which sees only the first part; the second one takes what it needs from the first
//! one's exports, among which are the memory and the table of functions.

use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow};
use wasm_split_cli_support::{Options, transform};

use super::asset;
use crate::{process, project};

/// The JavaScript module that the first part imports the loader of the second one from. The boot
/// script has it instead ([`loader`]).
const LOADER: &str = "./later.js";

/// The page in two parts.
pub(super) struct Cut {
    /// The script between the first part and the browser.
    pub(super) glue: String,
    /// The first part.
    pub(super) first: Vec<u8>,
    /// The second part.
    pub(super) later: Vec<u8>,
}

/// Cuts the compiled module and binds the first part to the browser.
///
/// # Errors
/// When it cannot be cut in two, or a tool fails.
pub(super) fn cut(wasm_bindgen: &Path, module: &[u8]) -> Result<Cut> {
    let folder = project::cache().join("cut");
    let first = folder.join("first.wasm");
    let later = split(module, &folder, &first)?;
    let bound = bind(wasm_bindgen, &first, &folder.join("bound"))?;
    Ok(Cut {
        glue: loader(&asset::read_text(&bound.join("hashpivot.js"))?)?,
        first: asset::take(&bound.join("hashpivot_bg.wasm"))?,
        later: asset::take(&later)?,
    })
}

/// Writes the first part to `first` and says where the second one is.
fn split(module: &[u8], folder: &Path, first: &Path) -> Result<PathBuf> {
    let mut options = Options::new(module);
    options.output_dir = folder;
    options.main_out_path = first;
    options.link_name = LOADER;
    let parts = transform(options).map_err(|error| anyhow!("cannot cut the page: {error:#}"))?;
    match &parts.split_modules[..] {
        [later] => Ok(later.clone()),
        others => Err(anyhow!(
            "the page was cut into {} parts, not two",
            1 + others.len()
        )),
    }
}

/// Makes the script between the first part and the browser, and says in which folder both are.
fn bind(wasm_bindgen: &Path, first: &Path, folder: &Path) -> Result<PathBuf> {
    let mut command = process::command(wasm_bindgen);
    command.args(["--target", "no-modules", "--no-typescript"]);
    // The second part needs what the linker exports: the table of functions, the stack.
    command.args(["--keep-lld-exports", "--out-name", "hashpivot", "--out-dir"]);
    process::run(command.arg(folder).arg(first))?;
    Ok(folder.to_owned())
}

/// The script with the boot script's loader in place of a module, which a classic script cannot
/// import.
fn loader(glue: &str) -> Result<String> {
    let import = format!("require(\"{LOADER}\")");
    match glue.matches(&import).count() {
        1 => Ok(glue.replace(&import, "hashpivotLater")),
        count => Err(anyhow!(
            "`wasm-bindgen` imports the loader {count} times, not once"
        )),
    }
}
