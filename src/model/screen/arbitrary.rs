//! Random valid miners for property tests.

use proptest::prelude::*;

use super::{Column, Miner};
use crate::model::parameters::{Inputs, arbitrary};

/// Names of any characters, often those that files and spreadsheets take for something else.
pub(crate) fn name() -> impl Strategy<Value = String> {
    let odd = prop::sample::select(vec![
        '=', '+', '-', '@', '\t', '\r', '\n', ' ', '\'', '"', ',', ';', '＝', '＋', '－', '＠',
        '\u{feff}', '\0', '1', '.', 'e', 'ß', '💥',
    ]);
    let character = prop_oneof![odd, any::<char>()];
    prop::collection::vec(character, 1..=100)
        .prop_map(|characters| characters.into_iter().collect::<String>())
        .prop_filter("a name is more than spaces", |name: &String| {
            !name.trim().is_empty()
        })
}

/// A value that a column accepts: an end of its range or anything between.
fn value(column: Column) -> BoxedStrategy<f64> {
    match column.input() {
        Some(key) => arbitrary::value(key).boxed(),
        None => {
            let range = column.accepted();
            prop_oneof![Just(range.min), Just(range.max), range.min..range.max].boxed()
        }
    }
}

/// A miner with any name and numbers.
pub(crate) fn miner() -> impl Strategy<Value = Miner> {
    let values: Vec<_> = Column::ALL.into_iter().map(value).collect();
    (name(), values).prop_map(|(name, values)| {
        let average = Miner::named(&name, &Inputs::default()).expect("the strategy makes names");
        let with = |miner: Miner, (column, value)| miner.with(column, value).expect("in range");
        Column::ALL.into_iter().zip(values).fold(average, with)
    })
}
