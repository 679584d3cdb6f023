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
    let share = format::percent(results.online_share, 0);
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
    let by = format::percent(moved.abs(), 0);
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
    let share = format::percent(apart.abs(), 0);
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
