//! What the price of one company says, in sentences.

use yew::prelude::*;

use super::company::Props;
use crate::format::{distance, end_text, number, significant, unbroken, usd};
use crate::model::Evaluation;
use crate::model::parameters::Key;
use crate::model::sum_of_parts::{per_share_before_issue, per_share_before_issue_at};

/// What the price implies, how the equity follows bitcoin, and what new shares do: a sentence each.
///
/// `now` are the results for the same inputs.
pub(super) fn list(props: &Props, now: &Evaluation) -> Html {
    let sentences = [
        ("implied_execution_pct", execution(props, now)),
        ("implied_mw", megawatts(props)),
        ("implied_mining_multiple", multiple(props)),
        ("equity_beta", beta(props)),
        ("new_shares_pct", issue(props)),
    ];
    let item = |(key, sentence): (&'static str, String)| {
        html! { <li data-finding={key}>{ unbroken(&sentence) }</li> }
    };
    html! { <ul class="hp-findings">{ for sentences.map(item) }</ul> }
}

fn execution(
    Props {
        inputs, results, ..
    }: &Props,
    now: &Evaluation,
) -> String {
    if let Some(pct) = results.implied_execution_pct {
        return format!(
            "The price pays for a chance of {} that the contract becomes paying capacity; you assume {}%.",
            distance(pct / 100.0),
            end_text(Key::ExecutionPct, inputs.execution_pct())
        );
    }
    let at = |pct| per_share_before_issue_at(inputs, now, pct);
    let (never, surely) = (at(0.0), at(100.0));
    let price = inputs.share_price();
    if price > never.max(surely) {
        format!(
            "No probability justifies the price: at best a share is worth {}.",
            usd(never.max(surely), 2)
        )
    } else if price < never.min(surely) {
        format!(
            "No probability makes a share worth as little as its price: at worst it is worth {}.",
            usd(never.min(surely), 2)
        )
    } else {
        "The contract is worth as much when it fails: the price says nothing about its probability."
            .to_owned()
    }
}

fn megawatts(
    Props {
        inputs,
        results,
        mining_alone,
        ..
    }: &Props,
) -> String {
    let paid_for_all = inputs.share_price() * inputs.shares() + inputs.net_debt();
    match results.implied_mw {
        Some(mw) => format!(
            "Were all certain, the price would pay for {} MW to be converted; you plan {} MW.",
            number(mw, 0),
            end_text(Key::GrossMw, inputs.gross_mw())
        ),
        None if paid_for_all < *mining_alone => {
            "Mining alone is worth more than the price: it pays for no megawatt of HPC.".to_owned()
        }
        None => {
            "No number of converted megawatts justifies the price: each is worth less than it mines."
                .to_owned()
        }
    }
}

fn multiple(
    Props {
        inputs, results, ..
    }: &Props,
) -> String {
    match results.implied_mining_multiple {
        Some(multiple) => format!(
            "With nothing for HPC, the price pays for mining at {} times its EBITDA; you assume {}.",
            significant(multiple, 2, 1),
            end_text(Key::MiningMultiple, inputs.mining_multiple())
        ),
        None if inputs.share_price() * inputs.shares() + inputs.net_debt() < 0.0 => {
            "Net cash is more than the price: mining comes for less than nothing.".to_owned()
        }
        None => "Mining earns nothing after overhead, so no multiple of it justifies the price."
            .to_owned(),
    }
}

/// "1% on bitcoin moves the equity by 1.24%; short 312 BTC to be neutral."
fn beta(
    Props {
        inputs, results, ..
    }: &Props,
) -> String {
    let hedge = results.hedge_btc;
    if hedge == 0.0 {
        let why = if inputs.mining_multiple() == 0.0 {
            "at a multiple of 0 mining is worth nothing here"
        } else {
            "mining earns nothing after overhead here"
        };
        return format!("1% on bitcoin moves nothing: {why}, and rent is paid in dollars.");
    }
    let short = format!("short {} BTC to be neutral", number(hedge, 0));
    match results.equity_beta {
        Some(beta) if results.equity_value < 0.0 => format!(
            "The equity is negative, so the sign turns: 1% more on bitcoin makes it {}% less negative; {short}.",
            number(-beta, 2)
        ),
        Some(beta) => format!(
            "1% on bitcoin moves the equity by {}%; {short}.",
            number(beta, 2)
        ),
        None => format!("The equity is zero, so no percentage says how it moves; {short}."),
    }
}

/// What new shares do to the value of each.
fn issue(
    Props {
        inputs, results, ..
    }: &Props,
) -> String {
    let price = inputs.share_price();
    let before = per_share_before_issue(inputs, results);
    let (price_text, worth) = (usd(price, 2), usd(before, 2));
    if price_text == worth {
        return format!(
            "New shares at {price_text} sell for what one is worth: they change no share's value."
        );
    }
    let (would, does, than) = if before < price {
        ("lift", "lifts", "more")
    } else {
        ("lower", "lowers", "less")
    };
    let why = format!("they sell for {price_text}, {than} than the {worth} that a share is worth");
    let new = inputs.new_shares_pct();
    if new == 0.0 {
        return format!("Issuing shares would {would} the value of each: {why}.");
    }
    format!(
        "Issuing {}% {does} the value of each to {}: {why}.",
        number(new, 0),
        usd(results.per_share, 2)
    )
}
