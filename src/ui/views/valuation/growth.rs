//! The price growth that a ratio needs.

use std::rc::Rc;

use yew::prelude::*;

use super::market::Props;
use crate::facts::block_rewards::QUOTED_RATIOS;
use crate::format::{percent, short_input_text};
use crate::model::parameters::Key;
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
    let target = short_input_text(Key::TargetRatioPct, inputs.target_ratio_pct());
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
    let x = all_ratios(&curve, was.as_ref(), window, &targets);
    let ghost = was.map(|was| Ghost {
        values: at_ratios(&was, &x),
        point: (props.before.implied_price_growth)
            .map(|growth| (targets[1], growth))
            .filter(|_| (window.0..=window.1).contains(&targets[1])),
    });
    Lines {
        x_domain: window,
        curves: vec![Curve {
            name: "Growth",
            ink: Ink::Plain,
            values: at_ratios(&curve, &x),
            today: growth.map(|growth| (targets[0], growth)),
            baseline: ghost,
        }],
        losing: None,
        x_text: XText::Ratio,
        y_text: YText::YearlyGrowth,
        x: Rc::from(x),
    }
}

/// The ratios of today's curve, and of the baseline's those beyond its ends; of what stands on one spot of the
/// window the first, and what is `met` in any case.
fn all_ratios(
    curve: &PriceGrowth,
    was: Option<&PriceGrowth>,
    (low, high): (f64, f64),
    met: &[f64],
) -> Vec<f64> {
    /// Spots of the window.
    const SPOTS: f64 = 400.0;
    let was = was.map_or(&[][..], |was| &was.ratio);
    let (first, last) = match curve.ratio[..] {
        [first, .., last] => (first, last),
        _ => (f64::INFINITY, f64::INFINITY),
    };
    let lower = was.iter().filter(|ratio| **ratio < first);
    let higher = was.iter().filter(|ratio| **ratio > last);
    let mut ratios: Vec<f64> = lower.chain(&curve.ratio).chain(higher).copied().collect();
    let mut kept = f64::NEG_INFINITY;
    let spot = (high - low) / SPOTS;
    ratios.retain(|ratio| {
        let is_kept = ratio - kept >= spot || [last].contains(ratio) || met.contains(ratio);
        kept = if is_kept { *ratio } else { kept };
        is_kept
    });
    ratios
}

/// The growth at each of some ratios.
fn at_ratios(curve: &PriceGrowth, ratios: &[f64]) -> Vec<f64> {
    let there = |ratio: &f64| curve.at(*ratio).unwrap_or(f64::NAN);
    ratios.iter().map(there).collect()
}

#[cfg(test)]
mod tests {
    use super::super::market::tests::props;
    use super::*;
    use crate::model::parameters::{Inputs, Key};
    use crate::ui::chart::between_samples;

    #[test]
    fn todays_figures_and_the_baselines_are_read_exactly() {
        lines(&props(between_samples())).assert_reads_its_dots();
    }

    #[test]
    fn the_baseline_is_whole_where_today_has_no_growth_and_no_two_ratios_are_on_one_spot() {
        let baseline = Inputs::default();
        let tiny = baseline.with(Key::MarketCap, Some(1.0)).expect("is a cap");
        let preset = lines(&props([baseline.clone(), baseline.clone()]));
        let count = preset.x.len();
        assert!(count >= 100, "{count}");
        let lines = lines(&props([tiny, baseline]));
        let ghost = lines.curves[0].baseline.as_ref().expect("differs");
        let drawn = ghost.values.iter().filter(|growth| growth.is_finite());
        assert!(drawn.count() >= 90, "{:?}", ghost.values);
        let spots = lines.x.windows(2).filter(|two| two[1] - two[0] < 0.001);
        assert!(spots.count() <= 4, "{:?}", lines.x);
    }
}
