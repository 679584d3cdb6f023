//! Bars: their numbers are the model's, and their lengths are in proportion.

use super::projection::PIXELS;
use super::{Expected, is_close};
use crate::page::{Bar, Chart};

pub(super) fn disagreements(chart: &Chart, expected: &Expected) -> Vec<String> {
    let pivot = expected.results.pivot();
    let wanted = [
        pivot.hpc_revenue_per_gross_mw_year,
        pivot.hpc_margin_per_gross_mw_year,
        pivot.mining_revenue_per_gross_mw_year,
        pivot.mining_margin_per_gross_mw_year,
    ];
    let shown: Vec<f64> = chart.bars.iter().map(|bar| bar.value).collect();
    let is_right = shown.len() == wanted.len()
        && shown
            .iter()
            .zip(wanted)
            .all(|(shown, wanted)| is_close(*shown, wanted));
    if !is_right {
        return vec![format!("the bars are {shown:?}, the model says {wanted:?}")];
    }
    out_of_proportion(&chart.bars).into_iter().collect()
}

/// The longest bar gives the scale, and where zero is.
fn out_of_proportion(bars: &[Bar]) -> Option<String> {
    let longest = bars
        .iter()
        .max_by(|a, b| a.value.abs().total_cmp(&b.value.abs()))?;
    let scale = longest.width / longest.value.abs();
    let zero_of = |bar: &Bar| {
        if bar.value < 0.0 {
            bar.x + bar.width
        } else {
            bar.x
        }
    };
    let zero = zero_of(longest);
    let wrong = bars.iter().find(|bar| {
        let is_too_long = (bar.width - bar.value.abs() * scale).abs() > PIXELS;
        is_too_long || (zero_of(bar) - zero).abs() > PIXELS
    });
    wrong.map(|bar| format!("{bar:?} is out of proportion to {longest:?}"))
}
