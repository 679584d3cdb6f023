//! Writes the page of each view as markup: a JSON object with the view's key, and the markup with
//! charts of each width that is asked for (px, the arguments).

use std::collections::BTreeMap;
use std::io::Write;

use hashpivot::prerender::page;
use hashpivot::state::View;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let widths = std::env::args().skip(1).map(|width| width.parse());
    let widths: Vec<f64> = widths.collect::<Result<_, _>>()?;
    let pages = |view: View| -> Vec<String> { widths.iter().map(|px| page(view, *px)).collect() };
    let views: BTreeMap<&str, Vec<String>> = View::ALL
        .into_iter()
        .map(|view| (view.key(), pages(view)))
        .collect();
    std::io::stdout().write_all(serde_json::to_string(&views)?.as_bytes())?;
    Ok(())
}
