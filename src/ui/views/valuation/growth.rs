//! The price growth that a ratio needs.

use std::rc::Rc;

use yew::prelude::*;

use super::market::Props;
use crate::facts::block_rewards::QUOTED_RATIOS;
use crate::format::percent;
use crate::model::parameters::Inputs;
use crate::model::price_growth::PriceGrowth;
use crate::model::valuation;
use crate::plot::round_up_on_ladder;
use crate::ui::chart::{Curve, Ghost, Ink, LineChart, Lines, Reference, XText, YText};

/// The chart.
#[component]
pub(super) fn GrowthNeeded(props: &Props) -> Html {
    let lines = use_memo(props.clone(), lines);
    html! {
        <LineChart id="price-growth" title="What bitcoin has to do" answer={answer(&props.inputs)}
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
fn answer(inputs: &Inputs) -> String {
    let target = percent(inputs.target_ratio_pct() / 100.0, 0);
    match valuation::evaluate(inputs).implied_price_growth {
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
fn window(inputs: &Inputs) -> (f64, f64) {
    const USUAL: (f64, f64) = (0.3, 1.4);
    let target = inputs.target_ratio_pct() / 100.0;
    let now = valuation::evaluate(inputs).ratio.min(4.0 * target);
    let low = USUAL.0.min(0.8 * target);
    let wanted = USUAL.1.max(1.1 * target).max(1.1 * now);
    (low, round_up_on_ladder(wanted).unwrap_or(wanted))
}

fn lines(props: &Props) -> Lines {
    let Props {
        inputs, baseline, ..
    } = props;
    let window = window(inputs);
    let curve = PriceGrowth::between(inputs, window);
    let target = inputs.target_ratio_pct() / 100.0;
    let growth = valuation::evaluate(inputs).implied_price_growth;
    let curve = match growth {
        Some(growth) => curve.through(target, growth),
        None => curve,
    };
    let ghost = (inputs != baseline).then(|| ghost(baseline, window, &curve.ratio));
    Lines {
        x_domain: window,
        curves: vec![Curve {
            name: "Growth",
            ink: Ink::Revenue,
            values: curve.growth,
            today: growth.map(|growth| (target, growth)),
            baseline: ghost,
        }],
        losing: None,
        x_text: XText::Ratio,
        y_text: YText::YearlyGrowth,
        x: Rc::from(curve.ratio),
    }
}

/// The baseline's growth at the same ratios, and its own point.
fn ghost(baseline: &Inputs, window: (f64, f64), ratios: &[f64]) -> Ghost {
    let curve = PriceGrowth::between(baseline, window);
    let there = |ratio: &f64| curve.at(*ratio).unwrap_or(f64::NAN);
    let target = baseline.target_ratio_pct() / 100.0;
    let growth = valuation::evaluate(baseline).implied_price_growth;
    Ghost {
        values: ratios.iter().map(there).collect(),
        point: growth
            .map(|growth| (target, growth))
            .filter(|_| (window.0..=window.1).contains(&target)),
    }
}
