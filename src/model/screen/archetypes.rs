//! Four kinds of miner to start from. They are made up: no company's data.

use super::column::Column;
use super::miner::Miner;
use crate::model::parameters::Inputs;

use Column::{
    Cash, Efficiency, ExecutionPct, FleetHashrate, GrossMw, NetDebt, Overhead, PowerPrice,
    SharePrice, Shares,
};

/// What an archetype has that the preset does not.
type Differences = &'static [(Column, f64)];

const ARCHETYPES: [(&str, Differences); 4] = [
    (
        "Efficient, cheap power (illustrative)",
        &[
            (FleetHashrate, 60.0),
            (Efficiency, 15.0),
            (PowerPrice, 32.0),
            (Overhead, 2_500.0),
            (GrossMw, 100.0),
            (ExecutionPct, 30.0),
            (SharePrice, 28.0),
            (NetDebt, -250.0),
            (Cash, 400.0),
        ],
    ),
    ("Network average (illustrative)", &[]),
    (
        "Old fleet (illustrative)",
        &[
            (FleetHashrate, 12.0),
            (Efficiency, 28.0),
            (PowerPrice, 50.0),
            (Overhead, 2_500.0),
            (GrossMw, 20.0),
            (ExecutionPct, 30.0),
            (SharePrice, 1.5),
            (Shares, 50.0),
            (Cash, 30.0),
        ],
    ),
    (
        "Hybrid, mining and HPC (illustrative)",
        &[
            (FleetHashrate, 25.0),
            (Efficiency, 19.0),
            (PowerPrice, 40.0),
            (GrossMw, 400.0),
            (ExecutionPct, 90.0),
            (SharePrice, 14.0),
            (Shares, 150.0),
            (NetDebt, 600.0),
            (Cash, 500.0),
        ],
    ),
];

/// Four illustrative miners: efficient with cheap power; the network's average, which is the
/// preset; an old fleet; a hybrid of mining and HPC.
#[must_use]
pub fn archetypes() -> Vec<Miner> {
    let preset = Inputs::default();
    ARCHETYPES
        .into_iter()
        .map(|(name, differences)| {
            let average = Miner::named(name, &preset).expect("the names above are short");
            let with = |miner: Miner, &(column, value): &(Column, f64)| {
                miner
                    .with(column, value)
                    .expect("the numbers above are in range")
            };
            differences.iter().fold(average, with)
        })
        .collect()
}
