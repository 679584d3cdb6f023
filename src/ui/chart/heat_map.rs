//! A map of values over two axes, readable without its colours.

use std::rc::Rc;

use yew::prelude::*;

use super::card::{Card, drawing};
use super::curve::XText;
use super::data::Tabular;
use super::heat_drawing::{HeatDrawing, crosshair};
use super::heat_marks::HeatMarks;
use super::reading::{Place, Readable, shifted, use_reading};
use crate::format;
use crate::model::sweep::{index_of, with_values};
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

impl Heat {
    /// What a map of one colour is, for it has no line that says so: "above 75%", "25% to 50%".
    pub(super) fn of_one_colour(&self) -> Option<String> {
        let index = |value: &f64| {
            self.levels
                .iter()
                .take_while(|level| level.from <= *value)
                .count()
        };
        let mut indices = self.values.iter().flatten().map(index);
        let first = indices.next()?;
        if !indices.all(|index| index == first) {
            return None;
        }
        let name = |index: usize| self.levels.get(index).map(|level| level.name);
        match (first.checked_sub(1).and_then(name), name(first)) {
            (Some(from), Some(to)) => Some(format!("{from} to {to}")),
            (Some(from), None) => Some(format!("above {from}")),
            (None, to) => to.map(|to| format!("below {to}")),
        }
    }
}

/// Where a colour begins, and the line on it.
#[derive(Clone, Debug, PartialEq)]
pub struct Level {
    /// The value.
    pub from: f64,
    /// The name of the line.
    pub name: &'static str,
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

/// A dot of a map: where it stands, and the value there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// x, as the axis has it.
    pub x: f64,
    /// y, as the axis has it.
    pub y: f64,
    /// The value.
    pub value: f64,
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
    /// Where today is.
    pub today: Spot,
    /// Where the baseline is on this map, if elsewhere.
    #[prop_or_default]
    pub baseline: Option<Spot>,
    /// The value at an x and a y: asked for by arrow keys, which go through the dots.
    pub value_at: Callback<(f64, f64), f64>,
}

/// The map. Pointer, touch and arrow keys move a crosshair; what it reads takes the place of the
/// answer. Keys start at today's dot and go along its own x and y.
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
    let drawn = (Rc::clone(heat), *today, *baseline);
    let places = use_memo(drawn, |(heat, today, baseline)| {
        Places::of(Rc::clone(heat), *today, *baseline)
    });
    let read = Grid {
        places: Rc::clone(&places),
        layout: Rc::clone(&layout),
        value_at: value_at.clone(),
    };
    let reading = use_reading(&node, Rc::new(read));
    let content = html! {
        <>
            <HeatDrawing heat={Rc::clone(heat)} layout={Rc::clone(&layout)} />
            <HeatMarks heat={Rc::clone(heat)} layout={Rc::clone(&layout)} today={*today} baseline={*baseline} />
            { crosshair(&layout, reading.at.and_then(|at| places.at(at))) }
        </>
    };
    let size = (layout.frame.width, layout.frame.height);
    let is_beyond = baseline.is_some_and(|spot| layout.place((spot.x, spot.y)).is_none());
    let foot = match is_beyond {
        true => &format!("{foot}; the baseline is beyond the map").into(),
        false => foot,
    };
    Card {
        id,
        title,
        answer,
        reading: reading.text.clone(),
        unit: heat.y_text.against(heat.x_text),
        foot,
        baseline: None,
        data: places.into(),
    }
    .around(reading.plot(id, node, drawing(id, size, content)))
}

fn lay_out(heat: &Heat, width: f64) -> HeatLayout {
    let levels = heat.levels.iter().map(|level| (level.from, level.name));
    let levels: Vec<(f64, &str)> = levels.collect();
    HeatLayout::new(&HeatSpec {
        width,
        x: &heat.x,
        y: &heat.y,
        values: &heat.values,
        levels: &levels,
        first: heat.even,
        x_text: &|x| heat.x_text.short(x),
        y_text: &|y| heat.y_text.short(y),
    })
}

/// The places of a map that can be read: the points of its grid, its dots, and where the lines through
/// either meet.
struct Places {
    heat: Rc<Heat>,
    today: Spot,
    baseline: Option<Spot>,
    /// x of each column, the dots' among them, rising.
    x: Vec<f64>,
    /// y of each row.
    y: Vec<f64>,
}

impl Places {
    fn of(heat: Rc<Heat>, today: Spot, baseline: Option<Spot>) -> Self {
        let dots = [Some(today), baseline];
        let through = |of: fn(Spot) -> f64| -> Vec<f64> {
            dots.iter().flatten().map(|dot| of(*dot)).collect()
        };
        Self {
            x: with_values(heat.x.clone(), &through(|dot| dot.x)),
            y: with_values(heat.y.clone(), &through(|dot| dot.y)),
            heat,
            today,
            baseline,
        }
    }

