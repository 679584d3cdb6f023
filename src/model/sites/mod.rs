//! Sites: a list of conversions and what they add up to, over calendar months.
//!
//! Each site is one conversion of the pivot model that is decided in a calendar month of its own;
//! cash, capacity and values are the pivot model's, moved to that month and added up.

mod capacity;
mod contract;
mod error;
mod keys;
mod read;
mod value;

pub use capacity::Capacity;
pub use contract::Contract;
pub use error::{SiteProblem, SitesError};
pub use keys::{MAX_SITES, START_MONTH};
pub use read::read;

use serde::Serialize;

use self::capacity::Shares;
use self::value::Value;
use super::Evaluation;
use super::parameters::Inputs;
use super::pivot::{Pivot, Schedule};

/// One conversion with a start and a contract.
#[derive(Clone, Debug, PartialEq)]
pub struct Site {
    /// What the owner calls it.
    pub name: String,
    /// The calendar month of its decision, 0 … 600: month 0 of its pivot.
    pub start_month: u64,
    /// How far its contract has come.
    pub contract: Contract,
    /// The inputs of its conversion, with its execution probability.
    pub inputs: Inputs,
}

/// What all sites add up to. Money is USD m; lists run over calendar months.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Portfolio {
    /// Each site, in the order of the list.
    pub sites: Vec<SiteResults>,
    /// Calendar months: 0 to the last of all sites; none without sites.
    pub month: Vec<usize>,
    /// Cash in each month.
    pub cash: SiteCash,
    /// Critical-IT MW.
    pub it_mw: Capacity,
    /// Gross MW of utility power.
    pub gross_mw: Capacity,
    /// Critical-IT MW, each site's weighted with its execution probability.
    pub expected_it_mw: Capacity,
    /// Gross MW, each site's weighted with its execution probability.
    pub expected_gross_mw: Capacity,
    /// Present value of all data centres in calendar month 0, each at its HPC discount rate.
    pub npv_hpc: f64,
    /// Gain of all conversions in calendar month 0: the data centres at the HPC discount rate,
    /// what has to do with mining at the mining one.
    pub npv_gain: f64,
    /// The gain with each site's weighted with its execution probability, less what failure costs.
    pub expected_npv_gain: f64,
}

/// Cash of all sites in each calendar month, USD m.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SiteCash {
    /// The data centres'.
    pub hpc: Vec<f64>,
    /// The data centres' with loan draws and payments.
    pub levered: Vec<f64>,
    /// The sites' mining plans without conversion, each from its own decision to the end of its
    /// own lease: mining before the decision is not counted.
    pub mining: Vec<f64>,
    /// The data centres' weighted with execution: p·cash − (1 − p)·(the sunk part of capex).
    pub expected_hpc: Vec<f64>,
}

/// One site's results. Months are calendar months; money is USD m in calendar month 0, so that sites
/// add up to the totals.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SiteResults {
    /// What the owner calls it.
    pub name: String,
    /// How far its contract has come.
    pub contract: Contract,
    /// The month of its decision.
    pub start_month: u64,
    /// Probability (%) that the contract becomes paying capacity.
    pub execution_pct: f64,
    /// Critical IT power, MW.
    pub it_mw: f64,
    /// Utility power, MW.
    pub gross_mw: f64,
    /// First month of rent.
    pub first_rent_month: u64,
    /// First month of full rent.
    pub full_rent_month: u64,
    /// The month after the last rent, in which the residual value falls.
    pub last_month: u64,
    /// Present value of the data centre.
    pub npv_hpc: f64,
    /// Gain from converting.
    pub npv_gain: f64,
    /// The same weighted with the probability of execution.
    pub expected_npv_gain: f64,
}

/// A site with the results of its conversion.
struct Conversion<'a> {
    site: &'a Site,
    pivot: Pivot,
    schedule: Schedule,
    value: Value,
}

impl<'a> Conversion<'a> {
    fn of(site: &'a Site, pivot: Pivot) -> Self {
        Self {
            schedule: Schedule::of(&site.inputs),
            value: Value::of(site, &pivot),
            site,
            pivot,
        }
    }

    fn start(&self) -> usize {
        self.site.start_month as usize
    }

