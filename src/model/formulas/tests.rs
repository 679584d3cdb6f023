//! Every formula says what the model computes.

use proptest::prelude::*;

use super::parts::parts;
use super::table::formulas;
use super::{Expression, Function, Mistake, Operator, Quantity, Scope};
use crate::model::Evaluation;
use crate::model::outputs::Model;
use crate::model::parameters::{Inputs, arbitrary};

/// The larger of the sizes of the numbers that are added up on the way to the result: what rounding
/// is measured against.
fn scale(scope: Scope<'_>, expression: &Expression) -> f64 {
    let size = |expression: &Expression| scope.comes_to(expression).map_or(0.0, f64::abs);
    match expression {
        Expression::Joined(_, left, right) => [left, right]
            .into_iter()
            .map(|side| scale(scope, side).max(size(side)))
            .fold(0.0, f64::max),
        Expression::Negative(inner) => scale(scope, inner),
        Expression::Over {
            of,
            index,
            from,
            to,
            ..
        } => {
            let other = Expression::Negative(of.clone());
            size(&Expression::Over {
                is_sum: true,
                of: Box::new(Expression::Call(Function::Max, vec![(**of).clone(), other])),
                index,
                from: from.clone(),
                to: to.clone(),
            })
        }
        _ => size(expression),
    }
}

/// Whether the formula of a result holds: `None` where the result, or what it is made of, does not
/// exist.
fn holds(scope: Scope<'_>, key: &str, expression: &Expression) -> Option<Result<(), String>> {
    let value = |name| scope.value(Quantity::named(name)?);
    let result = value(key)?;
    let (is_right, said) = match expression {
        Expression::Joined(Operator::AtMost, left, right) => {
            let (left, right) = (scope.comes_to(left)?, scope.comes_to(right)?);
            (
                left <= right + 1e-9 * value("capex_total")?,
                format!("{left} <= {right}"),
            )
        }
        Expression::Joined(Operator::Equals, left, right) => {
            let (left, right) = (scope.comes_to(left)?, scope.comes_to(right)?);
            let size = left.abs().max(right.abs()).max(scale(scope, expression));
            (
                (left - right).abs() <= 1e-6 * size,
                format!("{left} = {right}"),
            )
        }
        _ => {
            let computed = scope.comes_to(expression)?;
            let size = result
                .abs()
                .max(computed.abs())
                .max(scale(scope, expression));
            (
                (result - computed).abs() <= 1e-8 * size,
                format!("{computed} is {result}"),
            )
        }
    };
    Some(if is_right {
        Ok(())
    } else {
        Err(format!("{key}: {said}"))
    })
}

/// Formulas whose sum over 210,240 blocks is too long for thousands of inputs.
const LONG: [&str; 2] = ["issuance_btc", "implied_price_growth"];

/// What is divided by nothing in a formula, which says in words what holds then.
fn is_special(inputs: &Inputs, key: &str) -> bool {
    match key {
        "online_share" | "equilibrium_hashrate" | "your_percentile" => {
            inputs.efficiency_spread() == 0.0 && inputs.power_spread() == 0.0
        }
        "noi_average" => inputs.escalator_pct() == 0.0,
        // A loan without interest; a month that is both built and paid in.
        "min_dscr" => {
            let months = inputs.build_months() + inputs.delay_months() + inputs.ramp_months();
            inputs.loan_rate_pct() == 0.0 || months == 1
        }
        "payback_months" => inputs.capex() == 0.0,
        "breakeven_lease_rate" => inputs.lease_rate() == 0.0,
        _ => false,
    }
}

fn check(inputs: &Inputs, key: &str) -> Option<Result<(), String>> {
    let evaluation = Evaluation::of(inputs);
    let scope = Scope::new(inputs, &evaluation);
    let expression = Quantity::named(key)?.formula()?.expression()?;
    holds(scope, key, &expression).filter(|_| !is_special(inputs, key))
}

#[test]
fn each_result_has_a_formula_with_a_source_and_each_formula_a_result() {
    let outputs = || Model::ALL.into_iter().flat_map(|model| model.outputs);
    let named: Vec<&str> = formulas().iter().map(|(key, _)| *key).collect();
    assert_eq!(
        named,
        outputs().map(|output| output.key).collect::<Vec<_>>()
    );
    let of_parts = parts().iter().map(|part| (part.key, part.formula));
    for (key, formula) in formulas().iter().copied().chain(of_parts) {
        assert!(!formula.source.is_empty(), "{key} has no source");
        assert!(
            !formula.text.is_empty() || !formula.words.is_empty(),
            "{key} is not told"
        );
        if !formula.text.is_empty() {
            Expression::parse(formula.text).unwrap_or_else(|mistake| panic!("{key}: {mistake}"));
        }
    }
}

#[test]
fn a_part_has_a_name_of_its_own_that_some_formula_uses() {
    let text = |part: &str| {
        let texts = formulas().iter().map(|(_, formula)| formula.text);
        texts
            .chain(parts().iter().map(|part| part.formula.text))
            .any(|text| {
                let mut is_named = false;
                if let Ok(expression) = Expression::parse(text) {
                    expression.quantities(&mut |quantity| is_named |= quantity.key() == part);
                }
                is_named
            })
    };
    for part in parts() {
        assert!(
            matches!(Quantity::named(part.key), Some(Quantity::Part(found)) if found.key == part.key),
            "{} is something else",
            part.key
        );
        assert!(text(part.key), "no formula names {}", part.key);
    }
}

