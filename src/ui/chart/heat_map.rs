//! A map of values over two axes, readable without its colours.

use std::rc::Rc;

use yew::prelude::*;

use super::card::{Card, drawing};
use super::curve::XText;
use super::data::Tabular;
use super::heat_drawing::{HeatDrawing, crosshair, marks};
use super::reading::{Place, Readable, shifted, use_reading};
use crate::format;
use crate::plot::heat_map::{HeatLayout, HeatSpec};
use crate::plot::{level_line, nearest_index};
use crate::tables::{Cell, Sheet};
use crate::ui::hooks::use_width;

/// Width before the page has measured it, px.
const FIRST_WIDTH: f64 = 520.0;

/// Everything that a map draws, apart from its width and its dots.
#[derive(Clone, Debug, PartialEq)]
pub struct Heat {
    /// x of each column, rising.
    pub x: Vec<f64>,
    /// y of each row, rising.
    pub y: Vec<f64>,
    /// The values: a list for each row, in it a value for each column.
    pub values: Vec<Vec<f64>>,
    /// Where a colour begins, rising; at most four above `even` and two below it.
    pub levels: Vec<Level>,
    /// The first of the levels on the good side; everything below it is hatched.
    pub even: usize,
    /// What is below `even`, in a word.
    pub bad: &'static str,
    /// How values of x read.
    pub x_text: XText,
    /// How values of y read.
    pub y_text: XText,
    /// What the values are.
    pub value: MapValue,
}

/// Where a colour begins.
#[derive(Clone, Debug, PartialEq)]
pub struct Level {
    /// The value.
    pub from: f64,
    /// The name of the line on it, if it is drawn as one.
    pub line: Option<&'static str>,
}

/// What the values of a map are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MapValue {
    /// Gross profit over revenue.
    GrossMargin,
    /// USD a share.
    PerShare,
}

impl MapValue {
    /// Its name within a sentence.
    fn name(self) -> &'static str {
        match self {
            Self::GrossMargin => "gross margin",
            Self::PerShare => "a share is worth",
        }
    }

    /// The name of its column.
    fn column(self) -> &'static str {
        match self {
            Self::GrossMargin => "Gross margin (fraction)",
            Self::PerShare => "Value per share (USD)",
        }
    }

    /// A value as it reads.
    fn text(self, value: f64) -> String {
        match self {
            Self::GrossMargin => format::percent(value, 1),
            Self::PerShare => format::usd(value, 2),
        }
    }
}

/// What a map shows.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The chart's stable name.
    pub id: &'static str,
    /// The question.
    pub title: AttrValue,
    /// The answer.
    pub answer: AttrValue,
    /// What the units leave open: assumptions, marks.
    #[prop_or_default]
    pub foot: AttrValue,
    /// What is drawn.
    pub heat: Rc<Heat>,
    /// Today's x and y.
    pub today: (f64, f64),
    /// The baseline's, where it differs.
    #[prop_or_default]
    pub baseline: Option<(f64, f64)>,
    /// The value at an x and a y, between the points of the grid too.
    pub value_at: Callback<(f64, f64), f64>,
}

/// The map. Pointer, touch and arrow keys move a crosshair; what it reads takes the place of the
/// answer.
#[component]
pub fn HeatMap(props: &Props) -> Html {
    let Props {
        id,
        title,
        answer,
        foot,
        heat,
        today,
        baseline,
        value_at,
    } = props;
    let node = use_node_ref();
    let width = use_width(&node, FIRST_WIDTH);
    let layout = use_memo((Rc::clone(heat), width.to_bits()), |(heat, _)| {
        lay_out(heat, width)
    });
    let read = Grid {
        heat: Rc::clone(heat),
        layout: Rc::clone(&layout),
        today: *today,
    };
    let reading = use_reading(&node, Rc::new(read));
    let drawn = (Rc::clone(heat), *today, *baseline, value_at.clone());
    let rows = use_memo(drawn, |(heat, today, baseline, value_at)| HeatRows {
        heat: Rc::clone(heat),
        today: *today,
        baseline: *baseline,
        value_at: value_at.clone(),
    });
    let content = html! {
        <>
            <HeatDrawing heat={Rc::clone(heat)} layout={Rc::clone(&layout)} />
            { marks(&layout, *today, *baseline) }
            { crosshair(heat, &layout, reading.at) }
        </>
    };
    let size = (layout.frame.width, layout.frame.height);
    Card {
        id,
        title,
        answer,
        reading: reading.text.clone(),
        unit: heat.y_text.against(heat.x_text),
        foot,
        baseline: None,
        data: rows.into(),
    }
    .around(reading.plot(id, node, drawing(id, size, content)))
}

fn lay_out(heat: &Heat, width: f64) -> HeatLayout {
    let levels: Vec<f64> = heat.levels.iter().map(|level| level.from).collect();
    let lines: Vec<(f64, &str)> = heat
        .levels
        .iter()
        .filter_map(|level| Some((level.from, level.line?)))
        .collect();
    HeatLayout::new(&HeatSpec {
        width,
        x: &heat.x,
        y: &heat.y,
        values: &heat.values,
        levels: &levels,
        lines: &lines,
        x_text: &|x| heat.x_text.short(x),
        y_text: &|y| heat.y_text.short(y),
    })
}

