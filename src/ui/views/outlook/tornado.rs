//! The tornado: which result, which inputs, how many of them.

use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::model::Evaluation;
use crate::model::outputs::Output;
use crate::model::parameters::{Inputs, Key};
use crate::model::tornado::{Bar, tornado};
use crate::state::{Action, Choices, Switch};
use crate::ui::chart::{Before, Tornado, TornadoChart};
use crate::ui::views::baseline_name;
use crate::units::RevenueUnit;
use crate::web::document;

pub(super) use crate::model::tornado::result as result_of;

/// A result that can be chosen.
#[derive(Clone, Copy)]
pub(super) struct Choice {
    /// What it is called within a sentence.
    pub(super) noun: &'static str,
    /// What it is, short.
    pub(super) note: &'static str,
    /// Whether its model takes too long to be asked eighty times in a step of a slider.
    pub(super) is_slow: bool,
}

const fn choice(noun: &'static str, note: &'static str) -> Choice {
    Choice {
        noun,
        note,
        is_slow: false,
    }
}

impl Choice {
    const fn slow(self) -> Self {
        Self {
            is_slow: true,
            ..self
        }
    }
}

/// The results that can be chosen, in the order of the switch.
pub(super) const CHOICES: [Choice; 6] = [
    choice("gross profit", "revenue less power"),
    choice("free cash flow", "after all costs"),
    choice("the gain from converting", "against continued mining").slow(),
    choice("value per share", "sum of the parts").slow(),
    choice("the hashprice in equilibrium", "once miners respond"),
    choice("the cap over block rewards", "of four years"),
];

/// The result that is chosen.
pub(super) fn result(choices: Choices) -> &'static Output {
    let key = choices.option(Switch::TornadoResult);
    Output::from_key(key).expect("the choices are in the table, which a test checks")
}

/// The bars of a result. Those of no length are left out, and block height: a tenth of it is two years,
/// and the halving among them would dwarf every assumption.
pub(super) fn bars(inputs: &Inputs, output: &Output) -> Vec<Bar> {
    let mut bars = tornado(inputs, output.key).unwrap_or_default();
    bars.retain(|bar| bar.swing != Some(0.0) && bar.key != Key::BlockHeight);
    bars
}

/// What the baseline gives.
#[derive(PartialEq)]
pub(super) struct Baseline {
    result: Option<f64>,
    bars: Vec<Bar>,
}

/// The baseline's result and all its bars.
pub(super) fn baseline(inputs: &Inputs, output: &Output) -> Baseline {
    Baseline {
        result: result_of(output, &Evaluation::of(inputs)),
        bars: bars(inputs, output),
    }
}

/// What the tornado shows.
#[derive(PartialEq, Properties)]
pub(super) struct Props {
    /// The inputs that the bars belong to.
    pub(super) inputs: Inputs,
    /// The unit of revenue.
    pub(super) unit: RevenueUnit,
    /// What is chosen.
    pub(super) choices: Choices,
    /// All bars.
    pub(super) bars: Rc<Vec<Bar>>,
    /// The baseline's inputs.
    pub(super) baseline: Inputs,
    /// What those give, where they differ.
    pub(super) before: Rc<Option<Baseline>>,
    /// Takes another choice.
    pub(super) act: Callback<Action>,
}

/// How many bars are shown until more are asked for.
const FIRST: usize = 12;

/// The chart with its choice of a result.
#[component]
pub(super) fn InputsThatMatter(props: &Props) -> Html {
    let is_whole = props.choices.get(Switch::TornadoBars) == 1;
    let count = props.bars.len();
    let shown = if is_whole { count } else { count.min(FIRST) };
    let output = result(props.choices);
    let inputs = &props.inputs;
    let key = (
        (Rc::clone(&props.bars), Rc::clone(&props.before)),
        props.unit,
        inputs.btc_price().to_bits(),
        shown,
    );
    let tornado = use_memo(key, |((bars, before), ..)| {
        let now = Tornado {
            key: output.key,
            label: output.label,
            unit: output.unit,
            revenue_unit: props.unit,
            btc_price: inputs.btc_price(),
            today: result_of(output, &Evaluation::of(inputs)),
            bars: bars[..shown].to_vec(),
            before: None,
        };
        let name = baseline_name(inputs, &props.baseline);
        match name.zip(before.as_ref().as_ref()) {
            Some((name, before)) => now.against(Before {
                name,
                btc_price: props.baseline.btc_price(),
                today: before.result,
                bars: before.bars.clone(),
            }),
            None => now,
        }
    });
    let other = usize::from(!is_whole);
    let toggle = props
        .act
        .reform(move |_| Action::Choose(Switch::TornadoBars, other));
    let foot = if CHOICES[props.choices.get(Switch::TornadoResult)].is_slow {
        "each input alone, except the block height, 10% lower and 10% higher; follows when the slider rests"
    } else {
        "each input alone, except the block height, 10% lower and 10% higher"
    };
    html! {
        <TornadoChart id="tornado" title="Which inputs matter" answer={answer(output, &tornado, count)} {foot} {tornado}>
            <div class="hp-tornado-tools">
                <label>{ "Result " }{ select(props.choices, &props.act) }</label>
                if count > FIRST {
                    <button type="button" class="hp-button" data-more="tornado" aria-expanded={is_whole.to_string()}
                        onclick={toggle}>
                        { if is_whole { "Show the longest".to_owned() } else { format!("Show all {count}") } }
                    </button>
                }
            </div>
        </TornadoChart>
    }
}

/// "Gross profit is $9,000 per EH a day (December 2025: $17,098). Outlined: the input 10% lower; full: 10% higher."
fn answer(output: &Output, tornado: &Tornado, count: usize) -> String {
    let now = tornado.whole(tornado.today);
    let before = tornado.told_before();
    let before = before.map_or_else(String::new, |told| format!(" ({told})"));
    if count == 0 {
        return format!("{} is {now}{before}, and no input moves it.", output.label);
    }
    format!(
        "{} is {now}{before}. Outlined bars: the input 10% lower; full ones: 10% higher.",
        output.label
    )
}

fn select(chosen: Choices, act: &Callback<Action>) -> Html {
    let switch = Switch::TornadoResult;
    let onchange = act.reform(move |event: Event| {
        let select: HtmlSelectElement = event.target_unchecked_into();
        let place = usize::try_from(select.selected_index());
        Action::Choose(switch, place.unwrap_or_default())
    });
    let place = chosen.get(switch);
    let options = switch.options().iter().enumerate().map(|(index, key)| {
        let label = Output::from_key(key).map(|output| output.label);
        html! { <option value={*key} selected={index == place}>{ label }</option> }
    });
    html! {
        <select class="hp-button" data-choice={switch.key()} ~selectedIndex={document::number(place)} {onchange}>
            { for options }
        </select>
    }
}
