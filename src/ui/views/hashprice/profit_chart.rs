//! Revenue and gross profit against one of the four main inputs.

use std::rc::Rc;

use yew::prelude::*;

use crate::format::{distance, input_text};
use crate::model::margin::Margin;
use crate::model::parameters::{Inputs, Key};
use crate::model::sweep::{self, Sweep};
use crate::plot::extent;
use crate::ui::chart::{Curve, Ghost, Ink, LineChart, Lines, XText, YText};
use crate::ui::controls::Losing;
use crate::ui::views::baseline_name;
use crate::units::RevenueUnit;

/// What a profit chart shows.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The chart's stable name.
    pub id: &'static str,
    /// The question.
    pub title: &'static str,
    /// The input along the x axis.
    pub axis: Key,
    /// Where gross profit is negative.
    pub losing: Option<Losing>,
    /// Today's inputs.
    pub inputs: Inputs,
    /// The baseline's.
    pub baseline: Inputs,
    /// The unit of the y axis.
    pub unit: RevenueUnit,
}

/// The chart.
#[component]
pub fn ProfitChart(props: &Props) -> Html {
    let lines = Rc::new(lines(props));
    let Props {
        id,
        title,
        inputs,
        baseline,
        ..
    } = props;
    let name = baseline_name(inputs, baseline);
    html! {
        <LineChart {id} title={*title} answer={answer(props)} baseline={name} {lines} />
    }
}

/// "Gross profit is zero at $49,649; you are 79% above it."
fn answer(
    Props {
        axis,
        losing,
        inputs,
        ..
    }: &Props,
) -> String {
    let Some(losing) = losing.filter(|losing| losing.breakeven() > 0.0) else {
        return if Margin::of(inputs).power_cost() < 0.0 {
            "Power earns money by itself: gross profit is never zero.".to_owned()
        } else {
            "Power costs nothing: all revenue is gross profit.".to_owned()
        };
    };
    let breakeven = losing.breakeven();
    let today = inputs.effective(*axis).unwrap_or(breakeven);
    let from = today / breakeven - 1.0;
    let side = if from < 0.0 { "below" } else { "above" };
    let at = input_text(*axis, breakeven);
    format!(
        "Gross profit is zero at {at}; you are {} {side} it.",
        distance(from)
    )
}

fn lines(props: &Props) -> Lines {
    let Props {
        axis,
        losing,
        inputs,
        baseline,
        unit,
        ..
    } = props;
    let breakeven = losing.map(Losing::breakeven);
    // In satoshis costs go with one over the price.
    let window = if *axis == Key::BtcPrice && !unit.is_usd() {
        sweep::window_above_zero
    } else {
        sweep::window
    };
    let (low, high) = window(inputs, *axis, breakeven);
    let before = baseline.effective(*axis).unwrap_or(low);
    // The baseline stays in sight unless it is far away.
    let (low, high) = if before < 2.0 * high {
        (low.min(before), high.max(before))
    } else {
        (low, high)
    };
    let today = inputs.effective(*axis).unwrap_or(low);
    let Sweep {
        x,
        revenue,
        gross_profit,
    } = sweep::profit(inputs, *axis, (low, high), &[today, before]);
    let shown = |values, inputs| in_unit(props, inputs, &x, values);
    let todays = point(inputs, *axis, *unit);
    let ghosts = (inputs != baseline).then(|| ghosts(props, (low, high), &[today, before]));
    let curve = |name, ink, values, which: usize| Curve {
        name,
        ink,
        values: shown(values, inputs),
        today: Some(todays[which]),
        baseline: ghosts.as_ref().map(|ghosts| ghosts[which].clone()),
    };
    Lines {
        x_domain: (low, high),
        curves: vec![
            curve("Revenue", Ink::Revenue, revenue, 0),
            curve("Gross profit", Ink::Profit, gross_profit, 1),
        ],
        losing: losing.and_then(|losing| stretch(losing, (low, high))),
        x_text: XText::Input(*axis),
        y_text: YText::Revenue(*unit),
        x: Rc::from(x),
    }
}

/// Amounts in USD/EH/day at each x, in the page's unit.
fn in_unit(props: &Props, inputs: &Inputs, x: &[f64], amounts: Vec<f64>) -> Vec<f64> {
    let price = |x: f64| {
        if props.axis == Key::BtcPrice {
            x
        } else {
            inputs.btc_price()
        }
    };
    let pairs = x.iter().zip(amounts);
    pairs
        .map(|(x, amount)| props.unit.from_usd_per_eh_day(amount, price(*x)))
        .collect()
}

/// The curves as they are in the baseline, at the same x.
fn ghosts(props: &Props, window: (f64, f64), through: &[f64]) -> [Ghost; 2] {
    let Props {
        axis,
        baseline,
        unit,
        ..
    } = props;
    let Sweep {
        x,
        revenue,
        gross_profit,
    } = sweep::profit(baseline, *axis, window, through);
    let points = point(baseline, *axis, *unit);
    let ghost = |amounts, point: (f64, f64)| Ghost {
        values: in_unit(props, baseline, &x, amounts),
        point: (window.0..=window.1).contains(&point.0).then_some(point),
    };
    [ghost(revenue, points[0]), ghost(gross_profit, points[1])]
}

/// Revenue and gross profit of these inputs, as points of the chart.
fn point(inputs: &Inputs, axis: Key, unit: RevenueUnit) -> [(f64, f64); 2] {
    let x = inputs.effective(axis).unwrap_or_default();
    let margin = Margin::of(inputs);
    [margin.revenue(), margin.gross_profit()]
        .map(|value| (x, unit.from_usd_per_eh_day(value, inputs.btc_price())))
}

/// The losing part of the x axis.
fn stretch(losing: Losing, (low, high): (f64, f64)) -> Option<(f64, f64)> {
    let (from, to) = match losing {
        Losing::Below(value) => (low, value),
        Losing::Above(value) => (value, high),
    };
    extent([from.max(low), to.min(high)]).filter(|_| from.max(low) < to.min(high))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::chart::between_samples;

    #[test]
    fn todays_figures_and_the_baselines_are_read_exactly() {
        let [inputs, baseline] = between_samples();
        for axis in [
            Key::BtcPrice,
            Key::Difficulty,
            Key::Efficiency,
            Key::PowerPrice,
        ] {
            let props = Props {
                id: "",
                title: "",
                axis,
                losing: None,
                inputs: inputs.clone(),
                baseline: baseline.clone(),
                unit: RevenueUnit::default(),
            };
            lines(&props).assert_reads_its_dots();
        }
    }
}
