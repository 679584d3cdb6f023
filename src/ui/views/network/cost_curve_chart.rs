//! What power costs across the installed fleet, against what a hash earns.

use std::rc::Rc;

use yew::prelude::*;

use crate::format::{percent, revenue_in_words, share};
use crate::model::cost_curve::{PowerCosts, evaluate};
use crate::model::margin::Margin;
use crate::model::network_curves::{CostsByShare, costs_by_share};
use crate::model::parameters::Inputs;
use crate::plot::round_up_on_ladder;
use crate::ui::chart::{Curve, Ghost, Ink, LineChart, Lines, Reference, Told, XText, YText};
use crate::ui::views::baseline_name;
use crate::units::RevenueUnit;

/// Costs beyond this many times the hashprice are out of sight.
const IN_SIGHT: f64 = 1.6;

/// What the chart shows.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    /// Today's inputs.
    pub(super) inputs: Inputs,
    /// The baseline's.
    pub(super) baseline: Inputs,
    /// The unit of the y axis.
    pub(super) unit: RevenueUnit,
}

/// The chart.
#[component]
pub(super) fn CostCurveChart(props: &Props) -> Html {
    let drawn = use_memo(props.clone(), |props| {
        let costs = Costs::of(props);
        (Rc::new(lines(props, &costs)), told(props, &costs))
    });
    let (lines, told) = &*drawn;
    let you = Reference {
        x: evaluate(&props.inputs).your_percentile,
        name: "you",
    };
    let Props {
        inputs, baseline, ..
    } = props;
    html! {
        <LineChart id="cost-curve" title="Who covers the power bill?" answer={answer(props)}
            baseline={baseline_name(inputs, baseline)} lines={Rc::clone(lines)} told={told.clone()} places={vec![you]} />
    }
}

/// "96.6% of the installed hashrate covers its power bill at $38,698 per EH a day; 57% of it is cheaper than you."
fn answer(Props { inputs, unit, .. }: &Props) -> String {
    let results = evaluate(inputs);
    let hashprice = Margin::of(inputs).hashprice();
    let hashprice = unit.from_usd_per_eh_day(hashprice, inputs.btc_price());
    let online = percent(results.online_share, 1);
    let (covering, kept) = if results.covers_nearly_none() {
        let kept = format!(" (the model keeps {online} online all the same)");
        ("Nearly none".to_owned(), kept)
    } else {
        (online, String::new())
    };
    format!(
        "{covering} of the installed hashrate covers its power bill at {}{kept}; {} of it is cheaper than you.",
        revenue_in_words(hashprice, *unit),
        share(results.your_percentile),
    )
}

/// What is drawn and told.
struct Costs {
    /// Today's costs, among them at the shares that are marked, the baseline's too.
    now: CostsByShare,
    /// The baseline's, where it differs, and its power costs at the same shares, USD/EH/day.
    before: Option<(CostsByShare, Vec<f64>)>,
}

impl Costs {
    fn of(
        Props {
            inputs, baseline, ..
        }: &Props,
    ) -> Self {
        let marked = [inputs, baseline].map(|inputs| {
            let results = evaluate(inputs);
            [results.your_percentile, results.online_share]
        });
        let now = costs_by_share(inputs, &marked.concat());
        let before = (inputs != baseline).then(|| {
            let costs = PowerCosts::of(baseline);
            let at = now.share.iter().map(|share| costs.at_share(*share));
            (costs_by_share(baseline, &[]), at.collect())
        });
        Self { now, before }
    }
}

