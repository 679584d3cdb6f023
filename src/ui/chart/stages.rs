//! Stacked areas over months with a crosshair: capacity by stage.

use std::rc::Rc;

use yew::prelude::*;

use super::axes::{x_axis, y_axis};
use super::card::{BaselineKey, Card, drawing};
use super::data::Tabular;
use super::drawing::vertical;
use super::reading::{Place, Readable, and_before, shifted, use_reading};
use crate::format;
use crate::plot::pixels;
use crate::plot::stages::{StageLayout, StageSpec};
use crate::tables::{Cell, Sheet};
use crate::ui::class;
use crate::ui::hooks::use_width;

/// Width before the page has measured it, px.
const FIRST_WIDTH: f64 = 520.0;

/// One band.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    /// Its name.
    pub name: &'static str,
    /// The class that carries its shade.
    pub class: &'static str,
    /// MW in each month.
    pub values: Vec<f64>,
}

/// Everything that the chart draws, apart from its width.
#[derive(Clone, Debug, PartialEq)]
pub struct Stages {
    /// Months that are shown.
    pub months: usize,
    /// The bands, the lowest first.
    pub bands: Vec<Band>,
    /// Sums of bands in each month that the rows name too.
    pub totals: Vec<(&'static str, Vec<f64>)>,
    /// What of the lowest band the baseline has, where it differs: its name in the rows, MW in each month.
    pub ghost: Option<(&'static str, Vec<f64>)>,
    /// What the values are in.
    pub unit: &'static str,
}

impl Tabular for Stages {
    /// A row for each month that is shown: the bands, their sums, the baseline.
    fn sheet(&self) -> Sheet {
        let bands = self.bands.iter().map(|band| (band.name, &band.values));
        let totals = self.totals.iter().map(|(name, values)| (*name, values));
        let ghost = self.ghost.iter().map(|(name, values)| (*name, values));
        let (names, values): (Vec<_>, Vec<_>) = bands.chain(totals).chain(ghost).unzip();
        let row = |month: usize| {
            let number = |values: &&Vec<f64>| {
                let value = values.get(month).copied().unwrap_or(0.0);
                Cell::number(value, megawatts(value))
            };
            let first = Cell::number(month as f64, month.to_string());
            std::iter::once(first)
                .chain(values.iter().map(number))
                .collect()
        };
        let names = names
            .into_iter()
            .map(|name| format!("{name} ({})", self.unit));
        Sheet {
            columns: std::iter::once("Month".to_owned()).chain(names).collect(),
            rows: (0..self.months).map(row).collect(),
        }
    }
}

/// What the chart shows.
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
    /// The name of the baseline, where it is drawn too.
    pub baseline: Option<&'static str>,
    /// What is drawn.
    pub stages: Rc<Stages>,
}

/// The chart. Pointer, touch and arrow keys move a crosshair over the months.
#[component]
pub fn StageChart(props: &Props) -> Html {
    let Props { id, stages, .. } = props;
    let node = use_node_ref();
    let width = use_width(&node, FIRST_WIDTH);
    let layout = use_memo((Rc::clone(stages), width.to_bits()), |(stages, _)| {
        lay_out(stages, width)
    });
    let months = Months {
        stages: Rc::clone(stages),
        layout: Rc::clone(&layout),
        baseline: props.baseline,
    };
    let reading = use_reading(&node, Rc::new(months));
    let content = html! {
        <>
            <Drawing stages={Rc::clone(stages)} layout={Rc::clone(&layout)} />
            { crosshair(&layout, reading.at) }
        </>
    };
    let answer = &props.answer;
    let size = (layout.frame.width, layout.frame.height);
    Card {
        id,
        title: &props.title,
        answer,
        reading: reading.text.clone(),
        unit: format!("{} against years", stages.unit).into(),
        foot: &props.foot,
        baseline: props.baseline.map(BaselineKey::Dashed),
        data: Rc::clone(stages).into(),
    }
    .around(reading.plot(id, node, drawing(id, size, content)))
}

fn lay_out(stages: &Stages, width: f64) -> StageLayout {
    let bands: Vec<(&str, &[f64])> = stages
        .bands
        .iter()
        .map(|band| (band.name, band.values.as_slice()))
        .collect();
    let spec = StageSpec {
        width,
        months: stages.months,
        bands: &bands,
        ghost: stages.ghost.as_ref().map(|(_, values)| values.as_slice()),
        x_text: &year,
    };
    StageLayout::new(&spec, megawatts)
}

/// A month of the axis in years.
fn year(month: f64) -> String {
    format!("{} y", format::significant(month / 12.0, 3, 0))
}

fn megawatts(value: f64) -> String {
    format::significant(value, 4, 0)
}

/// Months that are read one by one.
struct Months {
    stages: Rc<Stages>,
    layout: Rc<StageLayout>,
    baseline: Option<&'static str>,
}

impl Months {
    /// "paying 300 MW", where that is another.
    fn read_before(&self, month: usize) -> Option<String> {
        let (_, ghost) = self.stages.ghost.as_ref()?;
        let band = self.stages.bands.first()?;
        let [now, before] = [&band.values, ghost]
            .map(|values| megawatts(values.get(month).copied().unwrap_or(0.0)));
        let name = band.name.to_ascii_lowercase();
        (now != before).then(|| format!("{name} {before} MW"))
    }
}

impl Readable for Months {
    fn under(&self, x: f64, _y: f64) -> Option<Place> {
        let month = self.layout.x.value(x).max(0.0) as usize;
        Some((month.min(self.stages.months.checked_sub(1)?), 0))
    }

