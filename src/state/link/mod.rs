//! The shared-link codec: state to URL fragment and back.
//!
//! A fragment reads `v=1&view=pivot&btc_price=90000`: the codec's version, then what differs from
//! the preset, under the names of the parameter table; inputs of a pinned baseline carry the prefix
//! `base.`, each row of a table is a `site` or a `miner` (see `rows.rs`), and what is chosen for a chart
//! stands under the name of its switch. From `?secret=` or
//! `#?secret=` on the fragment belongs to the host page (WordPress appends it) and is left alone.
//!
//! A link has at most [`LONGEST`] characters. A part of the state that does not fit is left out
//! whole, and the link says so: `without=sites~9f86d081`, with a digest of what is missing, so that a
//! page that has the very same part keeps it. A file holds what a link cannot: [`whole`].

mod digest;
mod migrate;
mod part;
mod percent;
mod read;
mod rows;
mod write;

pub use part::Part;
pub(super) use percent::decoded;
pub use percent::{joined, parted};
pub use read::{complete, decode, open};
pub use write::{LONGEST, encode, left_out, whole};

/// The codec's version.
const VERSION: u32 = 1;
/// What inputs of the baseline are prefixed with.
const BASELINE: &str = "base.";
/// The key of a part that the link leaves out.
const WITHOUT: &str = "without";
/// The key of the rows of the reader's own history.
const HISTORY_ROWS: &str = "rows";

/// Splits a fragment into the page's own part and the rest, from `?secret=` or `#?secret=` on.
#[must_use]
pub fn split_secret(fragment: &str) -> (&str, &str) {
    let at = fragment
        .find("#?secret=")
        .or_else(|| fragment.find("?secret="));
    fragment.split_at(at.unwrap_or(fragment.len()))
}

#[cfg(test)]
mod tests;
