//! Two miners as a pair: long one, short the other, and the bitcoin that takes bitcoin out of it.

use yew::prelude::*;

use super::sentence::short;
use crate::format;
use crate::model::parameters::Inputs;
use crate::model::screen::{Miner, Pair, pair};
use crate::state::{Pairing, Side};

/// An exposure smaller than this is none, BTC per USD m.
const NEUTRAL: f64 = 5e-4;

/// A gain that reads as none, USD.
const NOTHING: f64 = 0.5;

/// The name of a side on screen.
pub(super) const fn title(side: Side) -> &'static str {
    match side {
        Side::Long => "Long",
        Side::Short => "Short",
    }
}

/// Both sides, where there are two.
fn both<'a>(chosen: &Pairing, miners: &'a [Miner]) -> Option<(&'a Miner, &'a Miner)> {
    let find = |side| {
        let name = chosen.get(side)?;
        miners.iter().find(|miner| miner.name() == name)
    };
    find(Side::Long).zip(find(Side::Short))
}

/// What the pair is exposed to, and its hedge.
pub(super) fn pairing(chosen: &Pairing, miners: &[Miner], inputs: &Inputs) -> Html {
    let sides = both(chosen, miners);
    let class = classes!("hp-pair", sides.is_none().then_some("is-open"));
    let text = match sides {
        None => html! {
            { "Choose Long on one row and Short on another: the pair's exposure to bitcoin, and the hedge for it, stand here." }
        },
        Some((long, short)) => told(&pair(long, short, inputs)),
    };
    html! { <p {class} role="status" data-pair="">{ text }</p> }
}

fn told(pair: &Pair) -> Html {
    let exposure = pair.net_exposure_btc_per_usd_m;
    let bitcoin = format!("{} BTC", format::significant(exposure.abs(), 3, 0));
    let hedge = if exposure.abs() < NEUTRAL {
        html! { { "does not move with bitcoin: it needs no hedge." } }
    } else {
        let (like, hedge) = if exposure > 0.0 {
            ("long", "sell")
        } else {
            ("short", "buy")
        };
        html! {
            <>
                { "moves like " }<b>{ format!("{bitcoin} {like}") }</b>
                { format!("; to be neutral, {hedge} ") }<b>{ bitcoin }</b>{ "." }
            </>
        }
    };
    let gain = |usd: f64| {
        let verb = match usd {
            _ if usd.abs() < NOTHING => return "gains nothing".to_owned(),
            _ if usd < 0.0 => "loses",
            _ => "gains",
        };
        format!("{verb} {}", format::usd(usd.abs(), 0))
    };
    html! {
        <>
            { "$1\u{a0}m of " }<b>{ short(&pair.long) }</b>{ " long and $1\u{a0}m of " }<b>{ short(&pair.short) }</b>{ " short " }
            { hedge }
            { format!(
                " Hedged, it {} if bitcoin falls 10% and {} if it rises 10%: a hedge fits small moves, and a side \
                 may stop or start to earn.",
                gain(pair.hedged_gain_btc_down), gain(pair.hedged_gain_btc_up),
            ) }
        </>
    }
}
