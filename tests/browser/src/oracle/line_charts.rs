//! Line charts: each mark means the model's numbers, stands where the axes say, and on its curve.

use hashpivot::model::parameters::Key;
use hashpivot::model::sweep::cumulative;

use super::projection::{PIXELS, Projection};
use super::{Expected, is_close};
use crate::page::{Chart, Line, Mark};

/// How far a mark may stand from the drawn curve, px: between its points the curve is a chord.
const CHORD: f64 = 0.5;

pub(super) fn disagreements(chart: &Chart, expected: &Expected) -> Vec<String> {
    let wanted = match wanted(&chart.id, expected) {
        Ok(wanted) => wanted,
        Err(wrong) => return vec![wrong],
    };
    let mut wrong = misdrawn(chart);
    let todays: Vec<&Mark> = chart
        .marks
        .iter()
        .filter(|mark| mark.name == "today")
        .collect();
    if todays.len() != wanted.len() {
        wrong.push(format!(
            "{} marks of today, not {}",
            todays.len(),
            wanted.len()
        ));
    }
    wrong.extend(
        wanted
            .iter()
            .filter_map(|point| point.compare(&todays, &chart.lines).err()),
    );
    wrong
}

/// Marks that do not stand where the axes say.
pub(super) fn misdrawn(chart: &Chart) -> Vec<String> {
    let axes = Projection::of(chart, "x").and_then(|x| Ok((x, Projection::of(chart, "y")?)));
    let (x, y) = match axes {
        Ok(axes) => axes,
        Err(wrong) => return vec![wrong],
    };
    let mut wrong = Vec::new();
    for mark in &chart.marks {
        let (right, down) = (mark.cx - x.px(mark.x), mark.cy - y.px(mark.y));
        if right.abs() > PIXELS || down.abs() > PIXELS {
            wrong.push(format!(
                "{mark:?} is drawn ({right}, {down}) px away from its place"
            ));
        }
    }
    wrong
}

/// Where one curve is today.
struct Point {
    ink: &'static str,
    x: f64,
    y: f64,
}

/// Today's points of a chart, by its stable name.
fn wanted(id: &str, expected: &Expected) -> Result<Vec<Point>, String> {
    let axis = match id {
        "profit-by-price" => Key::BtcPrice,
        "profit-by-difficulty" => Key::Difficulty,
        "profit-by-power-price" => Key::PowerPrice,
        "profit-by-efficiency" => Key::Efficiency,
        "cumulative-cash" => return Ok(vec![payback(expected)]),
        "levered-cash" => return Ok(vec![equity_back(expected)]),
        "frontier" => return Ok(vec![lease(expected)]),
        "cost-curve" => return Ok(bills(expected)),
        "epochs" => return Ok(vec![point_of("hp-ink-mining", (0.0, 0.0))]),
        "equilibrium-by-price" | "hashprice-by-price" => return Ok(settled(id, expected)),
        "market-cap" => return Ok(vec![market(expected)]),
        "price-growth" => return Ok(growth(expected)),
        _ => return Err("the oracle does not know this chart".to_owned()),
    };
    let x = expected.inputs.effective(axis).unwrap_or(f64::NAN);
    let hashprice = expected.results.hashprice();
    let point = |ink, amount| Point {
        ink,
        x,
        y: expected.shown(amount),
    };
    Ok(vec![
        point("hp-ink-revenue", hashprice.revenue),
        point("hp-ink-profit", hashprice.gross_profit),
    ])
}

/// The reader's own power bill, and the share that covers its bill.
fn bills(expected: &Expected) -> Vec<Point> {
    let (inputs, results) = (&expected.inputs, expected.results.cost_curve());
    let own = 24.0 * inputs.efficiency() * inputs.power_price();
    let hashprice = expected.results.hashprice().hashprice;
    vec![
        point_of(
            "hp-ink-cost",
            (results.your_percentile, expected.shown(own)),
        ),
        point_of(
            "hp-ink-revenue",
            (results.online_share, expected.shown(hashprice)),
        ),
    ]
}

/// Where hashrate, or hashprice, settles at today's price.
fn settled(id: &str, expected: &Expected) -> Vec<Point> {
    let price = expected.inputs.btc_price();
    let results = expected.results.cost_curve();
    if id == "equilibrium-by-price" {
        return vec![point_of(
            "hp-ink-mining",
            (price, results.equilibrium_hashrate),
        )];
    }
    let today = expected.results.hashprice().hashprice;
    let settled = expected.shown(results.equilibrium_hashprice);
    vec![
        point_of("hp-ink-revenue", (price, settled)),
        point_of("hp-ink-plain", (price, expected.shown(today))),
    ]
}

