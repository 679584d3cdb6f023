//! The Outlook view: which inputs matter, and what named shocks do.

mod shocks;
mod tornado;
mod why;

use std::rc::Rc;

use yew::prelude::*;

use shocks::Shocks;
use tornado::{CHOICES, Choice, InputsThatMatter, result};

use crate::format::amount;
use crate::model::outputs::Output;
use crate::model::parameters::{Inputs, Key};
use crate::model::stress;
use crate::model::tornado::Bar;
use crate::state::{Action, Choices, Switch, label_within};
use crate::ui::figures::Figures;
use crate::ui::hooks::use_rested;
use crate::ui::seen::seen_card;
use crate::units::RevenueUnit;

/// The key figures of the choices, and under them the tornado and the shocks.
pub fn view(figures: Figures<'_>) -> Html {
    let cards = figures.cards_of(
        Switch::TornadoResult.options(),
        &CHOICES.map(|choice| choice.note),
    );
    outlook(figures, Some(cards))
}

/// The tornado.
pub fn chart(figures: Figures<'_>) -> Html {
    outlook(figures, None)
}

fn outlook(figures: Figures<'_>, cards: Option<Html>) -> Html {
    let Figures { state, act, .. } = figures;
    html! {
        <Outlook inputs={state.inputs.clone()} baseline={state.baseline.clone()} unit={state.unit} choices={state.choices} act={act.clone()} {cards} />
    }
}

/// What the view shows.
#[derive(Clone, PartialEq, Properties)]
struct Props {
    inputs: Inputs,
    baseline: Inputs,
    unit: RevenueUnit,
    choices: Choices,
    act: Callback<Action>,
    /// The key figures; without them only the tornado is shown.
    cards: Option<Html>,
}

/// The view, with the result that was chosen.
#[component]
fn Outlook(props: &Props) -> Html {
    let output = result(props.choices);
    let choice = &CHOICES[props.choices.get(Switch::TornadoResult)];
    let rested = use_rested(&props.inputs);
    // Those that take longer than a step of a slider has follow when the hand rests.
    let followed = if choice.is_slow {
        &rested
    } else {
        &props.inputs
    };
    let bars = use_memo((followed.clone(), output.key), |(inputs, _)| {
        tornado::bars(inputs, output)
    });
    // The baseline stays while a slider moves.
    let compared = (*followed != props.baseline).then(|| props.baseline.clone());
    let before = use_memo((compared, output.key), |(baseline, _)| {
        let baseline = baseline.as_ref()?;
        Some(tornado::baseline(baseline, output))
    });
    let tornado = html! {
        <InputsThatMatter inputs={followed.clone()} unit={props.unit} choices={props.choices} bars={Rc::clone(&bars)}
            baseline={props.baseline.clone()} {before} act={props.act.clone()} />
    };
    let Some(cards) = props.cards.clone() else {
        return tornado;
    };
    let shocks = html! { <Shocks inputs={props.inputs.clone()} unit={props.unit} act={props.act.clone()} /> };
    html! {
        <>
            { sentence((followed, props.unit), (choice, output), &bars) }
            { cards }
            { tornado }
            { seen_card("hp-shocks", shocks) }
        </>
    }
}

