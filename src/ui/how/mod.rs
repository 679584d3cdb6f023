//! How a figure is computed: its formula in words and in today's numbers, what stands in it, and where
//! it comes from. Pressing a figure's name opens it; it stays while inputs move, and follows them.

mod mathml;

use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use web_sys::Element;
use yew::prelude::*;

use mathml::{Shown, formula};

use crate::decimal::exact;
use crate::format::{absent, input_text, percent, significant, usd_m};
use crate::model::Evaluation;
use crate::model::formulas::{Expression, Formula, Quantity, Scope};
use crate::model::outputs::{Output, OutputUnit};
use crate::model::parameters::Key;
use crate::state::State;
use crate::units::Megawatt;
use crate::web::document;

/// The attribute of a button that opens this, with the name of what it explains.
const ATTRIBUTE: &str = "data-how";
/// Digits with which numbers stand in formulas.
const DIGITS: usize = 6;

/// What is looked at.
#[derive(PartialEq, Properties)]
struct Props {
    /// The state of the page.
    state: Rc<State>,
    /// The results for its inputs.
    now: Rc<Evaluation>,
}

/// The place of the explanation; empty until one is asked for.
pub fn how(state: &Rc<State>, now: &Rc<Evaluation>) -> Html {
    html! { <How state={Rc::clone(state)} now={Rc::clone(now)} /> }
}

#[component]
fn How(props: &Props) -> Html {
    let open = use_state_eq(|| None::<&'static str>);
    use_presses(open.setter());
    let quantity = open.and_then(Quantity::named);
    let explained = quantity.and_then(|quantity| Some((quantity, quantity.formula()?)));
    let Some((quantity, formula)) = explained else {
        return html! {};
    };
    let key = quantity.key();
    let setter = open.setter();
    let close = Callback::from(move |()| {
        // Back to where it was opened from, if that is still there.
        focus(&format!("[{ATTRIBUTE}={key}]"));
        setter.set(None);
    });
    let onkeydown = {
        let close = close.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                event.stop_propagation();
                close.emit(());
            }
        })
    };
    let scope = Scope::new(&props.state.inputs, &props.now);
    html! {
        <aside class="hp-how" role="dialog" aria-labelledby="hp-how-title" tabindex="-1" data-explains={key} {onkeydown}>
            <header>
                <h2 id="hp-how-title">{ quantity.label() }</h2>
                <button type="button" class="hp-button" aria-label="Close" onclick={close.reform(|_: MouseEvent| ())}>{ "×" }</button>
            </header>
            { explanation(scope, quantity, formula) }
            { per_critical_it(&props.state, scope, quantity) }
        </aside>
    }
}

/// Opens what a button anywhere on the page asks for, and closes it when it asks again.
#[hook]
fn use_presses(open: UseStateSetter<Option<&'static str>>) {
    use_effect_with((), move |()| {
        let listener = document::body().ok().map(|body| {
            EventListener::new(&body, "click", move |event| {
                let pressed = event.target_dyn_into::<Element>();
                let button =
                    pressed.and_then(|pressed| pressed.closest(&format!("[{ATTRIBUTE}]")).ok()?);
                let name = button.and_then(|button| button.get_attribute(ATTRIBUTE));
                if let Some(key) = name
                    .and_then(|name| Quantity::named(&name))
                    .map(Quantity::key)
                {
                    open.set(Some(key));
                    focus(".hp-how");
                }
            })
        });
        move || drop(listener)
    });
}

/// Gives the focus to what a CSS selector finds, once it is drawn.
fn focus(css: &str) {
    let css = css.to_owned();
    // Without an element or a page there is nothing to focus.
    Timeout::new(0, move || drop(document::focus(&css))).forget();
}

