//! Makes WebAssembly smaller and faster with `wasm-opt`.

use std::path::Path;

use anyhow::{Context, Result};

use super::digest::Digest;
use crate::{process, project};

/// What `wasm-opt` is told. It may use only features that browsers at the floor have, so they are
/// named one by one: `--all-features` makes modules that browsers refuse.
const OPTIONS: &[&str] = &[
    "-O3",
    "--converge",
    // Functions that are alike stand together, which brotli rewards.
    "--reorder-functions-by-name",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-simd",
    "--strip-producers",
];

/// The module `compiled`, optimised.
///
/// Results are kept in the target folder, since optimising takes many seconds and a build often
/// changes nothing.
///
/// # Errors
/// When `wasm-opt` fails or its files cannot be read or written.
pub(super) fn optimise(wasm_opt: &Path, compiled: &[u8]) -> Result<Vec<u8>> {
    let folder = project::cache().join("wasm-opt");
    std::fs::create_dir_all(&folder)
        .with_context(|| format!("cannot make {}", folder.display()))?;
    let key = Digest::of(&[compiled, OPTIONS.concat().as_bytes()].concat()).hex();
    let done = folder.join(format!("{key}.wasm"));
    if !done.exists() {
        let input = folder.join(format!("{key}.{}.in", std::process::id()));
        let output = input.with_extension("out");
        std::fs::write(&input, compiled)
            .with_context(|| format!("cannot write {}", input.display()))?;
        let mut command = process::command(wasm_opt);
        process::run(command.args(OPTIONS).arg(&input).arg("-o").arg(&output))?;
        // A renamed file is always a whole one.
        std::fs::rename(&output, &done)
            .with_context(|| format!("cannot make {}", done.display()))?;
        std::fs::remove_file(&input)
            .with_context(|| format!("cannot remove {}", input.display()))?;
    }
    std::fs::read(&done).with_context(|| format!("cannot read {}", done.display()))
}
