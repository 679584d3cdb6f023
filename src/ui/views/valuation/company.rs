//! One company: its parts against what is paid for it.

use yew::prelude::*;

use crate::format::{distance, end_text, usd};
use crate::model::parameters::{Inputs, Key};
use crate::model::sum_of_parts::SumOfParts;
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
    /// Its equity value, USD m.
    pub(super) equity_before: f64,
    /// What the baseline is called, where it differs.
    pub(super) baseline_name: Option<&'static str>,
}

/// The chart of the parts.
#[component]
pub(super) fn SumOfPartsChart(props: &Props) -> Html {
    let stack = use_memo(props.clone(), stack);
    let foot = foot(&stack.parts);
    html! {
        <StackChart id="sum-of-parts" title="What the parts come to" answer={answer(props)} {foot} baseline={props.baseline_name}
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
    format!(
        "A share is worth {}, {} than its price of {}.",
        usd(worth, 2),
        apart(worth, price),
        usd(price, 2)
    )
}

/// How far what a share is worth is from its price: "19% less".
pub(super) fn apart(worth: f64, price: f64) -> String {
    let side = if worth < price { "less" } else { "more" };
    format!("{} {side}", distance(worth / price - 1.0))
}

/// How the parts are valued, and which of them have no length that could be seen.
fn foot(parts: &[Amount]) -> String {
    let nothing = parts.iter().filter(|part| part.value == 0.0);
    let name = |part: &Amount| {
        if part.key == "hpc_value" {
            "HPC"
        } else {
            "mining"
        }
    };
    let nothing = nothing.map(|part| format!("; {} is worth nothing here", name(part)));
    format!(
        "mining at a multiple of its EBITDA, the contract at its probability{}",
        nothing.collect::<String>()
    )
}

fn stack(props: &Props) -> Stack {
    let Props {
        inputs, baseline, ..
    } = props;
    let before = if inputs == baseline {
        Vec::new()
    } else {
        vec![props.equity_before, paid(baseline)]
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
            format!(
                "{} times EBITDA",
                end_text(Key::MiningMultiple, inputs.mining_multiple())
            ),
        ),
        amount(
            "hpc_value",
            "HPC",
            "hp-ink-hpc",
            results.hpc_value,
            format!(
                "at {}% execution",
                end_text(Key::ExecutionPct, inputs.execution_pct())
            ),
        ),
    ];
    if debt != 0.0 {
        let (name, class) = if debt < 0.0 {
            ("Net cash", "hp-ink-plain")
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
            class: if results.per_share < inputs.share_price() {
                "hp-ink-loss"
            } else {
                "hp-ink-profit"
            },
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Evaluation;
    use crate::model::parameters::Key;

    #[test]
    fn a_share_that_is_nearly_worth_its_price_is_not_said_to_be_worth_it() {
        assert_eq!(apart(24.206_247_4, 24.206_247), "less than 1% more");
        assert_eq!(apart(0.001, 30.0), "more than 99% less");
        assert_eq!(apart(24.21, 30.0), "19% less");
    }

    #[test]
    fn a_part_of_nothing_is_said_below_the_chart_and_stands_in_the_table() {
        let preset = Inputs::default();
        let off = preset.with(Key::BtcPrice, Some(30_000.0)).unwrap();
        for (inputs, is_nothing) in [(&preset, false), (&off, true)] {
            let results = Evaluation::of(inputs).sum_of_parts().clone();
            let stack = stack(&Props {
                equity_before: results.equity_value,
                mining_alone: 0.0,
                results,
                inputs: inputs.clone(),
                baseline: preset.clone(),
                baseline_name: None,
            });
            assert_eq!(stack.parts[0].value == 0.0, is_nothing);
            let foot = foot(&stack.parts);
            assert_eq!(
                foot.contains("; mining is worth nothing"),
                is_nothing,
                "{foot}"
            );
        }
    }
}
