//! The dots of a map and the words on it.

use std::rc::Rc;

use yew::prelude::*;

use super::drawing::{dot, line, px};
use super::heat_map::{Heat, Spot};
use crate::plot::heat_map::HeatLayout;

/// What is marked.
#[derive(PartialEq, Properties)]
pub(super) struct Props {
    /// The map.
    pub(super) heat: Rc<Heat>,
    /// Where it stands.
    pub(super) layout: Rc<HeatLayout>,
    /// Where today is.
    pub(super) today: Spot,
    /// Where the baseline is, if elsewhere.
    pub(super) baseline: Option<Spot>,
}

/// Today's dot and the baseline's with their names, a word where it is bad or on all of one colour, and the names of lines that have
/// none at an edge.
#[component]
pub(super) fn HeatMarks(props: &Props) -> Html {
    let Props {
        heat,
        layout,
        today,
        baseline,
    } = props;
    let baseline = baseline.map(|spot| (spot, "baseline", "baseline", "is-baseline"));
    let marks = std::iter::once((*today, "today", "you", "is-you")).chain(baseline);
    let marks: Vec<_> = marks
        .filter_map(|(spot, mark, name, class)| {
            let at = layout.place((spot.x, spot.y))?;
            Some((spot, at, mark, name, class))
        })
        .collect();
    let named: Vec<(&str, (f64, f64))> = marks
        .iter()
        .map(|(_, at, _, name, _)| (*name, *at))
        .collect();
    let edge = word_at_edge(heat, layout);
    let words = layout.words(&named, edge.as_ref().map(|(word, y)| (word.as_str(), *y)));
    // Today's dot lies over the baseline's.
    let drawn = marks.iter().rev().map(|(spot, at, mark, _, class)| {
        dot(*at, "5.5", [class, ""], Some((mark, spot.x, spot.y)))
    });
    let leaders = words.names.iter().flatten().filter_map(|name| name.leader);
    let texts = words.names.iter().flatten().flat_map(|name| &name.lines);
    let texts = texts.map(|(at, text)| (*at, text.as_str()));
    let lines = words.lines.iter();
    let lines = lines.map(|(line, at)| (*at, heat.levels[*line].name));
    let texts = texts
        .chain(
            words
                .edge
                .zip(edge.as_ref())
                .map(|(at, (word, _))| (at, word.as_str())),
        )
        .chain(lines);
    html! {
        <g>
            { for leaders.map(|(from, to)| line("hp-leader", from, to)) }
            { for drawn }
            { for texts.map(|(at, text)| html! {
                <text class="hp-on-map" text-anchor={at.anchor} x={px(at.x)} y={px(at.y)}>{ text.to_owned() }</text>
            }) }
        </g>
    }
}

/// The word at the right edge and how far down it may stand, px: what is bad there, or what all of the map is.
fn word_at_edge(heat: &Heat, layout: &HeatLayout) -> Option<(String, f64)> {
    let bad = lowest_bad(heat, layout).map(|y| (heat.bad.to_owned(), y));
    bad.or_else(|| Some((heat.of_one_colour()?, layout.frame.plot_bottom())))
}

/// How far down the right edge of the plot it is bad, px, if it is at its upper end.
fn lowest_bad(heat: &Heat, layout: &HeatLayout) -> Option<f64> {
    if heat.bad.is_empty() {
        return None;
    }
    let even = heat.levels.get(heat.even)?.from;
    let is_bad = |values: &&Vec<f64>| values.last().is_some_and(|value| *value < even);
    let bad = heat.values.iter().rev().take_while(is_bad).count();
    let row = heat.values.len().checked_sub(bad)?;
    layout.y.position(*heat.y.get(row)?)
}
