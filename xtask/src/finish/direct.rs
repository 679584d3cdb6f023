//! Lets the second part of the page call the first one's functions directly.
//!
//! The cut leaves in the second part a function for each of the first that is called there, which calls
//! it through the table that both share: a browser then looks it up and compares its type at each call. For
//! those that are called from many places the first part exports the function, and the second one imports
//! it instead. The others would lengthen the first part, and a page that has them all was no faster.

use std::collections::BTreeMap;
use std::convert::Infallible;

use anyhow::{Context, Result, ensure};
use wasm_encoder::reencode::{self, Reencode, utils};
use wasm_encoder::{EntityType, ExportKind, ExportSection, ImportSection, Module};
use wasmparser::{
    ConstExpr, ElementItems, ElementKind, ExportSectionReader, FunctionBody, ImportSectionReader,
    Operator, Parser, Payload, TypeRef,
};

/// From how many places a function is called that is worth a name.
const MANY: usize = 20;

/// The module of which the second part imports what the first exports.
const FIRST: &str = "__wasm_split";

/// Both parts, with the exports and imports added.
///
/// # Errors
/// When one of them is no module of its kind.
pub(super) fn link(first: &[u8], later: &[u8]) -> Result<(Vec<u8>, Vec<u8>)> {
    let calls = Calls::of(later)?;
    // Otherwise the cut makes them in another way, and the page would be slower without a word.
    ensure!(
        !calls.shims.is_empty(),
        "nothing in the second part stands in for a function of the first"
    );
    let table = table_of(first)?;
    let mut links = Vec::new();
    for (index, shim) in calls.much_called() {
        let name = format!("f{}", links.len());
        let target = table.get(&shim.slot);
        let target = *target.context("a place in the table has no function of the first part")?;
        links.push(Link {
            name,
            target,
            index,
            signature: shim.signature,
        });
    }
    let first = encode(&mut Exporter { links: &links }, first)?;
    let imported = calls.imported;
    let later = encode(&mut Importer { links, imported }, later)?;
    Ok((first, later))
}

/// A function that the parts share by name.
struct Link {
    /// What it is called between them.
    name: String,
    /// Its number in the first part.
    target: u32,
    /// The number of its stand-in in the second part.
    index: u32,
    /// The number of its type in the second part.
    signature: u32,
}

/// A function that only calls another through the table.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Shim {
    /// The place in the table.
    slot: u32,
    /// The number of its type.
    signature: u32,
}

/// Which functions of the second part stand in for those of the first, and how often each is called.
struct Calls {
    /// How many functions are imported: they are counted before the module's own.
    imported: u32,
    shims: BTreeMap<u32, Shim>,
    calls: BTreeMap<u32, usize>,
}

impl Calls {
    fn of(module: &[u8]) -> Result<Self> {
        let (mut imported, mut index) = (0, 0);
        let mut signatures = Vec::new();
        let (mut shims, mut calls) = (BTreeMap::new(), BTreeMap::new());
        for payload in Parser::new(0).parse_all(module) {
            match payload? {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                    index = imported;
                }
                Payload::FunctionSection(functions) => {
                    signatures = functions.into_iter().collect::<Result<_, _>>()?;
                }
                Payload::CodeSectionEntry(body) => {
                    let signature = signatures.get((index - imported) as usize);
                    if let Some(shim) =
                        shim(&body)?.filter(|shim| signature == Some(&shim.signature))
                    {
                        shims.insert(index, shim);
                    }
                    for operator in body.get_operators_reader()? {
                        if let Operator::Call { function_index } = operator? {
                            *calls.entry(function_index).or_default() += 1;
                        }
                    }
                    index += 1;
                }
                _ => {}
            }
        }
        Ok(Self {
            imported,
            shims,
            calls,
        })
    }

    /// Those that are worth a name.
    fn much_called(&self) -> impl Iterator<Item = (u32, Shim)> {
        let count = |index| self.calls.get(index).copied().unwrap_or_default();
        let shims = self.shims.iter();
        shims
            .filter(move |(index, _)| count(index) >= MANY)
            .map(|(index, shim)| (*index, *shim))
    }
}

