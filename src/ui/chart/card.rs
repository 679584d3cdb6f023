//! The card around every chart: a title that asks, a sentence that answers, a foot.

use yew::prelude::*;

/// What stands around a chart.
pub struct Card<'a> {
    /// The chart's stable name.
    pub id: &'static str,
    /// The question.
    pub title: &'a AttrValue,
    /// The answer, or what the pointer reads.
    pub answer: AttrValue,
    /// Whether `answer` is a reading.
    pub is_reading: bool,
    /// Unit and assumptions.
    pub foot: &'a AttrValue,
    /// The name of the baseline, where it is drawn too.
    pub baseline: Option<&'static str>,
}

/// The id of a chart's caption, which names the drawing.
pub fn caption_id(id: &str) -> String {
    format!("hp-{id}-caption")
}

impl Card<'_> {
    /// A `figure` with caption and foot around the plot.
    pub fn around(self, plot: Html) -> Html {
        let Self {
            id,
            title,
            answer,
            is_reading,
            foot,
            baseline,
        } = self;
        let reading = is_reading.then_some("is-reading");
        let baseline = baseline.map(|name| html! { <span class="hp-baseline-key">{ name }</span> });
        html! {
            <figure class="hp-card hp-chart" data-chart={id}>
                <figcaption id={caption_id(id)}>
                    <span class="hp-chart-title">{ title }</span>
                    <span class={classes!("hp-chart-answer", reading)}>{ answer }</span>
                </figcaption>
                { plot }
                <div class="hp-chart-foot">{ baseline }<span>{ foot }</span></div>
            </figure>
        }
    }
}
