//! The stress table: six named shocks and what each does to four results.

use std::borrow::Cow;

use yew::prelude::*;

use crate::format::{Change, amount, change, input_text, usd};
use crate::model::outputs::{Output, OutputUnit};
use crate::model::parameters::{Inputs, Key};
use crate::model::stress::{self, Stress};
use crate::state::Action;
use crate::units::RevenueUnit;

/// The results that are followed.
const RESULTS: [&str; 4] = ["gross_profit", "free_cash_flow", "npv_gain", "per_share"];

/// What the table shows.
#[derive(PartialEq, Properties)]
pub(super) struct Props {
    /// The inputs that are shocked.
    pub(super) inputs: Inputs,
    /// The unit of revenue.
    pub(super) unit: RevenueUnit,
    /// Takes what a shock makes of the inputs.
    pub(super) act: Callback<Action>,
}

/// A row for each shock: a component, so that out of sight none is computed.
#[component]
pub(super) fn Shocks(Props { inputs, unit, act }: &Props) -> Html {
    let shocks = use_memo(inputs.clone(), stress::stress);
    let outputs = RESULTS.map(Output::from_key);
    let heads = outputs.iter().flatten().map(|output| {
        html! { <th scope="col">{ heading(output, *unit) }</th> }
    });
    let rows = shocks.iter().map(|shock| row(inputs, shock, *unit, act));
    html! {
        <section class="hp-card hp-shocks" aria-labelledby="hp-shocks">
            <h2 id="hp-shocks">{ "What a shock does" }</h2>
            <p>{ "Each shock alone, and all of them one after the other; the change from your inputs under each result." }</p>
            <div class="hp-shocks-table" tabindex="0" role="group" aria-labelledby="hp-shocks">
                <table>
                    <thead><tr><th scope="col">{ "Shock" }</th>{ for heads }</tr></thead>
                    <tbody>{ for rows }</tbody>
                </table>
            </div>
        </section>
    }
}

/// The name of a result, with the unit of one that is per hashrate: "Gross profit, per EH a day".
fn heading(output: &Output, unit: RevenueUnit) -> Cow<'static, str> {
    match output.unit {
        OutputUnit::RevenuePerDay => format!("{}, {}", output.label, unit.words()).into(),
        _ => output.label.into(),
    }
}

fn row(inputs: &Inputs, shock: &Stress, unit: RevenueUnit, act: &Callback<Action>) -> Html {
    let Stress {
        key, name, changes, ..
    } = shock;
    let cells = RESULTS.iter().filter_map(|output| {
        let effect = shock.effect_on(output)?;
        cell(Output::from_key(output)?, effect, unit, inputs)
    });
    html! {
        <tr data-stress={*key}>
            <Head stress={*key} name={*name} changes={changes.clone()} why={why(shock, inputs)} act={act.clone()} />
            { for cells }
        </tr>
    }
}

/// What a shock is: most of it stays while other inputs move.
#[derive(PartialEq, Properties)]
struct HeadProps {
    stress: &'static str,
    name: &'static str,
    changes: Vec<stress::Change>,
    why: &'static str,
    act: Callback<Action>,
}

/// Its name, what it moves, why the results follow, and the way to take it over.
#[component]
fn Head(props: &HeadProps) -> Html {
    let HeadProps {
        stress,
        name,
        changes,
        ..
    } = props;
    let is_done = changes
        .iter()
        .all(|change| change.to.to_bits() == change.from.to_bits());
    let apply = {
        let entries = changes.iter().map(|change| (change.key, Some(change.to)));
        let (name, entries): (_, Vec<_>) = (*name, entries.collect());
        props
            .act
            .reform(move |_| Action::Take(name, entries.clone()))
    };
    html! {
        <th scope="row">
            <b>{ *name }</b>
            <span class="hp-shock-changes">{ for changes.iter().map(moved) }</span>
            <span class="hp-shock-why">{ props.why }</span>
            <button type="button" class="hp-button" data-apply={*stress} disabled={is_done} onclick={apply}>
                { "Apply to my inputs" }
            </button>
        </th>
    }
}

/// A result after the shock, and its change under it.
fn cell(
    output: &Output,
    (value, by): (f64, f64),
    unit: RevenueUnit,
    inputs: &Inputs,
) -> Option<Html> {
    let text = |value| amount(output.unit, value, unit, inputs.btc_price()).number();
    let before = value - by;
    let words = match change(output.unit, value, before) {
        Change::None => "unchanged".to_owned(),
        Change::By(change) => change,
        Change::Through => format!("was {}", text(before)),
    };
    let ink = if words == "unchanged" {
        "hp-ink-quiet"
    } else if by < 0.0 {
        "hp-ink-loss"
    } else {
        "hp-ink-profit"
    };
    Some(html! {
        <td data-label={heading(output, unit)} data-result={output.key}>
            <b>{ text(value) }</b>
            <span class={ink}>{ words }</span>
        </td>
    })
}

/// "Power cost $45/MWh → $60/MWh", and whether its range cut it.
fn moved(change: &stress::Change) -> Html {
    let stress::Change { key, from, to, cut } = change;
    let text = |value: f64| match key {
        Key::SharePrice => usd(value, 2),
        _ => input_text(*key, value),
    };
    html! {
        <span data-changed={key.name()}>
            { format!("{} {} → {}", key.parameter().label, text(*from), text(*to)) }
            if *cut {
                <em>{ " (cut: the end of its range)" }</em>
            }
        </span>
    }
}

/// Why the results move as they do.
fn why(shock: &Stress, inputs: &Inputs) -> &'static str {
    let issues = inputs.new_shares_pct() > 0.0;
    match shock.key {
        "difficulty_up" if shock.npv_gain_change > 0.0 => {
            "Every exahash earns less, so continued mining is worth less; rent is unchanged, and converting gains by comparison."
        }
        "difficulty_up" => {
            "Every exahash earns less; continued mining was worth nothing before either."
        }
        "target_ratio" if issues => {
            "The share price moves and nothing else: it counts where new shares are sold at it."
        }
        "target_ratio" => {
            "The share price moves and nothing else. What a share is worth does not depend on what it costs, unless new ones are sold."
        }
        "late_and_dear" => "Rent begins a year later on dearer buildings; mining is as it was.",
        "dilution" if issues => {
            "All new shares, those planned before too, bring in a quarter less each."
        }
        "dilution" if shock.per_share_change < 0.0 => {
            "New shares are sold for less than one is worth, so each is worth less."
        }
        "dilution" if shock.per_share_change > 0.0 => {
            "New shares are sold for more than one is worth, so each is worth more."
        }
        "dilution" => "New shares are sold for what one is worth.",
        "power" if shock.npv_gain_change > 0.0 => {
            "Power and idle hours make continued mining worth less; the tenant pays for its own power, so converting gains by comparison."
        }
        "power" => {
            "Power and idle hours cost mining; continued mining was worth nothing before either."
        }
        _ if shock.npv_gain_change < 0.0 => {
            "Delay and capex cost the conversion more than weaker mining helps it by comparison."
        }
        _ => "Weaker mining helps the conversion by comparison more than delay and capex cost it.",
    }
}
