//! Formulas from their texts.

use std::fmt;

use super::{Expression, Function, Operator, Quantity};
use crate::decimal;

/// Why a text is no formula.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// What stands where something else should.
    pub at: String,
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no formula from {:?} on", self.at)
    }
}

impl std::error::Error for Mistake {}

impl Expression {
    /// What the text says.
    ///
    /// # Errors
    /// Where it stops being a formula.
    pub fn parse(text: &'static str) -> Result<Self, Mistake> {
        let mut parser = Parser { rest: text };
        let whole = parser.joined(0)?;
        parser.end(whole)
    }
}

/// The text that is not read yet.
struct Parser {
    rest: &'static str,
}

const JOINS: [(&str, Operator); 7] = [
    ("<=", Operator::AtMost),
    ("=", Operator::Equals),
    ("+", Operator::Plus),
    ("-", Operator::Minus),
    ("*", Operator::Times),
    ("/", Operator::Over),
    ("^", Operator::Power),
];

impl Parser {
    fn mistake<T>(&self) -> Result<T, Mistake> {
        Err(Mistake {
            at: self.rest.trim_start().to_owned(),
        })
    }

    fn end(&self, whole: Expression) -> Result<Expression, Mistake> {
        match self.rest.trim_start() {
            "" => Ok(whole),
            _ => self.mistake(),
        }
    }

    /// Takes this text if it is next.
    fn takes(&mut self, text: &str) -> bool {
        let rest = self.rest.trim_start().strip_prefix(text);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn needs(&mut self, text: &str) -> Result<(), Mistake> {
        match self.takes(text) {
            true => Ok(()),
            false => self.mistake(),
        }
    }

    /// What is joined by operators that bind at least as tightly as `rank`.
    fn joined(&mut self, rank: u8) -> Result<Expression, Mistake> {
        let mut left = self.signed()?;
        loop {
            let before = self.rest;
            let next = JOINS.iter().find(|(text, _)| self.takes(text));
            let Some((_, operator)) = next else {
                return Ok(left);
            };
            if operator.rank() < rank {
                self.rest = before;
                return Ok(left);
            }
            let right = self.joined(operator.rank() + 1)?;
            left = Expression::Joined(*operator, Box::new(left), Box::new(right));
            if operator.is_relation() {
                return Ok(left);
            }
        }
    }

    fn signed(&mut self) -> Result<Expression, Mistake> {
        if self.takes("-") {
            let inner = self.joined(Operator::Times.rank())?;
            return Ok(Expression::Negative(Box::new(inner)));
        }
        if self.takes("(") {
            let inner = self.joined(1)?;
            self.needs(")")?;
            return Ok(inner);
        }
        let word = self.word();
        match word.chars().next() {
            None => self.mistake(),
            Some('0'..='9') => match decimal::read(word) {
                Some(number) => Ok(Expression::Number(number)),
                None => self.mistake(),
            },
            Some(_) => self.named(word),
        }
    }

    /// A number or name.
    fn word(&mut self) -> &'static str {
        let text = self.rest.trim_start();
        let is_within = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '.';
        let end = text.find(|c| !is_within(c)).unwrap_or(text.len());
        let (word, rest) = text.split_at(end);
        self.rest = rest;
        word
    }

    fn named(&mut self, word: &'static str) -> Result<Expression, Mistake> {
        if matches!(word, "m" | "b") {
            return Ok(Expression::Index(word));
        }
        if matches!(word, "sum" | "smallest") {
            return self.over(word == "sum");
        }
        let function = Function::ALL.iter().find(|(name, _)| *name == word);
        if let Some((_, function)) = function {
            let given = self.given()?;
            return match given.len() == function.arguments() {
                true => Ok(Expression::Call(*function, given)),
                false => self.mistake(),
            };
        }
        let Some(quantity) = Quantity::named(word) else {
            return Err(Mistake {
                at: word.to_owned(),
            });
        };
        if self.takes("[") {
            let index = Box::new(self.joined(1)?);
            self.needs("]")?;
            return Ok(Expression::At(quantity, index));
        }
        Ok(Expression::Name(quantity))
    }

    /// `(expression, index, from, to)`
    fn over(&mut self, is_sum: bool) -> Result<Expression, Mistake> {
        let given = self.given()?;
        match <[Expression; 4]>::try_from(given) {
            Ok([of, Expression::Index(index), from, to]) => Ok(Expression::Over {
                is_sum,
                of: Box::new(of),
                index,
                from: Box::new(from),
                to: Box::new(to),
            }),
            _ => self.mistake(),
        }
    }

    fn given(&mut self) -> Result<Vec<Expression>, Mistake> {
        self.needs("(")?;
        let mut given = vec![self.joined(1)?];
        while self.takes(",") {
            given.push(self.joined(1)?);
        }
        self.needs(")")?;
        Ok(given)
    }
}