    /// Calendar month of the residual value.
    fn last_month(&self) -> usize {
        self.start() + self.schedule.last()
    }

    /// Probability of execution, a fraction.
    fn execution(&self) -> f64 {
        self.site.inputs.execution_pct() / 100.0
    }

    fn results(&self) -> SiteResults {
        let Self {
            site,
            pivot,
            schedule,
            value,
        } = self;
        let calendar = |since_decision: usize| site.start_month + since_decision as u64;
        SiteResults {
            name: site.name.clone(),
            contract: site.contract,
            start_month: site.start_month,
            execution_pct: site.inputs.execution_pct(),
            it_mw: pivot.it_mw,
            gross_mw: site.inputs.gross_mw(),
            first_rent_month: calendar(schedule.first_rent()),
            full_rent_month: calendar(schedule.full_rent()),
            last_month: calendar(schedule.last()),
            npv_hpc: value.npv_hpc,
            npv_gain: value.npv_gain,
            expected_npv_gain: value.expected_npv_gain,
        }
    }
}

/// What these sites add up to.
#[must_use]
pub fn sites(list: &[Site]) -> Portfolio {
    let pivot = |site: &Site| Evaluation::of(&site.inputs).pivot().clone();
    let conversions = list.iter().map(|site| Conversion::of(site, pivot(site)));
    portfolio(&conversions.collect::<Vec<_>>())
}

/// The same for one site, of whose inputs the pivot is known.
#[must_use]
pub fn one_site(site: &Site, pivot: &Pivot) -> Portfolio {
    portfolio(&[Conversion::of(site, pivot.clone())])
}

fn portfolio(conversions: &[Conversion<'_>]) -> Portfolio {
    let months = conversions
        .iter()
        .map(|conversion| conversion.last_month() + 1)
        .max()
        .unwrap_or(0);
    let mut portfolio = Portfolio::empty(months);
    for conversion in conversions {
        portfolio.add(conversion);
    }
    portfolio
}

impl Portfolio {
    /// No sites, over `months` months.
    fn empty(months: usize) -> Self {
        let none = || vec![0.0; months];
        let capacity = Capacity::none(months);
        Self {
            sites: Vec::new(),
            month: (0..months).collect(),
            cash: SiteCash {
                hpc: none(),
                levered: none(),
                mining: none(),
                expected_hpc: none(),
            },
            it_mw: capacity.clone(),
            gross_mw: capacity.clone(),
            expected_it_mw: capacity.clone(),
            expected_gross_mw: capacity,
            npv_hpc: 0.0,
            npv_gain: 0.0,
            expected_npv_gain: 0.0,
        }
    }

    fn add(&mut self, conversion: &Conversion) {
        self.sites.push(conversion.results());
        self.cash.add(conversion);
        let success = conversion.execution();
        let (it, gross) = (conversion.pivot.it_mw, conversion.site.inputs.gross_mw());
        for month in 0..=conversion.last_month() {
            let shares = Shares::of(conversion.site, &conversion.schedule, month);
            self.it_mw.add(month, shares, it);
            self.gross_mw.add(month, shares, gross);
            self.expected_it_mw.add(month, shares, success * it);
            self.expected_gross_mw.add(month, shares, success * gross);
        }
        self.npv_hpc += conversion.value.npv_hpc;
        self.npv_gain += conversion.value.npv_gain;
        self.expected_npv_gain += conversion.value.expected_npv_gain;
    }
}

impl SiteCash {
    fn add(&mut self, conversion: &Conversion) {
        let flows = &conversion.pivot.cash_flows;
        let success = conversion.execution();
        let lost = (1.0 - success) * conversion.site.inputs.sunk_pct() / 100.0;
        for since_decision in 0..=conversion.schedule.last() {
            let month = conversion.start() + since_decision;
            let hpc = flows.hpc[since_decision];
            self.hpc[month] += hpc;
            self.levered[month] += flows.levered[since_decision];
            self.mining[month] += flows.mining[since_decision];
            self.expected_hpc[month] +=
                success * hpc - lost * conversion.schedule.capex(since_decision);
        }
    }
}

#[cfg(test)]
mod tests;
