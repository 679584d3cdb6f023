//! Maps: the fleet's dot stands where the inputs say.

use super::line_charts::misdrawn;
use super::{Expected, is_close};
use crate::page::Chart;

pub(super) fn disagreements(chart: &Chart, expected: &Expected) -> Vec<String> {
    let mut wrong = misdrawn(chart);
    let wanted = (expected.inputs.efficiency(), expected.inputs.power_price());
    let today = chart.marks.iter().find(|mark| mark.name == "today");
    match today {
        Some(mark) if is_close(mark.x, wanted.0) && is_close(mark.y, wanted.1) => {}
        other => wrong.push(format!("the fleet is at {wanted:?}, its dot is {other:?}")),
    }
    wrong
}
