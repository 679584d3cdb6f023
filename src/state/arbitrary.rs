//! Random valid tables and states for property tests.

use proptest::prelude::*;

use super::{Choices, Pairing, PlannedSite, Side, State, Switch, Theme, View};
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

/// Anything chosen at every switch.
fn choices() -> impl Strategy<Value = Choices> {
    prop::collection::vec(0..20_usize, Switch::ALL.len()).prop_map(|places| {
        let chosen = Switch::ALL.into_iter().zip(places);
        chosen.fold(Choices::default(), |choices, (switch, place)| {
            choices.with(switch, place)
        })
    })
}

/// A state as a reader can make it, without notices: everything is the preset's or anything else.
pub(crate) fn state() -> impl Strategy<Value = State> {
    let view = prop::sample::select(&View::ALL[..]).prop_flat_map(|view| {
        (
            Just(view),
            prop::option::of(prop::sample::select(view.charts())),
        )
    });
    let look = (
        view,
        prop::sample::select(&RevenueUnit::ALL[..]),
        prop::sample::select(&Theme::ALL[..]),
    );
    let tables = (
        prop::collection::vec(planned_site(), 0..4),
        prop::option::of(prop::collection::vec(screen::miner(), 0..4)),
        prop::array::uniform2(prop::option::of(0..4_usize)),
        prop_oneof![Just(String::new()), any::<String>()],
        choices(),
    );
    (look, arbitrary::inputs(), arbitrary::inputs(), tables).prop_map(
        |(((view, chart), unit, theme), inputs, baseline, tables)| {
            let (sites, miners, sides, rows, choices) = tables;
            let miners = miners.unwrap_or(State::default().miners);
            let mut pair = Pairing::default();
            for (side, place) in Side::ALL.into_iter().zip(sides) {
                if let Some(miner) = place.and_then(|place| miners.get(place)) {
                    pair.put(side, miner.name(), &miners);
                }
            }
            State {
                view,
                chart,
                unit,
                theme,
                inputs,
                baseline,
                sites,
                miners,
                pair,
                history_rows: rows.into(),
                choices,
                ..State::default()
            }
        },
    )
}
