//! Takes out of WebAssembly what only writes the messages of panics, which nobody can read there:
//! with `panic = "abort"` and no console a panic is a trap, with or without its words.
//!
//! The functions stay, each with nothing but a trap in it, so that a panic is still one. What only
//! they called goes when `wasm-opt` looks at the module next. What they would have named, the places of
//! panics in the sources, becomes zeros, which compress to nothing.

use anyhow::{Result, ensure};

use super::module::{
    CODE, CUSTOM, DATA, HEADER, IMPORT, Reader, sections, write_number, write_section,
};
use super::places::forget_places;

/// Parts of the names of functions that never return, or that print for programmers.
const SNIPPED: [&str; 9] = [
    "core::panicking::",
    " as core::fmt::Debug>::fmt",
    "core::fmt::builders::Debug",
    "core::fmt::Formatter>::debug_",
    "core::slice::index::slice_index_fail",
    "core::str::slice_error_fail",
    "core::option::expect_failed",
    "core::result::unwrap_failed",
    "alloc::raw_vec::handle_error",
];

/// No locals, one instruction: `unreachable`.
const TRAP: [u8; 4] = [3, 0, 0x00, 0x0b];

/// The module without those functions' code.
///
/// # Errors
/// When it is no module with names.
pub(super) fn snip(module: &[u8]) -> Result<Vec<u8>> {
    let sections = sections(module)?;
    let mut imported = 0;
    let mut names = Vec::new();
    for (kind, body) in &sections {
        match *kind {
            IMPORT => imported = imported_functions(body)?,
            CUSTOM => names.extend(function_names(body)?),
            _ => {}
        }
    }
    ensure!(!names.is_empty(), "the module does not name its functions");
    let is_snipped = |index: usize| {
        let name = names.iter().find(|(named, _)| *named == imported + index);
        name.is_some_and(|(_, name)| SNIPPED.iter().any(|part| name.contains(part)))
    };
    let mut snipped = module[..HEADER].to_vec();
    for (kind, body) in sections {
        let body = match kind {
            CODE => code(body, is_snipped)?,
            DATA => forget_places(body)?,
            _ => body.to_vec(),
        };
        write_section(&mut snipped, kind, &body);
    }
    Ok(snipped)
}

/// The code section with a trap for each function that is snipped.
fn code(body: &[u8], is_snipped: impl Fn(usize) -> bool) -> Result<Vec<u8>> {
    let mut reader = Reader(body);
    let count = reader.number()?;
    let mut code = Vec::with_capacity(body.len());
    write_number(&mut code, count);
    for index in 0..count {
        let length = reader.number()?;
        let function = reader.take(length)?;
        if is_snipped(index) {
            code.extend(TRAP);
        } else {
            write_number(&mut code, length);
            code.extend(function);
        }
    }
    Ok(code)
}

/// How many functions an import section has: they are counted before the module's own.
fn imported_functions(body: &[u8]) -> Result<usize> {
    let mut reader = Reader(body);
    let mut functions = 0;
    for _ in 0..reader.number()? {
        reader.name()?;
        reader.name()?;
        match reader.byte()? {
            0 => {
                reader.number()?;
                functions += 1;
            }
            kind @ (1 | 2) => {
                reader.take(usize::from(kind == 1))?;
                let has_most = reader.byte()? & 1 == 1;
                reader.number()?;
                if has_most {
                    reader.number()?;
                }
            }
            3 => drop(reader.take(2)?),
            kind => anyhow::bail!("an import of kind {kind} is not understood"),
        }
    }
    Ok(functions)
}

/// The functions' names, each behind its index, if this custom section holds them. What the compiler
/// puts in brackets to tell versions of a crate apart is left out.
fn function_names(body: &[u8]) -> Result<Vec<(usize, String)>> {
    let mut reader = Reader(body);
    let mut names = Vec::new();
    if reader.name()? != "name" {
        return Ok(names);
    }
    while !reader.0.is_empty() {
        let kind = reader.byte()?;
        let length = reader.number()?;
        let mut part = Reader(reader.take(length)?);
        if kind != 1 {
            continue;
        }
        for _ in 0..part.number()? {
            names.push((part.number()?, without_brackets(&part.name()?)));
        }
    }
    Ok(names)
}

/// `core[c5930c85]::fmt` as `core::fmt`.
fn without_brackets(name: &str) -> String {
    let mut depth = 0_u32;
    name.chars()
        .filter(|character| {
            match character {
                '[' => depth += 1,
                ']' => {
                    depth = depth.saturating_sub(1);
                    return false;
                }
                _ => {}
            }
            depth == 0
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn section(kind: u8, body: &[u8]) -> Vec<u8> {
        let mut section = Vec::new();
        write_section(&mut section, kind, body);
        section
    }

    fn name(text: &str) -> Vec<u8> {
        let mut name = Vec::new();
        write_number(&mut name, text.len());
        name.extend(text.as_bytes());
        name
    }

    /// A module with one imported function and two of its own, with these bodies and names.
    fn module(functions: [(&str, &[u8]); 2]) -> Vec<u8> {
        let import = [vec![1], name("m"), name("f"), vec![0, 0]].concat();
        let mut code = vec![2];
        let mut list = vec![2];
        for (index, (called, body)) in (1..).zip(functions) {
            write_number(&mut code, body.len());
            code.extend(body);
            list.push(index);
            list.extend(name(called));
        }
        let mut names = name("name");
        names.extend(section(1, &list));
        let sections = [section(2, &import), section(10, &code), section(0, &names)];
        [b"\0asm\x01\0\0\0".to_vec(), sections.concat()].concat()
    }

    const BODY: [u8; 200] = [1; 200];

    #[test]
    fn what_writes_messages_of_panics_is_a_trap_and_the_rest_stays() {
        let panic = "core[c5930c85a12de822]::panicking::panic_fmt";
        let before = module([("evaluate", &BODY), (panic, &BODY)]);
        let after = module([("evaluate", &BODY), (panic, &[0, 0x00, 0x0b])]);
        assert_eq!(snip(&before).expect("a module"), after);
        let debug = "<&T as core::fmt::Debug>::fmt::he69a3c0d81c834ef";
        let before = module([(debug, &BODY), ("<f64 as core::fmt::Display>::fmt", &BODY)]);
        let after = module([
            (debug, &[0, 0x00, 0x0b]),
            ("<f64 as core::fmt::Display>::fmt", &BODY),
        ]);
        assert_eq!(snip(&before).expect("a module"), after);
    }

    #[test]
    fn what_is_no_module_or_names_nothing_is_refused() {
        assert!(snip(b"text").is_err());
        assert!(snip(b"\0asm\x01\0\0\0").is_err());
        let whole = module([("a", &BODY), ("b", &BODY)]);
        assert!(snip(&whole[..whole.len() - 1]).is_err());
    }
}
