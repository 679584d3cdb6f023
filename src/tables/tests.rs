mod cells;
mod files;
mod history;
mod laws;
mod limits;
mod miners;
mod numbers;
mod splitting;
mod writing;

use super::*;
use crate::model::parameters::Inputs;
use crate::model::screen::{Column, Miner};

fn page() -> Inputs {
    Inputs::default()
}

fn read(text: &str) -> MinersTable {
    read_miners(text, &page()).expect("has a header")
}

fn refused(text: &str) -> String {
    let error = read_miners(text, &page()).expect_err("must be refused");
    error.to_string()
}

/// A miner like the page, with these numbers in place of the page's.
fn miner(name: &str, numbers: &[(Column, f64)]) -> Miner {
    let average = Miner::named(name, &page()).expect("a name");
    numbers.iter().fold(average, |miner, &(column, value)| {
        miner.with(column, value).expect("in range")
    })
}

/// Everything that is wrong, as the page would list it.
fn told(table: &MinersTable) -> Vec<String> {
    let problems = table.unread.iter().flat_map(|row| &row.problems);
    problems.map(Problem::to_string).collect()
}

/// The name and the power price of each miner that was read.
fn power_prices(text: &str) -> Vec<(String, f64)> {
    let table = read(text);
    assert_eq!(told(&table), Vec::<String>::new(), "{text:?}");
    let price = |miner: &Miner| (miner.name().to_owned(), miner.get(Column::PowerPrice));
    table.miners.iter().map(price).collect()
}

fn named(name: &str, price: f64) -> (String, f64) {
    (name.to_owned(), price)
}
