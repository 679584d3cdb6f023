use wasm_encoder::{
    CodeSection, ConstExpr, ElementSection, Elements, Function, FunctionSection, MemoryType,
    RefType, TableSection, TableType, TypeSection,
};

use super::*;

/// Where the functions of the first part stand in the table.
const SLOTS: [u32; 2] = [7, 8];

/// A first part: two functions, in the table from place 7.
fn first() -> Vec<u8> {
    let mut types = TypeSection::new();
    types.ty().function([wasm_encoder::ValType::I32], []);
    let mut functions = FunctionSection::new();
    let mut code = CodeSection::new();
    for _ in SLOTS {
        functions.function(0);
        let mut body = Function::new([]);
        body.instructions().end();
        code.function(&body);
    }
    let mut tables = TableSection::new();
    tables.table(TableType {
        element_type: RefType::FUNCREF,
        table64: false,
        minimum: 9,
        maximum: None,
        shared: false,
    });
    let mut exports = ExportSection::new();
    exports.export("table", ExportKind::Table, 0);
    let mut elements = ElementSection::new();
    let start = ConstExpr::i32_const(7);
    elements.active(None, &start, Elements::Functions((&[0, 1]).into()));
    let mut module = Module::new();
    module.section(&types).section(&functions).section(&tables);
    module.section(&exports).section(&elements).section(&code);
    module.finish()
}

/// A second part: a stand-in for each function of the first, which hands on what it is given or not, and
/// a function that calls the second of them so often and the first of them once.
fn later(calls: usize, is_faithful: bool) -> Vec<u8> {
    let mut types = TypeSection::new();
    types.ty().function([wasm_encoder::ValType::I32], []);
    let mut imports = ImportSection::new();
    let memory = MemoryType {
        minimum: 1,
        maximum: None,
        memory64: false,
        shared: false,
        page_size_log2: None,
    };
    imports.import(FIRST, "memory", memory);
    let table = TableType {
        element_type: RefType::FUNCREF,
        table64: false,
        minimum: 9,
        maximum: None,
        shared: false,
    };
    imports.import(FIRST, "table", table);
    let mut functions = FunctionSection::new();
    let mut code = CodeSection::new();
    for slot in SLOTS {
        functions.function(0);
        let mut body = Function::new([]);
        let mut sink = body.instructions();
        sink.local_get(0);
        if !is_faithful {
            sink.drop().i32_const(3);
        }
        sink.i32_const(slot.cast_signed()).call_indirect(0, 0).end();
        code.function(&body);
    }
    functions.function(0);
    let mut body = Function::new([]);
    let mut sink = body.instructions();
    for _ in 0..calls {
        sink.i32_const(1).call(1);
    }
    sink.i32_const(1).call(0).end();
    code.function(&body);
    let mut module = Module::new();
    module.section(&types).section(&imports).section(&functions);
    module.section(&code);
    module.finish()
}

/// The functions that the last one of a module calls.
fn called(module: &[u8]) -> Vec<u32> {
    let bodies = Parser::new(0).parse_all(module).filter_map(|payload| {
        let Payload::CodeSectionEntry(body) = payload.expect("a module") else {
            return None;
        };
        Some(body)
    });
    let body = bodies.last().expect("a function");
    let operators = body.get_operators_reader().expect("code");
    let calls = operators
        .into_iter()
        .filter_map(|operator| match operator.expect("code") {
            Operator::Call { function_index } => Some(function_index),
            _ => None,
        });
    calls.collect()
}

/// The functions that a module exports, and those that it imports, by name.
fn shared(module: &[u8]) -> (Vec<(String, u32)>, Vec<String>) {
    let (mut exported, mut imported) = (Vec::new(), Vec::new());
    for payload in Parser::new(0).parse_all(module) {
        match payload.expect("a module") {
            Payload::ExportSection(exports) => {
                for export in exports {
                    let export = export.expect("an export");
                    if export.kind == wasmparser::ExternalKind::Func {
                        exported.push((export.name.to_owned(), export.index));
                    }
                }
            }
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    let import = import.expect("an import");
                    if matches!(import.ty, TypeRef::Func(_)) {
                        imported.push(import.name.to_owned());
                    }
                }
            }
            _ => {}
        }
    }
    (exported, imported)
}

#[test]
fn what_is_called_from_many_places_is_shared_by_name_and_the_rest_by_the_table() {
    let (first, later) = link(&first(), &later(MANY, true)).expect("two parts");
    assert_eq!(shared(&first).0, [("f0".to_owned(), 1)]);
    assert_eq!(shared(&later).1, ["f0"]);
    // The import is function 0, the stand-ins are 1 and 2.
    let mut expected = vec![0; MANY];
    expected.push(1);
    assert_eq!(called(&later), expected);
}

#[test]
fn what_is_called_from_few_places_stays_as_it_was() {
    let (before, few) = (first(), later(MANY - 1, true));
    let (first, later) = link(&before, &few).expect("two parts");
    assert_eq!((first, later), (before, few));
}

#[test]
fn what_does_more_than_call_stands_in_for_nothing() {
    let error = link(&first(), &later(MANY, false)).err();
    let error = error.map(|error| error.to_string());
    let expected = "nothing in the second part stands in for a function of the first";
    assert_eq!(error.as_deref(), Some(expected));
}

#[test]
fn a_place_in_the_table_without_a_function_is_refused() {
    let mut empty = Module::new();
    empty.section(&TypeSection::new());
    let error = link(&empty.finish(), &later(MANY, true));
    let error = error.err().map(|error| error.to_string());
    assert_eq!(
        error.as_deref(),
        Some("the first part has no table of functions")
    );
}
