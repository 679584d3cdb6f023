//! Inputs as published figures set them.

use std::sync::LazyLock;

use serde::{Serialize, Serializer};

use super::Range;
use super::deals::{DEALS, Deal, LeaseType};
use super::machines::{self, MACHINES, Machine};
use crate::model::parameters::Key;

/// Inputs that a published case sets; it leaves all others alone.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Preset {
    /// The name in links and exports.
    pub id: &'static str,
    /// The name on screen.
    pub name: &'static str,
    /// How the lease pays, of a lease.
    pub lease_type: Option<LeaseType>,
    /// What it sets, in the order of the table of inputs.
    #[serde(serialize_with = "by_name")]
    pub entries: Vec<(Key, f64)>,
    /// Which of these were made from what the source says, and do not stand in it.
    #[serde(serialize_with = "names")]
    pub derived: Vec<Key>,
    /// Which of these no source says: assumptions that make the others fit.
    #[serde(serialize_with = "names")]
    pub assumed: Vec<Key>,
    /// Inputs of the same kind that the source says nothing about, and that stay as they are.
    #[serde(serialize_with = "names")]
    pub left_as_is: Vec<Key>,
    /// Who published the figures.
    pub source: &'static str,
    /// When.
    pub date: &'static str,
    /// How entries were made from what was published, and what is unconfirmed.
    pub notes: Vec<&'static str>,
}

/// The inputs that a deal may set.
const OF_A_LEASE: [Key; 9] = [
    Key::GrossMw,
    Key::Pue,
    Key::LeaseRate,
    Key::EscalatorPct,
    Key::Tenor,
    Key::NoiMarginPct,
    Key::Capex,
    Key::CustomerFundedPct,
    Key::LoanToCostPct,
];

/// A preset for each deal whose rent compares with others': none for GPU clouds, nor for a deal
/// that is known on gross megawatts alone.
#[must_use]
pub fn lease_presets() -> &'static [Preset] {
    static PRESETS: LazyLock<Vec<Preset>> = LazyLock::new(|| {
        let comparable = DEALS.iter().filter(|deal| deal.is_comparable());
        comparable.filter_map(lease).collect()
    });
    &PRESETS
}

/// Where a number of a preset is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Origin {
    /// The source has it.
    Source,
    /// It was made from what the source has.
    Derived,
    /// It is an assumption of ours.
    Assumed,
}

/// A number and where it is from.
type Entry = (f64, Origin);

fn lease(deal: &Deal) -> Option<Preset> {
    let mean_rent = deal.usd_per_kw_month?;
    let mut notes = Vec::new();
    let found = OF_A_LEASE
        .into_iter()
        .filter_map(|key| Some((key, entry(deal, mean_rent, key, &mut notes)?)));
    let found: Vec<(Key, Entry)> = found.collect();
    let of = |wanted| {
        let entries = found.iter().filter(|(_, (_, origin))| *origin == wanted);
        entries.map(|(key, _)| *key).collect()
    };
    let is_set = |key: &Key| found.iter().any(|(set, _)| set == key);
    let left_as_is = OF_A_LEASE.into_iter().filter(|key| !is_set(key)).collect();
    notes.extend(Some(deal.note).filter(|note| !note.is_empty()));
    Some(Preset {
        id: deal.id,
        name: deal.name,
        lease_type: Some(deal.lease_type),
        derived: of(Origin::Derived),
        assumed: of(Origin::Assumed),
        entries: found
            .iter()
            .map(|(key, (value, _))| (*key, *value))
            .collect(),
        left_as_is,
        source: deal.sources,
        date: deal.announced,
        notes,
    })
}

