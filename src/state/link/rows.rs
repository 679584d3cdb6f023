//! Rows of tables in links.
//!
//! A site reads `site=Riverbend~start_month:12~contract:signed~lease_rate:128`: its name, then what
//! differs from a site that was just added. A miner reads `miner=Alpha~60~15~~2500`: its name, then
//! its numbers in the order of [`Column::ALL`], nothing where one is the preset's; new columns may
//! only be added at the end. A bare `miner=` is a table without miners. `long=` and `short=` name the
//! miners of a pair.

use super::percent::{decoded, push_encoded};
use super::read::{clamped, finite, quoted};
use crate::decimal::exact;
use crate::model::parameters::{Inputs, Key};
use crate::model::screen::{Column, Miner};
use crate::model::sites::{Contract, START_MONTH};
use crate::state::{Pairing, PlannedSite, Side};

pub(super) const SITE: &str = "site";
pub(super) const MINER: &str = "miner";
const CONTRACT: &str = "contract";

pub(super) fn push_sites(pairs: &mut String, sites: &[PlannedSite]) {
    for site in sites {
        pairs.push_str("&site=");
        push_encoded(pairs, site.name());
        let mut push = |key: &str, value: &str| pairs.push_str(&format!("~{key}:{value}"));
        if site.start_month() > 0 {
            push(START_MONTH.key, &site.start_month().to_string());
        }
        if site.contract() != Contract::Signed {
            push(CONTRACT, site.contract().key());
        }
        for (key, value) in site.own() {
            push(key.name(), &exact(*value));
        }
    }
}

pub(super) fn push_miners(pairs: &mut String, miners: &[Miner]) {
    if miners.is_empty() {
        pairs.push_str("&miner=");
    }
    for miner in miners {
        pairs.push_str("&miner=");
        push_encoded(pairs, miner.name());
        let mut numbers = String::new();
        for column in Column::ALL {
            let value = miner.get(column);
            numbers.push('~');
            if column.parameter().default != Some(value) {
                numbers.push_str(&exact(value));
            }
        }
        pairs.push_str(numbers.trim_end_matches('~'));
    }
}

pub(super) fn push_pair(pairs: &mut String, pair: &Pairing) {
    for side in Side::ALL {
        if let Some(name) = pair.get(side) {
            pairs.push_str(&format!("&{}=", side.key()));
            push_encoded(pairs, name);
        }
    }
}

/// The site that a value describes; `None` when it has no name. What cannot be taken is reported.
pub(super) fn read_site(value: &str, notices: &mut Vec<String>) -> Option<PlannedSite> {
    let mut fields = value.split('~');
    let name = decoded(fields.next()?);
    let site = PlannedSite::named(&name).ok()?;
    // A contract sets the probability of execution, so it comes before what is given.
    let (contracts, others): (Vec<_>, Vec<_>) =
        fields.partition(|field| field.starts_with(CONTRACT));
    let fields = contracts.into_iter().chain(others);
    Some(fields.fold(site, |site, field| {
        let changed = with_field(&site, field, notices);
        changed.unwrap_or_else(|| {
            notices.push(not_understood(&name, field));
            site
        })
    }))
}

/// The site with a field `key:value`.
fn with_field(site: &PlannedSite, field: &str, notices: &mut Vec<String>) -> Option<PlannedSite> {
    let (key, value) = field.split_once(':')?;
    if key == CONTRACT {
        return Some(site.under(Contract::from_key(value)?));
    }
    let number = finite(value)?;
    let whose = whose(site.name());
    if key == START_MONTH.key {
        let month = clamped((&START_MONTH, &whose), START_MONTH.max, number, notices);
        return site.starting(month).ok();
    }
    let key = Key::from_name(key)?;
    let row = key.parameter();
    let value = clamped((row, &whose), row.max, number, notices);
    site.with(key, Some(value)).ok()
}

/// The miner that a value describes; `None` when it has no name. What cannot be taken is reported.
pub(super) fn read_miner(value: &str, notices: &mut Vec<String>) -> Option<Miner> {
    let mut fields = value.split('~');
    let name = decoded(fields.next()?);
    let miner = Miner::named(&name, &Inputs::default()).ok()?;
    let mut columns = Column::ALL.into_iter();
    Some(fields.fold(miner, |miner, field| {
        let column = columns.next();
        if field.is_empty() {
            return miner;
        }
        let changed = column.zip(finite(field)).and_then(|(column, number)| {
            let row = column.parameter();
            let whose = whose(miner.name());
            let value = clamped((row, &whose), row.max, number, notices);
            miner.with(column, value).ok()
        });
        changed.unwrap_or_else(|| {
            notices.push(not_understood(&name, field));
            miner
        })
    }))
}

fn whose(name: &str) -> String {
    format!(" of “{name}”")
}

fn not_understood(name: &str, field: &str) -> String {
    let (field, whose) = (quoted(field), whose(name));
    format!("The link's “{field}”{whose} was not understood and is ignored.")
}
