//! A waterfall: what leads from one level to the next, step by step.

use std::rc::Rc;

use yew::prelude::*;

use super::axes::x_axis;
use super::card::{BaselineKey, Card, drawing};
use super::curve::{Ink, YText};
use super::data::Tabular;
use super::drawing::{dot, inked, px, raw, vertical};
use super::reading::{Place, Readable, and_before, shifted, use_reading};
use crate::plot::line_path;
use crate::plot::waterfall::{StepPlace, StepSpec, WaterfallLayout};
use crate::tables::{Cell, Sheet};
use crate::ui::hooks::use_width;

/// Width before the page has measured it, px.
const FIRST_WIDTH: f64 = 520.0;

/// One step.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Its name.
    pub name: &'static str,
    /// Its colour.
    pub ink: Ink,
    /// Whether it is a level, drawn as a dot, and leads nowhere.
    pub is_level: bool,
    /// The level before it.
    pub from: f64,
    /// The level after it.
    pub to: f64,
    /// Its amount.
    pub value: f64,
    /// The amount as it reads, with its sign where it is a change.
    pub text: AttrValue,
    /// What the pointer reads there.
    pub told: AttrValue,
    /// What it was in the baseline, where that differs.
    pub before: Option<StepBefore>,
}

/// What a step was in the baseline.
#[derive(Clone, Debug, PartialEq)]
pub struct StepBefore {
    /// Its amount.
    pub value: f64,
    /// The amount as it reads.
    pub text: AttrValue,
    /// Whether a dash over the bar marks where it ended: that of a total, which began at zero too.
    pub is_marked: bool,
}

/// Everything that a waterfall draws, apart from its width.
#[derive(Clone, Debug, PartialEq)]
pub struct Steps {
    /// The steps.
    pub steps: Vec<Step>,
    /// Whether bars begin at zero, which is then in sight.
    pub includes_zero: bool,
    /// The unit of the amounts.
    pub unit: YText,
}

/// What a waterfall shows.
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
    /// The name of the baseline, where something of it is marked.
    #[prop_or_default]
    pub baseline: Option<&'static str>,
    /// What is drawn.
    pub steps: Rc<Steps>,
}

/// The chart. Pointer, touch and arrow keys choose a step, which is read in the place of the answer.
#[component]
pub fn Waterfall(
    Props {
        id,
        title,
        answer,
        foot,
        baseline,
        steps,
    }: &Props,
) -> Html {
    let node = use_node_ref();
    let width = use_width(&node, FIRST_WIDTH);
    let layout = use_memo((Rc::clone(steps), width.to_bits()), |(steps, _)| {
        lay_out(steps, width)
    });
    let rows = Rows {
        steps: Rc::clone(steps),
        layout: Rc::clone(&layout),
        baseline: *baseline,
    };
    let reading = use_reading(&node, Rc::new(rows));
    let size = (layout.frame.width, layout.frame.height);
    let content = content(steps, &layout, reading.at);
    Card {
        id,
        title,
        answer,
        reading: reading.text.clone(),
        unit: steps.unit.axis().into(),
        foot,
        baseline: baseline.map(BaselineKey::Dashed),
        data: Rc::clone(steps).into(),
    }
    .around(reading.plot(id, node, drawing(id, size, content)))
}

impl Step {
    /// Where it ended in the baseline, if that is marked.
    fn marked(&self) -> Option<f64> {
        let before = self.before.as_ref().filter(|before| before.is_marked);
        before.map(|before| before.value)
    }
}

fn lay_out(steps: &Steps, width: f64) -> WaterfallLayout {
    let rows = steps.steps.iter().map(|step| StepSpec {
        name: step.name,
        text: &step.text,
        from: step.from,
        to: step.to,
        before: step.marked(),
    });
    let specs: Vec<StepSpec<'_>> = rows.collect();
    WaterfallLayout::new(width, &specs, steps.includes_zero, &|value| {
        steps.unit.short(value)
    })
}

