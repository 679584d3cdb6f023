use wasm_encoder::{
    CodeSection, ConstExpr, CustomSection, DataSection, DataSymbolDefinition, Encode, EntityType,
    ExportKind, ExportSection, Function, FunctionSection, ImportSection, Instruction,
    LinkingSection, Module as Encoder, NameMap, NameSection, SymbolTable, TypeSection,
};

use super::*;

/// What code and data refer to, by name.
#[derive(Clone, Copy)]
enum Refers {
    Calls(&'static str),
    Names(&'static str),
    Reads(&'static str),
}

use Refers::{Calls, Names, Reads};

/// A function: its name, whether it is exported, and what it refers to.
type Code = (&'static str, bool, &'static [Refers]);
/// Data: the name, the bytes, and what the first of them refer to.
type Piece = (&'static str, &'static [u8], &'static [Refers]);

/// A module of these functions and data; one more function is imported.
struct Sample {
    functions: &'static [Code],
    pieces: &'static [Piece],
}

/// Bytes of each function.
const BODY: usize = 16;
/// Bytes from one reference to the next.
const STEP: usize = 4;

impl Sample {
    fn bytes(&self) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut imports = ImportSection::new();
        imports.import("m", "f", EntityType::Function(0));
        let mut own = FunctionSection::new();
        let mut exports = ExportSection::new();
        let mut code = CodeSection::new();
        for (index, (name, is_exported, _)) in (1..).zip(self.functions) {
            own.function(0);
            if *is_exported {
                exports.export(name, ExportKind::Func, index);
            }
            code.function(&body());
        }
        let mut data = DataSection::new();
        let bytes: Vec<&[u8]> = self.pieces.iter().map(|piece| piece.1).collect();
        data.active(0, &ConstExpr::i32_const(1_024), bytes.concat());
        let mut module = Encoder::new();
        module.section(&types).section(&imports).section(&own);
        module.section(&exports).section(&code).section(&data);
        module.section(&self.linking());
        module.section(&custom("reloc.CODE", &self.of_code()));
        module.section(&custom("reloc.DATA", &self.of_data()));
        module.section(&self.naming());
        module.finish()
    }

    fn naming(&self) -> NameSection {
        let mut names = NameMap::new();
        for (index, (name, ..)) in (1..).zip(self.functions) {
            names.append(index, name);
        }
        let mut naming = NameSection::new();
        naming.functions(&names);
        naming
    }

    fn linking(&self) -> LinkingSection {
        let mut symbols = SymbolTable::new();
        for (index, (name, ..)) in (1..).zip(self.functions) {
            symbols.function(0, index, Some(name));
        }
        let mut offset = 0;
        for (name, bytes, _) in self.pieces {
            let size = bytes.len() as u32;
            let index = 0;
            let place = DataSymbolDefinition {
                index,
                offset,
                size,
            };
            symbols.data(0, name, Some(place));
            offset += size;
        }
        let mut linking = LinkingSection::new();
        linking.symbol_table(&symbols);
        linking
    }

    /// The references of section 4: behind the count each body stands behind its length.
    fn of_code(&self) -> Vec<u8> {
        let places = (0..).map(|index| 1 + index * (1 + BODY) + 1);
        let lists = self.functions.iter().map(|(.., refers)| *refers);
        self.references(4, places.zip(lists))
    }

    /// The references of section 5: count, kind and address take six bytes, the length one.
    fn of_data(&self) -> Vec<u8> {
        let places = self.pieces.iter().scan(7, |at, (_, bytes, _)| {
            *at += bytes.len();
            Some(*at - bytes.len())
        });
        let lists = self.pieces.iter().map(|(.., refers)| *refers);
        self.references(5, places.zip(lists))
    }

    fn references(
        &self,
        section: u32,
        lists: impl Iterator<Item = (usize, &'static [Refers])>,
    ) -> Vec<u8> {
        let mut entries = Vec::new();
        let mut count = 0_u32;
        for (start, refers) in lists {
            for (at, refers) in (start..).step_by(STEP).zip(refers) {
                entries.extend(self.entry(at as u32, *refers));
                count += 1;
            }
        }
        let mut all = Vec::new();
        section.encode(&mut all);
        count.encode(&mut all);
        [all, entries].concat()
    }

    /// Kind, place, symbol and, of an address, what is added to it.
    fn entry(&self, at: u32, refers: Refers) -> Vec<u8> {
        let function = |name| {
            self.functions
                .iter()
                .position(|function| function.0 == name)
        };
        let piece = |name| self.pieces.iter().position(|piece| piece.0 == name);
        let (kind, symbol) = match refers {
            Calls(name) => (0, function(name)),
            Names(name) => (1, function(name)),
            Reads(name) => (3, piece(name).map(|piece| self.functions.len() + piece)),
        };
        let mut entry = vec![kind];
        at.encode(&mut entry);
        (symbol.expect("it names what there is") as u32).encode(&mut entry);
        entry.extend((kind == 3).then_some(0));
        entry
    }

    /// The names of functions that became traps and of data that became zeros.
    fn taken_out(&self) -> Vec<&'static str> {
        let before = self.bytes();
        let module = Module::read(&before).expect("a module");
        let after = prune(&before).expect("a module");
        let functions = module.functions().zip(self.functions);
        let traps = functions.filter(|((_, body), _)| after[body.clone()] != before[body.clone()]);
        let data = module.data().zip(self.pieces);
        let zeros = data.filter(|((_, place), _)| after[place.clone()].iter().all(|b| *b == 0));
        let traps = traps.map(|(_, (name, ..))| *name);
        traps.chain(zeros.map(|(_, (name, ..))| *name)).collect()
    }
}

fn body() -> Function {
    let mut body = Function::new([]);
    for _ in 0..BODY - 2 {
        body.instruction(&Instruction::Nop);
    }
    body.instruction(&Instruction::End);
    body
}

fn custom<'a>(name: &'a str, data: &'a [u8]) -> CustomSection<'a> {
    CustomSection {
        name: name.into(),
        data: data.into(),
    }
}

const PANIC: &str = "_ZN4core9panicking9panic_fmt17h0123456789abcdefE";
const DEBUG: &str = "_ZN40_$LT$f64$u20$as$u20$core..fmt..Debug$GT$3fmt17h0123456789abcdefE";

#[test]
fn what_no_export_reaches_goes() {
    let sample = Sample {
        functions: &[
            ("evaluate", true, &[Calls("helper"), Reads("table")]),
            ("helper", false, &[Names("by_pointer")]),
            ("by_pointer", false, &[]),
            ("in_table", false, &[Reads("text")]),
            ("lonely", false, &[Calls("helper"), Reads("lonely text")]),
        ],
        pieces: &[
            ("table", b"abcdefgh", &[Names("in_table")]),
            ("text", b"text", &[]),
            ("lonely text", b"lonely", &[]),
        ],
    };
    assert_eq!(sample.taken_out(), ["lonely", "lonely text"]);
}

#[test]
fn what_writes_messages_of_panics_goes_with_all_that_only_they_reach() {
    let sample = Sample {
        functions: &[
            (
                "evaluate",
                true,
                &[Calls(PANIC), Reads("place"), Reads("file")],
            ),
            (PANIC, false, &[Calls("writes"), Reads("words")]),
            ("writes", false, &[]),
        ],
        pieces: &[
            ("place", b"0123456789abcdef", &[Reads("name")]),
            ("name", b"src/lib.rs\0", &[]),
            ("words", b"panicked at", &[]),
            ("file", b"kept.rs", &[]),
        ],
    };
    assert_eq!(
        sample.taken_out(),
        [PANIC, "writes", "place", "name", "words"]
    );
}

#[test]
fn only_a_pointer_to_a_source_file_is_a_place_in_one() {
    let sample = Sample {
        functions: &[(
            "evaluate",
            true,
            &[Reads("long"), Reads("other"), Reads("two")],
        )],
        pieces: &[
            ("long", b"0123456789abcdefg", &[Reads("name")]),
            ("other", b"0123456789abcdef", &[Reads("text")]),
            ("two", b"0123456789abcdef", &[Reads("name"), Reads("name")]),
            ("name", b"src/lib.rs", &[]),
            ("text", b"text", &[]),
        ],
    };
    assert_eq!(sample.taken_out(), [""; 0]);
}

#[test]
fn a_description_keeps_what_it_calls_and_not_what_it_names() {
    let sample = Sample {
        functions: &[
            (
                "__wbindgen_describe_evaluate",
                true,
                &[Calls("describes"), Names("shim"), Reads("text")],
            ),
            ("describes", false, &[Names("shim")]),
            ("shim", false, &[]),
        ],
        pieces: &[("text", b"text", &[])],
    };
    assert_eq!(sample.taken_out(), ["shim", "text"]);
}

#[test]
fn a_trap_is_code_of_the_same_length() {
    let sample = Sample {
        functions: &[("evaluate", true, &[]), (DEBUG, true, &[Calls("evaluate")])],
        pieces: &[],
    };
    let before = sample.bytes();
    let module = Module::read(&before).expect("a module");
    let after = prune(&before).expect("a module");
    let body = after[module.body(2).expect("is its own")].to_vec();
    assert_eq!(body[..3], [0x00, 0x00, 0x01]);
    assert_eq!(body[BODY - 1], 0x0b);
    let mut parts = wasmparser::Parser::new(0).parse_all(&after);
    assert!(parts.all(|part| part.is_ok()), "it is a module still");
}

#[test]
fn references_go_with_what_refers() {
    let sample = Sample {
        functions: &[
            ("evaluate", true, &[Calls("helper"), Calls(PANIC)]),
            ("helper", false, &[Reads("table"), Names("helper")]),
            (PANIC, false, &[Calls("helper"), Reads("words")]),
        ],
        pieces: &[
            ("table", b"abcdefgh", &[Names("helper")]),
            ("words", b"panicked at", &[Names("helper")]),
        ],
    };
    let pruned = prune(&sample.bytes()).expect("a module");
    let module = Module::read(&pruned).expect("a module with references");
    let count = |place| module.references_in(&place).len();
    let of_functions = module.functions().map(|(_, body)| count(body));
    assert_eq!(Vec::from_iter(of_functions), [2, 2, 0]);
    let of_data = module.data().map(|(_, place)| count(place));
    assert_eq!(Vec::from_iter(of_data), [1, 0]);
    let bare = without_references(&pruned).expect("a module");
    assert!(Module::read(&bare).is_err());
    let mut parts = wasmparser::Parser::new(0).parse_all(&bare);
    assert!(parts.all(|part| part.is_ok()), "it is a module still");
}

#[test]
fn what_is_no_module_is_refused() {
    assert!(prune(b"text").is_err());
    assert!(prune(b"\0asm\x01\0\0\0").is_err());
    let sample = Sample {
        functions: &[("evaluate", true, &[])],
        pieces: &[],
    };
    assert!(prune(&sample.bytes()).is_err(), "it refers to nothing");
}

#[test]
fn numbers_put_down_right_before_a_panic_are_unread() {
    let sample = Sample {
        functions: &[(PANIC, false, &[]), ("other", true, &[Calls("other")])],
        pieces: &[],
    };
    let module = Module::read(&sample.bytes()).expect("a module");
    let unread = |code: &[u8]| {
        let body = [&[0x00], code, &[0x0b]].concat();
        let unread = handed_to_snipped(&module, &body, &(0..body.len()));
        Vec::from_iter(unread.expect("is code"))
    };
    // `i32.const`, `local.get`, `call` and `block` with what they take.
    let (number, local, block) = ([0x41, 0x07], [0x20, 0x00], [0x02, 0x40]);
    let (panics, calls) = ([0x10, 0x01], [0x10, 0x02]);
    assert_eq!(unread(&[number, number, panics].concat()), [2, 4]);
    assert_eq!(unread(&[number, local, panics, number].concat()), [2]);
    assert_eq!(unread(&[number, calls, panics].concat()), [0; 0]);
    assert_eq!(unread(&[number, block, number, panics].concat()), [6]);
    assert_eq!(unread(&[number, calls].concat()), [0; 0]);
}