fn point_of(ink: &'static str, (x, y): (f64, f64)) -> Point {
    Point { ink, x, y }
}

/// Today's cap over today's block rewards.
fn market(expected: &Expected) -> Point {
    Point {
        ink: "hp-ink-plain",
        x: expected.results.valuation().block_reward_opportunity,
        y: expected.inputs.market_cap(),
    }
}

/// The growth that the target ratio needs, if any does.
fn growth(expected: &Expected) -> Vec<Point> {
    let growth = expected.results.valuation().implied_price_growth;
    let point = |y| Point {
        ink: "hp-ink-plain",
        x: expected.inputs.target_ratio_pct() / 100.0,
        y,
    };
    growth.map(point).into_iter().collect()
}

/// The month in which the data centre's cash comes back, or the last one.
fn payback(expected: &Expected) -> Point {
    let pivot = expected.results.pivot();
    let cash = cumulative(&pivot.cash_flows.hpc);
    let paid = pivot
        .payback_months
        .filter(|months| *months > 0)
        .map(|months| months as usize - 1);
    let month = paid.unwrap_or(cash.len() - 1);
    Point {
        ink: "hp-ink-hpc",
        x: month as f64,
        y: cash[month],
    }
}

/// The month from which on the owner's cash after the loan is never negative again, or the last one.
fn equity_back(expected: &Expected) -> Point {
    let cash = cumulative(&expected.results.pivot().cash_flows.levered);
    let last = cash.len() - 1;
    let below = cash.iter().rposition(|cash| *cash < 0.0);
    let month = below.map_or(0, |month| month + 1).min(last);
    Point {
        ink: "hp-ink-levered",
        x: month as f64,
        y: cash[month],
    }
}

/// Today's hashprice and lease rate.
fn lease(expected: &Expected) -> Point {
    Point {
        ink: "hp-ink-hpc",
        x: expected.shown(expected.results.hashprice().hashprice),
        y: expected.inputs.lease_rate(),
    }
}

impl Point {
    fn compare(&self, marks: &[&Mark], lines: &[Line]) -> Result<(), String> {
        let Self { ink, x, y } = self;
        // The dot of a profit below zero is a loss's.
        let dot = match *ink {
            "hp-ink-profit" if *y < 0.0 => "hp-ink-loss",
            ink => ink,
        };
        let mark = marks.iter().find(|mark| mark.ink == dot);
        let mark = mark.ok_or_else(|| format!("no mark in {dot}"))?;
        if !is_close(mark.x, *x) || !is_close(mark.y, *y) {
            return Err(format!(
                "{ink}: the mark is ({}, {}), today ({x}, {y})",
                mark.x, mark.y
            ));
        }
        let line = lines.iter().find(|line| line.ink == *ink);
        let line = line.ok_or_else(|| format!("no curve in {ink}"))?;
        let height = height_at(&line.path, mark.cx);
        let height = height.ok_or_else(|| format!("{ink}: the curve does not reach the mark"))?;
        if (height - mark.cy).abs() > CHORD {
            return Err(format!(
                "{ink}: the mark is at {} px, its curve at {height} px",
                mark.cy
            ));
        }
        Ok(())
    }
}

/// y of a path `M0,1L2,3…` at x, px.
fn height_at(path: &str, x: f64) -> Option<f64> {
    let points: Vec<(f64, f64)> = path
        .split(['M', 'L'])
        .filter_map(|point| {
            let (x, y) = point.trim_end_matches("h0").split_once(',')?;
            Some((x.parse().ok()?, y.parse().ok()?))
        })
        .collect();
    points.windows(2).find_map(|pair| {
        let ((x0, y0), (x1, y1)) = (pair[0], pair[1]);
        let is_between = x0 - PIXELS <= x && x <= x1 + PIXELS && x0 < x1;
        is_between.then(|| y0 + (y1 - y0) * (x - x0) / (x1 - x0))
    })
}

#[cfg(test)]
mod tests {
    use super::height_at;

    #[test]
    fn the_height_of_a_path_is_read_between_its_points() {
        let path = "M0,10L10,20L20,0";
        assert_eq!(height_at(path, 5.0), Some(15.0));
        assert_eq!(height_at(path, 15.0), Some(10.0));
        assert_eq!(height_at(path, 21.0), None);
        assert_eq!(height_at("M3,4h0", 3.0), None);
    }
}