#[test]
fn at_the_preset_every_formula_holds_and_gives_a_number() {
    for (key, formula) in formulas() {
        if formula.text.is_empty() {
            continue;
        }
        match check(&Inputs::default(), key) {
            Some(held) => held.unwrap_or_else(|wrong| panic!("{wrong}")),
            None => panic!("{key} comes to nothing"),
        }
    }
}

#[test]
fn a_price_that_grows_as_implied_puts_the_cap_at_the_target() {
    for target in [20.0, 45.0, 100.0, 250.0] {
        let inputs = Inputs::from_entries([("target_ratio_pct", target), ("spot_price", 70_000.0)]);
        for key in LONG {
            let held = check(&inputs.clone().expect("in range"), key);
            held.expect("exists")
                .unwrap_or_else(|wrong| panic!("{target}: {wrong}"));
        }
    }
}

proptest! {
    // A case is seventy formulas, some with sums over all months.
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn every_formula_says_what_the_model_computes(inputs in arbitrary::inputs()) {
        for (key, _) in formulas().iter().filter(|(key, _)| !LONG.contains(key)) {
            if let Some(held) = check(&inputs, key) {
                prop_assert!(held.is_ok(), "{held:?}");
            }
        }
        let evaluation = Evaluation::of(&inputs);
        let part = Quantity::named("capex_present_value").expect("is a part");
        let stated = Scope::new(&inputs, &evaluation).value(part);
        let computed = evaluation.pivot().capex_present_value;
        prop_assert!((stated.expect("exists") - computed).abs() <= 1e-9 * computed.abs());
    }
}

#[test]
fn operators_bind_as_in_algebra() {
    let inputs = Inputs::default();
    let evaluation = Evaluation::of(&inputs);
    let scope = Scope::new(&inputs, &evaluation);
    for (text, value) in [
        ("1 + 2 * 3", 7.0),
        ("10 - 4 - 3", 3.0),
        ("24 / 4 / 3", 2.0),
        ("2 * 3^2", 18.0),
        ("-2^2", -4.0),
        ("-3 + 5", 2.0),
        ("(1 + 2) * 3", 9.0),
        ("max(2, min(9, 4)) - 1", 3.0),
        ("ceil(2.25) * sqrt(16)", 12.0),
        ("sum(m * 2, m, 1, 3)", 12.0),
        ("sum(m, m, 3, 2)", 0.0),
        ("smallest(5 - m, m, 1, 3)", 2.0),
        ("1e6 / 1000", 1000.0),
        ("subsidy[420000]", 12.5),
    ] {
        let expression = Expression::parse(text).expect(text);
        assert_eq!(scope.comes_to(&expression), Some(value), "{text}");
    }
}

#[test]
fn what_is_no_formula_is_refused_where_it_stops_being_one() {
    let at = |text| {
        Expression::parse(text)
            .map(drop)
            .map_err(|Mistake { at }| at)
    };
    assert_eq!(at("revenue - "), Err(String::new()));
    assert_eq!(at("revenue cost"), Err("cost".to_owned()));
    assert_eq!(at("revenue - costs"), Err("costs".to_owned()));
    assert_eq!(at("max(1)"), Err(String::new()));
    assert_eq!(at("(1 + 2"), Err(String::new()));
    assert_eq!(at("1 = 2 = 3"), Err("= 3".to_owned()));
}

#[test]
fn a_relation_is_told_from_a_number() {
    for (text, is_relation) in [
        ("1 + 1 = 2", true),
        ("1 <= 2", true),
        ("max(1, 2) - 1", false),
        ("-3", false),
    ] {
        let expression = Expression::parse(text).expect(text);
        assert_eq!(expression.is_relation(), is_relation, "{text}");
    }
}

#[test]
fn functions_are_told_apart_by_their_names() {
    for (index, (name, _)) in Function::ALL.iter().enumerate() {
        assert!(Quantity::named(name).is_none(), "{name}");
        assert!(
            Function::ALL[..index]
                .iter()
                .all(|(other, _)| other != name)
        );
    }
}

#[test]
fn a_quantity_has_name_label_and_unit_and_all_but_inputs_a_formula() {
    for (name, label, unit, is_listed) in [
        ("btc_price", "Bitcoin price", "USD/BTC", false),
        ("gross_profit", "Gross profit", "USD/EH/day", false),
        ("stop_month", "Month in which mining stops", "months", false),
        ("hpc_cash", "Data centre’s cash in month", "USD m", true),
    ] {
        let quantity = Quantity::named(name).expect(name);
        assert_eq!(
            (quantity.key(), quantity.label(), quantity.unit()),
            (name, label, unit)
        );
        assert_eq!(quantity.is_listed(), is_listed, "{name}");
        let is_input = matches!(quantity, Quantity::Input(_));
        assert_eq!(quantity.formula().is_none(), is_input, "{name}");
    }
    assert!(Quantity::named("nothing").is_none());
}

#[test]
fn a_mistake_quotes_the_text_from_where_it_is_no_formula() {
    let mistake = Expression::parse("revenue - costs").expect_err("no such name");
    assert_eq!(mistake.to_string(), "no formula from \"costs\" on");
}
