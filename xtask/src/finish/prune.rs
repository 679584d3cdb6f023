//! Takes out of WebAssembly what nothing needs, which the linker leaves in: what only writes the
//! messages of panics, and what only that refers to.
//!
//! With `panic = "abort"` and no console nobody could read those messages; a panic is a trap, with or
//! without its words. So what writes them counts as empty, what it is called with as unread, and
//! everything that is reached from the exports is marked, functions and data alike, by the linker's
//! own list of references (`--emit-relocs`). Of the rest, functions become traps and data zeros: a
//! panic is still one, and `wasm-opt` drops both when it looks at the module later.

use std::collections::BTreeSet;
use std::ops::Range;

use anyhow::Result;
use wasmparser::{BinaryReader, FunctionBody, Operator};

use super::module::{Module, Symbol};

/// Parts of the names of functions that never return, or that print for programmers.
const SNIPPED: [&str; 12] = [
    "core::panicking::",
    "std::panicking::",
    "core::fmt::Debug>::fmt",
    "core::fmt::builders::Debug",
    "core::fmt::builders::PadAdapter",
    "core::fmt::Formatter>::debug_",
    "core::slice::index::slice_index_fail",
    "core::str::slice_error_fail",
    "core::cell::panic_already_",
    "core::option::expect_failed",
    "core::result::unwrap_failed",
    "alloc::raw_vec::handle_error",
];

/// Exports that `wasm-bindgen` runs while it makes its JavaScript, and takes out: they describe
/// types.
const DESCRIPTION: &str = "__wbindgen_describe";

/// The module without all that; of the list of references what is left stays, so that the module can
/// still be cut.
///
/// # Errors
/// When it is no module that was linked with `--emit-relocs`.
pub(super) fn prune(bytes: &[u8]) -> Result<Vec<u8>> {
    let module = Module::read(bytes)?;
    let marked = Marked::of(&module, bytes)?;
    let mut pruned = bytes.to_vec();
    let mut gone = vec![false; bytes.len()];
    for (function, body) in module.functions() {
        if !marked.functions.contains(&function) {
            gone[body.clone()].fill(true);
            trap(&mut pruned[body]);
        }
    }
    let (live, dead): (Vec<_>, Vec<_>) = module
        .data()
        .partition(|(symbol, _)| marked.data.contains(symbol));
    for place in dead.into_iter().map(|(_, place)| place) {
        gone[place.clone()].fill(true);
        pruned[place].fill(0);
    }
    // A text may lie within another.
    for place in live.into_iter().map(|(_, place)| place) {
        gone[place.clone()].fill(false);
        pruned[place.clone()].copy_from_slice(&bytes[place]);
    }
    let is_kept = |at: usize| !gone[at] && !marked.unread.contains(&at);
    Ok(module.with_references(&pruned, is_kept))
}

/// The module without the list of references, which nothing reads any more.
///
/// # Errors
/// As [`prune`].
pub(super) fn without_references(bytes: &[u8]) -> Result<Vec<u8>> {
    Ok(Module::read(bytes)?.without_references(bytes))
}

/// Makes a function's code one that traps, of the same length.
fn trap(body: &mut [u8]) {
    const NO_LOCALS: u8 = 0x00;
    const UNREACHABLE: u8 = 0x00;
    const NOTHING: u8 = 0x01;
    const END: u8 = 0x0b;
    if let [locals, first, rest @ .., end] = body {
        (*locals, *first, *end) = (NO_LOCALS, UNREACHABLE, END);
        rest.fill(NOTHING);
    }
}

/// What is reached from the exports.
#[derive(Default)]
struct Marked {
    functions: BTreeSet<u32>,
    /// Symbols of data.
    data: BTreeSet<usize>,
    /// Where numbers stand that nothing reads.
    unread: BTreeSet<usize>,
}

impl Marked {
    fn of(module: &Module, bytes: &[u8]) -> Result<Self> {
        let (descriptions, exports): (Vec<_>, Vec<_>) =
            (module.exports.iter()).partition(|(name, _)| name.starts_with(DESCRIPTION));
        let mut marked = Self::default();
        marked.reach(module, bytes, &exports, false)?;
        // What a description names without calling it the program needs or not, by itself.
        marked.reach(module, bytes, &descriptions, true)?;
        Ok(marked)
    }

    /// Marks exported functions and all that is reached from them, by calls alone where
    /// `only_calls` says so.
    fn reach(
        &mut self,
        module: &Module,
        bytes: &[u8],
        exports: &[&(String, u32)],
        only_calls: bool,
    ) -> Result<()> {
        let mut functions: Vec<u32> = exports.iter().map(|(_, function)| *function).collect();
        let mut data = Vec::new();
        loop {
            let place = if let Some(function) = functions.pop() {
                let is_new = !is_snipped(module, function) && self.functions.insert(function);
                let body = module.body(function).filter(|_| is_new);
                if let Some(body) = &body {
                    self.unread.extend(handed_to_snipped(module, bytes, body)?);
                }
                body
            } else if let Some(symbol) = data.pop() {
                let is_new = !is_location(module, bytes, symbol) && self.data.insert(symbol);
                module.symbols[symbol].place().filter(|_| is_new)
            } else {
                return Ok(());
            };
            let references = place.map_or(&[][..], |place| module.references_in(&place));
            for reference in references {
                if self.unread.contains(&reference.at) {
                    continue;
                }
                match module.symbols[reference.symbol] {
                    Symbol::Function(function) if reference.is_call || !only_calls => {
                        functions.push(function);
                    }
                    Symbol::Data { .. } if !only_calls => data.push(reference.symbol),
                    _ => {}
                }
            }
        }
    }
}

fn is_snipped(module: &Module, function: u32) -> bool {
    let name = module.name(function).unwrap_or_default();
    SNIPPED.iter().any(|part| name.contains(part))
}

/// Where the numbers stand that a body puts down right before it calls what is snipped: such a call
/// does not return, so nothing reads them.
fn handed_to_snipped(
    module: &Module,
    bytes: &[u8],
    body: &Range<usize>,
) -> Result<BTreeSet<usize>> {
    let reader = BinaryReader::new(&bytes[body.clone()], body.start as u64);
    let operators = FunctionBody::new(reader).get_operators_reader()?;
    let mut unread = BTreeSet::new();
    let mut put_down = Vec::new();
    for operator in operators.into_iter_with_offsets() {
        match operator? {
            // The number stands behind one byte that says what it is.
            (Operator::I32Const { .. }, at) => put_down.push(at as usize + 1),
            (Operator::LocalGet { .. }, _) => {}
            (Operator::Call { function_index }, _) if is_snipped(module, function_index) => {
                unread.extend(put_down.drain(..));
            }
            _ => put_down.clear(),
        }
    }
    Ok(unread)
}

/// Whether the data are a place in a source file, which only messages of panics tell: a pointer to
/// the file's name, its length, line and column.
fn is_location(module: &Module, bytes: &[u8], symbol: usize) -> bool {
    const LENGTH: usize = 16;
    let Some(place) = module.symbols[symbol].place() else {
        return false;
    };
    let [reference] = module.references_in(&place) else {
        return false;
    };
    let name = module.symbols[reference.symbol].place();
    let name = name.map_or(&[][..], |name| &bytes[name]);
    // The names of the standard library's files end in a zero.
    let name = name.strip_suffix(&[0]).unwrap_or(name);
    place.len() == LENGTH && reference.at == place.start && name.ends_with(b".rs")
}

#[cfg(test)]
mod tests;
