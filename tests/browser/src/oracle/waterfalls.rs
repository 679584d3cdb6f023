//! Waterfalls: each bar has the length of its amount and begins where the one before it ends.

use super::projection::{PIXELS, Projection};
use super::{Expected, is_close};
use crate::page::{Bar, Chart};

/// A bar is never thinner than this, px.
const THINNEST: f64 = 1.0;

/// From revenue to free cash flow.
pub(super) fn cash(chart: &Chart, expected: &Expected) -> Vec<String> {
    let (inputs, results) = (&expected.inputs, expected.results.hashprice());
    let amounts = [
        results.revenue,
        -results.power_cost,
        results.gross_profit,
        -inputs.overhead(),
        -inputs.interest(),
        -results.sustaining_capex,
        results.free_cash_flow,
    ];
    let wanted = amounts.map(|amount| expected.shown(amount));
    let shown: Vec<f64> = chart.bars.iter().map(|bar| bar.value).collect();
    let is_right = shown.len() == wanted.len()
        && shown
            .iter()
            .zip(wanted)
            .all(|(shown, wanted)| is_close(*shown, wanted));
    if !is_right {
        return vec![format!("the bars are {shown:?}, the model says {wanted:?}")];
    }
    misdrawn(chart)
}

/// Bars that do not have the length of their amounts; a chart without bars has nothing to show.
pub(super) fn misdrawn(chart: &Chart) -> Vec<String> {
    if chart.bars.is_empty() {
        return Vec::new();
    }
    let axis = match Projection::of(chart, "x") {
        Ok(axis) => axis,
        Err(wrong) => return vec![wrong],
    };
    let length = |bar: &Bar| (axis.px(bar.value.abs()) - axis.px(0.0)).max(THINNEST);
    chart
        .bars
        .iter()
        .filter(|bar| (bar.width - length(bar)).abs() > 2.0 * PIXELS)
        .map(|bar| format!("{bar:?} is {} px long, not {}", bar.width, length(bar)))
        .collect()
}