fn explanation(scope: Scope<'_>, quantity: Quantity, how: &'static Formula) -> Html {
    let value = single(scope, quantity);
    let result = value.map(|value| {
        html! { <p class="hp-how-result"><b data-value={exact(value)}>{ text(value) }</b>{ " " }{ unit(quantity, value) }</p> }
    });
    let expression = how.expression();
    let expression = expression.as_ref();
    html! {
        <>
            { result }
            { for expression.map(|expression| drawn(scope, quantity, value, expression)) }
            if !how.words.is_empty() { <p>{ how.words }</p> }
            { for expression.map(|expression| terms(scope, expression)) }
            <p class="hp-how-source">{ how.source }</p>
            { for expression.map(|expression| code(quantity, how.text, expression)) }
        </>
    }
}

/// How an amount per gross megawatt becomes the one that the page shows, where that is per critical-IT megawatt.
fn per_critical_it(state: &State, scope: Scope<'_>, quantity: Quantity) -> Html {
    let megawatt = state.choices.megawatt();
    let is_per_mw = Output::from_key(quantity.key())
        .is_some_and(|output| output.unit == OutputUnit::UsdMPerMwYear);
    let value = single(scope, quantity).filter(|_| is_per_mw && megawatt == Megawatt::CriticalIt);
    let shown = value.map(|value| {
        let pue = state.inputs.pue();
        let amount = usd_m(megawatt.from_per_gross(value, pue));
        let pue = input_text(Key::Pue, pue);
        html! { <p>{ format!("Here it is shown {}: times the PUE of {pue}, {amount}.", megawatt.per_year()) }</p> }
    });
    html! { { for shown } }
}

/// The number that a quantity is; `None` for a list, and where there is none.
fn single(scope: Scope<'_>, quantity: Quantity) -> Option<f64> {
    scope.value(quantity).filter(|_| !quantity.is_listed())
}

/// The formula in words, and below in numbers. An equation stands for itself, behind anything else the
/// result.
fn drawn(
    scope: Scope<'_>,
    quantity: Quantity,
    value: Option<f64>,
    expression: &Expression,
) -> Html {
    let is_equation = expression.is_relation();
    let result = value.filter(|_| !is_equation).map(text);
    let name = (!is_equation).then(|| quantity.label().to_owned());
    html! {
        <>
            <p class="hp-math">{ formula(expression, Shown::Names, name) }</p>
            <p class="hp-math is-numbers">{ formula(expression, Shown::Numbers(scope), result) }</p>
        </>
    }
}

/// The formula as the JavaScript API's names have it.
fn code(quantity: Quantity, text: &'static str, expression: &Expression) -> Html {
    let result = (!expression.is_relation()).then(|| format!("{} = ", quantity.key()));
    html! { <p class="hp-how-text"><code>{ result }{ text }</code></p> }
}

/// What stands in the formula, each with its value and the way to what it is made of.
fn terms(scope: Scope<'_>, expression: &Expression) -> Html {
    let mut terms: Vec<Quantity> = Vec::new();
    expression.quantities(&mut |quantity| {
        if terms.iter().all(|term| term.key() != quantity.key()) {
            terms.push(quantity);
        }
    });
    html! { <dl class="hp-how-terms">{ for terms.into_iter().map(|quantity| term(scope, quantity)) }</dl> }
}

fn term(scope: Scope<'_>, quantity: Quantity) -> Html {
    let label = match quantity.formula() {
        Some(_) => {
            html! { <button type="button" class="hp-how-name" data-how={quantity.key()}>{ quantity.label() }</button> }
        }
        None => html! { { quantity.label() } },
    };
    let amount = match single(scope, quantity) {
        Some(value) => html! { <><b>{ text(value) }</b>{ " " }{ unit(quantity, value) }</> },
        None if quantity.is_listed() => html! { { format!("one each, {}", quantity.unit()) } },
        None => html! { { absent(quantity.key()) } },
    };
    html! { <div><dt>{ label }</dt><dd>{ amount }</dd></div> }
}

/// The unit of a number; behind a fraction the percentage.
fn unit(quantity: Quantity, value: f64) -> String {
    match quantity {
        Quantity::Output(output) if output.unit == OutputUnit::Fraction => {
            format!("= {}", percent(value, 1))
        }
        _ => quantity.unit().to_owned(),
    }
}

fn text(value: f64) -> String {
    significant(value, DIGITS, 0)
}
