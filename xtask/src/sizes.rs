//! Tells what is downloaded, against the budgets: for a first visit, and for the JavaScript API.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use hashpivot::state::View;

use crate::site;

/// How many bytes a first visit may download before the page works, compressed with brotli.
const BUDGET: usize = 150_000;

/// How many bytes all that is kept for use offline may have, likewise.
const WHOLE_BUDGET: usize = 250_000;

/// How many bytes a program that uses the JavaScript API may download for it, likewise.
const API_BUDGET: usize = 60_000;

/// What a program that uses the JavaScript API downloads.
const API_FILES: [&str; 2] = ["api/hashpivot.js", "api/hashpivot_bg.wasm"];

/// What it downloads besides if it reads files.
const TABLES_FILES: [&str; 2] = ["api/tables.js", "api/tables_bg.wasm"];

/// Prints the size of each file that the page at `dist` needs before it works, and their total;
/// then those of what is kept for use offline, of the JavaScript API and of the page in one file.
///
/// # Errors
/// When a file cannot be read. The message of a total over its budget comes from [`check`] and
/// [`check_api`].
pub(crate) fn report(dist: &Path) -> Result<()> {
    let (folder, sizes) = heaviest(dist)?;
    print_table(&visit_of(dist, &folder), &sizes, Some(BUDGET));
    print_table(
        "Kept for use offline",
        &measure_kept(dist)?,
        Some(WHOLE_BUDGET),
    );
    print_table(
        "JavaScript API",
        &measure(dist, API_FILES)?,
        Some(API_BUDGET),
    );
    print_table("Its tables", &measure(dist, TABLES_FILES)?, None);
    print_table(
        "The element for other pages",
        &measure(dist, ["embed.js"])?,
        None,
    );
    report_one_file(dist)
}

/// Prints the size of the page that is one file.
///
/// # Errors
/// When it cannot be read.
fn report_one_file(dist: &Path) -> Result<()> {
    let measured = measure(dist, [site::ONE_FILE])?;
    let file = measured.first().context("it was asked for")?;
    println!(
        "\n{} is one file of {} bytes, {} on the wire (brotli).",
        file.name, file.plain, file.compressed
    );
    Ok(())
}

fn print_sizes(title: &str, sizes: &[Size]) {
    println!("\n{title:<28} {:>7}   {:>7}", "bytes", "brotli");
    for size in sizes {
        println!(
            "{:<28} {:>7}   {:>7}",
            size.name, size.plain, size.compressed
        );
    }
}

fn print_table(title: &str, sizes: &[Size], budget: Option<usize>) {
    print_sizes(title, sizes);
    let total = total(sizes);
    let allowed = budget.map_or(String::new(), |budget| match total > budget {
        true => format!("  OVER the {budget} allowed"),
        false => format!("  of {budget} allowed"),
    });
    println!("{:<38}   {total:>7}{allowed}", "together");
}

/// Checks that a first visit keeps to its budget, whichever view it begins with.
///
/// # Errors
/// When it does not, or a file cannot be read.
pub(crate) fn check(dist: &Path) -> Result<()> {
    let (folder, sizes) = heaviest(dist)?;
    let (visit, first) = (visit_of(dist, &folder), total(&sizes));
    ensure!(
        first <= BUDGET,
        "{visit} downloads {first} bytes; {BUDGET} are allowed"
    );
    Ok(())
}

/// The page among those of the views with which a first visit downloads most: its folder, and what
/// it downloads.
///
/// # Errors
/// When a file cannot be read.
fn heaviest(dist: &Path) -> Result<(PathBuf, Vec<Size>)> {
    let views = View::ALL.map(|view| dist.join(view.key()));
    let pages = std::iter::once(dist.to_owned()).chain(views);
    let measured: Vec<_> = pages
        .map(|folder| measure_page(&folder).map(|sizes| (folder, sizes)))
        .collect::<Result<_>>()?;
    let heaviest = measured.into_iter().max_by_key(|(_, sizes)| total(sizes));
    heaviest.context("there is a page at least")
}

/// What to call a first visit of the page in `folder`.
fn visit_of(dist: &Path, folder: &Path) -> String {
    match folder.strip_prefix(dist) {
        Ok(view) if view != Path::new("") => format!("First visit, {}", view.display()),
        _ => "First visit".to_owned(),
    }
}

/// Checks that the JavaScript API keeps to its budget.
///
/// # Errors
/// When it does not, or a file cannot be read.
pub(crate) fn check_api(dist: &Path) -> Result<()> {
    let total = total(&measure(dist, API_FILES)?);
    ensure!(
        total <= API_BUDGET,
        "the JavaScript API has {total} bytes; {API_BUDGET} are allowed"
    );
    Ok(())
}