    /// Reading starts in the first month.
    fn moved(&self, from: Option<Place>, (right, _down): (i32, i32)) -> Option<Place> {
        let count = self.stages.months;
        let next = match from {
            Some((month, _)) => shifted(month, right, count),
            None if right == i32::MAX => shifted(0, right, count),
            None => 0,
        };
        (right != 0 && count > 0).then_some((next, 0))
    }

    /// "Month 20: paying 150 MW, building 150 MW; December 2025: paying 300 MW".
    fn read(&self, (month, _): Place) -> Option<String> {
        let is_shown = month < self.stages.months;
        let parts = self.stages.bands.iter().filter_map(|band| {
            let value = band
                .values
                .get(month)
                .copied()
                .filter(|value| *value > 0.0)?;
            let name = band.name.to_ascii_lowercase();
            Some(format!("{name} {} MW", megawatts(value)))
        });
        let parts: Vec<String> = parts.collect();
        let parts = if parts.is_empty() {
            "nothing".to_owned()
        } else {
            parts.join(", ")
        };
        let now = format!("Month {month}: {parts}");
        is_shown.then(|| and_before(&now, self.baseline, self.read_before(month)))
    }
}

fn crosshair(layout: &StageLayout, at: Option<Place>) -> Html {
    let middle = at.and_then(|(month, _)| layout.x.position(month as f64 + 0.5));
    let line = middle.map(|x| {
        let frame = &layout.frame;
        vertical(
            x,
            frame.plot_top(),
            frame.plot_bottom(),
            "hp-crosshair-line",
        )
    });
    html! { <g class="hp-crosshair">{ line }</g> }
}

/// What does not follow the pointer.
#[derive(PartialEq, Properties)]
struct DrawingProps {
    stages: Rc<Stages>,
    layout: Rc<StageLayout>,
}

#[component]
fn Drawing(DrawingProps { stages, layout }: &DrawingProps) -> Html {
    let areas = stages
        .bands
        .iter()
        .zip(layout.areas.iter().zip(&layout.edges));
    let areas = areas.map(|(band, (area, edge))| {
        html! {
            <g class={band.class}>
                <path class="hp-band" d={area.clone()} data-band={band.name} />
                <path class="hp-band-edge" d={edge.clone()} />
            </g>
        }
    });
    let names = stages.bands.iter().zip(&layout.names).filter_map(|(band, at)| {
        let (x, y) = (*at)?;
        Some(html! {
            <text class={class::with("hp-band-name", &[Some(band.class)])} text-anchor="middle" x={pixels(x)}
                y={pixels(y + 4.0)}>{ band.name }</text>
        })
    });
    let ghost = layout.ghost.as_ref();
    html! {
        <>
            { y_axis(&layout.y_ticks, &layout.frame, true) }
            { x_axis(&layout.x_ticks, &layout.frame, None) }
            { for areas }
            { ghost.map(|path| html! { <path class="hp-ghost" d={path.clone()} /> }) }
            { for names }
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stages() -> Stages {
        let paying = Band {
            name: "Paying",
            class: "",
            values: vec![0.0, 150.0],
        };
        Stages {
            months: 3,
            bands: vec![paying],
            totals: Vec::new(),
            ghost: Some(("Paying, baseline", vec![100.0, 150.0, 100.0])),
            unit: "gross MW",
        }
    }

    #[test]
    fn a_reading_says_what_paid_in_the_baseline_where_that_is_another() {
        let stages = Rc::new(stages());
        let months = Months {
            layout: Rc::new(lay_out(&stages, 400.0)),
            stages,
            baseline: Some("December 2025"),
        };
        let read = [0, 1].map(|month| months.read((month, 0)).expect("is read"));
        assert_eq!(
            read,
            [
                "Month 0: nothing; December 2025: paying 100 MW",
                "Month 1: paying 150 MW"
            ]
        );
    }

    #[test]
    fn the_rows_hold_what_is_drawn_of_the_baseline() {
        let Sheet { columns, rows } = stages().sheet();
        let named = ["Month", "Paying (gross MW)", "Paying, baseline (gross MW)"];
        assert_eq!(columns, named);
        let last: Vec<_> = rows[2].iter().map(Cell::value).collect();
        assert_eq!(last, [Some(2.0), Some(0.0), Some(100.0)]);
    }
}
