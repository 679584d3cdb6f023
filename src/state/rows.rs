//! Tables that the reader edits: the list of sites and the list of miners.

use crate::model::parameters::Key;
use crate::model::screen::{Column, Miner, MinerError, NAME_LENGTHS};
use crate::model::sites::{Contract, MAX_SITES, SiteProblem, SitesError};

use super::PlannedSite;

/// The most miners that a table holds.
pub const MAX_MINERS: usize = 100;

/// What the reader did to a table. Places count from 0; one that the table does not have changes
/// nothing.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit<Row: TableRow> {
    /// Put a whole table in place of the present one.
    Replace(Vec<Row>),
    /// Added a row at the end.
    Add(Row),
    /// Copied a row; the copy stands below it.
    Copy(usize),
    /// Took a row away.
    Remove(usize),
    /// Exchanged a row with the one above it.
    MoveUp(usize),
    /// Exchanged a row with the one below it.
    MoveDown(usize),
    /// Changed one field of a row.
    Set(usize, Row::Field),
}

/// A row of a table.
pub trait TableRow: Clone {
    /// A field of the row and its new value.
    type Field;
    /// The most rows that the table holds.
    const MOST: usize;
    /// What rows are.
    const NOUN: &'static str;
    /// What each edit did, in words: replaced, added, copied, removed, moved, changed.
    const EDITS: [&'static str; 6];

    /// The row with a field changed.
    ///
    /// # Errors
    /// When the value is refused; `number` (from 1) names the row in the message.
    fn with_field(&self, number: usize, field: Self::Field) -> Result<Self, String>;

    /// Its name.
    fn name(&self) -> &str;

    /// The same row under another name, if that is one.
    fn under_name(&self, name: &str) -> Option<Self>;
}

/// A field of a site.
#[derive(Clone, Debug, PartialEq)]
pub enum SiteField {
    /// What the owner calls it.
    Name(String),
    /// The calendar month of its decision.
    StartMonth(f64),
    /// The kind of its contract; sets the probability of execution to that of the kind.
    Contract(Contract),
    /// An input of its own, in the unit of its row; `None` for the page's.
    Own(Key, Option<f64>),
}

/// A field of a miner.
#[derive(Clone, Debug, PartialEq)]
pub enum MinerField {
    /// Its name.
    Name(String),
    /// One of its numbers, in the unit of the column.
    Number(Column, f64),
}

impl TableRow for PlannedSite {
    type Field = SiteField;
    const MOST: usize = MAX_SITES;
    const NOUN: &'static str = "sites";
    const EDITS: [&'static str; 6] = [
        "list of sites",
        "added site",
        "copied site",
        "removed site",
        "moved site",
        "changed site",
    ];

    fn with_field(&self, number: usize, field: SiteField) -> Result<Self, String> {
        let refused = |error| {
            let problem = SiteProblem::Input(error);
            let name = self.name().to_owned();
            let error = SitesError::Site {
                number,
                name,
                problem,
            };
            error.to_string()
        };
        match field {
            SiteField::Name(name) => self
                .renamed(&name)
                .map_err(|problem| format!("site {number}: {problem}")),
            SiteField::StartMonth(month) => self.starting(month).map_err(refused),
            SiteField::Contract(contract) => Ok(self.under(contract)),
            SiteField::Own(key, value) => self.with(key, value).map_err(refused),
        }
    }

    fn name(&self) -> &str {
        self.name()
    }

    fn under_name(&self, name: &str) -> Option<Self> {
        self.renamed(name).ok()
    }
}

impl TableRow for Miner {
    type Field = MinerField;
    const MOST: usize = MAX_MINERS;
    const NOUN: &'static str = "miners";
    const EDITS: [&'static str; 6] = [
        "table of miners",
        "added miner",
        "copied miner",
        "removed miner",
        "moved miner",
        "changed miner",
    ];

    fn with_field(&self, number: usize, field: MinerField) -> Result<Self, String> {
        let changed = match field {
            MinerField::Name(name) => self.renamed(&name),
            MinerField::Number(column, value) => self.with(column, value).map_err(Into::into),
        };
        changed.map_err(|problem| {
            let error = MinerError {
                row: number,
                name: Some(self.name().to_owned()),
                problem,
            };
            error.to_string()
        })
    }

    fn name(&self) -> &str {
        self.name()
    }