/// What a function stands in for, if all that it does is to call that with what it is given.
fn shim(body: &FunctionBody<'_>) -> Result<Option<Shim>> {
    if body.get_locals_reader()?.get_count() > 0 {
        return Ok(None);
    }
    let mut given = 0;
    let mut slot = None;
    let mut called = None;
    for operator in body.get_operators_reader()? {
        match (operator?, slot, called) {
            (Operator::LocalGet { local_index }, None, None) if local_index == given => given += 1,
            (Operator::I32Const { value }, None, None) => slot = Some(value.cast_unsigned()),
            (
                Operator::CallIndirect {
                    type_index,
                    table_index: 0,
                },
                Some(slot),
                None,
            ) => {
                called = Some(Shim {
                    slot,
                    signature: type_index,
                });
            }
            (Operator::End, Some(_), Some(_)) => {}
            _ => return Ok(None),
        }
    }
    Ok(called)
}

/// The functions in a module's table, by their places.
fn table_of(module: &[u8]) -> Result<BTreeMap<u32, u32>> {
    let mut table = BTreeMap::new();
    for payload in Parser::new(0).parse_all(module) {
        let Payload::ElementSection(segments) = payload? else {
            continue;
        };
        for segment in segments {
            let segment = segment?;
            if let (
                ElementKind::Active {
                    table_index: None | Some(0),
                    offset_expr,
                },
                ElementItems::Functions(functions),
            ) = (&segment.kind, segment.items)
            {
                let start = start_of(offset_expr)?;
                for (slot, function) in (start..).zip(functions) {
                    table.insert(slot, function?);
                }
            }
        }
    }
    ensure!(
        !table.is_empty(),
        "the first part has no table of functions"
    );
    Ok(table)
}

fn start_of(offset: &ConstExpr<'_>) -> Result<u32> {
    match offset.get_operators_reader().read()? {
        Operator::I32Const { value } => Ok(value.cast_unsigned()),
        other => anyhow::bail!("the table is filled from {other:?}, not from a fixed place"),
    }
}

fn encode(reencoder: &mut impl Reencode<Error = Infallible>, module: &[u8]) -> Result<Vec<u8>> {
    let mut encoded = Module::new();
    reencoder.parse_core_module(&mut encoded, Parser::new(0), module)?;
    Ok(encoded.finish())
}

/// Adds the exports to the first part.
struct Exporter<'a> {
    links: &'a [Link],
}

impl Reencode for Exporter<'_> {
    type Error = Infallible;

    fn parse_export_section(
        &mut self,
        exports: &mut ExportSection,
        section: ExportSectionReader<'_>,
    ) -> Result<(), reencode::Error<Infallible>> {
        utils::parse_export_section(self, exports, section)?;
        for Link { name, target, .. } in self.links {
            exports.export(name, ExportKind::Func, *target);
        }
        Ok(())
    }
}

/// Adds the imports to the second part, in place of what stood in for them. Nothing calls that any more:
/// `wasm-opt` takes it out.
struct Importer {
    links: Vec<Link>,
    /// How many functions were imported before.
    imported: u32,
}

impl Reencode for Importer {
    type Error = Infallible;

    /// Imports are counted first, the new ones after those that were there.
    fn function_index(&mut self, function: u32) -> Result<u32, reencode::Error<Infallible>> {
        let linked = self
            .links
            .binary_search_by_key(&function, |link| link.index);
        let count = |links: usize| u32::try_from(links).expect("fewer than 2³² functions");
        Ok(match linked {
            Ok(number) => self.imported + count(number),
            Err(_) if function < self.imported => function,
            Err(_) => function + count(self.links.len()),
        })
    }

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: ImportSectionReader<'_>,
    ) -> Result<(), reencode::Error<Infallible>> {
        utils::parse_import_section(self, imports, section)?;
        for Link {
            name, signature, ..
        } in &self.links
        {
            imports.import(FIRST, name, EntityType::Function(*signature));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
