//! The text of a file to a header and rows.

use super::problem::TableError;
use super::records::{Record, Records};

/// The rows of a file, blank ones left out.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Sheet {
    pub separator: u8,
    pub header: Record,
    pub rows: Vec<Record>,
}

/// Bytes of the largest file that is read. A hundred miners take ten thousand; a history of each day
/// since the first block, half a million.
const MOST_BYTES: usize = 5_000_000;
/// Rows of the longest file that is read.
const MOST_ROWS: usize = 20_000;
/// Named columns of the widest file that is read: each row has a text for each, if only an empty one.
const MOST_COLUMNS: usize = 256;

/// Separators that are looked for, the likeliest first.
const SEPARATORS: [u8; 3] = *b",;\t";

/// Whether a file of so many bytes is read.
///
/// # Errors
/// When it is too large.
pub fn check_size(bytes: usize) -> Result<(), TableError> {
    at_most(MOST_BYTES, bytes, "bytes")
}

fn at_most(most: usize, size: usize, what: &'static str) -> Result<(), TableError> {
    if size <= most {
        return Ok(());
    }
    Err(TableError::TooLarge { what, size, most })
}

/// The rows of a file. The separator is what a first line `sep=;` says; otherwise the one that finds
/// the most names in the header that `is_known` knows, then the one that finds the most cells.
///
/// # Errors
/// When every line is blank, or the file has too many bytes, named columns or rows.
pub(super) fn read(text: &str, is_known: impl Fn(&str) -> bool) -> Result<Sheet, TableError> {
    check_size(text.len())?;
    let text = text.trim_start_matches('\u{feff}');
    let (said, start) = said_separator(text);
    let separator = said.unwrap_or_else(|| {
        let finds = |separator: &u8| {
            let header = Records::of(text, start, *separator).next();
            let cells = header.map_or(Vec::new(), |record| record.cells);
            let named = cells.iter().map(|cell| cell.text.trim());
            let known = named.filter(|name| !name.is_empty() && is_known(name));
            (known.count(), cells.len())
        };
        // Of equals `max_by_key` takes the last.
        let likeliest = SEPARATORS.into_iter().rev().max_by_key(finds);
        likeliest.expect("there are separators")
    });
    let mut records = Records::of(text, start, separator);
    let header = records.next().ok_or(TableError::Empty)?;
    let named = (0..header.cells.len()).filter(|index| !header.text(*index).is_empty());
    at_most(MOST_COLUMNS, named.count(), "columns")?;
    records.have_the_columns_of(&header);
    let rows: Vec<Record> = records.by_ref().take(MOST_ROWS).collect();
    at_most(MOST_ROWS, rows.len() + records.count(), "rows")?;
    Ok(Sheet {
        separator,
        header,
        rows,
    })
}

/// The separator that Excel's first line `sep=;` says, and where the table begins.
fn said_separator(text: &str) -> (Option<u8>, usize) {
    let end = text.find(['\r', '\n']).unwrap_or(text.len());
    let line = text[..end].trim_matches('"').as_bytes();
    match line {
        [s, e, p, b'=', separator]
            if [*s, *e, *p].eq_ignore_ascii_case(b"sep")
                && separator.is_ascii()
                && !separator.is_ascii_alphanumeric()
                && *separator != b'"' =>
        {
            (Some(*separator), end)
        }
        _ => (None, 0),
    }
}
