//! The view's sentence: what converting is worth beside mining on, and what changed that.

use yew::prelude::*;

use super::start_from::started;
use crate::format;
use crate::model::model_inputs::ModelInputs;
use crate::model::parameters::{Inputs, Key};
use crate::model::pivot::Pivot;
use crate::ui::figures::Figures;

/// How many changed inputs are named; the others are counted.
const NAMED: usize = 3;

/// The sentence.
pub(super) fn sentence(figures: Figures<'_>) -> Html {
    today(&figures.state.inputs, figures.now.pivot())
}

/// What differs from the baseline, and what that does; nothing while nothing differs.
pub(super) fn changes(figures: Figures<'_>) -> Html {
    let Figures {
        state, now, before, ..
    } = figures;
    since(&state.inputs, &state.baseline, now.pivot(), before.pivot())
}

fn today(inputs: &Inputs, results: &Pivot) -> Html {
    let gain = results.npv_gain;
    let (more, ink) = if gain < 0.0 {
        ("less", "hp-ink-loss")
    } else {
        ("more", "hp-ink-profit")
    };
    let mw = format::significant(inputs.gross_mw(), 4, 0);
    html! {
        <h1 class="hp-sentence is-long">
            { "Leased as a data centre, " }<b>{ format!("{mw} gross MW") }</b>{ " are worth " }
            <b class={ink}>{ format::usd_m(gain.abs()) }</b>{ format!(" {more} than continued mining: ") }
            <b class="hp-ink-hpc">{ format::usd_m(results.npv_convert) }</b>{ " against " }
            <b class="hp-ink-mining">{ format::usd_m(results.npv_mining) }</b>{ ". " }
            { condition(results) }
        </h1>
    }
}

/// Down to which rent, or from which rent on, converting wins.
fn condition(results: &Pivot) -> Html {
    let Some(rate) = results.breakeven_lease_rate else {
        return html! { { "No rent makes a difference." } };
    };
    let rate = format::usd(rate, 2);
    let words = if results.npv_gain < 0.0 {
        "Converting wins above "
    } else {
        "It stays ahead down to a rent of "
    };
    html! { <>{ words }<b data-sentence="breakeven_lease_rate">{ rate }</b>{ " a kW a month." }</> }
}

/// "Delay 12 months instead of 0 months: the gain falls by $344 m, from $1.92 bn to $1.58 bn."
fn since(inputs: &Inputs, baseline: &Inputs, now: &Pivot, before: &Pivot) -> Html {
    let moved = moved(inputs, baseline);
    if moved.is_empty() {
        return html! {};
    }
    let name = if *baseline == Inputs::default() {
        "December 2025"
    } else {
        "the pinned baseline"
    };
    let causes = causes(inputs, baseline, &moved);
    let gain = step("the gain from converting", now.npv_gain, before.npv_gain);
    let expected = step(
        "the expected gain",
        now.expected_npv_gain,
        before.expected_npv_gain,
    );
    html! {
        <p class="hp-since hp-wide" data-since="baseline">
            <span>{ format!("Against {name}: {causes}. ") }</span>
            <b>{ format::unbroken(&capitalised(&gain)) }{ ", " }{ format::unbroken(&expected) }{ "." }</b>
        </p>
    }
}

/// The inputs of the pivot that differ from the baseline, each quantity once.
fn moved(inputs: &Inputs, baseline: &Inputs) -> Vec<Key> {
    let keys = ModelInputs::of_output("npv_gain").map_or(&[][..], |(_, keys)| keys);
    let differs = |key: &Key| {
        *key != Key::NetworkHashrate && inputs.effective(*key) != baseline.effective(*key)
    };
    keys.iter().copied().filter(differs).collect()
}

/// "Hut 8 – Fluidstack, River Bend, Delay 12 months (was 0 months) and 2 more inputs": what a deal
/// set goes by its name.
fn causes(inputs: &Inputs, baseline: &Inputs, moved: &[Key]) -> String {
    let deal = started(inputs);
    let is_deals = |key: &Key| {
        let mut set = deal.iter().flat_map(|deal| &deal.entries);
        set.any(|(set, _)| set == key)
    };
    let own: Vec<Key> = moved.iter().copied().filter(|key| !is_deals(key)).collect();
    let name = deal
        .filter(|_| own.len() < moved.len())
        .map(|deal| deal.name.to_owned());
    let changes = own
        .iter()
        .take(NAMED)
        .map(|key| change(inputs, baseline, *key));
    let named: Vec<String> = name.into_iter().chain(changes).collect();
    let rest = match own.len().saturating_sub(NAMED) {
        0 => String::new(),
        1 => " and 1 more input".to_owned(),
        more => format!(" and {more} more inputs"),
    };
    named.join(", ") + &rest
}

/// "Lease rate $130/kW/mo (was $150/kW/mo)".
fn change(inputs: &Inputs, baseline: &Inputs, key: Key) -> String {
    let text = |inputs: &Inputs| {
        let value = inputs.effective(key);
        value.map_or_else(
            || "absent".to_owned(),
            |value| format::input_text(key, value),
        )
    };
    let (now, was) = (text(inputs), text(baseline));
    format!("{} {now} (was {was})", key.parameter().label)
}

/// "the gain falls by $344 m to $1.58 bn".
fn step(what: &str, now: f64, before: f64) -> String {
    let by = format::usd_m((now - before).abs());
    let to = format::usd_m(now);
    if now < before {
        format!("{what} falls by {by} to {to}")
    } else if now > before {
        format!("{what} rises by {by} to {to}")
    } else {
        format!("{what} stays {to}")
    }
}

fn capitalised(text: &str) -> String {
    let (first, rest) = text.split_at(1);
    first.to_ascii_uppercase() + rest
}
