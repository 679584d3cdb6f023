//! What a WebAssembly module consists of, by the places of its bytes.

use std::collections::BTreeMap;
use std::ops::Range;

use anyhow::{Context, Result, ensure};
use rustc_demangle::demangle;
use wasmparser::{
    CustomSectionReader, ExternalKind, KnownCustom, Linking, LinkingSectionReader, Name,
    NameSectionReader, Parser, Payload, RelocSectionReader, RelocationType, SymbolInfo, TypeRef,
};

/// A module that was linked with `--emit-relocs`.
#[derive(Default)]
pub(super) struct Module {
    /// The names of functions that it exports, and the functions.
    pub exports: Vec<(String, u32)>,
    /// What code and data refer to.
    pub symbols: Vec<Symbol>,
    /// Sorted by place.
    references: Vec<Reference>,
    /// The names of functions.
    names: BTreeMap<u32, String>,
    /// How many functions it imports: they are counted before its own.
    imported: u32,
    /// The code of each of its own functions.
    bodies: Vec<Range<usize>>,
    /// The bytes of each segment of data.
    segments: Vec<Range<usize>>,
    /// Where the contents of each section begin.
    sections: Vec<usize>,
    /// Sections that only linkers read, with their headers; some are lists of references.
    for_linkers: Vec<(Range<usize>, Option<List>)>,
}

/// A section that lists references.
struct List {
    /// Its name.
    name: String,
    /// The number of the section in which they are.
    section: u32,
    /// Where each of them refers, and the bytes that say so.
    entries: Vec<(usize, Range<usize>)>,
}

/// What code and data refer to.
pub(super) enum Symbol {
    /// The function of this number.
    Function(u32),
    /// The data at these bytes of the file.
    Data { start: usize, end: usize },
    /// Something else: a type, a global, a table, data that begin as zeros.
    Other,
}

impl Symbol {
    /// Where the data stand.
    pub fn place(&self) -> Option<Range<usize>> {
        match *self {
            Self::Data { start, end } => Some(start..end),
            _ => None,
        }
    }
}

/// A place in code or data that refers to a symbol.
#[derive(Clone, Copy)]
pub(super) struct Reference {
    /// The byte of the file.
    pub at: usize,
    /// The number of the symbol.
    pub symbol: usize,
    /// Whether a function is called there, and not only named.
    pub is_call: bool,
}

impl Module {
    /// Reads a module.
    ///
    /// # Errors
    /// When the bytes are no module, or it was linked without `--emit-relocs` or without names.
    pub fn read(bytes: &[u8]) -> Result<Self> {
        let mut module = Self::default();
        let mut end = 0;
        for payload in Parser::new(0).parse_all(bytes) {
            let payload = payload.context("this is no WebAssembly")?;
            let start = end;
            if let Payload::Version { range, .. } = &payload {
                end = range.end as usize;
            }
            if let Some((_, contents)) = payload.as_section() {
                end = contents.end as usize;
                module.sections.push(contents.start as usize);
            }
            module.part(payload, start..end)?;
        }
        ensure!(
            !module.names.is_empty(),
            "the module does not name its functions"
        );
        ensure!(
            !module.references.is_empty(),
            "the module does not list its references"
        );
        let symbols = module.symbols.len();
        ensure!(
            module
                .references
                .iter()
                .all(|reference| reference.symbol < symbols),
            "a reference is to a symbol that there is not"
        );
        module
            .references
            .sort_unstable_by_key(|reference| reference.at);
        Ok(module)
    }

    /// Reads a section or the code of a function; `whole` is the section with its header.
    fn part(&mut self, payload: Payload<'_>, whole: Range<usize>) -> Result<()> {
        match payload {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    self.imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::ExportSection(exports) => {
                for export in exports {
                    let export = export?;
                    if export.kind == ExternalKind::Func {
                        self.exports.push((export.name.to_owned(), export.index));
                    }
                }
            }
            Payload::CodeSectionEntry(body) => {
                let place = body.range();
                self.bodies.push(place.start as usize..place.end as usize);
            }
            Payload::DataSection(segments) => {
                for segment in segments {
                    let segment = segment?;
                    let end = segment.range.end as usize;
                    self.segments.push(end - segment.data.len()..end);
                }
            }
            Payload::CustomSection(custom) => self.custom(&custom, whole)?,
            _ => {}
        }
        Ok(())
    }