fn lines(props: &Props, Costs { now, before }: &Costs) -> Lines {
    let Props {
        inputs,
        baseline,
        unit,
    } = props;
    let before = before.as_ref();
    let ends = [Some(now), before.map(|(before, _)| before)];
    let ends = ends.into_iter().flatten();
    let highest = ends.fold(0.0_f64, |highest, costs| {
        highest.max(costs.hashprice).max(costs.own_cost)
    });
    let limit = round_up_on_ladder(IN_SIGHT * highest).unwrap_or(highest);
    let todays = drawn(inputs, *unit, limit, now, &now.power_cost);
    let ghosts = before.map(|(before, costs)| drawn(baseline, *unit, limit, before, costs));
    let ghosts = ghosts.map_or([None, None], |ghosts| ghosts.map(Some));
    let named = [("Power cost", Ink::Cost), ("Hashprice", Ink::Revenue)];
    let curves = named.into_iter().zip(todays).zip(ghosts);
    let curves = curves.map(|(((name, ink), (values, point)), ghost)| Curve {
        name,
        ink,
        values,
        today: Some(point),
        baseline: ghost.map(|(values, point)| Ghost {
            values,
            point: Some(point),
        }),
    });
    Lines {
        x_domain: (0.0, 1.0),
        curves: curves.collect(),
        losing: Some((evaluate(inputs).online_share, 1.0)),
        x_text: XText::Share,
        y_text: YText::Revenue(*unit),
        x: Rc::from(now.share.as_slice()),
    }
}

/// A curve's values and its marked point.
type Drawn = (Vec<f64>, (f64, f64));

/// The cost curve with the reader's fleet, and the hashprice with the share that covers its bill, in
/// the page's unit; costs beyond `limit` (USD/EH/day) are gaps.
fn drawn(
    inputs: &Inputs,
    unit: RevenueUnit,
    limit: f64,
    named: &CostsByShare,
    costs: &[f64],
) -> [Drawn; 2] {
    let shown = |amount: f64| unit.from_usd_per_eh_day(amount, inputs.btc_price());
    let in_sight = |cost: &f64| {
        if *cost <= limit {
            shown(*cost)
        } else {
            f64::NAN
        }
    };
    let results = evaluate(inputs);
    let hashprice = shown(named.hashprice);
    [
        (
            costs.iter().map(in_sight).collect(),
            (results.your_percentile, shown(named.own_cost)),
        ),
        (
            vec![hashprice; costs.len()],
            (results.online_share, hashprice),
        ),
    ]
}

/// Costs beyond the top of the chart too, and the hashprice; the baseline's at the same shares.
fn told(
    Props {
        inputs,
        baseline,
        unit,
    }: &Props,
    Costs { now, before }: &Costs,
) -> Vec<Told> {
    let shown = |inputs: &Inputs, costs: &[f64], hashprice: f64| {
        let shown = |amount: &f64| unit.from_usd_per_eh_day(*amount, inputs.btc_price());
        let hashprice = vec![shown(&hashprice); costs.len()];
        [costs.iter().map(shown).collect(), hashprice]
    };
    let before = before.as_ref();
    let before = before.map(|(before, costs)| shown(baseline, costs, before.hashprice));
    let now: [Vec<f64>; 2] = shown(inputs, &now.power_cost, now.hashprice);
    let before = before.map_or([None, None], |before| before.map(Some));
    let told = now.into_iter().zip(before);
    told.map(|(values, before)| Told {
        values,
        before,
        text: YText::Revenue(*unit),
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::tests::with;
    use crate::ui::chart::between_samples;

    #[test]
    fn todays_figures_and_the_baselines_are_read_exactly() {
        let [inputs, baseline] = between_samples();
        let props = Props {
            inputs,
            baseline,
            unit: RevenueUnit::default(),
        };
        lines(&props, &Costs::of(&props)).assert_reads_its_dots();
    }

    #[test]
    fn what_the_model_keeps_online_is_not_said_to_cover_its_bill() {
        let told = |hashrate: f64| {
            answer(&Props {
                inputs: with(&[("network_hashrate", hashrate)]),
                baseline: Inputs::default(),
                unit: RevenueUnit::default(),
            })
        };
        let (now, flooded) = (told(1_045.0), told(20_000.0));
        assert!(now.starts_with("96.6% of the"), "{now}");
        assert!(flooded.starts_with("Nearly none of the"), "{flooded}");
        assert!(flooded.contains("keeps 0.1% online"), "{flooded}");
    }
}