/// What the deal sets an input to.
fn entry(deal: &Deal, mean_rent: f64, key: Key, notes: &mut Vec<&'static str>) -> Option<Entry> {
    use Origin::{Assumed, Derived, Source};
    let mut noted = |value: f64, origin, note| {
        notes.push(note);
        (value, origin)
    };
    match key {
        Key::Pue => {
            let origin = if deal.pue.is_some() { Source } else { Derived };
            Some((deal.gross_per_it_mw()?, origin))
        }
        Key::GrossMw => match deal.gross_mw {
            Some(gross) => Some((gross, Source)),
            None => Some(noted(
                deal.critical_it_mw? * deal.pue?,
                Derived,
                "Gross power is critical IT times the reported PUE.",
            )),
        },
        Key::LeaseRate => Some(match deal.escalator_pct {
            Some(escalator) => noted(
                first_year_rent(mean_rent, escalator / 100.0, deal.tenor_years),
                Derived,
                "The quoted rent is contract value over power and time, a mean; the lease rate is \
                 the first-year rent with this mean, in whole dollars.",
            ),
            None => (mean_rent, Derived),
        }),
        Key::EscalatorPct => Some(match deal.escalator_pct {
            Some(escalator) => (escalator, Source),
            None => noted(
                0.0,
                Assumed,
                "The rent is contract value over power and time, a mean, and no escalator is \
                 reported: it goes with an escalator of 0.",
            ),
        }),
        Key::Tenor => Some((deal.tenor_years, Source)),
        Key::NoiMarginPct => noi_margin(deal, &mut noted),
        Key::Capex => deal.capex_usd_m_per_it_mw.map(|range| {
            middle(
                range,
                "Capex is the middle of the reported range.",
                &mut noted,
            )
        }),
        Key::CustomerFundedPct => deal.capex_is_own_share.then(|| {
            noted(
                0.0,
                Assumed,
                "What the tenant pays of the building is not in the reported capex: a part paid by \
                 the tenant would take it off twice.",
            )
        }),
        Key::LoanToCostPct => Some((deal.loan_to_cost_pct?, Source)),
        _ => None,
    }
}

/// The margin, %: as reported, or the reported mean NOI over the mean rent to a tenth.
fn noi_margin(
    deal: &Deal,
    noted: &mut impl FnMut(f64, Origin, &'static str) -> Entry,
) -> Option<Entry> {
    if let Some(range) = deal.noi_margin_pct {
        let note = "The NOI margin is the middle of the reported range.";
        return Some(middle(range, note, noted));
    }
    let rent = 1e3 * deal.contract_value_usd_bn / deal.tenor_years;
    let margin = 100.0 * deal.average_noi_usd_m? / rent;
    let note = "The NOI margin is the reported mean NOI over the mean rent.";
    Some(noted((10.0 * margin).round() / 10.0, Origin::Derived, note))
}

fn middle(
    range: Range,
    note: &'static str,
    noted: &mut impl FnMut(f64, Origin, &'static str) -> Entry,
) -> Entry {
    if range.is_wide() {
        noted(range.middle(), Origin::Derived, note)
    } else {
        (range.low, Origin::Source)
    }
}

/// The first-year rent, in whole dollars, whose mean over the years at this escalator is `mean`.
fn first_year_rent(mean: f64, escalator: f64, years: f64) -> f64 {
    let growth = libm::pow(1.0 + escalator, years) - 1.0;
    (mean * escalator * years / growth).round()
}

/// A preset of `efficiency` for each machine; prices are not in the listings.
#[must_use]
pub fn fleet_presets() -> Vec<Preset> {
    let left_as_is = [Key::MachinePrice, Key::MachineResale, Key::MachineLife];
    let fleet = |machine| of_machine(machine, Key::Efficiency, &left_as_is);
    MACHINES.iter().map(fleet).collect()
}

/// A preset of `upgrade_efficiency` for each machine; prices are not in the listings.
#[must_use]
pub fn upgrade_presets() -> Vec<Preset> {
    let upgrade = |machine| of_machine(machine, Key::UpgradeEfficiency, &[Key::UpgradePrice]);
    MACHINES.iter().map(upgrade).collect()
}

fn of_machine(machine: &Machine, key: Key, left_as_is: &[Key]) -> Preset {
    Preset {
        id: machine.id,
        name: machine.name,
        lease_type: None,
        entries: vec![(key, machine.efficiency)],
        derived: Vec::new(),
        assumed: Vec::new(),
        left_as_is: left_as_is.to_vec(),
        source: machines::SOURCE,
        date: machines::DATE,
        notes: vec![machines::NOTE],
    }
}

/// As `{ key: value }`.
fn by_name<S: Serializer>(entries: &[(Key, f64)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(entries.iter().map(|(key, value)| (key.name(), value)))
}

/// As `[key]`.
fn names<S: Serializer>(keys: &[Key], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(keys.iter().map(|key| key.name()))
}
