//! One company: its parts end to end, and its place on the map of values.

use super::projection::PIXELS;
use super::{Expected, is_close};
use crate::page::Chart;

/// The parts follow one another from zero, and are as long as they are large.
pub(super) fn parts(chart: &Chart, expected: &Expected) -> Vec<String> {
    let (inputs, results) = (&expected.inputs, expected.results.sum_of_parts());
    let cap = inputs.share_price() * inputs.shares();
    let proceeds = inputs.new_shares_pct() / 100.0 * cap;
    let parts = [
        results.mining_value,
        results.hpc_value,
        -inputs.net_debt(),
        proceeds,
    ];
    let optional = |index: usize| index >= 2;
    let parts = parts.into_iter().enumerate();
    let parts = parts.filter(|(index, value)| !optional(*index) || *value != 0.0);
    let wanted: Vec<f64> = parts
        .map(|(_, value)| value)
        .chain([results.equity_value, cap + proceeds])
        .collect();
    let shown: Vec<f64> = chart.bars.iter().map(|bar| bar.value).collect();
    let is_right = shown.len() == wanted.len()
        && shown
            .iter()
            .zip(&wanted)
            .all(|(shown, wanted)| is_close(*shown, *wanted));
    if !is_right {
        return vec![format!("the bars are {shown:?}, the model says {wanted:?}")];
    }
    badly_stacked(chart, wanted.len() - 2).into_iter().collect()
}

/// The last bar, what is paid, is never negative and gives zero and the scale.
fn badly_stacked(chart: &Chart, parts: usize) -> Option<String> {
    let paid = chart.bars.last()?;
    let (zero, scale) = (paid.x, paid.width / paid.value);
    let (mut right, mut left) = (zero, zero);
    for bar in &chart.bars[..parts] {
        let width = bar.value.abs() * scale;
        let x = if bar.value < 0.0 {
            left -= width;
            left
        } else {
            right += width;
            right - width
        };
        if (bar.x - x).abs() > PIXELS || (bar.width - width).abs() > PIXELS {
            return Some(format!("{bar:?} is not {width} px from {x}"));
        }
    }
    None
}

/// The company stands where its execution and today's hashprice are.
pub(super) fn on_the_map(chart: &Chart, expected: &Expected) -> Vec<String> {
    let unit = expected.unit.in_dollars();
    let hashprice = expected.results.hashprice().hashprice * unit.eh_s();
    let execution = expected.inputs.execution_pct();
    let mut todays = chart.marks.iter().filter(|mark| mark.name == "today");
    match todays.next() {
        Some(mark) if is_close(mark.x, execution) && is_close(mark.y, hashprice) => Vec::new(),
        mark => vec![format!(
            "{mark:?} is not at {execution}% and a hashprice of {hashprice}"
        )],
    }
}