    fn dots(&self) -> impl Iterator<Item = (Spot, &'static str)> {
        let baseline = self.baseline.map(|dot| (dot, "baseline"));
        std::iter::once((self.today, "you")).chain(baseline)
    }

    /// x and y of a place.
    fn at(&self, (column, row): Place) -> Option<(f64, f64)> {
        Some((*self.x.get(column)?, *self.y.get(row)?))
    }

    /// The place nearest to an x and a y.
    fn nearest(&self, (x, y): (f64, f64)) -> Option<Place> {
        Some((nearest_index(&self.x, x)?, nearest_index(&self.y, y)?))
    }

    /// The value at a point of the grid.
    fn on_grid(&self, (x, y): (f64, f64)) -> Option<f64> {
        let (column, row) = (index_of(&self.heat.x, x)?, index_of(&self.heat.y, y)?);
        self.heat.values.get(row)?.get(column).copied()
    }

    fn row(&self, (x, y): (f64, f64), value: f64, mark: &str) -> Vec<Cell> {
        let heat = &self.heat;
        vec![
            Cell::number(x, heat.x_text.cell(x)),
            Cell::number(y, heat.y_text.cell(y)),
            Cell::number(value, heat.value.text(value)),
            Cell::Text(mark.to_owned()),
        ]
    }

    /// The points of the lines.
    fn lines(&self) -> impl Iterator<Item = Vec<Cell>> {
        let Heat { x, y, values, .. } = &*self.heat;
        self.heat.levels.iter().flat_map(move |level| {
            let points = level_line(x, y, values, level.from).into_iter();
            points.map(move |at| self.row(at, level.from, &format!("line: {}", level.name)))
        })
    }
}

/// How table and file call a dot.
fn row_name(name: &str) -> &'static str {
    if name == "you" {
        "dot: you"
    } else {
        "dot: baseline, at today's other inputs"
    }
}

