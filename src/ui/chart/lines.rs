//! A line chart with a crosshair.

use std::rc::Rc;

use yew::prelude::*;

use super::card::{BaselineKey, Card, drawing};
use super::curve::Lines;
use super::data::Data;
use super::drawing::{Drawing, dot, vertical};
use super::line_rows::LineRows;
use super::overlay::Overlay;
use super::reading::{Place, Readable, and_before, shifted, use_reading};
use super::references::{Reference, Told};
use crate::plot::line_chart::{HEIGHT, LineLayout, LineSpec};
use crate::plot::nearest_index;
use crate::ui::hooks::use_size;

/// Width before the page has measured it, px.
const FIRST_WIDTH: f64 = 520.0;

/// Below this width there is no room for names of ghosts, px.
const NARROW: f64 = 400.0;

/// What a line chart shows.
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
    #[prop_or_default]
    pub baseline: Option<&'static str>,
    /// What is drawn beside the curves.
    #[prop_or_default]
    pub overlay: Option<Rc<Overlay>>,
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
        overlay,
        lines,
        places,
        told,
        has_points,
        data,
    }: &Props,
) -> Html {
    let node = use_node_ref();
    let size = use_size(&node, (FIRST_WIDTH, HEIGHT));
    let beside = baseline.filter(|_| size.0 >= NARROW);
    let layout = use_memo((Rc::clone(lines), size, beside), |(lines, size, name)| {
        lay_out(lines, *size, *name)
    });
    // Where it is not at the lines, the name of the baseline stands in the foot: where there is no room for it
    // and where each line says of which curve it is.
    let below = match baseline {
        Some(name) if layout.ghosts.is_empty() => {
            lines.has_baseline_dot().then_some(BaselineKey::Dots(name))
        }
        Some(name) if beside.is_none() || layout.ghost_names.len() > 1 => {
            Some(BaselineKey::Dashed(name))
        }
        _ => None,
    };
    let read = Curves {
        lines: Rc::clone(lines),
        layout: Rc::clone(&layout),
        told: told.clone(),
        baseline: *baseline,
    };
    let reading = use_reading(&node, Rc::new(read));
    let drawn = (Rc::clone(lines), places.clone(), overlay.clone());
    let rows = use_memo(drawn, |(lines, places, overlay)| LineRows {
        lines: Rc::clone(lines),
        places: places.clone(),
        overlay: overlay.clone(),
    });
    let content = html! {
        <>
            <Drawing lines={Rc::clone(lines)} layout={Rc::clone(&layout)} baseline={beside}
                overlay={overlay.clone()} places={places.clone()} has_points={*has_points} />
            { crosshair(lines, &layout, reading.at) }
        </>
    };
    let size = (layout.frame.width, layout.frame.height);
    Card {
        id,
        title,
        answer,
        reading: reading.text.clone(),
        unit: lines.unit(),
        foot,
        baseline: below,
        data: data.clone().unwrap_or_else(|| rows.into()),
    }
    .around(reading.plot(id, node, drawing(id, size, content)))
}

fn lay_out(lines: &Lines, (width, height): (f64, f64), ghost_name: Option<&str>) -> LineLayout {
    let curves: Vec<(&str, &[f64])> = lines
        .curves
        .iter()
        .map(|curve| (curve.name, curve.values.as_slice()))
        .collect();
    let baselines = lines.curves.iter().enumerate();
    let ghosts: Vec<(usize, &[f64])> = baselines
        .filter_map(|(place, curve)| Some((place, curve.baseline.as_ref()?.values.as_slice())))
        .collect();
    let spec = LineSpec {
        width,
        height,
        x_domain: lines.x_domain,
        x: &lines.x,
        curves: &curves,
        ghosts: &ghosts,
        ghost_name,
        x_unit: lines.x_text.tick_unit(),
        y_least: lines.y_text.least(),
        y_lowest: lines.y_text.lowest(),
        x_text: &|value| lines.x_text.short(value),
    };
    LineLayout::new(&spec, |value| lines.y_text.short(value))
}

/// Curves that are read at each of their values of x.
struct Curves {
    lines: Rc<Lines>,
    layout: Rc<LineLayout>,
    told: Vec<Told>,
    baseline: Option<&'static str>,
}

impl Curves {
    /// "revenue $38,698, gross profit $17,098": what of it is another at a value of x. A value needs no
    /// name where one curve alone has a baseline.
    fn read_before(&self, index: usize) -> Option<String> {
        let lines = &self.lines;
        let with_ghost = lines
            .curves
            .iter()
            .enumerate()
            .filter_map(|(which, curve)| {
                let ghost = || Some(&curve.baseline.as_ref()?.values);
                let (before, now, text) = match self.told.get(which) {
                    Some(told) => (told.before.as_ref()?, &told.values, told.text),
                    None => (ghost()?, &curve.values, lines.y_text),
                };
                Some((curve.name, before, now, text))
            });
        let is_alone = with_ghost.clone().count() == 1;
        let values = with_ghost.filter_map(|(name, before, now, text)| {
            let value = before.get(index).filter(|value| value.is_finite())?;
            let value = text.long(*value);
            if now.get(index).is_some_and(|now| text.long(*now) == value) {
                return None;
            }
            Some(match is_alone {
                true => value,
                false => format!("{} {value}", name.to_ascii_lowercase()),
            })
        });
        let values: Vec<String> = values.collect();
        (!values.is_empty()).then(|| values.join(", "))
    }
}

impl Readable for Curves {
    fn under(&self, x: f64, _y: f64) -> Option<Place> {
        Some((nearest_index(&self.lines.x, self.layout.x.value(x))?, 0))
    }

