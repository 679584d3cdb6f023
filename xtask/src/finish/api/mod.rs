//! Makes the JavaScript API: `api/`, which stands beside the page and is ready for npm, and its
//! examples.

mod names;
mod schema;
mod types;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::{asset, esbuild, prune, template, wasm_opt};
use crate::tools::{Toolbox, table};
use crate::{process, project};

/// Files that are taken as they are, with the folder below the checkout in which they stand.
const COPIED: [(&str, &str); 3] = [
    ("static/api", "README.md"),
    (".", "LICENSE-MIT"),
    (".", "LICENSE-APACHE"),
];

/// A module of the API, which is compiled by itself.
struct Module {
    /// The name of its files.
    name: &'static str,
    /// The feature of the crate that it is.
    feature: &'static str,
}

const MODULES: [Module; 2] = [
    Module {
        name: "hashpivot",
        feature: "api",
    },
    Module {
        name: "tables",
        feature: "api-tables",
    },
];

impl Module {
    /// The name of its WebAssembly.
    fn wasm(&self) -> String {
        format!("{}_bg.wasm", self.name)
    }
}

/// Compiles the API and writes it to `<site>/api/`, its examples to `<site>/examples/api/`.
///
/// # Errors
/// When a tool is missing or fails, or a template asks for something unknown.
pub(super) fn make(site: &Path) -> Result<()> {
    let toolbox = Toolbox::require(&[
        &table::WASM_TARGET,
        &table::WASM_BINDGEN,
        &table::WASM_OPT,
        &table::ESBUILD,
    ])?;
    let sources = project::root().join("static/api");
    let package = site.join("api");
    make_folder(&package)?;

    for module in MODULES {
        let pruned = prune::prune(&asset::read(&compile(module.feature)?)?)?;
        let compiled = prune::without_references(&pruned)?;
        let wasm_bindgen = toolbox.path(&table::WASM_BINDGEN)?;
        let bindings = bind(wasm_bindgen, module.name, &compiled)?;
        let wasm = asset::read(&bindings.join(module.wasm()))?;
        let wasm = wasm_opt::optimise(toolbox.path(&table::WASM_OPT)?, &wasm)?;
        let script = format!("{}.js", module.name);
        let bundle = esbuild::module(
            toolbox.path(&table::ESBUILD)?,
            &sources.join(&script),
            &bindings.join(&script),
        )?;
        let (bundle, wasm) = names::numbered(&bundle, &wasm);
        write(&package.join(module.wasm()), &wasm)?;
        write(&package.join(&script), bundle.as_bytes())?;
    }
    fill(&sources, &package, "hashpivot.d.ts", &types::values())?;
    fill(&sources, &package, "tables.d.ts", &[version()])?;
    fill(&sources, &package, "package.json", &about())?;
    let schema = serde_json::to_string_pretty(&schema::of_inputs())?;
    write(
        &package.join("schema.json"),
        format!("{schema}\n").as_bytes(),
    )?;
    for (folder, name) in COPIED {
        write(
            &package.join(name),
            &asset::read(&project::root().join(folder).join(name))?,
        )?;
    }
    copy_examples(&site.join("examples/api"))
}

/// What the package says about itself.
fn about() -> Vec<(&'static str, String)> {
    vec![version(), ("license", env!("CARGO_PKG_LICENSE").to_owned())]
}

fn version() -> (&'static str, String) {
    ("version", project::VERSION.to_owned())
}

/// Compiles `src/api.rs` and what it needs, without the page, and says where the module is.
fn compile(feature: &str) -> Result<PathBuf> {
    let mut cargo = process::command("cargo");
    cargo.args([
        "rustc",
        "--quiet",
        "--offline",
        "--locked",
        "--package",
        "hashpivot",
    ]);
    cargo.args(["--lib", "--crate-type", "cdylib", "--features", feature]);
    // A profile of its own: in that of the page the file would have the name of the page's.
    cargo.args(["--target", "wasm32-unknown-unknown", "--profile", "api"]);
    cargo.args(["--", "-Clink-arg=--emit-relocs"]);
    process::run(&mut cargo)?;
    Ok(project::target().join("wasm32-unknown-unknown/api/hashpivot.wasm"))
}

/// Makes the JavaScript between the module and its callers, and says in which folder both are.
fn bind(wasm_bindgen: &Path, name: &str, compiled: &[u8]) -> Result<PathBuf> {
    let folder = project::cache().join("api").join(name);
    make_folder(&folder)?;
    let module = folder.join("compiled.wasm");
    write(&module, compiled)?;
    let mut command = process::command(wasm_bindgen);
    command.args([
        "--target",
        "web",
        "--no-typescript",
        "--omit-default-module-path",
    ]);
    command.args(["--out-name", name, "--out-dir"]).arg(&folder);
    process::run(command.arg(module))?;
    Ok(folder)
}

/// Writes the template `name` to `package` with `values` filled in.
fn fill(sources: &Path, package: &Path, name: &str, values: &[(&str, String)]) -> Result<()> {
    let filled = template::fill(&asset::read_text(&sources.join(name))?, values)
        .with_context(|| format!("static/api/{name}"))?;
    write(&package.join(name), filled.as_bytes())
}

fn copy_examples(target: &Path) -> Result<()> {
    make_folder(target)?;
    let sources = project::root().join("static/examples/api");
    let entries =
        fs::read_dir(&sources).with_context(|| format!("cannot list {}", sources.display()))?;
    for entry in entries {
        let entry = entry.with_context(|| format!("cannot list {}", sources.display()))?;
        write(
            &target.join(entry.file_name()),
            &asset::read(&entry.path())?,
        )?;
    }
    Ok(())
}

fn make_folder(path: &Path) -> Result<()> {
    fs::create_dir_all(path).with_context(|| format!("cannot make {}", path.display()))
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::{about, asset, project, template, types, version};

    #[test]
    fn the_templates_name_what_there_is_and_all_of_it() {
        for (name, values) in [
            ("package.json", about()),
            ("hashpivot.d.ts", types::values()),
            ("tables.d.ts", vec![version()]),
        ] {
            let path = project::root().join("static/api").join(name);
            let text = asset::read_text(&path).expect("the template");
            let filled = template::fill(&text, &values).expect(name);
            assert!(!filled.contains("{{"), "{filled}");
        }
    }
}
