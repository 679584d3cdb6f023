//! From revenue to free cash flow.

use std::rc::Rc;

use yew::prelude::*;

use crate::format::{bare_revenue, percent, revenue_in_words, signed};
use crate::model::hashprice::Hashprice;
use crate::model::parameters::Inputs;
use crate::ui::chart::{Ink, Step, StepBefore, Steps, Waterfall, YText};
use crate::ui::views::baseline_name;
use crate::units::RevenueUnit;

/// What the chart shows.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The model's results.
    pub results: Hashprice,
    /// Today's inputs.
    pub inputs: Inputs,
    /// The baseline's results and inputs.
    pub before: (Hashprice, Inputs),
    /// The unit of the amounts.
    pub unit: RevenueUnit,
}

/// The chart.
#[component]
pub fn CashWaterfall(props: &Props) -> Html {
    let steps = Rc::new(steps(props));
    let is_marked = |step: &Step| step.before.as_ref().is_some_and(|before| before.is_marked);
    let baseline = baseline_name(&props.inputs, &props.before.1);
    let baseline = baseline.filter(|_| steps.steps.iter().any(is_marked));
    html! {
        <Waterfall id="cash-waterfall" title="What is left of revenue" answer={answer(props)}
            foot="sustaining capex: what machines cost less resale, spread evenly over their life" {baseline} {steps} />
    }
}

/// "The gross margin is 44%; free cash flow is 6% of revenue."
fn answer(
    Props {
        results,
        inputs,
        unit,
        ..
    }: &Props,
) -> String {
    let profit = unit.from_usd_per_eh_day(results.gross_profit, inputs.btc_price());
    if bare_revenue(profit.abs(), *unit) == bare_revenue(0.0, *unit) {
        return "Power takes all of the revenue.".to_owned();
    }
    // What is not nothing does not read as nothing.
    let decimals = usize::from(results.gross_margin.abs() < 0.01);
    let margin = percent(results.gross_margin, decimals);
    if results.gross_profit < 0.0 {
        return format!("Power costs more than revenue: the gross margin is {margin}.");
    }
    let left = percent(results.free_cash_flow / results.revenue, 0);
    format!("The gross margin is {margin}; free cash flow is {left} of revenue.")
}

/// A row: its name, the levels before and after it in USD/EH/day, and whether it leads from one to the other.
type Level = (&'static str, (f64, f64), bool);

/// From revenue to free cash flow.
fn levels(results: &Hashprice, inputs: &Inputs) -> [Level; 7] {
    let (revenue, profit, cash) = (
        results.revenue,
        results.gross_profit,
        results.free_cash_flow,
    );
    let before_interest = profit - inputs.overhead();
    let before_capex = before_interest - inputs.interest();
    [
        ("Revenue", (0.0, revenue), false),
        ("Power", (revenue, profit), true),
        ("Gross profit", (0.0, profit), false),
        ("Overhead", (profit, before_interest), true),
        ("Interest", (before_interest, before_capex), true),
        ("Sustaining capex", (before_capex, cash), true),
        ("Free cash flow", (0.0, cash), false),
    ]
}

fn steps(props: &Props) -> Steps {
    let now = levels(&props.results, &props.inputs);
    let (results, inputs) = &props.before;
    let steps = now.into_iter().zip(levels(results, inputs));
    Steps {
        steps: steps
            .map(|(now, before)| step(props, now, before))
            .collect(),
        includes_zero: true,
        unit: YText::Revenue(props.unit),
    }
}

fn ink((name, (_, to), is_change): Level) -> Ink {
    match (name, is_change) {
        (_, true) => Ink::Cost,
        ("Revenue", _) => Ink::Revenue,
        _ if to < 0.0 => Ink::Loss,
        _ => Ink::Profit,
    }
}

/// A step, and what it was in the baseline.
fn step(props: &Props, now: Level, before: Level) -> Step {
    let unit = props.unit;
    let (name, (from, to), is_change) = now;
    let shown = |amount| unit.from_usd_per_eh_day(amount, props.inputs.btc_price());
    let text = |shown| {
        let amount = bare_revenue(shown, unit);
        if is_change { signed(amount) } else { amount }
    };
    let value = shown(to - from);
    // What a cost takes, or what is left.
    let part = if is_change { from - to } else { to };
    let share = percent(part / props.results.revenue, 1);
    let reached = revenue_in_words(shown(to), unit);
    let told = if is_change {
        format!(
            "{name}: {}, {share} of revenue; it leaves {reached}",
            text(value)
        )
    } else {
        format!("{name}: {reached}, {share} of revenue")
    };
    let (_, (old_from, old_to), _) = before;
    let was = unit.from_usd_per_eh_day(old_to - old_from, props.before.1.btc_price());
    let before = was.total_cmp(&value).is_ne().then(|| StepBefore {
        value: was,
        text: text(was).into(),
        is_marked: !is_change,
    });
    Step {
        name,
        ink: ink(now),
        is_level: false,
        from: shown(from),
        to: shown(to),
        value,
        told: told.into(),
        text: text(value).into(),
        before,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::hashprice::evaluate;
    use crate::model::tests::with;

    #[test]
    fn at_no_profit_power_takes_all_and_a_small_loss_is_no_zero() {
        let told = |price: f64| {
            let inputs = with(&[("btc_price", price)]);
            answer(&Props {
                results: evaluate(&inputs),
                before: (evaluate(&inputs), inputs.clone()),
                inputs,
                unit: RevenueUnit::default(),
            })
        };
        assert_eq!(told(49_648.619_222), "Power takes all of the revenue.");
        assert!(
            told(49_550.0).ends_with("margin is −0.2%."),
            "{}",
            told(49_550.0)
        );
    }

    #[test]
    fn totals_are_marked_where_they_were_and_costs_are_told() {
        let (inputs, baseline) = (with(&[("btc_price", 60_000.0)]), Inputs::default());
        let steps = steps(&Props {
            results: evaluate(&inputs),
            before: (evaluate(&baseline), baseline),
            inputs,
            unit: RevenueUnit::default(),
        });
        let marked = |step: &Step| Some((step.name, step.before.as_ref()?.is_marked));
        let marked: Vec<_> = steps.steps.iter().filter_map(marked).collect();
        // What power, overhead, interest and capex differ by is rounding, and is not marked.
        let marked: Vec<_> = marked.into_iter().filter(|(_, is)| *is).collect();
        assert_eq!(
            marked,
            [
                ("Revenue", true),
                ("Gross profit", true),
                ("Free cash flow", true)
            ]
        );
        let profit = steps.steps[2].before.as_ref().unwrap();
        assert_eq!(profit.text, "$17,098");
    }
}
