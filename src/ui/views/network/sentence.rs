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
    let hashrate = eh_s(results.equilibrium_hashrate);
    let running = running_hashrate(&state.inputs);
    let apart = results.equilibrium_hashrate / running - 1.0;
    let money = |usd: f64| {
        let shown = state.unit.from_usd_per_eh_day(usd, first.btc_price);
        html! { <b class="hp-ink-revenue">{ format::shown_revenue(shown, state.unit) }</b> }
    };
    let settled = money(results.equilibrium_hashprice);
    let per = format!(" {} a day", state.unit.per());
    let words = Words::of(state.inputs.capacity_growth_pct() != 0.0);
    if apart.abs() < STILL {
        return html! {
            <>
                { words.balanced }<b>{ hashrate }</b>{ " and a hashprice of " }{ settled }{ per }
                { way(path, words.from_there, ": difficulty stays within half a percent.") }
            </>
        };
    }
    let side = if apart < 0.0 { "less" } else { "more" };
    let share = format::distance(apart);
    html! {
        <>
            { words.settling }<b>{ hashrate }</b>{ ", " }<b>{ share }</b>
            { format!(" {side} than today, and hashprice at ") }{ settled }{ per }
            { " instead of " }{ money(first.hashprice) }
            { way(path, words.on_the_way, ".") }
        </>
    }
}

/// How the sentence begins, and what leads to where difficulty goes: the balance is that of what is installed
/// today, and machines that come or go lead elsewhere.
struct Words {
    balanced: &'static str,
    settling: &'static str,
    from_there: &'static str,
    on_the_way: &'static str,
}

impl Words {
    const fn of(has_growth: bool) -> Self {
        if has_growth {
            Self {
                balanced: "Today's machines are in balance at ",
                settling: "Today's machines would settle at ",
                from_there: "; as capacity changes, difficulty ",
                on_the_way: "; as capacity changes, difficulty ",
            }
        } else {
            Self {
                balanced: "The network is in balance at ",
                settling: "Hashrate would settle at ",
                from_there: "; from there difficulty ",
                on_the_way: "; on the way difficulty ",
            }
        }
    }
}

/// Where difficulty is furthest from today's; `still` where it hardly moves. A path that goes up and down to its
/// end says between what.
fn way(path: &Simulation, lead: &str, still: &str) -> Html {
    if let Some((low, high)) = path.swing() {
        return html! {
            <>
                { "; on the simulated path it swings between " }<b>{ eh_s(low) }</b>{ " and " }<b>{ eh_s(high) }</b>
                { " to the end." }
            </>
        };
    }
    let (Some(first), Some(turn)) = (path.epochs.first(), path.furthest()) else {
        return html! {};
    };
    let moved = turn.difficulty / first.difficulty - 1.0;
    if moved.abs() < STILL {
        return html! { { still } };
    }
    let direction = if moved < 0.0 { "falls " } else { "rises " };
    html! {
        <>
            { lead }{ direction }<b>{ format::distance(moved) }</b>{ " in " }{ days(turn.day) }{ "." }
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

/// "1,045 EH/s".
pub(super) fn eh_s(hashrate: f64) -> String {
    format!("{} EH/s", format::significant(hashrate, 4, 0))
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
