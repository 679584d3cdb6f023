//! A tornado: what each input does to one result.

use std::rc::Rc;

use yew::prelude::*;

use super::card::{Card, drawing};
use super::data::Tabular;
use super::reading::{Place, Readable, along, use_reading};
use super::tornado_drawing::content;
use crate::format::{absent, amount, chart_unit, input_text, usd_m_axis};
use crate::model::outputs::OutputUnit;
use crate::model::tornado::Bar;
use crate::plot::tornado::{TornadoLayout, TornadoSpec};
use crate::tables::{Cell, Sheet};
use crate::ui::hooks::use_width;
use crate::units::RevenueUnit;

/// Width before the page has measured it, px.
const FIRST_WIDTH: f64 = 1_000.0;
/// How each end is called, so that no colour is needed to tell them apart.
const ENDS: [&str; 2] = ["−10%", "+10%"];

/// Everything that a tornado draws, apart from its width.
#[derive(Clone, Debug, PartialEq)]
pub struct Tornado {
    /// The result's name in exports.
    pub key: &'static str,
    /// Its name on screen.
    pub label: &'static str,
    /// Its unit.
    pub unit: OutputUnit,
    /// The unit of revenue.
    pub revenue_unit: RevenueUnit,
    /// USD/BTC, for revenue in bitcoin.
    pub btc_price: f64,
    /// Today's result.
    pub today: Option<f64>,
    /// The inputs that are shown, the longest bar first.
    pub bars: Vec<Bar>,
}

impl Tornado {
    /// A result in the unit of the axis: revenue per hashrate in the page's.
    fn shown(&self, result: Option<f64>) -> f64 {
        match (result, self.unit) {
            (Some(value), OutputUnit::RevenuePerDay) => {
                self.revenue_unit.from_usd_per_eh_day(value, self.btc_price)
            }
            (Some(value), _) => value,
            (None, _) => f64::NAN,
        }
    }

    /// A value in the unit of the axis, short.
    pub(super) fn tick(&self, shown: f64) -> String {
        match self.unit {
            OutputUnit::RevenuePerDay => chart_unit(shown, self.revenue_unit),
            OutputUnit::UsdM => usd_m_axis(shown),
            _ => self.text(Some(shown)),
        }
    }

    /// The unit of the axis.
    fn axis(&self) -> &'static str {
        match self.unit {
            OutputUnit::RevenuePerDay => self.revenue_unit.label(),
            OutputUnit::UsdM => "USD",
            OutputUnit::Fraction => "%",
            _ => self.unit.text(),
        }
    }

    /// A result as it reads.
    pub fn text(&self, result: Option<f64>) -> String {
        match result {
            Some(value) => amount(self.unit, value, self.revenue_unit, self.btc_price).number(),
            None => absent(self.key).to_owned(),
        }
    }

    /// The two lines at each end: the result, and the input that leads to it.
    pub(super) fn texts(&self, bar: &Bar) -> [[String; 2]; 2] {
        let row = bar.key.parameter();
        // An input at the end of its range moves one way only.
        let line = |end: &'static str, result, input, is_limit: bool| {
            let end = if is_limit { "limit" } else { end };
            let input = input_text(bar.key, input);
            [self.text(result), format!("{end}: {input}")]
        };
        [
            line(ENDS[0], bar.low, bar.low_input, bar.low_input <= row.min),
            line(ENDS[1], bar.high, bar.high_input, bar.high_input >= row.max),
        ]
    }

    /// "Bitcoin price: $13,229 at −10%, $80,055; $20,968 at +10%, $97,845".
    fn reading(&self, bar: &Bar) -> String {
        let [low, high] = self.texts(bar);
        format!(
            "{}: {} at {}; {} at {}.",
            bar.key.parameter().label,
            low[0],
            low[1],
            high[0],
            high[1]
        )
    }
}

impl Tabular for Tornado {
    fn sheet(&self) -> Sheet {
        let result = Sheet::column(self.label, self.unit.text());
        let columns = [
            "Input".to_owned(),
            "10% lower".to_owned(),
            "10% higher".to_owned(),
            format!("{result}, 10% lower"),
            format!("{result}, 10% higher"),
        ];
        let number = |value: Option<f64>| Cell::number(value.unwrap_or(f64::NAN), self.text(value));
        let row = |bar: &Bar| {
            let input = |value| Cell::number(value, input_text(bar.key, value));
            vec![
                Cell::Text(bar.key.parameter().label.to_owned()),
                input(bar.low_input),
                input(bar.high_input),
                number(bar.low),
                number(bar.high),
            ]
        };
        Sheet {
            columns: columns.into(),
            rows: self.bars.iter().map(row).collect(),
        }
    }
}

/// What a tornado chart shows.
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
    /// What stands above the bars.
    pub children: Html,
    /// What is drawn.
    pub tornado: Rc<Tornado>,
}

/// The chart. Pointer, touch and arrow keys read a row.
#[component]
pub fn TornadoChart(
    Props {
        id,
        title,
        answer,
        foot,
        children,
        tornado,
    }: &Props,
) -> Html {
    let node = use_node_ref();
    let width = use_width(&node, FIRST_WIDTH);
    let layout = use_memo((Rc::clone(tornado), width.to_bits()), |(tornado, _)| {
        lay_out(tornado, width)
    });
    let rows = Rows {
        tornado: Rc::clone(tornado),
        layout: Rc::clone(&layout),
    };
    let reading = use_reading(&node, Rc::new(rows));
    let read = reading.at.map(|(row, _)| row);
    let size = (layout.frame.width, layout.frame.height);
    let content = content(tornado, &layout, read);
    Card {
        id,
        title,
        answer,
        reading: reading.text.clone(),
        unit: tornado.axis().into(),
        foot,
        baseline: None,
        data: Rc::clone(tornado).into(),
    }
    .around(html! {
        <>{ children.clone() }{ reading.plot(id, node, drawing(id, size, content)) }</>
    })
}

/// Rows that are read one by one.
struct Rows {
    tornado: Rc<Tornado>,
    layout: Rc<TornadoLayout>,
}

impl Readable for Rows {
    fn under(&self, _x: f64, y: f64) -> Option<Place> {
        Some((self.layout.row_at(y)?, 0))
    }

    fn moved(&self, from: Option<Place>, steps: (i32, i32)) -> Option<Place> {
        along(from, steps, self.tornado.bars.len())
    }

    fn read(&self, (row, _): Place) -> Option<String> {
        Some(self.tornado.reading(self.tornado.bars.get(row)?))
    }
}

fn lay_out(tornado: &Tornado, width: f64) -> TornadoLayout {
    let texts: Vec<_> = tornado.bars.iter().map(|bar| tornado.texts(bar)).collect();
    let specs: Vec<_> = tornado
        .bars
        .iter()
        .zip(&texts)
        .map(|(bar, texts)| TornadoSpec {
            name: bar.key.parameter().label,
            results: [tornado.shown(bar.low), tornado.shown(bar.high)],
            texts: [0, 1].map(|end| [0, 1].map(|line| texts[end][line].as_str())),
        })
        .collect();
    TornadoLayout::new(width, tornado.shown(tornado.today), &specs, &|value| {
        tornado.tick(value)
    })
}
