//! What is typed and not yet taken: it outlives its field, the view in which it stands, and the page when that
//! is loaded anew.

use std::cell::RefCell;
use std::thread::LocalKey;

use yew::prelude::*;

use crate::state::{Pad, RowIds, State, TableRow, link};
use crate::web::{Refused, location, memory};

thread_local! {
    /// What was last kept under each name.
    static KEPT: RefCell<Vec<(String, AttrValue)>> = const { RefCell::new(Vec::new()) };
}

/// Under which the visit stands among what the tab remembers.
const VISIT: &str = "visit";
/// Under which the whole of a state stands that is too long for a link.
const WHOLE: &str = "whole";

/// The text that is kept under a name; empty without one.
pub fn kept(name: &str) -> AttrValue {
    KEPT.with_borrow(|kept| {
        let found = kept.iter().find(|(other, _)| other == name);
        found.map(|(_, text)| text.clone()).unwrap_or_default()
    })
}

/// Keeps a text under a name, in place of another one.
pub fn keep(name: &str, text: AttrValue) {
    KEPT.with_borrow_mut(|kept| {
        kept.retain(|(other, _)| other != name);
        if !text.is_empty() {
            kept.push((name.to_owned(), text));
        }
    });
}

/// Has the tab remember what is kept, and what of the state no link holds or this one has no room for, for when
/// this visit goes on.
///
/// # Errors
/// In a frame, whose tab remembers for all its frames together, and where the browser remembers nothing.
pub fn remember(state: &State) -> Result<(), Refused> {
    let visit = location::visit()?;
    let whole = (!link::left_out(state).is_empty()).then(|| link::whole(state));
    let text = KEPT.with_borrow(|kept| {
        let drafts = kept.iter().map(|(name, text)| (&**name, &**text));
        let pads = Pad::UNLINKED.map(|pad| (pad.key(), &**pad.text(state)));
        let whole = whole.as_deref().map(|text| (WHOLE, text));
        let first = [(VISIT, &*visit)].into_iter().chain(whole);
        link::joined(first.chain(pads).chain(drafts))
    });
    memory::remember(&text)
}

/// Brings back what was remembered when this visit was interrupted, by loading the page anew or by going to
/// another one and back.
///
/// # Errors
/// As [`remember`].
pub fn recall(state: &mut State) -> Result<(), Refused> {
    let (visit, text) = (location::visit()?, memory::recall()?);
    let mut pairs = link::parted(&text);
    if pairs.next() == Some((VISIT.to_owned(), visit)) {
        for (name, text) in pairs {
            if name == WHOLE {
                let here = location::fragment()?;
                link::complete(state, &here, &link::decode(&text));
                continue;
            }
            match Pad::UNLINKED.iter().find(|pad| pad.key() == name) {
                Some(pad) => pad.write(state, text.into()),
                None => keep(&name, text.into()),
            }
        }
    }
    Ok(())
}

/// The numbers of a table's rows as they are now, kept under a name: what is kept for the rows is kept under them.
pub fn row_ids<Row: TableRow + PartialEq>(
    name: &str,
    ids: &'static LocalKey<RefCell<RowIds<Row>>>,
    rows: &[Row],
) -> Vec<usize> {
    ids.with_borrow_mut(|ids| {
        let found = ids.follow(rows).to_vec();
        let written = ids.written();
        if kept(name) != written {
            keep(name, written.into());
        }
        found
    })
}
