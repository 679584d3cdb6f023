//! The manifest, by which the page can be installed.

use std::path::Path;

use anyhow::{Context, Result};
use hashpivot::state::View;
use serde_json::{Value, json};

use crate::site;

/// Writes the manifest into `stage`.
///
/// # Errors
/// When it cannot be written.
pub(super) fn make(stage: &Path) -> Result<()> {
    let path = stage.join(site::MANIFEST);
    std::fs::write(&path, manifest().to_string())
        .with_context(|| format!("cannot write {}", path.display()))
}

/// Every address is seen from the manifest, so that the site works below any path.
fn manifest() -> Value {
    json!({
        "name": "Hashpivot",
        "short_name": "Hashpivot",
        "description": "What an exahash of bitcoin mining earns, and what the same megawatts would earn as an AI data centre.",
        "lang": "en-US",
        "categories": ["finance"],
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": "#fbfaf8",
        "theme_color": "#fbfaf8",
        "icons": [
            icon("icon-192.png", 192, "any"),
            icon("icon-512.png", 512, "any"),
            icon("maskable-512.png", 512, "maskable"),
        ],
        "shortcuts": View::ALL.map(shortcut),
    })
}

fn icon(file: &str, pixels: u32, purpose: &str) -> Value {
    json!({
        "src": format!("icons/{file}"),
        "sizes": format!("{pixels}x{pixels}"),
        "type": "image/png",
        "purpose": purpose,
    })
}

fn shortcut(view: View) -> Value {
    json!({
        "name": view.title(),
        "url": format!("./#v=1&view={}", view.key()),
        "icons": [icon("icon-192.png", 192, "any")],
    })
}

#[cfg(test)]
mod tests {
    use hashpivot::state::{View, link};

    use super::manifest;

    #[test]
    fn a_shortcut_opens_its_view() {
        let manifest = manifest();
        let shortcuts = manifest["shortcuts"].as_array().expect("a list");
        let views = shortcuts.iter().map(|shortcut| {
            let url = shortcut["url"].as_str().expect("an address");
            link::decode(url.trim_start_matches("./")).view
        });
        assert_eq!(views.collect::<Vec<View>>(), View::ALL);
    }

    #[test]
    fn every_address_is_below_the_page() {
        let text = manifest().to_string();
        assert!(!text.contains("\"/") && !text.contains("://"), "{text}");
    }
}
