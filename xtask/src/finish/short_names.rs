//! Gives what the page's script and its WebAssembly call each other by names of two letters.
//!
//! `wasm-bindgen` names each function of the browser that is called with a digest, so that those of several
//! crates differ. It stands in both files, and a digest is what no compression makes smaller.

use std::collections::BTreeMap;
use std::convert::Infallible;

use anyhow::{Context, Result, ensure};
use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{ImportSection, Module};
use wasmparser::{Parser, Payload};

/// The module as which the script gives its functions.
const SCRIPT: &str = "./hashpivot_bg.js";

/// The script and the module with the short names in both.
///
/// # Errors
/// When the module is none, or the script does not give each function once.
pub(super) fn shorten(script: &str, module: &[u8]) -> Result<(String, Vec<u8>)> {
    let mut places = BTreeMap::new();
    for name in given(module)? {
        let key = format!(" {name}: ");
        let mut found = script.match_indices(&key);
        let (place, _) = found
            .next()
            .with_context(|| format!("the script does not give `{name}`"))?;
        ensure!(
            found.next().is_none(),
            "the script gives `{name}` more than once"
        );
        places.insert(place + 1, name);
    }

    // In the script's order, which its compression rewards.
    let mut names = BTreeMap::new();
    let (mut shortened, mut from) = (String::with_capacity(script.len()), 0);
    for (number, (place, name)) in places.into_iter().enumerate() {
        let short = two_letters(number)?;
        shortened.push_str(&script[from..place]);
        shortened.push_str(&short);
        from = place + name.len();
        names.insert(name, short);
    }
    shortened.push_str(&script[from..]);

    let mut encoded = Module::new();
    Renamer { names }.parse_core_module(&mut encoded, Parser::new(0), module)?;
    Ok((shortened, encoded.finish()))
}

/// What the module takes from the script.
fn given(module: &[u8]) -> Result<Vec<String>> {
    let mut given = Vec::new();
    for payload in Parser::new(0).parse_all(module) {
        if let Payload::ImportSection(imports) = payload? {
            for import in imports.into_imports() {
                let import = import?;
                if import.module == SCRIPT {
                    given.push(import.name.to_owned());
                }
            }
        }
    }
    ensure!(
        !given.is_empty(),
        "the page takes nothing from its script `{SCRIPT}`"
    );
    Ok(given)
}

fn two_letters(number: usize) -> Result<String> {
    let letter = |number: usize| {
        let letter = u8::try_from(number).ok().filter(|&letter| letter < 26);
        letter.map(|letter| char::from(b'a' + letter))
    };
    let letters = [letter(number / 26), letter(number % 26)];
    let letters: Option<String> = letters.into_iter().collect();
    letters.context("the page takes more from its script than two letters can name")
}

/// Renames what a module takes from the script.
struct Renamer {
    names: BTreeMap<String, String>,
}

impl Reencode for Renamer {
    type Error = Infallible;

    fn parse_imports(
        &mut self,
        imports: &mut ImportSection,
        read: wasmparser::Imports<'_>,
    ) -> Result<(), reencode::Error<Infallible>> {
        let wasmparser::Imports::Single(_, import) = read else {
            return reencode::utils::parse_imports(self, imports, read);
        };
        let kind = self.entity_type(import.ty)?;
        let name = match self.names.get(import.name) {
            Some(short) if import.module == SCRIPT => short,
            _ => import.name,
        };
        imports.import(import.module, name, kind);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{EntityType, GlobalType, ValType};

    use super::*;

    /// A module that takes these from these modules.
    fn module(taken: &[(&str, &str)]) -> Vec<u8> {
        let mut imports = ImportSection::new();
        for (module, name) in taken {
            let kind = EntityType::Global(GlobalType {
                val_type: ValType::I32,
                mutable: false,
                shared: false,
            });
            imports.import(module, name, kind);
        }
        let mut module = Module::new();
        module.section(&imports);
        module.finish()
    }

    const NAMES: &str = "{ one_0a: function() {}, two_0b: function() {} }";

    #[test]
    fn both_sides_get_the_same_short_names() {
        let taken = module(&[
            (SCRIPT, "two_0b"),
            ("./later.js", "two_0b"),
            (SCRIPT, "one_0a"),
        ]);
        let (script, shortened) = shorten(NAMES, &taken).expect("all are given");
        assert_eq!(script, "{ aa: function() {}, ab: function() {} }");
        let expected = module(&[(SCRIPT, "ab"), ("./later.js", "two_0b"), (SCRIPT, "aa")]);
        assert_eq!(shortened, expected);
    }

    #[test]
    fn what_is_not_given_once_is_refused() {
        let refused = |script: &str, name: &str| {
            shorten(script, &module(&[(SCRIPT, name)]))
                .expect_err("it is not given once")
                .to_string()
        };
        assert_eq!(
            refused(NAMES, "three_0c"),
            "the script does not give `three_0c`"
        );
        let twice = NAMES.repeat(2);
        assert_eq!(
            refused(&twice, "one_0a"),
            "the script gives `one_0a` more than once"
        );
        assert!(shorten(NAMES, &module(&[])).is_err());
    }

    #[test]
    fn names_are_all_different() {
        let names: Vec<_> = (0..676).map(|number| two_letters(number).ok()).collect();
        assert!(names.iter().all(Option::is_some));
        let mut sorted = names.clone();
        sorted.sort_unstable();
        sorted.dedup();
        assert_eq!(sorted.len(), names.len());
        assert!(two_letters(676).is_err());
    }
}
