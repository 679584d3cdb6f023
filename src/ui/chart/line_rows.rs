//! A line chart as rows: what is marked in it, and its curves.

use std::rc::Rc;

use super::curve::{Curve, Lines};
use super::data::Tabular;
use super::overlay::Overlay;
use super::references::Reference;
use crate::tables::{Cell, Sheet};

/// What a line chart draws.
pub(super) struct LineRows {
    /// Its curves.
    pub(super) lines: Rc<Lines>,
    /// The named places on its x axis.
    pub(super) places: Vec<Reference>,
    /// What else it draws.
    pub(super) overlay: Option<Rc<Overlay>>,
}

/// Something that has a name in a chart: where it stands on the axes that it has a place on.
struct Mark {
    name: String,
    x: Option<f64>,
    y: Option<f64>,
}

impl Mark {
    fn at((x, y): (f64, f64), name: String) -> Self {
        let (x, y) = (Some(x), Some(y));
        Self { name, x, y }
    }
}

impl LineRows {
    /// The dots of the curves and of the baseline's, the named places, and the marks on the y axis.
    fn marks(&self) -> Vec<Mark> {
        let today = |curve: &Curve| Some(Mark::at(curve.today?, format!("dot: {}", curve.name)));
        let before = |curve: &Curve| {
            let point = curve.baseline.as_ref()?.point?;
            Some(Mark::at(point, format!("dot: {}, baseline", curve.name)))
        };
        let curves = &self.lines.curves;
        let points = curves.iter().filter_map(today);
        let points = points.chain(curves.iter().filter_map(before));
        let places = self.places.iter().map(|place| Mark {
            name: place.row_name(),
            x: Some(place.x),
            y: None,
        });
        let beside = self.overlay.iter().flat_map(|overlay| &overlay.y_marks);
        let beside = beside.map(|(y, name)| Mark {
            name: (*name).to_owned(),
            x: None,
            y: Some(*y),
        });
        points.chain(places).chain(beside).collect()
    }

    fn x(&self, x: f64) -> Cell {
        Cell::number(x, self.lines.x_text.cell(x))
    }

    fn y(&self, y: f64) -> Cell {
        Cell::number(y, self.lines.y_text.long(y))
    }
}

impl Tabular for LineRows {
    /// What is marked, with its name beside x, then a row for each x: the curves, and what they were in the
    /// baseline.
    fn sheet(&self) -> Sheet {
        let lines = &self.lines;
        let unit = lines.y_text.unit();
        let curves = lines.curves.iter();
        let now = curves
            .clone()
            .map(|curve| (format!("{} ({unit})", curve.name), &curve.values));
        let before = curves.filter_map(|curve| {
            let ghost = curve.baseline.as_ref()?;
            Some((format!("{}, baseline ({unit})", curve.name), &ghost.values))
        });
        let (names, values): (Vec<String>, Vec<&Vec<f64>>) = now.chain(before).unzip();
        let marks = self.marks();
        let none = || Cell::Text(String::new());
        let has_height = marks.iter().any(|mark| mark.y.is_some());
        let height = has_height.then(|| format!("Mark at ({unit})"));
        let name = (!marks.is_empty()).then(|| "Mark".to_owned());
        let width = usize::from(height.is_some()) + usize::from(name.is_some());
        let marked = |mark: &Mark| {
            let blank = values.iter().map(|_| none());
            let height = has_height.then(|| self.y(mark.y.unwrap_or(f64::NAN)));
            std::iter::once(self.x(mark.x.unwrap_or(f64::NAN)))
                .chain([Cell::Text(mark.name.clone())])
                .chain(height)
                .chain(blank)
                .collect()
        };
        let row = |(index, x): (usize, &f64)| {
            let number =
                |values: &&Vec<f64>| self.y(values.get(index).copied().unwrap_or(f64::NAN));
            std::iter::once(self.x(*x))
                .chain((0..width).map(|_| none()))
                .chain(values.iter().map(number))
                .collect()
        };
        let marked: Vec<Vec<Cell>> = marks.iter().map(marked).collect();
        Sheet {
            columns: std::iter::once(lines.x_text.column())
                .chain(name)
                .chain(height)
                .chain(names)
                .collect(),
            rows: marked
                .into_iter()
                .chain(lines.x.iter().enumerate().map(row))
                .collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::chart::{Ghost, Ink, XText, YText};

    /// Two curves over three months, the first with today's point and the baseline's.
    fn rows(places: Vec<Reference>, y_marks: Vec<(f64, &'static str)>) -> LineRows {
        let curve = |name, today, baseline| Curve {
            name,
            ink: Ink::Hpc,
            values: vec![1.0, 2.0, 3.0],
            today,
            baseline,
        };
        let ghost = Ghost {
            values: vec![4.0; 3],
            point: Some((2.5, 4.0)),
        };
        let lines = Lines {
            x_domain: (0.0, 2.0),
            x: Rc::from([0.0, 1.0, 2.0]),
            curves: vec![
                curve("Rent", Some((0.5, 1.5)), Some(ghost)),
                curve("Even", None, None),
            ],
            losing: None,
            x_text: XText::Months,
            y_text: YText::LeaseRate,
        };
        let overlay = Overlay {
            above: ("over", Ink::Hpc),
            below: ("under", Ink::Mining),
            y_marks,
        };
        LineRows {
            lines: Rc::new(lines),
            places,
            overlay: Some(Rc::new(overlay)),
        }
    }

    #[test]
    fn the_rows_begin_with_what_is_marked() {
        let place = Reference {
            x: 1.0,
            name: "Dec 2025",
        };
        let Sheet { columns, rows } = rows(vec![place], vec![(140.0, "Hut 8")]).sheet();
        assert_eq!(
            columns,
            [
                "Month",
                "Mark",
                "Mark at (USD/kW a month)",
                "Rent (USD/kW a month)",
                "Even (USD/kW a month)",
                "Rent, baseline (USD/kW a month)",
            ]
        );
        let marks: Vec<_> = rows
            .iter()
            .map(|row| (row[0].value(), row[2].value(), row[1].text()))
            .collect();
        assert_eq!(
            marks,
            [
                (Some(0.5), Some(1.5), "dot: Rent"),
                (Some(2.5), Some(4.0), "dot: Rent, baseline"),
                (Some(1.0), None, "line: Dec 2025"),
                (None, Some(140.0), "Hut 8"),
                (Some(0.0), None, ""),
                (Some(1.0), None, ""),
                (Some(2.0), None, ""),
            ]
        );
        assert!(rows.iter().all(|row| row.len() == columns.len()));
    }

    #[test]
    fn where_nothing_is_marked_there_is_no_column_for_it() {
        let mut plain = rows(Vec::new(), Vec::new());
        let lines = Rc::make_mut(&mut plain.lines);
        lines.curves.remove(0);
        let Sheet { columns, rows } = plain.sheet();
        assert_eq!(columns, ["Month", "Even (USD/kW a month)"]);
        assert_eq!((rows.len(), rows[0].len()), (3, 2));
    }
}
