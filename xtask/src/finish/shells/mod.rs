//! A page for each view: with its own title and description, pictures for those who share it, and the
//! figures of the preset for those who wait for the app or do without.
//!
//! The markup comes from the page's own components, rendered by the program `prerender`.

mod head;
mod icons;
mod lines;
mod markup;
mod opening;
mod paint;
mod path;
mod picture;
mod sheet;
mod words;

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use hashpivot::state::View;

use super::{Parts, asset, template};
use crate::process;
use markup::{Element, escaped};

pub(super) use picture::draw;

/// The variable that names the public address of the site.
const ADDRESS: &str = "HASHPIVOT_ADDRESS";

/// The address of a site that nobody named: it never leads to somebody else.
const NOWHERE: &str = "https://hashpivot.example/";

/// The widths of charts on a page, px: of most, and of those that have a row of their own. A desktop has
/// more room and a phone less.
const SHELL_WIDTHS: [f64; 2] = [380.0, 520.0];

/// The public address of the site, with a slash at its end, where the build was told. Previews, oEmbed and
/// links in the one file need it, because those who read them are elsewhere; the pages themselves work
/// below any address.
///
/// # Errors
/// When it is no address.
pub(super) fn public_address() -> Result<Option<String>> {
    let Ok(address) = std::env::var(ADDRESS) else {
        println!("Previews name {NOWHERE}: set {ADDRESS} to the public address of the site.");
        return Ok(None);
    };
    checked_address(&address).map(Some)
}

fn checked_address(address: &str) -> Result<String> {
    let is_web = address.starts_with("https://") || address.starts_with("http://");
    let is_plain = !address.contains(|c: char| c.is_whitespace() || "\"'<>?#".contains(c));
    ensure!(
        is_web && is_plain,
        "{ADDRESS} is `{address}`: it must be an address like https://example.com/hashpivot/"
    );
    Ok(format!("{}/", address.trim_end_matches('/')))
}

/// The page of each view, rendered from the preset: with charts of the widths of shells and of pictures.
pub(super) struct Prerendered(BTreeMap<String, Vec<Element>>);

impl Prerendered {
    /// Renders them.
    ///
    /// # Errors
    /// When the program that does so cannot be compiled, or does not write markup.
    pub(super) fn make() -> Result<Self> {
        let mut command = process::command("cargo");
        command.args([
            "run",
            "--quiet",
            "--locked",
            "--features",
            "prerender",
            "--bin",
            "prerender",
            "--",
        ]);
        let widths = SHELL_WIDTHS.iter().chain(&picture::CHART_WIDTHS);
        command.args(widths.map(|px| px.to_string()));
        Self::read(&process::output(&mut command)?)
    }

    fn read(written: &str) -> Result<Self> {
        let pages: BTreeMap<String, Vec<String>> =
            serde_json::from_str(written).context("`prerender` did not write JSON")?;
        let read = |(view, pages): (String, Vec<String>)| {
            let pages: Result<Vec<Element>> =
                pages.iter().map(|page| Element::read(page)).collect();
            Ok((view, pages?))
        };
        Ok(Self(pages.into_iter().map(read).collect::<Result<_>>()?))
    }

    fn page(&self, view: View, index: usize) -> Result<&Element> {
        let pages = self.0.get(view.key());
        let page = pages.and_then(|pages| pages.get(index));
        page.with_context(|| format!("`prerender` left out the view {}", view.key()))
    }

    /// The page as a shell shows it.
    fn shell(&self, view: View) -> Result<&Element> {
        self.page(view, usize::from(picture::is_tall(view)))
    }

    /// The page as its picture shows it.
    fn picture(&self, view: View) -> Result<&Element> {
        self.page(
            view,
            SHELL_WIDTHS.len() + usize::from(picture::is_dense(view)),
        )
    }
}

/// Fills in the template for each view: `index.html` for the first, and `<view>/index.html` for all,
/// with the answer to oEmbed beside it.
///
/// # Errors
/// When the template asks for something unknown, or a file cannot be written.
pub(super) fn write(
    stage: &Path,
    parts: &Parts,
    prerendered: &Prerendered,
    address: Option<&str>,
) -> Result<()> {
    let address = address.unwrap_or(NOWHERE);
    let start = stage.join("index.html");
    let template = asset::read_text(&start)?;
    let fill = |view: View, root: &str| -> Result<String> {
        let opening = opening::opening(prerendered.shell(view)?, view, root)
            .with_context(|| format!("the page of {} was not understood", view.key()))?;
        // Charts and other views stand in what is fetched after the start, and so do their styles: those
        // that are needed until then stand in the page too.
        let classes = markup::classes(&opening);
        let used = sheet::used_rules(&parts.later_sheet, &classes);
        let styles = format!("{}{used}", parts.styles);
        let mut all = parts.values(styles);
        all.extend(values(view, root, address, opening));
        template::fill(&template, &all)
    };
    for view in View::ALL {
        let folder = stage.join(view.key());
        std::fs::create_dir_all(&folder)
            .with_context(|| format!("cannot make {}", folder.display()))?;
        put(&folder.join("index.html"), fill(view, "../")?.as_bytes())?;
        put(
            &folder.join("oembed.json"),
            head::oembed(view, address).as_bytes(),
        )?;
    }
    put(&start, fill(View::default(), "")?.as_bytes())?;
    icons::publish(stage)
}

/// The template's names with their values that differ from view to view, on a page from which the site is
/// at `root`.
pub(super) fn values(
    view: View,
    root: &str,
    address: &str,
    opening: String,
) -> Vec<(&'static str, String)> {
    vec![
        ("root", root.to_owned()),
        ("view", view.key().to_owned()),
        ("title", escaped(&head::title(view))),
        ("description", escaped(words::description(view))),
        ("social", head::social(view, address)),
        ("opening", opening),
    ]
}

fn put(path: &Path, bytes: &[u8]) -> Result<()> {
    std::fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_public_address_is_a_folder_on_the_web() {
        for (given, taken) in [
            ("https://a.example", "https://a.example/"),
            ("https://a.example/b/", "https://a.example/b/"),
            ("http://127.0.0.1:8080", "http://127.0.0.1:8080/"),
        ] {
            assert_eq!(checked_address(given).expect("it is one"), taken);
        }
        for wrong in [
            "",
            "a.example",
            "ftp://a.example",
            "https://a.example/?b",
            "https://a.example/\"x",
        ] {
            assert!(checked_address(wrong).is_err(), "{wrong}");
        }
    }
}
