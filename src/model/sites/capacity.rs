//! Capacity by stage: how many megawatts are intended, signed, being built, paying.

use serde::Serialize;

use super::{Contract, Site};
use crate::model::pivot::Schedule;

/// Capacity of all sites in each calendar month, MW.
///
/// A site whose lease has ended is in no stage; up to then its stages add up to its capacity.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Capacity {
    /// Under a memorandum, before the decision.
    pub memorandum: Vec<f64>,
    /// Under any other contract, before the decision.
    pub signed: Vec<f64>,
    /// Decided and not paying yet.
    pub building: Vec<f64>,
    /// Paying rent.
    pub paying: Vec<f64>,
    /// Signed, building and paying; a memorandum's capacity counts from its decision on.
    pub contracted: Vec<f64>,
    /// Paying: what has become of what was contracted.
    pub energised: Vec<f64>,
}

/// The shares of one site's capacity in each stage in one month, 0 … 1.
#[derive(Clone, Copy, Default)]
pub(super) struct Shares {
    memorandum: f64,
    signed: f64,
    building: f64,
    paying: f64,
}

impl Shares {
    /// The stages of a site in a calendar month.
    pub(super) fn of(site: &Site, schedule: &Schedule, month: usize) -> Self {
        let none = Self::default();
        match (month.checked_sub(site.start_month as usize), site.contract) {
            (Some(since_decision), _) => Self {
                building: schedule.building(since_decision),
                paying: schedule.paying(since_decision),
                ..none
            },
            (None, Contract::Memorandum) => Self {
                memorandum: 1.0,
                ..none
            },
            (None, _) => Self {
                signed: 1.0,
                ..none
            },
        }
    }
}

impl Capacity {
    /// Nothing in each of `months` months.
    pub(super) fn none(months: usize) -> Self {
        let none = || vec![0.0; months];
        Self {
            memorandum: none(),
            signed: none(),
            building: none(),
            paying: none(),
            contracted: none(),
            energised: none(),
        }
    }

    /// Adds a site of `mw` in the stages that it has in a month.
    pub(super) fn add(&mut self, month: usize, shares: Shares, mw: f64) {
        let Shares {
            memorandum,
            signed,
            building,
            paying,
        } = shares;
        self.memorandum[month] += mw * memorandum;
        self.signed[month] += mw * signed;
        self.building[month] += mw * building;
        self.paying[month] += mw * paying;
        self.contracted[month] += mw * (signed + building + paying);
        self.energised[month] += mw * paying;
    }
}
