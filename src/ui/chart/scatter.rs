//! A scatter with names at its dots, and a reading of the dot under the pointer.

use std::rc::Rc;

use yew::prelude::*;

use super::axes::{x_axis, y_axis};
use super::card::{BaselineKey, Card, drawing};
use super::curve::{Ink, XText};
use super::data::Data;
use super::drawing::{dot, line, px, raw};
use super::reading::{Place, Readable, shifted, use_reading};
use crate::plot::scatter::{DotSpec, HEIGHT, Label, ScatterLayout, ScatterSpec};
use crate::ui::hooks::use_size;

/// Width before the page has measured it, px.
const FIRST_WIDTH: f64 = 520.0;
/// Below this width the names of lines are short, px.
const NARROW: f64 = 460.0;
/// How far from a dot the pointer still reads it, px.
const REACH: f64 = 40.0;

/// One dot.
#[derive(Clone, Debug, PartialEq)]
pub struct Dot {
    /// Its name beside it, short.
    pub name: AttrValue,
    /// What the pointer reads there.
    pub told: AttrValue,
    /// Across and up, data.
    pub at: (f64, f64),
    /// Its colour.
    pub ink: Ink,
    /// Whether it is something to compare with, and so drawn hollow.
    pub is_mark: bool,
    /// Where it stood in the baseline, if elsewhere.
    pub before: Option<(f64, f64)>,
}

impl Dot {
    /// Its radius, px.
    const fn radius(&self) -> &'static str {
        if self.is_mark { "8" } else { "5.5" }
    }
}

/// A line of equal product.
#[derive(Clone, Debug, PartialEq)]
pub struct Product {
    /// Its name.
    pub name: AttrValue,
    /// Its name where there is little room.
    pub short_name: AttrValue,
    /// x·y.
    pub product: f64,
}

impl Product {
    fn name_on(&self, width: f64) -> &AttrValue {
        if width < NARROW {
            &self.short_name
        } else {
            &self.name
        }
    }
}

/// What a scatter draws, apart from its width.
#[derive(Clone, Debug, PartialEq)]
pub struct Dots {
    /// The dots.
    pub dots: Vec<Dot>,
    /// The lines of equal product.
    pub products: Vec<Product>,
    /// The line of the baseline that is drawn too, where it differs.
    pub before: Option<Product>,
    /// How values of x read.
    pub x_text: XText,
    /// How values of y read.
    pub y_text: XText,
}

/// What a scatter shows.
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
    /// What the baseline's line leaves open, said while that is in sight.
    #[prop_or_default]
    pub foot_before: &'static str,
    /// The name of the baseline, where it is drawn too.
    #[prop_or_default]
    pub baseline: Option<&'static str>,
    /// What is drawn.
    pub dots: Rc<Dots>,
    /// The rows of table and file.
    pub data: Data,
}

/// The chart. Pointer, touch and arrow keys choose a dot, whose reading takes the place of the answer.
#[component]
pub fn Scatter(props: &Props) -> Html {
    let Props {
        id, answer, dots, ..
    } = props;
    let node = use_node_ref();
    let room = use_size(&node, (FIRST_WIDTH, HEIGHT));
    let layout = use_memo((Rc::clone(dots), room), |(dots, room)| lay_out(dots, *room));
    let read = Told {
        dots: Rc::clone(dots),
        layout: Rc::clone(&layout),
    };
    let reading = use_reading(&node, Rc::new(read));
    let content = html! {
        <>
            <Drawing dots={Rc::clone(dots)} layout={Rc::clone(&layout)} />
            { ring(&layout, reading.at) }
        </>
    };
    let size = (layout.frame.width, layout.frame.height);
    let foot = match layout.before {
        Some(_) => format!("{}; {}", props.foot, props.foot_before).into(),
        None => props.foot.clone(),
    };
    Card {
        id,
        title: &props.title,
        answer,
        reading: reading.text.clone(),
        unit: dots.y_text.against(dots.x_text),
        foot: &foot,
        // What left the plot needs no key.
        baseline: match props.baseline {
            Some(name) if layout.before.is_some() => Some(BaselineKey::Dashed(name)),
            Some(name) if layout.befores.iter().any(Option::is_some) => {
                Some(BaselineKey::Dots(name))
            }
            _ => None,
        },
        data: props.data.clone(),
    }
    .around(reading.plot(id, node, drawing(id, size, content)))
}

fn lay_out(dots: &Dots, (width, height): (f64, f64)) -> ScatterLayout {
    let specs: Vec<DotSpec<'_>> = dots
        .dots
        .iter()
        .map(|dot| DotSpec {
            name: &dot.name,
            x: dot.at.0,
            y: dot.at.1,
            before: dot.before,
        })
        .collect();
    let products: Vec<(&str, f64)> = dots
        .products
        .iter()
        .map(|line| (line.name_on(width).as_str(), line.product))
        .collect();
    let before = dots.before.as_ref();
    let spec = ScatterSpec {
        width,
        height,
        dots: &specs,
        products: &products,
        before: before.map(|line| (line.name_on(width).as_str(), line.product)),
    };
    ScatterLayout::new(
        &spec,
        |value| dots.x_text.short(value),
        |value| dots.y_text.short(value),
    )
}

