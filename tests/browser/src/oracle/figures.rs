//! The results: the unrounded numbers, and the texts that readers see.

use hashpivot::format::{absent, amount};
use hashpivot::model::outputs::Output;

use super::{Expected, is_close};
use crate::page::{Figure, Snapshot};

pub(super) fn disagreements(seen: &Snapshot, expected: &Expected) -> Vec<String> {
    if seen.figures.is_empty() {
        return vec!["the view shows no results".to_owned()];
    }
    seen.figures
        .iter()
        .filter_map(|figure| about(figure, expected).err())
        .collect()
}

fn about(figure: &Figure, expected: &Expected) -> Result<(), String> {
    let Figure { key, value, text } = figure;
    let output = Output::from_key(key).ok_or_else(|| format!("no output is called {key}"))?;
    let wanted = (output.value)(&expected.results);
    let is_right = match (wanted, value.parse::<f64>()) {
        (Some(wanted), Ok(shown)) => is_close(wanted, shown),
        (None, _) => value.is_empty(),
        (Some(_), Err(_)) => false,
    };
    if !is_right {
        return Err(format!(
            "{key}: the page has “{value}”, the model {wanted:?}"
        ));
    }
    let price = expected.inputs.btc_price();
    let words = wanted.map_or_else(
        || absent(key).to_owned(),
        |value| amount(output.unit, value, expected.unit, price).number(),
    );
    if *text == words {
        Ok(())
    } else {
        Err(format!("{key}: “{text}” is shown for “{words}”"))
    }
}
