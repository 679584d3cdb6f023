//! What a formula comes to.

use libm::{ceil, exp, log, pow, sqrt};

use super::{Expression, Function, Operator, Part, Quantity};
use crate::model::network::subsidy;
use crate::model::normal::cdf;
use crate::model::parameters::{Inputs, Key};
use crate::model::{Evaluation, pivot::Pivot};

/// What the names of formulas stand for.
#[derive(Clone, Copy)]
pub struct Scope<'a> {
    inputs: &'a Inputs,
    evaluation: &'a Evaluation,
    /// The month or block that is looked at.
    index: f64,
}

impl<'a> Scope<'a> {
    /// The inputs and their results.
    #[must_use]
    pub const fn new(inputs: &'a Inputs, evaluation: &'a Evaluation) -> Self {
        Self {
            inputs,
            evaluation,
            index: 0.0,
        }
    }

    /// The number that it stands for; `None` where there is none. An input that may be absent
    /// then counts as the one that takes its place.
    #[must_use]
    pub fn value(self, quantity: Quantity) -> Option<f64> {
        match quantity {
            Quantity::Input(key) => self.input(key),
            Quantity::Output(output) => (output.value)(self.evaluation),
            Quantity::Part(part) => self.part(part),
        }
    }

    fn input(self, key: Key) -> Option<f64> {
        let instead = match key {
            Key::SpotPrice => Key::BtcPrice,
            Key::RealisedHashrate => Key::NetworkHashrate,
            _ => key,
        };
        let given = self.inputs.effective(key);
        given.or_else(|| self.inputs.effective(instead))
    }

    fn part(self, part: &Part) -> Option<f64> {
        match part.formula.expression() {
            Some(expression) => self.comes_to(&expression),
            None => self.given_by_the_model(part.key),
        }
    }

    /// What the models list month by month or block by block.
    fn given_by_the_model(self, key: &str) -> Option<f64> {
        let month = self.index as usize;
        let listed = |list: fn(&Pivot) -> &Vec<f64>| {
            let flows = list(self.evaluation.pivot());
            flows.get(month).copied()
        };
        match key {
            "subsidy" => Some(subsidy(self.index as u64).to_btc()),
            "hpc_cash" => listed(|pivot| &pivot.cash_flows.hpc),
            "levered_cash" => listed(|pivot| &pivot.cash_flows.levered),
            "mining_cash" => listed(|pivot| &pivot.cash_flows.mining),
            _ => None,
        }
    }

    /// The number that the expression comes to; `None` where a result in it does not exist, and for
    /// a relation.
    #[must_use]
    pub fn comes_to(self, expression: &Expression) -> Option<f64> {
        match expression {
            Expression::Number(number) => Some(*number),
            Expression::Name(quantity) => self.value(*quantity),
            Expression::Index(_) => Some(self.index),
            Expression::At(quantity, index) => {
                let index = self.comes_to(index)?;
                Self { index, ..self }.value(*quantity)
            }
            Expression::Negative(inner) => Some(-self.comes_to(inner)?),
            Expression::Call(function, given) => {
                let first = self.comes_to(given.first()?)?;
                let second = given
                    .get(1)
                    .map_or(Some(0.0), |second| self.comes_to(second))?;
                Some(function.of(first, second))
            }
            Expression::Joined(operator, left, right) => {
                operator.of(self.comes_to(left)?, self.comes_to(right)?)
            }
            Expression::Over {
                is_sum,
                of,
                from,
                to,
                ..
            } => {
                let (from, to) = (self.comes_to(from)?, self.comes_to(to)?);
                let numbers = (from as i64..=to as i64).map(|index| {
                    let index = index as f64;
                    Self { index, ..self }.comes_to(of)
                });
                match is_sum {
                    true => numbers.sum(),
                    false => numbers
                        .collect::<Option<Vec<f64>>>()?
                        .into_iter()
                        .reduce(f64::min),
                }
            }
        }
    }
}

impl Function {
    fn of(self, first: f64, second: f64) -> f64 {
        match self {
            Self::Max => first.max(second),
            Self::Min => first.min(second),
            Self::Ln => log(first),
            Self::Exp => exp(first),
            Self::Sqrt => sqrt(first),
            Self::Normal => cdf(first),
            Self::Ceil => ceil(first),
        }
    }
}

impl Operator {
    fn of(self, left: f64, right: f64) -> Option<f64> {
        match self {
            Self::Equals | Self::AtMost => None,
            Self::Plus => Some(left + right),
            Self::Minus => Some(left - right),
            Self::Times => Some(left * right),
            Self::Over => Some(left / right),
            Self::Power => Some(pow(left, right)),
        }
    }
}
