//! The stress table: six named shocks and what each does to four results.

use std::borrow::Cow;

use yew::prelude::*;

use super::why::why;
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
            <Head stress={*key} name={*name} changes={changes.clone()} why={why(shock, inputs.new_shares_pct() > 0.0)} act={act.clone()} />
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
    why: Vec<&'static str>,
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
            <span class="hp-shock-why">{ props.why.join(" ") }</span>
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
    let words = moved_by(output.unit, (value, by), text);
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

/// How a result moved by so much to what it is: in percent, or as what it was where no percentage says that or
/// one reads as none though the texts differ.
fn moved_by(
    unit: OutputUnit,
    (value, by): (f64, f64),
    text: impl Fn(f64) -> String,
) -> Cow<'static, str> {
    let before = value - by;
    match change(unit, value, before) {
        Change::None if text(before) == text(value) => "unchanged".into(),
        Change::None | Change::Through => format!("was {}", text(before)).into(),
        Change::By(change) => change.into(),
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_result_is_unchanged_only_where_it_reads_alike() {
        let told = |value, by| {
            moved_by(OutputUnit::UsdPerShare, (value, by), |value| usd(value, 2)).into_owned()
        };
        assert_eq!(told(77_146.01, -8.28), "was $77,154.29");
        assert_eq!(told(24.208, 0.001), "unchanged");
        assert_eq!(told(24.21, 0.0), "unchanged");
        assert_eq!(told(22.0, -2.0), "\u{2212}8.3%");
        assert_eq!(told(-1.0, -2.0), "was $1.00");
    }
}