    fn under_name(&self, name: &str) -> Option<Self> {
        self.renamed(name).ok()
    }
}

/// Does to a table what the reader did.
///
/// # Errors
/// When a value is refused or the table is full: the table stays as it was.
pub fn edit<Row: TableRow>(rows: &mut Vec<Row>, edit: Edit<Row>) -> Result<(), String> {
    match edit {
        Edit::Replace(table) => {
            has_room::<Row>(table.len())?;
            *rows = table;
        }
        Edit::Add(row) => {
            has_room::<Row>(rows.len() + 1)?;
            rows.push(row);
        }
        Edit::Copy(place) if place < rows.len() => {
            has_room::<Row>(rows.len() + 1)?;
            rows.insert(place + 1, copy_of(&rows[place]));
        }
        Edit::Remove(place) if place < rows.len() => {
            rows.remove(place);
        }
        Edit::MoveUp(place) if (1..rows.len()).contains(&place) => rows.swap(place - 1, place),
        Edit::MoveDown(place) if rows.len().saturating_sub(1) > place => {
            rows.swap(place, place + 1);
        }
        Edit::Set(place, field) if place < rows.len() => {
            rows[place] = rows[place].with_field(place + 1, field)?;
        }
        _ => {}
    }
    Ok(())
}

fn has_room<Row: TableRow>(len: usize) -> Result<(), String> {
    let (most, noun) = (Row::MOST, Row::NOUN);
    if len <= most {
        return Ok(());
    }
    Err(format!("{len} {noun} are too many: give at most {most}"))
}

/// A copy that says so in its name, where the name has room for it.
fn copy_of<Row: TableRow>(row: &Row) -> Row {
    const MARK: &str = " (copy)";
    let name = row.name();
    let has_room = name.chars().count() + MARK.len() <= *NAME_LENGTHS.end();
    let marked = has_room.then(|| row.under_name(&format!("{name}{MARK}")));
    marked.flatten().unwrap_or_else(|| row.clone())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::state::arbitrary;

    fn site(name: &str) -> PlannedSite {
        PlannedSite::named(name).expect("is a name")
    }

    fn names<Row: TableRow>(rows: &[Row]) -> Vec<&str> {
        rows.iter().map(TableRow::name).collect()
    }

    fn after(edits: impl IntoIterator<Item = Edit<PlannedSite>>) -> Vec<PlannedSite> {
        let mut rows = vec![site("A"), site("B"), site("C")];
        for change in edits {
            edit(&mut rows, change).expect("is accepted");
        }
        rows
    }

    #[test]
    fn rows_are_added_copied_moved_and_removed() {
        for (change, expected) in [
            (Edit::Add(site("D")), &["A", "B", "C", "D"][..]),
            (Edit::Copy(1), &["A", "B", "B (copy)", "C"]),
            (Edit::Remove(0), &["B", "C"]),
            (Edit::MoveUp(2), &["A", "C", "B"]),
            (Edit::MoveDown(0), &["B", "A", "C"]),
            (Edit::Replace(vec![site("Z")]), &["Z"]),
            (
                Edit::Set(1, SiteField::Name(" Odessa ".to_owned())),
                &["A", "Odessa", "C"],
            ),
        ] {
            assert_eq!(names(&after([change])), expected);
        }
    }

    #[test]
    fn a_place_that_is_not_there_changes_nothing() {
        for change in [
            Edit::Copy(3),
            Edit::Remove(3),
            Edit::MoveUp(0),
            Edit::MoveUp(3),
            Edit::MoveDown(2),
            Edit::MoveDown(usize::MAX),
            Edit::Set(3, SiteField::StartMonth(1.0)),
        ] {
            assert_eq!(after([change]), after([]));
        }
    }

    #[test]
    fn a_refused_field_leaves_its_row_and_says_which_it_is() {
        let mut rows = after([]);
        for (field, message) in [
            (
                SiteField::StartMonth(1.5),
                "site 2 (\"B\"): start_month = 1.5 is not a whole number: give a whole number from \
                 0 to 600 months",
            ),
            (
                SiteField::Own(Key::Pue, Some(9.0)),
                "site 2 (\"B\"): pue = 9 is out of range: give a number from 1 to 2.5 gross MW per \
                 critical-IT MW",
            ),
            (
                SiteField::Name(" ".to_owned()),
                "site 2: name = \"\" is no name: give a text of 1 to 100 characters",
            ),
        ] {
            let refusal = edit(&mut rows, Edit::Set(1, field)).expect_err("is refused");
            assert!(refusal.starts_with(message), "{refusal}");
            assert_eq!(rows, after([]));
        }
        let mut miners = crate::model::screen::archetypes();
        let field = MinerField::Number(Column::Cash, -1.0);
        let refusal = edit(&mut miners, Edit::Set(0, field)).expect_err("is refused");
        assert_eq!(
            refusal,
            "row 1 (Efficient, cheap power (illustrative)): cash = -1 is out of range: give a \
             number from 0 to 100000 USD m"
        );
    }

    #[test]
    fn a_full_table_takes_no_more_rows() {
        let full = vec![site("A"); MAX_SITES];
        for change in [
            Edit::Add(site("B")),
            Edit::Copy(0),
            Edit::Replace(vec![site("B"); 51]),
        ] {
            let mut rows = full.clone();
            let refusal = edit(&mut rows, change).expect_err("is refused");
            assert_eq!(refusal, "51 sites are too many: give at most 50");
            assert_eq!(rows, full);
        }
    }

    #[test]
    fn a_copy_whose_name_has_no_room_keeps_it() {
        let long = "x".repeat(100);
        let mut rows = vec![site(&long)];
        edit(&mut rows, Edit::Copy(0)).expect("is accepted");
        assert_eq!(names(&rows), [&long, &long]);
    }

    #[test]
    fn another_contract_brings_its_own_probability() {
        let surer = after([
            Edit::Set(0, SiteField::Own(Key::ExecutionPct, Some(42.0))),
            Edit::Set(1, SiteField::Own(Key::ExecutionPct, Some(42.0))),
            Edit::Set(1, SiteField::Contract(Contract::Energised)),
        ]);
        let probability = |place: usize| {
            let page = crate::model::parameters::Inputs::default();
            surer[place].site(&page).inputs.execution_pct()
        };
        assert_eq!([0, 1, 2].map(probability), [42.0, 100.0, 60.0]);
    }

    proptest! {
        #[test]
        fn what_is_moved_up_and_down_again_is_where_it_was(
            rows in prop::collection::vec(arbitrary::planned_site(), 0..6), place in 0..7_usize,
        ) {
            let mut moved = rows.clone();
            let up = edit(&mut moved, Edit::MoveUp(place));
            prop_assert!(up.is_ok());
            if (1..rows.len()).contains(&place) {
                prop_assert!(edit(&mut moved, Edit::MoveDown(place - 1)).is_ok());
            }
            prop_assert_eq!(moved, rows);
        }
    }
}
