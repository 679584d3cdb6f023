//! The miners' market capitalisation against the block rewards of the next four years.

use std::rc::Rc;

use yew::prelude::*;

use crate::facts::block_rewards::{OPPORTUNITIES, Opportunity, QUOTED_RATIOS, QuotedRatio};
use crate::format::{distance, short_input_text, usd_m};
use crate::model::parameters::{Inputs, Key};
use crate::model::sweep::spread_through;
use crate::model::valuation::Valuation;
use crate::plot::round_up_on_ladder;
use crate::ui::chart::{Curve, Ghost, Ink, LineChart, Lines, Reference, XText, YText};

/// Values of x, evenly spread: lines need two, the crosshair wants more.
const POINTS: usize = 81;

/// Both sets of inputs and their results.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    /// Today's.
    pub(super) inputs: Inputs,
    /// The baseline's.
    pub(super) baseline: Inputs,
    /// Today's results.
    pub(super) results: Valuation,
    /// The baseline's.
    pub(super) before: Valuation,
    /// What the baseline is called, where it differs.
    pub(super) baseline_name: Option<&'static str>,
}

/// The chart: a line through zero for each ratio; moving bitcoin moves along the axis, moving shares
/// across the lines.
#[component]
pub(super) fn MarketCap(props: &Props) -> Html {
    let lines = use_memo(props.clone(), lines);
    html! {
        <LineChart id="market-cap" title="Where the market stands" answer={answer(props)}
            foot="market cap against four years of block rewards, also as reported in the years named (2025: by its ratio); JPMorgan's ratios: 107% in December 2025, 120% undated, 45% in the long run"
            baseline={props.baseline_name} {lines} places={reported()} />
    }
}

/// The block rewards as JPMorgan reported them at four dates, of which the years are enough to tell them
/// apart.
fn reported() -> Vec<Reference> {
    let place = |then: &Opportunity| Reference {
        x: then.reported,
        name: then.year,
    };
    OPPORTUNITIES.iter().map(place).collect()
}

/// "At 105% of four years of block rewards the miners are $27.4 bn above your target of 45%."
fn answer(
    Props {
        inputs, results, ..
    }: &Props,
) -> String {
    let apart = inputs.market_cap() - results.implied_market_cap;
    let side = if apart < 0.0 { "below" } else { "above" };
    format!(
        "At {} of the block rewards the miners stand {} {side} your target of {}.",
        distance(results.ratio),
        usd_m(1e3 * apart.abs()),
        short_input_text(Key::TargetRatioPct, inputs.target_ratio_pct())
    )
}

/// A ratio and how it is drawn.
struct Ray {
    name: &'static str,
    ink: Ink,
    ratio: f64,
}

/// How the quoted ratios are called where they are the target too, in their order.
const AS_TARGETS: [&str; QUOTED_RATIOS.len()] = ["45% (target)", "107% (target)", "120% (target)"];

/// How the line of today's ratio is called.
const TODAY: &str = "today's ratio";

/// Today's ratio, the target, and what else was quoted.
fn rays(inputs: &Inputs, results: &Valuation) -> Vec<Ray> {
    let target = inputs.target_ratio_pct();
    let is_target = |quoted: &QuotedRatio| (quoted.pct - target).abs() < 1e-9;
    let known = QUOTED_RATIOS.iter().position(is_target);
    let own = [
        (TODAY, Ink::Plain, results.ratio),
        (
            known.map_or("target", |index| AS_TARGETS[index]),
            Ink::Plain,
            target / 100.0,
        ),
    ];
    let others = QUOTED_RATIOS.iter().filter(|quoted| !is_target(quoted));
    let others = others.map(|quoted| (quoted.text, Ink::Quiet, quoted.pct / 100.0));
    let ray = |(name, ink, ratio)| Ray { name, ink, ratio };
    own.into_iter().chain(others).map(ray).collect()
}

fn lines(props: &Props) -> Lines {
    let Props {
        inputs,
        baseline,
        results,
        before,
        ..
    } = props;
    let point = (results.block_reward_opportunity, inputs.market_cap());
    let was = (before.block_reward_opportunity, baseline.market_cap());
    let highest = highest(point.0, was.0);
    let x: Rc<[f64]> = spread_through((0.0, highest), POINTS, &[point.0, was.0]).into();
    let ghost = (inputs != baseline).then(|| Ghost {
        values: x.iter().map(|x| before.ratio * x).collect(),
        point: (was.0 <= highest).then_some(was),
    });
    let curve = |Ray { name, ink, ratio }: Ray| {
        let is_today = name == TODAY;
        Curve {
            name,
            ink,
            values: x.iter().map(|x| ratio * x).collect(),
            today: is_today.then_some(point),
            baseline: ghost.clone().filter(|_| is_today),
        }
    };
    Lines {
        x_domain: (0.0, highest),
        curves: rays(inputs, results).into_iter().map(curve).collect(),
        losing: None,
        x_text: XText::Opportunity,
        y_text: YText::UsdBn,
        x,
    }
}

/// The end of the axis, USD bn: round, so that it rests while a value is dragged within it, and beyond
/// the baseline unless that is far away.
fn highest(now: f64, before: f64) -> f64 {
    /// Room beyond today's value.
    const ROOM: f64 = 1.4;
    let near = before.min(2.0 * now);
    let wanted = (ROOM * now).max(1.05 * near);
    round_up_on_ladder(wanted).unwrap_or(wanted)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::model::Evaluation;
    use crate::ui::chart::between_samples;

    /// What a chart of the miners together shows of some inputs and a baseline.
    pub(in super::super) fn props([inputs, baseline]: [Inputs; 2]) -> Props {
        let [results, before] =
            [&inputs, &baseline].map(|inputs| Evaluation::of(inputs).valuation().clone());
        Props {
            inputs,
            baseline,
            results,
            before,
            baseline_name: None,
        }
    }

    #[test]
    fn todays_figures_and_the_baselines_are_read_exactly() {
        lines(&props(between_samples())).assert_reads_its_dots();
    }

    #[test]
    fn a_target_is_said_as_it_was_typed_and_a_tiny_cap_is_worth_more_than_nothing() {
        let baseline = Inputs::default();
        let with = |key, value| baseline.with(key, Some(value)).expect("is in range");
        let half = with(Key::TargetRatioPct, 12.5);
        let tiny = with(Key::MarketCap, 0.02);
        for (inputs, words) in [
            (half, "your target of 12.5%"),
            (tiny, "At less than 1% of the block rewards"),
        ] {
            let answer = answer(&props([inputs, baseline.clone()]));
            assert!(answer.contains(words), "{answer}");
        }
    }
}
