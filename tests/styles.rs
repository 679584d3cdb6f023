//! What the style sheets of `src/ui/styles/` keep to.

use std::fs;
use std::path::Path;

/// The sizes of letters, px: `--t0` to `--t5` of `tokens.css`.
const SCALE: [&str; 6] = ["12", "13", "15", "18", "24", "32"];

/// The px sizes that a style sheet gives letters by themselves, not by a token.
fn sizes(css: &str) -> Vec<&str> {
    let rules = css.lines().map(str::trim);
    let fonts = rules.filter(|rule| rule.starts_with("font:") || rule.starts_with("font-size:"));
    let words = fonts.flat_map(|rule| rule.split([' ', '/', ';']));
    words.filter_map(|word| word.strip_suffix("px")).collect()
}

#[test]
fn letters_have_the_sizes_of_the_scale() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ui/styles");
    for entry in fs::read_dir(folder).expect("the folder can be read") {
        let path = entry.expect("can be read").path();
        let css = fs::read_to_string(&path).expect("a style sheet can be read");
        for size in sizes(&css) {
            assert!(SCALE.contains(&size), "{}: {size}px", path.display());
        }
    }
}

#[test]
fn sizes_are_found_in_either_form() {
    assert_eq!(sizes("a {\n  font: 400 17px/1.4 serif;\n}"), ["17"]);
    assert_eq!(sizes("a {\n  font-size: 11px;\n  width: 9px;\n}"), ["11"]);
    assert!(sizes("a {\n  font: var(--t1)/1 var(--sans);\n}").is_empty());
}
