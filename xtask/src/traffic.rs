//! What many readers cost a host, on paper: requests and bytes of a visit, times the readers.

use std::path::Path;

use anyhow::Result;

use crate::site;
use crate::sizes::{self, Size};

/// Readers of a large blog.
const READERS: u64 = 10_000_000;

/// Headers of an answer by the shipped configurations, bytes, before HTTP/2 packs those that repeat:
/// the test of hosting prints what it counted.
const HEADERS: u64 = 530;

/// Places from which a content network serves; each fetches a file once from the host.
const EDGES: u64 = 300;

/// What one visit asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Visit {
    requests: u64,
    bytes: u64,
}

impl Visit {
    /// Asks for all of `sizes` once.
    fn of(sizes: &[Size]) -> Self {
        let bytes: usize = sizes.iter().map(|size| size.compressed).sum();
        Self::answered(sizes.len(), bytes)
    }

    /// Asks whether `count` files changed, which they did not.
    fn unchanged(count: usize) -> Self {
        Self::answered(count, 0)
    }

    fn answered(requests: usize, bytes: usize) -> Self {
        let requests = requests as u64;
        Self {
            requests,
            bytes: bytes as u64 + requests * HEADERS,
        }
    }

    fn and(self, other: Self) -> Self {
        Self {
            requests: self.requests + other.requests,
            bytes: self.bytes + other.bytes,
        }
    }
}

/// Prints the visits of the site at `dist`, each as often as there are readers.
///
/// # Errors
/// When a file cannot be read.
pub(crate) fn report(dist: &Path) -> Result<()> {
    let visits = visits(dist)?;
    let title = format!("{} million readers", READERS / 1_000_000);
    println!(
        "\n{title:<44} {:>8} {:>9} {:>9}",
        "requests", "bytes", "in all"
    );
    for (name, Visit { requests, bytes }) in &visits {
        let total = in_all(bytes * READERS);
        println!("{name:<44} {requests:>8} {bytes:>9} {total:>9}");
    }
    let kept = visits.iter().map(|(_, visit)| visit.bytes).max();
    let origin = in_all(kept.unwrap_or_default() * EDGES);
    println!("behind a content network of {EDGES} places the host itself sends {origin} a version");
    Ok(())
}

fn visits(dist: &Path) -> Result<Vec<(&'static str, Visit)>> {
    let first = sizes::measure_page(dist)?;
    let whole = sizes::measure_whole(dist)?;
    let kept = sizes::measure_kept(dist)?;
    let worker = Visit::of(&sizes::measure(dist, [site::WORKER])?);
    let is_in = |list: &[Size], size: &Size| list.iter().any(|other| other.name == size.name);
    let (again, new): (Vec<Size>, Vec<Size>) =
        kept.into_iter().partition(|size| is_in(&whole, size));
    // What carries a digest is taken from the browser's own store when it is kept.
    let checked = again
        .iter()
        .filter(|size| !site::is_named_by_content(&size.name));
    let keeping = worker
        .and(Visit::of(&new))
        .and(Visit::unchanged(checked.count()));
    Ok(vec![
        ("first visit, until it can be used", Visit::of(&first)),
        ("first visit, with charts and all views", Visit::of(&whole)),
        (
            "first visit, kept for use offline",
            Visit::of(&whole).and(keeping),
        ),
        ("each later visit: has sw.js changed?", Visit::unchanged(1)),
        ("first time in a frame of a blog", Visit::of(&whole)),
        (
            "again in that frame: has index.html changed?",
            Visit::unchanged(1),
        ),
    ])
}

/// Bytes as hosts bill them.
fn in_all(bytes: u64) -> String {
    match bytes {
        0..1_000_000_000 => format!("{} MB", bytes.div_ceil(1_000_000)),
        1_000_000_000..1_000_000_000_000 => format!("{} GB", bytes.div_ceil(1_000_000_000)),
        _ => format!(
            "{}.{:02} TB",
            bytes / 1_000_000_000_000,
            bytes / 10_000_000_000 % 100
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_visit_pays_for_its_files_and_for_the_headers_of_each_answer() {
        let size = |name: &str, compressed| Size {
            name: name.to_owned(),
            plain: 2 * compressed,
            compressed,
        };
        let visit = Visit::of(&[size("a", 1_000), size("b", 500)]);
        assert_eq!((visit.requests, visit.bytes), (2, 1_500 + 2 * HEADERS));
        let both = visit.and(Visit::unchanged(1));
        assert_eq!((both.requests, both.bytes), (3, 1_500 + 3 * HEADERS));
    }

    #[test]
    fn amounts_are_rounded_up_in_the_unit_that_fits() {
        assert_eq!(in_all(999_000_001), "1000 MB");
        assert_eq!(in_all(5_600_000_000), "6 GB");
        assert_eq!(in_all(3_801_000_000_000), "3.80 TB");
    }
}