/// "Network hashrate moves gross profit most: 10% less makes it $21,398 per EH a day, 10%
/// more $13,580. Of the shocks …"
fn sentence(
    (inputs, unit): (&Inputs, RevenueUnit),
    (choice, output): (&Choice, &'static Output),
    bars: &[Bar],
) -> Html {
    let shown = |value: f64| amount(output.unit, value, unit, inputs.btc_price());
    let strongest = bars.first().filter(|bar| bar.swing > Some(0.0));
    let ends = |bar: &Bar| {
        let text = |value: Option<f64>| value.map(|value| shown(value).whole());
        (text(bar.low), text(bar.high))
    };
    html! {
        <h1 class="hp-sentence">
            if let Some(bar) = strongest {
                { who_moves(&strongest_of(bars, ends), choice.noun) }{ ": 10% less makes it " }
                <b>{ bar.low.map(|value| shown(value).whole()) }</b>{ ", 10% more " }
                <b>{ bar.high.map(|value| shown(value).number()) }</b>{ ". " }
            } else {
                { format!("No input moves {}. ", choice.noun) }
            }
            <span class="hp-long">{ worst_shock(inputs, output, |value| shown(value).whole()) }</span>
        </h1>
    }
}

/// The inputs that move the result most: the first, and those whose ends read like its own.
fn strongest_of<Ends: PartialEq>(bars: &[Bar], ends: impl Fn(&Bar) -> Ends) -> Vec<Key> {
    let Some(first) = bars.first().map(&ends) else {
        return Vec::new();
    };
    let alike = bars.iter().take_while(|bar| ends(bar) == first);
    alike.map(|bar| bar.key).collect()
}

/// "Efficiency moves gross profit most", "Efficiency and power cost move gross profit most, each as much".
fn who_moves(keys: &[Key], noun: &str) -> Html {
    let name = |(place, key): (usize, &Key)| match place {
        0 => html! { <b>{ key.parameter().label }</b> },
        _ => html! { <>{ " and " }<b>{ label_within(*key) }</b></> },
    };
    let (verb, alike) = match keys {
        [_] => ("moves", ""),
        _ => ("move", ", each as much"),
    };
    html! { <>{ for keys.iter().enumerate().map(name) }{ format!(" {verb} {noun} most{alike}") }</> }
}

/// Why no shock lowers the result: none has anything to do with the cohort's ratio, though one is named after it.
fn none_lowers(output: &Output) -> &'static str {
    match output.key {
        "ratio" => {
            "None of the shocks moves it: the one at the target ratio moves your share price, not the cohort's cap."
        }
        _ => "None of the shocks lowers it.",
    }
}

/// Which of the shocks by itself costs the result most.
fn worst_shock(inputs: &Inputs, output: &'static Output, text: impl Fn(f64) -> String) -> Html {
    match stress::worst(inputs, |evaluation| tornado::result_of(output, evaluation)) {
        Some((name, left)) => {
            let ink = (left < 0.0).then_some("hp-ink-loss");
            html! {
                <>{ format!("Of the shocks, “{name}” hurts most: it leaves ") }
                <b class={ink}>{ text(left) }</b>{ "." }</>
            }
        }
        None => html! { { none_lowers(output) } },
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::Evaluation;
    use crate::model::parameters::arbitrary;
    use crate::model::tests::with;

    /// The inputs that move gross profit most.
    fn strongest(settings: &[(&str, f64)]) -> Vec<Key> {
        let output = Output::from_key("gross_profit").expect("is in the table");
        let bars = tornado::bars(&with(settings), output);
        let text = |value: Option<f64>| {
            value.map(|value| amount(output.unit, value, RevenueUnit::default(), 1e4).whole())
        };
        strongest_of(&bars, |bar| (text(bar.low), text(bar.high)))
    }

    #[test]
    fn inputs_that_move_the_result_alike_are_all_named() {
        assert_eq!(strongest(&[]), [Key::NetworkHashrate]);
        let tie = [
            ("btc_price", 1e4),
            ("power_price", 150.0),
            ("efficiency", 100.0),
        ];
        assert_eq!(strongest(&tie), [Key::Efficiency, Key::PowerPrice]);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn no_shock_moves_the_cohorts_ratio(inputs in arbitrary::inputs()) {
            let ratio = |inputs: &Inputs| Evaluation::of(inputs).valuation().ratio;
            for shock in stress::stress(&inputs) {
                let changes = shock.changes.iter();
                let moved = changes.fold(inputs.clone(), |inputs, change| {
                    arbitrary::put(&inputs, change.key, change.to)
                });
                prop_assert_eq!(ratio(&moved), ratio(&inputs), "{}", shock.key);
            }
        }
    }
}