/// How large all that a first visit downloads is, and how large it may be when compressed, bytes.
pub(crate) struct FirstVisit {
    pub(crate) plain: usize,
    pub(crate) compressed: usize,
    pub(crate) budget: usize,
}

/// Sums up what a first visit of the site at `dist` downloads at most.
///
/// # Errors
/// When a file cannot be read.
pub(crate) fn first_visit(dist: &Path) -> Result<FirstVisit> {
    let (_, sizes) = heaviest(dist)?;
    Ok(FirstVisit {
        plain: sizes.iter().map(|size| size.plain).sum(),
        compressed: total(&sizes),
        budget: BUDGET,
    })
}

/// How large one file is.
pub(crate) struct Size {
    pub(crate) name: String,
    pub(crate) plain: usize,
    pub(crate) compressed: usize,
}

fn total(sizes: &[Size]) -> usize {
    sizes.iter().map(|size| size.compressed).sum()
}

/// Measures the page at `dist` and each file that it fetches to start.
///
/// # Errors
/// When one cannot be read.
pub(crate) fn measure_page(dist: &Path) -> Result<Vec<Size>> {
    let page = std::fs::read_to_string(dist.join("index.html")).context("there is no page")?;
    let names = std::iter::once("index.html").chain(critical_files(&page));
    measure(dist, names)
}

/// Measures the page at `dist` with what it fetches to start and after the start.
///
/// # Errors
/// When one cannot be read.
pub(crate) fn measure_whole(dist: &Path) -> Result<Vec<Size>> {
    let page = std::fs::read_to_string(dist.join("index.html")).context("there is no page")?;
    let names = std::iter::once("index.html").chain(critical_files(&page));
    measure(dist, names.chain(files_of(&page, &LATER)))
}

/// Measures what the service worker of the page at `dist` keeps.
///
/// # Errors
/// When a file cannot be read.
pub(crate) fn measure_kept(dist: &Path) -> Result<Vec<Size>> {
    let names = site::files(dist)?;
    let kept = names.iter().filter(|name| site::is_of_the_page(name));
    measure(dist, kept.map(String::as_str))
}

/// The attributes that name what a page fetches after the start.
const LATER: [&str; 3] = [" data-later=\"", " data-later-styles=\"", " href=\""];

/// What of a page's links a visit downloads by itself.
const FETCHED_LINKS: [&str; 2] = [" rel=\"icon\"", " rel=\"manifest\""];

/// Measures files at `dist`.
///
/// # Errors
/// When one cannot be read.
pub(crate) fn measure<'a>(
    dist: &Path,
    names: impl IntoIterator<Item = &'a str>,
) -> Result<Vec<Size>> {
    names
        .into_iter()
        .map(|name| {
            let path = dist.join(name);
            let bytes =
                std::fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
            let compressed = brotli_len(&path, &bytes)?;
            Ok(Size {
                name: name.to_owned(),
                plain: bytes.len(),
                compressed,
            })
        })
        .collect()
}

/// The files that a page fetches to start: its checked scripts and what the first of them fetches.
fn critical_files(page: &str) -> impl Iterator<Item = &str> {
    files_of(page, &[" src=\"", " data-wasm=\""])
}

/// The files that attributes of a page's scripts and links name.
fn files_of<'a>(page: &'a str, attributes: &'a [&str]) -> impl Iterator<Item = &'a str> {
    let is_fetched = |tag: &&str| {
        let link = tag.strip_prefix("link");
        tag.starts_with("script ")
            || link.is_some_and(|tag| FETCHED_LINKS.iter().any(|kind| tag.contains(kind)))
    };
    let tags = page.split('<').filter(is_fetched);
    let values = tags.flat_map(|tag| attributes.iter().filter_map(|key| tag.split_once(key)));
    values.filter_map(|(_, rest)| rest.split('"').next())
}

/// The length of a file as a host sends it: that of the `.br` that the build put beside it.
fn brotli_len(path: &Path, bytes: &[u8]) -> Result<usize> {
    let beside = path.with_added_extension("br");
    match std::fs::metadata(beside) {
        Ok(file) => Ok(file.len() as usize),
        Err(_) => Ok(site::brotli(bytes)?.len()),
    }
}

#[cfg(test)]
mod tests {
    use super::{LATER, critical_files, files_of};

    #[test]
    fn the_critical_files_are_those_that_the_page_starts_with() {
        let page = r#"<link rel="icon" href="icon.svg"><link rel="canonical" href="elsewhere">
            <script src="boot.js" data-wasm="app.wasm" data-later="later.wasm"></script>
            <script src="glue.js" integrity="sha256-y"></script>"#;
        let files: Vec<&str> = critical_files(page).collect();
        assert_eq!(files, ["boot.js", "app.wasm", "glue.js"]);
        let others: Vec<&str> = files_of(page, &LATER).collect();
        assert_eq!(others, ["icon.svg", "later.wasm"]);
    }
}
