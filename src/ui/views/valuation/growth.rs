//! The price growth that a ratio needs.

use std::rc::Rc;

use yew::prelude::*;

use super::market::Props;
use crate::facts::block_rewards::QUOTED_RATIOS;
use crate::format::percent;
use crate::model::price_growth::PriceGrowth;
use crate::plot::round_up_on_ladder;
use crate::ui::chart::{Curve, Ghost, Ink, LineChart, Lines, Reference, XText, YText};

/// The chart.
#[component]
pub(super) fn GrowthNeeded(props: &Props) -> Html {
    let lines = use_memo(props.clone(), lines);
    html! {
        <LineChart id="price-growth" title="What bitcoin has to do" answer={answer(props)}
            foot="constant growth of bitcoin over four years, against the market cap"
            baseline={props.baseline_name} {lines} places={quoted()} />
    }
}

/// The ratios that JPMorgan has quoted.
fn quoted() -> Vec<Reference> {
    let place = QUOTED_RATIOS.map(|quoted| Reference {
        x: quoted.pct / 100.0,
        name: quoted.text,
    });
    place.into()
}

/// "Today's cap meets your target of 45% if bitcoin rises by 54.1% a year for four years."
fn answer(
    Props {
        inputs, results, ..
    }: &Props,
) -> String {
    let target = percent(inputs.target_ratio_pct() / 100.0, 0);
    match results.implied_price_growth {
        Some(growth) if growth < 0.0 => format!(
            "Today's cap meets your target of {target} even if bitcoin falls by {} a year for four years.",
            percent(-growth, 1)
        ),
        Some(growth) => format!(
            "Today's cap meets your target of {target} if bitcoin rises by {} a year for four years.",
            percent(growth, 1)
        ),
        None => format!("No growth between −99% and +10,000% a year puts today's cap at {target}."),
    }
}

/// The ratios that are shown: the usual ones, the target and today's unless it is far away. Round, so
/// that they rest during a drag.
fn window(
    Props {
        inputs, results, ..
    }: &Props,
) -> (f64, f64) {
    const USUAL: (f64, f64) = (0.3, 1.4);
    let target = inputs.target_ratio_pct() / 100.0;
    let now = results.ratio.min(4.0 * target);
    let low = USUAL.0.min(0.8 * target);
    let wanted = USUAL.1.max(1.1 * target).max(1.1 * now);
    (low, round_up_on_ladder(wanted).unwrap_or(wanted))
}

fn lines(props: &Props) -> Lines {
    let Props {
        inputs, baseline, ..
    } = props;
    let window = window(props);
    let targets = [inputs, baseline].map(|inputs| inputs.target_ratio_pct() / 100.0);
    let curve = |inputs| PriceGrowth::between(inputs, window).through(inputs, &targets);
    let (curve, was) = (curve(inputs), (inputs != baseline).then(|| curve(baseline)));
    let growth = props.results.implied_price_growth;
    let ghost = was.map(|was| Ghost {
        values: at_ratios(&was, &curve.ratio),
        point: (props.before.implied_price_growth)
            .map(|growth| (targets[1], growth))
            .filter(|_| (window.0..=window.1).contains(&targets[1])),
    });
    Lines {
        x_domain: window,
        curves: vec![Curve {
            name: "Growth",
            ink: Ink::Revenue,
            values: curve.growth,
            today: growth.map(|growth| (targets[0], growth)),
            baseline: ghost,
        }],
        losing: None,
        x_text: XText::Ratio,
        y_text: YText::YearlyGrowth,
        x: Rc::from(curve.ratio),
    }
}

/// The growth at each of some ratios.
fn at_ratios(curve: &PriceGrowth, ratios: &[f64]) -> Vec<f64> {
    let there = |ratio: &f64| curve.at(*ratio).unwrap_or(f64::NAN);
    ratios.iter().map(there).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Evaluation;
    use crate::ui::chart::between_samples;

    #[test]
    fn todays_figures_and_the_baselines_are_read_exactly() {
        let [inputs, baseline] = between_samples();
        let [results, before] =
            [&inputs, &baseline].map(|inputs| Evaluation::of(inputs).valuation().clone());
        let props = Props {
            inputs,
            baseline,
            results,
            before,
            baseline_name: None,
        };
        lines(&props).assert_reads_its_dots();
    }
}
