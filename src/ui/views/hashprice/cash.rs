//! From revenue to free cash flow.

use std::rc::Rc;

use yew::prelude::*;

use crate::format::{bare_revenue, percent, revenue_in_words, signed};
use crate::model::hashprice::Hashprice;
use crate::model::parameters::Inputs;
use crate::ui::chart::{Ink, Step, Steps, Waterfall, YText};
use crate::units::RevenueUnit;

/// What the chart shows.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The model's results.
    pub results: Hashprice,
    /// Today's inputs.
    pub inputs: Inputs,
    /// The unit of the amounts.
    pub unit: RevenueUnit,
}

/// The chart.
#[component]
pub fn CashWaterfall(props: &Props) -> Html {
    let steps = Rc::new(steps(props));
    html! {
        <Waterfall id="cash-waterfall" title="What is left of revenue" answer={answer(props)}
            foot="sustaining capex: what machines cost less resale, spread evenly over their life" {steps} />
    }
}

/// "The gross margin is 44%; free cash flow is 6% of revenue."
fn answer(Props { results, .. }: &Props) -> String {
    let margin = percent(results.gross_margin, 0);
    if results.gross_profit < 0.0 {
        return format!("Power costs more than revenue: the gross margin is {margin}.");
    }
    let left = percent(results.free_cash_flow / results.revenue, 0);
    format!("The gross margin is {margin}; free cash flow is {left} of revenue.")
}

fn steps(props: &Props) -> Steps {
    let Props {
        results,
        inputs,
        unit,
    } = props;
    let (revenue, profit, cash) = (
        results.revenue,
        results.gross_profit,
        results.free_cash_flow,
    );
    let before_capex = profit - inputs.overhead() - inputs.interest();
    let gain = |value: f64| if value < 0.0 { Ink::Loss } else { Ink::Profit };
    let total = |name, ink, value| step(props, name, ink, (0.0, value), false);
    let cost = |name, from, to| step(props, name, Ink::Cost, (from, to), true);
    Steps {
        steps: vec![
            total("Revenue", Ink::Revenue, revenue),
            cost("Power", revenue, profit),
            total("Gross profit", gain(profit), profit),
            cost("Overhead", profit, profit - inputs.overhead()),
            cost("Interest", profit - inputs.overhead(), before_capex),
            cost("Sustaining capex", before_capex, cash),
            total("Free cash flow", gain(cash), cash),
        ],
        includes_zero: true,
        unit: YText::Revenue(*unit),
    }
}

/// A step between two levels in USD/EH/day.
fn step(
    props: &Props,
    name: &'static str,
    ink: Ink,
    (from, to): (f64, f64),
    is_change: bool,
) -> Step {
    let Props {
        results,
        inputs,
        unit,
    } = props;
    let shown = |amount| unit.from_usd_per_eh_day(amount, inputs.btc_price());
    let amount = bare_revenue(shown(to - from), *unit);
    let text = if is_change { signed(amount) } else { amount };
    // What a cost takes, or what is left.
    let part = if is_change { from - to } else { to };
    let share = percent(part / results.revenue, 1);
    let reached = revenue_in_words(shown(to), *unit);
    let told = if is_change {
        format!("{name}: {text}, {share} of revenue; it leaves {reached}")
    } else {
        format!("{name}: {reached}, {share} of revenue")
    };
    Step {
        name,
        ink,
        is_level: false,
        from: shown(from),
        to: shown(to),
        value: shown(to - from),
        told: told.into(),
        text: text.into(),
    }
}
