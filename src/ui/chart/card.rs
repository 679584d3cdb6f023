//! The card around every chart: a title that asks, a sentence that answers, a foot.

use yew::prelude::*;

/// What stands around a chart.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The chart's stable name.
    pub id: &'static str,
    /// The question.
    pub title: AttrValue,
    /// The answer, or what the pointer reads.
    pub answer: AttrValue,
    /// Whether `answer` is a reading.
    #[prop_or_default]
    pub is_reading: bool,
    /// Unit and assumptions.
    pub foot: AttrValue,
    /// The name of the baseline, where it is drawn too.
    #[prop_or_default]
    pub baseline: Option<AttrValue>,
    /// The chart.
    pub children: Children,
}

/// A `figure` with caption and foot.
#[component]
pub fn ChartCard(Props { id, title, answer, is_reading, foot, baseline, children }: &Props) -> Html {
    let baseline = baseline.as_ref().map(|name| html! { <span class="hp-baseline-key">{ name }</span> });
    let reading = is_reading.then_some("is-reading");
    html! {
        <figure class="hp-card hp-chart" data-chart={*id}>
            <figcaption>
                <span class="hp-chart-title">{ title }</span>
                <span class={classes!("hp-chart-answer", reading)}>{ answer }</span>
            </figcaption>
            { for children.iter() }
            <div class="hp-chart-foot">{ baseline }<span>{ foot }</span></div>
        </figure>
    }
}