impl Heat {
    /// x, y and value at a place.
    pub(super) fn at(&self, (column, row): Place) -> Option<(f64, f64, f64)> {
        let (x, y) = (self.x.get(column)?, self.y.get(row)?);
        Some((*x, *y, *self.values.get(row)?.get(column)?))
    }
}

/// What a map draws, as rows.
struct HeatRows {
    heat: Rc<Heat>,
    today: (f64, f64),
    baseline: Option<(f64, f64)>,
    value_at: Callback<(f64, f64), f64>,
}

impl HeatRows {
    fn row(&self, (x, y): (f64, f64), value: f64, mark: &str) -> Vec<Cell> {
        let heat = &self.heat;
        vec![
            Cell::number(x, heat.x_text.long(x)),
            Cell::number(y, heat.y_text.long(y)),
            Cell::number(value, heat.value.text(value)),
            Cell::Text(mark.to_owned()),
        ]
    }

    /// The points of the named lines.
    fn lines(&self) -> impl Iterator<Item = Vec<Cell>> {
        let Heat { x, y, values, .. } = &*self.heat;
        let named = self.heat.levels.iter();
        let named = named.filter_map(|level| Some((level.from, level.line?)));
        named.flat_map(move |(level, name)| {
            let points = level_line(x, y, values, level).into_iter();
            points.map(move |at| self.row(at, level, &format!("line: {name}")))
        })
    }
}

impl Tabular for HeatRows {
    /// The dots, a row for each point of the grid, then the lines.
    fn sheet(&self) -> Sheet {
        let heat = &self.heat;
        let baseline = self.baseline.map(|at| (at, "dot: baseline"));
        let dots = std::iter::once((self.today, "dot: you")).chain(baseline);
        let dots = dots.map(|(at, name)| self.row(at, self.value_at.emit(at), name));
        let places = (0..heat.y.len()).flat_map(|y| (0..heat.x.len()).map(move |x| (x, y)));
        let grid = places.filter_map(|place| {
            let (x, y, value) = heat.at(place)?;
            Some(self.row((x, y), value, ""))
        });
        Sheet {
            columns: vec![
                heat.x_text.column(),
                heat.y_text.column(),
                heat.value.column().to_owned(),
                "Mark".to_owned(),
            ],
            rows: dots.chain(grid).chain(self.lines()).collect(),
        }
    }
}

/// The grid that is read.
struct Grid {
    heat: Rc<Heat>,
    layout: Rc<HeatLayout>,
    today: (f64, f64),
}

impl Readable for Grid {
    fn under(&self, x: f64, y: f64) -> Option<Place> {
        let (x, y) = (self.layout.x.value(x), self.layout.y.value(y));
        Some((
            nearest_index(&self.heat.x, x)?,
            nearest_index(&self.heat.y, y)?,
        ))
    }

    /// Reading starts at today's point.
    fn moved(&self, from: Option<Place>, (right, down): (i32, i32)) -> Option<Place> {
        let heat = &self.heat;
        let Some((column, row)) = from else {
            let (x, y) = self.today;
            return Some((nearest_index(&heat.x, x)?, nearest_index(&heat.y, y)?));
        };
        let row = shifted(row, down.saturating_neg(), heat.y.len());
        Some((shifted(column, right, heat.x.len()), row))
    }

    /// "20 J/TH, $45.00 per MWh: gross margin 44.2%".
    fn read(&self, at: Place) -> Option<String> {
        let heat = &self.heat;
        let (x, y, value) = heat.at(at)?;
        let (x, y) = (heat.x_text.long(x), heat.y_text.long(y));
        Some(format!(
            "{x}, {y}: {} {}",
            heat.value.name(),
            heat.value.text(value)
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::parameters::Key;

    #[test]
    fn the_rows_hold_the_dots_and_the_lines() {
        let axis = vec![0.0, 1.0, 2.0];
        let level = |from, line| Level { from, line };
        let heat = Heat {
            values: (0..3).map(|y| vec![f64::from(y); 3]).collect(),
            x: axis.clone(),
            y: axis,
            levels: vec![level(0.0, None), level(0.5, Some("half"))],
            even: 0,
            bad: "",
            x_text: XText::Input(Key::Efficiency),
            y_text: XText::Input(Key::PowerPrice),
            value: MapValue::PerShare,
        };
        let rows = HeatRows {
            heat: Rc::new(heat),
            today: (0.2, 0.3),
            baseline: Some((1.0, 0.4)),
            value_at: Callback::from(|(_, y)| y),
        };
        let Sheet { columns, rows } = rows.sheet();
        assert_eq!(columns.len(), 4);
        let read = |row: &Vec<Cell>| {
            let value = |column: usize| row[column].value().unwrap();
            (value(0), value(1), value(2), row[3].text().to_owned())
        };
        let rows: Vec<_> = rows.iter().map(read).collect();
        let you = (0.2, 0.3, 0.3, "dot: you".to_owned());
        let baseline = (1.0, 0.4, 0.4, "dot: baseline".to_owned());
        assert_eq!(rows[..2], [you, baseline]);
        assert_eq!(rows[2], (0.0, 0.0, 0.0, String::new()));
        let mut line: Vec<_> = rows[2 + 9..].to_vec();
        line.sort_by(|a, b| a.0.total_cmp(&b.0));
        let point = |x: f64| (x, 0.5, 0.5, "line: half".to_owned());
        assert_eq!(line, [point(0.0), point(1.0), point(2.0)]);
    }
}
