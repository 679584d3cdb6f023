//! Numbers for the rows of a table, which stay with their rows.

use super::TableRow;

/// A number for each row of a table, from 1 up; none is given twice. What the page keeps for a row (an
/// open editor, a draft) it keeps under the row's number, not under its place. A row that was taken away and
/// comes back as it was has its number again.
#[derive(Clone, Debug)]
pub struct RowIds<Row> {
    rows: Vec<Row>,
    ids: Vec<usize>,
    gone: Vec<(Row, usize)>,
    given: usize,
}

impl<Row> Default for RowIds<Row> {
    fn default() -> Self {
        Self::going_on("")
    }
}

impl<Row> RowIds<Row> {
    /// Numbers that go on from what was once [`written`](Self::written), of a table that has as many rows.
    #[must_use]
    pub fn going_on(written: &str) -> Self {
        let ids: Vec<usize> = written
            .split(',')
            .filter_map(|id| id.parse().ok())
            .collect();
        Self {
            rows: Vec::new(),
            given: ids.iter().copied().max().unwrap_or_default(),
            ids,
            gone: Vec::new(),
        }
    }

    /// The present numbers as a text.
    #[must_use]
    pub fn written(&self) -> String {
        let ids: Vec<String> = self.ids.iter().map(ToString::to_string).collect();
        ids.join(",")
    }
}

impl<Row: TableRow + PartialEq> RowIds<Row> {
    /// The numbers of the table's rows as they are now, however they came about.
    pub fn follow(&mut self, rows: &[Row]) -> &[usize] {
        if self.rows.is_empty() && self.ids.len() == rows.len() {
            self.rows = rows.to_vec();
        }
        if self.rows != rows {
            let origins = origins(&self.rows, rows);
            let ids = rows.iter().zip(&origins).map(|(row, origin)| match origin {
                Some(place) => self.ids[*place],
                None => number(&mut self.gone, &mut self.given, row),
            });
            let ids = ids.collect();
            let before = std::mem::replace(&mut self.rows, rows.to_vec());
            let before = before
                .into_iter()
                .zip(std::mem::replace(&mut self.ids, ids));
            let left = before.enumerate();
            let left = left.filter(|(place, _)| !origins.contains(&Some(*place)));
            self.gone.extend(left.map(|(_, row)| row));
        }
        &self.ids
    }
}

/// The number of a row that comes into the table: its own, if it was there before.
fn number<Row: PartialEq>(gone: &mut Vec<(Row, usize)>, given: &mut usize, row: &Row) -> usize {
    match gone.iter().rposition(|(other, _)| other == row) {
        Some(place) => gone.remove(place).1,
        None => {
            *given += 1;
            *given
        }
    }
}

/// For each row the place that it had before, if it had one. Rows above and below all changes stay; of
/// those between them a row is known again as it was, else by its name, else as the only one that is
/// left.
fn origins<Row: TableRow + PartialEq>(before: &[Row], after: &[Row]) -> Vec<Option<usize>> {
    let head = alike(before.iter().zip(after));
    let tail = alike(before[head..].iter().rev().zip(after[head..].iter().rev()));
    let (end, new_end) = (before.len() - tail, after.len() - tail);
    let mut old: Vec<usize> = (head..end).collect();
    let mut new: Vec<usize> = (head..new_end).collect();
    let between = new.iter().map(|_| None);
    let mut found: Vec<Option<usize>> = (0..head)
        .map(Some)
        .chain(between)
        .chain((end..before.len()).map(Some))
        .collect();
    let is_known: [fn(&Row, &Row) -> bool; 2] = [Row::eq, |a, b| a.name() == b.name()];
    for is_known in is_known {
        new.retain(|place| {
            let same = |from: &usize| is_known(&before[*from], &after[*place]);
            let at = old.iter().position(same);
            found[*place] = at.map(|at| old.remove(at));
            at.is_none()
        });
    }
    if let ([from], [to]) = (&old[..], &new[..]) {
        found[*to] = Some(*from);
    }
    found
}

