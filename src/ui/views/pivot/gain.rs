//! How the gain from converting comes about, and what its chance of success makes of it.

use yew::prelude::*;

use super::PanelProps;
use crate::decimal::exact;
use crate::format;
use crate::model::parameters::Inputs;
use crate::model::pivot::{MiningPlan, Pivot};
use crate::ui::class;

/// One line of a sum: what, how much in USD m, whether it is a total.
type Line = (String, f64, bool);

/// The panel: two sums, and what the second one means.
#[component]
pub(super) fn Gain(PanelProps { state, now }: &PanelProps) -> Html {
    let (inputs, results) = (&state.inputs, now.pivot());
    html! {
        <section class="hp-card hp-panel" aria-labelledby="hp-gain">
            <h2 id="hp-gain">{ "How the gain comes about" }</h2>
            <div class="hp-sums">
                { sum("gain", &value_lines(results)) }
                { sum("expected_gain", &expected_lines(inputs, results)) }
            </div>
            <p>{ explanation(inputs, results) }</p>
        </section>
    }
}

fn sum(name: &'static str, lines: &[Line]) -> Html {
    let amounts: Vec<f64> = lines.iter().map(|(_, amount, _)| *amount).collect();
    let texts = format::usd_m_column(&amounts);
    let rows = lines
        .iter()
        .zip(texts)
        .map(|((what, amount, is_total), text)| {
            html! {
                <div class={class::with("hp-sum-row", &[is_total.then_some("is-total")])}>
                    <dt>{ what }</dt>
                    <dd data-value={exact(*amount)}>{ text }</dd>
                </div>
            }
        });
    html! { <dl class="hp-sum" data-sum={name}>{ for rows }</dl> }
}

/// Present values, in the order in which they add up.
fn value_lines(results: &Pivot) -> Vec<Line> {
    let sale = results.mining_parts.sale;
    let meanwhile = results.npv_convert - results.npv_hpc - sale;
    let plan = match results.mining_plan {
        MiningPlan::RunOff => "Continued mining until the machines are worn out",
        MiningPlan::Renew => "Continued mining with new machines",
    };
    vec![
        (
            "The data centre, after its capex".to_owned(),
            results.npv_hpc,
            false,
        ),
        ("Sale of today's machines".to_owned(), sale, false),
        ("Mining until it stops".to_owned(), meanwhile, false),
        (plan.to_owned(), -results.npv_mining, false),
        ("Gain from converting".to_owned(), results.npv_gain, true),
    ]
}

/// The gain in its two branches.
fn expected_lines(inputs: &Inputs, results: &Pivot) -> Vec<Line> {
    let success = inputs.execution_pct() / 100.0;
    let failure = 1.0 - success;
    let sunk = inputs.sunk_pct() / 100.0 * results.capex_present_value;
    let chance = |share: f64| format::percent(share, 0);
    vec![
        (
            format!("{} chance of the gain", chance(success)),
            success * results.npv_gain,
            false,
        ),
        (
            format!(
                "{} chance of losing {} of the capex",
                chance(failure),
                chance(inputs.sunk_pct() / 100.0)
            ),
            -failure * sunk,
            false,
        ),
        (
            format!("{} chance of months without mining", chance(failure)),
            -failure * results.mining_parts.idle,
            false,
        ),
        ("Expected gain".to_owned(), results.expected_npv_gain, true),
    ]
}

fn explanation(inputs: &Inputs, results: &Pivot) -> String {
    let failure = 100.0 - inputs.execution_pct();
    if failure <= 0.0 {
        return "The contract is certain to become paying capacity: the expected gain is the gain."
            .to_owned();
    }
    let sunk = inputs.sunk_pct() / 100.0 * results.capex_present_value;
    format!(
        "The gain is what converting is worth if the contract becomes paying capacity. In {} of \
         cases it does not: then {} of capex is lost, the site has not mined between its stop and \
         the first rent, and mining resumes. The expected gain counts both.",
        format::percent(failure / 100.0, 0),
        format::usd_m(sunk),
    )
}
