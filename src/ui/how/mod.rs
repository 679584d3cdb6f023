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
use crate::format::{absent, percent, significant};
use crate::model::Evaluation;
use crate::model::formulas::{Expression, Formula, Quantity, Scope};
use crate::model::outputs::OutputUnit;
use crate::state::State;
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
    let Some((key, quantity, formula)) = open.and_then(explained) else {
        return html! {};
    };
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
            { explanation(scope, key, quantity, formula) }
        </aside>
    }
}

/// A quantity with a formula.
fn explained(key: &'static str) -> Option<(&'static str, Quantity, &'static Formula)> {
    let quantity = Quantity::named(key)?;
    Some((key, quantity, quantity.formula()?))
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

fn explanation(
    scope: Scope<'_>,
    key: &'static str,
    quantity: Quantity,
    how: &'static Formula,
) -> Html {
    let value = scope.value(key).filter(|_| !quantity.is_listed());
    let result = value.map(|value| {
        html! { <p class="hp-how-result"><b data-value={exact(value)}>{ text(value) }</b>{ " " }{ unit(quantity, value) }</p> }
    });
    let expression = how.expression();
    let drawn = expression.as_ref().map(|expression| {
        let is_equation = matches!(expression, Expression::Joined(operator, ..) if operator.is_relation());
        let result = value.filter(|_| !is_equation).map(text);
        let name = (!is_equation).then(|| quantity.label().to_owned());
        html! {
            <>
                <p class="hp-math">{ formula(expression, Shown::Names, name) }</p>
                <p class="hp-math is-numbers">{ formula(expression, Shown::Numbers(scope), result) }</p>
            </>
        }
    });
    html! {
        <>
            { result }
            { drawn }
            if !how.words.is_empty() { <p>{ how.words }</p> }
            { for expression.as_ref().map(|expression| terms(scope, expression)) }
            <p class="hp-how-source">{ how.source }</p>
            if !how.text.is_empty() { <p class="hp-how-text"><code>{ code(key, how) }</code></p> }
        </>
    }
}

/// The formula as the JavaScript API's names have it.
fn code(key: &str, how: &Formula) -> String {
    match how.expression() {
        Some(Expression::Joined(operator, ..)) if operator.is_relation() => how.text.to_owned(),
        _ => format!("{key} = {}", how.text),
    }
}

/// What stands in the formula, each with its value and the way to what it is made of.
fn terms(scope: Scope<'_>, expression: &Expression) -> Html {
    let mut names = Vec::new();
    expression.names(&mut |name| {
        if !names.contains(&name) {
            names.push(name);
        }
    });
    let rows = names
        .into_iter()
        .filter_map(|name| Some((name, Quantity::named(name)?)));
    html! { <dl class="hp-how-terms">{ for rows.map(|(name, quantity)| term(scope, name, quantity)) }</dl> }
}

fn term(scope: Scope<'_>, name: &'static str, quantity: Quantity) -> Html {
    let label = match quantity.formula() {
        Some(_) => {
            html! { <button type="button" class="hp-how-name" data-how={name}>{ quantity.label() }</button> }
        }
        None => html! { { quantity.label() } },
    };
    let amount = match scope.value(name).filter(|_| !quantity.is_listed()) {
        Some(value) => html! { <><b>{ text(value) }</b>{ " " }{ unit(quantity, value) }</> },
        None if quantity.is_listed() => html! { { format!("one each, {}", quantity.unit()) } },
        None => html! { { absent(name) } },
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