/// Dots that are read one by one.
struct Told {
    dots: Rc<Dots>,
    layout: Rc<ScatterLayout>,
}

impl Readable for Told {
    fn under(&self, x: f64, y: f64) -> Option<Place> {
        Some((self.layout.nearest((x, y), REACH)?, 0))
    }

    /// Right and up go to the next dot in the order of the rows.
    fn moved(&self, from: Option<Place>, (right, down): (i32, i32)) -> Option<Place> {
        let count = self.dots.dots.len();
        let steps = right.saturating_sub(down);
        let is_end = steps.unsigned_abs() >= i32::MAX as u32;
        let next = match from {
            Some((index, _)) => shifted(index, steps, count),
            None if is_end => shifted(0, steps, count),
            None => 0,
        };
        (count > 0).then_some((next, 0))
    }

    fn read(&self, (index, _): Place) -> Option<String> {
        Some(self.dots.dots.get(index)?.told.to_string())
    }
}

fn ring(layout: &ScatterLayout, at: Option<Place>) -> Html {
    let dot = at.and_then(|(index, _)| *layout.dots.get(index)?);
    let Some((x, y)) = dot else {
        return html! {};
    };
    html! { <circle class="hp-ring" cx={px(x)} cy={px(y)} r="9" /> }
}

/// What does not follow the pointer.
#[derive(PartialEq, Properties)]
struct DrawingProps {
    dots: Rc<Dots>,
    layout: Rc<ScatterLayout>,
}

#[component]
fn Drawing(DrawingProps { dots, layout }: &DrawingProps) -> Html {
    let products = layout.products.iter().zip(&dots.products);
    let lines = products.clone().map(|((path, _), _)| {
        html! { <path class="hp-product" d={path.clone()} /> }
    });
    let line_names = products.filter_map(|((_, label), line)| {
        let name = line.name_on(layout.frame.width);
        Some(text("hp-product-name", label.as_ref()?, name))
    });
    let before = layout.before.as_ref();
    let before_name = before.zip(dots.before.as_ref());
    let before_name = before_name.and_then(|((_, label), line)| {
        let name = line.name_on(layout.frame.width);
        Some(text("hp-ghost-name", label.as_ref()?, name))
    });
    let trails = (0..layout.dots.len()).filter_map(|index| layout.trail(index));
    let trails = trails.map(|(from, to)| line("hp-ghost", from, to));
    let befores = layout.befores.iter().zip(&dots.dots);
    let befores = befores.filter_map(|(at, spec)| Some(stood((*at)?, spec)));
    let names = layout.names.iter().flatten();
    let leaders = names
        .clone()
        .filter_map(|name| name.leader)
        .map(|(from, to)| line("hp-leader", from, to));
    let names = names
        .flat_map(|name| &name.lines)
        .map(|(label, name)| text("hp-dot-name", label, name));
    let key = layout.key.iter().map(|(y, line)| {
        html! { <text class="hp-dot-key" x="0" y={px(*y)}>{ line.as_str() }</text> }
    });
    // The first dots have their names first and lie on top.
    let marks = layout
        .dots
        .iter()
        .zip(&dots.dots)
        .rev()
        .filter_map(|(at, spec)| {
            let (name, shape) = if spec.is_mark {
                ("compared", "is-hollow")
            } else {
                ("dot", "")
            };
            let mark = (name, spec.at.0, spec.at.1);
            let classes = [spec.ink.class(), shape];
            Some(dot((*at)?, spec.radius(), classes, Some(mark)))
        });
    html! {
        <>
            { y_axis(&layout.y_ticks, &layout.frame, true) }
            { x_axis(&layout.x_ticks, &layout.frame, None) }
            { for lines }
            { before.map(|(path, _)| html! { <path class="hp-ghost" d={path.clone()} /> }) }
            { for line_names }
            { before_name }
            { for trails }
            { for leaders }
            { for befores }
            { for marks }
            { for names }
            { for key }
        </>
    }
}

/// Where a dot stood in the baseline: as large, hollow and dashed, so that it is seen around what stands there now.
fn stood((x, y): (f64, f64), dot: &Dot) -> Html {
    let before = dot.before.map(|(x, y)| (raw(x), raw(y)));
    let (across, up) = before.unzip();
    html! {
        <circle class="hp-ghost" cx={px(x)} cy={px(y)} r={dot.radius()} data-mark="baseline" data-x={across} data-y={up} />
    }
}

fn text(class: &'static str, label: &Label, name: &str) -> Html {
    html! { <text {class} text-anchor={label.anchor} x={px(label.x)} y={px(label.y)}>{ name }</text> }
}
