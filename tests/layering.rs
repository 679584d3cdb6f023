//! The rules that hold the layers of `src/` apart, checked on its text.
//!
//! Imports point downward only; layers 0 to 2 know no browser, no clock and no chance; numbers
//! become text in `format` alone; nothing that ships unwraps or is left to do. Every rule is tried
//! on a planted violation below.

#[path = "layering/rules.rs"]
mod rules;
#[path = "layering/source.rs"]
mod source;

use std::fs;
use std::path::{Path, PathBuf};

use source::Source;

/// Every `.rs` file below `folder`, in order.
fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder can be read");
    let mut paths: Vec<_> = entries
        .map(|entry| entry.expect("can be read").path())
        .collect();
    paths.sort();
    paths
        .into_iter()
        .flat_map(|path| {
            if path.is_dir() {
                rust_files(&path)
            } else {
                vec![path]
            }
        })
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .collect()
}

#[test]
fn the_sources_keep_every_rule() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = rust_files(&root.join("src"));
    assert!(files.len() > 50, "only {} files were found", files.len());
    let findings: Vec<String> = files
        .iter()
        .flat_map(|file| {
            let path = file
                .strip_prefix(root)
                .expect("is below the root")
                .to_string_lossy();
            let text = fs::read_to_string(file).expect("a source file can be read");
            rules::findings(&Source::new(&path.replace('\\', "/"), &text))
        })
        .collect();
    assert!(findings.is_empty(), "\n{}\n", findings.join("\n"));
}

/// Whether the rules object to this text at this place, in these words.
fn objects(path: &str, text: &str, words: &str) {
    let findings = rules::findings(&Source::new(path, text));
    assert!(
        findings.iter().any(|finding| finding.contains(words)),
        "{path}: {text:?} passes the rule “{words}”: {findings:?}"
    );
}

/// Whether the rules let this text pass at this place.
fn passes(path: &str, text: &str) {
    let findings = rules::findings(&Source::new(path, text));
    assert!(findings.is_empty(), "{path}: {text:?}: {findings:?}");
}

#[test]
fn an_import_from_a_higher_layer_is_found() {
    for (path, text) in [
        ("src/model/hashprice.rs", "use crate::state::State;"),
        (
            "src/model/pivot/case.rs",
            "fn f() { crate::ui::App::new(); }",
        ),
        (
            "src/plot/scale.rs",
            "use crate::{units::Sats, model::{Evaluation}};",
        ),
        ("src/plot/scale.rs", "use crate :: format;"),
        ("src/units/mod.rs", "use super::format::usd;"),
        (
            "src/model/pivot/case.rs",
            "use super::super::super::web::frame;",
        ),
        (
            "src/model/pivot/mod.rs",
            "use super::super::{plot, web::frame};",
        ),
        ("src/state/link.rs", "use crate::web::location;"),
        ("src/web/frame.rs", "use crate::ui::App;"),
        ("src/ui/app.rs", "use crate::api;"),
    ] {
        objects(path, text, "upward");
    }
    objects("src/model/a.rs", "use crate::charts::Pie;", "has no layer");
    objects("src/charts/pie.rs", "", "has no layer");
}

#[test]
fn imports_downward_and_within_a_layer_pass() {
    for (path, text) in [
        (
            "src/model/hashprice.rs",
            "use crate::plot::Scale; use super::parameters::Key;",
        ),
        (
            "src/format/mod.rs",
            "use crate::model::outputs; pub(crate) use self::field::a;",
        ),
        (
            "src/plot/ticks/log.rs",
            "use super::super::scale::Scale; use crate::units::Sats;",
        ),
        ("src/plot/ticks/mod.rs", "use super::{scale, path};"),
        (
            "src/ui/app.rs",
            "use crate::{model::Evaluation, web::frame, state::{link, State}};",
        ),
        ("src/main.rs", "use hashpivot::ui::App;"),
        (
            "src/model/a.rs",
            "// crate::ui is above\nconst A: &str = \"crate::ui\";",
        ),
        ("src/model/a.rs", "/// See [`crate::state`].\nfn f() {}"),
        (
            "src/model/a.rs",
            "#[cfg(test)]\nmod tests { use crate::state::State; }",
        ),
        ("src/model/tests.rs", "use crate::state::State;"),
    ] {
        passes(path, text);
    }
}

#[test]
fn browser_clock_and_chance_are_found_below_the_browser_edges() {
    for (text, words) in [
        ("use web_sys::Window;", "browser"),
        ("fn f(a: js_sys::Array) {}", "browser"),
        ("use wasm_bindgen::JsCast;", "browser"),
        ("use gloo::timers;", "browser"),
        ("use yew::prelude::*;", "browser"),
        ("let t = std::time::Instant::now();", "clock"),
        ("use std::time::{Duration, SystemTime};", "clock"),
        ("let x: f64 = rand::random();", "chance"),
        ("getrandom::fill(&mut bytes);", "chance"),
        ("let map = HashMap::<u8, u8>::new();", "chance"),
    ] {
        for path in [
            "src/units/sats.rs",
            "src/plot/path.rs",
            "src/model/a.rs",
            "src/state/link.rs",
        ] {
            objects(path, text, words);
        }
    }
    passes(
        "src/web/frame.rs",
        "use web_sys::Window; use wasm_bindgen::JsCast;",
    );
    passes("src/model/a.rs", "/// Like `yew`.\nlet operand = instant;");
}

