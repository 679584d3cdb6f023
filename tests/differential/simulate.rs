//! One epoch after another, each from the row before it: rounding errors, which a network that
//! answers at once multiplies from epoch to epoch, cannot add up.

use hashpivot::model::difficulty_lag::{Epoch, Simulation};

use super::cost_curve::{Costs, capacity};
use super::expected::Summed;
use super::hashprice::{self, subsidy_btc};
use super::inputs::Values;

/// Bitcoin that a block of the 2,016 from this height on creates in the mean.
fn mean_subsidy(height: usize) -> f64 {
    let before = (210_000 - height % 210_000).min(2_016);
    let after = 2_016 - before;
    let sum = before as f64 * subsidy_btc(height) + after as f64 * subsidy_btc(height + before);
    sum / 2_016.0
}

/// What a row must say of an epoch that starts like this.
fn check_row(v: &Values, row: &Epoch) -> Result<(), String> {
    let price = v.get("btc_price") * (1.0 + v.fraction("price_drift_pct")).powf(row.day / 365.0);
    let reward = mean_subsidy(row.height as usize) * (1.0 + v.fraction("fees_pct"));
    let day = hashprice::day_at(v, price, row.difficulty, reward);
    let seconds = 2_016.0 * row.difficulty * 2_f64.powi(32) / (row.hashrate * 1e18);
    let days = seconds / 86_400.0;
    let change = Summed::from((14.0 / days).clamp(0.25, 4.0)) - 1.0;
    for (name, got, expected) in [
        ("btc_price", row.btc_price, price.into()),
        ("hashprice", row.hashprice, day.hashprice.into()),
        ("gross_profit", row.gross_profit, day.gross_profit),
        ("days", row.days, days.into()),
        ("difficulty_change", row.difficulty_change, change),
    ] {
        if !expected.is_near(got) {
            return Err(format!("{name} is {got}, not {expected:?}: {row:?}"));
        }
    }
    Ok(())
}

/// How the epoch after a row starts.
fn check_start(v: &Values, row: &Epoch, next: &Epoch) -> Result<(), String> {
    let end = row.day + row.days;
    let growth = (1.0 + v.fraction("capacity_growth_pct")).powf(end / (365.0 / 12.0));
    let capacity = capacity(v) * growth;
    let lag = v.get("response_lag");
    let answered = if lag == 0.0 {
        1.0
    } else {
        1.0 - (-row.days / lag).exp()
    };
    let (low, high) = Costs::of(v).share(row.hashprice);
    let toward = |share: f64| row.hashrate + (capacity * share - row.hashrate) * answered;
    let error = 1e-12 * (row.hashrate + capacity * high);
    let difficulty = Summed::from(row.difficulty * (14.0 / row.days).clamp(0.25, 4.0));
    let holds = Summed::from(end).is_near(next.day)
        && next.height == row.height + 2_016
        && difficulty.is_near(next.difficulty)
        && toward(low) - error <= next.hashrate
        && next.hashrate <= toward(high) + error;
    let said = || {
        format!(
            "{next:?} does not follow {row:?}, hashrate {}..{}",
            toward(low),
            toward(high)
        )
    };
    holds.then_some(()).ok_or_else(said)
}

pub fn check(v: &Values, got: &Simulation) -> Result<(), String> {
    let first = got.epochs.first().ok_or("there is no row")?;
    let starts = first.day == 0.0
        && first.height == v.get("block_height") as u64
        && Summed::from(v.difficulty()).is_near(first.difficulty)
        && Summed::from(v.running_hashrate()).is_near(first.hashrate);
    if !starts {
        return Err(format!("the first row is {first:?}"));
    }
    for row in &got.epochs {
        check_row(v, row)?;
    }
    for pair in got.epochs.windows(2) {
        check_start(v, &pair[0], &pair[1])?;
    }
    check_end(v, got)
}

/// A chain stalls in its first epoch of more than 730 days, which is its last row.
fn check_end(v: &Values, got: &Simulation) -> Result<(), String> {
    let (last, before) = got.epochs.split_last().ok_or("there is no row")?;
    let all = v.count("horizon_epochs");
    let holds = before.iter().all(|row| row.days <= 730.0)
        && got.stalled == (last.days > 730.0)
        && (got.stalled && got.epochs.len() <= all || got.epochs.len() == all);
    let said = || {
        format!(
            "{} of {all} rows, stalled: {}, last {last:?}",
            got.epochs.len(),
            got.stalled
        )
    };
    holds.then_some(()).ok_or_else(said)
}
