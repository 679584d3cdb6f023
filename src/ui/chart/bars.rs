//! Horizontal bars side by side: amounts a year, also per MWh.

use std::rc::Rc;

use yew::prelude::*;

use super::card::{BaselineKey, Card, drawing};
use super::curve::Ink;
use super::data::Data;
use super::reading::{Place, Readable, along, and_before, use_reading};
use crate::decimal::exact;
use crate::format::{usd, usd_m};
use crate::plot::bar_chart::{BarLayout, BarPlace, BarSpec};
use crate::plot::pixels;
use crate::ui::class;
use crate::ui::hooks::use_width;
use crate::units::{HOURS_PER_YEAR, USD_PER_USD_M};

/// Width before the page has measured it, px.
const FIRST_WIDTH: f64 = 520.0;

/// Below this width texts are short, px.
const NARROW: f64 = 400.0;

/// One bar: an amount of USD m a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// Its name.
    pub name: &'static str,
    /// Its colour.
    pub ink: Ink,
    /// Its amount.
    pub value: f64,
    /// Its amount in the baseline, where that differs.
    pub before: Option<f64>,
    /// Bars of one group stand together.
    pub group: usize,
    /// Whether it is what is left of the bar above it, and so drawn lighter.
    pub is_part: bool,
}

/// What a bar chart shows.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The chart's stable name.
    pub id: &'static str,
    /// The question.
    pub title: AttrValue,
    /// The answer.
    pub answer: AttrValue,
    /// The unit of the values.
    pub unit: AttrValue,
    /// What the units leave open: assumptions, marks.
    #[prop_or_default]
    pub foot: AttrValue,
    /// The name of the baseline, where it is drawn too.
    #[prop_or_default]
    pub baseline: Option<&'static str>,
    /// What an amount is per, as it is read: "gross MW".
    pub per: &'static str,
    /// The bars.
    pub bars: Rc<Vec<Bar>>,
    /// The rows of table and file.
    pub data: Data,
}

/// The chart. Pointer, touch and arrow keys read a bar.
#[component]
pub fn Bars(
    Props {
        id,
        title,
        answer,
        unit,
        foot,
        baseline,
        per,
        bars,
        data,
    }: &Props,
) -> Html {
    let node = use_node_ref();
    let width = use_width(&node, FIRST_WIDTH);
    let drawn = use_memo((Rc::clone(bars), width.to_bits()), |(bars, _)| {
        lay_out(bars, width)
    });
    let rows = Rows {
        bars: Rc::clone(bars),
        drawn: Rc::clone(&drawn),
        per,
        baseline: *baseline,
    };
    let reading = use_reading(&node, Rc::new(rows));
    let read = reading.at.map(|(row, _)| row);
    let frame = &drawn.layout.frame;
    let size = (frame.width, frame.height);
    let content = content(bars, &drawn, read);
    Card {
        id,
        title,
        answer,
        reading: reading.text.clone(),
        unit: unit.clone(),
        foot,
        baseline: baseline.map(BaselineKey::Dashed),
        data: data.clone(),
    }
    .around(reading.plot(id, node, drawing(id, size, content)))
}

/// Where everything stands, and the texts behind the bars.
struct Drawn {
    layout: BarLayout,
    texts: Vec<String>,
}

fn lay_out(bars: &[Bar], width: f64) -> Drawn {
    let text_of = |bar: &Bar| {
        let amount = usd_m(bar.value);
        if width < NARROW {
            amount
        } else {
            format!("{amount} · {}", per_mwh(bar.value))
        }
    };
    let texts: Vec<String> = bars.iter().map(text_of).collect();
    let specs: Vec<_> = bars
        .iter()
        .zip(&texts)
        .map(|(bar, text)| BarSpec {
            name: bar.name,
            text,
            value: bar.value,
            before: bar.before,
            group: bar.group,
        })
        .collect();
    let layout = BarLayout::new(width, &specs);
    Drawn { layout, texts }
}

/// An amount of USD m a year around the clock: `$158/MWh`.
fn per_mwh(amount: f64) -> String {
    format!("{}/MWh", usd(amount * USD_PER_USD_M / HOURS_PER_YEAR, 0))
}

/// Bars that are read one by one.
struct Rows {
    bars: Rc<Vec<Bar>>,
    drawn: Rc<Drawn>,
    per: &'static str,
    baseline: Option<&'static str>,
}

impl Readable for Rows {
    fn under(&self, _x: f64, y: f64) -> Option<Place> {
        Some((self.drawn.layout.row_at(y)?, 0))
    }

    fn moved(&self, from: Option<Place>, steps: (i32, i32)) -> Option<Place> {
        along(from, steps, self.bars.len())
    }

    /// "HPC rent: $1.38 m a gross MW a year, $158/MWh; December 2025: $1.80 m, $205/MWh."
    fn read(&self, (row, _): Place) -> Option<String> {
        let bar = self.bars.get(row)?;
        let now = format!(
            "{}: {} a {} a year, {}",
            bar.name,
            usd_m(bar.value),
            self.per,
            per_mwh(bar.value)
        );
        let before = bar.before;
        let before = before.map(|value| format!("{}, {}", usd_m(value), per_mwh(value)));
        Some(format!("{}.", and_before(&now, self.baseline, before)))
    }
}

fn content(bars: &[Bar], Drawn { layout, texts }: &Drawn, read: Option<usize>) -> Html {
    /// How far the mark of the row that is read reaches over its bar.
    const OVER: f64 = 8.0;
    let frame = &layout.frame;
    let read = read.and_then(|row| layout.bars.get(row)).map(|place| {
        let (y, height) = (place.y - OVER, place.height + 2.0 * OVER);
        html! {
            <rect class="hp-row-read" x="0" y={pixels(y)} width={pixels(frame.width)} height={pixels(height)} rx="4" />
        }
    });
    let rows = bars.iter().zip(texts).zip(&layout.bars);
    html! {
        <>
            { read }
            <line class="hp-grid is-zero" x1={pixels(layout.zero)} x2={pixels(layout.zero)}
                y1="4" y2={pixels(frame.height)} />
            { for rows.map(|((bar, text), place)| row(bar, text, place, frame.left)) }
        </>
    }
}

fn row(bar: &Bar, text: &str, place: &BarPlace, left: f64) -> Html {
    let class = class::with(
        "hp-bar",
        &[Some(bar.ink.class()), bar.is_part.then_some("is-part")],
    );
    html! {
        <g>
            <text class="hp-bar-name" text-anchor="end" x={pixels(left - 8.0)} y={pixels(place.name_y)}>{ bar.name }</text>
            <rect {class} x={pixels(place.x)} y={pixels(place.y)} width={pixels(place.width)}
                height={pixels(place.height)} rx="2" data-mark="bar" data-y={exact(bar.value)} />
            { before(place) }
            <text class="hp-bar-text" x={pixels(place.text_x)} y={pixels(place.text_y)}>{ text.to_owned() }</text>
        </g>
    }
}

/// A dashed line across the bar, where it ended in the baseline; a text may stand under it.
fn before(place: &BarPlace) -> Html {
    const OVER: f64 = 4.0;
    let Some(x) = place.before_x.map(pixels) else {
        return html! {};
    };
    html! {
        <line class="hp-ghost" x1={x.clone()} x2={x} y1={pixels(place.y - OVER)}
            y2={pixels(place.y + place.height)} />
    }
}
