//! Random valid tables and states for property tests.

use proptest::prelude::*;

use super::{PlannedSite, State, Theme, View};
use crate::model::parameters::{Key, arbitrary};
use crate::model::screen::arbitrary as screen;
use crate::model::sites::Contract;
use crate::units::RevenueUnit;

/// A site of any name, month and contract, with up to eight inputs of its own.
pub(crate) fn planned_site() -> impl Strategy<Value = PlannedSite> {
    let own =
        prop::sample::select(&Key::ALL[..]).prop_flat_map(|key| (Just(key), arbitrary::value(key)));
    let contract = prop::sample::select(&Contract::ALL[..]);
    let own = prop::collection::vec(own, 0..=8);
    (screen::name(), 0..=600_u32, contract, own).prop_map(|(name, month, contract, own)| {
        let site = PlannedSite::named(&name)
            .and_then(|site| Ok(site.starting(f64::from(month))?))
            .expect("the strategy makes names and months");
        own.into_iter()
            .fold(site.under(contract), |site, (key, value)| {
                site.with(key, Some(value)).expect("in range")
            })
    })
}

/// A state as a reader can make it, without notices: everything is the preset's or anything else.
pub(crate) fn state() -> impl Strategy<Value = State> {
    let look = (
        prop::sample::select(&View::ALL[..]),
        prop::sample::select(&RevenueUnit::ALL[..]),
        prop::sample::select(&Theme::ALL[..]),
    );
    let tables = (
        prop::collection::vec(planned_site(), 0..4),
        prop::option::of(prop::collection::vec(screen::miner(), 0..4)),
    );
    (look, arbitrary::inputs(), arbitrary::inputs(), tables).prop_map(
        |((view, unit, theme), inputs, baseline, (sites, miners))| {
            let preset = State::default();
            State {
                view,
                unit,
                theme,
                inputs,
                baseline,
                sites,
                miners: miners.unwrap_or(preset.miners),
                ..State::default()
            }
        },
    )
}
