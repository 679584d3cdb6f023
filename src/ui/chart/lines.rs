//! A line chart with a crosshair.

use std::rc::Rc;

use web_sys::PointerEvent;
use yew::prelude::*;

use super::card::{Card, caption_id, drawing};
use super::curve::Lines;
use super::data::Data;
use super::drawing::Drawing;
use super::reading::{crosshair, index_under, moved, read};
use super::references::{Reference, Told};
use crate::plot::line_chart::{LineLayout, LineSpec};
use crate::ui::hooks::use_width;

/// Width before the page has measured it, px.
const FIRST_WIDTH: f64 = 520.0;

/// What a line chart shows.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The chart's stable name.
    pub id: &'static str,
    /// The question.
    pub title: AttrValue,
    /// The answer.
    pub answer: AttrValue,
    /// Unit and assumptions.
    pub foot: AttrValue,
    /// The name of the baseline, where it is drawn too.
    #[prop_or_default]
    pub baseline: Option<&'static str>,
    /// What is drawn.
    pub lines: Rc<Lines>,
    /// Named places on the x axis.
    #[prop_or_default]
    pub places: Vec<Reference>,
    /// What the curves say, in their order, where that is not what is drawn.
    #[prop_or_default]
    pub told: Vec<Told>,
    /// Whether each point has a dot: where they are few, and gaps lie between them.
    #[prop_or_default]
    pub has_points: bool,
    /// The rows of table and file, where they are not those of the curves.
    #[prop_or_default]
    pub data: Option<Data>,
}

/// The chart. Pointer, touch and arrow keys move a crosshair whose reading takes the place of the
/// answer.
#[component]
pub fn LineChart(
    Props {
        id,
        title,
        answer,
        foot,
        baseline,
        lines,
        places,
        told,
        has_points,
        data,
    }: &Props,
) -> Html {
    let node = use_node_ref();
    let width = use_width(&node, FIRST_WIDTH);
    let layout = use_memo((Rc::clone(lines), width.to_bits()), |(lines, _)| {
        lay_out(lines, width)
    });
    let reading = use_state_eq(|| None::<usize>);
    let index = reading.filter(|index| *index < lines.x.len());
    let pointer = {
        let (lines, layout) = (Rc::clone(lines), Rc::clone(&layout));
        let (node, reading) = (node.clone(), reading.setter());
        Callback::from(move |event: PointerEvent| {
            reading.set(index_under(&event, &node, &lines, &layout));
        })
    };
    let put_away = {
        let reading = reading.setter();
        move || reading.set(None)
    };
    let leave = Callback::from({
        let put_away = put_away.clone();
        move |_: PointerEvent| put_away()
    });
    let blur = Callback::from(move |_: FocusEvent| put_away());
    let keys = {
        let (lines, reading) = (Rc::clone(lines), reading.setter());
        Callback::from(move |event: KeyboardEvent| {
            if let Some(next) = moved(&event.key(), index, &lines) {
                event.prevent_default();
                reading.set(next);
            }
        })
    };
    let shown = index.map_or_else(
        || answer.clone(),
        |index| AttrValue::from(read(lines, told, index)),
    );
    let size = (layout.frame.width, layout.frame.height);
    let content = html! {
        <>
            <Drawing lines={Rc::clone(lines)} layout={Rc::clone(&layout)} places={places.clone()} has_points={*has_points} />
            { crosshair(lines, &layout, index) }
        </>
    };
    let plot = html! {
        <div class="hp-plot" ref={node} tabindex="0" role="group" aria-labelledby={caption_id(id)}
            onpointermove={pointer.clone()} onpointerdown={pointer} onpointerleave={leave}
            onblur={blur} onkeydown={keys}>
            { drawing(id, answer, size, content) }
        </div>
    };
    let is_reading = index.is_some();
    Card {
        id,
        title,
        answer: shown,
        is_reading,
        foot,
        baseline: *baseline,
        data: data.clone().unwrap_or_else(|| Rc::clone(lines).into()),
    }
    .around(plot)
}

fn lay_out(lines: &Lines, width: f64) -> LineLayout {
    let curves: Vec<(&str, &[f64])> = lines
        .curves
        .iter()
        .map(|curve| (curve.name, curve.values.as_slice()))
        .collect();
    let baselines = lines
        .curves
        .iter()
        .filter_map(|curve| curve.baseline.as_ref());
    let ghosts: Vec<&[f64]> = baselines.map(|ghost| ghost.values.as_slice()).collect();
    let spec = LineSpec {
        width,
        x_domain: lines.x_domain,
        x: &lines.x,
        curves: &curves,
        ghosts: &ghosts,
        x_unit: lines.x_text.tick_unit(),
        y_least: lines.y_text.least(),
        x_text: &|value| lines.x_text.short(value),
    };
    LineLayout::new(&spec, |value| lines.y_text.short(value))
}
