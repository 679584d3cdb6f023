//! Break-evens of the conversion: found values are put back in, and what is linear is solved.

use super::expected::{Expected, Table};
use super::inputs::Values;
use super::pivot::Site;

pub fn table<'a>(site: &'a Site<'a>) -> Table<'a> {
    vec![
        ("breakeven_lease_rate", lease_rate(site)),
        ("breakeven_overrun_pct", overrun(site)),
        (
            "breakeven_hashprice",
            Expected::law(|got| hashprice_holds(site.v, got)),
        ),
        ("breakeven_delay_months", delay(site)),
    ]
}

/// The rent that makes up for what is lost without any, at the worth of a dollar of it.
fn lease_rate(site: &Site) -> Expected<'static> {
    let first_rent = site.first_rent();
    let unpaid = site.v.with("lease_rate", 0.0);
    let a_dollar = site.v.with("lease_rate", 1.0);
    let lost = -Site::of(&unpaid).npv_gain(first_rent);
    let of_a_dollar = Site::of(&a_dollar).income(first_rent);
    let pays = site.v.get("occupancy_pct") > 0.0 && site.v.get("noi_margin_pct") > 0.0;
    Expected::unless_negative(lost, lost / of_a_dollar).where_(pays)
}

/// Capex that eats the whole gain, over capex without an overrun.
fn overrun(site: &Site) -> Expected<'static> {
    let first_rent = site.first_rent();
    let to_plan = site.v.with("overrun_pct", 0.0);
    let planned = Site::of(&to_plan).capex_present_value();
    let affordable = site.npv_gain(first_rent) + site.capex_present_value();
    let overrun = (affordable / planned - 1.0) * 100.0;
    Expected::unless_negative(affordable, overrun).where_(planned > 0.0)
}

/// Mining earns more at a higher hashprice, so the gain only falls: it must turn where it is said
/// to, and between nothing and 1e7 USD/EH/day if nothing is said.
fn hashprice_holds(v: &Values, got: Option<f64>) -> bool {
    let gain = |hashprice: f64| {
        let site = Site::of(v).mining_at(hashprice);
        site.npv_gain(site.first_rent())
    };
    let turns =
        |low: f64, high: f64| !gain(low).is_surely_negative() && !gain(high).is_surely_positive();
    match got {
        Some(hashprice) => {
            (0.0..=1e7).contains(&hashprice)
                && turns(hashprice * (1.0 - 1e-9), hashprice * (1.0 + 1e-9))
        }
        None => !gain(0.0).is_surely_positive() || !gain(1e7).is_surely_negative(),
    }
}

/// The delay before the first at which the gain is negative; where rounding decides, several.
fn delay(site: &Site) -> Expected<'static> {
    let mut answers = Vec::new();
    for delay in 0..=120 {
        let gain = site.npv_gain(site.v.count("build_months") + delay);
        if !gain.is_surely_positive() && gain.size > 0.0 {
            answers.push(delay.checked_sub(1).map(|last| last as f64));
        }
        if gain.is_surely_negative() {
            return Expected::OneOf(answers);
        }
    }
    answers.push(None);
    Expected::OneOf(answers)
}
