//! Published figures as marks on an input's scale.

use serde::Serialize;

use super::Range;
use super::benchmarks::{BENCHMARKS, Benchmark};
use super::deals::{DEALS, Deal, LeaseType};
use super::jpmorgan::{MONTHS, Month};
use super::machines::{self, MACHINES};
use crate::model::parameters::Key;

/// One published value of an input.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Mark {
    /// In the unit of the input. Of a range, its middle.
    pub value: f64,
    /// Whether it is the mean over a contract of what the input is in the first year: a rent.
    pub is_mean: bool,
    /// The range that was published, where it was one.
    pub range: Option<Range>,
    /// What it is the value of.
    pub label: &'static str,
    /// Who published it.
    pub source: &'static str,
    /// When, as precisely as is known.
    pub date: &'static str,
    /// What is unconfirmed, or to be known before it is used; may be empty.
    pub note: &'static str,
}

/// The published values of an input, the lowest first; none for most inputs.
///
/// Deals mark the lease rate (as means over the contract), tenor, PUE, capex, NOI margin, escalator
/// and loan to cost; those of GPU clouds mark nothing, and those known on gross megawatts alone only
/// what is not per critical-IT MW. Machines mark both efficiencies, JPMorgan's months price, hashrate
/// and market capitalisation.
#[must_use]
pub fn marks(key: Key) -> Vec<Mark> {
    let leases = DEALS
        .iter()
        .filter(|deal| deal.lease_type != LeaseType::GpuCloud);
    let of_deals = leases.filter_map(|deal| of_deal(key, deal));
    let of_months = MONTHS.iter().filter_map(|month| of_month(key, month));
    let of_benchmarks = BENCHMARKS
        .iter()
        .filter(|benchmark| benchmark.input == key.name());
    let mut marks: Vec<Mark> = of_deals
        .chain(of_months)
        .chain(of_benchmarks.map(of_benchmark))
        .collect();
    if matches!(key, Key::Efficiency | Key::UpgradeEfficiency) {
        marks.extend(MACHINES.iter().map(of_machine));
    }
    marks.sort_unstable_by(|a, b| a.value.total_cmp(&b.value).then(a.label.cmp(b.label)));
    marks
}

fn of_deal(key: Key, deal: &Deal) -> Option<Mark> {
    let value = match key {
        Key::LeaseRate => deal.usd_per_kw_month.map(Range::exactly),
        Key::Tenor => Some(Range::exactly(deal.tenor_years)),
        Key::Pue => deal.gross_per_it_mw().map(Range::exactly),
        Key::Capex => deal.capex_usd_m_per_it_mw,
        Key::NoiMarginPct => deal.noi_margin_pct,
        Key::EscalatorPct => deal.escalator_pct.map(Range::exactly),
        Key::LoanToCostPct => deal.loan_to_cost_pct.map(Range::exactly),
        _ => None,
    }?;
    Some(Mark {
        value: value.middle(),
        is_mean: key == Key::LeaseRate,
        range: value.is_wide().then_some(value),
        label: deal.name,
        source: deal.sources,
        date: deal.announced,
        note: deal.note,
    })
}

fn of_month(key: Key, month: &Month) -> Option<Mark> {
    let value = match key {
        Key::BtcPrice => month.btc_price,
        Key::NetworkHashrate => month.hashrate,
        Key::MarketCap => month.cohort_cap,
        _ => None,
    }?;
    Some(Mark {
        value,
        is_mean: false,
        range: None,
        label: "JPMorgan",
        source: month.source,
        date: month.month,
        note: month.note,
    })
}

fn of_machine(machine: &machines::Machine) -> Mark {
    Mark {
        value: machine.efficiency,
        is_mean: false,
        range: None,
        label: machine.name,
        source: machines::SOURCE,
        date: machines::DATE,
        note: machines::NOTE,
    }
}

fn of_benchmark(benchmark: &Benchmark) -> Mark {
    Mark {
        value: benchmark.range.middle(),
        is_mean: false,
        range: Some(benchmark.range).filter(|range| range.is_wide()),
        label: benchmark.name,
        source: benchmark.source,
        date: benchmark.date,
        note: benchmark.note,
    }
}