/// How many pairs at the start are alike.
fn alike<'a, Row: PartialEq + 'a>(pairs: impl Iterator<Item = (&'a Row, &'a Row)>) -> usize {
    pairs.take_while(|(a, b)| a == b).count()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::rows::edit;
    use super::*;
    use crate::state::{Edit, PlannedSite, SiteField};

    fn table(names: &[&str]) -> Vec<PlannedSite> {
        let named = |name: &&str| PlannedSite::named(name).expect("is a name");
        names.iter().map(named).collect()
    }

    /// The numbers after all these changes, of which the page sees only the last state.
    fn after(names: &[&str], edits: &[Edit<PlannedSite>]) -> Vec<usize> {
        let mut rows = table(names);
        let mut ids = RowIds::default();
        ids.follow(&rows);
        for change in edits {
            edit(&mut rows, change.clone()).expect("is accepted");
        }
        ids.follow(&rows).to_vec()
    }

    fn month(place: usize) -> Edit<PlannedSite> {
        Edit::Set(place, SiteField::StartMonth(7.0))
    }

    fn name(place: usize) -> Edit<PlannedSite> {
        Edit::Set(place, SiteField::Name("Odessa".to_owned()))
    }

    #[test]
    fn a_number_stays_with_its_row_whatever_is_done_to_the_table() {
        let all = || table(&["X", "Y"]);
        for (edits, expected) in [
            (vec![], &[1, 2, 3][..]),
            (vec![Edit::MoveUp(1)], &[2, 1, 3]),
            (vec![Edit::MoveDown(1)], &[1, 3, 2]),
            (vec![Edit::Add(all()[0].clone())], &[1, 2, 3, 4]),
            (vec![Edit::Copy(0)], &[1, 4, 2, 3]),
            (vec![Edit::Remove(1)], &[1, 3]),
            (vec![month(1)], &[1, 2, 3]),
            (vec![name(1)], &[1, 2, 3]),
            (vec![month(1), Edit::MoveUp(1)], &[2, 1, 3]),
            (vec![name(1), Edit::MoveUp(1)], &[2, 1, 3]),
            (vec![month(1), month(2), Edit::Copy(2)], &[1, 2, 3, 4]),
            (vec![month(2), Edit::Remove(0)], &[2, 3]),
            (vec![Edit::Replace(all())], &[4, 5]),
            (vec![Edit::Replace(vec![])], &[]),
        ] {
            assert_eq!(after(&["A", "B", "C"], &edits), expected, "{edits:?}");
        }
    }

    #[test]
    fn of_two_rows_that_are_alike_the_one_that_was_removed_is_gone() {
        let remove = |place| after(&["A", "B", "A"], &[Edit::Remove(place)]);
        assert_eq!([remove(0), remove(1), remove(2)], [[2, 3], [1, 3], [1, 2]]);
    }

    #[test]
    fn a_row_that_comes_back_has_its_number_again() {
        let mut ids = RowIds::default();
        assert_eq!(ids.follow(&table(&["A", "B"])), [1, 2]);
        assert_eq!(ids.follow(&table(&["A"])), [1]);
        assert_eq!(ids.follow(&table(&["A", "C"])), [1, 3]);
        assert_eq!(ids.follow(&table(&["A"])), [1]);
        assert_eq!(ids.follow(&table(&["B", "A"])), [2, 1]);
        assert_eq!(ids.follow(&table(&[])), [0; 0]);
        assert_eq!(ids.follow(&table(&["C", "A", "D"])), [3, 1, 4]);
    }

    #[test]
    fn numbers_go_on_where_they_were_written_for_as_many_rows() {
        let mut ids = RowIds::default();
        ids.follow(&table(&["A", "B", "C"]));
        ids.follow(&table(&["A", "C"]));
        assert_eq!(ids.written(), "1,3");
        let mut on = RowIds::going_on(&ids.written());
        assert_eq!(on.follow(&table(&["A", "C"])), [1, 3]);
        assert_eq!(on.follow(&table(&["A", "B", "C"])), [1, 4, 3]);
        let mut other = RowIds::going_on("1,3");
        assert_eq!(other.follow(&table(&["A"])), [4]);
        assert_eq!(RowIds::going_on("").follow(&table(&["A"])), [1]);
    }

    proptest! {
        #[test]
        fn every_row_has_one_number_and_what_is_undone_has_it_again(
            rows in prop::collection::vec("[A-C]", 0..6), place in 0..7_usize,
        ) {
            let names: Vec<&str> = rows.iter().map(String::as_str).collect();
            let before = table(&names);
            let mut ids = RowIds::default();
            let at_first = ids.follow(&before).to_vec();
            let mut moved = before.clone();
            prop_assert!(edit(&mut moved, Edit::MoveUp(place)).is_ok());
            let mut sorted = ids.follow(&moved).to_vec();
            sorted.sort_unstable();
            prop_assert_eq!(&sorted, &at_first);
            prop_assert_eq!(ids.follow(&before), &at_first);
        }
    }
}
