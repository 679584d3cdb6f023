//! Formulas as MathML: a sum or product is cut into parts, each a `<math>` of its own, so that a long
//! one wraps.

use yew::prelude::*;

use super::text;
use crate::decimal::exact;
use crate::model::formulas::{Expression, Function, Operator, Quantity, Scope};

/// What stands for a name.
#[derive(Clone, Copy)]
pub(super) enum Shown<'a> {
    /// The name on screen.
    Names,
    /// The number that it stands for.
    Numbers(Scope<'a>),
}

/// The formula; behind the result and an equals sign where there is one.
pub(super) fn formula(expression: &Expression, shown: Shown<'_>, result: Option<String>) -> Html {
    let result =
        result.map(|result| html! { <math displaystyle="true"><mtext>{ result }</mtext></math> });
    let equals = result.is_some().then_some("=");
    let mut parts = Vec::new();
    cut(expression, shown, equals, &mut parts);
    html! { <>{ result }{ for parts }</> }
}

/// Cuts at the signs of a sum or product and at an equals sign; each part begins with its sign.
fn cut(
    expression: &Expression,
    shown: Shown<'_>,
    sign: Option<&'static str>,
    parts: &mut Vec<Html>,
) {
    match expression {
        Expression::Joined(operator, left, right) if operator.is_relation() => {
            cut(left, shown, sign, parts);
            cut(right, shown, Some(operator_text(*operator)), parts);
        }
        Expression::Joined(
            operator @ (Operator::Plus | Operator::Minus | Operator::Times),
            left,
            right,
        ) => {
            match rank(left) < operator.rank() {
                true => parts.push(one(sign, inner(left, shown, operator.rank()))),
                false => cut(left, shown, sign, parts),
            }
            let right = inner(right, shown, operator.rank() + 1);
            parts.push(one(Some(operator_text(*operator)), right));
        }
        _ => parts.push(one(sign, tree(expression, shown))),
    }
}

fn one(sign: Option<&'static str>, of: Html) -> Html {
    html! { <math displaystyle="true">{ for sign.map(|sign| html! { <mo form="infix">{ sign }</mo> }) }<mrow>{ of }</mrow></math> }
}

const fn operator_text(operator: Operator) -> &'static str {
    match operator {
        Operator::Equals => "=",
        Operator::AtMost => "≤",
        Operator::Plus => "+",
        Operator::Minus => "−",
        Operator::Times => "·",
        Operator::Over => "/",
        Operator::Power => "^",
    }
}

/// How tightly an expression holds together.
fn rank(expression: &Expression) -> u8 {
    match expression {
        _ if is_percent(expression) => u8::MAX,
        // A fraction is held together by its line.
        Expression::Joined(Operator::Over, ..) => Operator::Times.rank(),
        Expression::Joined(operator, ..) => operator.rank(),
        Expression::Negative(_) => Operator::Plus.rank(),
        Expression::Over { .. } => Operator::Times.rank(),
        _ => u8::MAX,
    }
}

/// `x / 100` of an x in percent, which reads as the percentage itself.
fn is_percent(expression: &Expression) -> bool {
    let Expression::Joined(Operator::Over, left, right) = expression else {
        return false;
    };
    let Expression::Name(quantity) = **left else {
        return false;
    };
    matches!(**right, Expression::Number(100.0)) && quantity.unit().starts_with('%')
}

/// The expression, in brackets where it holds together less than `least`.
fn inner(expression: &Expression, shown: Shown<'_>, least: u8) -> Html {
    let drawn = tree(expression, shown);
    match rank(expression) < least {
        true => html! { <mrow><mo>{ "(" }</mo>{ drawn }<mo>{ ")" }</mo></mrow> },
        false => drawn,
    }
}