impl Tabular for Places {
    /// The dots, a row for each point of the grid, then the lines.
    fn sheet(&self) -> Sheet {
        let heat = &self.heat;
        let dots = self.dots();
        let dots = dots.map(|(dot, name)| self.row((dot.x, dot.y), dot.value, row_name(name)));
        let rows = heat.y.iter().zip(&heat.values);
        let grid = rows.flat_map(|(y, values)| {
            let columns = heat.x.iter().zip(values);
            columns.map(|(x, value)| self.row((*x, *y), *value, ""))
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
    places: Rc<Places>,
    layout: Rc<HeatLayout>,
    value_at: Callback<(f64, f64), f64>,
}

impl Readable for Grid {
    /// Of the points of the grid and the dots the nearest: their values are known.
    fn under(&self, x: f64, y: f64) -> Option<Place> {
        let Self { places, layout, .. } = self;
        let Heat {
            x: across, y: up, ..
        } = &*places.heat;
        let column = nearest_index(across, layout.x.value(x))?;
        let row = nearest_index(up, layout.y.value(y))?;
        let distance = |at: (f64, f64)| {
            let (from_x, from_y) = layout.x.position(at.0).zip(layout.y.position(at.1))?;
            Some((
                at,
                (from_x - x) * (from_x - x) + (from_y - y) * (from_y - y),
            ))
        };
        let dots = places.dots().map(|(dot, _)| (dot.x, dot.y));
        let all = dots.chain([(across[column], up[row])]).filter_map(distance);
        let nearest = all.min_by(|one, other| one.1.total_cmp(&other.1));
        places.nearest(nearest?.0)
    }

    /// Reading starts at today's dot.
    fn moved(&self, from: Option<Place>, (right, down): (i32, i32)) -> Option<Place> {
        let places = &self.places;
        let Some((column, row)) = from else {
            return places.nearest((places.today.x, places.today.y));
        };
        let row = shifted(row, down.saturating_neg(), places.y.len());
        Some((shifted(column, right, places.x.len()), row))
    }

    /// "You at 20 J/TH, $45.00 per MWh: gross margin 44.2%", and without a name where no dot is. What is read at the
    /// baseline's dot is the map's, of today's other inputs.
    fn read(&self, at: Place) -> Option<String> {
        let places = &self.places;
        let heat = &places.heat;
        let at = places.at(at)?;
        let mut dots = places.dots();
        let (name, value) = match dots.find(|(dot, _)| (dot.x, dot.y) == at) {
            Some((dot, "you")) => ("You at ", dot.value),
            Some((dot, _)) => ("Today at the baseline's ", dot.value),
            None => {
                let value = places.on_grid(at);
                ("", value.unwrap_or_else(|| self.value_at.emit(at)))
            }
        };
        let (x, y) = (heat.x_text.long(at.0), heat.y_text.within(at.1));
        Some(format!(
            "{name}{x}, {y}: {} {}",
            heat.value.name(),
            heat.value.text(value)
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::parameters::Key;

    fn heat() -> Heat {
        let axis = vec![0.0, 1.0, 2.0];
        let level = |from, name| Level { from, name };
        Heat {
            values: (0..3).map(|y| vec![f64::from(y); 3]).collect(),
            x: axis.clone(),
            y: axis,
            levels: vec![level(0.5, "half"), level(3.0, "out of sight")],
            even: 0,
            bad: "",
            x_text: XText::Input(Key::Efficiency),
            y_text: XText::Input(Key::PowerPrice),
            value: MapValue::PerShare,
        }
    }

    /// A dot at (0.2, 0.3) and the baseline's at (1, 0.4); values between the points of the grid are told apart
    /// from theirs by a hundred.
    fn grid() -> Grid {
        let heat = Rc::new(heat());
        let spot = |x, y| Spot { x, y, value: y };
        Grid {
            layout: Rc::new(lay_out(&heat, 400.0)),
            places: Rc::new(Places::of(heat, spot(0.2, 0.3), Some(spot(1.0, 0.4)))),
            value_at: Callback::from(|(_, y)| 100.0 + y),
        }
    }

    #[test]
    fn keys_start_at_todays_dot_and_go_along_its_own_lines_to_the_baselines() {
        let grid = grid();
        let read = |at: Option<Place>| grid.read(at.unwrap()).unwrap();
        let start = grid.moved(None, (1, 0));
        assert_eq!(
            read(start),
            "You at 0.2 J/TH, $0.30 per MWh: a share is worth $0.30"
        );
        let right = grid.moved(start, (1, 0));
        assert_eq!(
            read(right),
            "1.0 J/TH, $0.30 per MWh: a share is worth $100.30"
        );
        let up = grid.moved(right, (0, -1));
        assert_eq!(
            read(up),
            "Today at the baseline's 1.0 J/TH, $0.40 per MWh: a share is worth $0.40"
        );
        let end = grid.moved(up, (0, i32::MIN));
        assert_eq!(read(end), "1.0 J/TH, $2.00 per MWh: a share is worth $2.00");
    }

    #[test]
    fn a_pointer_reads_the_dots_and_the_points_of_the_grid_and_asks_no_model() {
        let grid = grid();
        let layout = &grid.layout;
        let under = |x: f64, y: f64| {
            let (x, y) = (layout.x.position(x).unwrap(), layout.y.position(y).unwrap());
            grid.read(grid.under(x, y).unwrap()).unwrap()
        };
        assert!(under(0.21, 0.31).starts_with("You at 0.2 J/TH, $0.30"));
        assert!(under(1.02, 0.42).starts_with("Today at the baseline's 1.0"));
        assert!(under(1.0, 0.05).starts_with("1.0 J/TH, $0.00"));
        for x in 0..=20 {
            for y in 0..=20 {
                let read = under(f64::from(x) / 10.0, f64::from(y) / 10.0);
                assert!(!read.contains("$10"), "{read}");
            }
        }
    }

    #[test]
    fn a_map_of_one_colour_says_which() {
        let said = |values: [f64; 2]| {
            let heat = Heat {
                values: vec![values.to_vec()],
                ..heat()
            };
            heat.of_one_colour()
        };
        assert_eq!(said([0.4, 0.1]).as_deref(), Some("below half"));
        assert_eq!(said([0.5, 2.9]).as_deref(), Some("half to out of sight"));
        assert_eq!(said([3.0, 9.0]).as_deref(), Some("above out of sight"));
        assert_eq!(said([0.4, 0.5]), None);
    }

    #[test]
    fn the_rows_hold_the_dots_and_the_lines() {
        let places = &grid().places;
        let Sheet { columns, rows } = places.sheet();
        assert_eq!(columns.len(), 4);
        let read = |row: &Vec<Cell>| {
            let value = |column: usize| row[column].value().unwrap();
            (value(0), value(1), value(2), row[3].text().to_owned())
        };
        let rows: Vec<_> = rows.iter().map(read).collect();
        let you = (0.2, 0.3, 0.3, "dot: you".to_owned());
        let baseline = (1.0, 0.4, 0.4, row_name("baseline").to_owned());
        assert_eq!(rows[..2], [you, baseline]);
        assert_eq!(rows[2], (0.0, 0.0, 0.0, String::new()));
        let mut line: Vec<_> = rows[2 + 9..].to_vec();
        line.sort_by(|a, b| a.0.total_cmp(&b.0));
        let point = |x: f64| (x, 0.5, 0.5, "line: half".to_owned());
        assert_eq!(line, [point(0.0), point(1.0), point(2.0)]);
    }
}
