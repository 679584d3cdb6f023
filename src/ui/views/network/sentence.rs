//! The result in words: who covers the power bill, where difficulty goes, where hashprice settles.

use yew::prelude::*;

use crate::format;
use crate::model::Evaluation;
use crate::model::difficulty_lag::{Epoch, Simulation};
use crate::state::State;

/// A difficulty that moves by less than this fraction stays where it is.
pub(super) const STILL: f64 = 0.005;

/// A path whose last hashprice is within this fraction of the equilibrium has settled: one that drift,
/// growth or a halving drives elsewhere has not.
const SETTLED: f64 = 0.03;

/// The sentence at the top of the view.
pub(super) fn sentence(state: &State, now: &Evaluation, path: &Simulation) -> Html {
    let results = now.cost_curve();
    let price = format::usd(state.inputs.btc_price(), 0);
    let share = format::percent(results.online_share, 0);
    html! {
        <h1 class="hp-sentence">
            <span class="hp-long">
                { "At " }<b>{ price }</b>{ " a bitcoin, " }<b>{ share }</b>
                { " of the installed hashrate covers its power bill. " }
            </span>
            { course(state, path, results.equilibrium_hashprice, results.equilibrium_hashrate) }
        </h1>
    }
}

/// What happens next, and where it ends.
fn course(state: &State, path: &Simulation, hashprice: f64, hashrate: f64) -> Html {
    let (Some(first), Some(last)) = (path.epochs.first(), path.epochs.last()) else {
        return html! {};
    };
    let money = |amount: f64, price: f64| {
        let shown = state.unit.from_usd_per_eh_day(amount, price);
        html! { <b class="hp-ink-revenue">{ format::shown_revenue(shown, state.unit) }</b> }
    };
    if path.stalled {
        return stalled(last);
    }
    let today = money(first.hashprice, first.btc_price);
    let turn = path.furthest().unwrap_or(last);
    let moved = turn.difficulty / first.difficulty - 1.0;
    if moved.abs() < STILL {
        return html! {
            <>{ "The network is at rest: difficulty stays within half a percent, and hashprice near " }{ today }{ "." }</>
        };
    }
    let end = if (last.hashprice / hashprice - 1.0).abs() > SETTLED {
        html! { { "." } }
    } else {
        let at = format!("{} EH/s", format::significant(hashrate, 3, 0));
        let settled = money(hashprice, state.inputs.btc_price());
        html! { <>{ " before it settles near " }{ settled }{ ", at " }<b>{ at }</b>{ "." }</> }
    };
    html! {
        <>
            { "Difficulty would " }{ if moved < 0.0 { "fall " } else { "rise " } }
            <b>{ format::percent(moved.abs(), 0) }</b>{ " in " }{ days(turn.day) }{ "; hashprice " }
            { verb(turn.hashprice / first.hashprice) }{ " from " }{ today }{ " to " }
            { money(turn.hashprice, turn.btc_price) }{ " " }{ state.unit.per() }{ end }
        </>
    }
}

fn verb(ratio: f64) -> &'static str {
    if ratio > 1.0 + STILL {
        "recovers"
    } else if ratio < 1.0 - STILL {
        "falls"
    } else {
        "goes"
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