    fn custom(&mut self, custom: &CustomSectionReader<'_>, whole: Range<usize>) -> Result<()> {
        match custom.as_known() {
            KnownCustom::Name(names) => self.read_names(names),
            KnownCustom::Linking(linking) => {
                self.for_linkers.push((whole, None));
                self.read_symbols(&linking)
            }
            KnownCustom::Reloc(references) => {
                let entries = self.read_references(&references, whole.end)?;
                let list = List {
                    name: custom.name().to_owned(),
                    section: references.section_index(),
                    entries,
                };
                self.for_linkers.push((whole, Some(list)));
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn read_names(&mut self, names: NameSectionReader<'_>) -> Result<()> {
        for names in names {
            let Name::Function(names) = names? else {
                continue;
            };
            for naming in names {
                let naming = naming?;
                // `{:#}` leaves out what tells versions of a crate apart.
                let name = format!("{:#}", demangle(naming.name));
                self.names.insert(naming.index, name);
            }
        }
        Ok(())
    }

    fn read_symbols(&mut self, linking: &LinkingSectionReader<'_>) -> Result<()> {
        for part in linking.subsections() {
            if let Linking::SymbolTable(symbols) = part? {
                for symbol in symbols {
                    self.symbols.push(self.symbol(&symbol?));
                }
            }
        }
        Ok(())
    }

    fn symbol(&self, symbol: &SymbolInfo<'_>) -> Symbol {
        let SymbolInfo::Data { symbol, .. } = symbol else {
            return match symbol {
                SymbolInfo::Func { index, .. } => Symbol::Function(*index),
                _ => Symbol::Other,
            };
        };
        let place = symbol.and_then(|data| {
            let start = self.segments.get(data.index as usize)?.start + data.offset as usize;
            Some((start, start + data.size as usize))
        });
        place.map_or(Symbol::Other, |(start, end)| Symbol::Data { start, end })
    }

    /// Reads the list of references that ends at the byte `end`, and says where each of them stands.
    fn read_references(
        &mut self,
        references: &RelocSectionReader<'_>,
        end: usize,
    ) -> Result<Vec<(usize, Range<usize>)>> {
        let start = *self
            .sections
            .get(references.section_index() as usize)
            .context("references are in a section that there is not")?;
        let mut entries: Vec<(usize, Range<usize>)> = Vec::new();
        for entry in references.entries().into_iter_with_offsets() {
            let (place, entry) = entry?;
            let at = start + entry.offset as usize;
            if let Some((_, before)) = entries.last_mut() {
                before.end = place as usize;
            }
            entries.push((at, place as usize..end));
            self.references.push(Reference {
                at,
                symbol: entry.index as usize,
                is_call: entry.ty == RelocationType::FunctionIndexLeb,
            });
        }
        Ok(entries)
    }

    /// The module's own functions with their code.
    pub fn functions(&self) -> impl Iterator<Item = (u32, Range<usize>)> {
        (self.imported..).zip(self.bodies.iter().cloned())
    }

    /// The code of a function, unless it is imported.
    pub fn body(&self, function: u32) -> Option<Range<usize>> {
        let own = function.checked_sub(self.imported)?;
        self.bodies.get(own as usize).cloned()
    }

    /// The name of a function.
    pub fn name(&self, function: u32) -> Option<&str> {
        self.names.get(&function).map(String::as_str)
    }

    /// The symbols of data with their places.
    pub fn data(&self) -> impl Iterator<Item = (usize, Range<usize>)> {
        let numbered = self.symbols.iter().enumerate();
        numbered.filter_map(|(number, symbol)| Some((number, symbol.place()?)))
    }

    /// What the bytes at this place refer to.
    pub fn references_in(&self, place: &Range<usize>) -> &[Reference] {
        let count_before = |end| {
            self.references
                .partition_point(|reference| reference.at < end)
        };
        &self.references[count_before(place.start)..count_before(place.end)]
    }

    /// These bytes of the module, with only those references for whose place `is_kept` says so.
    pub fn with_references(&self, bytes: &[u8], is_kept: impl Fn(usize) -> bool) -> Vec<u8> {
        self.for_linkers(bytes, |whole, list| match list {
            Some(list) => list.written(bytes, &is_kept),
            None => bytes[whole].to_vec(),
        })
    }

    /// These bytes of the module without the sections that only linkers read.
    pub fn without_references(&self, bytes: &[u8]) -> Vec<u8> {
        self.for_linkers(bytes, |_, _| Vec::new())
    }

    /// The bytes with something in place of each section that only linkers read.
    fn for_linkers(
        &self,
        bytes: &[u8],
        instead: impl Fn(Range<usize>, Option<&List>) -> Vec<u8>,
    ) -> Vec<u8> {
        let mut written = Vec::with_capacity(bytes.len());
        let mut from = 0;
        for (whole, list) in &self.for_linkers {
            written.extend(&bytes[from..whole.start]);
            written.extend(instead(whole.clone(), list.as_ref()));
            from = whole.end;
        }
        written.extend(&bytes[from..]);
        written
    }
}

impl List {
    /// The section with those entries whose place is kept.
    fn written(&self, bytes: &[u8], is_kept: impl Fn(usize) -> bool) -> Vec<u8> {
        const CUSTOM: u8 = 0;
        let kept = || self.entries.iter().filter(|(at, _)| is_kept(*at));
        let mut contents = number(self.name.len());
        contents.extend(self.name.as_bytes());
        contents.extend(number(self.section as usize));
        contents.extend(number(kept().count()));
        for (_, entry) in kept() {
            contents.extend(&bytes[entry.clone()]);
        }
        [vec![CUSTOM], number(contents.len()), contents].concat()
    }
}

/// An unsigned number in LEB128.
fn number(mut number: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    loop {
        let low = (number & 0x7f) as u8;
        number >>= 7;
        if number == 0 {
            bytes.push(low);
            return bytes;
        }
        bytes.push(low | 0x80);
    }
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn numbers_are_written_in_groups_of_seven_bits() {
        assert_eq!(number(0), [0]);
        assert_eq!(number(127), [0x7f]);
        assert_eq!(number(300), [0xac, 0x02]);
    }
}
