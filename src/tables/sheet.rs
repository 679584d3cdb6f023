//! What a chart shows, as rows: the table under it and the file of it.

use super::write::Written;
use crate::decimal::exact;

/// Named columns and rows of cells.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// What each column holds, with its unit: `Gross profit ($/EH/day)`.
    pub columns: Vec<String>,
    /// The rows, each with a cell for every column.
    pub rows: Vec<Vec<Cell>>,
}

/// One cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// A text; empty where there is nothing.
    Text(String),
    /// A number as it was computed, and as it reads.
    Number(f64, String),
}

impl Cell {
    /// A number with its text; nothing where it is not finite.
    #[must_use]
    pub fn number(value: f64, text: String) -> Self {
        if value.is_finite() {
            Self::Number(value, text)
        } else {
            Self::Text(String::new())
        }
    }

    /// What is read.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::Text(text) | Self::Number(_, text) => text,
        }
    }

    /// What a file holds.
    fn file_text(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(value, _) => exact(*value),
        }
    }

    /// The unrounded number, if it is one.
    #[must_use]
    pub fn value(&self) -> Option<f64> {
        match self {
            Self::Text(_) => None,
            Self::Number(value, _) => Some(*value),
        }
    }
}

impl Sheet {
    /// The name of a column that holds this in a unit of the models' tables: `Gross margin (fraction)`
    /// in "a fraction"; `Difficulty` alone in "(a pure number)" and where there is no unit.
    #[must_use]
    pub fn column(name: &str, unit: &str) -> String {
        if unit.is_empty() || unit.starts_with('(') {
            return name.to_owned();
        }
        format!("{name} ({})", unit.strip_prefix("a ").unwrap_or(unit))
    }

    /// The text of a CSV file: the row of columns, then the rows with their unrounded numbers.
    #[must_use]
    pub fn csv(&self) -> String {
        let mut file = Written::new();
        file.row(self.columns.iter().map(String::as_str));
        for row in &self.rows {
            let cells: Vec<String> = row.iter().map(Cell::file_text).collect();
            file.row(cells.iter().map(String::as_str));
        }
        file.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet() -> Sheet {
        Sheet {
            columns: vec!["Machine".to_owned(), "Power (USD/MWh)".to_owned()],
            rows: vec![
                vec![
                    Cell::Text("S21 \"Pro\", new".to_owned()),
                    Cell::number(1.0 / 3.0, "0.33".to_owned()),
                ],
                vec![
                    Cell::Text("=SUM(A1)".to_owned()),
                    Cell::number(f64::NAN, "none".to_owned()),
                ],
            ],
        }
    }

    #[test]
    fn a_file_begins_with_the_columns_and_keeps_every_digit() {
        let expected = "\u{feff}\"Machine\",\"Power (USD/MWh)\"\r\n\
                        \"S21 \"\"Pro\"\", new\",0.3333333333333333\r\n\
                        \"'=SUM(A1)\",\r\n";
        assert_eq!(sheet().csv(), expected);
    }

    #[test]
    fn a_column_names_its_unit_without_an_article_and_only_if_it_has_one() {
        for (name, unit, column) in [
            ("Power cost", "USD/MWh", "Power cost (USD/MWh)"),
            ("Gross margin", "a fraction", "Gross margin (fraction)"),
            ("Difficulty", "(a pure number)", "Difficulty"),
            ("Seed", "", "Seed"),
        ] {
            assert_eq!(Sheet::column(name, unit), column);
        }
    }

    #[test]
    fn the_file_reads_back_cell_by_cell() {
        let text = sheet().csv();
        let text = text.trim_start_matches('\u{feff}');
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        assert_eq!(
            reader.headers().unwrap(),
            vec!["Machine", "Power (USD/MWh)"]
        );
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!(&rows[0][0], "S21 \"Pro\", new");
        assert_eq!(rows[0][1].parse(), Ok(1.0 / 3.0));
        assert_eq!(&rows[1][1], "");
    }

    #[test]
    fn a_number_that_does_not_exist_is_nothing() {
        let none = Cell::number(f64::INFINITY, "never".to_owned());
        assert_eq!((none.value(), none.text()), (None, ""));
        let half = Cell::number(0.5, "50%".to_owned());
        assert_eq!((half.value(), half.text()), (Some(0.5), "50%"));
    }
}
