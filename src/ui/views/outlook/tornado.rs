//! The tornado: which result, which inputs, how many of them.

use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::model::Evaluation;
use crate::model::outputs::Output;
use crate::model::parameters::{Inputs, Key};
use crate::model::tornado::{Bar, tornado};
use crate::ui::chart::{Tornado, TornadoChart};
use crate::units::RevenueUnit;

pub(super) use crate::model::tornado::result;

/// A result that can be chosen.
#[derive(Clone, Copy)]
pub(super) struct Choice {
    /// Its name in exports.
    pub(super) output: &'static str,
    /// What it is called within a sentence.
    pub(super) noun: &'static str,
    /// What it is, short.
    pub(super) note: &'static str,
    /// Whether its model takes too long to be asked eighty times in a step of a slider.
    pub(super) is_slow: bool,
}

const fn choice(output: &'static str, noun: &'static str, note: &'static str) -> Choice {
    Choice {
        output,
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

/// The results that can be chosen.
pub(super) const CHOICES: [Choice; 6] = [
    choice("gross_profit", "gross profit", "revenue less power"),
    choice("free_cash_flow", "free cash flow", "after all costs"),
    choice("npv_gain", "the gain from converting", "against mining on").slow(),
    choice("per_share", "value per share", "sum of the parts").slow(),
    choice(
        "equilibrium_hashprice",
        "the hashprice in equilibrium",
        "once miners respond",
    ),
    choice("ratio", "the cap over block rewards", "of four years"),
];

impl Choice {
    pub(super) fn output(self) -> &'static Output {
        Output::from_key(self.output).expect("the choices are in the table, which a test checks")
    }
}

/// The bars of a result. Those of no length are left out, and block height: a tenth of it is two years,
/// and the halving among them would dwarf every assumption.
pub(super) fn bars(inputs: &Inputs, output: &Output) -> Vec<Bar> {
    let mut bars = tornado(inputs, output.key).unwrap_or_default();
    bars.retain(|bar| bar.swing != Some(0.0) && bar.key != Key::BlockHeight);
    bars
}

/// What the tornado shows.
#[derive(PartialEq, Properties)]
pub(super) struct Props {
    /// The inputs that the bars belong to.
    pub(super) inputs: Inputs,
    /// The unit of revenue.
    pub(super) unit: RevenueUnit,
    /// Which of [`CHOICES`].
    pub(super) chosen: usize,
    /// All bars.
    pub(super) bars: Rc<Vec<Bar>>,
    /// Takes another choice.
    pub(super) choose: Callback<usize>,
}

/// How many bars are shown until more are asked for.
const FIRST: usize = 12;

/// The chart with its choice of a result.
#[component]
pub(super) fn InputsThatMatter(props: &Props) -> Html {
    let is_whole = use_state_eq(|| false);
    let count = props.bars.len();
    let shown = if *is_whole { count } else { count.min(FIRST) };
    let output = CHOICES[props.chosen].output();
    let inputs = &props.inputs;
    let key = (
        Rc::clone(&props.bars),
        props.unit,
        inputs.btc_price().to_bits(),
        shown,
    );
    let tornado = use_memo(key, |(bars, ..)| Tornado {
        key: output.key,
        label: output.label,
        unit: output.unit,
        revenue_unit: props.unit,
        btc_price: inputs.btc_price(),
        today: result(output, &Evaluation::of(inputs)),
        bars: bars[..shown].to_vec(),
    });
    let toggle = {
        let is_whole = is_whole.clone();
        Callback::from(move |_| is_whole.set(!*is_whole))
    };
    let foot = if CHOICES[props.chosen].is_slow {
        "each input alone, but not the date, a tenth lower and higher; follows when the hand rests"
    } else {
        "each input alone, but not the date, a tenth lower and higher"
    };
    html! {
        <TornadoChart id="tornado" title="Which inputs matter" answer={answer(output, &tornado, count)} {foot} {tornado}>
            <div class="hp-tornado-tools">
                <label>{ "Result " }{ select(props.chosen, &props.choose) }</label>
                if count > FIRST {
                    <button type="button" class="hp-button" data-more="tornado" aria-expanded={is_whole.to_string()}
                        onclick={toggle}>
                        { if *is_whole { "Show the longest".to_owned() } else { format!("Show all {count}") } }
                    </button>
                }
            </div>
        </TornadoChart>
    }
}

/// "Gross profit is $17,098. Outlined: the input 10% lower; full: 10% higher."
fn answer(output: &Output, tornado: &Tornado, count: usize) -> String {
    let now = tornado.text(tornado.today);
    if count == 0 {
        return format!("{} is {now}, and no input moves it.", output.label);
    }
    format!(
        "{} is {now}. Outlined bars: the input 10% lower; full ones: 10% higher.",
        output.label
    )
}

fn select(chosen: usize, choose: &Callback<usize>) -> Html {
    let onchange = choose.reform(|event: Event| {
        let select: HtmlSelectElement = event.target_unchecked_into();
        usize::try_from(select.selected_index()).unwrap_or_default()
    });
    let options = CHOICES.iter().enumerate().map(|(index, choice)| {
        html! { <option value={choice.output} selected={index == chosen}>{ choice.output().label }</option> }
    });
    html! { <select class="hp-button" data-choice="tornado" {onchange}>{ for options }</select> }
}
