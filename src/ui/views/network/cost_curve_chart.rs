//! What power costs across the installed fleet, against what a hash earns.

use std::rc::Rc;

use yew::prelude::*;

use crate::format::{percent, shown_revenue};
use crate::model::cost_curve::{CostCurve, evaluate};
use crate::model::margin::Margin;
use crate::model::network_curves::{CostsByShare, costs_by_share};
use crate::model::parameters::Inputs;
use crate::plot::round_up_on_ladder;
use crate::ui::chart::{Curve, Ghost, Ink, LineChart, Lines, Told, XText, YText};
use crate::ui::views::baseline_name;
use crate::units::{HOURS_PER_DAY, RevenueUnit};

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
    let drawn = use_memo(props.clone(), |props| (Rc::new(lines(props)), told(props)));
    let (lines, told) = &*drawn;
    let Props {
        inputs,
        baseline,
        unit,
    } = props;
    html! {
        <LineChart id="cost-curve" title="Who covers the power bill?" answer={answer(props)}
            foot={format!("{} against the share of installed hashrate", unit.label())}
            baseline={baseline_name(inputs, baseline)} lines={Rc::clone(lines)} told={told.clone()} />
    }
}

/// "96.6% of the installed hashrate earns more than its power costs; 57.0% of it is cheaper than you."
fn answer(Props { inputs, unit, .. }: &Props) -> String {
    let Position {
        hashprice, results, ..
    } = Position::of(inputs);
    let hashprice = shown_revenue(
        unit.from_usd_per_eh_day(hashprice, inputs.btc_price()),
        *unit,
    );
    format!(
        "{} of the installed hashrate covers its power bill at {hashprice}; {} of it is cheaper than you.",
        percent(results.online_share, 1),
        percent(results.your_percentile, 0),
    )
}

/// Where hashprice and the reader's fleet stand on the curve.
struct Position {
    /// USD/EH/day.
    hashprice: f64,
    /// The reader's power cost, USD/EH/day.
    own_cost: f64,
    results: CostCurve,
}

impl Position {
    fn of(inputs: &Inputs) -> Self {
        Self {
            hashprice: Margin::of(inputs).hashprice(),
            own_cost: HOURS_PER_DAY * inputs.efficiency() * inputs.power_price(),
            results: evaluate(inputs),
        }
    }
}

fn lines(props: &Props) -> Lines {
    let Props {
        inputs,
        baseline,
        unit,
    } = props;
    let (now, before) = (Position::of(inputs), Position::of(baseline));
    let is_changed = inputs != baseline;
    let highest = now.hashprice.max(now.own_cost);
    let highest = if is_changed {
        highest.max(before.hashprice).max(before.own_cost)
    } else {
        highest
    };
    let limit = round_up_on_ladder(IN_SIGHT * highest).unwrap_or(highest);
    let CostsByShare { share, power_cost } = costs_by_share(inputs);
    let [cost, revenue] = curves(inputs, &now, *unit, power_cost, limit);
    let ghosts = is_changed.then(|| {
        let costs = costs_by_share(baseline).power_cost;
        curves(baseline, &before, *unit, costs, limit)
    });
    let [cost_ghost, revenue_ghost] = ghosts.map_or([None, None], |ghosts| {
        ghosts.map(|(values, point)| {
            Some(Ghost {
                values,
                point: Some(point),
            })
        })
    });
    let curve = |name, ink, (values, point): (Vec<f64>, _), baseline| Curve {
        name,
        ink,
        values,
        today: Some(point),
        baseline,
    };
    Lines {
        x_domain: (0.0, 1.0),
        x: Rc::from(share),
        curves: vec![
            curve("Power cost", Ink::Cost, cost, cost_ghost),
            curve("Hashprice", Ink::Revenue, revenue, revenue_ghost),
        ],
        losing: Some((now.results.online_share, 1.0)),
        x_text: XText::Share,
        y_text: YText::Revenue(*unit),
    }
}

/// Costs beyond the top of the chart too, and the hashprice.
fn told(Props { inputs, unit, .. }: &Props) -> Vec<Told> {
    let shown = |amount: f64| unit.from_usd_per_eh_day(amount, inputs.btc_price());
    let costs: Vec<f64> = costs_by_share(inputs)
        .power_cost
        .into_iter()
        .map(shown)
        .collect();
    let hashprice = vec![shown(Margin::of(inputs).hashprice()); costs.len()];
    [costs, hashprice]
        .map(|values| Told {
            values,
            text: YText::Revenue(*unit),
        })
        .into()
}

/// A curve's values and its marked point.
type Drawn = (Vec<f64>, (f64, f64));

/// The cost curve with the reader's fleet, and the hashprice with the share that covers its bill,
/// in the page's unit; costs beyond `limit` (USD/EH/day) are gaps.
fn curves(
    inputs: &Inputs,
    position: &Position,
    unit: RevenueUnit,
    costs: Vec<f64>,
    limit: f64,
) -> [Drawn; 2] {
    let shown = |amount: f64| unit.from_usd_per_eh_day(amount, inputs.btc_price());
    let hashprice = vec![shown(position.hashprice); costs.len()];
    let in_sight = |cost: f64| if cost <= limit { shown(cost) } else { f64::NAN };
    let costs = costs.into_iter().map(in_sight).collect();
    let results = &position.results;
    [
        (costs, (results.your_percentile, shown(position.own_cost))),
        (hashprice, (results.online_share, shown(position.hashprice))),
    ]
}
