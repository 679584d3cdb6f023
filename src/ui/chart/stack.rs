//! Stacked bars: parts end to end, and under them what they come to and what is paid for it.

use std::rc::Rc;

use yew::prelude::*;

use super::axes::x_axis;
use super::card::{BaselineKey, Card, drawing};
use super::data::Tabular;
use super::drawing::{px, vertical};
use super::reading::{Place, Readable, along, and_before, use_reading};
use crate::decimal::exact;
use crate::format::{usd_m, usd_m_axis};
use crate::plot::stack::{PartPlace, PartSpec, StackLayout};
use crate::plot::text_width;
use crate::tables::{Cell, Sheet};
use crate::ui::class;
use crate::ui::hooks::use_width;

/// Width before the page has measured it, px.
const FIRST_WIDTH: f64 = 520.0;

/// A part or a total, in USD m.
#[derive(Clone, Debug, PartialEq)]
pub struct Amount {
    /// Its name in exports.
    pub key: &'static str,
    /// Its name on screen.
    pub name: &'static str,
    /// The class that carries its colour.
    pub class: &'static str,
    /// Its value.
    pub value: f64,
    /// What stands behind its value; may be empty.
    pub words: String,
}

impl Amount {
    /// "Mining: $1.20 bn, …".
    fn reading(&self) -> String {
        let value = usd_m(self.value);
        if self.words.is_empty() {
            format!("{}: {value}", self.name)
        } else {
            format!("{}: {value}, {}", self.name, self.words)
        }
    }
}

/// Everything that stacked bars draw, apart from their width.
#[derive(Clone, Debug, PartialEq)]
pub struct Stack {
    /// The parts, from zero on.
    pub parts: Vec<Amount>,
    /// Bars of one part below.
    pub totals: Vec<Amount>,
    /// What each total is in the baseline, USD m, if that differs.
    pub before: Vec<f64>,
}

impl Stack {
    fn amounts(&self) -> impl Iterator<Item = &Amount> {
        self.parts.iter().chain(&self.totals)
    }

    /// What one of the amounts is in the baseline, USD m, if that is drawn: a total.
    fn before_of(&self, amount: usize) -> Option<f64> {
        let total = amount.checked_sub(self.parts.len())?;
        self.before.get(total).copied()
    }
}

impl Tabular for Stack {
    /// A row for each part, then for each total; of the baseline only totals are drawn.
    fn sheet(&self) -> Sheet {
        let number = |value| Cell::number(value, usd_m(value));
        let has_before = !self.before.is_empty();
        let before = |at: usize| number(self.before_of(at).unwrap_or(f64::NAN));
        let row = |(at, amount): (usize, &Amount)| {
            let now = [Cell::Text(amount.name.to_owned()), number(amount.value)];
            let before = has_before.then(|| before(at));
            let words = Cell::Text(amount.words.clone());
            now.into_iter().chain(before).chain([words]).collect()
        };
        let before = has_before.then_some("Value, baseline (USD m)");
        let columns = ["Item", "Value (USD m)"].into_iter().chain(before);
        Sheet {
            columns: columns.chain(["Made of"]).map(str::to_owned).collect(),
            rows: self.amounts().enumerate().map(row).collect(),
        }
    }
}

/// What a chart of stacked bars shows.
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
    pub stack: Rc<Stack>,
}

/// The chart. Pointer, touch and arrow keys read a part or a total.
#[component]
pub fn StackChart(
    Props {
        id,
        title,
        answer,
        foot,
        baseline,
        stack,
    }: &Props,
) -> Html {
    let node = use_node_ref();
    let width = use_width(&node, FIRST_WIDTH);
    let layout = use_memo((Rc::clone(stack), width.to_bits()), |(stack, _)| {
        lay_out(stack, width)
    });
    let bars = Bars {
        stack: Rc::clone(stack),
        layout: Rc::clone(&layout),
        baseline: *baseline,
    };
    let reading = use_reading(&node, Rc::new(bars));
    let read = reading.at.map(|(bar, _)| bar);
    let size = (layout.frame.width, layout.frame.height);
    let content = content(stack, &layout, read);
    Card {
        id,
        title,
        answer,
        reading: reading.text.clone(),
        unit: "USD".into(),
        foot,
        baseline: baseline.map(BaselineKey::Dashed),
        data: Rc::clone(stack).into(),
    }
    .around(reading.plot(id, node, drawing(id, size, content)))
}

/// Parts and totals that are read one by one.
struct Bars {
    stack: Rc<Stack>,
    layout: Rc<StackLayout>,
    baseline: Option<&'static str>,
}

impl Readable for Bars {
    fn under(&self, x: f64, y: f64) -> Option<Place> {
        Some((self.layout.at(x, y)?, 0))
    }

    fn moved(&self, from: Option<Place>, steps: (i32, i32)) -> Option<Place> {
        along(from, steps, self.stack.amounts().count())
    }

    fn read(&self, (bar, _): Place) -> Option<String> {
        let amount = self.stack.amounts().nth(bar)?;
        let before = self.stack.before_of(bar).map(usd_m);
        let other = before.filter(|before| *before != usd_m(amount.value));
        Some(format!(
            "{}.",
            and_before(&amount.reading(), self.baseline, other)
        ))
    }
}

