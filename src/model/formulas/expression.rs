//! What a formula says.

use super::Quantity;

/// A formula, taken apart.
#[derive(Clone, Debug)]
pub enum Expression {
    /// A number.
    Number(f64),
    /// An input, a result or a part.
    Name(Quantity),
    /// The month or block over which a sum runs.
    Index(&'static str),
    /// An input, result or part that differs from index to index, at one of them.
    At(Quantity, Box<Expression>),
    /// A function of one or two numbers.
    Call(Function, Vec<Expression>),
    /// Two expressions and what joins them.
    Joined(Operator, Box<Expression>, Box<Expression>),
    /// The expression with the other sign.
    Negative(Box<Expression>),
    /// One expression for each index of a stretch, taken together.
    Over {
        /// Whether they are added up; otherwise the smallest counts.
        is_sum: bool,
        /// The expression for one index.
        of: Box<Expression>,
        /// The name of the index.
        index: &'static str,
        /// The first index.
        from: Box<Expression>,
        /// The last index.
        to: Box<Expression>,
    },
}

/// A function with a name of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Function {
    /// The larger of two.
    Max,
    /// The smaller of two.
    Min,
    /// The natural logarithm.
    Ln,
    /// The exponential function.
    Exp,
    /// The square root.
    Sqrt,
    /// The cumulative distribution function of the standard normal distribution.
    Normal,
    /// The next whole number upward.
    Ceil,
}

impl Function {
    /// Every function, with the name that it has in formulas.
    pub const ALL: [(&'static str, Self); 7] = [
        ("max", Self::Max),
        ("min", Self::Min),
        ("ln", Self::Ln),
        ("exp", Self::Exp),
        ("sqrt", Self::Sqrt),
        ("normal", Self::Normal),
        ("ceil", Self::Ceil),
    ];

    /// How many numbers it takes.
    #[must_use]
    pub const fn arguments(self) -> usize {
        match self {
            Self::Max | Self::Min => 2,
            _ => 1,
        }
    }
}

/// What joins two expressions, the loosest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Operator {
    /// Both are the same.
    Equals,
    /// The first is no larger than the second.
    AtMost,
    /// Addition.
    Plus,
    /// Subtraction.
    Minus,
    /// Multiplication.
    Times,
    /// Division.
    Over,
    /// Raising to a power.
    Power,
}

impl Operator {
    /// How tightly it binds.
    #[must_use]
    pub const fn rank(self) -> u8 {
        match self {
            Self::Equals | Self::AtMost => 0,
            Self::Plus | Self::Minus => 1,
            Self::Times | Self::Over => 2,
            Self::Power => 3,
        }
    }

    /// Whether it says something about two sides and gives no number.
    #[must_use]
    pub const fn is_relation(self) -> bool {
        self.rank() == 0
    }
}

impl Expression {
    /// Whether it says something about two sides and is no number.
    #[must_use]
    pub const fn is_relation(&self) -> bool {
        matches!(self, Self::Joined(operator, ..) if operator.is_relation())
    }

    /// Calls `see` with each input, result and part in it, in the order of the text.
    pub fn quantities(&self, see: &mut impl FnMut(Quantity)) {
        match self {
            Self::Number(_) | Self::Index(_) => {}
            Self::Name(quantity) => see(*quantity),
            Self::At(quantity, index) => {
                see(*quantity);
                index.quantities(see);
            }
            Self::Call(_, given) => given.iter().for_each(|given| given.quantities(see)),
            Self::Joined(_, left, right) => {
                left.quantities(see);
                right.quantities(see);
            }
            Self::Negative(inner) => inner.quantities(see),
            Self::Over { of, from, to, .. } => {
                of.quantities(see);
                from.quantities(see);
                to.quantities(see);
            }
        }
    }
}
