//! The card around every chart: a title that asks, a sentence that answers, a foot with tools.

use yew::prelude::*;

use super::data::Data;
use super::foot::Foot;
use crate::format::unbroken;
use crate::plot::pixels;

/// How the baseline is drawn in a chart, with its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BaselineKey {
    /// Dashed.
    Dashed(&'static str),
    /// As hollow dots alone.
    Dots(&'static str),
}

/// What stands around a chart.
pub struct Card<'a> {
    /// The chart's stable name.
    pub id: &'static str,
    /// The question.
    pub title: &'a AttrValue,
    /// The answer.
    pub answer: &'a AttrValue,
    /// What the pointer reads, while it does.
    pub reading: Option<AttrValue>,
    /// The units of its axes.
    pub unit: AttrValue,
    /// What else is to be known; may be empty.
    pub foot: &'a AttrValue,
    /// How the baseline is drawn, where it is drawn too and not named beside that.
    pub baseline: Option<BaselineKey>,
    /// What is drawn, for the table and the file.
    pub data: Data,
}

/// The id of a chart's caption, which names the drawing.
pub fn caption_id(id: &str) -> String {
    format!("hp-{id}-caption")
}

/// The drawing of a chart, which its caption names: the title and the sentence that answers.
pub fn drawing(id: &str, (width, height): (f64, f64), content: Html) -> Html {
    let (width, height) = (pixels(width), pixels(height));
    // Paper shows it narrower or wider than the screen.
    let view = format!("0 0 {width} {height}");
    html! {
        <svg role="img" aria-labelledby={caption_id(id)} {width} {height} viewBox={view}>
            { content }
        </svg>
    }
}

impl Card<'_> {
    /// A `figure` with caption and foot around the plot.
    pub fn around(self, plot: Html) -> Html {
        let Self {
            id,
            title,
            answer,
            reading,
            unit,
            foot,
            baseline,
            data,
        } = self;
        // What is read off is spoken; a sentence that follows a slider is not.
        let (class, live) = match reading {
            Some(_) => ("hp-chart-answer is-reading", Some("polite")),
            None => ("hp-chart-answer", None),
        };
        // The answer keeps its place under the reading: the plot rests under the pointer.
        let covered = reading.is_some().then(|| {
            html! { <span class="hp-chart-answer is-covered" aria-hidden="true">{ unbroken(answer) }</span> }
        });
        let told = unbroken(reading.as_ref().unwrap_or(answer));
        html! {
            <figure class="hp-card hp-chart" data-chart={id}>
                <figcaption id={caption_id(id)}>
                    <span class="hp-chart-title">{ title }</span>
                    <span class="hp-chart-answers">
                        <span {class} aria-live={live}>{ told }</span>
                        { covered }
                    </span>
                </figcaption>
                { plot }
                <Foot {id} {unit} note={foot.clone()} {baseline} {data} />
            </figure>
        }
    }
}

/// The card of a chart that has nothing to show: what is the case, and what to do about it.
pub fn unanswered(id: &'static str, title: &'static str, answer: &str, advice: &str) -> Html {
    html! {
        <figure class="hp-card hp-chart is-unanswered" data-chart={id}>
            <figcaption id={caption_id(id)}>
                <span class="hp-chart-title">{ title }</span>
                <span class="hp-chart-answer">{ answer }</span>
            </figcaption>
            <p class="hp-chart-advice hp-on-screen">{ advice }</p>
        </figure>
    }
}
