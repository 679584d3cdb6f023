//! Two miners as a pair: long one, short the other, and the bitcoin that takes bitcoin out of it.

use yew::prelude::*;

use super::sentence::short;
use crate::format;
use crate::model::parameters::Inputs;
use crate::model::screen::{Miner, Pair, pair};
use crate::state::{Pairing, Side};
use crate::ui::class;

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
    let class = class::with("hp-pair", &[sides.is_none().then_some("is-open")]);
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
    let hedge = if is_neutral(pair) {
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
    html! {
        <>
            { "$1\u{a0}m of " }<b>{ short(&pair.long) }</b>{ " long and $1\u{a0}m of " }<b>{ short(&pair.short) }</b>{ " short " }
            { hedge }
            { gains(pair) }
        </>
    }
}

/// What is left when bitcoin moves far; nothing where no hedge is needed and none is missed.
fn gains(pair: &Pair) -> String {
    let (down, up) = (pair.hedged_gain_btc_down, pair.hedged_gain_btc_up);
    let is_nothing = [down, up].iter().all(|usd| usd.abs() < NOTHING);
    let far = format!(
        "{} if bitcoin falls 10% and {} if it rises 10%",
        gain(down),
        gain(up)
    );
    match (is_neutral(pair), is_nothing) {
        (true, true) => String::new(),
        (true, false) => format!(" Yet it {far}: a side may stop or start to earn."),
        (false, true) => " Hedged, it gains and loses nothing if bitcoin moves 10% either way; farther off, a side \
                          may stop or start to earn."
            .to_owned(),
        (false, false) => format!(
            " Hedged, it {far}: a hedge fits small moves, and a side may stop or start to earn."
        ),
    }
}

/// "gains $1,200", "gains nothing".
fn gain(usd: f64) -> String {
    let verb = match usd {
        _ if usd.abs() < NOTHING => return "gains nothing".to_owned(),
        _ if usd < 0.0 => "loses",
        _ => "gains",
    };
    format!("{verb} {}", format::usd(usd.abs(), 0))
}

/// Whether a small move of bitcoin moves it by nothing that could be read.
fn is_neutral(pair: &Pair) -> bool {
    pair.net_exposure_btc_per_usd_m.abs() < NEUTRAL
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::screen::archetypes;
    use crate::model::tests::with;

    /// What is said of the first against the fourth at this bitcoin price.
    fn told(settings: &[(&str, f64)]) -> String {
        let inputs = with(settings);
        let miners = archetypes();
        gains(&pair(&miners[0], &miners[3], &inputs))
    }

    #[test]
    fn a_pair_that_needs_no_hedge_is_not_told_what_it_does_hedged() {
        assert_eq!(told(&[("btc_price", 10_000.0), ("power_price", 150.0)]), "");
        assert!(told(&[]).starts_with(" Hedged, it "), "{}", told(&[]));
    }

    #[test]
    fn a_hedge_that_holds_is_said_to_hold_once() {
        let dear = told(&[("btc_price", 2e6)]);
        assert!(dear.contains("gains and loses nothing"), "{dear}");
    }

    #[test]
    fn a_pair_without_exposure_says_what_a_great_move_does() {
        let still = Pair {
            net_exposure_btc_per_usd_m: 0.0,
            hedged_gain_btc_down: 0.0,
            hedged_gain_btc_up: 1_200.0,
            ..pair(&archetypes()[0], &archetypes()[3], &with(&[]))
        };
        assert_eq!(
            gains(&still),
            " Yet it gains nothing if bitcoin falls 10% and gains $1,200 if it rises 10%: a side may stop or start \
             to earn."
        );
    }
}
