//! How the shares of listed miners moved, as reported.

use yew::prelude::*;

use crate::facts::share_moves::{BEAT_BITCOIN, COHORT, CohortCap, SHARE_MOVES, SOURCE, ShareMove};
use crate::format;

/// Dated figures to hold the screen against, with their sources.
pub(super) fn share_moves() -> Html {
    let beat = BEAT_BITCOIN.iter().map(|count| {
        html! {
            <li>{ format!("{}: {} of {} beat bitcoin", format::period(count.period), count.companies, count.of) }</li>
        }
    });
    html! {
        <section class="hp-card hp-share-moves" aria-labelledby="hp-share-moves">
            <h2 id="hp-share-moves">{ "What shares have done" }</h2>
            <div class="hp-fact-lists">
                <ul>{ for SHARE_MOVES.iter().map(share) }{ for beat }</ul>
                <ul>{ for COHORT.iter().map(cohort) }</ul>
            </div>
            <p class="hp-screen-note">{ format!("Source, where no other is named: {SOURCE}.") }</p>
        </section>
    }
}

fn share(moved: &ShareMove) -> Html {
    let change = format::signed_percent(moved.change_pct / 100.0, 0);
    html! {
        <li>
            { format!("{}: {} ", format::period(moved.period), moved.company) }<b>{ change }</b>
            { note(moved.note) }
        </li>
    }
}

fn cohort(cap: &CohortCap) -> Html {
    let change = format::signed_percent(cap.change_pct / 100.0, 0);
    html! {
        <li>
            { format!("{}: the listed miners ", format::period(cap.date)) }<b>{ format::usd_m(1e3 * cap.usd_bn) }</b>
            { format!(", {change} since {}", cap.since) }
            { note(cap.note) }
            if cap.source != SOURCE {
                { note(cap.source) }
            }
        </li>
    }
}

fn note(note: &'static str) -> Html {
    html! { if !note.is_empty() { <small>{ note }</small> } }
}