    /// Reading starts at today's point, and where there is none at the last value.
    fn moved(&self, from: Option<Place>, (right, _down): (i32, i32)) -> Option<Place> {
        let lines = &self.lines;
        let count = lines.x.len();
        let start = || {
            let today = lines.curves.iter().find_map(|curve| curve.today);
            let today = today.and_then(|(x, _)| nearest_index(&lines.x, x));
            let is_value = |index: &usize| {
                let mut curves = lines.curves.iter();
                curves.any(|curve| curve.values.get(*index).is_some_and(|y| y.is_finite()))
            };
            today.unwrap_or_else(|| (0..count).rev().find(is_value).unwrap_or_default())
        };
        let is_end = right.unsigned_abs() >= i32::MAX as u32;
        let next = match from {
            Some((index, _)) => shifted(index, right, count),
            None if is_end => shifted(0, right, count),
            None => start(),
        };
        (right != 0 && count > 0).then_some((next, 0))
    }

    /// "$120,000: revenue $52,210, gross profit $30,610; December 2025: revenue $49,340, gross profit $28,020".
    fn read(&self, (index, _): Place) -> Option<String> {
        let lines = &self.lines;
        let x = lines.x_text.long(*lines.x.get(index)?);
        let values = lines.curves.iter().enumerate().map(|(which, curve)| {
            let told = self.told.get(which);
            let (values, text) = told.map_or((&curve.values, lines.y_text), |told| {
                (&told.values, told.text)
            });
            let value = values.get(index).map(|value| {
                if value.is_finite() {
                    text.long(*value)
                } else {
                    "unknown".to_owned()
                }
            });
            let name = curve.name.to_ascii_lowercase();
            format!("{name} {}", value.unwrap_or_default())
        });
        let now = format!("{x}: {}", values.collect::<Vec<_>>().join(", "));
        Some(and_before(&now, self.baseline, self.read_before(index)))
    }
}

fn crosshair(lines: &Lines, layout: &LineLayout, at: Option<Place>) -> Html {
    let at = at.and_then(|(index, _)| Some((index, layout.x.position(*lines.x.get(index)?)?)));
    let Some((index, x)) = at else {
        return html! {};
    };
    let frame = &layout.frame;
    let at = |values: &[f64], classes| {
        let y = layout.y.position(*values.get(index)?)?;
        Some(dot((x, y), "3.5", classes, None))
    };
    let befores = lines.curves.iter().filter_map(|curve| {
        let ghost = curve.baseline.as_ref()?;
        at(&ghost.values, ["is-reading", "is-baseline"])
    });
    let dots = lines.curves.iter();
    let dots = dots.filter_map(|curve| at(&curve.values, ["is-reading", curve.ink.class()]));
    html! {
        <g class="hp-crosshair">
            { vertical(x, frame.plot_top(), frame.plot_bottom(), "hp-crosshair-line") }
            { for befores.chain(dots) }
        </g>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::chart::{Curve, Ghost, Ink, XText, YText};

    /// One curve, the last of whose values does not exist.
    fn curves(today: Option<(f64, f64)>, baseline: Option<Ghost>) -> Curves {
        let curve = Curve {
            name: "Hashrate",
            ink: Ink::Mining,
            values: vec![1.0, 2.0, 3.0, f64::NAN],
            today,
            baseline,
        };
        let lines = Rc::new(Lines {
            x_domain: (0.0, 3.0),
            x: Rc::from([0.0, 1.0, 2.0, 3.0]),
            curves: vec![curve],
            losing: None,
            x_text: XText::Days,
            y_text: YText::EhPerSecond,
        });
        Curves {
            layout: Rc::new(lay_out(&lines, (400.0, HEIGHT), None)),
            lines,
            told: Vec::new(),
            baseline: Some("December 2025"),
        }
    }

    #[test]
    fn keys_start_at_todays_point_and_else_at_the_last_value() {
        for (today, start) in [(Some((1.0, 2.0)), 1), (None, 2)] {
            let curves = curves(today, None);
            assert_eq!(curves.moved(None, (1, 0)), Some((start, 0)));
            assert_eq!(curves.moved(None, (i32::MIN, 0)), Some((0, 0)));
        }
    }

    #[test]
    fn a_reading_says_what_it_was_in_the_baseline_where_that_has_a_value() {
        let values = vec![f64::NAN, 7.0, 3.0, 9.0];
        let ghost = Some(Ghost {
            values,
            point: None,
        });
        let read = |index| {
            curves(None, ghost.clone())
                .read((index, 0))
                .expect("is read")
        };
        let before = "; December 2025: 7 EH/s";
        assert!(read(1).ends_with(before), "{}", read(1));
        // What has no value or the same says nothing.
        assert!(!read(0).contains("December"), "{}", read(0));
        assert!(!read(2).contains("December"), "{}", read(2));
        let alone = curves(None, None).read((1, 0)).expect("is read");
        assert_eq!(read(1), format!("{alone}{before}"));
    }

    #[test]
    fn what_is_told_in_place_of_what_is_drawn_tells_its_own_baseline() {
        let mut curves = curves(None, None);
        curves.told = vec![Told {
            values: vec![10.0, 20.0, 30.0, 40.0],
            before: Some(vec![11.0, 20.0, f64::NAN, 44.0]),
            text: YText::EhPerSecond,
        }];
        let read = |index| curves.read((index, 0)).expect("is read");
        assert!(read(0).ends_with("hashrate 10 EH/s; December 2025: 11 EH/s"));
        assert!(read(1).ends_with("hashrate 20 EH/s"), "{}", read(1));
        assert!(read(2).ends_with("hashrate 30 EH/s"), "{}", read(2));
    }
}