fn tree(expression: &Expression, shown: Shown<'_>) -> Html {
    let of = |inner: &Expression| tree(inner, shown);
    match expression {
        Expression::Number(value) => number(*value),
        Expression::Name(quantity) => named(*quantity, shown),
        Expression::Index(name) => html! { <mi>{ *name }</mi> },
        Expression::At(quantity, index) => {
            html! { <msub>{ named(*quantity, Shown::Names) }<mrow>{ of(index) }</mrow></msub> }
        }
        Expression::Negative(value) => {
            html! { <mrow><mo form="prefix">{ "−" }</mo>{ inner(value, shown, Operator::Times.rank()) }</mrow> }
        }
        Expression::Call(function, given) => call(*function, given, shown),
        Expression::Joined(operator, left, right) => {
            joined(expression, *operator, left, right, shown)
        }
        Expression::Over {
            is_sum,
            of: what,
            index,
            from,
            to,
        } => {
            let sign = if *is_sum { "∑" } else { "min" };
            html! {
                <mrow>
                    <munderover><mo>{ sign }</mo><mrow><mi>{ *index }</mi><mo>{ "=" }</mo>{ of(from) }</mrow><mrow>{ of(to) }</mrow></munderover>
                    { inner(what, shown, Operator::Times.rank()) }
                </mrow>
            }
        }
    }
}

fn joined(
    whole: &Expression,
    operator: Operator,
    left: &Expression,
    right: &Expression,
    shown: Shown<'_>,
) -> Html {
    match operator {
        _ if is_percent(whole) => percent(left, shown),
        Operator::Over => {
            html! { <mfrac><mrow>{ tree(left, shown) }</mrow><mrow>{ tree(right, shown) }</mrow></mfrac> }
        }
        Operator::Power => {
            let base = inner(left, shown, u8::MAX);
            html! { <msup><mrow>{ base }</mrow><mrow>{ tree(right, shown) }</mrow></msup> }
        }
        _ => html! {
            <mrow>
                { inner(left, shown, operator.rank()) }
                <mo form="infix">{ operator_text(operator) }</mo>
                { inner(right, shown, operator.rank() + 1) }
            </mrow>
        },
    }
}

fn percent(name: &Expression, shown: Shown<'_>) -> Html {
    let drawn = tree(name, shown);
    match shown {
        Shown::Names => drawn,
        Shown::Numbers(_) => html! { <mrow>{ drawn }<mtext>{ "%" }</mtext></mrow> },
    }
}

fn named(quantity: Quantity, shown: Shown<'_>) -> Html {
    let label = quantity.label();
    match shown {
        Shown::Names => html! { <mtext>{ label }</mtext> },
        Shown::Numbers(scope) => match scope.value(quantity) {
            Some(value) => number_text(value, text(value)),
            None => html! { <mtext>{ label }</mtext> },
        },
    }
}

/// A number of the formula itself.
fn number(value: f64) -> Html {
    number_text(value, exact(value))
}

/// The number, or its power of ten if it has too many digits to read.
fn number_text(value: f64, text: String) -> Html {
    const LONG: f64 = 1e9;
    const SHORT: f64 = 1e-4;
    let size = value.abs();
    if size == 0.0 || (SHORT..LONG).contains(&size) {
        return html! { <mn>{ text }</mn> };
    }
    let power = libm::floor(libm::log10(size));
    let digits = super::text(value / libm::pow(10.0, power));
    let ten = html! { <msup><mn>{ "10" }</mn><mn>{ super::text(power) }</mn></msup> };
    match digits.as_str() {
        "1" => ten,
        _ => html! { <mrow><mn>{ digits }</mn><mo>{ "·" }</mo>{ ten }</mrow> },
    }
}

fn call(function: Function, given: &[Expression], shown: Shown<'_>) -> Html {
    let mut given = given.iter().map(|given| tree(given, shown));
    let first = given.next().unwrap_or_default();
    let name = match function {
        Function::Sqrt => return html! { <msqrt>{ first }</msqrt> },
        Function::Ceil => {
            return html! { <mrow><mo>{ "⌈" }</mo>{ first }<mo>{ "⌉" }</mo></mrow> };
        }
        Function::Exp => return html! { <msup><mi>{ "e" }</mi><mrow>{ first }</mrow></msup> },
        Function::Normal => "Φ",
        Function::Max => "max",
        Function::Min => "min",
        Function::Ln => "ln",
    };
    let second = given
        .next()
        .map(|second| html! { <><mo separator="true">{ "," }</mo>{ second }</> });
    html! { <mrow><mi>{ name }</mi><mo>{ "(" }</mo>{ first }{ second }<mo>{ ")" }</mo></mrow> }
}