fn content(steps: &Steps, layout: &WaterfallLayout, at: Option<Place>) -> Html {
    let frame = &layout.frame;
    let joints = layout.joints.iter().flat_map(|joint| {
        let (from, to) = joint.ends;
        [Some((joint.x, from)), Some((joint.x, to)), None]
    });
    let read = at.and_then(|(_, row)| layout.steps.get(row)).map(|place| {
        let (y, height) = (place.middle - 15.0, "30");
        html! { <rect class="hp-row-read" x="0" y={px(y)} width={px(frame.width)} {height} rx="4" /> }
    });
    let rows = steps.steps.iter().zip(&layout.steps);
    let names = rows.clone().map(|(step, place)| Name {
        text: step.name,
        at: (place.name_x, place.text_y),
    });
    html! {
        <>
            { read }
            { x_axis(&layout.ticks, frame, Some((0.0, frame.plot_bottom()))) }
            <path class="hp-joint" d={line_path(joints)} />
            { for rows.map(|(step, place)| row(step, place, layout.amounts_end)) }
            <Names names={names.collect::<Vec<_>>()} is_narrow={layout.is_narrow} />
        </>
    }
}

/// The name of a step, and where it begins or ends, px.
#[derive(PartialEq)]
struct Name {
    text: &'static str,
    at: (f64, f64),
}

/// The names of all steps, which stay while the amounts move.
#[derive(PartialEq, Properties)]
struct NamesProps {
    names: Vec<Name>,
    /// Whether they stand above the bars, and begin where they are placed.
    is_narrow: bool,
}

#[component]
fn Names(props: &NamesProps) -> Html {
    let anchor = if props.is_narrow { "start" } else { "end" };
    let name = |Name { text, at: (x, y) }: &Name| {
        html! { <text class="hp-bar-name is-over" text-anchor={anchor} x={px(*x)} y={px(*y)}>{ *text }</text> }
    };
    html! { <>{ for props.names.iter().map(name) }</> }
}

fn row(step: &Step, place: &StepPlace, amounts_end: f64) -> Html {
    /// How far the baseline's dash reaches over a bar, px: not up to the amount over it.
    const OVER: f64 = 2.0;
    let class = inked("hp-bar", step.ink);
    let mark = if step.is_level {
        dot((place.end, place.middle), "6", [step.ink.class(), ""], None)
    } else {
        html! {
            <rect {class} x={px(place.x)} y={px(place.y)} width={px(place.width.max(1.0))} height={px(place.height)}
                rx="2" data-mark="bar" data-y={raw(step.value)} />
        }
    };
    html! {
        <g>
            { mark }
            { place.before_x.map(|x| vertical(x, place.y - OVER, place.y + place.height + OVER, "hp-ghost")) }
            <text class="hp-bar-text is-over" text-anchor="end" x={px(amounts_end)} y={px(place.text_y)}>{ &step.text }</text>
        </g>
    }
}

impl Tabular for Steps {
    fn sheet(&self) -> Sheet {
        let has_before = self.steps.iter().any(|step| step.before.is_some());
        let row = |step: &Step| {
            let now = Cell::number(step.value, step.text.to_string());
            // What does not differ was the same.
            let before = step.before.as_ref().map_or(now.clone(), |before| {
                Cell::number(before.value, before.text.to_string())
            });
            [Cell::Text(step.name.to_owned()), now]
                .into_iter()
                .chain([Cell::number(step.to, self.unit.long(step.to))])
                .chain(has_before.then_some(before))
                .collect()
        };
        let unit = self.unit.unit();
        let now = [
            "Step".to_owned(),
            format!("Amount ({unit})"),
            format!("Level after it ({unit})"),
        ];
        let before = has_before.then(|| format!("Amount, baseline ({unit})"));
        Sheet {
            columns: now.into_iter().chain(before).collect(),
            rows: self.steps.iter().map(row).collect(),
        }
    }
}

/// Rows that are read.
struct Rows {
    steps: Rc<Steps>,
    layout: Rc<WaterfallLayout>,
    baseline: Option<&'static str>,
}

impl Readable for Rows {
    fn under(&self, _x: f64, y: f64) -> Option<Place> {
        Some((0, self.layout.row_at(y)?))
    }

    /// Reading starts at the first step, and goes on downwards or to the right.
    fn moved(&self, from: Option<Place>, (right, down): (i32, i32)) -> Option<Place> {
        let row = from.map_or(0, |(_, row)| {
            shifted(row, right.saturating_add(down), self.steps.steps.len())
        });
        Some((0, row))
    }

    fn read(&self, (_, row): Place) -> Option<String> {
        let Step {
            told, text, before, ..
        } = self.steps.steps.get(row)?;
        let before = before.as_ref().map(|before| before.text.to_string());
        let other = before.filter(|before| before != text);
        Some(and_before(told, self.baseline, other))
    }
}
