//! The view's key figures, and all others.

use yew::prelude::*;

use crate::format;
use crate::model::outputs::Model;
use crate::model::parameters::Inputs;
use crate::model::pivot::Pivot;
use crate::ui::figures::Figures;

/// Outputs shown as key figures.
const KEY_FIGURES: &[&str] = &[
    "npv_gain",
    "expected_npv_gain",
    "irr",
    "payback_months",
    "noi_first_year",
];

/// All other outputs of the model.
const OTHERS: &[&str] = &[
    "it_mw",
    "displaced_hashrate",
    "capex_total",
    "npv_hpc",
    "npv_convert",
    "npv_mining",
    "npv_run_off",
    "npv_renew",
    "noi_average",
    "yield_on_cost_first_year",
    "yield_on_cost_average",
    "multiple_on_capex",
    "levered_irr",
    "min_dscr",
    "equity_needed",
    "breakeven_lease_rate",
    "breakeven_overrun_pct",
    "breakeven_hashprice",
    "breakeven_delay_months",
    "hpc_revenue_per_gross_mw_year",
    "hpc_margin_per_gross_mw_year",
    "mining_revenue_per_gross_mw_year",
    "mining_margin_per_gross_mw_year",
];

/// The key figures as cards.
pub(super) fn key_figures(figures: Figures<'_>) -> Html {
    let notes = notes(&figures.state.inputs, figures.now.pivot());
    figures.cards(Model::PIVOT, KEY_FIGURES, &notes)
}

/// Every other figure, as a table.
pub(super) fn other_figures(figures: Figures<'_>) -> Html {
    figures.table(Model::PIVOT, OTHERS)
}

fn notes(inputs: &Inputs, results: &Pivot) -> Vec<String> {
    let first_rent = inputs.build_months() + inputs.delay_months();
    let levered = results.levered_irr.map(|irr| format::percent(irr, 1));
    vec![
        "against continued mining".to_owned(),
        format!(
            "at {}% execution",
            format::significant(inputs.execution_pct(), 3, 0)
        ),
        format!(
            "levered {}",
            levered.unwrap_or_else(|| format::absent("levered_irr").to_owned())
        ),
        format!("first rent in month {first_rent}"),
        format!("{} on average", format::usd_m(results.noi_average)),
    ]
}