#[test]
fn the_platforms_mathematics_is_found() {
    for text in [
        "let y = x.ln();",
        "let y = x\n    .powf(2.0);",
        "let y = x.powi (2);",
        "values.map(f64::exp)",
        "let y = f64::sin(x);",
        "let y = a.mul_add(b, c);",
    ] {
        objects("src/model/a.rs", text, "libm");
        objects("src/plot/a.rs", text, "libm");
    }
    passes(
        "src/model/a.rs",
        "let y = libm::log(x) + x.sqrt().abs() + Scale::log(a, b).value(x);",
    );
    passes(
        "src/model/a.rs",
        "/// x.ln()\n#[cfg(test)]\nmod tests { fn f() { x.ln(); } }",
    );
}

#[test]
fn a_number_that_the_page_writes_itself_is_found() {
    for text in [
        "let text = format!(\"{value:.2} USD\");",
        "let text = format!(\"${:.0}\", value);",
        "let text = format!(\"{value:.1}\");",
        "let text = format!(\"{value:.*}\", decimals);",
        "let text = format!(\"{value:>8.2}\");",
        "let text = format!(r#\"<b>{value:e}</b>\"#);",
    ] {
        objects("src/ui/a.rs", text, "format");
        objects("src/state/a.rs", text, "format");
        objects("src/model/a.rs", text, "format");
    }
    // Lengths of a drawing are no text.
    passes(
        "src/ui/a.rs",
        "let x = format!(\"{place:.2}%\"); let y = format!(\"{:.2}\", y);",
    );
    passes(
        "src/ui/a.rs",
        "let a = format!(\"{name}: {count} of {:?}. Done.\", all);",
    );
    passes("src/format/mod.rs", "let a = format!(\"{value:.2} USD\");");
}

#[test]
fn what_must_not_ship_is_found() {
    for text in [
        "a.unwrap();",
        "a\n    .unwrap ();",
        "todo!()",
        "unimplemented!(\"later\")",
        "dbg!(a)",
    ] {
        objects("src/model/a.rs", text, "ships");
        objects("src/ui/a.rs", text, "ships");
        objects("src/main.rs", text, "ships");
    }
    passes(
        "src/ui/a.rs",
        "a.unwrap_or(1); b.unwrap_or_default(); \"todo!\"; // .unwrap()",
    );
    passes(
        "src/ui/a.rs",
        "/// ```\n/// a.unwrap();\n/// ```\nfn f() {}",
    );
    passes(
        "src/ui/a.rs",
        "#[cfg(test)]\nmod tests { fn f() { a.unwrap(); } }",
    );
}

#[test]
fn an_inline_style_is_found() {
    for text in [
        "html! { <div style=\"color: red\"> }",
        "html! { <p style={css}> }",
        "element.set_attribute(\"style\", css)",
    ] {
        objects("src/ui/a.rs", text, "style");
    }
    passes(
        "src/ui/a.rs",
        "html! { <div class=\"style=1\"> }; if style == other {} let style = a;",
    );
}

#[test]
fn nothing_asks_a_server_but_the_file_for_live_data() {
    for text in [
        "window.fetch_with_str(\"https://a.b\");",
        "let socket = web_sys::WebSocket::new(url)?;",
        "navigator.send_beacon(url)?;",
        "use web_sys::{Request, Window};",
    ] {
        objects("src/ui/a.rs", text, "asks a server");
        objects("src/web/a.rs", text, "asks a server");
        passes("src/web/live.rs", text);
    }
    for text in [
        "fetch('https://a.b');",
        "navigator.sendBeacon(url);",
        "new WebSocket(url)",
    ] {
        assert!(
            !rules::findings_of_script("static/a.js", text).is_empty(),
            "{text}"
        );
    }
    for text in ["fetch(url, { integrity });", "// See https://a.b"] {
        assert!(
            rules::findings_of_script("static/a.js", text).is_empty(),
            "{text}"
        );
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = fs::read_dir(root.join("static/boot")).expect("the folder can be read");
    let scripts: Vec<PathBuf> = folder
        .map(|entry| entry.expect("can be read").path())
        .collect();
    let worker = Some(root.join("static/sw.js")).filter(|path| path.exists());
    let findings: Vec<String> = scripts
        .iter()
        .chain(&worker)
        .flat_map(|path| {
            let text = fs::read_to_string(path).expect("a script can be read");
            rules::findings_of_script(&path.to_string_lossy(), &text)
        })
        .collect();
    assert!(scripts.len() > 3 && findings.is_empty(), "{findings:#?}");
}

#[test]
fn what_follows_test_code_is_still_read() {
    let text = "#[cfg(test)]\nuse a::{b};\n#[cfg(all(test, x))]\nmod tests { fn f() { '{'; \"}\"; } }\n\
                fn g() { a.unwrap(); }";
    objects("src/model/a.rs", text, "src/model/a.rs:5: ");
    objects(
        "src/model/a.rs",
        "#[cfg(test)]\nmod tests;\nfn g() { a.unwrap(); }",
        "a.rs:3: ",
    );
    objects(
        "src/model/a.rs",
        "fn f<'a>(x: &'a str) { '\\''; '\"'; x.unwrap(); }",
        "ships",
    );
    objects(
        "src/model/a.rs",
        "/* a /* b */ c */ let s = r\"\\\"; x.unwrap();",
        "ships",
    );
}
