//! One company: its parts against what is paid for it.

use yew::prelude::*;

use crate::format::{number, percent, usd};
use crate::model::Evaluation;
use crate::model::parameters::Inputs;
use crate::model::sum_of_parts::{SumOfParts, per_share_before_issue};
use crate::ui::chart::{Amount, Stack, StackChart};

/// Both sets of inputs.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    /// Today's.
    pub(super) inputs: Inputs,
    /// Their results.
    pub(super) results: SumOfParts,
    /// What its mining would be worth without a conversion, USD m.
    pub(super) mining_alone: f64,
    /// The baseline's inputs.
    pub(super) baseline: Inputs,
    /// What the baseline is called, where it differs.
    pub(super) baseline_name: Option<&'static str>,
}

/// The chart of the parts.
#[component]
pub(super) fn SumOfPartsChart(props: &Props) -> Html {
    let stack = use_memo(props.clone(), stack);
    html! {
        <StackChart id="sum-of-parts" title="What the parts come to" answer={answer(props)}
            foot="mining at a multiple of its EBITDA, the contract at its probability" baseline={props.baseline_name}
            {stack} />
    }
}

/// "A share is worth $24.21, 19% less than its price."
pub(super) fn answer(
    Props {
        inputs, results, ..
    }: &Props,
) -> String {
    let (worth, price) = (results.per_share, inputs.share_price());
    let distance = worth / price - 1.0;
    let side = if distance < 0.0 { "less" } else { "more" };
    format!(
        "A share is worth {}, {} {side} than its price of {}.",
        usd(worth, 2),
        percent(distance.abs(), 0),
        usd(price, 2)
    )
}

fn stack(props: &Props) -> Stack {
    let Props {
        inputs, baseline, ..
    } = props;
    let before = if inputs == baseline {
        Vec::new()
    } else {
        let results = Evaluation::of(baseline).sum_of_parts().equity_value;
        vec![results, paid(baseline)]
    };
    Stack {
        parts: parts(props),
        totals: totals(props),
        before,
    }
}

fn parts(
    Props {
        inputs, results, ..
    }: &Props,
) -> Vec<Amount> {
    let amount = |key, name, class, value: f64, words: String| Amount {
        key,
        name,
        class,
        value,
        words,
    };
    let debt = inputs.net_debt();
    let issued = inputs.new_shares_pct();
    let mut parts = vec![
        amount(
            "mining_value",
            "Mining",
            "hp-ink-mining",
            results.mining_value,
            format!("{} times EBITDA", number(inputs.mining_multiple(), 1)),
        ),
        amount(
            "hpc_value",
            "HPC",
            "hp-ink-hpc",
            results.hpc_value,
            format!("at {}% execution", number(inputs.execution_pct(), 0)),
        ),
    ];
    if debt != 0.0 {
        let (name, class) = if debt < 0.0 {
            ("Net cash", "hp-ink-revenue")
        } else {
            ("Net debt", "hp-ink-cost")
        };
        parts.push(amount("net_debt", name, class, -debt, String::new()));
    }
    if issued > 0.0 {
        let proceeds = issued / 100.0 * inputs.share_price() * inputs.shares();
        let words = format!("sold at {}", usd(inputs.share_price(), 2));
        parts.push(amount(
            "new_shares",
            "New shares",
            "hp-ink-quiet",
            proceeds,
            words,
        ));
    }
    parts
}

/// What all shares cost, new ones included, USD m.
fn paid(inputs: &Inputs) -> f64 {
    inputs.share_price() * inputs.shares() * (1.0 + inputs.new_shares_pct() / 100.0)
}

fn totals(
    Props {
        inputs, results, ..
    }: &Props,
) -> Vec<Amount> {
    vec![
        Amount {
            key: "equity_value",
            name: "Worth",
            class: "hp-ink-profit",
            value: results.equity_value,
            words: format!("{} a share", usd(results.per_share, 2)),
        },
        Amount {
            key: "market_cap",
            name: "Paid",
            class: "hp-ink-quiet",
            value: paid(inputs),
            words: format!("{} a share", usd(inputs.share_price(), 2)),
        },
    ]
}

/// What the price implies, how the equity follows bitcoin, and what new shares do: a sentence each.
pub(super) fn findings(props: &Props) -> Html {
    let sentences = [
        ("implied_execution_pct", execution(props)),
        ("implied_mw", megawatts(props)),
        ("implied_mining_multiple", multiple(props)),
        ("equity_beta", beta(props)),
        ("new_shares_pct", issue(props)),
    ];
    let item = |(key, sentence): (&'static str, String)| {
        html! { <li data-finding={key}>{ sentence }</li> }
    };
    html! { <ul class="hp-findings">{ for sentences.map(item) }</ul> }
}

fn execution(
    Props {
        inputs, results, ..
    }: &Props,
) -> String {
    if let Some(pct) = results.implied_execution_pct {
        return format!(
            "The price pays for a {}% chance that the contract becomes paying capacity; you assume {}%.",
            number(pct, 0),
            number(inputs.execution_pct(), 0)
        );
    }
    let at = |pct| super::per_share_at_execution(inputs, pct);
    let (never, surely) = (at(0.0), at(100.0));
    let price = inputs.share_price();
    if price > never.max(surely) {
        format!(
            "No probability pays for the price: at best a share is worth {}.",
            usd(never.max(surely), 2)
        )
    } else if price < never.min(surely) {
        format!(
            "No probability is as low as the price: at worst a share is worth {}.",
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
            "Or it pays for {} MW that are certain to be converted; you plan {} MW.",
            number(mw, 0),
            number(inputs.gross_mw(), 0)
        ),
        None if paid_for_all < *mining_alone => {
            "Mining alone is worth more than the price: it pays for no megawatt of HPC.".to_owned()
        }
        None => {
            "No number of converted megawatts pays for the price: each is worth less than it mines."
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
            "Or, with nothing for HPC, for mining at {} times its EBITDA; you assume {}.",
            number(multiple, 1),
            number(inputs.mining_multiple(), 1)
        ),
        None if inputs.share_price() * inputs.shares() + inputs.net_debt() < 0.0 => {
            "Net cash is more than the price: mining comes for less than nothing.".to_owned()
        }
        None => "Mining earns nothing after overhead, so no multiple of it pays for the price."
            .to_owned(),
    }
}

/// "1% on bitcoin moves the equity by 1.24%; short 312 BTC to be neutral."
fn beta(Props { results, .. }: &Props) -> String {
    let hedge = results.hedge_btc;
    if hedge == 0.0 {
        return "1% on bitcoin moves nothing: mining earns nothing after overhead here, and rent is paid in dollars."
            .to_owned();
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
    let why = if before < price {
        format!("they sell for {price_text}, more than the {worth} that a share is worth")
    } else {
        format!("they sell for {price_text}, less than the {worth} that a share is worth")
    };
    let new = inputs.new_shares_pct();
    if before == price {
        return format!(
            "New shares at {price_text} change no share's value: that is what one is worth."
        );
    }
    let lifts = before < price;
    if new == 0.0 {
        let verb = if lifts { "lift" } else { "lower" };
        return format!("Issuing shares would {verb} the value of each: {why}.");
    }
    format!(
        "Issuing {}% {} the value of each to {}: {why}.",
        number(new, 0),
        if lifts { "lifts" } else { "lowers" },
        usd(results.per_share, 2)
    )
}