fn lay_out(stack: &Stack, width: f64) -> StackLayout {
    let texts: Vec<String> = stack.parts.iter().map(|part| usd_m(part.value)).collect();
    let parts: Vec<_> = stack
        .parts
        .iter()
        .zip(&texts)
        .map(|(part, text)| PartSpec {
            value: part.value,
            texts: [part.name, text],
        })
        .collect();
    let totals: Vec<f64> = stack.totals.iter().map(|total| total.value).collect();
    StackLayout::new(width, &parts, &totals, &stack.before, &usd_m_axis)
}

fn content(stack: &Stack, layout: &StackLayout, read: Option<usize>) -> Html {
    let (top, bottom) = (layout.parts_y - 4.0, layout.frame.plot_bottom());
    let parts = stack.parts.iter().zip(&layout.parts).enumerate();
    let parts = parts.map(|(at, (part, place))| drawn_part(layout, part, place, read == Some(at)));
    let count = stack.parts.len();
    let totals = stack.totals.iter().enumerate();
    let totals = totals.map(|(at, total)| drawn_total(layout, total, at, read == Some(count + at)));
    let ghosts = layout
        .before
        .iter()
        .zip(&layout.bars_y)
        .map(|(at, y)| vertical(*at, y - 4.0, y + layout.bar + 4.0, "hp-ghost"));
    html! {
        <g class="hp-stack">
            { x_axis(&layout.ticks, &layout.frame, Some((top, bottom))) }
            { for parts }
            { for totals }
            { for ghosts }
        </g>
    }
}

/// A part, its name and value above it, and a line between them. One of nothing is only read: it has no
/// length to which a line could lead.
fn drawn_part(layout: &StackLayout, part: &Amount, place: &PartPlace, is_read: bool) -> Html {
    let middle = px(place.x + place.width / 2.0);
    let name = place.text_x.map(|x| {
        let x = px(x);
        html! {
            <>
                <text class={class::with("hp-stack-name", &[Some(part.class)])} text-anchor="middle" x={x.clone()} y="14">{ part.name }</text>
                <text class="hp-bar-text" text-anchor="middle" x={x.clone()} y="30">{ usd_m(part.value) }</text>
                <line class="hp-leader" x1={x} y1="35" x2={middle} y2={px(layout.parts_y - 2.0)} />
            </>
        }
    });
    html! {
        <g>
            { name }
            { rect(layout, part, (place.x, place.width), layout.parts_y, is_read) }
        </g>
    }
}

/// A total with its words above it.
fn drawn_total(layout: &StackLayout, total: &Amount, at: usize, is_read: bool) -> Html {
    /// Between the name and what follows it, px.
    const GAP: f64 = 8.0;
    let (y, bar) = (layout.bars_y[at], layout.bars[at]);
    let (x, text_y) = (layout.frame.plot_left() + 6.0, px(y - 7.0));
    let told_x = x + text_width(total.name) + GAP;
    let whole = format!("{}, {}", usd_m(total.value), total.words);
    let told = if told_x + text_width(&whole) <= layout.frame.width {
        whole
    } else {
        usd_m(total.value)
    };
    html! {
        <g>
            <text class={class::with("hp-stack-name", &[Some(total.class)])} x={px(x)} y={text_y.clone()}>{ total.name }</text>
            <text class="hp-bar-text" x={px(told_x)} y={text_y}>{ told }</text>
            { rect(layout, total, bar, y, is_read) }
        </g>
    }
}

fn rect(
    layout: &StackLayout,
    amount: &Amount,
    (x, width): (f64, f64),
    y: f64,
    is_read: bool,
) -> Html {
    let class = class::with(
        "hp-bar",
        &[
            Some("hp-stack-bar"),
            Some(amount.class),
            (amount.value < 0.0).then_some("is-negative"),
            is_read.then_some("is-read"),
        ],
    );
    html! {
        <rect {class} x={px(x)} y={px(y)} width={px(width)} height={px(layout.bar)} data-mark="bar"
            data-part={amount.key} data-y={exact(amount.value)} />
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amount(name: &'static str, value: f64) -> Amount {
        Amount {
            key: name,
            name,
            class: "",
            value,
            words: String::new(),
        }
    }

    fn stack(before: Vec<f64>) -> Stack {
        Stack {
            parts: vec![amount("Mining", 300.0), amount("HPC", 200.0)],
            totals: vec![amount("Worth", 500.0), amount("Paid", 600.0)],
            before,
        }
    }

    fn sheet(before: Vec<f64>) -> Sheet {
        stack(before).sheet()
    }

    #[test]
    fn a_reading_says_what_a_total_was_in_the_baseline_where_that_is_another() {
        let stack = Rc::new(stack(vec![450.0, 600.0]));
        let bars = Bars {
            layout: Rc::new(lay_out(&stack, 400.0)),
            stack,
            baseline: Some("December 2025"),
        };
        let read =
            [0, 2, 3].map(|bar| bars.read((bar, 0)).expect("is read").replace('\u{a0}', " "));
        assert_eq!(
            read,
            [
                "Mining: $300 m.",
                "Worth: $500 m; December 2025: $450 m.",
                "Paid: $600 m."
            ]
        );
    }

    #[test]
    fn the_rows_hold_the_totals_of_a_baseline_that_is_drawn() {
        let drawn = sheet(vec![450.0, 550.0]);
        assert_eq!(drawn.columns[2], "Value, baseline (USD m)");
        let before: Vec<_> = drawn.rows.iter().map(|row| row[2].value()).collect();
        assert_eq!(before, [None, None, Some(450.0), Some(550.0)]);
        assert_eq!(
            sheet(Vec::new()).columns,
            ["Item", "Value (USD m)", "Made of"]
        );
    }
}
