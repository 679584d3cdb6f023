//! The result in words: who covers the power bill, where hashrate and hashprice settle, where difficulty goes.

use yew::prelude::*;

use crate::format;
use crate::model::Evaluation;
use crate::model::cost_curve::{CostCurve, running_hashrate};
use crate::model::difficulty_lag::{Epoch, Simulation};
use crate::state::State;

/// A difficulty that moves by less than this fraction stays where it is.
pub(super) const STILL: f64 = 0.005;

/// The sentence at the top of the view.
pub(super) fn sentence(state: &State, now: &Evaluation, path: &Simulation) -> Html {
    let results = now.cost_curve();
    let price = format::usd(state.inputs.btc_price(), 0);
    let share = covering(results);
    html! {
        <h1 class="hp-sentence">
            <span class="hp-long">
                { "At " }<b>{ price }</b>{ " a bitcoin, " }<b>{ share }</b>
                { " of the installed hashrate covers its power bill. " }
            </span>
            { course(state, path, results) }
        </h1>
    }
}

/// The share that covers its power bill: "97%", "99.7%" where "100%" would say all of it, "nearly none".
fn covering(results: &CostCurve) -> String {
    let share = results.online_share;
    if results.covers_nearly_none() {
        return "nearly none".to_owned();
    }
    let whole = format::percent(share, 0);
    match whole.as_str() {
        "0%" | "100%" if share < 1.0 => format::percent(share, 1),
        _ => whole,
    }
}

/// Where the network settles at this price against today, then how difficulty gets there.
fn course(state: &State, path: &Simulation, results: &CostCurve) -> Html {
    let (Some(first), Some(last)) = (path.epochs.first(), path.epochs.last()) else {
        return html! {};
    };
    if path.stalled {
        return stalled(last);
    }
    let hashrate = format!(
        "{} EH/s",
        format::significant(results.equilibrium_hashrate, 4, 0)
    );
    let running = running_hashrate(&state.inputs);
    let apart = results.equilibrium_hashrate / running - 1.0;
    let money = |usd: f64| {
        let shown = state.unit.from_usd_per_eh_day(usd, first.btc_price);
        html! { <b class="hp-ink-revenue">{ format::shown_revenue(shown, state.unit) }</b> }
    };
    let settled = money(results.equilibrium_hashprice);
    let per = format!(" {} a day", state.unit.per());
    let turn = path.furthest().unwrap_or(last);
    let moved = turn.difficulty / first.difficulty - 1.0;
    let way = if moved < 0.0 { "falls " } else { "rises " };
    let by = format::distance(moved);
    let within = days(turn.day);
    let is_still = moved.abs() < STILL;
    if apart.abs() < STILL {
        return html! {
            <>
                { "The network is in balance at " }<b>{ hashrate }</b>{ " and a hashprice of " }{ settled }{ per }
                if is_still {
                    { ": difficulty stays within half a percent." }
                } else {
                    { "; from there difficulty " }{ way }<b>{ by }</b>{ " in " }{ within }{ "." }
                }
            </>
        };
    }
    let side = if apart < 0.0 { "less" } else { "more" };
    let share = format::distance(apart);
    html! {
        <>
            { "Hashrate would settle at " }<b>{ hashrate }</b>{ ", " }<b>{ share }</b>
            { format!(" {side} than today, and hashprice at ") }{ settled }{ per }
            { " instead of " }{ money(first.hashprice) }
            if is_still {
                { "." }
            } else {
                { "; on the way difficulty " }{ way }<b>{ by }</b>{ " in " }{ within }{ "." }
            }
        </>
    }
}

fn stalled(last: &Epoch) -> Html {
    html! {
        <>
            { "The chain would stall in " }<b>{ days(last.day) }</b>
            { ": so few machines are left that an epoch would last more than two years, and difficulty \
               cannot fall before it ends." }
        </>
    }
}

/// "45 days".
pub(super) fn days(count: f64) -> String {
    match format::number(count, 0).as_str() {
        "1" => "1 day".to_owned(),
        text => format!("{text} days"),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::cost_curve::evaluate;
    use crate::model::parameters::arbitrary;
    use crate::model::tests::with;

    #[test]
    fn a_share_is_not_rounded_to_none_or_all() {
        for (hashrate, told) in [
            (1_045.0, "97%"),
            (20_000.0, "nearly none"),
            (400.0, "100.0%"),
        ] {
            let results = evaluate(&with(&[("network_hashrate", hashrate)]));
            assert_eq!(covering(&results), told, "{hashrate} EH/s");
        }
    }

    proptest! {
        #[test]
        fn a_share_of_nothing_is_said_of_nobody(inputs in arbitrary::inputs()) {
            let results = evaluate(&inputs);
            prop_assert!(!["0%", "0.0%"].contains(&covering(&results).as_str()), "{results:?}");
        }
    }
}
