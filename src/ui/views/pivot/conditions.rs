//! What would have to be true for the other use to win: the break-evens in sentences.

use yew::prelude::*;

use super::PanelProps;
use crate::decimal::exact;
use crate::format;
use crate::model::outputs::OutputUnit;
use crate::model::parameters::Inputs;
use crate::model::pivot::Pivot;
use crate::state::State;

/// One break-even: "The lease falls below *$80.75 a kW a month*" and how far that is.
struct Condition {
    /// The output that it states.
    output: &'static str,
    /// The break-even, where it exists.
    value: Option<f64>,
    /// The words before the amount, or all of them where there is none.
    words: &'static str,
    /// The break-even as text.
    amount: String,
    /// How far it is from today.
    distance: String,
}

impl Condition {
    fn new(output: &'static str, value: f64, words: &'static str, amount: String) -> Self {
        Self {
            output,
            value: Some(value),
            words,
            amount,
            distance: String::new(),
        }
    }

    fn never(output: &'static str, words: &'static str) -> Self {
        Self {
            output,
            value: None,
            words,
            amount: String::new(),
            distance: String::new(),
        }
    }

    fn at_distance(self, distance: String) -> Self {
        Self { distance, ..self }
    }

    fn row(&self) -> Html {
        let value = self.value.map(exact).unwrap_or_default();
        html! {
            <li class="hp-condition" data-condition={self.output} data-value={value}>
                <span>
                    { self.words }
                    if !self.amount.is_empty() { { " " }<b>{ &self.amount }</b> }
                    { "." }
                </span>
                <small>{ &self.distance }</small>
            </li>
        }
    }
}

/// The panel.
#[component]
pub(super) fn Conditions(PanelProps { state, now }: &PanelProps) -> Html {
    let results = now.pivot();
    let is_ahead = results.npv_gain >= 0.0;
    let lead = if is_ahead {
        "Continued mining would be worth more only if one of these came true, all else equal:"
    } else {
        "Converting would be worth more only if one of these came true, all else equal:"
    };
    let rows = [
        lease(&state.inputs, results, is_ahead),
        overrun(&state.inputs, results, is_ahead),
        hashprice(state, now.hashprice().hashprice, results, is_ahead),
        delay(&state.inputs, results, is_ahead),
    ];
    html! {
        <section class="hp-card hp-panel" aria-labelledby="hp-conditions">
            <h2 id="hp-conditions">{ "What would have to be true" }</h2>
            <p>{ lead }</p>
            <ul class="hp-conditions">{ for rows.iter().map(Condition::row) }</ul>
        </section>
    }
}

fn lease(inputs: &Inputs, results: &Pivot, is_ahead: bool) -> Condition {
    const OUTPUT: &str = "breakeven_lease_rate";
    let Some(rate) = results.breakeven_lease_rate else {
        let keeps_nothing = inputs.occupancy_pct() == 0.0 || inputs.noi_margin_pct() == 0.0;
        return Condition::never(
            OUTPUT,
            if keeps_nothing {
                "No rent changes that: none of it is kept"
            } else {
                "No rent changes that: converting wins without any"
            },
        );
    };
    let words = if is_ahead {
        "The lease falls below"
    } else {
        "The lease rises above"
    };
    let amount = format!("{} a kW a month", format::usd(rate, 2));
    let today = format::usd(inputs.lease_rate(), 2);
    Condition::new(OUTPUT, rate, words, amount).at_distance(away(rate, inputs.lease_rate(), &today))
}

fn overrun(inputs: &Inputs, results: &Pivot, is_ahead: bool) -> Condition {
    const OUTPUT: &str = "breakeven_overrun_pct";
    let Some(overrun) = results.breakeven_overrun_pct else {
        return Condition::never(
            OUTPUT,
            if results.capex_total > 0.0 {
                "No overrun changes that: converting loses even without capex"
            } else {
                "No overrun changes that: the company pays no capex"
            },
        );
    };
    let words = match (is_ahead, overrun < 0.0) {
        (true, false) => "Costs overrun by more than",
        (true, true) => "Costs come in below plan by less than",
        (false, false) => "Costs overrun by no more than",
        (false, true) => "Costs come in below plan by at least",
    };
    let amount = format::percent(overrun.abs() / 100.0, 0);
    let planned = format::percent(inputs.overrun_pct() / 100.0, 0);
    Condition::new(OUTPUT, overrun, words, amount).at_distance(format!("today {planned}"))
}

fn hashprice(state: &State, today: f64, results: &Pivot, is_ahead: bool) -> Condition {
    const OUTPUT: &str = "breakeven_hashprice";
    let Some(hashprice) = results.breakeven_hashprice else {
        return Condition::never(
            OUTPUT,
            if is_ahead {
                "No hashprice changes that: mining cannot catch up"
            } else {
                "No hashprice changes that: converting loses even against mining that earns nothing"
            },
        );
    };
    let shown = |usd: f64| {
        let unit = OutputUnit::RevenuePerDay;
        format::amount(unit, usd, state.unit, state.inputs.btc_price()).number()
    };
    let words = if is_ahead {
        "Hashprice rises above"
    } else {
        "Hashprice falls below"
    };
    let amount = format!("{} {}", shown(hashprice), state.unit.words());
    Condition::new(OUTPUT, hashprice, words, amount).at_distance(away(
        hashprice,
        today,
        &shown(today),
    ))
}

fn delay(inputs: &Inputs, results: &Pivot, is_ahead: bool) -> Condition {
    const OUTPUT: &str = "breakeven_delay_months";
    let Some(longest) = results.breakeven_delay_months else {
        return Condition::never(OUTPUT, "No delay of up to ten years changes that");
    };
    let today = format::months(inputs.delay_months() as f64);
    let (words, amount) = if is_ahead {
        ("The delay passes", longest)
    } else {
        ("The delay stays within", longest)
    };
    Condition::new(OUTPUT, longest as f64, words, format::months(amount as f64))
        .at_distance(format!("today {today}"))
}

/// "46% below today's $150.00", "3.8 times today's $38,698".
fn away(breakeven: f64, today: f64, shown: &str) -> String {
    let ratio = breakeven / today;
    if !ratio.is_finite() {
        return format!("today {shown}");
    }
    if ratio >= 2.0 {
        return format!("{} times today's {shown}", format::significant(ratio, 2, 0));
    }
    let by = format::percent((ratio - 1.0).abs(), 0);
    let side = if ratio < 1.0 { "below" } else { "above" };
    format!("{by} {side} today's {shown}")
}
