//! Horizontal bars side by side.

use yew::prelude::*;

use super::card::{Card, drawing};
use super::curve::Ink;
use super::data::Data;
use crate::decimal::exact;
use crate::plot::bar_chart::{BarLayout, BarPlace, BarSpec};
use crate::plot::pixels;
use crate::ui::hooks::use_width;

/// Width before the page has measured it, px.
const FIRST_WIDTH: f64 = 520.0;

/// Below this width texts are short, px.
const NARROW: f64 = 400.0;

/// One bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// Its name.
    pub name: &'static str,
    /// Its colour.
    pub ink: Ink,
    /// Its value.
    pub value: f64,
    /// Its value as text.
    pub text: AttrValue,
    /// Its value as text where there is little room.
    pub short_text: AttrValue,
    /// Its value in the baseline, where that differs.
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
    /// The bars.
    pub bars: Vec<Bar>,
    /// The rows of table and file.
    pub data: Data,
}

/// The chart.
#[component]
pub fn Bars(
    Props {
        id,
        title,
        answer,
        unit,
        foot,
        baseline,
        bars,
        data,
    }: &Props,
) -> Html {
    let node = use_node_ref();
    let width = use_width(&node, FIRST_WIDTH);
    let text_of = |bar: &Bar| {
        if width < NARROW {
            bar.short_text.clone()
        } else {
            bar.text.clone()
        }
    };
    let texts: Vec<AttrValue> = bars.iter().map(text_of).collect();
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
    let (outer, height) = (layout.frame.width, layout.frame.height);
    let content = html! {
        <>
            <line class="hp-grid is-zero" x1={pixels(layout.zero)} x2={pixels(layout.zero)}
                y1="4" y2={pixels(height)} />
            { for bars.iter().zip(texts.iter().zip(&layout.bars)).map(|(bar, (text, place))| {
                row(bar, text, place, layout.frame.left)
            }) }
        </>
    };
    let plot = html! {
        <div class="hp-plot" ref={node}>{ drawing(id, (outer, height), content) }</div>
    };
    Card {
        id,
        title,
        answer,
        reading: None,
        unit: unit.clone(),
        foot,
        baseline: *baseline,
        data: data.clone(),
    }
    .around(plot)
}

fn row(bar: &Bar, text: &AttrValue, place: &BarPlace, left: f64) -> Html {
    let class = classes!("hp-bar", bar.ink.class(), bar.is_part.then_some("is-part"));
    let y = pixels(place.text_y);
    html! {
        <g>
            <text class="hp-bar-name" text-anchor="end" x={pixels(left - 8.0)} y={y.clone()}>{ bar.name }</text>
            <rect {class} x={pixels(place.x)} y={pixels(place.y)} width={pixels(place.width)}
                height={pixels(place.height)} rx="2" data-mark="bar" data-y={exact(bar.value)} />
            { before(place) }
            <text class="hp-bar-text" x={pixels(place.text_x)} {y}>{ text }</text>
        </g>
    }
}

/// A dashed line across the bar, where it ended in the baseline.
fn before(place: &BarPlace) -> Html {
    const OVER: f64 = 4.0;
    let Some(x) = place.before_x.map(pixels) else {
        return html! {};
    };
    html! {
        <line class="hp-ghost" x1={x.clone()} x2={x} y1={pixels(place.y - OVER)}
            y2={pixels(place.y + place.height + OVER)} />
    }
}
